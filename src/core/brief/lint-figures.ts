import type { Brief, BriefPart } from "../model/brief.ts";
import { likelihoodIn, likelihoodWord } from "../model/likelihood.ts";
import { type Problem, problem } from "../model/problem.ts";
import { ownWords, type Placed } from "./lint-text.ts";
import { QUOTE_WORDS } from "./page-one.ts";
import { read, wordCount } from "./prose.ts";

export type Figures = ReadonlyMap<string, Brief["figures"][number]>;

/** Figures that the brief prints and does not hold, and figures that name no rule [BR1]. */
export function unknownProblems({ sections, notes }: Brief, figures: Figures): Problem[] {
  const parts = sections.flatMap((s) => s.sentences.flatMap((x) => [...x.parts]));
  const ids = [...parts.flatMap(figuresOf), ...notes.flatMap((n) => n.figures)];
  return [
    ...[...new Set(ids)].filter((id) => !figures.has(id)).map((figure) => problem("brief-figure-unknown", { figure })),
    ...[...figures.values()]
      .filter((f) => f.rule.trim() === "")
      .map((f) => problem("brief-figure-without-rule", { figure: f.id })),
  ];
}

function figuresOf(part: BriefPart): string[] {
  if (part.is === "figure") return [part.id];
  return part.is === "likelihood" ? [part.from, part.to] : [];
}

/** A figure printed otherwise than BR4 rounds it. */
export function roundingProblems({ sentence, say }: Placed, figures: Figures): Problem[] {
  return sentence.parts.flatMap((p) => {
    if (p.is !== "figure") return [];
    const figure = figures.get(p.id);
    if (figure === undefined) return [];
    const right = say.shown(figure.value, p.as, p.noun);
    const facts = { figure: p.id, value: figure.value, shown: p.shown, right };
    return right === p.shown ? [] : [problem("brief-figure-rounded-wrong", facts)];
  });
}

/** A likelihood word that is not the word of the unrounded ends of its range [BR2]. */
export function wordProblems({ sentence, say }: Placed, figures: Figures): Problem[] {
  return sentence.parts.flatMap((p) => {
    if (p.is !== "likelihood") return [];
    const [from, to] = [figures.get(p.from)?.value, figures.get(p.to)?.value];
    if (from === undefined || to === undefined) return [];
    const ends = [from, to].map((x) => likelihoodIn(say.language, likelihoodWord(x)?.word ?? "without a word"));
    const right = [...new Set(ends)].join(say.to);
    const words = p.words.join(say.to);
    return right === words ? [] : [problem("brief-word-differs", { words, from, to, right })];
  });
}

/** A factor by itself, as a figure or in words [BR4]. */
export function factorProblems(placed: Placed): Problem[] {
  const { sentence, say } = placed;
  const figure = sentence.parts.some((p) => p.is === "figure" && p.as === "factor");
  const word = say.lint.factor.test(ownWords(placed));
  return figure || word ? [problem("brief-bare-factor", { sentence: read(sentence, say) })] : [];
}

/** A chance without what it is given in the same sentence [BR4]; each clause that a semicolon parts must have its own in counts of a hundred. */
export function conditionProblems(placed: Placed): Problem[] {
  const { sentence, say } = placed;
  const own = ownWords(placed);
  const chance = sentence.parts.some(
    (p) => p.is === "likelihood" || (p.is === "figure" && (p.as === "percent" || p.as === "of-100")),
  );
  if (!chance || say.lint.condition.test(own) || say.lint.counted(own)) return [];
  return [problem("brief-chance-without-condition", { sentence: read(sentence, say) })];
}

const plain = (text: string): string => text.replace(/\s+/gu, " ").trim().toLowerCase();

const NUMBERS = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** Whether words of a source hold a number, in digits (with or without separators, Arabic ones too) or spelled out in English. */
function holdsNumber(quote: string, value: number): boolean {
  const western = quote.replace(/[\u0660-\u0669]/gu, (d) => String(d.charCodeAt(0) - 0x660));
  const digits =
    western.match(/\d[\d.,]*/gu)?.map((d) => Number(d.replace(/[.,](?=\d{3}\b)/gu, "").replace(/[.,]$/u, ""))) ?? [];
  const word = NUMBERS[value];
  return digits.includes(value) || (word !== undefined && new RegExp(`\\b${word}\\b`, "iu").test(quote));
}

/** A note that does not hold what it is cited for [BR7], where that can be seen: quotes, words of the source, counts read from a text. */
export function citationProblems({ sentence }: Placed, brief: Brief, figures: Figures): Problem[] {
  const notes = new Map(brief.notes.map((n) => [n.number, n]));
  const cited = [...sentence.notes, ...sentence.parts.flatMap((p) => (p.is === "quote" ? [p.note] : []))];
  const missing = [...new Set(cited)]
    .filter((n) => !notes.has(n))
    .map((note) => problem("brief-note-unknown", { note }));
  const quotes = sentence.notes.flatMap((n) => notes.get(n)?.quote ?? []);
  const list = sentence.notes.join(", ");
  const quoted = sentence.parts.flatMap((p) => {
    if (p.is !== "quote") return [];
    const held = notes.get(p.note)?.quote;
    const bare = plain(p.text.replace(/^… | …$/gu, ""));
    if (held === undefined || plain(held).includes(bare)) return [];
    return [problem("brief-citation-lacks-fact", { note: p.note, fact: p.text })];
  });
  const words = (sentence.cites ?? [])
    .filter((c) => !quotes.some((q) => plain(q).includes(plain(c))))
    .map((fact) => problem("brief-citation-lacks-fact", { note: list, fact }));
  const counts = sentence.parts.flatMap((p) => {
    if (p.is !== "figure" || p.as !== "count" || quotes.length === 0) return [];
    const figure = figures.get(p.id);
    if (figure === undefined || figure.rule !== "ST8" || quotes.some((q) => holdsNumber(q, figure.value))) return [];
    return [problem("brief-citation-lacks-fact", { note: list, fact: p.shown })];
  });
  return [...missing, ...quoted, ...words, ...counts];
}

/** A quote longer than a point needs [CO3]. */
export function quoteProblems({ sections, notes }: Brief): Problem[] {
  const quotes = [
    ...sections.flatMap((s) => s.sentences.flatMap((x) => x.parts.flatMap((p) => (p.is === "quote" ? [p.text] : [])))),
    ...notes.flatMap((n) => n.quote ?? []),
  ];
  return [...new Set(quotes)]
    .filter((q) => wordCount(q) > QUOTE_WORDS)
    .map((q) =>
      problem("brief-quote-too-long", { words: wordCount(q), most: QUOTE_WORDS, quote: `${q.slice(0, 60)}…` }),
    );
}
