import { calledName } from "../called.ts";
import { canSpeak, isDeed } from "../speaker.ts";
import type { Range } from "../view.ts";
import { type Clause, isComma, isQuoteMark, leftEnd, markAt, rangeOf, rightEnd } from "./clause.ts";

const RELATIVE = new Set(["who", "which", "that", "whom"]);
// No verb's subject is looked for farther away than this, so that a sentence of thousands of words takes linear time.
const REACH = 60;

/** The words of the subject of the verb group at chunk `c`, looked for to its left; null when none is found. */
export function subjectOf(clause: Clause, c: number, depth = 0): Range | null {
  if (depth > 6) return null;
  const { chunks } = clause;
  let at = c - 1;
  while (at >= 0 && (chunks[at]!.kind === "adv" || isTimePhrase(clause, at) || isParticle(clause, at))) at--;
  const chunk = chunks[at];
  const place = { c, at, depth };
  const whose = pastRelative(clause, c, at);
  if (whose !== null) return whose;
  if (chunk === undefined) return isGerundal(clause, c) ? nextSubject(clause, c) : null;
  if (chunk.kind === "np") return plainSubject(clause, place);
  if (chunk.kind === "sub")
    return isGerundal(clause, c) ? hangingSubject(clause, place) : relativeSubject(clause, at, depth);
  if (chunk.kind === "adp") return isGerundal(clause, c) ? hangingSubject(clause, place) : null;
  if (chunk.kind === "cc") return sharedSubject(clause, place);
  if (chunk.kind === "vg") return governingSubject(clause, place);
  return pastMark(clause, place);
}

/** "An engineer who worked there until May told": the noun before a relative clause that has had its verb. */
function pastRelative(clause: Clause, c: number, at: number): Range | null {
  const { chunks, view } = clause;
  if (chunks[c]!.infinitive || isGerundal(clause, c)) return null;
  let verbs = 0;
  for (let k = at; k > 0 && k > at - 12; k--) {
    const chunk = chunks[k]!;
    if (chunk.kind === "p" || chunk.kind === "cc") return null;
    if (chunk.kind === "vg" && !chunk.infinitive && !isGerundal(clause, k)) verbs++;
    if (chunk.kind !== "sub" || chunks[k + 1]?.kind === "time") continue;
    const isOne = view.norms[chunk.from] === "who" && chunks[k + 1]?.kind === "vg" && verbs === 1;
    return isOne && chunks[k - 1]!.kind === "np" ? rangeOf(clause, leftEnd(clause, k - 1), k) : null;
  }
  return null;
}

function isTimePhrase(clause: Clause, at: number): boolean {
  const { chunks } = clause;
  if (chunks[at]!.kind === "time") return true;
  return /^(?:adp|sub)$/.test(chunks[at]!.kind) && chunks[at + 1]?.kind === "time";
}

/** The "in" of "came in showing". */
function isParticle(clause: Clause, at: number): boolean {
  const { chunks } = clause;
  return (
    chunks[at]!.kind === "adp" &&
    chunks[at - 1]?.kind === "vg" &&
    chunks[at + 1]?.kind === "vg" &&
    !isGerundalChunk(clause, at - 1)
  );
}

interface Place {
  readonly c: number;
  readonly at: number;
  readonly depth: number;
}

/** A noun group right before the verb. */
function plainSubject(clause: Clause, { at, depth, c }: Place): Range | null {
  const { chunks, view } = clause;
  const left = reducedLeft(clause, leftEnd(clause, at));
  const before = chunks[left - 1];
  if (before?.kind === "adp" && chunks[left - 2]?.kind === "vg" && view.tokens[chunks[left - 2]!.head]!.pos === "AUX") {
    // "has in the past kept silent": the auxiliary's subject.
    return subjectOf(clause, left - 2, depth + 1);
  }
  if (clause.chunks[c]!.infinitive) {
    // "told reporters to leave": the one told; "took to the stage to say": the one who took.
    const verb = before?.kind === "vg" || before?.kind === "adp" ? lastVerb(clause, left) : null;
    if (verb !== null && !takesPerson(clause, verb)) return subjectOf(clause, verb, depth + 1);
  }
  if (isGerundal(clause, c) && before?.kind === "vg" && view.lexicon.nouns.has(view.norms[chunks[at]!.to - 1]!)) {
    // "issued a statement saying": the one who issued it; "a letter saying": the letter.
    return subjectOf(clause, left - 1, depth + 1);
  }
  return rangeOf(clause, withName(clause, left), at + 1);
}

