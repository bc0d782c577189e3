import type { CueWord } from "../../text/lexicon.ts";
import { nameWithin } from "../called.ts";
import type { Draft } from "../draft.ts";
import type { Range } from "../view.ts";
import { type Clause, isQuoteMark } from "./clause.ts";
import { complementStart, contentEnd, nameAt, nounAt, pastAddressee, sentenceEnd } from "./content.ts";
import { draft, type VerbCue, voiceOf } from "./verb-cue.ts";

/** "S accused X of P", "S blamed X for P", "S called for P", "S blamed P on X". */
export function prepositional(cue: VerbCue, subject: Range | null): Draft | null {
  const { clause, c, form, isCueChunk } = cue;
  if (form.cue.prepositions.length === 0) return null;
  const start = complementStart(clause, c);
  const object = nounAt(clause, start);
  const at = prepositionAt(clause, form.cue, { start, object });
  if (at === null) return null;
  const from = clause.chunks[at]!.to;
  if (from >= sentenceEnd(clause)) return null;
  const { to, lastResort } = contentEnd(clause, from, isCueChunk);
  const word = clause.view.norms[clause.chunks[at]!.from]!;
  const flipped = word === "on" && form.cue.act === "blames";
  const direct = object !== null && at > start ? trimmedObject(clause, start, at) : null;
  const content = flipped && direct !== null ? [direct] : [{ from, to }];
  const laid = direct !== null && word === "to" && LAYS.has(form.cue.lemma) && isAttack(clause, direct);
  const target = laid ? laidOn(clause, at + 1) : flipped ? nameAt(clause, at + 1) : direct;
  const made = draft(cue, {
    frame: "verb-object",
    complement: `prep:${word}`,
    voice: voiceOf(subject),
    content,
    target,
    lastResort,
  });
  return laid && target !== null ? { ...made, act: "blames" } : made;
}

/** "Attributed the intrusion to X" lays it on X; "attributed the delay to the weather" assesses. */
const LAYS = new Set(["attribute", "ascribe"]);

/** "A statement attributed to X took credit": whose the words are, and no statement of its own. */
export function tellsWhose({ clause, c, form, use }: VerbCue): boolean {
  const { view, chunks } = clause;
  const noun = chunks[c - 1];
  if (!LAYS.has(form.cue.lemma) || !use.bareParticiple || noun?.kind !== "np") return false;
  const { norm } = view.tokens[noun.head]!;
  return view.lexicon.nouns.has(norm) || view.lexicon.speakers.get(norm) === "unnamed";
}

function isAttack({ view }: Clause, { from, to }: Range): boolean {
  return view.norms.slice(from, to).some((norm) => view.lexicon.responsibility.things.has(norm));
}

/** Whom it is laid on: by the name that the words give him, "a group they track as N". */
function laidOn(clause: Clause, c: number): Range | null {
  const found = nameAt(clause, c);
  return found === null ? null : (nameWithin(clause.view, found) ?? found);
}

function trimmedObject(clause: Clause, start: number, at: number): Range {
  return { from: clause.chunks[start]!.from, to: clause.chunks[at - 1]!.to };
}

const BASIS = new Set([
  "strength",
  "basis",
  "grounds",
  "behalf",
  "day",
  "morning",
  "night",
  "evening",
  "eve",
  "anniversary",
  "occasion",
]);

/** The chunk of the verb's preposition: right after the verb, or after its object. */
function prepositionAt(
  clause: Clause,
  cue: CueWord,
  { start, object }: { start: number; object: Range | null },
): number | null {
  const { chunks, view } = clause;
  const last = object === null ? start : (clause.chunkOf[object.to - 1] ?? start) + 1;
  for (let k = start; k <= last && k < chunks.length; k++) {
    const { kind, from, to } = chunks[k]!;
    // "blames X on the strength of a report" lays nothing on the report.
    const basis = view.norms.slice(to, to + 2).some((norm) => BASIS.has(norm));
    if (kind === "adp" && !basis && cue.prepositions.includes(view.norms[from]!)) return k;
  }
  return null;
}

/** "S refused to P", "S threatened to P", "S urged X to P". */
export function infinitive(cue: VerbCue, subject: Range | null): Draft | null {
  const { clause, c, form, isCueChunk } = cue;
  if (!form.cue.takes.has("infinitive")) return null;
  let start = complementStart(clause, c);
  const direct = clause.chunks[start]?.infinitive === true;
  let object: Range | null = null;
  if (!direct) {
    if (!form.cue.takes.has("addressee")) return null;
    object = nounAt(clause, start);
    start = pastAddressee(clause, start);
    if (clause.chunks[start]?.infinitive !== true) return null;
  }
  const from = clause.chunks[start]!.from;
  // "who asked not to be named" tells of the speaker, not of what is said.
  if (/^(?:named|identified|quoted)$/.test(clause.view.norms[clause.chunks[start]!.head]!)) return null;
  const { to, lastResort } = contentEnd(clause, from, isCueChunk);
  const content = [{ from, to }];
  return draft(cue, {
    frame: "verb-object",
    complement: "infinitive",
    voice: voiceOf(subject),
    content,
    target: object,
    lastResort,
  });
}

/** "S denied the claim", "S announced the plan": the rest of the clause. */
export function objectContent(cue: VerbCue, subject: Range | null): Draft | null {
  const { clause, form, isCueChunk } = cue;
  const { takes } = form.cue;
  const start = clause.chunkOf[draftEnd(cue)] ?? clause.chunks.length;
  const at = complementStart(clause, start - 1);
  const chunk = clause.chunks[at];
  const opens = chunk !== undefined && (chunk.kind === "np" || isQuoteMark(clause, at) || isGerund(clause, at));
  if (!opens || !(takes.has("object") || (takes.has("addressee") && chunk.kind === "np"))) return null;
  const from = chunk.from;
  const { to, lastResort } = contentEnd(clause, from, isCueChunk);
  if (form.cue.particle === "responsible") return heldResponsible(cue, { subject, from, to });
  const object = nameAt(clause, at);
  const complement = takes.has("object") ? "object" : "addressee";
  return draft(cue, {
    frame: "verb-object",
    complement,
    voice: voiceOf(subject),
    content: [{ from, to }],
    target: object,
    lastResort,
  });
}

/** "S holds X responsible for P". */
function heldResponsible(
  cue: VerbCue,
  { subject, from, to }: { subject: Range | null; from: number; to: number },
): Draft {
  const { norms } = cue.clause.view;
  const at = norms.indexOf("responsible", from);
  const content = { from: norms[at + 1] === "for" ? at + 2 : from, to };
  return draft(cue, {
    frame: "verb-object",
    complement: "responsible",
    voice: voiceOf(subject),
    content: [content],
    target: { from, to: at },
  });
}

function draftEnd({ clause, c, form }: VerbCue): number {
  const { to } = clause.chunks[c]!;
  return form.cue.particle !== undefined && clause.view.norms[to] === form.cue.particle ? to + 1 : to;
}

function isGerund(clause: Clause, c: number): boolean {
  const chunk = clause.chunks[c]!;
  return chunk.kind === "vg" && chunk.head === chunk.from && clause.view.norms[chunk.head]!.endsWith("ing");
}
