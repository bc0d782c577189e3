import type { Act } from "../../model/statement.ts";
import { BITS, type VerbForm } from "../../text/lexicon.ts";
import { calledName } from "../called.ts";
import type { Draft } from "../draft.ts";
import { canSpeak, isDeed } from "../speaker.ts";
import type { View } from "../view.ts";
import { accordingStatements } from "./according.ts";
import { type Clause, clauseOf, useOf } from "./clause.ts";
import { headlineStatements } from "./headline.ts";
import { impersonalStatements } from "./impersonal.ts";
import { looseStatement } from "./loose.ts";
import { nounStatements } from "./nouns.ts";
import { tellsWhose } from "./objects.ts";
import { quoteStatement } from "./quotes.ts";
import { responsibilityStatements } from "./responsibility.ts";
import { subjectOf } from "./subject.ts";
import { traitsOf } from "./traits.ts";
import { cueAt, type VerbCue } from "./verb-cue.ts";
import { hasItsWord, verbStatement } from "./verbs.ts";

/** The statements of others in one English sentence, in the order of their cues; of two on the same words the more special one [ST2]. */
export function englishDrafts(view: View): Draft[] {
  if (!hasCue(view)) return [];
  const clause = clauseOf(view);
  const isCueChunk = (c: number) => cueAt(clause, c) !== null;
  const special = [
    ...responsibilityStatements(clause),
    ...accordingStatements(clause),
    ...impersonalStatements(clause, isCueChunk),
  ];
  const taken = (from: number, to: number) => special.some((d) => d.cue.from < to && from < d.cue.to);
  const verbs = verbStatements(clause, isCueChunk).filter((d) => !taken(d.cue.from, d.cue.to));
  const nouns = nounStatements(clause, isCueChunk).filter(
    (d) => !taken(d.cue.from, d.cue.to) && !isTold(d, verbs) && !isTold(d, special),
  );
  return [...special, ...verbs, ...nouns, ...headlineStatements(clause)]
    .filter((draft) => !isInsideQuotation(draft) || mattersInside(draft))
    .sort((a, b) => a.cue.from - b.cue.from);
}

/** "Said in a statement that P": the verb tells P, and the noun says no more. */
function isTold({ cue, content }: Draft, others: readonly Draft[]): boolean {
  return others.some(
    (d) => d.cue.to <= cue.from && d.content[0] !== undefined && d.content[0].start === content[0]?.start,
  );
}

/** Most sentences of some texts hold no reporting word; a colon may be a headline's. */
function hasCue({ tokens, norms, lexicon, holds }: View): boolean {
  if ((holds & CUES) !== 0 || norms.includes(":")) return true;
  const { verbs } = lexicon.responsibility;
  return tokens.some(({ norm, lemma }) => lemma !== norm && verbs.has(lemma));
}

const CUES = BITS.verbs | BITS.nouns | BITS.impersonal | BITS.adverbs | BITS.according | BITS.responsibility;

const INSIDE: ReadonlySet<Act> = new Set(["claims-responsibility", "no-claim", "blames", "accuses", "denies"]);
const SELF = new Set(["i", "we", "you"]);

function isInsideQuotation({ view, cue }: Draft): boolean {
  return view.quotes[cue.from] !== null;
}

/** What a quoted person says of a third one's claim, blame or denial; "I believe" inside a quotation is one statement with it. */
function mattersInside({ view, act, voice }: Draft): boolean {
  if (!INSIDE.has(act)) return false;
  if (voice.is !== "words") return voice.is === "outlet";
  const named = view.tokens
    .slice(voice.range.from, voice.range.to)
    .some(({ pos }) => pos === "NOUN" || pos === "PROPN");
  return named && !SELF.has(view.norms[voice.range.from]!);
}

