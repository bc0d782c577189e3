import type { Draft, Voice } from "../draft.ts";
import type { Range } from "../view.ts";
import type { Clause } from "./clause.ts";
import { complementStart, contentEnd, nameAt, nounAt, sentenceEnd, startsClause } from "./content.ts";
import { draft, type VerbCue, voiceOf } from "./verb-cue.ts";

/** "The blast was blamed on X", "X was accused of P", "it was said that P", "P, denied by S": who speaks stands after "by", or nobody does [ST5]. */
export function passive(cue: VerbCue): Draft | null {
  const { clause, c, form, isCueChunk, use, subject } = cue;
  const by = agentAfter(clause, c);
  const voice = voiceOf(by);
  const start = complementStart(clause, c);
  const next = clause.chunks[start];
  if (next === undefined && by === null && !use.passive) return null;
  const preposition =
    next?.kind === "adp" && form.cue.prepositions.includes(clause.view.norms[next.from]!) ? start : null;
  const kind = by !== null ? "passive-by" : `passive-${passiveKind(clause, { start, preposition })}`;
  if (preposition !== null && form.cue.takes.has("addressee")) {
    return draft(cue, {
      frame: "passive",
      complement: kind,
      voice,
      content: [restFrom(clause, preposition + 1, isCueChunk)],
      target: subject,
    });
  }
  if (preposition !== null && form.cue.act === "blames") return blamedOn(cue, { voice, subject, preposition, kind });
  if (next?.infinitive || (next?.kind === "sub" && clause.view.norms[next.from] === "that")) {
    const from = start + (next.kind === "sub" ? 1 : 0);
    const target = next.infinitive ? subject : null;
    return draft(cue, {
      frame: "passive",
      complement: kind,
      voice,
      content: [restFrom(clause, from, isCueChunk)],
      target,
    });
  }
  if (form.cue.takes.has("addressee") && form.cue.takes.has("clause") && startsClause(clause, start)) {
    return draft(cue, { frame: "passive", complement: kind, voice, content: [restFrom(clause, start, isCueChunk)] });
  }
  // "Two officials, who asked not to be named": nothing is said of them.
  if (subject === null || clause.view.norms[subject.to - 1] === "who") return null;
  const whole =
    next?.kind === "adp" && clause.view.norms[next.from] === "as"
      ? { from: subject.from, to: restFrom(clause, start, isCueChunk)?.to ?? subject.to }
      : subject;
  return draft(cue, { frame: "passive", complement: kind, voice, content: [whole], target: subject });
}

function passiveKind(clause: Clause, { start, preposition }: { start: number; preposition: number | null }): string {
  const next = clause.chunks[start];
  if (preposition !== null) return "prep";
  if (next?.infinitive) return "infinitive";
  if (next === undefined) return "plain";
  const norm = clause.view.norms[next.from]!;
  return norm === "that" || norm === "as" ? norm : next.kind === "np" ? "np" : "plain";
}

/** "The blast was blamed on X": the blast is the content, X whom it is laid to; "X was blamed for the blast" the other way round. */
function blamedOn(
  cue: VerbCue,
  { voice, subject, preposition, kind }: { voice: Voice; subject: Range | null; preposition: number; kind: string },
): Draft {
  const { clause, isCueChunk } = cue;
  const word = clause.view.norms[clause.chunks[preposition]!.from];
  const after = nameAt(clause, preposition + 1);
  const content = word === "on" ? subject : restFrom(clause, preposition + 1, isCueChunk);
  const target = word === "on" ? after : subject;
  return draft(cue, { frame: "passive", complement: kind, voice, content: [content], target });
}

function restFrom(clause: Clause, c: number, isCueChunk: (c: number) => boolean): Range | null {
  const chunk = clause.chunks[c];
  if (chunk === undefined || chunk.from >= sentenceEnd(clause)) return null;
  return { from: chunk.from, to: contentEnd(clause, chunk.from, isCueChunk).to };
}

function agentAfter(clause: Clause, c: number): Range | null {
  const { chunks, view } = clause;
  for (let k = c + 1; k < chunks.length && k < c + 8; k++) {
    if (chunks[k]!.kind === "vg" || chunks[k]!.kind === "sub" || chunks[k]!.kind === "p") return null;
    if (chunks[k]!.kind === "adp" && view.norms[chunks[k]!.from] === "by") return nounAt(clause, k + 1);
  }
  return null;
}
