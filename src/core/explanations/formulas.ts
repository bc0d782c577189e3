import { achMark, bitsOf, nextFact } from "./beside.ts";
import { decibansOfProduct, exactSum, sharesOfDecibans, sharesOfSum } from "./decibans.ts";
import { type Ends, middle } from "./judged.ts";
import { boxes, drawnRanges } from "./ranges.ts";
import type { Table } from "./table.ts";

/** What gives a figure's value again from the figures in its grounds, in their order. */
export type Formula = (inputs: readonly number[]) => number;

const first = (list: readonly number[]): number => list[0] as number;
const evens = (list: readonly number[]) => list.filter((_, i) => i % 2 === 0);
const odds = (list: readonly number[]) => list.filter((_, i) => i % 2 === 1);

/** The formulas of a figure's `by` in this area; those with a shape in their name are read by `explanationFormula`. */
export const explanationFormulas: Readonly<Record<string, Formula>> = {
  /** from, to */
  midpoint: ([from, to]) => middle({ from: from as number, to: to as number }),
  least: (inputs) => Math.min(...inputs),
  greatest: (inputs) => Math.max(...inputs),
  /** own, others… */
  "share-of-sum": (inputs) => first(sharesOfSum(inputs)),
  /** chance, answer; chance, answer; … */
  "average-of-answered": (inputs) =>
    exactSum(evens(inputs).map((p, i) => p * (odds(inputs)[i] as number))) / exactSum(evens(inputs)),
  "decibans-of-product": decibansOfProduct,
  /** own, others… */
  "share-of-decibans": (inputs) => first(sharesOfDecibans(inputs)),
  /** own score, own likelihood; another's score, its likelihood; … */
  "share-of-decibans-without": (inputs) =>
    first(sharesOfDecibans(evens(inputs).map((score, i) => score - 10 * Math.log10(odds(inputs)[i] as number)))),
  "decibans-of-ratio": ([a, b]) => 10 * Math.log10(a as number) - 10 * Math.log10(b as number),
  "how-many": (inputs) => inputs.length,
  difference: ([a, b]) => (a as number) - (b as number),
  "count-inconsistent": (inputs) => inputs.filter((x) => achMark(x) > 0).length,
  /** probability, chance; probability, chance; … */
  "chance-of-fact": (inputs) => nextFact(evens(inputs), odds(inputs)).ifSeen,
  "bits-of-fact": (inputs) => bitsOf(evens(inputs), odds(inputs)),
  "chance-that-leader-changes": (inputs) => nextFact(evens(inputs), odds(inputs)).changesLeader,
};

const SHAPED = /^(range|box)-(from|to):(\d+):(\d+):([01]*)$/;

/** The name of a shaped formula: which end, of which explanation (from 0), of how many, and which cells of the items are answered. */
export function shapedName(
  kind: "range" | "box",
  end: "from" | "to",
  { of, table }: { of: number; table: Table },
): string {
  const mask = table.rows.map((row) => row.map((cell) => (cell === null ? "0" : "1")).join("")).join("");
  return `${kind}-${end}:${of}:${table.priors.length}:${mask}`;
}

/** The inputs of a shaped formula: for each starting chance, then for each answered cell by items: from, the number used, to. */
function tableFrom(inputs: readonly number[], { n, mask }: { n: number; mask: string }): Table {
  let at = 0;
  const next = (): Ends => {
    const [from, used, to] = inputs.slice(at, at + 3) as [number, number, number];
    at += 3;
    return { from, to, at: used };
  };
  const priors = Array.from({ length: n }, next);
  const rows = Array.from({ length: mask.length / n }, (_, i) =>
    [...mask.slice(i * n, i * n + n)].map((bit) => (bit === "1" ? next() : null)),
  );
  return { priors, rows };
}

/** The formula of that name, or undefined where it is none of this area. */
export function explanationFormula(by: string): Formula | undefined {
  if (Object.hasOwn(explanationFormulas, by)) return explanationFormulas[by];
  const match = SHAPED.exec(by);
  if (match === null) return undefined;
  const [, kind, end, of, n, mask] = match as unknown as [
    string,
    "range" | "box",
    "from" | "to",
    string,
    string,
    string,
  ];
  return (inputs) => {
    const table = tableFrom(inputs, { n: Number(n), mask });
    const list = kind === "box" ? boxes(table) : drawnRanges(table);
    return (list[Number(of)] as Ends)[end];
  };
}
