import { achMark, bitsOf, conflict, nextFact, threshold } from "./beside.ts";
import { decibansOfProduct, exactSum, sharesOfDecibans, sharesOfSum } from "./decibans.ts";
import { exponentOf } from "./exponents.ts";
import { type Ends, middle } from "./judged.ts";
import { NETWORK, networkFormula } from "./network-formulas.ts";
import { boxes, drawnRanges } from "./ranges.ts";
import { atMiddle, posterior, type Table, tempered } from "./table.ts";
import { crossing } from "./told.ts";

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
  /** starting chance, score, likelihood; of another: the same; … */
  "conflict-in-decibans": (inputs) => {
    const third = (k: number) => inputs.filter((_, i) => i % 3 === k);
    return conflict(third(2), third(0), without(third(1), third(2)));
  },
  "decibans-of-product": decibansOfProduct,
  /** own, others… */
  "share-of-decibans": (inputs) => first(sharesOfDecibans(inputs)),
  /** own score, own likelihood; another's score, its likelihood; … */
  "share-of-decibans-without": (inputs) =>
    first(sharesOfDecibans(evens(inputs).map((score, i) => score - 10 * Math.log10(odds(inputs)[i] as number)))),
  /** likelihood, exponent */
  power: ([likelihood, exponent]) => tempered(likelihood as number, exponent as number),
  /** share, then what it is a share of */
  "strategic-prior": ([share, ...parts]) => (share as number) * exactSum(parts),
  /** share, own, others… */
  "ordinary-prior": ([share, own]) => (1 - (share as number)) * (own as number),
  /** share, what was stated for the strategic one, own, others… */
  "ordinary-prior-with": ([share, strategic, own, ...others]) =>
    ((1 - (share as number)) * (own as number) * (exactSum([own as number, ...others]) + (strategic as number))) /
    exactSum([own as number, ...others]),
  /** chance of silence, strategic share: the ordinary part claims with π/(1 − σ) [SI12] */
  "ordinary-silence": ([silent, share]) => 1 - (1 - (silent as number)) / (1 - (share as number)),
  "decibans-of-ratio": ([a, b]) => 10 * Math.log10(a as number) - 10 * Math.log10(b as number),
  "how-many": (inputs) => inputs.length,
  sum: exactSum,
  difference: ([a, b]) => (a as number) - (b as number),
  "count-inconsistent": (inputs) => inputs.filter((x) => achMark(x) > 0).length,
  /** probability, chance; probability, chance; … */
  "chance-of-fact": (inputs) => nextFact(evens(inputs), odds(inputs)).ifSeen,
  "bits-of-fact": (inputs) => bitsOf(evens(inputs), odds(inputs)),
  "chance-that-leader-changes": (inputs) => nextFact(evens(inputs), odds(inputs)).changesLeader,
};

const SHAPED = /^(range|box|point)-(from|to):(\d+):(\d+):([01]*):([\d.-]*)$/;
const WEIGHTED = /^weighted-inconsistent:([\d.,]*)$/;
const CORRELATED = /^exponent-of-correlation:(\d+)$/;
const CROSSES = /^chance-of-crossing:([\d.]+)$/;
const LEVEL = /^level-at:(\d+):([01]+):([01])$/;

/** The name of the formula of a threshold: of which explanation's answer (from 0), which cells are answered, whether there is an exponent. */
export const levelName = (explanation: number, answered: readonly boolean[], powered: boolean): string =>
  `level-at:${explanation}:${answered.map(Number).join("")}:${Number(powered)}`;

/** Chances without an item, from the scores with it and its likelihoods. */
const without = (scores: readonly number[], likelihoods: readonly number[]): number[] =>
  sharesOfDecibans(scores.map((score, e) => score - 10 * Math.log10(likelihoods[e] as number)));

