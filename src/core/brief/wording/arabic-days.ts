import { type Instant, type When, whenInWords } from "../../model/time.ts";

/** The months as most of the Arabic press writes them, and the workbench. */
export const ARABIC_MONTHS = [
  "يناير",
  "فبراير",
  "مارس",
  "أبريل",
  "مايو",
  "يونيو",
  "يوليو",
  "أغسطس",
  "سبتمبر",
  "أكتوبر",
  "نوفمبر",
  "ديسمبر",
] as const;

const month = (iso: string) => ARABIC_MONTHS[Number(iso.slice(5, 7)) - 1] ?? "";

/** The day of an instant as `4 مارس 2031`. */
export function arabicDay(instant: Instant): string {
  return `${Number(instant.slice(8, 10))} ${month(instant)} ${Number(instant.slice(0, 4))}`;
}

/** An instant as `4 مارس 2031، 18:00 UTC`. */
export function arabicInstant(instant: Instant): string {
  return `${arabicDay(instant)}، ${instant.slice(11, 16)} UTC`;
}

/** A time in words, only as precise as it is; else the EDTF itself. */
export function arabicWhen(when: When): string {
  const { edtf, from } = when;
  if (from === null) return edtf;
  if (/^\d{4}-\d{2}$/.test(edtf)) return `${month(edtf)} ${edtf.slice(0, 4)}`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(edtf)) return arabicDay(from);
  return /^\d{4}-\d{2}-\d{2}T/.test(edtf) ? arabicInstant(from) : whenInWords(when);
}

/** "في 3 مارس 2031", "في 2031": a day at most. */
export function arabicOnDay(when: When): string {
  if (when.from !== null && /^\d{4}-\d{2}-\d{2}/.test(when.edtf)) return `في ${arabicDay(when.from)}`;
  return /^\d{4}(-\d{2})?$/.test(when.edtf) ? `في ${arabicWhen(when)}` : `في وقت ما (${arabicWhen(when)})`;
}
