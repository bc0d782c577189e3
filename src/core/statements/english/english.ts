import type { Act } from "../../model/statement.ts";
import { BITS } from "../../text/lexicon.ts";
import { calledName } from "../called.ts";
import type { Draft } from "../draft.ts";
import type { View } from "../view.ts";
import { accordingStatements } from "./according.ts";
import { type Clause, clauseOf, useOf } from "./clause.ts";
import { headlineStatements } from "./headline.ts";
import { impersonalStatements } from "./impersonal.ts";
import { looseStatement } from "./loose.ts";
import { nounStatements } from "./nouns.ts";
import { quoteStatement } from "./quotes.ts";
import { responsibilityStatements } from "./responsibility.ts";
import { traitsOf } from "./traits.ts";
import { cueAt, type VerbCue } from "./verb-cue.ts";
import { verbStatement } from "./verbs.ts";

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
  const nouns = nounStatements(clause, isCueChunk).filter((d) => !taken(d.cue.from, d.cue.to));
  return [...special, ...verbs, ...nouns, ...headlineStatements(clause)]
    .filter((draft) => !isInsideQuotation(draft) || mattersInside(draft))
    .sort((a, b) => a.cue.from - b.cue.from);
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
    if (form === null || namesItself(clause, c)) continue;
    const cue = { clause, c, form, use: useOf(clause, c, form), isCueChunk };
    const found = quoteStatement(cue) ?? verbStatement(cue) ?? looseStatement(cue);
    if (found === null || isUnsaid(cue, found)) continue;
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

/** Whether the words say that nobody made the statement: "would say", "if S admitted"; "would not say" is a refusal. */
function isUnsaid({ clause, c, use }: VerbCue, found: Draft): boolean {
  return (use.modal !== null && !use.negated) || isConditional(clause, c, found);
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