function takesPerson(clause: Clause, c: number): boolean {
  const forms = clause.view.lexicon.verbs.get(clause.view.norms[clause.chunks[c]!.head]!);
  return forms?.some(({ cue }) => cue.takes.has("addressee")) ?? false;
}

/** Past a participle that belongs to the noun: "a letter obtained by the agency", "voters passing the gate". */
function reducedLeft(clause: Clause, left: number): number {
  const { chunks } = clause;
  for (let verb of [left - 1, left - 2]) {
    if (verb === left - 2 && chunks[left - 1]?.kind !== "adp") break;
    // "a caller claiming to speak for the group told".
    if (chunks[verb]?.infinitive && chunks[verb - 1]?.kind === "vg") verb--;
    const chunk = chunks[verb];
    if (chunk?.kind !== "vg" || chunks[verb - 1]?.kind !== "np" || !isReduced(clause, verb)) continue;
    // "rifles found in a house used by its members": one participle hangs on another.
    return reducedLeft(clause, leftEnd(clause, verb - 1));
  }
  return left;
}

// Participles that end like no other; behind a noun and before a preposition they belong to the noun.
const IRREGULAR = new Set(["found", "held", "sent", "built", "shot", "kept", "caught", "brought", "hit", "struck"]);

function isReduced(clause: Clause, c: number): boolean {
  const { head, from } = clause.chunks[c]!;
  const norm = clause.view.norms[head]!;
  if (clause.view.lexicon.verbs.get(norm)?.some(({ kinds }) => kinds.includes("past") && !kinds.includes("participle")))
    return false;
  if (head !== from) return false;
  return /(?:ing|ed|en|wn)$/.test(norm) || (IRREGULAR.has(norm) && clause.chunks[c + 1]?.kind === "adp");
}

/** "Ines Faldrow, a lawyer for the union told": with the name before the apposition. */
function withName(clause: Clause, left: number): number {
  const { chunks, view } = clause;
  if (!isComma(clause, left - 1) || !/^(?:an?|the)$/.test(view.norms[chunks[left]!.from]!)) return left;
  let name = left - 2;
  if (markAt(clause, name) === ")") while (name > 0 && name > left - 9 && markAt(clause, name + 1) !== "(") name--;
  if (chunks[name]?.kind !== "np" || view.tokens[chunks[name]!.head]!.pos !== "PROPN") return left;
  const before = chunks[name - 1]?.kind;
  return before === undefined || before === "p" || before === "sub" ? name : left;
}

function isGerundal(clause: Clause, c: number): boolean {
  return isGerundalChunk(clause, c);
}

function isGerundalChunk(clause: Clause, c: number): boolean {
  const chunk = clause.chunks[c]!;
  const { norms } = clause.view;
  return (
    (chunk.head === chunk.from && norms[chunk.head]!.endsWith("ing")) ||
    norms[chunk.from] === "having" ||
    (norms[chunk.from] === "not" && norms[chunk.head]!.endsWith("ing"))
  );
}

/** "S, who said": the noun group with the pronoun, so that the words show which clause it is. */
function relativeSubject(clause: Clause, at: number, depth: number): Range | null {
  const { chunks, view } = clause;
  if (!RELATIVE.has(view.norms[chunks[at]!.from]!)) return null;
  let left = at - 1;
  if (isComma(clause, left)) left--;
  if (chunks[left]?.kind === "cc") return sharedSubject(clause, { c: at, at: left, depth });
  if (chunks[left]?.kind !== "np") return null;
  const first = leftEnd(clause, left);
  // "Attacks by Harun, who said": a thing is no "who".
  const whole = rangeOf(clause, first, left + 1);
  const thing = view.norms[chunks[at]!.from] === "who" && (!canSpeak(view, whole) || isDeed(view, whole));
  return rangeOf(clause, thing ? left : first, at + 1);
}

/** "X met Y and said": the subject of the verb before, of a reporting verb rather than of one inside what it reports. */
function sharedSubject(clause: Clause, { c, at, depth }: Place): Range | null {
  const verb = reportingBefore(clause, c, at) ?? lastVerb(clause, at, clause.chunks[c]?.infinitive === true);
  return verb === null ? null : eitherSide(clause, verb, depth + 1);
}

/** The subject before the verb, or after it as in `“…,” said the mayor, adding`. */
function eitherSide(clause: Clause, c: number, depth: number): Range | null {
  const inverted = isQuoteMark(clause, c - 1) && clause.chunks[c + 1]?.kind === "np";
  return inverted ? subjectAfter(clause, c) : subjectOf(clause, c, depth);
}

