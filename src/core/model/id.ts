// Ids are made and checked here and nowhere else.

export type DocumentId = string;
export type IncidentId = string;
/** An id of `data/actors.json`, or one that the analyst stated; the join key of text, records and classes. */
export type ActorId = string;
export type SourceId = string;
export type ClassId = string;
export type QuestionId = string;
export type ExplanationId = string;
export type EvidenceId = string;
export type FactId = string;
/** Of a computed statement: the text and the cue's range; without a cue, the sentence's range. */
export type StatementId = string;
/** A path that stays the same from one assessment to the next: `palmyra/silence/islamic-state/syria-security/factor`. */
export type FigureId = string;
/** A numbered rule of `docs/method/`: `SI7`. */
export type RuleId = string;
/** SHA-256 in lower-case hexadecimal. */
export type Sha256 = string;

const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u;

/** Whether a stated id can be used: letters, digits, `.`, `_`, `-`, at most 100 characters, no slash. */
export function isId(id: string): boolean {
  return ID.test(id);
}

/** The text made fit for one step of a figure's path: lower case, words joined by `-`; never empty. */
export function slug(text: string): string {
  const joined = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 80);
  return joined === "" ? "unnamed" : joined;
}

/** A figure's id from the steps of its path, each made a slug. */
export function figureId(...steps: readonly string[]): FigureId {
  return steps.map(slug).join("/");
}

/** The id of a computed statement [DESIGN §3]: its text and the range of its cue, or of its sentence where there is no cue. */
export function statementId(text: string, cue: { readonly start: number; readonly end: number }): StatementId {
  return `${text}:${cue.start}-${cue.end}`;
}

/** Whether the text is a SHA-256 in lower-case hexadecimal. */
export function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
