import { decisionMark } from "../charts/marks.ts";
import { cutTo } from "../charts/ticks.ts";
import type { AssessedDocument, AssessedStatement, Assessment } from "../core/model/assessment.ts";
import type { FigureId, Sha256 } from "../core/model/id.ts";
import type { Span } from "../core/model/span.ts";
import { whenInWords } from "../core/model/time.ts";
import { paragraphsOf } from "../core/text/paragraphs.ts";
import { figureLink } from "./grounds-html.ts";
import { type Element, el, name, quoted, sourceWords } from "./html.ts";
import { ledgerDoes, ledgerMore, ledgerWay, ledgerWhen } from "./ledger-words.ts";
import { type Mark, marked } from "./marked.ts";
import { counted, of100 } from "./numbers.ts";
import { docLink, documentName } from "./places.ts";
import { hoursInWords } from "./precedent-words.ts";

/** Texts by their SHA-256; of a document whose text is not at hand the table alone speaks. */
export type StatementTexts = Readonly<Record<Sha256, string>>;

export interface StatementsPart {
  readonly body: readonly Element[];
  readonly figures: readonly FigureId[];
}

/** The statements as a table, and each text with the statements marked in it. */
export function statementsHtml(assessment: Assessment, texts: StatementTexts): StatementsPart {
  const { statements, documents } = assessment;
  const numbered = new Map(ordered(assessment).map((s, i) => [s.id, i + 1]));
  const open = statements.filter((s) => s.status === "proposed").length;
  const wait =
    open === 0
      ? "Each has been decided by a person."
      : `${open === 1 ? "1 proposal waits" : `${open} proposals wait`} for a person.`;
  const body = [
    el("h1", {}, counted(statements.length, "statement")),
    el("p", { class: "lede" }, `Who said what, as rules read it in ${counted(documents.length, "document")}. ${wait}`),
    ...ledgerTable(assessment),
    table(assessment, numbered),
    ...documents.flatMap((d) => sheet(assessment, d, { text: texts[d.text], numbered })),
  ];
  const lags = assessment.ledger.flatMap((e) => (e.lag === null ? [] : [e.lag.from, e.lag.to]));
  return { body, figures: [...new Set([...statements.map((s) => s.precision), ...lags])] };
}

type Numbered = ReadonlyMap<string, number>;

function ordered({ statements, documents }: Assessment): readonly AssessedStatement[] {
  const position = new Map(documents.map((d) => [d.id, d.position]));
  return [...statements].sort(
    (a, b) =>
      (position.get(a.document) ?? 0) - (position.get(b.document) ?? 0) || a.quote.span.start - b.quote.span.start,
  );
}

/** The ledger [ST9]: what each actor itself said of responsibility. */
function ledgerTable(assessment: Assessment): readonly Element[] {
  const { ledger, figures, actors, documents } = assessment;
  if (ledger.length === 0) return [];
  const values = new Map(figures.map((f) => [f.id, f.value]));
  const value = (id: FigureId) => values.get(id) ?? 0;
  const nameOf = (id: string) => actors.find((a) => a.id === id)?.name ?? id;
  const rows = ledger.map((e) => {
    const hours = (id: FigureId) => figureLink(id, hoursInWords(value(id)));
    return el(
      "tr",
      {},
      el("td", { class: "nw" }, ledgerWhen(e)),
      el("th", { scope: "row" }, name(e.actorName)),
      el("td", {}, ledgerDoes(e)),
      el("td", { class: "nw" }, ...(e.lag === null ? [] : [hours(e.lag.from), " to ", hours(e.lag.to)])),
      el("td", {}, ledgerWay(e)),
      el("td", {}, ledgerMore(e, e.partOf.map(nameOf))),
      el(
        "td",
        { class: "nw" },
        docLink(
          assessment,
          documents.find((d) => d.id === e.quote.document),
          `, par ${e.quote.paragraph}`,
        ),
      ),
    );
  });
  const head = ["when", "who", "does", "after the attack", "by which way", "more", "where"];
  const inner = el(
    "table",
    { class: "flow" },
    el("thead", {}, el("tr", {}, ...head.map((words) => el("th", { scope: "col" }, words)))),
    el("tbody", {}, ...rows),
  );
  return [
    el("h2", {}, "Ledger: who claimed, denied or hailed it"),
    el("div", { class: "scroll gap-top", tabindex: 0, role: "region", "aria-label": "Ledger" }, inner),
  ];
}

