import type { AssessedEdge, AssessedIncident, FactValue, IncidentField } from "../model/assessment.ts";
import type { BriefPart, BriefSentence } from "../model/brief.ts";
import type { ChangeClass } from "../model/lineage.ts";
import { byCodeUnit } from "../model/span.ts";
import { name, type Piece, sentence, shortQuote } from "./prose.ts";
import { docs, documentName, type Writing } from "./writing.ts";

/** A value as the sources give it: its number as a figure, with their own comparator before it. */
function valuePieces(w: Writing, field: IncidentField, value: FactValue): Piece[] {
  const { text, figure } = value;
  const own = w.say.factValue(field, value);
  if (own !== null) return [name(own)];
  const quoted = [w.say.marks[0], name(w.spelled(text)), w.say.marks[1]];
  if (figure === undefined) return quoted;
  const digits = /\d[\d.,]*/u.exec(text);
  // "at least three": a number in words stays in the source's words, or its comparator would be lost.
  if (digits === null) return quoted;
  const [before, after] = [text.slice(0, digits.index), text.slice(digits.index + digits[0].length)];
  const count = w.figure(figure, "count");
  if (w.say.language === "en" || before + after === "") return [before, count, after];
  const theirs = (words: string): Piece => (words === "" ? null : { is: "text", text: words, name: true });
  return [w.say.marks[0], theirs(before), count, theirs(after), w.say.marks[1]];
}

function versionPieces(w: Writing, field: IncidentField, value: FactValue): { pieces: Piece[]; notes: number[] } {
  const [quote] = value.quotes;
  const number = value.figure === undefined ? [] : [String(w.value(value.figure))];
  const notes = quote === undefined ? [] : [w.cite(quote, { keep: [...number, value.text] })];
  const ids = value.quotes.map((q) => q.document);
  const from = ids.length === 0 ? [] : [w.say.told.from(docs(w, ids))];
  return { pieces: [...valuePieces(w, field, value), ...from], notes };
}

/** The facts of each incident that the sources tell in several ways, side by side; more than one incident is named. */
export function disputeSentences(w: Writing): BriefSentence[] {
  const { incidents } = w.assessment;
  const label = (i: AssessedIncident): Piece => (i.main || incidents.length === 1 ? null : name(i.label));
  return incidents.flatMap((incident) =>
    incident.facts.flatMap(({ field, value }) => {
      if (value.is !== "disputed") return [];
      const versions = value.versions.map((v) => versionPieces(w, field, v.value));
      const pieces = w.say.told.dispute({ label: label(incident), field, versions: versions.map((v) => v.pieces) });
      return [sentence(pieces, { notes: versions.flatMap((v) => v.notes) })];
    }),
  );
}

/** What changes a reader's belief most stands first. */
const WEIGHTY: readonly ChangeClass[] = [
  "alternative-dropped",
  "attribution",
  "modality-hardened",
  "possible-to-happened",
  "revision-invented",
  "contradicted",
  "number",
  "date",
  "cause-added",
];

type Loss = AssessedEdge["losses"][number];

const weight = (l: Loss): number => {
  const at = WEIGHTY.indexOf(l.class);
  return at < 0 ? WEIGHTY.length : at;
};

/** Losses of a copy that count, the weightiest first. */
export function lossesOf(w: Writing, edge: AssessedEdge): Loss[] {
  return edge.losses
    .filter((l) => w.value(l.count) > 0)
    .sort((a, b) => weight(a) - weight(b) || byCodeUnit(a.class, b.class));
}

/** "lost 2 attributions and 1 date, hardened 1 statement": what was done once, with all it was done to. */
export function lossPieces(w: Writing, losses: readonly Loss[]): Piece[] {
  return w.say.told.losses(
    losses.map((l) => ({
      class: l.class,
      n: w.value(l.count),
      count: (noun) => w.figure(l.count, "count", noun),
    })),
  );
}

/** An example of a loss: the words of the source that the copy no longer has, or has with less reserve, with their note. */
function example(w: Writing, losses: readonly Loss[]): { quote: BriefPart; softened: boolean; note: number } | null {
  for (const loss of losses) {
    if (!["attribution", "alternative-dropped", "modality-hardened"].includes(loss.class)) continue;
    const found = loss.examples.find((e) => e.a !== null);
    if (found?.a == null) continue;
    const note = w.cite(found.a);
    const text = shortQuote(found.a.quote).replace(/[.,;:]$/u, "");
    return { quote: { is: "quote", text, note }, softened: loss.class === "modality-hardened", note };
  }
  return null;
}

/** The copies that lost or changed something, one sentence each, the most changed first; possible edges are not told. */
export function copySentences(w: Writing): BriefSentence[] {
  const edges = w.assessment.lineage.edges
    .filter((e) => !e.possible)
    .map((edge) => ({ edge, losses: lossesOf(w, edge) }))
    .filter(({ losses }) => losses.length > 0)
    .sort((a, b) => worst(w, b.losses) - worst(w, a.losses) || byCodeUnit(a.edge.to, b.edge.to));
  return edges.map(({ edge, losses }) => {
    const shown = example(w, losses);
    const pieces = w.say.told.copy({
      copy: name(documentName(w, edge.to)),
      relation: edge.relation,
      source: name(documentName(w, edge.from)),
      losses: lossPieces(w, losses.slice(0, 5)),
      example: shown,
    });
    return sentence(pieces, { notes: shown === null ? [] : [shown.note] });
  });
}

const worst = (w: Writing, losses: readonly Loss[]): number => losses.reduce((sum, l) => sum + w.value(l.count), 0);
