import type { Range } from "../model/event.ts";
import type { Figure, FigureBook, Ground } from "../model/figure.ts";
import { type FigureId, figureId, slug } from "../model/id.ts";
import { byCodeUnit } from "../model/span.ts";
import { explanationFormula } from "./formulas.ts";
import { type Ends, endsOf, type SurpriseRanges } from "./judged.ts";
import type { Judgment } from "./stated-input.ts";

/** A number with its range, filed: three figures, which are one where there is no range. */
export interface FiledEnds {
  readonly value: FigureId;
  readonly from: FigureId;
  readonly to: FigureId;
  readonly ends: Ends;
}

/** Files figures and knows the value of each filed before. */
export interface Filing {
  readonly id: (...steps: readonly string[]) => FigureId;
  readonly amountOf: (id: FigureId) => number;
  /** A figure as somebody stated it, or as it was counted. */
  readonly read: (figure: Omit<Figure, "by">) => FigureId;
  /** A figure reckoned by a formula from others; its value is what the formula gives, so that `why` gets the same bits. `value`: that very value, where it is dear and known already. */
  readonly reckoned: (
    figure: Omit<Figure, "value" | "from" | "by"> & {
      readonly by: string;
      readonly of: readonly FigureId[];
      readonly value?: number;
    },
  ) => FigureId;
}

/** Filing into a book, under the first steps of a path. */
export function filing(book: FigureBook, path: readonly string[]): Filing {
  const values = new Map(book.list().map((f) => [f.id, f.value]));
  const amountOf = (id: FigureId) => {
    const value = values.get(id);
    if (value === undefined) throw new Error(`figure ${id} is not filed`);
    return value;
  };
  const add = (figure: Figure) => {
    values.set(figure.id, figure.value);
    return book.add(figure);
  };
  return {
    id: (...steps) => figureId(...path, ...steps),
    amountOf,
    read: add,
    reckoned: ({ id, unit, rule, by, of, value }) => {
      const formula = explanationFormula(by);
      if (formula === undefined) throw new Error(`figure ${id} has no formula ${by}`);
      return add({
        id,
        unit,
        rule,
        by,
        value: value ?? formula(of.map(amountOf)),
        from: of.map((f) => ({ is: "figure", id: f })),
      });
    },
  };
}

/** A step of a path for each id: its slug, numbered where two ids have the same. */
export function stepsOf(ids: readonly string[]): Readonly<Record<string, string>> {
  const steps: Record<string, string> = {};
  const used = new Map<string, number>();
  for (const id of [...new Set(ids)].sort(byCodeUnit)) {
    const plain = slug(id);
    const before = used.get(plain) ?? 0;
    used.set(plain, before + 1);
    steps[id] = before === 0 ? plain : `${plain}.${before + 1}`;
  }
  return steps;
}

const WORDS = {
  is: "table",
  name: "words for surprise",
  citation: "docs/method/XP2.md: a convention, changeable per case",
} as const satisfies Ground;

/** One person's number or range: the figures of its ends and of the number used, each grounded in the judgment. */
export function fileJudged(
  file: Filing,
  { path, rule, ends, grounds }: { path: readonly string[]; rule: string; ends: Ends; grounds: readonly Ground[] },
): FiledEnds {
  const read = (step: string, value: number) => {
    const last = `${path.at(-1)}${step}`;
    return file.read({ id: file.id(...path.slice(0, -1), last), value, unit: "share", rule, from: grounds });
  };
  if (ends.from === ends.to) {
    const id = read("", ends.from);
    return { value: id, from: id, to: id, ends };
  }
  const [from, to] = [read("-from", ends.from), read("-to", ends.to)];
  const value = file.reckoned({ id: file.id(...path), unit: "share", rule, by: "midpoint", of: [from, to] });
  return { value, from, to, ends };
}

const endsOfJudgment = (j: Judgment, words: SurpriseRanges): Ends => endsOf(j.value, words) as Ends;

/** The span of all answers to one cell [XP8]. */
export function spanOf(judgments: readonly Judgment[], words: SurpriseRanges): Range {
  const all = judgments.map((j) => endsOfJudgment(j, words));
  return { from: Math.min(...all.map((e) => e.from)), to: Math.max(...all.map((e) => e.to)) };
}

/** A cell as figures: one person's answer, or from the lowest to the highest of several persons' answers. */
export function fileCell(
  file: Filing,
  { path, judgments, words }: { path: readonly string[]; judgments: readonly Judgment[]; words: SurpriseRanges },
): FiledEnds {
  const one = (j: Judgment, step: readonly string[]) => {
    const grounds: Ground[] = [{ is: "judgment", seq: j.seq, who: j.who }];
    if (typeof j.value === "object" && "word" in j.value) grounds.push(WORDS);
    return fileJudged(file, { path: step, rule: "XP2", ends: endsOfJudgment(j, words), grounds });
  };
  const [first] = judgments as [Judgment];
  if (judgments.length === 1) return one(first, path);
  const steps = stepsOf(judgments.map((j) => j.who));
  const filed = judgments.map((j) => one(j, [...path, steps[j.who] as string, "answer"]));
  const last = path.at(-1);
  const end = (step: string, by: string, of: readonly FigureId[]) =>
    file.reckoned({ id: file.id(...path.slice(0, -1), `${last}${step}`), unit: "share", rule: "XP8", by, of });
  const from = end(
    "-from",
    "least",
    filed.map((f) => f.from),
  );
  const to = end(
    "-to",
    "greatest",
    filed.map((f) => f.to),
  );
  return { value: end("", "midpoint", [from, to]), from, to, ends: spanOf(judgments, words) };
}
