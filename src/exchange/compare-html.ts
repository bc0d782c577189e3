import { changeMark, sourceMark } from "../charts/marks.ts";
import type { Comparison, LineageEvidence, Relation } from "../core/model/lineage.ts";
import type { Span } from "../core/model/span.ts";
import { whenInWords } from "../core/model/time.ts";
import { RELATION_WORDS, SHAPE_WORDS } from "./change-look.ts";
import { type CompareRow, compareRows, type NumberedChange, sourceSide } from "./compare-rows.ts";
import { type Child, type Element, el, name, sourceWords } from "./html.ts";
import { endOfWords, type Inset, type Mark, marked } from "./marked.ts";
import { counted, oddsInWords, of100, short } from "./numbers.ts";
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
  const body = [head, duo(reading), legend(), theTexts(reading), restsOn(reading), notesOn(reading)];
  return { title: `${reading.sourceName} and ${reading.copyName}`, body: body.filter((part) => part !== null) };
}

function read({ a, b, comparison }: ComparedTexts): Reading {
  const [nameA = "a", nameB = "b"] = textNames([a.info, b.info]);
  const rows = compareRows(comparison);
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
  return comparison.verdict.derived >= 0.5 && comparison.direction.derived !== null;
}

function heading(reading: Reading): Element {
  const { sourceName, copyName } = reading;
  return isDerived(reading)
    ? el("h1", {}, "What ", name(copyName), " made of ", name(sourceName))
    : el("h1", {}, name(sourceName), " and ", name(copyName), ", side by side");
}

const BASIS = {
  credit: "from a credit or link",
  time: "from the times of publication",
  wording: "from the wording alone",
} as const;

/** What best explains the two texts; never a word on intent [CO12]. */
function lede(reading: Reading): readonly Element[] {
  const { sourceName, copyName, comparison } = reading;
  const { verdict, direction } = comparison;
  const relation = RELATION_WORDS[verdict.relation];
  const shared: Child[] = [" (", figure(verdict.probabilities["shared-source"]), " in 100)"];
  const unseen: Child[] = ["by a source of both that we have not seen", shared];
  const given = `Given prior odds of ${oddsInWords(verdict.priorOdds)} that one derives from the other: `;
  const derived: Child[] = [given, figure(verdict.derived), " in 100 that it does"];
  const p = (...parts: readonly Child[]) => el("p", { class: "lede" }, ...parts);
  const under = (...parts: readonly Child[]) => el("p", { class: "soft under" }, ...parts);
  if (verdict.derived < 0.5)
    return [p(`Best explained by ${relation}.`), under(...derived, "; that both draw on a shared source", shared, ".")];
  if (direction.derived === null) {
    const open = `Which from which can\u2019t be told ${BASIS[direction.basis]}.`;
    return [
      p("Best explained by one deriving from the other, or ", ...unseen, ". ", open),
      under(...derived, `, by ${relation}.`),
    ];
  }
  const chance = direction.derived === "b" ? direction.probability : 1 - direction.probability;
  return [
    p(
      name(copyName),
      " is best explained by ",
      name(sourceName),
      ", or ",
      ...unseen,
      `. The direction is ${BASIS[direction.basis]}.`,
    ),
    under(
      ...derived,
      `, by ${relation}. If it does: `,
      figure(chance),
      " in 100 that ",
      name(copyName),
      " is the later one.",
    ),
  ];
}

function figure(share: number): Element {
  return el("a", { class: "fig", href: "#rests-on" }, of100(share));
}

function totals({ rows }: Reading): Element {
  const changes = rows.flatMap((row) => row.changes);
  const sentences = rows.filter((row) => row.changes.length > 0).length;
  const counts = SHAPE_WORDS.map(
    ([shape, words]) => [shape, words, changes.filter((c) => c.look.shape === shape).length] as const,
  );
  const found = counts.filter(([, , n]) => n > 0);
  const first = el(
    "p",
    {},
    el("b", {}, counted(changes.length, "change")),
    el("span", { class: "soft" }, ` in ${counted(sentences, "place")}`),
  );
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
  const middle = comparison.verdict.derived >= 0.5 ? "what happened on the way" : "what differs";
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
    el("div", { class: "mid-cell" }, changeList(row)),
    el("div", { class: "b" }, el("span", { class: "who" }, name(reading.copyName)), ...side(reading, row, "copy")),
  ];
}

function changeList({ changes, moved }: CompareRow): Element | null {
  const items = changes.map(({ number, look }) =>
    el("li", {}, el("span", { class: "n" }, number), changeMark(look.shape), el("span", {}, look.words)),
  );
  const place = moved
    ? [el("li", {}, el("span"), changeMark("moved"), el("span", {}, "stands elsewhere in the copy"))]
    : [];
  return items.length + place.length === 0 ? null : el("ul", { class: "chl" }, ...items, ...place);
}

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
    return sourceWords("p", languageHint(info.language, info.text), ...words);
  });
}

function languageHint(language: string | undefined, text: string): string | undefined {
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

function restsOn({ comparison }: Reading): Element {
  const { verdict, direction } = comparison;
  const relations = Object.entries(verdict.probabilities) as [Relation, number][];
  const rows = relations
    .sort(([, p], [, q]) => q - p)
    .map(([relation, p]) =>
      el(
        "tr",
        {},
        el("th", { scope: "row" }, RELATION_WORDS[relation]),
        el("td", { class: "r" }, `${of100(p)} of 100`),
      ),
    );
  const table = el(
    "table",
    { class: "small" },
    el("caption", {}, `Given prior odds of ${oddsInWords(verdict.priorOdds)} that one derives from the other [LI3].`),
    el(
      "thead",
      {},
      el("tr", {}, el("th", { scope: "col" }, "how they relate"), el("th", { scope: "col", class: "r" }, "chance")),
    ),
    el("tbody", {}, ...rows),
  );
  return el(
    "section",
    { class: "sec", id: "rests-on" },
    el("h2", {}, "What these numbers rest on"),
    el(
      "div",
      { class: "two" },
      el("div", {}, table),
      el(
        "div",
        { class: "stack" },
        evidence("How they relate [LI3]", verdict.evidence),
        evidence("Which from which [LI5]", direction.grounds),
      ),
    ),
  );
}

function evidence(title: string, items: readonly LineageEvidence[]): Element {
  if (items.length === 0) return el("p", { class: "small soft" }, `${title}: `, blank("nothing to go by"));
  const rows = items.map((item) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, item.name),
      el("td", { class: "r" }, short(item.value)),
      el("td", { class: "r" }, item.weight === 0 ? "" : short(item.weight, 2)),
    ),
  );
  return el(
    "table",
    { class: "small" },
    el("caption", {}, title),
    el(
      "thead",
      {},
      el(
        "tr",
        {},
        el("th", { scope: "col" }, "seen"),
        el("th", { scope: "col", class: "r" }, "value"),
        el("th", { scope: "col", class: "r" }, "log-odds"),
      ),
    ),
    el("tbody", {}, ...rows),
  );
}

function notesOn({ comparison }: Reading): Element | null {
  if (comparison.problems.length === 0) return null;
  const lines = comparison.problems.map((p) => el("p", { class: "warn small" }, p.message));
  return el("section", { class: "sec stack" }, el("h2", {}, "Mind"), ...lines);
}
