import type { DateMention } from "../model/reading.ts";
import { overlaps, type Span } from "../model/span.ts";
import type { DenialObject, Factuality, Target } from "../model/statement.ts";
import { BITS, LEVELS, type Level, phraseAt } from "../text/lexicon.ts";
import type { Draft } from "./draft.ts";
import { actorOf, mentionsIn } from "./speaker.ts";
import { type Range, spanOf, tidy, type View } from "./view.ts";

/** The weakest level that a hedge in the range gives; "asserted" where there is none. Hedges in a quotation count: they are the speaker's. */
export function levelIn(view: View, range: Range): Level {
  if ((view.holds & BITS.hedges) === 0) return "asserted";
  let found: Level | null = null;
  for (let i = range.from; i < range.to; i++) {
    if ((view.opens[i]! & BITS.hedges) === 0) continue;
    const phrase = phraseAt(view.lexicon.hedges, view.norms, i);
    // "May" the month is no "may".
    if (phrase === null || view.tokens[i]!.pos === "PROPN") continue;
    if (found === null || LEVELS.indexOf(phrase.value) < LEVELS.indexOf(found)) found = phrase.value;
  }
  return found ?? "asserted";
}

/** How a statement gives its content: as asserted by its speaker, hedged, denied, speculated, or only reported [ST3]. */
export function factualityOf(draft: Draft, content: Range | null): Factuality {
  if (draft.act === "denies" || draft.act === "no-claim" || draft.negative) return "denied";
  const level = content === null ? "asserted" : levelIn(draft.view, content);
  if (draft.act === "believes" || draft.act === "suggests" || draft.act === "doubts" || draft.act === "asks")
    return "speculated";
  if (level === "possible" || level === "likely") return "hedged";
  if (draft.voice.is === "nobody" || draft.act === "reports" || level === "reported") return "reported";
  return "asserted";
}

const RESPONSIBILITY =
  /^(?:responsib|involve|role$|guilt|complicit|culpab|part$|hand$|perpetrat|carr(?:y|ied)|stag|plant|behind|attack|order|مسؤولي|المسؤولي|تورط|ضلوع|وقوف|علاقه لها بالهجوم)/u;
const LINK =
  /^(?:link|tie|ties|connection|relation|relationship|association|affiliat|contact|cooperat|collus|صله|علاقه|ارتباط|صلات|علاقات|تواطؤ|الصله|العلاقه)/u;
const WARNING = /^(?:warn|alert|تحذير|انذار|تنبيه)/u;

/** What a denial or a warning is about, by the first word that tells [ST9]. */
export function objectOf(draft: Draft, content: Range | null): DenialObject | undefined {
  if (draft.object !== undefined) return draft.object;
  if (draft.act !== "denies") return undefined;
  if (content === null) return "unstated";
  for (const norm of draft.view.norms.slice(content.from, content.to)) {
    if (RESPONSIBILITY.test(norm)) return "responsibility";
    if (LINK.test(norm)) return "link";
    if (WARNING.test(norm)) return "warning";
  }
  return "fact";
}

const DOES = new Set(
  (
    "carried committed perpetrated staged conducted launched executed orchestrated mounted planted detonated masterminded ordered planned " +
    "carry commit perpetrate stage launch execute orchestrate mount plant detonate mastermind carrying committing"
  ).split(" "),
);
const DID_ARABIC = /^(?:[وف]?(?:نفذ|نفذت|نفذه|نفذها|ارتكب|ارتكبت|دبر|دبرت))$/u;
const PART_ARABIC = /^[وفبل]?(?:ال)?(?:وقوف|تورط|ضلوع)$/u;
const BEHIND_ARABIC = new Set(["وراء", "خلف"]);
/** Words that can tell of a doer; most words of a text are none. */
const TELLS = new Set([...DOES, "by", "orders", "behind", "responsible", "work"]);
const FIRST_ARABIC = 0x600;

/** Whom words say to have done it: "carried out by X", "X was behind", "the work of X", "X carried out the attack", نفذه X [ST10]; null when they name nobody. */
export function doerIn(view: View, range: Range): Range | null {
  for (let i = range.from; i < range.to; i++) {
    const norm = view.norms[i]!;
    if (!TELLS.has(norm) && norm.charCodeAt(0) < FIRST_ARABIC) continue;
    const found =
      (norm === "by" && doneBefore(view, i) && groupAfter(view, i + 1, range.to)) ||
      (norm === "orders" && view.norms[i + 1] === "of" && groupAfter(view, i + 2, range.to)) ||
      (norm === "behind" && stands(view, i) && groupBefore(view, i, range.from)) ||
      (norm === "responsible" && view.norms[i + 1] === "for" && groupBefore(view, i, range.from)) ||
      (norm === "work" && view.norms[i + 1] === "of" && groupAfter(view, i + 2, range.to)) ||
      (DOES.has(norm) && activeDoer(view, i, range)) ||
      (DID_ARABIC.test(norm) && groupAfter(view, i + 1, range.to)) ||
      (PART_ARABIC.test(norm) && groupAfter(view, i + 1, range.to)) ||
      (BEHIND_ARABIC.has(norm) && groupBefore(view, i, range.from));
    if (found) return found;
  }
  return null;
}

