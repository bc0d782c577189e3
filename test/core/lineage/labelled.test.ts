import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { findChanges } from "../../../src/core/lineage/changes.ts";
import { checkRead } from "../../../src/core/lineage/check.ts";
import type { ReadText } from "../../../src/core/lineage/prepare.ts";
import type { CheckVerdict } from "../../../src/core/model/lineage.ts";
import type { TextInfo } from "../../../src/core/model/reading.ts";
import { wholeDay } from "../../../src/core/model/time.ts";
import { readText } from "../../../src/core/read.ts";

const cases = fileURLToPath(new URL("../../cases", import.meta.url));
const json = <T>(path: string): T => JSON.parse(readFileSync(join(cases, path), "utf8")) as T;
const read = (info: TextInfo): ReadText => ({ info, reading: readText(info) });

type Pair = readonly [source: string, copy: string, of?: string];
interface Labelled {
  readonly class: string;
  readonly changed: readonly Pair[];
  readonly harmless: readonly Pair[];
}
const files = readdirSync(join(cases, "changes"))
  .filter((f) => f.endsWith(".json"))
  .flatMap((f) => json<Labelled | readonly Labelled[]>(`changes/${f}`));

function classesOf([source, copy]: Pair): ReadonlySet<string> {
  const { alignment } = findChanges(read({ id: "a", text: source }), read({ id: "b", text: copy }));
  return new Set(alignment.flatMap((g) => g.changes.map((c) => c.class)));
}

describe("the labelled pairs", () => {
  it.each(files.map((f) => [f.class, f] as const))("[LI7] %s is found, and paraphrase is not", (name, file) => {
    const of = (c: string) => (name === "modality" ? c.startsWith("modality-") : c === name);
    const isFalse = (found: ReadonlySet<string>) => (name === "arabic" ? found.size > 0 : [...found].some(of));
    const right = file.changed.filter((pair) => classesOf(pair).has(pair[2] ?? name)).length;
    const wrong = file.harmless.filter((pair) => isFalse(classesOf(pair))).length;
    expect(right / file.changed.length).toBeGreaterThanOrEqual(0.8);
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.85);
  });
});

describe("the labelled sentences", () => {
  type Sources = readonly { name: string; publisher: string; text: string; day?: string }[];
  const judged = (file: string, against: string) => {
    const sources = json<Sources>(`check/${against}.json`).map(({ day, ...s }) =>
      read({ id: s.name, ...s, ...(day === undefined ? {} : { published: wholeDay(day) }) }),
    );
    return json<readonly { text: string; verdict: CheckVerdict; source?: string }[]>(`check/${file}.json`).map((s) => {
      const [found] = checkRead(read({ id: "draft", text: s.text }), sources).sentences;
      return { label: s.verdict, found: found?.verdict, rightPlace: found?.source === s.source };
    });
  };

  it.each([
    ["sentences", "sources", 0.8],
    ["more", "sources", 0.8],
    ["second", "second-sources", 0.8],
    ["third", "third-sources", 0.8],
    ["fourth", "fourth-sources", 0.8],
    ["fifth", "fifth-sources", 0.48],
    ["sixth", "sixth-sources", 0.7],
  ])("[LI7] %s: verdict and place, and a contradicted sentence is never backed", (file, against, share) => {
    const rows = judged(file, against);
    expect(rows.filter((r) => r.found === "backed" && r.label === "contradicted")).toEqual([]);
    expect(rows.filter((r) => r.found === r.label).length / rows.length).toBeGreaterThanOrEqual(share);
    expect(rows.filter((r) => r.rightPlace).length / rows.length).toBeGreaterThanOrEqual(0.9);
  });
});
