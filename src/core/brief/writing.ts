import type { AssessedDocument, AssessmentBody, Quoted } from "../model/assessment.ts";
import type { BriefLanguage, BriefNote, BriefPart, CountedNoun, ShownAs } from "../model/brief.ts";
import type { Figure } from "../model/figure.ts";
import type { DocumentId, FigureId, StatementId } from "../model/id.ts";
import { instantInWords, parseIso, whenInWords } from "../model/time.ts";
import { callingBy, spellingBy } from "./called.ts";
import { name, type Piece, shortQuote, withoutStop } from "./prose.ts";
import type { Wording } from "./wording/wording.ts";
import { wordingOf } from "./wording/wordings.ts";

/** What every section writes with: the assessment, its figures, and the notes as they are cited. */
export interface Writing {
  readonly assessment: AssessmentBody;
  /** Every sentence of ours, in the brief's language. */
  readonly say: Wording;
  readonly value: (id: FigureId) => number;
  /** A figure as it is printed. */
  readonly figure: (id: FigureId, as: ShownAs, noun?: CountedNoun) => BriefPart;
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
  /** A name as it stands in a sentence: with its article, or by its name in the brief's language. */
  readonly called: (name: string) => string;
  /** A name in the brief's language where the assessment has one, else as it is. */
  readonly spelled: (name: string) => string;
  /** What `called` gives, as a piece. */
  readonly named: (name: string) => BriefPart;
  /** Words of somebody else in quotation marks, without a note: an explanation, a question, an item as a person stated it. */
  readonly titled: (text: string) => Piece[];
}

/** The tools for one brief. Throws where the assessment prints a figure that it does not hold: a mistake of ours. */
export function writing(assessment: AssessmentBody, language: BriefLanguage = "en"): Writing {
  const say = wordingOf(language);
  const spelled = spellingBy(assessment, say);
  const called = language === "en" ? callingBy(assessment) : spelled;
  const figures = new Map<FigureId, Figure>(assessment.figures.map((f) => [f.id, f]));
  const documents = new Map(assessment.documents.map((d) => [d.id, d]));
  const notes = new Map<string, BriefNote>();
  const value = (id: FigureId) => {
    const figure = figures.get(id);
    if (figure === undefined) throw new Error(`the brief prints figure ${id}, which the assessment does not hold`);
    return figure.value;
  };
  const document = (id: DocumentId) => documents.get(id);
  const place = (q: Quoted) => say.place(document(q.document)?.position ?? "?", q.paragraph);
  const note = (key: string, make: (number: number) => BriefNote): number => {
    const before = notes.get(key);
    if (before !== undefined) return before.number;
    const made = make(notes.size + 1);
    notes.set(key, made);
    return made.number;
  };
  return {
    assessment,
    say,
    value,
    figure: (id, as, noun) => ({
      ...{ is: "figure", id, as },
      ...(noun !== undefined && { noun }),
      shown: say.shown(value(id), as, noun),
    }),
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
    called,
    spelled,
    named: (text) => name(called(text)),
    titled: (text) => [say.marks[0], name(withoutStop(text)), say.marks[1]],
  };
}

/** The day asked about as it was given: "4 Mar 2031", or with its hour. */
export function asOfInWords(
  { asOf, asOfEdtf }: Pick<AssessmentBody, "asOf" | "asOfEdtf">,
  say: Pick<Wording, "instant" | "when"> = { instant: instantInWords, when: whenInWords },
): string {
  const given = parseIso(asOfEdtf);
  return given === null ? say.instant(asOf) : say.when(given);
}

/** A range as it is printed, ends that round alike as one, a unit of both said once: "50 to 85", "about 60", "3 to 4 days". */
export function rangePieces(w: Writing, { from, to }: { from: FigureId; to: FigureId }, as: ShownAs): Piece[] {
  const [a, b] = [w.figure(from, as), w.figure(to, as)];
  const same = a.is === "figure" && b.is === "figure" && a.shown === b.shown;
  const { say } = w;
  if (!same && as === "hours" && say.unitOnce(w.value(from), w.value(to))) {
    return [w.figure(from, "hours-bare"), say.to, b];
  }
  const rounded = as === "of-100" || as === "percent";
  return same ? [rounded && /^\d/.test(a.shown) ? say.about : "", a] : [a, say.to, b];
}

/** "1 report" and "2 reports", the number a figure. */
export function counted(w: Writing, id: FigureId, noun: CountedNoun): Piece[] {
  return w.say.counted(w.value(id), noun, { digits: w.figure(id, "count"), whole: w.figure(id, "count", noun) });
}

/** "doc 1", "docs 1 and 7", by position, each once. */
export function docs(w: Writing, ids: readonly DocumentId[]): string {
  const positions = [...new Set(ids.map((id) => w.document(id)?.position ?? 0))].sort((a, b) => a - b);
  return w.say.docs(positions);
}

/** Whether the ids are of several documents of the assessment. */
export function areSeveral(w: Writing, ids: readonly DocumentId[]): boolean {
  return new Set(ids.map((id) => w.document(id)?.position ?? 0)).size > 1;
}

/** A document by its publisher, else its title, else its name, with its place in the list. */
export function documentName(w: Writing, id: DocumentId): string {
  const d = w.document(id);
  if (d === undefined) return w.say.aDocument;
  return w.say.documentName(w.spelled(d.publisher ?? d.title ?? d.name), d.position);
}
