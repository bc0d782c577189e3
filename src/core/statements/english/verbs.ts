import type { Act } from "../../model/statement.ts";
import type { CueWord, VerbForm } from "../../text/lexicon.ts";
import { type Draft, fromCue, type Voice } from "../draft.ts";
import { type Range, spanOf, tidy } from "../view.ts";
import { type Clause, isComma, isQuoteMark, markAt, NOMINATIVE, rightEnd, type VerbUse } from "./clause.ts";
import {
  clauseAfterPhrases,
  complementStart,
  contentEnd,
  nameAt,
  nounAt,
  pastAddressee,
  sentenceEnd,
  startsClause,
  thatAfter,
} from "./content.ts";
import { subjectAfter, subjectOf } from "./subject.ts";

/** A reporting verb in its place. */
export interface VerbCue {
  readonly clause: Clause;
  readonly c: number;
  readonly form: VerbForm;
  readonly use: VerbUse;
  readonly isCueChunk: (c: number) => boolean;
}

/** The reporting verb at the head of a verb group, with its particle where it needs one; null when it is none. */
export function cueAt(clause: Clause, c: number): VerbForm | null {
  const { chunks, view } = clause;
  const chunk = chunks[c];
  if (chunk?.kind !== "vg" || view.tokens[chunk.head]!.pos !== "VERB") return null;
  const forms = view.lexicon.verbs.get(view.norms[chunk.head]!);
  return forms?.find((form) => form.cue.particle === undefined || hasParticle(clause, c, form.cue.particle)) ?? null;
}

function hasParticle(clause: Clause, c: number, particle: string): boolean {
  const { norms } = clause.view;
  const { to } = clause.chunks[c]!;
  return norms[to] === particle || (particle === "responsible" && norms.slice(to, to + 7).includes(particle));
}

/** The statement that the verb makes by the strongest frame that fits; null when none does. */
export function verbStatement(cue: VerbCue): Draft | null {
  if (hangsOnPhrase(cue)) return null;
  const made = tail(cue) ?? (cue.use.passive || isReduced(cue) ? passive(cue) : active(cue));
  return made !== null && hasItsWord(cue, made) ? made : null;
}

/** "In a video posted hours later, S praised": a participle of a phrase's noun, not a verb. */
function hangsOnPhrase({ clause, c, use }: VerbCue): boolean {
  const { chunks } = clause;
  return (
    use.bareParticiple &&
    chunks[c - 1]?.kind === "np" &&
    chunks[c - 2]?.kind === "adp" &&
    (c < 3 || chunks[c - 3]!.kind === "p")
  );
}

/** A verb that reports only with certain objects: "withdrew the accusation", not "withdrew the guards". */
function hasItsWord({ clause, form }: VerbCue, made: Draft): boolean {
  const { only } = form.cue;
  if (only === undefined) return true;
  const { view } = clause;
  const spans = [...made.content, ...(made.target === undefined ? [] : [spanOf(view, made.target)])];
  return view.tokens.some(
    (token) => only.has(token.lemma) && spans.some((s) => s.start <= token.start && token.end <= s.end),
  );
}

/** "an attack blamed on": a participle after its noun, with its preposition or "by" right behind it. */
function isReduced({ clause, c, form, use }: VerbCue): boolean {
  if (!use.bareParticiple || NOMINATIVE.has(clause.view.norms[clause.chunks[c]!.from - 1] ?? "")) return false;
  const next = clause.view.norms[clause.chunks[c]!.to];
  if (next === "by") return true;
  const transitive = form.cue.takes.has("addressee") || form.cue.takes.has("object");
  return next !== undefined && form.cue.prepositions.includes(next) && transitive;
}

interface Parts {
  readonly frame: Draft["frame"];
  readonly complement: string;
  readonly voice: Voice;
  readonly content: readonly (Range | null)[];
  readonly target?: Range | null;
  readonly lastResort?: boolean;
}

export function draft({ clause, c, form }: VerbCue, parts: Parts): Draft {
  const { view, chunks } = clause;
  const chunk = chunks[c]!;
  const to = chunk.to + (form.cue.particle !== undefined && view.norms[chunk.to] === form.cue.particle ? 1 : 0);
  const content = parts.content.flatMap((range) => {
    const tidied = range === null ? null : tidy(view, range);
    return tidied === null ? [] : [spanOf(view, tidied)];
  });
  return {
    view,
    ...fromCue(form.cue),
    frame: parts.frame,
    rule: "ST2",
    cue: { from: firstOfCue(clause, c), to },
    voice: parts.voice,
    content,
    quoted: false,
    complement: parts.complement,
    ...(parts.target ? { target: parts.target } : {}),
    ...(parts.lastResort ? { lastResort: true } : {}),
  };
}