/** "Was behind", "stood squarely behind"; not "left behind". */
function stands(view: View, i: number): boolean {
  return [1, 2].some((k) =>
    /^(?:was|were|is|are|be|been|being|stands?|stood|lies|lay|'s)$/.test(view.norms[i - k] ?? ""),
  );
}

function doneBefore(view: View, i: number): boolean {
  return [1, 2, 3].some((k) => DOES.has(view.norms[i - k] ?? ""));
}

/** "X carried out the attack": X, when the verb has no "by" behind it and no "be" before it. */
function activeDoer(view: View, i: number, range: Range): Range | null {
  const before = view.norms.slice(Math.max(range.from, i - 2), i);
  if (before.some((norm) => /^(?:was|were|been|being|be|is|are)$/.test(norm))) return null;
  const things = view.norms.slice(i + 1, Math.min(range.to, i + 7));
  if (things.includes("by") || !things.some((norm) => view.lexicon.responsibility.things.has(norm))) return null;
  return groupBefore(view, i, range.from);
}

const OUTSIDE = new Set(["PUNCT", "VERB", "AUX", "ADP", "SCONJ", "CCONJ"]);

function groupAfter(view: View, from: number, end: number): Range | null {
  let to = from;
  while (to < end && to < from + 8 && !OUTSIDE.has(view.tokens[to]!.pos)) to++;
  // "نفذت خلية الهجوم": what was done stands after who did it.
  const { language, responsibility } = view.lexicon;
  while (language === "ar" && to > from + 1 && responsibility.things.has(view.norms[to - 1]!)) to--;
  return nameable(view, { from, to });
}

/** Arabic words between a doer and "behind": stands, is. */
const STANDS = /^[وف]?(?:[تي]كون|[تي]قف|[تي]قفان|يقفون|وقف|وقفت|هي|هو|هم|كان|كانت|كانوا|قد)$/u;
const NEGATED = /^(?:not|never|no|nobody|n't|لا|لم|لن|ليس|ليست|اي)$/u;

function groupBefore(view: View, at: number, start: number): Range | null {
  let to = at;
  while (to > start && (/^(?:AUX|ADV|PART|VERB)$/.test(view.tokens[to - 1]!.pos) || STANDS.test(view.norms[to - 1]!)))
    to--;
  let from = to;
  while (from > start && from > to - 8 && !OUTSIDE.has(view.tokens[from - 1]!.pos)) from--;
  const denied = view.norms.slice(from, at).some((norm) => NEGATED.test(norm));
  return denied ? null : nameable(view, { from, to });
}

/** A doer is somebody: a mention, or a noun that is no pronoun. */
function nameable(view: View, range: Range): Range | null {
  const tidied = range.from < range.to ? tidy(view, range) : null;
  if (tidied === null) return null;
  const words = view.tokens.slice(tidied.from, tidied.to);
  return words.some((token) => token.pos === "NOUN" || token.pos === "PROPN" || token.pos === "X") ? tidied : null;
}

/** The target as words, with the actor that they name. */
export function targetOf(view: View, range: Range): Target {
  const span = spanOf(view, range);
  const mentions = mentionsIn(view, span);
  const actor =
    mentions.find((m) => m.is === "actor") ??
    mentions.find((m) => m.standsFor !== undefined && m.span.start <= span.start && span.end <= m.span.end);
  return {
    ...(actor === undefined ? {} : { actor: actorOf(actor) }),
    label: view.text.slice(span.start, span.end).replace(/\s+/gu, " "),
    span,
  };
}

/** The first actor that content names, for acts whose object is somebody. */
export function actorRange(view: View, range: Range): Range | null {
  const mention = mentionsIn(view, spanOf(view, range)).find((m) => m.is === "actor");
  if (mention === undefined) return null;
  const from = view.tokens.findIndex((token) => token.end > mention.span.start);
  let to = from;
  while (to < view.tokens.length && view.tokens[to]!.start < mention.span.end) to++;
  return from < 0 || from === to ? null : { from, to };
}

/** The day of saying: a date outside the content, at most five words from the cue ("said on Tuesday"). */
export function saidAtOf(draft: Draft, dates: readonly DateMention[], content: readonly Span[]): DateMention | null {
  const { view, cue } = draft;
  const near = spanOf(view, { from: Math.max(0, cue.from - 5), to: Math.min(view.tokens.length, cue.to + 5) });
  return dates.find((d) => overlaps(d.span, near) && !content.some((c) => overlaps(c, d.span))) ?? null;
}
