import type { LedgerEntry, Quoted } from "../model/assessment.ts";
import { slug } from "../model/id.ts";
import { type Problem, problem } from "../model/problem.ts";
import { overlaps, type Span } from "../model/span.ts";
import type { Act } from "../model/statement.ts";
import { hoursBetween, type When } from "../model/time.ts";
import { wasSaid } from "./blame.ts";
import { isOfAnEvent } from "./doers.ts";
import { type HeldStatement, nameOf, quoted, type RecordInput } from "./input.ts";
import { behindOutlet, jointActors, lagOf, wayOf, wholesOf, withRivals } from "./ledger-over-time.ts";
import { plainName, speakerName } from "./names-said.ts";
import { claimsItself, disowns } from "./self-said.ts";

const IS: Partial<Record<Act, LedgerEntry["is"]>> = {
  "claims-responsibility": "claim",
  denies: "denial",
  praises: "praise",
  threatens: "threat",
  retracts: "retraction",
  "no-claim": "no-claim-seen",
};

export interface LedgerSources {
  readonly held: readonly HeldStatement[];
  readonly attack: When | null;
  /** The words that date the attack. */
  readonly dated: readonly Quoted[];
  readonly main: string | null;
  /** Which incident a statement is about; null where it is of none, or of many. */
  readonly incidentOf: (h: HeldStatement) => string | null;
}

/**
 * The ledger, one list [ST9]: claims, denials, praise, threats and retractions by an actor, and beside them the reports that no claim
 * was seen [ST4], which are no entries of the actor's own. A dated claim before the attack is a threat or a mistake, never clipped.
 */
export function ledger(
  input: RecordInput,
  { held, attack, dated, main, incidentOf }: LedgerSources,
): { readonly entries: readonly LedgerEntry[]; readonly problems: readonly Problem[] } {
  const entries: LedgerEntry[] = [];
  const problems: Problem[] = [];
  // "Its spokesman said the group had no hand in it" is one denial.
  const denied = new Set(held.filter((h) => h.statement.act === "denies").map((h) => h.statement.id));
  for (const h of held) {
    const disowned = !denied.has(h.statement.id) && disowns(h);
    const is = IS[h.statement.act] ?? (claimsItself(h) ? "claim" : disowned ? "denial" : undefined);
    if (is === undefined || !wasSaid(h)) continue;
    if (is !== "no-claim-seen" && !speaksForItself(h)) continue;
    if (is === "praise" && isWelcome(h)) continue;
    const when = h.statement.saidAt ?? h.document.published;
    const silent = silentActor(input, h);
    const speaker = h.statement.speaker.actor;
    const own = speaker === undefined ? null : behindOutlet(input, speaker);
    const actor = is === "no-claim-seen" ? silent.actor : own;
    const name =
      is === "no-claim-seen"
        ? actor === null || input.actor(actor) === null
          ? (silent.label ?? "nobody named")
          : nameOf(input, actor)
        : own === null || own === speaker
          ? speakerName(input, h)
          : nameOf(input, own);
    const incident = incidentOf(h);
    const ours = incident !== null && incident === main;
    const early = ours && is === "claim" && attack !== null && when !== null ? hoursBetween(attack, when) : null;
    const before = early !== null && early.to < 0;
    if (before) {
      problems.push(
        problem("claim-before-incident", { actor: name, document: h.document.id, hoursEarly: Math.round(-early.to) }),
      );
    }
    const entry: LedgerEntry = {
      statement: h.statement.id,
      actor,
      actorName: name,
      partOf: actor === null ? [] : wholesOf(input, actor),
      is: before ? "threat" : is,
      object: objectOf(h, is),
      incident,
      closes: is === "retraction" ? closedBy(entries, { actor, name }) : null,
      when: when ?? null,
      ...wayOf(input, h, actor),
      lag: ours && is === "claim" ? lagOf(input, h, { attack, when, dated }) : null,
      joint: [],
      rivals: [],
      quote: quoted(h.document, h.statement.sentence),
    };
    const beside = is === "claim" ? jointActors(input, h) : [];
    const others = beside.map((id) => ({
      ...entry,
      actor: id,
      actorName: nameOf(input, id),
      partOf: wholesOf(input, id),
    }));
    for (const one of [...others, entry]) {
      const told = entries.findIndex((e) => sameAct(e, one));
      if (told < 0) entries.push(one);
      else if (tellsBetter(h, one, entries[told])) entries[told] = one;
    }
  }
  return { entries: withRivals(entries), problems };
}

const OF_BLAME =
  /^(?:the |any |all |these |those |such )*(?:it|this|that|them|everything|all|claims?|accusations?|allegations?|charges?|blame|suggestions?|remarks?|insinuations?|reports? that it)\b|^(?:كل\s|هذه\s|تلك\s|أي\s)?(?:ال)?(?:اتهام|تهم|مزاعم|ادعاء)/iu;
