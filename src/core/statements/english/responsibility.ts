import type { Draft, Voice } from "../draft.ts";
import { type Range, spanOf, tidy } from "../view.ts";
import { type Clause, isComma, useOf } from "./clause.ts";
import { contentEnd, nounAt, sentenceEnd, startsClause } from "./content.ts";
import { subjectOf } from "./subject.ts";
import { voiceOf } from "./verb-cue.ts";

// How far the object ("responsibility", "the attack") may stand from its verb, in tokens.
const NEAR = 8;

/**
 * Claims of responsibility, and reports that none was seen [ST4]. "Claim" as "say" is left to the other frames:
 * the object must be responsibility, credit, or an attack.
 */
export function responsibilityStatements(clause: Clause): Draft[] {
  const out: Draft[] = [];
  clause.chunks.forEach((chunk, c) => {
    if (chunk.kind !== "vg" && chunk.kind !== "np") return;
    const found = chunk.kind === "np" ? nominalClaim(clause, c) : (claimAt(clause, c) ?? silenceAt(clause, c));
    if (found !== null) out.push(found);
  });
  return out;
}

/** "claimed responsibility for P", "has not taken responsibility", "refused to claim the attack". */
function claimAt(clause: Clause, c: number): Draft | null {
  const { view, chunks } = clause;
  const chunk = chunks[c]!;
  const words = view.lexicon.responsibility;
  const lemma = view.tokens[chunk.head]!.lemma;
  if (!words.verbs.has(lemma)) return null;
  const own = useOf(clause, c, null);
  const object = objectOf(clause, { c, lemma, sure: own.gerund || own.negated });
  if (object === null) return passiveClaim(clause, c);
  const subject = subjectOf(clause, c);
  const use = useOf(clause, c, null);
  // "could claim", "if it claims": nobody has claimed anything.
  if (use.modal !== null && !use.negated) return null;
  const avoided = avoidedBefore(clause, c);
  if (use.infinitive && avoided === null) return null;
  const none = isNobody(clause, subject);
  if (use.gerund && isOnlyThought(clause, c)) return null;
  const negated = use.negated || avoided !== null || none || lacks(clause, c);
  if (TAKES.has(lemma) && isMishap(clause, object.content)) return null;
  const from = avoided ?? cueStart(clause, c);
  const cue = { from, to: Math.max(chunk.to, object.head + 1) };
  const content = object.content === null ? null : tidy(view, object.content);
  return {
    view,
    frame: "responsibility",
    rule: "ST4",
    cue,
    lemma: `${lemma} ${view.norms[object.head]}`,
    strength: "neutral",
    act: negated ? "no-claim" : "claims-responsibility",
    negative: negated,
    voice: negated ? { is: "outlet" } : ownVoice(clause, subject, c),
    content: content === null ? [] : [spanOf(view, content)],
    quoted: false,
    object: "responsibility",
    complement: negated ? "no-claim" : "claim",
    ...(negated && subject !== null && !none ? { target: subject } : {}),
  };
}

/** "No claim of responsibility", "the group's claim of responsibility": that none was seen, or whose it is; a bare one names nobody. */
function nominalClaim(clause: Clause, c: number): Draft | null {
  const { view, chunks } = clause;
  const { from, to } = chunks[c]!;
  const words = view.lexicon.responsibility;
  if (!/^claims?$/.test(view.norms[to - 1]!) || !/^(?:of|for)$/.test(view.norms[to] ?? "")) return null;
  if (!words.responsibility.has(view.norms[to + 1] ?? "")) return null;
  const own = view.norms.slice(from, to).findIndex((norm) => norm === "'s" || norm === "'");
  const none = words.nobody.has(view.norms[from]!);
  if (!none && own < 1) return null;
  const about = /^(?:for|of)$/.test(view.norms[to + 2] ?? "") ? nounAt(clause, clause.chunkOf[to + 3] ?? -1) : null;
  const content = about === null ? null : tidy(view, about);
  return {
    view,
    frame: "responsibility",
    rule: "ST4",
    cue: { from: none ? from : to - 1, to: to + 2 },
    lemma: "claim of responsibility",
    strength: "neutral",
    act: none ? "no-claim" : "claims-responsibility",
    negative: none,
    voice: none ? { is: "outlet" } : { is: "words", range: { from, to: from + own } },
    content: content === null ? [] : [spanOf(view, content)],
    quoted: false,
    object: "responsibility",
    complement: none ? "no-claim" : "claim-noun",
  };
}

