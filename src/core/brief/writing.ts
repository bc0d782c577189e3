import type { AssessedDocument, AssessmentBody, Quoted } from "../model/assessment.ts";
import type { BriefNote, BriefPart, ShownAs } from "../model/brief.ts";
import type { Figure } from "../model/figure.ts";
import type { DocumentId, FigureId, StatementId } from "../model/id.ts";
import { instantInWords, parseIso, whenInWords } from "../model/time.ts";
import { callingBy } from "./called.ts";
import { type Piece, shortQuote } from "./prose.ts";
import { inDays, shownAs } from "./rounding.ts";

/** What every section writes with: the assessment, its figures, and the notes as they are cited. */
export interface Writing {
  readonly assessment: AssessmentBody;
  readonly value: (id: FigureId) => number;
  /** A figure as it is printed. */
  readonly figure: (id: FigureId, as: ShownAs) => BriefPart;
  /** Number of the note with these words; the same words of the same place are one note. */
  readonly cite: (
    quoted: Quoted,
    more?: { readonly statement?: StatementId; readonly keep?: readonly string[] },
  ) => number;
  /** Number of a note in our own words, with the figures behind it. */
  readonly remark: (text: string, figures: readonly FigureId[]) => number;
  readonly notes: () => readonly BriefNote[];
  readonly document: (id: DocumentId) => AssessedDocument | undefined;
  readonly place: (quoted: Quoted) => string;
  /** A name as it stands in a sentence, with its article. */
  readonly called: (name: string) => string;
}

/** The tools for one brief. Throws where the assessment prints a figure that it does not hold: a mistake of ours. */
export function writing(assessment: AssessmentBody): Writing {
  const figures = new Map<FigureId, Figure>(assessment.figures.map((f) => [f.id, f]));
  const documents = new Map(assessment.documents.map((d) => [d.id, d]));
  const notes = new Map<string, BriefNote>();
  const value = (id: FigureId) => {
    const figure = figures.get(id);
    if (figure === undefined) throw new Error(`the brief prints figure ${id}, which the assessment does not hold`);
    return figure.value;
  };
  const document = (id: DocumentId) => documents.get(id);
  const place = (q: Quoted) => `doc ${document(q.document)?.position ?? "?"}, par ${q.paragraph}`;
  const note = (key: string, make: (number: number) => BriefNote): number => {
    const before = notes.get(key);
    if (before !== undefined) return before.number;
    const made = make(notes.size + 1);
    notes.set(key, made);
    return made.number;
  };
  return {
    assessment,
    value,
    figure: (id, as) => ({ is: "figure", id, as, shown: shownAs(value(id), as) }),
    cite: (quoted, { statement, keep = [] } = {}) => {
      const quote = shortQuote(quoted.quote, keep);
      const language = document(quoted.document)?.language;
      return note(JSON.stringify([quoted.document, quoted.span.start, quote]), (number) => ({
        number,
        ...(statement === undefined ? {} : { statement }),
        quote,
        ...(language === undefined ? {} : { language }),
        place: place(quoted),
        figures: [],
      }));
    },
    remark: (text, ids) => note(JSON.stringify([text]), (number) => ({ number, text, figures: ids })),
    notes: () => [...notes.values()],
    document,
    place,
    called: callingBy(assessment),
  };
}

/** The day asked about as it was given: "4 Mar 2031", or with its hour. */
export function asOfInWords({ asOf, asOfEdtf }: Pick<AssessmentBody, "asOf" | "asOfEdtf">): string {
  const given = parseIso(asOfEdtf);
  return given === null ? instantInWords(asOf) : whenInWords(given);
}

/** A range as it is printed, ends that round alike as one, a unit of both said once: "50 to 85", "about 60", "3 to 4 days". */
export function rangePieces(w: Writing, { from, to }: { from: FigureId; to: FigureId }, as: ShownAs): Piece[] {
  const [a, b] = [w.figure(from, as), w.figure(to, as)];
  const same = a.is === "figure" && b.is === "figure" && a.shown === b.shown;
  if (!same && as === "hours" && inDays(w.value(from)) === inDays(w.value(to)) && w.value(from) >= 1) {
    return [w.figure(from, "hours-bare"), " to ", b];
  }
  const rounded = as === "of-100" || as === "percent";
  return same ? [rounded && /^\d/.test(a.shown) ? "about " : "", a] : [a, " to ", b];
}

/** "one report" and "two reports", the number a figure. */
export function counted(w: Writing, id: FigureId, [one, many]: readonly [string, string]): Piece[] {
  return [w.figure(id, "count"), ` ${w.value(id) === 1 ? one : many}`];
}

/** "doc 1", "docs 1 and 7", by position, each once. */
export function docs(w: Writing, ids: readonly DocumentId[]): string {
  const positions = [...new Set(ids.map((id) => w.document(id)?.position ?? 0))].sort((a, b) => a - b);
  const list =
    positions.length < 2 ? positions.join("") : `${positions.slice(0, -1).join(", ")} and ${positions.at(-1)}`;
  return `${positions.length === 1 ? "doc" : "docs"} ${list}`;
}

/** A document by its publisher, else its title, else its name, with its place in the list. */
export function documentName(w: Writing, id: DocumentId): string {
  const d = w.document(id);
  if (d === undefined) return "a document";
  return `${d.publisher ?? d.title ?? d.name} (doc ${d.position})`;
}
