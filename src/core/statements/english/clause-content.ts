import type { Draft } from "../draft.ts";
import type { Range } from "../view.ts";
import { type Clause, isQuoteMark } from "./clause.ts";
import {
  clauseAfterPhrases,
  complementStart,
  contentEnd,
  nounAt,
  pastAddressee,
  startsClause,
  thatAfter,
} from "./content.ts";
import { draft, ECHO, type VerbCue, voiceOf } from "./verb-cue.ts";

/** "S said (that) P", "S told X (that) P", "S asked whether P". */
export function clauseContent(cue: VerbCue, subject: Range | null): Draft | null {
  const { clause, c, form, isCueChunk } = cue;
  const { takes } = form.cue;
  let start = complementStart(clause, c);
  const question = takes.has("question") || takes.has("clause");
  const addressed =
    !startsClause(clause, start) || (clause.chunks[start]!.kind === "np" && startsClause(clause, start + 1));
  if (takes.has("addressee") && addressed) start = pastAddressee(clause, start);
  const that = takes.has("clause") || takes.has("that") ? thatAfter(clause, c) : null;
  const found = that !== null ? { at: that, kind: "that" } : bareOrQuestion(cue, { start, question });
  if (found === null) return null;
  const from = clause.chunks[found.at]!.from + (found.kind === "that" ? 1 : 0);
  if (from >= clause.view.tokens.length) return null;
  const { to, lastResort } = contentEnd(clause, from, isCueChunk);
  const content = [{ from, to }];
  return draft(cue, { frame: "that-clause", complement: found.kind, voice: voiceOf(subject), content, lastResort });
}

const WH = new Set("who what whether if when where why how which".split(" "));

function bareOrQuestion(
  cue: VerbCue,
  { start, question }: { start: number; question: boolean },
): { at: number; kind: string } | null {
  const { clause, c, form } = cue;
  const { takes } = form.cue;
  const chunk = clause.chunks[start];
  if (chunk === undefined) return null;
  const norm = clause.view.norms[chunk.from]!;
  if (question && takes.has("question") && chunk.kind === "sub" && WH.has(norm)) return { at: start, kind: "question" };
  if (!takes.has("clause") && !(takes.has("addressee") && form.cue.lemma === "tell")) return null;
  // A verb that takes no object has a clause here, even where its own verb is far off.
  const named = clause.view.tokens.slice(chunk.from, chunk.to).some((token) => token.pos !== "ADJ");
  const only = chunk.kind === "np" && named && !takes.has("object") && !takes.has("addressee") && !ECHO.has(norm);
  if (startsClause(clause, start) || only) return { at: start, kind: "bare" };
  // "which officials said will go into effect", "said legalizing it could".
  if (!takes.has("object") && chunk.kind === "vg" && !chunk.infinitive && start === c + 1)
    return { at: start, kind: "gap" };
  if (takes.has("quote")) {
    const later = clauseAfterPhrases(clause, c);
    if (later !== null) return { at: later, kind: "bare" };
    // "said about half of it was lost", "says despite the rain it will sail".
    if (!takes.has("object") && chunk.kind === "adp" && start === c + 1 && hasVerbAfter(clause, start))
      return { at: start, kind: "late" };
  }
  return null;
}

function hasVerbAfter({ chunks, view }: Clause, c: number): boolean {
  for (let k = c + 1; k < chunks.length && k < c + 12; k++) {
    const chunk = chunks[k]!;
    if (chunk.kind === "vg" && !chunk.infinitive && chunks[k - 1]!.kind === "np")
      return !view.norms[chunk.head]!.endsWith("ing");
  }
  return false;
}

/** "S views X as Y", "S called X Y". */
export function asContent(cue: VerbCue, subject: Range | null): Draft | null {
  const { clause, c, form, isCueChunk } = cue;
  const { takes } = form.cue;
  if (!takes.has("as") && !takes.has("complement")) return null;
  const start = complementStart(clause, c);
  const object = nounAt(clause, start);
  if (object === null) return null;
  const after = clause.chunkOf[object.to] ?? clause.chunks.length;
  const next = clause.chunks[after];
  const isAs = next !== undefined && clause.view.norms[next.from] === "as";
  const joined = takes.has("complement") && (next?.kind === "np" || isQuoteMark(clause, after));
  if (!(takes.has("as") && isAs) && !joined && !takes.has("complement")) return null;
  const { to, lastResort } = contentEnd(clause, object.from, isCueChunk);
  const content = [{ from: object.from, to }];
  const complement = isAs ? "as" : "complement";
  return draft(cue, {
    frame: "attitude-verb",
    complement,
    voice: voiceOf(subject),
    content,
    target: object,
    lastResort,
  });
}
