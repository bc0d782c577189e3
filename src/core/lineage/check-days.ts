import type { Span } from "../model/span.ts";
import { datesOf } from "./change-dates.ts";
import type { Side } from "./side.ts";

/** A date of the sentence, and the same day in the source. */
export interface DayPair {
  readonly own: Span;
  readonly there: Span;
}

/** Days that the source tells otherwise: "on 11 June" of a report of 12 June that says "on Wednesday". */
export function dayPairs(source: Side, side: Side): readonly DayPair[] {
  const raw = source.text.read.info.text;
  const there = daysOf(source).filter((d) => !/\p{Nd}/u.test(raw.slice(d.span.start, d.span.end)));
  if (there.length === 0) return [];
  const here = daysOf(side);
  return datesOf(side).flatMap(({ span, parts }) => {
    const own = here.find((d) => d.span.start < span.end && span.start < d.span.end)?.parts ?? null;
    return there
      .filter((d) => (own === null ? isIn(parts, d.parts) : isSame(own, d.parts)))
      .map((d) => ({ own: span, there: d.span }));
  });
}

export function isSameDay(b: Span, source: Side, side: Side): boolean {
  return dayPairs(source, side).some(({ own }) => own.start < b.end && b.start < own.end);
}

interface Day {
  readonly span: Span;
  /** Year, month and day; null where the text does not tell all. */
  readonly parts: readonly [year: string, month: string, day: string] | null;
}

/** The days that a side tells, worked out from its day of publication where they are relative. */
function daysOf({ text, sentences }: Side): readonly Day[] {
  return text.read.reading.dates
    .filter((d) => sentences.some((s) => s.span.start <= d.span.start && d.span.end <= s.span.end))
    .map(({ span, when }) => {
      const [, year = "", month = "", day = ""] = /^(\d{4})-(\d\d)-(\d\d)/.exec(when.edtf) ?? [];
      return { span, parts: day === "" ? null : [year, String(Number(month)), String(Number(day))] };
    });
}

function isSame(x: Day["parts"], y: Day["parts"]): boolean {
  return x !== null && y !== null && x.every((p, k) => p === y[k]);
}

/** A date by its words, of which the day of the source has each. */
function isIn(parts: ReadonlySet<string>, day: Day["parts"]): boolean {
  if (day === null) return false;
  const [year, month, of] = day;
  const all = new Set([year, `m${month}`, of]);
  return parts.has(`m${month}`) && parts.has(of) && [...parts].every((p) => all.has(p));
}
