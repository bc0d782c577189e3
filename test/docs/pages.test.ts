import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/manifest.ts";
import { PROBLEMS } from "../../src/core/model/problem.ts";
import { formatsPage } from "./formats-page.ts";
import { AREAS, cliPage, eventsPage, problemsPage, sentenceOf } from "./pages.ts";

const page = (name: string) => new URL(`../../docs/reference/${name}`, import.meta.url).pathname;

describe("the reference follows from the code; npm run docs writes it", () => {
  it("problems.md lists every code with its sentence", async () => {
    await expect(problemsPage()).toMatchFileSnapshot(page("problems.md"));
    for (const code of Object.keys(PROBLEMS)) expect(problemsPage()).toContain(`| \`${code}\` |`);
  });

  it("cli.md lists every command, option, example and exit code", async () => {
    await expect(cliPage()).toMatchFileSnapshot(page("cli.md"));
  });

  it("events.md lists every type of event with its fields", async () => {
    await expect(eventsPage()).toMatchFileSnapshot(page("events.md"));
  });

  it("formats.md has its tables from the manifests", async () => {
    const written = readFileSync(page("formats.md"), "utf8");
    await expect(formatsPage(written)).toMatchFileSnapshot(page("formats.md"));
  });

  it("every command's code is there, and no code without a row of the manifest", () => {
    const files = readdirSync(new URL("../../src/cli/commands/", import.meta.url)).map((f) => f.replace(/\.ts$/, ""));
    expect(files.sort()).toEqual(COMMANDS.map((c) => c.name).sort());
  });
});

describe("the tables of problems", () => {
  it("no code stands in two areas: the later one would answer with the other's facts", () => {
    const all = AREAS.flatMap(([area, table]) => Object.keys(table).map((code) => ({ area, code })));
    const twice = all.filter(({ code }) => all.filter((o) => o.code === code).length > 1);
    expect(twice.map(({ area, code }) => `${code} (${area})`)).toEqual([]);
    expect(all.map((a) => a.code).sort()).toEqual(Object.keys(PROBLEMS).sort());
  });

  // A note may leave it at what happened: nothing is wrong.
  it("each error and warning ends by saying what to do", () => {
    const silent = AREAS.flatMap(([, table]) => Object.entries(table))
      .filter(([, kind]) => kind.severity !== "note")
      .map(([code, kind]) => [code, sentenceOf(kind)] as const)
      .filter(([, sentence]) => !saysWhatToDo(sentence));
    expect(silent.map(([code, sentence]) => `${code}: ${sentence}`)).toEqual([]);
  });

  it("the test of that knows a sentence that only complains", () => {
    expect(saysWhatToDo("‹name› is empty. Check that it was saved whole.")).toBe(true);
    expect(saysWhatToDo("‹name› is empty. It was read from the disk.")).toBe(false);
    expect(saysWhatToDo("‹name› is empty.")).toBe(false);
  });
});

/** A fact of these is itself the sentence that says what to do. */
const BY_FACT = /‹instead›$|‹reason›$/;

const DO =
  /^(add|ask|answer|bind|check|choose|cite|compare|copy|correct|change|cut|do|for instance|get|give|go|import|install|keep|leave|let|look|make|mend|move|name|open|pick|please report|print|quote|rename|report|run|save|say|see|shorten|silverblaze|split|state|take|tell|try|unpack|use|write)\b/i;

/** Whether the last sentence, or a clause of it, begins with something to do. */
function saysWhatToDo(message: string): boolean {
  if (BY_FACT.test(message)) return true;
  const sentences = message.split(/(?<=[.!?])\s+(?=[\p{Lu}‹`"])/u);
  if (sentences.length < 2) return false;
  const clauses = sentences.slice(1).flatMap((s) => s.split(/(?:[;:,]| and | or |–)\s*/));
  return clauses.some((c) => DO.test(c.trim()));
}
