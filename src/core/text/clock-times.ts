import type { Span } from "../model/span.ts";
import { foldText, placeIn } from "./word-finder.ts";

/** A time of day as a text gives it: clock time where it has one, else the part of the day; its zone only where it is written. */
export interface ClockTime {
  readonly span: Span;
  /** "06:10", "dawn". */
  readonly text: string;
  readonly clock: string | null;
  /** Said to be about then. */
  readonly about: boolean;
  /** The zone is UTC by the text's own word. */
  readonly utc: boolean;
  /** "local time" in the text's own words. */
  readonly local: boolean;
}

const ABOUT =
  "(?:(about|around|shortly after|just after|shortly before|just before|nearly|نحو|حوالي|قرابه|قبيل|بعيد)\\s)?";
const ZONE =
  "(?:\\s\\(?(gmt|utc|local time|local|بتوقيت غرينتش|بتوقيت جرينتش|ت غ|بالتوقيت المحلي|بتوقيت \\p{L}{2,15}))?";
const DIGITS = new RegExp(
  `(?<![\\p{L}\\p{N}:.])(?:الساعه\\s)?${ABOUT}(?:الساعه\\s)?(\\d{1,2})[:.](\\d{2})(?:\\s?(a\\.?m|p\\.?m|صباحا|مساء|ظهرا|ليلا|فجرا|عصرا|من فجر|من صباح|من مساء)(?!\\p{L})\\.?)?${ZONE}(?![\\p{N}%])`,
  "gu",
);
const HOURS = new RegExp(`(?<![\\p{L}\\p{N}:.])${ABOUT}(\\d{1,2})\\s?(a\\.?m|p\\.?m)\\.?(?!\\p{L})${ZONE}`, "gu");
const FOUR = /(?<![\p{L}\p{N}:.])(\d{2})(\d{2})\s?(gmt|utc|hours|hrs)(?!\p{L})/gu;
const ARABIC_HOURS: Readonly<Record<string, number>> = {
  الواحده: 1,
  الثانيه: 2,
  الثالثه: 3,
  الرابعه: 4,
  الخامسه: 5,
  السادسه: 6,
  السابعه: 7,
  الثامنه: 8,
  التاسعه: 9,
  العاشره: 10,
  "الحاديه عشره": 11,
  "الثانيه عشره": 12,
};
const HOUR_NAMES = Object.keys(ARABIC_HOURS)
  .sort((a, b) => b.length - a.length)
  .join("|");
const MINUTES: Readonly<Record<string, number>> = {
  والنصف: 30,
  والربع: 15,
  والثلث: 20,
  "الا ربعا": -15,
  "الا الربع": -15,
  "الا ثلثا": -20,
  "الا الثلث": -20,
};
const ARABIC = new RegExp(
  `(?:الساعه\\s)(?:(نحو|حوالي|قرابه)\\s)?(?:(${HOUR_NAMES})|(\\d{1,2}))(?:\\s(${Object.keys(MINUTES).join("|")})|\\sو(\\d{1,2})\\sدقيقه)?(?:\\s(?:من\\s)?(صباحا|مساء|ظهرا|ليلا|فجرا|عصرا|فجر|صباح|ليل|ظهر|عصر))?${ZONE}(?!\\p{L})`,
  "gu",
);
const NAMED: Readonly<Record<string, string>> = {
  midnight: "00:00",
  noon: "12:00",
  midday: "12:00",
  "منتصف الليل": "00:00",
};
const PARTS: Readonly<Record<string, string>> = {
  "before dawn": "before dawn",
  predawn: "before dawn",
  "pre-dawn": "before dawn",
  "early morning": "early morning",
  "early hours": "early hours",
  "small hours": "early hours",
  dawn: "dawn",
  daybreak: "dawn",
  "mid-morning": "morning",
  morning: "morning",
  afternoon: "afternoon",
  evening: "evening",
  dusk: "dusk",
  nightfall: "dusk",
  sunset: "dusk",
  overnight: "night",
  "late at night": "night",
  "at night": "night",
  "night of": "night",
  فجر: "dawn",
  فجرا: "dawn",
  صباح: "morning",
  صباحا: "morning",
  ظهر: "noon",
  ظهرا: "noon",
  عصر: "afternoon",
  مساء: "evening",
  ليل: "night",
  ليلا: "night",
  ليله: "night",
};
const WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${ABOUT}(${Object.keys(NAMED).join("|")})|(${Object.keys(PARTS)
    .sort((a, b) => b.length - a.length)
    .join("|")}))(?!\\p{L})`,
  "gu",
);
const LATE = /^(?:p|مساء|ليلا|ليل|عصر|ظهر|من مساء)/u;
const EARLY = /^(?:a|صباح|فجر|من صباح|من فجر)/u;

/** The times of day in a passage, in order: clock times, noon and midnight, and parts of the day. Those without a zone are as the source has them. */
export function findClockTimes(text: string): readonly ClockTime[] {
  const folded = foldText(text);
  const out: ClockTime[] = [];
  const add = (
    m: RegExpExecArray,
    clock: string | null,
    { about, zone, part }: { about?: string | undefined; zone?: string | undefined; part?: string | undefined },
  ) => {
    const span = placeIn(folded, m.index, m.index + m[0].length);
    if (clock === null && part === undefined) return;
    if (out.some((o) => o.span.start < span.end && span.start < o.span.end)) return;
    const utc = zone !== undefined && /^(?:gmt|utc|بتوقيت غرينتش|بتوقيت جرينتش|ت غ)$/u.test(zone);
    out.push({
      span,
      text: clock ?? part ?? "",
      clock,
      about: about !== undefined,
      utc,
      local: zone !== undefined && !utc && !/^(?:hours|hrs)$/u.test(zone),
    });
  };
  for (const m of folded.text.matchAll(DIGITS)) add(m, clockOf(m[2], m[3], m[4]), { about: m[1], zone: m[5] });
  for (const m of folded.text.matchAll(HOURS)) add(m, clockOf(m[2], "0", m[3]), { about: m[1], zone: m[4] });
  for (const m of folded.text.matchAll(FOUR)) add(m, clockOf(m[1], m[2], undefined), { zone: m[3] });
  for (const m of folded.text.matchAll(ARABIC)) add(m, arabicClock(m), { about: m[1], zone: m[7] });
  for (const m of folded.text.matchAll(WORDS))
    add(m, NAMED[m[2] ?? ""] ?? null, { about: m[1], part: PARTS[m[3] ?? ""] });
  return out.sort((a, b) => a.span.start - b.span.start);
}

function clockOf(hour: string | undefined, minute: string | undefined, half: string | undefined): string | null {
  let h = Number(hour);
  const m = Number(minute);
  if (half !== undefined && LATE.test(half) && h < 12) h += 12;
  if (half !== undefined && EARLY.test(half) && h === 12) h = 0;
  return h > 23 || m > 59 ? null : `${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`;
}

function arabicClock(m: RegExpExecArray): string | null {
  const hour = m[2] === undefined ? Number(m[3]) : (ARABIC_HOURS[m[2]] ?? Number.NaN);
  const minutes = m[4] === undefined ? Number(m[5] ?? 0) : (MINUTES[m[4]] ?? 0);
  const [h, min] = minutes < 0 ? [hour - 1, 60 + minutes] : [hour, minutes];
  return Number.isNaN(h) ? null : clockOf(String(h), String(min), m[6]);
}
