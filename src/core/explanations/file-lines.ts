import { stepsOf } from "./file-cells.ts";
import type { Lines, Stated } from "./file-numbers.ts";

/** One choice of reference classes: of each silence that nobody has picked one for, one line [SI9]. */
export interface Combination {
  readonly name: string;
  readonly step: string;
  readonly lines: Lines;
}

/** With more lines than this, one silence at a time is varied. */
const MOST_LINES = 16;

/** The lines of a question (null: of all that hang together): every choice of classes of its silences; none where each silence has one class. */
export function combinationsOfLines(stated: Stated, question: string | null): Combination[] {
  const terms = stated.gathered.terms
    .filter((t) => question === null || t.question === question)
    .map((t) => t.term)
    .filter((t) => t.lines.length > 1);
  if (terms.length === 0) return [];
  const choices = terms.map((t) => t.lines.map((l, i) => ({ id: t.id, line: i, name: l.name })));
  const many = choices.reduce((n, c) => n * c.length, 1);
  const all =
    many > MOST_LINES
      ? choices.flat().map((c) => [c])
      : choices.reduce<(typeof choices)[number][]>(
          (done, list) => done.flatMap((d) => list.map((c) => [...d, c])),
          [[]],
        );
  const names = all.map((chosen) => chosen.map((c) => c.name).join("; "));
  const steps = stepsOf(names);
  return all.map((chosen, i) => {
    const name = names[i] as string;
    return { name, step: steps[name] as string, lines: Object.fromEntries(chosen.map((c) => [c.id, c.line])) };
  });
}