const OF_A_LINK =
  /\b(?:knowledge|support(?:s|ed|ing)?|back(?:s|ed|ing)?|fund(?:s|ed|ing)?|arm(?:s|ed|ing)|links?|ties?|connections?|contacts?)\b|صلة|علاقة|ارتباط|دعم|تمويل|علم ب/iu;

/** What an act is about: a claim and a silence are of responsibility, and so is the denial of an accusation [ST9]. */
function objectOf(h: HeldStatement, is: LedgerEntry["is"]): LedgerEntry["object"] {
  const { object, content, act } = h.statement;
  if (is === "claim" || is === "no-claim-seen") return "responsibility";
  if (is !== "denial") return object ?? "unstated";
  const [first] = content;
  const words = first === undefined ? "" : h.document.text.slice(first.start, first.end).trim();
  if (disowns(h)) return OF_A_LINK.test(words) && !isOfAnEvent(words) ? "link" : "responsibility";
  if (object === "fact" && act === "denies")
    return OF_BLAME.test(words) ? "responsibility" : OF_A_LINK.test(words.slice(0, 40)) ? "link" : object;
  return object ?? "unstated";
}

/** The claim that a retraction closes: the last before it by the same actor; it stays in the ledger [ST9]. */
function closedBy(
  entries: readonly LedgerEntry[],
  { actor, name }: { readonly actor: string | null; readonly name: string },
): string | null {
  const same = (e: LedgerEntry) => (actor === null ? e.actorName === name : e.actor === actor);
  return entries.findLast((e) => e.is === "claim" && same(e))?.statement ?? null;
}

/** Whether two entries are one act of one actor, told twice in one document: in a headline and below it, by two cues of a sentence, with one date or none. */
function sameAct(a: LedgerEntry, b: LedgerEntry): boolean {
  if (a.quote.document !== b.quote.document || a.is !== b.is || a.incident !== b.incident) return false;
  const sameDay = a.said === null || b.said === null || a.said.edtf === b.said.edtf;
  const sameSentence = a.quote.span.start === b.quote.span.start;
  return sameDay && (a.object === b.object || sameSentence) && sameActor(a, b);
}

function sameActor(a: LedgerEntry, b: LedgerEntry): boolean {
  return a.actor !== null && b.actor !== null ? a.actor === b.actor : plainName(a.actorName) === plainName(b.actorName);
}

/** Of two things denied in one sentence, the one that says more. */
const WEIGHT: Readonly<Record<LedgerEntry["object"], number>> = {
  responsibility: 4,
  link: 3,
  warning: 2,
  fact: 1,
  unstated: 0,
};

/** Of two tellings of one act the one below the headline, then the one that dates it. */
function tellsBetter({ document }: HeldStatement, one: LedgerEntry, told: LedgerEntry | undefined): boolean {
  if (told === undefined) return true;
  const headline = ({ quote }: LedgerEntry) =>
    document.reading.sentences.find((s) => s.start === quote.span.start)?.part === "headline";
  if (headline(one) !== headline(told)) return headline(told);
  if (told.said === null && one.said !== null) return true;
  return WEIGHT[one.object] > WEIGHT[told.object] && one.quote.span.start === told.quote.span.start;
}

/** "Welcomed the admission", رحب بالقرار: a welcome praises an attack only where it names one first. */
function isWelcome({ document, statement: { cue, content } }: HeldStatement): boolean {
  if (cue?.lemma !== "رحب" && cue?.lemma !== "welcome") return false;
  const [first] = content;
  const words =
    first === undefined ? "" : document.text.slice(first.start, first.end).split(/\s+/u).slice(0, 2).join(" ");
  return !isOfAnEvent(words);
}

/** Only an actor's own statement is a ledger entry: one by a named speaker or a role, not by the outlet or by nobody. */
function speaksForItself(h: HeldStatement): boolean {
  return h.statement.speaker.is === "named" || h.statement.speaker.is === "role";
}

/** Of a report that no claim was seen, the actor that kept silent: its subject, as target or as speaker; behind a group's outlet, the group. */
function silentActor(
  input: RecordInput,
  h: HeldStatement,
): { readonly actor: string | null; readonly label: string | null } {
  const { target, speaker } = h.statement;
  const who = target ?? (speaker.is === "outlet" ? undefined : speaker);
  if (who === undefined) return { actor: null, label: null };
  const actor = who.actor === undefined ? namedBy(h, who) : behindOutlet(input, who.actor);
  return { actor, label: who.label ?? null };
}

/** An id for an actor that no list knows but that the text calls by a name of its own; "the group" and "it" are none. */
function namedBy(
  { document }: HeldStatement,
  { span, label }: { readonly span?: Span; readonly label?: string },
): string | null {
  if (span === undefined || label === undefined) return null;
  const named = document.reading.mentions.some((m) => m.is === "proposal" && overlaps(m.span, span));
  return named ? slug(label.replace(/^(?:the|a|an)\s+/i, "")) : null;
}
