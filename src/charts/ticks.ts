import { dayInWords, type Instant, instantOf, millis } from "../core/model/time.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const STEPS = [1, 3, 6, 12, 24, 48, 168, 336, 672, 2184, 4368, 8760, 17520, 43800].map((hours) => hours * HOUR);

export interface TimeTick {
  readonly at: number;
  readonly label: string;
}

/** Moments between two instants at whole hours or days in UTC, at most so many, with the day where one begins. */
export function timeTicks(from: number, to: number, most: number): readonly TimeTick[] {
  const step = STEPS.find((s) => (to - from) / s <= most) ?? Math.ceil((to - from) / most / DAY) * DAY;
  const first = Math.ceil(from / step) * step;
  const out: TimeTick[] = [];
  for (let at = first; at <= to; at += step) out.push({ at, label: labelOf(instantOf(at), { step, long: to - from > 300 * DAY }) });
  return out;
}

function labelOf(instant: Instant, { step, long }: { readonly step: number; readonly long: boolean }): string {
  if (step < DAY && !instant.endsWith("T00:00:00.000Z")) return instant.slice(11, 16);
  const day = dayInWords(instant);
  return long ? day : day.slice(0, -5);
}

/** The middle of a time that may be an interval, in milliseconds; null where it is open. */
export function middleOf(when: { readonly from: Instant | null; readonly to: Instant | null } | null): number | null {
  if (when === null || when.from === null || when.to === null) return null;
  return (millis(when.from) + millis(when.to)) / 2;
}

/** The text in at most so many characters, with an ellipsis where something is gone. */
export function cutTo(text: string, most: number): string {
  const plain = text.replace(/\s+/gu, " ").trim();
  const letters = [...plain];
  return letters.length <= most ? plain : `${letters.slice(0, most - 1).join("").trimEnd()}\u2026`;
}
