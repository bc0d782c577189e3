import type { ShownAs } from "../model/brief.ts";

/** A share in hundredths as BR4 rounds it: to 5, to 1 below 5 and above 95; null under 1 and over 99. */
export function hundredths(share: number): number | null {
  if (share < 0.01 || share > 0.99) return null;
  // 100 · .07 is 7.000000000000001: rounded to a millionth first, so that a half is a half.
  const whole = Math.round(share * 1e8) / 1e6;
  return whole < 5 || whole > 95 ? Math.round(whole) : Math.round(whole / 5) * 5;
}

const plural = (n: number, unit: string) => `${n} ${unit}${n === 1 ? "" : "s"}`;

/** Whether a time is told in days: from three days on. */
export const inDays = (hours: number): boolean => hours >= 72;

/** A time in hours, or in days. */
function hours(value: number): string {
  if (inDays(value)) return plural(Math.round(value / 24), "day");
  if (value < 1) return "under 1 hour";
  return plural(Math.round(value), "hour");
}

/** A figure's value as it is printed [BR4]; full digits are for JSON, CSV and `why`. */
export function shownAs(value: number, as: ShownAs): string {
  if (as === "hours") return hours(value);
  if (as === "hours-bare") return hours(value).replace(/ \p{L}+$/u, "");
  if (as === "count") return String(Math.round(value));
  if (as === "factor") return String(Number(value.toPrecision(2)));
  const rounded = hundredths(value);
  if (as === "percent") return rounded === null ? (value < 0.5 ? "< 1 %" : "> 99 %") : `${rounded} %`;
  return rounded === null ? (value < 0.5 ? "fewer than 1" : "more than 99") : String(rounded);
}
