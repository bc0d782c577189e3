// Days and instants in the interface's language, in UTC, with Latin digits: what is printed for a source stays as it was written.

import { useTranslation } from "react-i18next";
import type { When } from "../core/model/time.ts";
import { whenInWords } from "../core/model/time.ts";

export interface Days {
  readonly instant: (at: string) => string;
  readonly when: (when: When) => string;
  /** The day of an instant, with or without its year. */
  readonly day: (at: string, year: boolean) => string;
}

const INSTANT: Intl.DateTimeFormatOptions = {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hour12: false,
  timeZone: "UTC",
  timeZoneName: "short",
};
const DAY: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" };

export function useDays(): Days {
  const { i18n } = useTranslation();
  const locale = i18n.language === "ar" ? "ar-u-nu-latn" : "en-GB";
  const instant = (at: string) => new Intl.DateTimeFormat(locale, INSTANT).format(new Date(at));
  const when = (w: When) => {
    if (w.from === null || !/^\d{4}-\d\d-\d\d/.test(w.edtf)) return whenInWords(w);
    return /T/.test(w.edtf) ? instant(w.from) : new Intl.DateTimeFormat(locale, DAY).format(new Date(w.from));
  };
  const day = (at: string, year: boolean) => {
    const { year: _, ...short } = DAY;
    return new Intl.DateTimeFormat(locale, year ? DAY : short).format(new Date(at));
  };
  return { instant, when, day };
}