/** Inputs: starting chances, scores, the item's likelihoods as used, its answers, and its exponent where it has one. */
function levelAt(inputs: readonly number[], explanation: number, mask: string): number {
  const n = mask.length;
  const [priors, scores, used] = [0, 1, 2].map((k) => inputs.slice(k * n, k * n + n)) as [number[], number[], number[]];
  let next = 3 * n;
  const row = [...mask].map((bit) => {
    const x = bit === "1" ? (inputs[next++] as number) : null;
    return x === null ? null : { from: x, to: x };
  });
  const of = { explanation, priors, without: without(scores, used), power: inputs[next] ?? 1 };
  return threshold(row, of)?.at ?? Number.NaN;
}

type ShapedKind = "range" | "box" | "point";

/** The name of a shaped formula: which end, of which explanation (from 0), of how many, which cells of the items are answered, and which exponent each item has ("-": none). */
export function shapedName(kind: ShapedKind, end: "from" | "to", { of, table }: { of: number; table: Table }): string {
  const mask = table.rows.map((row) => row.map((cell) => (cell === null ? "0" : "1")).join("")).join("");
  const { places } = exponentPlaces(table);
  const powers = places.every((p) => p < 0) ? "" : places.map((p) => (p < 0 ? "-" : p)).join(".");
  return `${kind}-${end}:${of}:${table.priors.length}:${mask}:${powers}`;
}

/** The exponents of a table, each once, and the place of each row's among them; -1 where it has none. */
export function exponentPlaces({ rows, exponents = [] }: Table): { list: Ends[]; places: number[] } {
  const list: Ends[] = [];
  const places = rows.map((_, i) => {
    const ends = exponents[i] ?? null;
    if (ends === null) return -1;
    if (!list.includes(ends)) list.push(ends);
    return list.indexOf(ends);
  });
  return { list, places };
}

/** The inputs of a shaped formula: for each starting chance, then for each answered cell by items, then for each exponent: from, the number used, to. */
function tableFrom(inputs: readonly number[], { n, mask, powers }: { n: number; mask: string; powers: string }): Table {
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
  if (powers === "") return { priors, rows };
  const places = powers.split(".").map((p) => (p === "-" ? -1 : Number(p)));
  const list = Array.from({ length: Math.max(...places) + 1 }, next);
  return { priors, rows, exponents: places.map((p) => list[p] ?? null) };
}

function shaped(kind: ShapedKind, table: Table): readonly Ends[] {
  if (kind === "point") return posterior(atMiddle(table)).map((p) => ({ from: p, to: p }));
  return kind === "box" ? boxes(table) : drawnRanges(table);
}

/** The formula of that name, or undefined where it is none of this area. */
export function explanationFormula(by: string): Formula | undefined {
  if (Object.hasOwn(explanationFormulas, by)) return explanationFormulas[by];
  const correlated = CORRELATED.exec(by);
  if (correlated !== null) return (rhos) => exponentOf(Number(correlated[1]), rhos);
  const weighted = WEIGHTED.exec(by);
  if (weighted !== null) {
    const factors = (weighted[1] as string).split(",").map(Number);
    return (cells) => cells.reduce((sum, x, i) => sum + achMark(x) * (factors[i] as number), 0);
  }
  const crosses = CROSSES.exec(by);
  if (crosses !== null) {
    return (inputs) => {
      const today = evens(inputs);
      return crossing(Number(crosses[1]), { today, ...nextFact(today, odds(inputs)) }) ?? 0;
    };
  }
  const level = LEVEL.exec(by);
  if (level !== null) return (inputs) => levelAt(inputs, Number(level[1]), level[2] as string);
  if (by.startsWith(NETWORK)) return networkFormula(by);
  const match = SHAPED.exec(by);
  if (match === null) return undefined;
  const [, kind, end, of, n, mask, powers] = match as unknown as [
    string,
    ShapedKind,
    "from" | "to",
    string,
    string,
    string,
    string,
  ];
  return (inputs) => (shaped(kind, tableFrom(inputs, { n: Number(n), mask, powers }))[Number(of)] as Ends)[end];
}