const TAKES = new Set(["take", "accept", "assume", "acknowledge", "admit"]);
const MISHAPS = new Set(
  (
    "outage outages disruption disruptions downtime error errors mistake mistakes failure failures failing failings fault faults delay delays problem problems " +
    "issue issues bug bugs glitch glitches inconvenience confusion defeat loss losses result results decision decisions shortcoming shortcomings lapse lapses " +
    "situation remarks comments behaviour behavior conduct debts costs safety security upkeep"
  ).split(" "),
);

/** "Takes full responsibility for the outage": an apology, and no claim of an attack. */
function isMishap({ view }: Clause, content: Range | null): boolean {
  if (content === null) return false;
  const norms = view.norms.slice(content.from, content.to);
  return norms.some((norm) => MISHAPS.has(norm)) && !norms.some((norm) => view.lexicon.responsibility.things.has(norm));
}

/** "We take responsibility" outside quote marks is the text's own. */
function ownVoice({ view, chunks }: Clause, subject: Range | null, c: number): Voice {
  const own = subject !== null && view.norms[subject.from] === "we" && view.quotes[chunks[c]!.from] === null;
  return own ? { is: "outlet", range: subject } : voiceOf(subject);
}

interface ClaimObject {
  /** The token of "responsibility", or of the attack. */
  readonly head: number;
  /** What is claimed. */
  readonly content: Range | null;
}

function objectOf(clause: Clause, { c, lemma, sure }: { c: number; lemma: string; sure: boolean }): ClaimObject | null {
  const { view, chunks } = clause;
  const words = view.lexicon.responsibility;
  const { to } = chunks[c]!;
  for (let i = to; i < view.tokens.length && i < to + NEAR; i++) {
    const norm = view.norms[i]!;
    if (words.responsibility.has(norm)) return { head: i, content: afterFor(clause, i) };
    if (lemma === "claim" && sure && norm === "it" && i === to) return { head: i, content: null };
    const own = clause.chunks[clause.chunkOf[i]!]!;
    if (own.kind === "vg" || own.kind === "sub" || isComma(clause, clause.chunkOf[i]!)) return null;
    // "claimed the attack", also "claimed certain attacks"; with other verbs ("announced the attack") this is no claim.
    // "claimed the attack was the work of" says who did it; it claims nothing.
    if (
      lemma === "claim" &&
      words.things.has(norm) &&
      i === own.to - 1 &&
      !sure &&
      startsClause(clause, clause.chunkOf[i]!)
    )
      return null;
    // "has claimed 40 attacks since spring" counts claims; it makes none of this attack.
    if (words.things.has(norm) && view.tokens.slice(own.from, i).some((t) => t.pos === "NUM" && Number(t.norm) >= 5))
      return null;
    if (lemma === "claim" && words.things.has(norm) && i === own.to - 1)
      return { head: i, content: wholeObject(clause, to, i) };
  }
  return null;
}

/** The noun group that starts behind the verb, with the attack named at token `i` even where a hyphen parts it: "some hit-and-run raids". */
function wholeObject(clause: Clause, from: number, i: number): Range | null {
  const group = nounAt(clause, clause.chunkOf[from] ?? -1);
  return group === null ? null : { from: group.from, to: Math.max(group.to, i + 1) };
}

function afterFor(clause: Clause, i: number): Range | null {
  const { view } = clause;
  for (let k = i + 1; k < view.tokens.length && k < i + 6; k++) {
    if (view.norms[k] === "for" || view.norms[k] === "of") {
      const { to } = contentEnd(clause, Math.min(k + 1, view.tokens.length - 1), () => false);
      return k + 1 < to ? { from: k + 1, to: Math.min(to, commaAfter(clause, k)) } : null;
    }
  }
  return null;
}

function commaAfter(clause: Clause, i: number): number {
  for (let k = i; k < clause.view.tokens.length; k++) if (clause.view.norms[k] === ",") return k;
  return sentenceEnd(clause);
}

