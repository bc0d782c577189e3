import { type GraphDocument, lineageGraph } from "../charts/lineage-graph.ts";
import { sourceMark } from "../charts/marks.ts";
import { middleOf } from "../charts/ticks.ts";
import { spellingBy } from "../core/brief/called.ts";
import { wordingOf } from "../core/brief/wording/wordings.ts";
import type { AssessedDocument, AssessedEdge, Assessment } from "../core/model/assessment.ts";
import type { BriefPart } from "../core/model/brief.ts";
import type { FigureId } from "../core/model/id.ts";
import { millis } from "../core/model/time.ts";
import { briefDoc, placeOf } from "./brief-places.ts";
import { lookOf, placed, RELATION_WORDS, SHAPE_WORDS } from "./change-look.ts";
import { figureLink } from "./grounds-html.ts";
import { address, type Child, type Element, el, name } from "./html.ts";
import { lineageWords } from "./lineage-words.ts";
import { counted, of100, short } from "./numbers.ts";
import { pageWords } from "./page-words.ts";
import { documentName, shapeOf } from "./places.ts";
import { blank, sourceLink } from "./text-facts.ts";

export interface LineagePart {
  readonly body: readonly Element[];
  readonly figures: readonly FigureId[];
}

/** Reports, origins and what was made from what: the count, the graph over time, and the same as a table [LI6]. */
export function lineageHtml(assessment: Assessment, level: "h1" | "h2"): LineagePart {
  const used: FigureId[] = [];
  const values = new Map(assessment.figures.map((f) => [f.id, f.value]));
  const print = (id: FigureId, shown = short(values.get(id) ?? 0)) => {
    used.push(id);
    return figureLink(id, shown);
  };
  const body = [
    ...heading(assessment, level, print),
    ...graph(assessment),
    documents(assessment, print),
    ...unseen(assessment),
  ];
  return { body, figures: used };
}

type Print = (id: FigureId, shown?: string) => Element;

function heading(assessment: Assessment, level: "h1" | "h2", print: Print): readonly Element[] {
  const { words, lede } =
    assessment.brief.language === "ar" ? arabicHeading(assessment, print) : told(assessment, print);
  return level === "h1"
    ? [el("h1", {}, ...words), el("p", { class: "lede" }, ...lede)]
    : [el("h2", {}, ...words), el("p", { class: "soft" }, ...lede)];
}

interface Heading {
  readonly words: readonly Child[];
  readonly lede: readonly Child[];
}

/** "From 13 reports to 8 origins": counts follow a preposition, whose case their words have. */
function arabicHeading({ lineage, figures }: Assessment, print: Print): Heading {
  const say = wordingOf("ar");
  const value = (id: FigureId) => figures.find((f) => f.id === id)?.value ?? 0;
  const counted = (id: FigureId, noun: "report" | "origin") => print(id, say.shown(value(id), "count", noun));
  const [from, to] = [lineage.originsFrom, lineage.originsTo];
  const range =
    value(from) === value(to)
      ? null
      : [" عدد الأصول بين ", print(from), " و", print(to), "، إن حُسبت الروابط الأضعف على أي وجه."];
  const more = value(lineage.unseenCount) === 0 ? null : ["ذُكر ولم يُر: ", print(lineage.unseenCount), ". "];
  return {
    words: ["من ", counted(lineage.documents, "report"), " إلى ", counted(lineage.origins, "origin")],
    lede: [more, lineageWords("ar").oneOrigin, range],
  };
}

function told({ lineage, figures }: Assessment, print: Print): Heading {
  const value = (id: FigureId) => figures.find((f) => f.id === id)?.value ?? 0;
  const reports = value(lineage.documents);
  const origins = value(lineage.origins);
  const words: Child[] = [
    print(lineage.documents),
    reports === 1 ? " report, " : " reports, ",
    print(lineage.origins),
    origins === 1 ? " origin seen" : " origins seen",
  ];
  const [from, to] = [value(lineage.originsFrom), value(lineage.originsTo)];
  const range =
    from === to
      ? null
      : [
          " Between ",
          print(lineage.originsFrom),
          " and ",
          print(lineage.originsTo),
          " origins, if the weaker links are taken either way.",
        ];
  const more =
    value(lineage.unseenCount) === 0
      ? null
      : [
          print(lineage.unseenCount),
          value(lineage.unseenCount) === 1 ? " more is" : " more are",
          " cited, and not seen. ",
        ];
  return { words, lede: [more, lineageWords("en").oneOrigin, range] };
}

