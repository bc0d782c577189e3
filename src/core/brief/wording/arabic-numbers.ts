import type { CountedNoun, ShownAs } from "../../model/brief.ts";
import { inDays, shownAs } from "../rounding.ts";

export type PluralCategory = "zero" | "one" | "two" | "few" | "many" | "other";

/** The plural category of a whole number in Arabic, as Unicode's CLDR has it; the sign and what follows the point play no part. */
export function arabicPlural(n: number): PluralCategory {
  const whole = Math.abs(Math.round(n));
  if (whole === 0) return "zero";
  if (whole === 1) return "one";
  if (whole === 2) return "two";
  const rest = whole % 100;
  if (rest >= 3 && rest <= 10) return "few";
  return rest >= 11 ? "many" : "other";
}

/** What is counted as it follows a preposition or a noun of action: one and two in words, then after the digits for 3 to 10, for 11 to 99, and for 100. */
type Forms = readonly [one: string, two: string, few: string, many: string, other: string];

const SAYING: Forms = ["قول واحد", "قولين", "أقوال", "قولًا", "قول"];
const SENTENCE: Forms = ["جملة واحدة", "جملتين", "جمل", "جملة", "جملة"];

const such = (sign: string): Forms => [
  `عبارة واحدة مثل ${sign}`,
  `عبارتين مثل ${sign}`,
  `عبارات مثل ${sign}`,
  `عبارة مثل ${sign}`,
  `عبارة مثل ${sign}`,
];

const NOUNS: Readonly<Record<CountedNoun, Forms>> = {
  document: ["وثيقة واحدة", "وثيقتين", "وثائق", "وثيقة", "وثيقة"],
  origin: ["أصل واحد", "أصلين", "أصول", "أصلًا", "أصل"],
  report: ["تقرير واحد", "تقريرين", "تقارير", "تقريرًا", "تقرير"],
  attribution: ["إسناد واحد إلى مصدر", "إسنادين إلى مصدر", "إسنادات إلى مصادر", "إسنادًا إلى مصدر", "إسناد إلى مصدر"],
  date: ["تاريخ واحد", "تاريخين", "تواريخ", "تاريخًا", "تاريخ"],
  number: ["رقم واحد", "رقمين", "أرقام", "رقمًا", "رقم"],
  comparator: such("«على الأقل»"),
  place: ["مكان واحد", "مكانين", "أماكن", "مكانًا", "مكان"],
  "entity-replaced": ["اسم واحد", "اسمين", "أسماء", "اسمًا", "اسم"],
  "role-moved": [
    "دور واحد إلى طرف آخر",
    "دورين إلى طرف آخر",
    "أدوار إلى أطراف أخرى",
    "دورًا إلى أطراف أخرى",
    "دور إلى أطراف أخرى",
  ],
  quantifier: SAYING,
  "modality-hardened": SAYING,
  "modality-softened": SAYING,
  "possible-to-happened": [
    "احتمال واحد إلى واقع",
    "احتمالين إلى واقع",
    "احتمالات إلى وقائع",
    "احتمالًا إلى وقائع",
    "احتمال إلى وقائع",
  ],
  "alternative-dropped": ["تفسير آخر واحد", "تفسيرين آخرين", "تفسيرات أخرى", "تفسيرًا آخر", "تفسير آخر"],
  "cause-added": ["سبب أو قصد واحد", "سببين أو قصدين", "أسباب أو مقاصد", "سببًا أو قصدًا", "سبب أو قصد"],
  "statement-to-question": [
    "قول واحد إلى سؤال",
    "قولين إلى سؤالين",
    "أقوال إلى أسئلة",
    "قولًا إلى أسئلة",
    "قول إلى أسئلة",
  ],
  "revision-invented": [
    "مراجعة واحدة لا يرويها المصدر",
    "مراجعتين لا يرويهما المصدر",
    "مراجعات لا يرويها المصدر",
    "مراجعة لا يرويها المصدر",
    "مراجعة لا يرويها المصدر",
  ],
  "as-of-lost": such("«حتى الآن»"),
  "loaded-word-added": ["كلمة مشحونة واحدة", "كلمتين مشحونتين", "كلمات مشحونة", "كلمة مشحونة", "كلمة مشحونة"],
  contradicted: SAYING,
  "sentence-dropped": SENTENCE,
  "sentence-added": SENTENCE,
};

const HOURS: Forms = ["ساعة واحدة", "ساعتين", "ساعات", "ساعة", "ساعة"];
const DAYS: Forms = ["يوم واحد", "يومين", "أيام", "يومًا", "يوم"];

const AT: Readonly<Record<PluralCategory, number>> = { zero: 4, one: 0, two: 1, few: 2, many: 3, other: 4 };

function counted(n: number, forms: Forms): string {
  const category = arabicPlural(n);
  const form = forms[AT[category]] ?? "";
  return category === "one" || category === "two" ? form : `${n} ${form}`;
}

function rounded(hours: number): { readonly n: number; readonly forms: Forms } {
  return inDays(hours) ? { n: Math.round(hours / 24), forms: DAYS } : { n: Math.round(hours), forms: HOURS };
}

/** Whether the unit of two times can stand once, after the second: both in one unit, and both with digits. */
export function unitOnce(from: number, to: number): boolean {
  return inDays(from) === inDays(to) && rounded(from).n > 2 && rounded(to).n > 2;
}

/** A figure's value as an Arabic brief prints it [BR4], in Western digits; a number with what is counted is in the case that follows a preposition. */
export function arabicShown(value: number, as: ShownAs, noun?: CountedNoun): string {
  if (as === "count" && noun !== undefined) return counted(Math.round(value), NOUNS[noun]);
  if (as === "hours" || as === "hours-bare") {
    if (value < 1) return "أقل من ساعة";
    const { n, forms } = rounded(value);
    return as === "hours" ? counted(n, forms) : String(n);
  }
  return shownAs(value, as)
    .replace(/^< |^fewer than /u, "أقل من ")
    .replace(/^> |^more than /u, "أكثر من ")
    .replace(/ %$/u, "%");
}
