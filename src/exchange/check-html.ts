import { changeMark } from "../charts/marks.ts";
import { textOf } from "../charts/node.ts";
import type { Change, Check, CheckedSentence, CheckVerdict } from "../core/model/lineage.ts";
import type { Span } from "../core/model/span.ts";
import { type ChangeLook, distinct, lookOf, type PlacedChange, placed, VERDICT_LOOKS } from "./change-look.ts";
import { type Child, type Element, el, name, sourceWords } from "./html.ts";
import { endOfWords, type Inset, type Mark, marked } from "./marked.ts";
import { counted, listed } from "./numbers.ts";
import { blank, factsOf, paragraphAt, type ShownInfo, sourceLink, textNames } from "./text-facts.ts";

export interface CheckedTexts {
  readonly draft: ShownInfo;
  readonly against: readonly ShownInfo[];
  readonly check: Check;
}

/** The title and body of the page that lays a draft beside its sources, sentence by sentence. */
export function checkHtml(texts: CheckedTexts): { readonly title: string; readonly body: readonly Element[] } {
  const { draft, against, check } = texts;
  const own = draft.info.name ?? draft.info.id;
  const heading = el(
    "h1",
    {},
    name(own),
    `, against ${against.length === 1 ? "one source" : `${against.length} sources`}`,
  );
  const aside = el(
    "div",
    { class: "small soft" },
    "The word on each line is what the rules find. It is no verdict on a writer and says nothing on why.",
  );
  const head = el("div", { class: "row" }, el("div", {}, heading, el("p", { class: "lede" }, summary(check))), aside);
  const body = [head, duo(texts), legend(), theTexts(texts), notesOn(check)];
  return { title: own, body: body.filter((part) => part !== null) };
}

const SAID: Readonly<Record<CheckVerdict, (n: string, one: boolean) => string>> = {
  backed: (n, one) => `${n} ${one ? "is" : "are"} backed as ${one ? "it stands" : "they stand"}`,
  contradicted: (n, one) => `${n} ${one ? "says" : "say"} the opposite of ${one ? "its source" : "their sources"}`,
  changed: (n, one) => `${n} ${one ? "has" : "have"} something changed`,
  hardened: (n, one) => `${n} ${one ? "is" : "are"} more certain than ${one ? "its source" : "their sources"}`,
  softened: (n, one) => `${n} ${one ? "is" : "are"} less certain`,
  "source-dropped": (n, one) => `${n} no longer ${one ? "says" : "say"} who said it`,
  "no-source": (n, one) => `${n} ${one ? "has" : "have"} no source here`,
};

const ORDER: readonly CheckVerdict[] = [
  "backed",
  "contradicted",
  "changed",
  "hardened",
  "source-dropped",
  "softened",
  "no-source",
];

function summary({ sentences, unjudged }: Check): string {
  const parts = ORDER.flatMap((verdict) => {
    const n = sentences.filter((s) => s.verdict === verdict).length;
    return n === 0 ? [] : [SAID[verdict](String(n), n === 1)];
  });
  const total = sentences.length + unjudged.length;
  const told = parts.length === 0 ? "none could be judged" : listed(parts);
  const left = unjudged.length === 0 || parts.length === 0 ? "" : ` ${unjudged.length} could not be judged.`;
  return `Of ${counted(total, "sentence")}, ${told}.${left}`;
}

function duo(texts: CheckedTexts): Element {
  const { draft, check } = texts;
  const rows = [
    ...check.sentences.map((sentence) => ({ at: sentence.span.start, cells: () => sentenceCells(texts, sentence) })),
    ...check.unjudged.map((one) => ({ at: one.span.start, cells: () => unjudgedCells(texts, one) })),
  ].sort((a, b) => a.at - b.at);
  const under =
    draft.info.publisher === undefined ? null : [" ", el("span", { class: "soft" }, name(draft.info.publisher))];
  return el(
    "div",
    { class: "duo" },
    el("div", { class: "h" }, el("b", {}, "The draft"), under),
    el("div", { class: "h mid soft small" }, "finding"),
    el("div", { class: "h only-wide" }, el("b", {}, "What the source says")),
    ...rows.flatMap((row) => row.cells()),
  );
}

interface Looked {
  readonly change: PlacedChange;
  readonly look: ChangeLook;
}

function looked(change: Change, { span, sourceSpan }: CheckedSentence): Looked {
  const found = placed(change, { source: "a", sourceWhole: sourceSpan ?? null, copyWhole: span });
  return { change: found, look: lookOf(found) };
}

function marksOf(changes: readonly Looked[], side: "source" | "copy"): Mark[] {
  return changes.flatMap(({ change, look }) => {
    const [span, mark] = [change[side], look[side]];
    return span === null || mark === null
      ? []
      : [{ start: span.start, end: span.end, className: `ch ${mark}`, numbers: [] }];
  });
}

function sentenceCells(texts: CheckedTexts, sentence: CheckedSentence): readonly Element[] {
  const { info } = texts.draft;
  const changes = distinct(sentence.changes).map((change) => looked(change, sentence));
  const insets = caretIn(info.text, sentence.span, changes);
  const words = marked(info.text, sentence.span, { marks: marksOf(changes, "copy"), insets });
  const { shape, words: verdict } = VERDICT_LOOKS[sentence.verdict];
  const details = withoutRepeats(changes.map((one) => detail(texts, sentence, one)));
  return [
    el("div", { class: "a" }, sourceWords("p", info.language ?? null, ...words)),
    el(
      "div",
      { class: "mid-cell" },
      el("div", { class: "finding" }, changeMark(shape), el("div", {}, el("b", {}, verdict), ...details)),
    ),
    el("div", { class: "b" }, ...sourceCell(texts, sentence, changes)),
  ];
}

