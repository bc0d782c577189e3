import { changeMark, sourceMark } from "../charts/marks.ts";
import type { Comparison } from "../core/model/lineage.ts";
import type { TextInfo } from "../core/model/reading.ts";
import type { Span } from "../core/model/span.ts";
import { whenInWords } from "../core/model/time.ts";
import { SHAPE_WORDS } from "./change-look.ts";
import { isOneMadeFromTheOther, lede, restsOn } from "./compare-explained.ts";
import { type CompareRow, compareRows, type NumberedChange, sourceSide } from "./compare-rows.ts";
import { type Child, type Element, el, name, sourceWords } from "./html.ts";
import { endOfWords, type Inset, type Mark, marked } from "./marked.ts";
import { counted } from "./numbers.ts";
import { blank, factsOf, type ShownInfo, textNames } from "./text-facts.ts";

export interface ComparedTexts {
  readonly a: ShownInfo;
  readonly b: ShownInfo;
  readonly comparison: Comparison;
}

interface Reading {
  readonly source: ShownInfo;
  readonly copy: ShownInfo;
  readonly sourceName: string;
  readonly copyName: string;
  readonly sentences: { readonly source: readonly Span[]; readonly copy: readonly Span[] };
  readonly rows: readonly CompareRow[];
  readonly comparison: Comparison;
}

/** The title and body of the page that lays two texts side by side. */
export function comparisonHtml(texts: ComparedTexts): { readonly title: string; readonly body: readonly Element[] } {
  const reading = read(texts);
  const head = el("div", { class: "row" }, el("div", {}, heading(reading), ...lede(reading)), totals(reading));
  const body = [head, duo(reading), legend(), theTexts(reading), restsOn(reading.comparison), notesOn(reading)];
  return { title: `${reading.sourceName} and ${reading.copyName}`, body: body.filter((part) => part !== null) };
}

function read({ a, b, comparison }: ComparedTexts): Reading {
  const [nameA = "a", nameB = "b"] = textNames([a.info, b.info]);
  const rows = compareRows(comparison, { alone: isOneMadeFromTheOther(comparison) });
  const { sentences } = comparison;
  return sourceSide(comparison) === "a"
    ? {
        source: a,
        copy: b,
        sourceName: nameA,
        copyName: nameB,
        sentences: { source: sentences.a, copy: sentences.b },
        rows,
        comparison,
      }
    : {
        source: b,
        copy: a,
        sourceName: nameB,
        copyName: nameA,
        sentences: { source: sentences.b, copy: sentences.a },
        rows,
        comparison,
      };
}

/** Whether the texts are told as a source and what was made of it. */
function isDerived({ comparison }: Reading): boolean {
  return isOneMadeFromTheOther(comparison) && comparison.direction.derived !== null;
}

function heading(reading: Reading): Element {
  const { sourceName, copyName } = reading;
  return isDerived(reading)
    ? el("h1", {}, "What ", name(copyName), " made of ", name(sourceName))
    : el("h1", {}, name(sourceName), " and ", name(copyName), ", side by side");
}

function totals({ rows }: Reading): Element {
  const changes = rows.flatMap((row) => row.changes);
  const sentences = rows.filter((row) => row.changes.length > 0).length;
  const counts = SHAPE_WORDS.map(
    ([shape, words]) => [shape, words, changes.filter((c) => c.look.shape === shape).length] as const,
  );
  const found = counts.filter(([, , n]) => n > 0);
  const none = el("span", { class: "soft" }, "No change of substance was found in the sentences that match.");
  const some = [
    el("b", {}, counted(changes.length, "change")),
    el("span", { class: "soft" }, ` in ${counted(sentences, "place")}`),
  ];
  const first = el("p", {}, changes.length === 0 ? none : some);
  const key = found.map(([shape, words, n]) => el("span", {}, changeMark(shape), `${words}, ${n}`));
  return el("div", { class: "small stack" }, first, found.length > 0 && el("div", { class: "key" }, ...key));
}

function duo(reading: Reading): Element {
  const { source, copy, sourceName, copyName, comparison } = reading;
  const known = isDerived(reading);
  const head = (info: ShownInfo, own: string, shape: "origin" | "copy", role: string) =>
    el(
      "div",
      { class: "h" },
      el("b", {}, name(own)),
      " ",
      el(
        "span",
        { class: "soft" },
        info.info.published === undefined ? "time not stated" : whenInWords(info.info.published),
      ),
      known && [" ", el("span", { class: "src" }, sourceMark(shape), role)],
    );
  const middle = isOneMadeFromTheOther(comparison) ? "what happened on the way" : "what differs";
  return el(
    "div",
    { class: "duo" },
    head(source, sourceName, "origin", "source"),
    el("div", { class: "h mid soft small" }, middle),
    head(copy, copyName, "copy", "copy"),
    ...reading.rows.flatMap((row) => cells(reading, row)),
  );
}

function cells(reading: Reading, row: CompareRow): readonly Element[] {
  return [
    el("div", { class: "a" }, el("span", { class: "who" }, name(reading.sourceName)), ...side(reading, row, "source")),
    el("div", { class: "mid-cell" }, changeList(reading, row)),
    el("div", { class: "b" }, el("span", { class: "who" }, name(reading.copyName)), ...side(reading, row, "copy")),
  ];
}

