import type { Span } from "../model/span.ts";

export type DateUnit = "day" | "week" | "month" | "year";

/** A date as the words give it, before it is resolved against the day of publication. */
export type Rough =
  | { readonly is: "fixed"; readonly edtf: string }
  | { readonly is: "no-year"; readonly month: number; readonly day?: number; readonly lastDay?: number }
  | { readonly is: "weekday"; readonly weekday: number; readonly which: "last" | "this" | "next" | null }
  /** A calendar day, week, month or year counted from the present one. */
  | { readonly is: "unit"; readonly unit: DateUnit; readonly offset: number }
  /** So many days, weeks, months or years ago. */
  | { readonly is: "ago"; readonly unit: DateUnit; readonly count: number }
  /** The days, weeks, months or years up to now (or from now, when negative). */
  | { readonly is: "period"; readonly unit: DateUnit; readonly count: number };

/** A date in a text as found, `rough` still. */
export interface RoughMention extends Span {
  readonly rough: Rough;
}

/** A number with two digits, as months and days are written. */
export function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

/** EDTF of the year, month and day as far as they are given. */
export function edtfOf(year: number, month?: number, day?: number): string {
  const y = String(year).padStart(4, "0");
  if (month === undefined) return y;
  return day === undefined ? `${y}-${two(month)}` : `${y}-${two(month)}-${two(day)}`;
}

/** The mentions without those that overlap an earlier-listed one, in order of place. */
export function withoutOverlaps<T extends Span>(mentions: readonly T[]): T[] {
  const kept: T[] = [];
  for (const mention of mentions) {
    if (!kept.some((other) => mention.start < other.end && other.start < mention.end)) kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start);
}
