import type { Draft } from "../draft.ts";
import { canSpeak } from "../speaker.ts";
import type { Range } from "../view.ts";
import { type Clause, isComma, isQuoteMark, markAt, rightEnd } from "./clause.ts";
import { complementStart, contentEnd, pastAddressee, startsClause } from "./content.ts";
import { subjectAfter } from "./subject.ts";
import { draft, ECHO, type VerbCue, voiceOf } from "./verb-cue.ts";

/** "P, S said." and "P, said S", also in the middle of P. */
export function tail(cue: VerbCue): Draft | null {
  const { clause, c, form, use } = cue;
  if (
    !(form.cue.takes.has("quote") || form.cue.takes.has("clause") || form.cue.takes.has("that")) ||
    use.passive ||
    use.infinitive ||
    use.gerund
  )
    return null;
  return tailAfter(cue) ?? tailBefore(cue, clause.chunks[c - 1] !== undefined && isComma(clause, c - 1));
}

function tailAfter(cue: VerbCue): Draft | null {
  const { clause, c, form, use, subject } = cue;
  if (subject === null) return null;
  const before = clause.chunkOf[subject.from]! - 1;
  if (!isComma(clause, before)) return null;
  // ", a call echoed by Japan", ", a plan announced in May": a thing with its participle.
  if (use.bareParticiple && /^an?$/.test(clause.view.norms[subject.from]!) && !canSpeak(clause.view, subject))
    return null;
  let after = complementStart(clause, c);
  if (form.cue.takes.has("addressee")) after = pastAddressee(clause, after);
  after = pastPhrases(clause, after);
  if (!endsHere(clause, after)) return null;
  return tailDraft(cue, { subject, content: { from: 0, to: clause.chunks[before]!.from }, after });
}

function pastPhrases(clause: Clause, c: number): number {
  let at = c;
  for (let steps = 0; steps < 4 && clause.chunks[at]?.kind === "adp" && clause.chunks[at + 1]?.kind === "np"; steps++) {
    at = complementStart(clause, rightEnd(clause, at + 1) - 1);
  }
  return at;
}

function endsHere(clause: Clause, c: number): boolean {
  return (
    clause.chunks[c] === undefined ||
    (markAt(clause, c) !== null && markAt(clause, c) !== ":" && !isQuoteMark(clause, c))
  );
}

function tailBefore(cue: VerbCue, comma: boolean): Draft | null {
  const { clause, c } = cue;
  if (!comma) return null;
  const subject = subjectAfter(clause, c);
  const { takes } = cue.form.cue;
  if (
    subject === null ||
    ECHO.has(clause.view.norms[subject.from]!) ||
    !takes.has("quote") ||
    takes.has("addressee") ||
    takes.has("complement")
  )
    return null;
  // ", said the actions would …" after an apposition is no inversion: what follows is a clause, not a speaker.
  const after = clause.chunkOf[subject.to] ?? clause.chunks.length;
  if (startsClause(clause, c + 1) || !endsHere(clause, pastPhrases(clause, complementStart(clause, after - 1))))
    return null;
  return tailDraft(cue, { subject, content: { from: 0, to: clause.chunks[c - 1]!.from }, after });
}

function tailDraft(
  cue: VerbCue,
  { subject, content, after }: { subject: Range; content: Range; after: number },
): Draft | null {
  const { clause } = cue;
  const said = clause.chunks.slice(0, clause.chunkOf[content.to] ?? 0).some((chunk) => chunk.kind === "vg");
  const rest = restAfter(cue, after, !said);
  if (!said && rest === null) return null;
  return draft(cue, { frame: "comma-tail", complement: "tail", voice: voiceOf(subject), content: [content, rest] });
}

/** "X, he said, was Y": what goes on after the comma, unless it is another clause of the outlet's. */
function restAfter(cue: VerbCue, after: number, needed: boolean): Range | null {
  const { clause, isCueChunk } = cue;
  if (!isComma(clause, after)) return null;
  const next = clause.chunks[after + 1];
  if (next === undefined || isQuoteMark(clause, after + 1)) return null;
  if (
    next.kind === "sub" ||
    (next.kind === "vg" && ((isCueChunk(after + 1) && !needed) || clause.view.norms[next.from]!.endsWith("ing")))
  )
    return null;
  const { to } = contentEnd(clause, next.from, isCueChunk);
  return { from: next.from, to };
}