function changeList(reading: Reading, row: CompareRow): Element | null {
  const { changes, moved } = row;
  const items = changes.map(({ number, look }) =>
    el("li", {}, el("span", { class: "n" }, number), changeMark(look.shape), el("span", {}, look.words)),
  );
  const place = moved
    ? [el("li", {}, el("span"), changeMark("moved"), el("span", {}, "stands elsewhere in the copy"))]
    : [];
  if (items.length + place.length > 0) return el("ul", { class: "chl" }, ...items, ...place);
  return row.source.length > 0 && row.copy.length > 0
    ? null
    : el("p", { class: "soft small" }, ...aloneWords(reading, row));
}

/** Why a sentence that stands alone is no change. */
function aloneWords({ comparison, sourceName, copyName }: Reading, row: CompareRow): readonly Child[] {
  if (isOneMadeFromTheOther(comparison)) return ["counts once: said before, or no sentence of its own"];
  return ["only in ", name(row.source.length > 0 ? sourceName : copyName)];
}

const TWO_LANGUAGES =
  "The texts are in two languages. Sentences are laid side by side by their words, so that a translation is not seen here: compare names, numbers and dates yourself.";

/** The sentences of one side of a row; the marks are those of all rows, for a change may point outside its own. */
function side(reading: Reading, row: CompareRow, which: "source" | "copy"): readonly Element[] {
  const { info } = reading[which];
  const indices = row[which];
  if (indices.length === 0) return [el("p", {}, blank("nothing in this text answers it"))];
  const marks = reading.rows.flatMap((r) => r.changes).flatMap((change) => markOf(change, which));
  const insets = which === "copy" ? caretOf(info.text, row, reading.sentences.copy) : [];
  return runsOf(indices).map((run) => {
    const words = run.flatMap((i, k): Child[] => {
      const span = reading.sentences[which][i];
      return span === undefined ? [] : [k > 0 && " ", ...marked(info.text, span, { marks, insets })];
    });
    return sourceWords("p", languageHint(info), ...words);
  });
}

function languageHint({ language, text }: TextInfo): string | undefined {
  return language ?? (/[\u0600-\u06ff]/.test(text.slice(0, 400)) ? "ar" : undefined);
}

/** Neighbouring sentences run on; others start a paragraph. */
function runsOf(indices: readonly number[]): readonly (readonly number[])[] {
  const out: number[][] = [];
  for (const i of indices) {
    const last = out.at(-1);
    if (last !== undefined && last.at(-1) === i - 1) last.push(i);
    else out.push([i]);
  }
  return out;
}

function markOf({ look, number, ...places }: NumberedChange, which: "source" | "copy"): Mark[] {
  const [span, mark] = [places[which], look[which]];
  return span === null || mark === null
    ? []
    : [{ start: span.start, end: span.end, className: `ch ${mark}`, numbers: [number] }];
}

/** One caret at the end of the copy's words for all that stood there and is gone. */
function caretOf(text: string, { copy, changes }: CompareRow, sentences: readonly Span[]): Inset[] {
  const gone = changes.filter((change) => change.look.caret).map((change) => change.number);
  const last = sentences[copy.at(-1) ?? -1];
  if (gone.length === 0 || last === undefined) return [];
  const words = el("span", { class: "caret" }, changeMark("dropped"), el("sup", {}, gone.join(", ")));
  return [{ at: endOfWords(text, last), node: words }];
}

const LEGEND: readonly (readonly [string, string])[] = [
  ["gone", "gone from the other text"],
  ["weak", "changed in the other text"],
  ["hard", "more certain than the other text"],
  ["add", "not in the other text"],
  ["chg", "put differently, other meaning"],
];

function legend(): Element {
  const items = LEGEND.map(([mark, words]) => el("span", {}, el("span", { class: `ch ${mark}` }, "words"), words));
  const caret = el("span", {}, el("span", { class: "caret" }, changeMark("dropped")), "something stood here");
  return el("div", { class: "key gap-top" }, ...items, caret);
}

function theTexts({ source, copy, sourceName, copyName }: Reading): Element {
  const card = (text: ShownInfo, own: string) =>
    el("div", { class: "stack" }, el("h3", {}, name(own)), factsOf(text, [["reply asked", "no"]]));
  return el(
    "section",
    { class: "sec" },
    el("h2", {}, "The two texts"),
    el("div", { class: "texts" }, card(source, sourceName), card(copy, copyName)),
  );
}

function notesOn({ comparison, source, copy }: Reading): Element | null {
  const [a, b] = [languageHint(source.info), languageHint(copy.info)];
  const languages = a === b || a === undefined || b === undefined ? [] : [TWO_LANGUAGES];
  if (comparison.problems.length + languages.length === 0) return null;
  const lines = [...languages, ...comparison.problems.map((p) => p.message)].map((words) =>
    el("p", { class: "warn small" }, words),
  );
  return el("section", { class: "sec stack" }, el("h2", {}, "Mind"), ...lines);
}