/** The cue without the adverbs before it, but with its negation: "has not said". */
function firstOfCue(clause: Clause, c: number): number {
  const { chunks, view } = clause;
  const { from, head } = chunks[c]!;
  for (let i = from; i < head; i++) {
    if (view.tokens[i]!.pos === "AUX" || view.lexicon.negators.has(view.norms[i]!)) return i;
  }
  return head;
}

export function voiceOf(range: Range | null): Voice {
  return range === null ? { is: "nobody" } : { is: "words", range };
}

/** "P, S said." and "P, said S", also in the middle of P. */
function tail(cue: VerbCue): Draft | null {
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
  const { clause, c, form } = cue;
  const subject = subjectOf(clause, c);
  if (subject === null) return null;
  const before = clause.chunkOf[subject.from]! - 1;
  if (!isComma(clause, before)) return null;
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
  const rest = restAfter(cue, after);
  const said = clause.chunks.slice(0, clause.chunkOf[content.to] ?? 0).some((chunk) => chunk.kind === "vg");
  if (!said && rest === null) return null;
  return draft(cue, { frame: "comma-tail", complement: "tail", voice: voiceOf(subject), content: [content, rest] });
}

/** "X, he said, was Y": what goes on after the comma, unless it is another clause of the outlet's. */
function restAfter(cue: VerbCue, after: number): Range | null {
  const { clause, isCueChunk } = cue;
  if (!isComma(clause, after)) return null;
  const next = clause.chunks[after + 1];
  if (next === undefined || isQuoteMark(clause, after + 1)) return null;
  if (
    next.kind === "sub" ||
    (next.kind === "vg" && (isCueChunk(after + 1) || clause.view.norms[next.from]!.endsWith("ing")))
  )
    return null;
  const { to } = contentEnd(clause, next.from, isCueChunk);
  return { from: next.from, to };
}

function active(cue: VerbCue): Draft | null {
  const subject = subjectOf(cue.clause, cue.c);
  return (
    clauseContent(cue, subject) ??
    asContent(cue, subject) ??
    prepositional(cue, subject) ??
    infinitive(cue, subject) ??
    objectContent(cue, subject)
  );
}

/** "S said (that) P", "S told X (that) P", "S asked whether P". */
function clauseContent(cue: VerbCue, subject: Range | null): Draft | null {
  const { clause, c, form, isCueChunk } = cue;
  const { takes } = form.cue;
  let start = complementStart(clause, c);
  const question = takes.has("question") || takes.has("clause");
  if (takes.has("addressee") && !startsClause(clause, start)) start = pastAddressee(clause, start);
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

// "said so", "said the same of": no content of its own.
const ECHO = new Set(["so", "no", "yes", "nothing", "anything", "something", "it", "this", "them", "him", "her", "me"]);

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
function asContent(cue: VerbCue, subject: Range | null): Draft | null {
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

/** "S accused X of P", "S blamed X for P", "S called for P", "S blamed P on X". */
function prepositional(cue: VerbCue, subject: Range | null): Draft | null {
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
  const target = flipped ? nameAt(clause, at + 1) : direct;
  return draft(cue, {
    frame: "verb-object",
    complement: `prep:${word}`,
    voice: voiceOf(subject),
    content,
    target,
    lastResort,
  });
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
function infinitive(cue: VerbCue, subject: Range | null): Draft | null {
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
function objectContent(cue: VerbCue, subject: Range | null): Draft | null {
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

/** "The blast was blamed on X", "X was accused of P", "it was said that P", "P, denied by S": who speaks stands after "by", or nobody does [ST5]. */
function passive(cue: VerbCue): Draft | null {
  const { clause, c, form, isCueChunk, use } = cue;
  const subject = subjectOf(clause, c);
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
  // "The deal was announced" says only that something was said; a denial, an accusation or a confirmation says more.
  if (subject === null || (by === null && !PLAIN.has(form.cue.act) && kind !== "passive-as")) return null;
  const whole =
    next?.kind === "adp" && clause.view.norms[next.from] === "as"
      ? { from: subject.from, to: restFrom(clause, start, isCueChunk)?.to ?? subject.to }
      : subject;
  return draft(cue, { frame: "passive", complement: kind, voice, content: [whole], target: subject });
}

const PLAIN: ReadonlySet<Act> = new Set(["denies", "blames", "accuses", "confirms", "retracts", "threatens"]);

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
