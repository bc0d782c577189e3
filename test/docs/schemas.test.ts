import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv, type ValidateFunction } from "ajv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/manifest.ts";
import { cli } from "../cli/world.ts";

const schemas = fileURLToPath(new URL("../../schemas/", import.meta.url));
const documents = fileURLToPath(new URL("../../examples/demo/documents/", import.meta.url));
const doc = (name: string) => join(documents, name);
const records = fileURLToPath(new URL("../../examples/demo/records.csv", import.meta.url));
const wire = doc("wire.txt");
const dir = mkdtempSync(join(tmpdir(), "silverblaze-schemas-"));
const at = (name: string) => join(dir, name);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** The published schema leaves objects open for later fields; here each is closed, so that no answer has a field that no schema names. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== "object" || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  const isObject = copy.properties !== undefined && copy.type === "object";
  return isObject && copy.additionalProperties === undefined ? { ...copy, additionalProperties: false } : copy;
}

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
const validators = new Map<string, ValidateFunction>();
function validator(command: string): ValidateFunction {
  const made = validators.get(command);
  if (made !== undefined) return made;
  const schema = JSON.parse(readFileSync(join(schemas, `silverblaze-${command}-1.json`), "utf8"));
  const fresh = ajv.compile(closed(schema) as object);
  validators.set(command, fresh);
  return fresh;
}

interface Envelope {
  readonly result: Record<string, unknown> | null;
  readonly problems: readonly { readonly code: string }[];
}