function graphData(assessment: Assessment): readonly GraphDocument[] {
  const { documents: all, lineage } = assessment;
  return all.map((d) => {
    const edge = strongest(assessment, d);
    return {
      ...{ id: d.id, position: d.position, name: documentName(d), at: middleOf(d.published) },
      from: edge === undefined ? null : { id: edge.from, relation: edge.relation, possible: edge.possible },
      unseen: lineage.unseen.filter((u) => u.citedBy[0]?.document === d.id).map((u) => u.name),
    };
  });
}

/** What a document was made from: the sure edge before a possible one, then the likelier. */
function strongest({ lineage, figures }: Assessment, { id }: AssessedDocument): AssessedEdge | undefined {
  const value = (edge: AssessedEdge) => figures.find((f) => f.id === edge.probability)?.value ?? 0;
  return lineage.edges
    .filter((edge) => edge.to === id)
    .sort((a, b) => Number(a.possible) - Number(b.possible) || value(b) - value(a))[0];
}

function graph(assessment: Assessment): readonly Element[] {
  const { language } = assessment.brief;
  const words = lineageWords(language);
  const { drawings } = pageWords(language);
  const chart = lineageGraph({ documents: graphData(assessment), asOf: millis(assessment.asOf), words: drawings });
  if (chart === null) return [];
  const item = (shape: "origin" | "copy" | "unseen", text: string) =>
    el("li", {}, sourceLink(shape, text, { href: null, spoken: words.spoken }));
  const key = el(
    "div",
    { class: "small soft" },
    el("p", {}, words.key),
    el(
      "ul",
      { class: "legend" },
      item("origin", words.shapes[0]),
      item("copy", words.shapes[1]),
      item("unseen", words.shapes[2]),
    ),
  );
  return [el("section", { class: "graph only-wide", "aria-label": words.graph }, key, chart.svg)];
}

function documents(assessment: Assessment, print: Print): Element {
  const { heads, documents: title } = lineageWords(assessment.brief.language);
  const rows = assessment.documents.map((d) => documentRow(assessment, d, print));
  const table = el(
    "table",
    { class: "flow docs" },
    el("thead", {}, el("tr", {}, ...heads.map((words) => el("th", { scope: "col" }, words)))),
    el("tbody", {}, ...rows),
  );
  return el(
    "section",
    { class: "sec", id: "documents" },
    el("h2", {}, title),
    el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": title }, table),
  );
}

function documentRow(assessment: Assessment, d: AssessedDocument, print: Print): Element {
  const edge = strongest(assessment, d);
  const parent = assessment.documents.find((other) => other.id === edge?.from);
  const value = (id: FigureId) => assessment.figures.find((f) => f.id === id)?.value ?? 0;
  const { language } = assessment.brief;
  const words = lineageWords(language);
  const say = wordingOf(language);
  const { drawings } = pageWords(language);
  const share = (p: number) => (language === "ar" ? say.shown(p, "of-100") : of100(p));
  const relation = (e: AssessedEdge) =>
    language === "ar"
      ? `${e.possible ? drawings.possibly : ""}${drawings.relation[e.relation]}، `
      : `${e.possible ? "possibly " : ""}${RELATION_WORDS[e.relation]}, `;
  const how =
    edge === undefined ? [] : [relation(edge), print(edge.probability, share(value(edge.probability))), words.in100];
  const lost = (e: AssessedEdge) => (language === "ar" ? arabicLosses(assessment, e, print) : losses(e, value));
  const title =
    d.title === null || d.title === documentName(d)
      ? null
      : el("div", { class: "soft small" }, name(d.title, d.language));
  const retracted = d.retracted ? el("div", { class: "small" }, el("b", {}, words.retracted)) : null;
  return el(
    "tr",
    { id: `doc-${d.position}` },
    el(
      "th",
      { scope: "row" },
      el("span", { class: "src" }, sourceMark(shapeOf(assessment, d.id)), d.position),
      "\u2002",
      name(documentName(d)),
      title,
      retracted,
    ),
    el("td", { class: "nw" }, d.published === null ? blank(words.noDate) : say.when(d.published)),
    el(
      "td",
      { class: "nw" },
      parent === undefined ? el("span", { class: "soft" }, words.its) : briefDoc(assessment, parent),
    ),
    el("td", {}, ...how),
    el("td", { class: "soft small" }, ...(edge === undefined ? [] : lost(edge))),
    el(
      "td",
      { class: "small" },
      d.address === null ? blank(words.noAddress) : address(d.address),
      el("div", { class: "soft hash" }, d.original ?? d.text),
      d.captured !== null &&
        !d.captured.startsWith("0001") &&
        el("div", { class: "soft" }, words.captured(say.instant(d.captured))),
    ),
  );
}

