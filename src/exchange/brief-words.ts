import { wordingOf } from "../core/brief/wording/wordings.ts";
import type { BriefLanguage } from "../core/model/brief.ts";
import type { Instant, When } from "../core/model/time.ts";

/** What the forms of a brief say around its sentences, in the brief's language. */
export interface BriefWords {
  readonly direction: "ltr" | "rtl";
  /** Quotation marks, and what stands between the ends of a range. */
  readonly marks: readonly [string, string];
  readonly to: string;
  /** Between the items of a row. */
  readonly comma: string;
  instant(instant: Instant): string;
  when(when: When): string;
  readonly kind: string;
  /** The cut, as a sentence: what could be known by then, of what was recorded. */
  known(asOf: Instant, atSeq: number | null): string;
  readonly undated: string;
  readonly documents: string;
  readonly notes: string;
  readonly note: string;
  readonly checkedByNobody: string;
  checkedBy(who: string): string;
  readonly notLegal: string;
  /** The state of the brief, beside it. */
  readonly state: string;
  readonly states: Readonly<Record<"draft" | "checked" | "published", string>>;
  readonly nobodyChecked: string;
  readonly checkedByWho: string;
  readonly replyAsked: string;
  readonly replyNotAsked: string;
  readonly noReplyAsked: string;
  /** Beside the judgment: where its odds come from, or what is missing for one. */
  why(of100: string): string;
  readonly odds: readonly [before: string, between: string, after: string];
  readonly inAll: string;
  readonly noProbabilities: string;
  readonly missing: string;
  readonly nothingStated: string;
  more(n: number): string;
  /** Heading and remark over the parts of a page that are in English whatever the brief's language. */
  readonly inEnglish: Readonly<Record<"silence" | "grounds", readonly [heading: string, note: string]>>;
}

const ENGLISH: Omit<BriefWords, "marks" | "to" | "comma" | "instant" | "when"> = {
  direction: "ltr",
  kind: "Brief",
  known: () => "",
  undated: "undated",
  documents: "Documents",
  notes: "Notes",
  note: "note ",
  checkedByNobody: "Checked by nobody yet.",
  checkedBy: (who) => `Checked by ${who}.`,
  notLegal: "Not a legal finding.",
  state: "The state of this brief",
  states: { draft: "A draft", checked: "Checked, not published", published: "As published" },
  nobodyChecked: "nobody has checked it",
  checkedByWho: "checked by ",
  replyAsked: "reply asked of ",
  replyNotAsked: "reply not asked of ",
  noReplyAsked: "reply asked: no",
  why: (of100) => `Why ${of100} in 100`,
  odds: ["The odds of ", " against ", ", and what each item makes of them:"],
  inAll: "in all",
  noProbabilities: "No probabilities yet. ",
  missing: "Missing:",
  nothingStated: "Nobody has stated a question, its explanations and a starting chance for each.",
  more: (n) => `and ${n} more`,
  inEnglish: {
    silence: ["The silence", ""],
    grounds: ["Where each number comes from", ""],
  },
};

const ARABIC: typeof ENGLISH = {
  direction: "rtl",
  kind: "الموجز",
  known: () => "",
  undated: "بلا تاريخ",
  documents: "الوثائق",
  notes: "الحواشي",
  note: "حاشية ",
  checkedByNobody: "لم يراجعه أحد بعد.",
  checkedBy: (who) => `جهة المراجعة: ${who}.`,
  notLegal: "ليس استنتاجًا قانونيًا.",
  state: "حالة هذا الموجز",
  states: { draft: "مسودة", checked: "مُراجَع، غير منشور", published: "كما نُشر" },
  nobodyChecked: "لم يراجعه أحد",
  checkedByWho: "جهة المراجعة: ",
  replyAsked: "طُلب الرد من ",
  replyNotAsked: "لم يُطلب الرد من ",
  noReplyAsked: "طلب الرد: لا",
  why: (of100) => `لماذا ${of100} من 100`,
  odds: ["كفة ", " في مقابل ", "، وما يفعله بها كل دليل:"],
  inAll: "في المجموع",
  noProbabilities: "لا احتمالات بعد. ",
  missing: "ينقص:",
  nothingStated: "لم يذكر أحد سؤالًا وتفسيراته واحتمال بداية لكل منها.",
  more: (n) => `و${n} غيرها`,
  inEnglish: {
    silence: ["الصمت، بالتفصيل", "التفصيل بالإنكليزية: الفئات المرجعية، والمنحنى، وما يحرّكه."],
    grounds: [
      "من أين جاء كل رقم",
      "التفصيل بالإنكليزية: كل رقم تحته خط منقّط يؤدي إلى هنا، حتى كلمات وثيقة أو حكم شخص أو صف أو جدول.",
    ],
  },
};

/** The words in the brief's language. */
export function briefWords(language: BriefLanguage): BriefWords {
  const { marks, to, comma, instant, when } = wordingOf(language);
  const own = language === "ar" ? ARABIC : ENGLISH;
  return {
    ...own,
    ...{ marks, to, comma, instant, when },
    known: (asOf, atSeq) => known(language, instant(asOf), atSeq),
  };
}

function known(language: BriefLanguage, asOf: string, atSeq: number | null): string {
  if (language === "ar") {
    return `ما كان يمكن معرفته حتى ${asOf}${atSeq === null ? "" : `؛ مسجّل حتى الحدث ${atSeq}`}.`;
  }
  return `What could be known by ${asOf}${atSeq === null ? "" : `; recorded to event ${atSeq}`}.`;
}