function verbStatements(clause: Clause, isCueChunk: (c: number) => boolean): Draft[] {
  const out: Draft[] = [];
  for (let c = 0; c < clause.chunks.length; c++) {
    const form = cueAt(clause, c);
    if (form === null || namesItself(clause, c) || isEither(clause, c)) continue;
    const cue = norOf({ clause, c, form, use: useOf(clause, c, form), subject: subjectOf(clause, c), isCueChunk });
    if (tellsWhose(cue)) continue;
    const found = quoteStatement(cue) ?? verbStatement(cue) ?? looseStatement(cue);
    if (found === null || isUnsaid(cue, found) || !hasItsWord(cue, found)) continue;
    const negative = cue.use.negated ? !found.negative : found.negative;
    out.push({ ...found, ...ownVoice(clause, found), traits: traitsOf(cue), negative });
  }
  return out;
}

/** "A group calling itself N", "a crew called N that": a name, and no statement; "called N a coward" is one. */
function namesItself({ view, chunks }: Clause, c: number): boolean {
  const { head } = chunks[c]!;
  if (chunks[c - 1]?.kind === "sub" && /^calls?$/.test(view.norms[head]!)) return calledName(view, head) !== null;
  if (!/^(?:calling|called|known|named|dubbed)$/.test(view.norms[head]!) || chunks[c - 1]?.kind !== "np") return false;
  const name = calledName(view, head);
  const next = name === null ? undefined : view.tokens[name.to];
  return name !== null && (view.norms[head] !== "called" || next === undefined || !/^(?:DET|ADJ|NOUN)$/.test(next.pos));
}

/** Whether the words say that nobody made the statement: "would say", "if S admitted", "could not be verified"; "would not say" is a refusal. */
function isUnsaid({ clause, c, form, use }: VerbCue, found: Draft): boolean {
  const refused = use.negated && !(use.passive && found.voice.is === "nobody");
  return (use.modal !== null && !refused) || isConditional(clause, c, found) || isOfDeed(form, found);
}

/** "The killing recalls the raid", "history offered a warning": what is done shows something and says nothing. */
function isOfDeed({ cue }: VerbForm, { view, frame, voice }: Draft): boolean {
  if (!cue.speakers || frame === "direct-quote" || voice.is !== "words") return false;
  return isDeed(view, voice.range) || (BACKS.has(cue.lemma) && !canSpeak(view, voice.range));
}

/** What things do as often as somebody: "the rifles support the theory". */
const BACKS = new Set(["support", "contradict", "challenge"]);

/** The "confirmed" of "neither confirmed nor denied P": it has no content of its own. */
function isEither(clause: Clause, c: number): boolean {
  const { view, chunks } = clause;
  const first = chunks[c]!;
  return (
    view.norms.slice(first.from, first.head).includes("neither") &&
    view.norms[chunks[c + 1]?.from ?? -1] === "nor" &&
    cueAt(clause, c + 2) !== null
  );
}

/** "Neither confirmed nor denied P": neither is done, and what is told of P is that the first was not. */
function norOf(cue: VerbCue): VerbCue {
  const { clause, c, use } = cue;
  if (c < 2 || clause.view.norms[clause.chunks[c - 1]!.from] !== "nor") return cue;
  const form = isEither(clause, c - 2) ? cueAt(clause, c - 2) : null;
  return { ...cue, form: form ?? cue.form, use: { ...use, negated: true } };
}

/** "I think" in the outlet's own text is the outlet's. */
function ownVoice({ view }: Clause, { voice }: Draft): Partial<Draft> {
  return voice.is === "words" && SELF.has(view.norms[voice.range.from]!)
    ? { voice: { is: "outlet", range: voice.range } }
    : {};
}

const CONDITIONS = new Set(["if", "unless", "whether"]);

/** "If the group admitted the bombing": nobody has admitted anything. */
function isConditional({ view, chunks, chunkOf }: Clause, c: number, found: Draft): boolean {
  if (found.frame === "direct-quote" || found.frame === "comma-tail") return false;
  const first = found.voice.is === "words" ? Math.min(found.voice.range.from, chunks[c]!.from) : chunks[c]!.from;
  const before = chunks[chunkOf[first]! - 1];
  return before?.kind === "sub" && CONDITIONS.has(view.norms[before.from]!);
}
