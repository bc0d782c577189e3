import { type Problem, problem } from "../model/problem.ts";
import type { ClassKind, LagLaw } from "../model/silence.ts";
import { FEATURE_NAMES, parseQuery } from "./class-query.ts";
import type { ComparedClass } from "./compare.ts";
import { numeratorOnly } from "./numerator.ts";

/** What a parser gives: the value, or the problem with the text. */
export type Parsed<T> = { readonly value: T } | { readonly problem: Problem };

/** Fitted by machine or typed by hand: digits, a point, an exponent. */
const NUMBER = "\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|\\.\\d+";
const CLASS = /^([^<]+)=(\d+)\/(\d+)(?::(counted|ratio|assumed))?(?:<([^<]+)=(\d+)\/(\d+))?$/u;
const NUMERATOR = /^(.+?)=(\d+)$/u;
const LAW = new RegExp(`^(exponential|weibull|lognormal|loglogistic):(${NUMBER})(h|d)(?:,(${NUMBER}))?$`);

/**
 * The reference class of `NAME=K/N[:ratio|assumed][<PARENT=K/N]`, as typed at `--class`: kind counted where none is given; or of a query
 * over records, `NAME: country=SY insider=yes`, whose k and n are 0 until it is counted. A problem
 * where the text is something else, or k is over n, or n is 0 without a parent; a numerator alone is answered with what it does not say [SI11].
 */
export function parseClassOption(text: string): Parsed<ComparedClass> {
  const typed = parseQuery(text);
  if (typed !== null && "query" in typed) {
    return { value: { name: typed.name, k: 0, n: 0, kind: "counted", query: typed.query } };
  }
  // "Port: insiders=3/4" is counts: a pair of no known feature is a slip only where the text is nothing else.
  const m = typed?.known === true ? null : CLASS.exec(text.trim());
  if (m === null) {
    if (typed === null) return { problem: noDenominator(text) ?? problem("bad-class", { value: text }) };
    const known = FEATURE_NAMES.join(", ");
    return { problem: problem("bad-class-query", { value: text, pair: typed.pair, known }) };
  }
  const [, name = "", k, n, kind = "counted", parentName, parentK, parentN] = m;
  const counts = { k: Number(k), n: Number(n) };
  const parent =
    parentName === undefined ? undefined : { name: parentName.trim(), k: Number(parentK), n: Number(parentN) };
  for (const c of [{ name, ...counts }, ...(parent === undefined ? [] : [parent])]) {
    if (c.k > c.n) return { problem: problem("class-k-over-n", { class: c.name.trim(), k: c.k, n: c.n }) };
  }
  if ((counts.n === 0 && parent === undefined) || parent?.n === 0) {
    return { problem: problem("class-empty", { class: (counts.n === 0 ? name : (parentName ?? "")).trim() }) };
  }
  return {
    value: { name: name.trim(), ...counts, kind: kind as ClassKind, ...(parent !== undefined && { parent }) },
  };
}

/** What a class with a numerator alone is answered with [SI11]; null where the text is something else. */
function noDenominator(text: string): Problem | null {
  const m = NUMERATOR.exec(text.trim());
  const count = Number(m?.[2] ?? 0);
  if (m === null || count === 0) return null;
  const fits = numeratorOnly(count).fits.map(
    ({ share, attacks }) => `${attacks} attacks at ${Math.round(100 * share)} %`,
  );
  return problem("class-without-denominator", { class: (m[1] ?? "").trim(), count, fits: fits.join(", ") });
}

/**
 * The lag law of `weibull:13.6h,0.95`, `lognormal:72h,1.1` (median, σ), `exponential:20h` or `loglogistic:20h,1.5`, as typed at `--lag`;
 * `d` stands for days. A problem where the text is something else or a number is 0.
 */
export function parseLagOption(text: string): Parsed<LagLaw> {
  const m = LAW.exec(text.trim());
  const [, law, size, unit, second] = m ?? [];
  const hours = Number(size) * (unit === "d" ? 24 : 1);
  const shape = Number(second);
  const needsTwo = law !== "exponential";
  const wrong = m === null || needsTwo !== (second !== undefined) || !(hours > 0) || (needsTwo && !(shape > 0));
  if (wrong || !Number.isFinite(hours) || (needsTwo && !Number.isFinite(shape))) {
    return { problem: problem("bad-lag", { value: text }) };
  }
  if (law === "exponential") return { value: { law, scale: hours } };
  if (law === "lognormal") return { value: { law, median: hours, sigma: shape } };
  return { value: { law: law as "weibull" | "loglogistic", scale: hours, shape } };
}
