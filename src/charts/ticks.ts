import { scaleLinear } from "d3-scale";
import { type Instant, instantOf, millis } from "../core/model/time.ts";
import type { ChartWords } from "./words.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const STEPS = [1, 3, 6, 12, 24, 48, 168, 336, 672, 2184, 4368, 8760, 17520, 43800].map((hours) => hours * HOUR);

export interface TimeTick {
  readonly at: number;
  readonly label: string;
}

interface Ticks {
  readonly most: number;
  readonly words: ChartWords;
}

/** Moments between two instants at whole hours or days in UTC, at most so many, with the day where one begins. */
export function timeTicks(from: number, to: number, { most, words }: Ticks): readonly TimeTick[] {
  const step = STEPS.find((s) => (to - from) / s <= most) ?? Math.ceil((to - from) / most / DAY) * DAY;
  const year = to - from > 300 * DAY;
  const labelOf = (instant: Instant) =>
    step < DAY && !instant.endsWith("T00:00:00.000Z") ? instant.slice(11, 16) : words.day(instant, year);
  const out: TimeTick[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) out.push({ at, label: labelOf(instantOf(at)) });
  return out;
}

/** A scale of time in two pieces where the cut lies far behind the last moment: what happened keeps the room, the wait is shortened. */
export interface TimeScale {
  readonly place: (at: number) => number;
  /** Where the wait begins to be shortened; null where it is drawn to scale. */
  readonly breakAt: number | null;
}

/** A scale from the first moment to the cut. A wait of more than the time before it is drawn in `waitShare` of the room. */
export function timeScale(moments: readonly number[], cut: number, [from, to]: readonly [number, number]): TimeScale {
  const [first, last] = [Math.min(...moments, cut), Math.min(cut, Math.max(...moments))];
  if (cut - last <= last - first || last <= first)
    return { place: scaleLinear([first, cut], [from, to]), breakAt: null };
  return { place: scaleLinear([first, last, cut], [from, to - (to - from) * WAIT_SHARE, to]), breakAt: last };
}

const WAIT_SHARE = 0.18;

/** The middle of a time that may be an interval, in milliseconds; null where it is open. */
export function middleOf(when: { readonly from: Instant | null; readonly to: Instant | null } | null): number | null {
  if (when === null || when.from === null || when.to === null) return null;
  return (millis(when.from) + millis(when.to)) / 2;
}

/** The text in at most so many characters, cut after a word where there is one, with an ellipsis where something is gone. */
export function cutTo(text: string, most: number): string {
  const plain = text.replace(/\s+/gu, " ").trim();
  const letters = [...plain];
  if (letters.length <= most) return plain;
  const kept = letters.slice(0, most - 1).join("");
  const words = kept.replace(/\s\S*$/u, "");
  return `${words.length > kept.length * 0.5 ? words : kept.trimEnd()}\u2026`;
}