/** The nearest finite reporting verb to the left that is of the same tense as the one at `c`. */
function reportingBefore(clause: Clause, c: number, at: number): number | null {
  const own = clause.chunks[c];
  if (own === undefined || own.kind !== "vg" || own.infinitive) return null;
  const { verbs } = clause.view.lexicon;
  const kinds = verbs.get(clause.view.norms[own.head]!)?.[0]?.kinds ?? [];
  for (let k = at - 1; k >= 0 && k > at - REACH; k--) {
    const chunk = clause.chunks[k]!;
    if (isQuoteMark(clause, k)) {
      k = openingOf(clause, k);
      continue;
    }
    if (chunk.kind !== "vg" || chunk.infinitive || isGerundalChunk(clause, k)) continue;
    const form = verbs.get(clause.view.norms[chunk.head]!)?.[0];
    if (isReduced(clause, k) && clause.chunks[k - 2]?.kind === "adp") continue;
    if (form === undefined || clause.chunks[k - 1]?.kind === "sub" || !form.cue.takes.has("clause")) continue;
    if (isGerundalChunk(clause, c) || form.kinds.some((kind) => kinds.includes(kind))) return k;
  }
  return null;
}

/** The nearest verb group to the left that can share its subject: no infinitive, no gerund. */
function lastVerb(clause: Clause, at: number, infinitives = false): number | null {
  const { chunks } = clause;
  for (let k = at - 1; k >= 0 && k > at - REACH; k--) {
    const chunk = chunks[k]!;
    if (isQuoteMark(clause, k)) {
      k = openingOf(clause, k);
      continue;
    }
    if (chunk.kind !== "vg") continue;
    if (chunk.infinitive && !infinitives) continue;
    if (isGerundalChunk(clause, k)) continue;
    if (chunks[k - 1]?.kind === "sub" && chunks[k - 1]!.from > 0 && isOpenRelative(clause, k, at)) continue;
    return k;
  }
  return null;
}

/** A relative clause between commas that ended before the conjunction: "X, who met Y, and said". */
function isOpenRelative(clause: Clause, k: number, at: number): boolean {
  const { norms } = clause.view;
  if (!RELATIVE.has(norms[clause.chunks[k - 1]!.from]!)) return true;
  return isComma(clause, at - 1);
}

function openingOf(clause: Clause, k: number): number {
  for (let j = k - 1; j >= 0 && j > k - REACH; j--) if (isQuoteMark(clause, j)) return j;
  return k;
}

/** "went on to say", "a report published Monday said": the subject of the verb that governs, or the noun that the participle belongs to. */
function governingSubject(clause: Clause, { c, at, depth }: Place): Range | null {
  const own = clause.chunks[c]!;
  // "had last month charged": the auxiliary's subject.
  const auxiliary = clause.view.tokens[clause.chunks[at]!.head]!.pos === "AUX";
  if (own.infinitive || isGerundal(clause, c) || auxiliary) return subjectOf(clause, at, depth + 1);
  // "did not seem impressed, telling": a participle right behind its verb.
  if (clause.chunks[at - 1]?.kind === "vg") return subjectOf(clause, at - 1, depth + 1);
  if (!isReduced(clause, at) || clause.chunks[at - 1]?.kind !== "np") return null;
  return rangeOf(clause, leftEnd(clause, at - 1), at);
}

/** A participle that hangs on the main clause: "after saying", ", adding". */
function hangingSubject(clause: Clause, { c, at, depth }: Place): Range | null {
  const verb = reportingBefore(clause, c, at) ?? lastVerb(clause, at);
  if (verb !== null) return eitherSide(clause, verb, depth + 1);
  // "The paper, citing two officials, said": the paper cites.
  const named = isComma(clause, at) && clause.chunks[at - 1]?.kind === "np";
  return named ? rangeOf(clause, leftEnd(clause, at - 1), at) : nextSubject(clause, c);
}

