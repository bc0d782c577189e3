import type { BriefLanguage } from "../core/model/brief.ts";

/** What the tables of explanations say, in the page's language. */
export interface ExplanationWords {
  readonly none: string;
  readonly missing: string;
  readonly between: string;
  bars(draws: string, searched: boolean): string;
  readonly judgedBy: string;
  readonly and: string;
  readonly nobody: string;
  readonly of: string;
  readonly answered: string;
  readonly in100: string;
  range(value: string, from: string, to: string): string;
  readonly tooUncertain: string;
  readonly heads: readonly [
    explanation: string,
    given: string,
    words: string,
    bands: string,
    box: string,
    surprise: string,
  ];
  readonly explanations: string;
  readonly unpicked: readonly [before: string, after: string];
  readonly byClass: string;
  readonly taken: readonly [under: string, as: string, below: string, above: string, leads: string];
  readonly rarer: readonly [before: string, after: string];
  readonly deciding: string;
  readonly conflicting: string;
  readonly next: readonly string[];
  readonly crossed: string;
  readonly bits: string;
  readonly nextLabel: string;
  readonly ledger: readonly string[];
  readonly ledgerCaption: readonly [against: string, rest: string];
  readonly ledgerLabel: string;
  decibans(shown: string): string;
  readonly forWhom: string;
  readonly sum: string;
  /** The bands of ICD 203 over their axis, in lines; those at the ends have no room. */
  readonly bands: Readonly<Record<string, readonly string[]>>;
}

const ENGLISH: ExplanationWords = {
  none: "No judgment yet.",
  missing: " Missing: ",
  between: "; ",
  bars: (draws, searched) =>
    `Bars: central 90 % of ${draws}seeded draws from the stated ranges; the notch is the value at their middles. Worst and best: what the stated ranges allow at most${searched ? ", as far as a search found" : ""}. `,
  judgedBy: "Judged by ",
  and: " and ",
  nobody: "nobody",
  of: " of ",
  answered: " cells answered.",
  in100: " in 100 (",
  range: (value, from, to) => `${value} of 100, range ${from} to ${to}`,
  tooUncertain: "too uncertain for one word",
  heads: [
    "explanation",
    "given these judgments",
    "in words",
    "range on the bands of ICD 203",
    "worst and best",
    "items that surprise",
  ],
  explanations: "Explanations",
  unpicked: ["Nobody has picked a reference class for the silence, so the ranges span all of them. ", ", by class:"],
  byClass: "By reference class",
  taken: [" under ", " is taken as ", " in 100: under ", " in 100: over ", " would lead."],
  rarer: [" is ", " times as rare beside the rest as by itself."],
  deciding: "Answers that decide who leads, the nearest first",
  conflicting: "What the rest of the evidence speaks against",
  next: ["worth finding next", "of 100, so", "leads if so", "leads if not", "of 100, another leads"],
  crossed: "of 100, the threshold is crossed",
  bits: "bits",
  nextLabel: "Worth finding next",
  ledger: ["item", "against \u00b7 for", "decibans", "leader without it, in 100"],
  ledgerCaption: [" against ", ", in decibans: what each item adds. Filled: for; open: against."],
  ledgerLabel: "What each item adds",
  decibans: (shown) => `${shown} decibans`,
  forWhom: " for",
  sum: "sum",
  bands: {
    "very unlikely": ["very", "unlikely"],
    unlikely: ["unlikely"],
    "roughly even chance": ["even"],
    likely: ["likely"],
    "very likely": ["very", "likely"],
  },
};

const ARABIC: ExplanationWords = {
  none: "لا حكم بعد.",
  missing: " ينقص: ",
  between: "؛ ",
  bars: (draws, searched) =>
    `الأشرطة: الـ90% الوسطى من ${draws}سحبة عشوائية معادة الإنتاج من النطاقات المذكورة؛ والعلامة هي القيمة في أوساطها. الأسوأ والأفضل: أقصى ما تسمح به النطاقات المذكورة${searched ? "، بقدر ما وجده البحث" : ""}. `,
  judgedBy: "أحكام ",
  and: " و",
  nobody: "لا أحد",
  of: " من أصل ",
  answered: " خانة أُجيب عنها.",
  in100: " من 100 (",
  range: (value, from, to) => `${value} من 100، النطاق ${from} إلى ${to}`,
  tooUncertain: "أوسع من أن تصفه كلمة واحدة",
  heads: ["التفسير", "بناءً على هذه الأحكام", "بالكلمات", "النطاق على درجات المعيار", "الأسوأ والأفضل", "أدلة مفاجئة"],
  explanations: "التفسيرات",
  unpicked: ["لم يختر أحد فئة مرجعية للصمت، ولذلك تمتد النطاقات على الفئات كلها. ", "، بحسب الفئة:"],
  byClass: "بحسب الفئة المرجعية",
  taken: [" في ظل ", " يُؤخذ على أنه ", " من 100: تحت ", " من 100: فوق ", " يتقدّم."],
  rarer: [" أندر بعدد مرات ", " إلى جانب سائر الأدلة منه وحده."],
  deciding: "أجوبة تقرّر ما يتقدّم، الأقرب أولًا",
  conflicting: "ما تخالفه سائر الأدلة",
  next: ["مما تلزم معرفته", "من 100، صحيح", "يتقدّم إن صح", "يتقدّم إن لم يصح", "من 100، يتقدّم غيره"],
  crossed: "من 100، تُجتاز العتبة",
  bits: "بت",
  nextLabel: "مما تلزم معرفته",
  ledger: ["الدليل", "ضد \u00b7 مع", "ديسيبان", "المتقدّم من دونه، من 100"],
  ledgerCaption: [" في مقابل ", "، بالديسيبان: ما يضيفه كل دليل. ممتلئ: مع؛ فارغ: ضد."],
  ledgerLabel: "ما يضيفه كل دليل",
  decibans: (shown) => `${shown} ديسيبان`,
  forWhom: " للجواب",
  sum: "المجموع",
  bands: {
    "very unlikely": ["مستبعد", "جدًا"],
    unlikely: ["مستبعد"],
    "roughly even chance": ["متعادل"],
    likely: ["مرجّح"],
    "very likely": ["مرجّح", "جدًا"],
  },
};

/** The words of the tables in the page's language; English where it is none of ours. */
export function explanationWords(language: BriefLanguage): ExplanationWords {
  return language === "ar" ? ARABIC : ENGLISH;
}
