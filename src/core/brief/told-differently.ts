import type { AssessedEdge, AssessedIncident, FactValue, IncidentField } from "../model/assessment.ts";
import type { BriefSentence } from "../model/brief.ts";
import type { ChangeClass, Relation } from "../model/lineage.ts";
import { byCodeUnit } from "../model/span.ts";
import { listed, name, type Piece, sentence, shortQuote } from "./prose.ts";
import { docs, documentName, type Writing } from "./writing.ts";

/** A field of an incident as a person calls it. */
export const FIELD_NAMES: Readonly<Record<IncidentField, string>> = {
  date: "the day",
  time: "the time of day",
  place: "the place",
  killed: "the number killed",
  wounded: "the number wounded",
  target: "the target",
  weapon: "the weapon",
  perpetrator: "who did it",
  "group-part": "the group’s part in it",
  investigation: "the state of an investigation",
};

/** A value as the sources give it: its number as a figure, with their own comparator before it. */
function valuePieces(w: Writing, { text, figure }: FactValue): Piece[] {
  if (figure === undefined) return ["“", name(text), "”"];
  const digits = /\d[\d.,]*/u.exec(text);
  // "at least three": a number in words stays in the source's words, or its comparator would be lost.
  if (digits === null) return ["“", name(text), "”"];
  const before = text.slice(0, digits.index);
  return [before, w.figure(figure, "count"), text.slice(digits.index + digits[0].length)];
}

function versionPieces(w: Writing, value: FactValue): { pieces: Piece[]; notes: number[] } {
  const [quote] = value.quotes;
  const number = value.figure === undefined ? [] : [String(w.value(value.figure))];
  const notes = quote === undefined ? [] : [w.cite(quote, { keep: [...number, value.text] })];
  const from =
    value.quotes.length === 0
      ? []
      : [
          ` (${docs(
            w,
            value.quotes.map((q) => q.document),
          )})`,
        ];
  return { pieces: [...valuePieces(w, value), ...from], notes };
}

/** The facts of each incident that the sources tell in several ways, side by side; more than one incident is named. */
export function disputeSentences(w: Writing): BriefSentence[] {
  const { incidents } = w.assessment;
  const label = (i: AssessedIncident): Piece[] => (i.main || incidents.length === 1 ? [] : [name(i.label), ": "]);
  return incidents.flatMap((incident) =>
    incident.facts.flatMap(({ field, value }) => {
      if (value.is !== "disputed") return [];
      const versions = value.versions.map((v) => versionPieces(w, v.value));
      const between = versions.length === 2 ? " against " : "; ";
      const sides = versions.flatMap((v, i) => (i === 0 ? v.pieces : [between, ...v.pieces]));
      const of = FIELD_NAMES[field];
      return [sentence([...label(incident), of, ": ", ...sides, "."], { notes: versions.flatMap((v) => v.notes) })];
    }),
  );
}

/** What was done to how many of what: verb, one, many. */
const LOST: Readonly<Record<ChangeClass, readonly [string, string, string]>> = {
  attribution: ["lost", "attribution", "attributions"],
  date: ["lost or changed", "date", "dates"],
  number: ["changed", "number", "numbers"],
  comparator: ["lost or changed", "“at least” or the like", "words such as “at least”"],
  place: ["lost or changed", "place", "places"],
  "entity-replaced": ["replaced", "name", "names"],
  "role-moved": ["gave to another", "role", "roles"],
  quantifier: ["widened or narrowed", "statement", "statements"],
  "modality-hardened": ["hardened", "statement", "statements"],
  "modality-softened": ["softened", "statement", "statements"],
  "possible-to-happened": ["made a fact of", "possibility", "possibilities"],
  "alternative-dropped": ["lost", "other explanation", "other explanations"],
  "cause-added": ["added", "cause or aim", "causes or aims"],
  "statement-to-question": ["made a question of", "statement", "statements"],
  "revision-invented": ["invented", "revision", "revisions"],
  "as-of-lost": ["lost", "mark of what is only true so far", "marks of what is only true so far"],
  "loaded-word-added": ["added", "loaded word", "loaded words"],
  contradicted: ["contradicts", "statement", "statements"],
  "sentence-dropped": ["left out", "sentence", "sentences"],
  "sentence-added": ["added", "sentence", "sentences"],
};

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

const RELATIONS: Readonly<Record<Relation, string>> = {
  verbatim: "a copy",
  "light-edit": "a lightly edited copy",
  "heavy-rewrite": "a rewrite",
  "shared-source": "a report from the same source",
  "same-material": "a report from the same material",
  "same-event-independent": "an independent report",
  unrelated: "an unrelated text",
};

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
  const verbs = [...new Set(losses.map((l) => LOST[l.class][0]))];
  const clauses = verbs.map((verb) => {
    const things = losses
      .filter((l) => LOST[l.class][0] === verb)
      .map((l) => [w.figure(l.count, "count"), ` ${LOST[l.class][w.value(l.count) === 1 ? 1 : 2]}`]);
    return [`${verb} `, ...listed(things)];
  });
  return listed(clauses);
}

/** An example of a loss: the words of the source that the copy no longer has, with their note. */
function example(w: Writing, losses: readonly Loss[]): { pieces: Piece[]; notes: number[] } {
  for (const loss of losses) {
    if (!["attribution", "alternative-dropped", "modality-hardened"].includes(loss.class)) continue;
    const found = loss.examples.find((e) => e.a !== null);
    if (found?.a == null) continue;
    const note = w.cite(found.a);
    const text = shortQuote(found.a.quote).replace(/[.,;:]$/u, "");
    const gone = loss.class === "modality-hardened" ? " was said with more reserve" : " is gone";
    return { pieces: [": ", { is: "quote", text, note }, gone], notes: [note] };
  }
  return { pieces: [], notes: [] };
}

/** The copies that lost or changed something, one sentence each, the most changed first; possible edges are not told. */
export function copySentences(w: Writing): BriefSentence[] {
  const edges = w.assessment.lineage.edges
    .filter((e) => !e.possible)
    .map((edge) => ({ edge, losses: lossesOf(w, edge) }))
    .filter(({ losses }) => losses.length > 0)
    .sort((a, b) => worst(w, b.losses) - worst(w, a.losses) || byCodeUnit(a.edge.to, b.edge.to));
  return edges.map(({ edge, losses }) => {
    const what = lossPieces(w, losses.slice(0, 5));
    const shown = example(w, losses);
    const [copy, source] = [documentName(w, edge.to), documentName(w, edge.from)];
    const best = `, best explained as ${RELATIONS[edge.relation]} of `;
    return sentence([name(copy), best, name(source), " or of a source of both, ", ...what, ...shown.pieces, "."], {
      notes: shown.notes,
    });
  });
}

const worst = (w: Writing, losses: readonly Loss[]): number => losses.reduce((sum, l) => sum + w.value(l.count), 0);
