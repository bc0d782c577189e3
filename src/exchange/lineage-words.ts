import type { BriefLanguage } from "../core/model/brief.ts";

/** What the sources' part of a page says around its tables, in the page's language; numbers with what is counted are made elsewhere. */
export interface LineageWords {
  readonly oneOrigin: string;
  readonly key: string;
  readonly shapes: readonly [origin: string, copy: string, unseen: string];
  /** What the marks say to those who do not see them. */
  readonly spoken: Readonly<Record<"origin" | "copy" | "unseen", string>>;
  readonly graph: string;
  readonly heads: readonly string[];
  readonly documents: string;
  readonly in100: string;
  readonly retracted: string;
  readonly noDate: string;
  readonly its: string;
  readonly noAddress: string;
  captured(instant: string): string;
  readonly unseenHeads: readonly [source: string, cited: string];
}

const ENGLISH: LineageWords = {
  oneOrigin: "One origin says nothing on whether it is true.",
  key: "A line runs from a text to what was made of it; the heavier, the nearer to the words. Dashed: only possible.",
  shapes: ["origin", "copy or rewrite", "cited, not seen"],
  spoken: { origin: "", copy: "copy: ", unseen: "cited, not seen: " },
  graph: "Graph of sources; the table below has the same content",
  heads: ["document", "published", "made from", "how", "lost on the way", "address and hash"],
  documents: "Documents",
  in100: " in 100",
  retracted: "retracted",
  noDate: "no date",
  its: "its own",
  noAddress: "no address",
  captured: (instant) => `captured ${instant}`,
  unseenHeads: ["source", "cited in"],
};

const ARABIC: LineageWords = {
  oneOrigin: "أصل واحد لا يعني أنه صحيح أو غير صحيح.",
  key: "يمتد الخط من النص إلى ما صُنع منه؛ وكلما ثخن كان أقرب إلى الكلمات. المتقطع: ممكن فقط.",
  shapes: ["أصل", "نسخة أو إعادة صياغة", "ذُكر ولم يُر"],
  spoken: { origin: "", copy: "نسخة: ", unseen: "ذُكر ولم يُر: " },
  graph: "رسم المصادر؛ والجدول أدناه يحمل المضمون نفسه",
  heads: ["الوثيقة", "نُشرت", "صُنعت من", "كيف", "ما فُقد في الطريق", "العنوان والبصمة"],
  documents: "الوثائق",
  in100: " من 100",
  retracted: "مسحوبة",
  noDate: "بلا تاريخ",
  its: "أصل قائم بذاته",
  noAddress: "بلا عنوان",
  captured: (instant) => `التُقطت ${instant}`,
  unseenHeads: ["المصدر", "ذُكر في"],
};

/** The words in the page's language; English where it is none of ours. */
export function lineageWords(language: BriefLanguage): LineageWords {
  return language === "ar" ? ARABIC : ENGLISH;
}