/** A mark right before the verb: an apposition or a relative clause ends there, or a participle hangs on the main clause. */
function pastMark(clause: Clause, { c, at, depth }: Place): Range | null {
  const { chunks } = clause;
  if (isGerundal(clause, c)) return hangingSubject(clause, { c, at, depth });
  if (isQuoteMark(clause, at) && isComma(clause, at - 1)) return pastQuotation(clause, { c, at, depth });
  if (isQuoteMark(clause, at)) return pastName(clause, at);
  const mark = markAt(clause, at);
  if (mark === ")") return bracketed(clause, at);
  if (mark === ";") return depth < 3 ? sharedSubject(clause, { c, at, depth }) : null;
  if (mark !== "," && mark !== "-" && mark !== "–" && mark !== "—") return null;
  if (chunks[at - 1]?.kind === "cc") return sharedSubject(clause, { c, at: at - 1, depth });
  let opening = mark;
  for (let k = at - 1; k > 0 && k > at - 40; k--) {
    if (isQuoteMark(clause, k)) return null;
    if (markAt(clause, k) !== opening) continue;
    if (chunks[k - 1]!.kind !== "np" && markAt(clause, k - 1) !== ")") continue;
    // "S, swift to claim its raids – boasting of many – stayed silent": what stands before the dash is an object; S is farther left.
    if (mark !== "," && isObject(clause, k - 1)) {
      opening = ",";
      continue;
    }
    if (!isApposition(clause, k + 1)) continue;
    // An age or a party between commas: "Ines Faldrow, 58, who lives …, says".
    if (isBareNumber(clause, k - 1)) continue;
    return rangeOf(clause, leftEnd(clause, k - 1), at);
  }
  return mark === "," && depth < 3 ? sharedSubject(clause, { c, at, depth }) : null;
}

/** "Dana Voss, a host of “The Five,” refused": past the quoted words to the comma before the apposition. */
function pastQuotation(clause: Clause, { at }: Place): Range | null {
  const open = openingOf(clause, at);
  for (let k = open - 1; k > 0 && k > open - 12; k--) {
    if (isQuoteMark(clause, k)) return null;
    if (isComma(clause, k))
      return clause.chunks[k - 1]!.kind === "np" ? rangeOf(clause, leftEnd(clause, k - 1), at) : null;
  }
  return null;
}

/** "A group calling itself “N” said": the group with the name that it gives itself. */
function pastName(clause: Clause, at: number): Range | null {
  const { chunks, view } = clause;
  const open = openingOf(clause, at);
  let verb = open - 1;
  if (chunks[verb]?.kind === "np" || chunks[verb]?.kind === "adp") verb--;
  const chunk = chunks[verb];
  if (chunk?.kind !== "vg" || calledName(view, chunk.head) === null) return null;
  const noun = verb - (chunks[verb - 1]?.kind === "sub" ? 2 : 1);
  return chunks[noun]?.kind === "np" ? rangeOf(clause, leftEnd(clause, noun), at + 1) : null;
}

function isObject(clause: Clause, c: number): boolean {
  const before = clause.chunks[leftEnd(clause, c) - 1]?.kind;
  return before === "vg" || before === "adp";
}

function isBareNumber(clause: Clause, c: number): boolean {
  const { from, to } = clause.chunks[c]!;
  return to === from + 1 && clause.view.tokens[from]!.pos === "NUM" && isComma(clause, c - 1);
}

function isApposition(clause: Clause, c: number): boolean {
  const kind = clause.chunks[c]?.kind;
  return kind !== undefined && kind !== "p";
}

function bracketed(clause: Clause, at: number): Range | null {
  for (let k = at - 1; k > 0 && k > at - 15; k--) {
    if (markAt(clause, k) !== "(") continue;
    return clause.chunks[k - 1]!.kind === "np" ? rangeOf(clause, leftEnd(clause, k - 1), at + 1) : null;
  }
  return null;
}

/** "Citing two officials, the agency said": the noun group after the comma. */
function nextSubject(clause: Clause, c: number): Range | null {
  for (let k = c + 1; k < clause.chunks.length && k < c + 20; k++) {
    if (isComma(clause, k))
      return clause.chunks[k + 1]?.kind === "np" ? rangeOf(clause, k + 1, rightEnd(clause, k + 1)) : null;
  }
  return null;
}

/** The subject after the verb, as in `“…,” said the minister, who leads the inquiry`; null when no noun group follows. */
export function subjectAfter(clause: Clause, c: number): Range | null {
  const { chunks } = clause;
  const start = c + 1;
  if (chunks[start]?.kind !== "np") return null;
  const end = rightEnd(clause, start);
  const closing = appositionEnd(clause, end);
  return rangeOf(clause, start, closing ?? end);
}

/** The chunk where an apposition after the subject ends: at the next comma, at a quotation or at the end of the sentence. */
function appositionEnd(clause: Clause, end: number): number | null {
  const { chunks, view } = clause;
  if (!isComma(clause, end)) return null;
  const next = chunks[end + 1];
  if (next === undefined) return null;
  const relative = next.kind === "sub" && RELATIVE.has(view.norms[next.from]!);
  if (next.kind !== "np" && !relative) return null;
  for (let k = end + 1; k < chunks.length && k < end + 25; k++) {
    if (isComma(clause, k) || isQuoteMark(clause, k) || k === chunks.length - 1) return k;
    if (chunks[k]!.kind === "vg" && !relative) return null;
  }
  return null;
}