/** The same counts as in the brief: what was done, with all it was done to. */
function arabicLosses({ figures }: Assessment, { losses: list }: AssessedEdge, print: Print): readonly Child[] {
  const say = wordingOf("ar");
  const value = (id: FigureId) => figures.find((f) => f.id === id)?.value ?? 0;
  const counted = list.flatMap((l) => {
    const n = value(l.count);
    const count = (): BriefPart => ({ is: "figure", id: l.count, as: "count", shown: say.shown(n, "count", l.class) });
    return n > 0 ? [{ class: l.class, n, count }] : [];
  });
  return say.told
    .losses(counted)
    .map((p) => (p === null || typeof p === "string" ? p : p.is === "figure" ? print(p.id, p.shown) : null));
}

const MOST_LINES = 8;

/** What a copy lost, hardened or added, by kind, the gravest first; what is gone apart from what was put otherwise. */
function losses(edge: AssessedEdge, value: (id: FigureId) => number): readonly Child[] {
  const kinds = new Map<string, { n: number; rank: number }>();
  for (const loss of edge.losses) {
    const examples = loss.examples.length > 0 ? loss.examples : [{ a: null, b: null }];
    const each = loss.examples.length > 0 ? 1 : Math.round(value(loss.count));
    for (const { a, b } of examples) {
      const at = { start: 0, end: 0 };
      const change = { class: loss.class, weight: 0, ...(a !== null && { a: at }), ...(b !== null && { b: at }) };
      const { words, shape } = lookOf(placed(change, { source: "a", sourceWhole: null, copyWhole: null }));
      const rank = SHAPE_WORDS.findIndex(([s]) => s === shape);
      kinds.set(words, { n: (kinds.get(words)?.n ?? 0) + each, rank });
    }
  }
  const lines = [...kinds]
    .sort(([, x], [, y]) => x.rank - y.rank)
    .map(([w, { n }]) => (n > 1 ? `${w}, ${n} times` : w));
  const more = lines.length - MOST_LINES;
  const shown = more > 0 ? [...lines.slice(0, MOST_LINES), `${counted(more, "kind")} more`] : lines;
  return shown.flatMap((words, i): Child[] => [i > 0 && "; ", words]);
}

function unseen(assessment: Assessment): readonly Element[] {
  const { unseen: list } = assessment.lineage;
  const { language } = assessment.brief;
  const say = wordingOf(language);
  const words = lineageWords(language);
  const spelled = spellingBy(assessment, say);
  if (list.length === 0) return [];
  const rows = list.map((u) => {
    const places = u.citedBy.map((quote) => placeOf(assessment, quote));
    return el(
      "tr",
      {},
      el("th", { scope: "row" }, sourceLink("unseen", "", { href: null, spoken: words.spoken }), name(spelled(u.name))),
      el("td", {}, ...places.flatMap((p, i): Child[] => [i > 0 && say.comma, p])),
    );
  });
  const head = el("thead", {}, el("tr", {}, ...words.unseenHeads.map((text) => el("th", { scope: "col" }, text))));
  return [
    el(
      "section",
      { class: "sec" },
      el(
        "h2",
        {},
        language === "ar" ? `ذُكر ولم يُر: ${list.length}` : `${counted(list.length, "source")} cited, and not seen`,
      ),
      el("table", {}, head, el("tbody", {}, ...rows)),
    ),
  ];
}