/** The answer to a command line, held against its schema. */
async function answer(argv: readonly string[], stdin = ""): Promise<Envelope & { readonly exit: number }> {
  // A server is ended as soon as it runs.
  const ended = argv[0] === "serve" && { signal: AbortSignal.abort() };
  const { exit, out } = await cli([...argv, "--json"], { input: stdin, ...ended });
  const envelope = JSON.parse(out);
  const command = argv[0] ?? "";
  const valid = validator(command);
  const ok = valid(envelope);
  // Of alternatives, the one meant got farthest: the deepest faults come first.
  const deepest = [...(valid.errors ?? [])].sort((a, b) => b.instancePath.length - a.instancePath.length);
  const faults = deepest.slice(0, 8).map((e) => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`);
  expect(faults, `${argv.join(" ")} (exit ${exit})`).toEqual([]);
  expect(ok).toBe(true);
  return { ...envelope, exit };
}

const answered = new Set<string>();
/** The same, and an answer there must be. */
async function good(argv: readonly string[], stdin = ""): Promise<Record<string, unknown>> {
  const { result, problems, exit } = await answer(argv, stdin);
  expect(exit, `${argv.join(" ")}: ${JSON.stringify(problems)}`).toBeOneOf([0, 3, 4]);
  expect(result).not.toBeNull();
  answered.add(argv[0] ?? "");
  return result as Record<string, unknown>;
}

const demo = at("demo.silverblaze");
const own = at("own.silverblaze");
const who = ["--who", "night desk"];

describe("each --json answer is as its published schema says", () => {
  it("there is a schema for each command, and none besides", () => {
    const names = readdirSync(schemas).map((f) => f.replace(/^silverblaze-|-1\.json$/g, ""));
    expect(names.sort()).toEqual(COMMANDS.map((c) => c.name).sort());
  });

  it("the closed schema refuses a field that it doesn't name", async () => {
    const { out } = await cli(["check", wire, "--against", wire, "--json"]);
    const envelope = JSON.parse(out);
    expect(validator("check")(envelope)).toBe(true);
    expect(validator("check")({ ...envelope, result: { ...envelope.result, more: 1 } })).toBe(false);
    expect(validator("check")({ ...envelope, problems: [{ code: "x" }] })).toBe(false);
  });

  describe("on the demo case", () => {
    beforeAll(async () => {
      await good(["demo", "--dir", dir]);
    });

    it("the commands that show", async () => {
      const assessment = await good(["assess", demo, "--as-of", "2024-03-09"]);
      expect(assessment.documents).toHaveLength(13);
      await good(["statements", demo, "--all"]);
      await good(["lineage", demo]);
      await good(["silence", demo]);
      await good(["explanations", demo, "--as-of", "2024-03-09"]);
      await good(["history", demo]);
      await good(["verify", demo]);
      await good(["lint", demo]);
      await good(["precedents", demo]);
      await good(["formats"]);
      await good(["serve", demo, "--as-of", "2024-03-09"]);
      for (const format of ["md", "html", "json"]) await good(["export", demo, "--format", format]);
    });

    it("why: the list, and one figure of each rule", async () => {
      const { figures } = (await good(["why", demo, "--as-of", "2024-03-09"])) as {
        figures: readonly { readonly id: string; readonly rule: string }[];
      };
      const file = at("assessment.json");
      const { out } = await cli(["assess", demo, "--as-of", "2024-03-09", "--json"]);
      writeFileSync(file, out);
      const one = [...new Map(figures.map((f) => [f.rule, f.id])).values()];
      expect(one.length).toBeGreaterThan(5);
      for (const id of one) await good(["why", file, id]);
    });
  });

  it("loose texts", async () => {
    await good(["check", doc("ferry-copy.txt"), "--against", wire]);
    await good(["compare", doc("column.html"), doc("rewrite.html")]);
    await good(["compare", wire, doc("sada.txt")]);
    await good(["assess", wire, doc("interior-denial.txt"), "--as-of", "2024-03-07", "--records", records]);
    await good(["statements", wire]);
    await good(["lineage", wire, doc("standard-copy.html")]);
    await good(["export", wire]);
  });

  it("a silence without a case", async () => {
    const ask = ["silence", "--actor", "Amber Column", "--attack", "2031-03-03T08:00Z", "--as-of", "2031-03-04"];
    await good([...ask, "--class", "all=62/155", "--class", "posts=9/14<all=62/155", "--lag", "weibull:13.6h,0.95"]);
    await good([
      ...ask,
      "--class",
      "few=0/3<all=62/155",
      "--class",
      "ours=3/9:assumed",
      "--false-share",
      "0",
      "--seen",
      "1",
    ]);
    await good([...ask, "--records", records]);
    await good([
      "silence",
      "--actor",
      "taliban",
      "--attack",
      "2031-03-03",
      "--as-of",
      "2031-03-05",
      "--as-of",
      "2031-03-07",
    ]);
  });

  it("the commands that change a case", async () => {
    await good(["new", own, ...who]);
    await good(["add", own, wire, doc("column.html"), at("not-there.txt"), ...who]);
    await good(["add", own, doc("chronicle.md"), "--dry-run"]);
    await good(["import", own, records, ...who]);
    const stated = [
      { state: "question", question: "who", text: "Who did it?" },
      { state: "explanation", explanation: "band", question: "who", text: "The band.", actors: [], prior: 0.4 },
      { state: "explanation", explanation: "else", question: "who", text: "Something else.", actors: [], prior: 0.6 },
      {
        ...{ state: "evidence", evidence: "roster", text: "He was on the roster.", questions: ["who"], facts: [] },
        ...{ values: ["yes", "no"], observed: "yes", rests: [] },
      },
    ];
    await good(["state", own, "-", ...who, "--why", "asked"], JSON.stringify(stated));
    await good(["weigh", own, "roster", "band", "would expect it", ...who, "--why", "two rosters"]);
    await good(["weigh", own, "roster", "else", "0.2..0.4", ...who]);
    await good(["explanations", own, "--as-of", "2024-03-09"]);
    const { statements } = (await good(["statements", own])) as { statements: readonly { readonly id: string }[] };
    await good(["decide", own, statements[0]?.id ?? "", "accept", ...who]);
    const { head, events } = (await good(["history", own])) as {
      head: { readonly seq: number };
      events: readonly { readonly type: string; readonly body: { readonly original: string } }[];
    };
    await good(["undo", own, String(head.seq), ...who, "--why", "wrong"]);
    const gone = events.find((e) => e.type === "document.added")?.body.original ?? "";
    await good(["erase", own, gone, ...who, "--why", "order", "--authority", "court", "--yes"]);
    await good(["score", own]);
    await good(["verify", own]);
    await good(["history", own]);
  });

  it("no command was left out above", () => {
    expect(COMMANDS.map((c) => c.name).filter((c) => !answered.has(c))).toEqual([]);
  });

  it.each(COMMANDS.map((c) => c.name))("%s: a failure has the same envelope, without a result", async (name) => {
    const wrong = await answer([name, "--no-such-option"]);
    expect(wrong).toMatchObject({ result: null, exit: 2 });
    expect(wrong.problems.map((p) => p.code)).toEqual(["bad-option"]);
  });

  it("a missing input is refused by name, in the same envelope", async () => {
    const gone = at("gone.txt");
    for (const argv of [
      ["check", gone, "--against", wire],
      ["compare", gone, wire],
      ["assess", gone],
      ["verify", gone],
      ["history", gone],
      ["add", gone, wire, ...who],
      ["why", gone],
      ["lint", gone],
    ]) {
      const { result, problems, exit } = await answer(argv);
      expect({ argv, result, exit }).toEqual({ argv, result: null, exit: 3 });
      expect(JSON.stringify(problems)).toContain("gone.txt");
    }
  });
});