function finding(words: Child): Element {
  return el("div", { class: "soft small" }, words);
}

const QUOTE_AT_MOST = 40;
const LONGER = 70;

/** A change in words, with the words that differ where they are short. */
function detail(
  { draft, against }: CheckedTexts,
  { source, verdict }: CheckedSentence,
  { change, look }: Looked,
): Element {
  const words = (text: string, span: Span | null) => (span === null ? "" : text.slice(span.start, span.end).trim());
  const from = words(against.find((t) => t.info.id === source)?.info.text ?? "", change.source);
  const to = words(draft.info.text, change.copy);
  const fits = (some: string) => some !== "" && some.length <= QUOTE_AT_MOST;
  const inQuotes = (some: string): readonly Child[] => ["\u201c", name(some), "\u201d"];
  const said = look.words.replace(`${verdict}: `, "");
  if (fits(from) && fits(to)) return finding([`${said}: `, inQuotes(from), " became ", inQuotes(to)]);
  // The verdict says already that the source is gone; who it was says more.
  if (from !== "" && from.length <= LONGER && look.words === VERDICT_LOOKS[verdict].words)
    return finding([inQuotes(from), " is gone"]);
  const one = fits(from) && look.caret ? from : fits(to) && look.copy === "add" ? to : "";
  return finding(one === "" ? said : [`${said}: `, inQuotes(one)]);
}

/** Each line once, and few of them: the marks in both texts show the rest. */
function withoutRepeats(lines: readonly Element[]): readonly Element[] {
  const seen = new Set<string>();
  return lines.filter((line) => !seen.has(textOf(line)) && seen.add(textOf(line))).slice(0, 4);
}

function caretIn(text: string, span: Span, changes: readonly Looked[]): Inset[] {
  if (!changes.some(({ look }) => look.caret)) return [];
  return [{ at: endOfWords(text, span), node: el("span", { class: "caret" }, changeMark("dropped")) }];
}

function sourceCell(
  { against, check }: CheckedTexts,
  sentence: CheckedSentence,
  changes: readonly Looked[],
): readonly Child[] {
  const at = against.findIndex((t) => t.info.id === sentence.source);
  const text = against[at]?.info;
  if (text === undefined || sentence.sourceSpan === undefined) {
    return [
      blank("no passage to show"),
      el("p", { class: "soft small" }, `searched ${counted(against.length, "source")}`),
    ];
  }
  const words = marked(text.text, sentence.sourceSpan, { marks: marksOf(changes, "source"), insets: [] });
  const place = `doc ${at + 1}, par ${paragraphAt(text.text, sentence.sourceSpan.start)}`;
  const shape = isCopyHere(check, text.id) ? "copy" : "origin";
  const origin =
    sentence.origin === undefined || sentence.origin === text.id ? null : originName(against, sentence.origin);
  return [
    sourceWords("p", text.language ?? null, ...words),
    el(
      "p",
      {},
      sourceLink(shape, place, { href: `#doc-${at + 1}` }),
      origin !== null && [el("span", { class: "soft small" }, "; rests on "), origin],
    ),
  ];
}

/** Whether some sentence says that this text rests on another. */
function isCopyHere({ sentences }: Check, id: string): boolean {
  return sentences.some((s) => s.source === id && s.origin !== undefined && s.origin !== id);
}

function originName(against: readonly ShownInfo[], origin: string): Element {
  const at = against.findIndex((t) => t.info.id === origin);
  return at < 0
    ? el("span", { class: "small" }, name(origin))
    : sourceLink("origin", `doc ${at + 1}`, { href: `#doc-${at + 1}` });
}

function unjudgedCells({ draft }: CheckedTexts, one: Check["unjudged"][number]): readonly Element[] {
  const words = draft.info.text.slice(one.span.start, one.span.end);
  const reason = one.reason.replaceAll("-", " ");
  return [
    el("div", { class: "a" }, sourceWords("p", draft.info.language ?? null, words)),
    el(
      "div",
      { class: "mid-cell" },
      el("div", { class: "finding" }, changeMark("open"), el("div", {}, el("b", {}, "not judged"), finding(reason))),
    ),
    el("div", { class: "b" }),
  ];
}

function legend(): Element {
  const item = (mark: string, words: string) => el("span", {}, el("span", { class: `ch ${mark}` }, "words"), words);
  return el(
    "div",
    { class: "key gap-top" },
    item("gone", "gone from the draft"),
    item("weak", "changed in the draft"),
    item("hard", "more certain than the other text"),
    item("add", "not in the source"),
    item("chg", "put differently, other meaning"),
    el("span", {}, el("span", { class: "caret" }, changeMark("dropped")), "something stood here"),
  );
}

function theTexts({ draft, against }: CheckedTexts): Element {
  const names = textNames(against.map((t) => t.info));
  const cards = against.map((text, i) =>
    el(
      "div",
      { class: "stack", id: `doc-${i + 1}` },
      el("h3", {}, `doc ${i + 1} `, name(names[i] ?? "")),
      factsOf(text, [["reply asked", "no"]]),
    ),
  );
  const own = el("div", { class: "stack" }, el("h3", {}, "The draft"), factsOf(draft));
  return el("section", { class: "sec" }, el("h2", {}, "The texts"), el("div", { class: "texts" }, own, ...cards));
}

function notesOn({ problems }: Check): Element | null {
  if (problems.length === 0) return null;
  return el(
    "section",
    { class: "sec stack" },
    el("h2", {}, "Mind"),
    ...problems.map((p) => el("p", { class: "warn small" }, p.message)),
  );
}