const MOST_LETTERS = 150;

function table(assessment: Assessment, numbered: Numbered): Element {
  const value = (id: FigureId) => assessment.figures.find((f) => f.id === id)?.value ?? 0;
  const rows = ordered(assessment).map((s) => {
    const document = assessment.documents.find((d) => d.id === s.document);
    const how = [s.frame.replaceAll("-", " "), s.factuality === "asserted" ? null : `, ${s.factuality}`];
    return el(
      "tr",
      { id: `s-${numbered.get(s.id) ?? 0}` },
      el("td", { class: "r num soft" }, numbered.get(s.id) ?? 0),
      el(
        "td",
        {},
        el(
          "span",
          { class: s.status === "proposed" ? "st p" : "st" },
          decisionMark(s.status),
          s.status === "proposed" ? "proposal" : s.status,
        ),
      ),
      el("th", { scope: "row" }, name(s.speakerName)),
      el("td", {}, s.act.replaceAll("-", " "), s.targetName === null ? null : [" ", name(s.targetName)]),
      el("td", { class: "said" }, quoted(cutTo(s.quote.quote, MOST_LETTERS), document?.language)),
      el(
        "td",
        { class: "soft small" },
        ...how,
        "; right in ",
        figureLink(s.precision, of100(value(s.precision))),
        " of 100",
      ),
      el("td", { class: "nw" }, docLink(assessment, document, `, par ${s.quote.paragraph}`)),
    );
  });
  const head = ["", "state", "speaker", "says or does", "in the sentence", "how we know", "where"].map((words, i) =>
    el(words === "" ? "td" : "th", words === "" ? {} : { scope: "col", class: i === 0 ? "r" : null }, words),
  );
  const inner = el("table", { class: "flow" }, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...rows));
  return el("div", { class: "scroll gap-top", tabindex: 0, role: "region", "aria-label": "Statements" }, inner);
}

function sheet(
  assessment: Assessment,
  d: AssessedDocument,
  { text, numbered }: { readonly text: string | undefined; readonly numbered: Numbered },
): readonly Element[] {
  if (text === undefined) return [];
  const own = assessment.statements.filter((s) => s.document === d.id);
  const head = el(
    "p",
    { class: "head" },
    el("b", {}, name(documentName(d))),
    d.published === null ? ", no date " : `, ${whenInWords(d.published)} `,
    docLink(assessment, d),
  );
  return [
    el(
      "section",
      { class: "sheet doc sec", "aria-label": `Document ${d.position}` },
      head,
      ...wholeText(text, own, { document: d, numbered }),
    ),
  ];
}

function wholeText(
  text: string,
  own: readonly AssessedStatement[],
  { document, numbered }: { readonly document: AssessedDocument; readonly numbered: Numbered },
): readonly Element[] {
  const marks = own.flatMap((s) => marksOf(s, numbered.get(s.id) ?? 0));
  return paragraphsOf(text).map((paragraph: Span, i) => {
    const words = sourceWords("p", document.language, ...marked(text, paragraph, { marks, insets: [] }));
    return { ...words, attributes: { ...words.attributes, "data-n": String(i + 1) } };
  });
}

/** What was said, else the sentence; solid once a person has decided, dashed while it is a proposal. */
function marksOf(s: AssessedStatement, number: number): readonly Mark[] {
  const spans = s.content.length > 0 ? s.content : [s.quote.span];
  const className = s.status === "proposed" ? "sp prop" : "sp";
  return spans.map(({ start, end }, i) => ({
    start,
    end,
    className,
    numbers: i === spans.length - 1 ? [el("a", { href: `#s-${number}` }, number)] : [],
  }));
}
