import { type ChartWords, ENGLISH as ENGLISH_DRAWINGS } from "../charts/words.ts";
import { arabicDay, arabicInstant } from "../core/brief/wording/arabic-days.ts";
import { type Instant, instantInWords } from "../core/model/time.ts";

/** What the frame of a page says, in the page's language. */
export interface PageWords {
  readonly skip: string;
  readonly asOf: string;
  readonly asOfWhat: string;
  instant(instant: Instant): string;
  recorded(seq: number): string;
  readonly notLegal: string;
  readonly accepted: string;
  readonly proposed: string;
  readonly drawings: ChartWords;
}

const ENGLISH: PageWords = {
  skip: "Skip to the page",
  asOf: "As of ",
  asOfWhat: "As of: what could be known by this time",
  instant: instantInWords,
  recorded: (seq) => `recorded to event ${seq}`,
  notLegal: "Not a legal finding.",
  accepted: "Only what a person has accepted counts.",
  proposed: "Statements found by rules count before a person has decided them.",
  drawings: ENGLISH_DRAWINGS,
};

/** A drawing's words run from left to right: a mark before and after lets digits in Arabic run with it. No isolate: those are shown as hidden. */
const marked = (text: string): string => `\u200f${text}\u200f`;

const ARABIC: PageWords = {
  skip: "انتقل إلى الصفحة",
  asOf: "حتى تاريخ ",
  asOfWhat: "حتى تاريخ: ما كان يمكن معرفته حتى هذا الوقت",
  instant: arabicInstant,
  recorded: (seq) => `مسجّل حتى الحدث ${seq}`,
  notLegal: "ليس استنتاجًا قانونيًا.",
  accepted: "لا يُحسب إلا ما قبله شخص.",
  proposed: "تُحسب الأقوال التي وجدتها القواعد قبل أن يبتّ فيها شخص.",
  drawings: {
    relation: {
      verbatim: "نسخة حرفية",
      "light-edit": "تعديل طفيف",
      "heavy-rewrite": "إعادة صياغة",
      "shared-source": "مصدر مشترك",
      "same-material": "المادة نفسها",
      "same-event-independent": "الحدث نفسه، مستقل",
      unrelated: "لا صلة",
    },
    possibly: "ربما ",
    asOf: "حتى",
    noDate: "بلا تاريخ",
    andMore: (count) => marked(`و${count} أخرى ذُكرت ولم تُر`),
    attack: "الهجوم",
    silenceOf: (actor) => marked(`صمت ${actor}`),
    timeline: "ما حدث وما قيل عبر الزمن",
    lineage: "ممّ صُنع كلٌّ منها",
    instant: arabicInstant,
    day: (instant, year) => marked(year ? arabicDay(instant) : arabicDay(instant).replace(/ \d+$/u, "")),
  },
};

/** The words of a page's frame; English where the language is none of ours. */
export function pageWords(language: string): PageWords {
  return language === "ar" ? ARABIC : ENGLISH;
}