const DONE = new Set(["after", "since", "by", "before", "without"]);

/** "the value of taking credit", "if it sees gain in claiming the raid": an idea of a claim; "after claiming" tells of one. */
function isOnlyThought(clause: Clause, c: number): boolean {
  const before = clause.chunks[c - 1];
  return before?.kind === "adp" && !DONE.has(clause.view.norms[before.from]!);
}

/** "responsibility was claimed by S", "the attack, claimed by S". */
function passiveClaim(clause: Clause, c: number): Draft | null {
  const { view, chunks } = clause;
  const chunk = chunks[c]!;
  if (view.tokens[chunk.head]!.lemma !== "claim" || view.norms[chunk.to] !== "by") return null;
  const agent = nounAt(clause, (clause.chunkOf[chunk.to] ?? 0) + 1);
  const subject = subjectOf(clause, c);
  const words = view.lexicon.responsibility;
  if (agent === null || subject === null) return null;
  const isThing = view.norms
    .slice(subject.from, subject.to)
    .some((norm) => words.things.has(norm) || words.responsibility.has(norm));
  if (!isThing) return null;
  const negated = useOf(clause, c, null).negated;
  return {
    view,
    frame: "responsibility",
    rule: "ST4",
    cue: { from: cueStart(clause, c), to: chunk.to },
    lemma: "claim responsibility",
    strength: "neutral",
    act: negated ? "no-claim" : "claims-responsibility",
    negative: negated,
    voice: negated ? { is: "outlet" } : voiceOf(agent),
    content: [spanOf(view, subject)],
    quoted: false,
    object: "responsibility",
    complement: "claim-passive",
    ...(negated ? { target: agent } : {}),
  };
}

/** "remained silent", "kept quiet": a silence that the text reports. */
function silenceAt(clause: Clause, c: number): Draft | null {
  const { view, chunks } = clause;
  const chunk = chunks[c]!;
  const words = view.lexicon.responsibility;
  if (!words.remains.has(view.norms[chunk.head]!)) return null;
  const use = useOf(clause, c, null);
  if (use.modal !== null || use.negated || use.infinitive) return null;
  for (let i = chunk.to; i < view.tokens.length && i < chunk.to + 3; i++) {
    if (!words.silence.has(view.norms[i]!)) continue;
    const subject = subjectOf(clause, c);
    return {
      view,
      frame: "responsibility",
      rule: "ST4",
      cue: { from: cueStart(clause, c), to: i + 1 },
      lemma: `${view.tokens[chunk.head]!.lemma} ${view.norms[i]}`,
      strength: "neutral",
      act: "no-claim",
      negative: true,
      voice: { is: "outlet" },
      content: [],
      quoted: false,
      object: "unstated",
      complement: "silence",
      ...(subject === null ? {} : { target: subject }),
    };
  }
  return null;
}

function cueStart(clause: Clause, c: number): number {
  const { from, head } = clause.chunks[c]!;
  for (let i = from; i < head; i++)
    if (clause.view.tokens[i]!.pos === "AUX" || clause.view.lexicon.negators.has(clause.view.norms[i]!)) return i;
  return head;
}

/** The token of "refused", "avoided", "by refusing" that governs the claim; null when none does. */
function avoidedBefore(clause: Clause, c: number): number | null {
  const { view, chunks } = clause;
  for (let k = c - 1; k >= 0 && k >= c - 2; k--) {
    const chunk = chunks[k]!;
    if (chunk.kind === "vg")
      return view.lexicon.responsibility.avoids.has(view.tokens[chunk.head]!.lemma) ? chunk.head : null;
    if (chunk.kind !== "adp" && chunk.kind !== "adv") return null;
  }
  return null;
}

/** "by not claiming", "without claiming". */
function lacks(clause: Clause, c: number): boolean {
  const { view, chunks } = clause;
  const { from } = chunks[c]!;
  return [from - 1, from - 2].some((i) => view.norms[i] === "without" || (view.norms[i] === "not" && i === from - 1));
}

function isNobody(clause: Clause, subject: Range | null): boolean {
  if (subject === null) return false;
  const { view } = clause;
  return view.norms.slice(subject.from, subject.from + 2).some((norm) => view.lexicon.responsibility.nobody.has(norm));
}
