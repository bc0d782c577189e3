import { describe, expect, test } from "vitest";
import { measure, paragraphs, read } from "./paragraphs/measure.ts";

/** The least share right of what is found, and of what is labelled, in a field. */
type Bars = Readonly<Record<string, readonly [precision: number, recall: number]>>;

const ENGLISH: Bars = {
  ledger: [0.9, 0.96],
  attribution: [0.88, 0.95],
  "attribution: said": [0.95, 0.95],
  place: [1, 0.89],
  target: [0.94, 0.9],
  weapon: [1, 0.7],
  perpetrator: [0.76, 0.95],
  "group's part": [0.75, 1],
  investigation: [1, 0.66],
  "other incident": [0.66, 0.66],
  explanation: [0.61, 1],
  "explanation: what supports it": [1, 0.33],
  "explanation: what weakens it": [1, 0.5],
};
const ARABIC: Bars = {
  ledger: [0.92, 0.85],
  attribution: [0.83, 0.83],
  "attribution: said": [0.95, 0.95],
  place: [0.92, 0.68],
  target: [0.94, 0.9],
  weapon: [1, 0.77],
  perpetrator: [0.77, 0.85],
  "group's part": [1, 0.33],
  investigation: [1, 0.77],
  "other incident": [1, 0.66],
  explanation: [1, 1],
  "explanation: what supports it": [0.66, 0.66],
  "explanation: what weakens it": [1, 1],
};

describe.each([
  ["English", "english", ENGLISH],
  ["Arabic", "arabic", ARABIC],
])("invented %s reports [ST8, ST9, ST10]", (_, name, bars) => {
  const tallies = measure(paragraphs(name));
  test.each(Object.entries(bars))(
    "%s is read as labelled, precision and recall at least %j",
    (field, [precision, recall]) => {
      const t = tallies.get(field);
      const [right, found, labelled] = [t?.right ?? 0, t?.found ?? 0, t?.labelled ?? 0];
      const words = `${field}: ${right} right of ${found} found, ${labelled} labelled\n${t?.misses.join("\n")}`;
      expect(right, words).toBeGreaterThanOrEqual(precision * found);
      expect(right, words).toBeGreaterThanOrEqual(recall * labelled);
    },
  );
});

test.each(paragraphs("nothing"))("$id tells of no incident, and nothing is found in it", (paragraph) => {
  const a = read(paragraph);
  expect([a.incidents, a.ledger, a.attributions, a.explanationsNamed].map((x) => x.length)).toEqual([0, 0, 0, 0]);
});
