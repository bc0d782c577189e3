import type { Draft } from "../draft.ts";
import type { Range } from "../view.ts";
import { isComma, isQuoteMark } from "./clause.ts";
import { complementStart, contentEnd, nounAt, sentenceEnd } from "./content.ts";
import { draft, type VerbCue, voiceOf } from "./verb-cue.ts";

/**
 * What a reporting verb says where none of the stricter frames fits: "as S reported, P", "the man whom S called P", "more than S predicted",
 * or whatever follows the verb. How often such a find is right depends on its features [ST2].
 */
export function looseStatement(cue: VerbCue): Draft | null {
  if (cue.use.passive) return null;
  const { subject } = cue;
  return asSaid(cue, subject) ?? ofAntecedent(cue, subject) ?? theRest(cue, subject);
}

function firstChunk({ clause, c }: VerbCue, subject: Range | null): number {
  const own = clause.chunks[c]!.from;
  return clause.chunkOf[subject === null ? own : Math.min(own, subject.from)]!;
}

const LIKE = new Set(["as", "than"]);

/** "As S reported, P", "P, as S put it", "more than S had predicted": P is the rest of the sentence. */
function asSaid(cue: VerbCue, subject: Range | null): Draft | null {
  const { clause, c } = cue;
  const first = firstChunk(cue, subject) - 1;
  const opener = clause.chunks[first];
  if (subject === null || opener === undefined || !LIKE.has(clause.view.norms[opener.from]!)) return null;
  const after = complementStart(clause, c);
  if (clause.chunks[after] !== undefined && clause.chunks[after]!.kind !== "p" && clause.chunks[after]!.kind !== "adp")
    return null;
  let comma = after;
  while (comma < clause.chunks.length && comma < after + 12 && !isComma(clause, comma)) comma++;
  const rest = isComma(clause, comma) ? { from: clause.chunks[comma]!.to, to: sentenceEnd(clause) } : null;
  const before = opener.from > 0 ? { from: 0, to: opener.from } : null;
  return draft(cue, {
    frame: "comma-tail",
    complement: `like-${clause.view.norms[opener.from]}`,
    voice: voiceOf(subject),
    content: [before, rest === null || rest.from >= rest.to ? null : rest],
  });
}

const RELATIVE = new Set(["whom", "which", "that", "what"]);

/** "a policy that S called P", "the only regret he acknowledged", "what S described": the noun before, and what follows. */
function ofAntecedent(cue: VerbCue, subject: Range | null): Draft | null {
  const { clause } = cue;
  const { chunks, view } = clause;
  if (subject === null) return null;
  let at = firstChunk(cue, subject) - 1;
  const relative = chunks[at]?.kind === "sub" && RELATIVE.has(view.norms[chunks[at]!.from]!);
  const link = relative ? { from: chunks[at]!.from, to: chunks[at]!.to } : null;
  if (relative) at--;
  if (relative && isComma(clause, at)) at--;
  const noun = chunks[at]?.kind === "np" ? { from: chunks[at]!.from, to: chunks[at]!.to } : link;
  if (noun === null) return null;
  return draft(cue, {
    frame: "verb-object",
    complement: relative ? `relative-${view.norms[link!.from]}` : "contact",
    voice: voiceOf(subject),
    content: [noun, after(cue)],
    target: noun,
  });
}

/** What follows the verb in its clause; null where nothing does. */
function after({ clause, c, isCueChunk }: VerbCue): Range | null {
  const start = clause.chunks[complementStart(clause, c)];
  if (start === undefined || start.from >= sentenceEnd(clause)) return null;
  const { to } = contentEnd(clause, start.from, isCueChunk);
  return start.kind === "p" && clause.view.norms[start.from] === "," ? null : { from: start.from, to };
}

const UNNAMED = /^(?:named|identified|quoted)$/;

function theRest(cue: VerbCue, subject: Range | null): Draft | null {
  const { clause, c } = cue;
  const at = complementStart(clause, c);
  const rest = after(cue);
  if (rest === null) return null;
  const next = clause.chunks[at]!;
  // "who asked not to be named" tells of the speaker.
  if (next.infinitive && UNNAMED.test(clause.view.norms[next.head]!)) return null;
  const word = isQuoteMark(clause, at)
    ? "quote"
    : next.kind === "adp" || next.kind === "sub"
      ? clause.view.norms[next.from]
      : next.kind;
  return draft(cue, {
    frame: "verb-object",
    complement: `rest-${word}`,
    voice: voiceOf(subject),
    content: [rest],
    target: nounAt(clause, at),
    lastResort: true,
  });
}
