import type { LedgerEntry, Quoted } from "../model/assessment.ts";
import { type ActorId, figureId } from "../model/id.ts";
import type { Mention } from "../model/reading.ts";
import { overlaps, type Span } from "../model/span.ts";
import { hoursBetween, type When } from "../model/time.ts";
import { type HeldStatement, nameOf, quoted, type RecordInput } from "./input.ts";

/** How a statement came to be known, and when [ST9]. */
export type Way = Pick<LedgerEntry, "channel" | "relays" | "authenticity" | "detail" | "said" | "observed" | "dated">;

/** Who makes a statement, and who carried it: a group's own outlet speaks for the group, a newspaper does not [ST9]. */
export function wayOf(input: RecordInput, h: HeldStatement, actor: ActorId | null): Way {
  const { statement, document } = h;
  const outlets = mentionsIn(h, statement.sentence).filter((m) => isOutlet(input, m.id));
  const own = [statement.speaker.actor, ...outlets.map((m) => m.id)].find(
    (id) => id !== undefined && actor !== null && id !== actor && isOutlet(input, id) && isUnder(input, id, actor),
  );
  const carried = [
    ...(statement.relays ?? []).flatMap((r) => (r.actor === undefined ? (r.label ?? []) : nameOf(input, r.actor))),
    ...outlets.filter((m) => input.actor(m.id)?.partOf === undefined).map((m) => nameOf(input, m.id)),
    ...(document.publisher === null ? [] : [document.publisher]),
  ];
  const said = statement.saidAt ?? null;
  return {
    channel: own === undefined ? null : nameOf(input, own),
    relays: [...new Set(carried)],
    authenticity: own === undefined ? "reported" : "own-channel",
    detail: detailOf(h, actor),
    said,
    observed: document.published,
    dated: said !== null ? "stated" : document.published === null ? "undated" : "published",
  };
}

const JOINED_BEFORE = /^\s*(?:,\s*(?:and\s+)?|and\s+|و\s*)(?:the\s+)?$/iu;
const JOINED_AFTER = /^\s*(?:,\s*)?(?:and\s+(?:the\s+)?|و\s*(?:(?:تنظيم|حركة|جماعة|حزب)\s+)?)$/iu;

/** Those who make the same statement beside its speaker: names joined to the speaker's by "and" or a comma before it, by "and" behind it [ST9]. */
export function jointActors(input: RecordInput, h: HeldStatement): readonly ActorId[] {
  const { speaker, sentence } = h.statement;
  if (speaker.span === undefined) return [];
  const named = mentionsIn(h, sentence).filter((m) => !isOutlet(input, m.id) && !speaksOtherwise(h, m.span));
  const own = named.find((m) => m.id === speaker.actor && overlaps(m.span, speaker.span as Span))?.span ?? speaker.span;
  const between = (from: number, to: number) => h.document.text.slice(from, to);
  const found: ActorId[] = [];
  let start = own.start;
  for (const m of named.toSorted((a, b) => b.span.end - a.span.end)) {
    if (m.span.end > start) continue;
    if (!JOINED_BEFORE.test(between(m.span.end, start))) break;
    found.unshift(m.id);
    start = m.span.start;
  }
  let end = own.end;
  for (const m of named.toSorted((a, b) => a.span.start - b.span.start)) {
    if (m.span.start < end) continue;
    if (!JOINED_AFTER.test(between(end, m.span.start))) break;
    found.push(m.id);
    end = m.span.end;
  }
  return [...new Set(found)].filter((id) => id !== speaker.actor);
}

/** Whether a name is the speaker of another act in the same sentence: "claimed by the one, and the other denied it". */
function speaksOtherwise({ document, statement }: HeldStatement, span: Span): boolean {
  return document.reading.statements.some(
    (s) =>
      s.act !== statement.act &&
      s.speaker.span !== undefined &&
      overlaps(s.speaker.span, span) &&
      overlaps(s.sentence, statement.sentence),
  );
}

/**
 * Hours from the attack to the claim [SI2]: an interval. Where the two times overlap its lower end is 0, for a claim of an attack that
 * has happened comes after it. Null where either is undated or the claim is wholly earlier: that one is a threat or a mistake.
 */
export function lagOf(
  input: RecordInput,
  h: HeldStatement,
  {
    attack,
    when,
    dated,
  }: { readonly attack: When | null; readonly when: When | null; readonly dated: readonly Quoted[] },
): LedgerEntry["lag"] {
  const hours = attack === null || when === null ? null : hoursBetween(attack, when);
  if (hours === null || hours.to < 0) return null;
  const from = [quoted(h.document, h.statement.sentence), ...dated].map((q) => ({
    is: "words" as const,
    span: q.span,
    quote: q.quote,
  }));
  const add = (end: "from" | "to") =>
    input.book.add({
      id: figureId(input.slug, "ledger", h.statement.id, "lag", end),
      value: Math.max(0, hours[end]),
      unit: "hours",
      rule: "SI2",
      from,
    });
  return { from: add("from"), to: add("to") };
}

/** What the actor is a part of, nearest first. */
export function wholesOf(input: Pick<RecordInput, "actor">, id: ActorId): readonly ActorId[] {
  const line: ActorId[] = [];
  let next = input.actor(id)?.partOf;
  while (next !== undefined && next !== id && !line.includes(next)) {
    line.push(next);
    next = input.actor(next)?.partOf;
  }
  return line;
}

/** The group behind its own channel or news agency; anybody else stands for himself. */
export function behindOutlet(input: Pick<RecordInput, "actor">, id: ActorId): ActorId {
  return isOutlet(input, id) ? (input.actor(id)?.partOf ?? id) : id;
}

/** Each claim with the claims that stand beside it: made jointly, or by rivals. A branch and its whole are no rivals [ST9]. */
export function withRivals(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  return entries.map((e) => {
    if (e.is !== "claim" || e.incident === null) return e;
    const others = entries.filter((o) => o.is === "claim" && o.incident === e.incident && o.actorName !== e.actorName);
    const joint = others.filter((o) => o.statement === e.statement);
    const rivals = others.filter((o) => !joint.some((j) => j.actorName === o.actorName) && !sameSide(e, o));
    return { ...e, joint: names(joint), rivals: names(rivals) };
  });
}

/** Whether a claim is the actor's: its own, or a branch's, which claims for the whole. A whole doesn't claim for its branch [ST9]. */
export function claimsFor(e: LedgerEntry, actor: ActorId): boolean {
  return e.is === "claim" && (e.actor === actor || e.partOf.includes(actor));
}

const sameSide = (a: LedgerEntry, b: LedgerEntry): boolean =>
  (b.actor !== null && a.partOf.includes(b.actor)) || (a.actor !== null && b.partOf.includes(a.actor));

const names = (entries: readonly LedgerEntry[]): readonly string[] => [...new Set(entries.map((e) => e.actorName))];

function mentionsIn({ document }: HeldStatement, span: Span): readonly Mention[] {
  return document.reading.mentions.filter((m) => m.is === "actor" && overlaps(m.span, span));
}

function isOutlet(input: Pick<RecordInput, "actor">, id: ActorId): boolean {
  const kind = input.actor(id)?.kind;
  return kind === "outlet" || kind === "agency" || kind === "channel";
}

const isUnder = (input: RecordInput, id: ActorId, whole: ActorId): boolean => wholesOf(input, id).includes(whole);

/** Particulars told after the cue, in the same sentence: counts, dates that are not the day of the claim, places. */
function detailOf({ document, statement }: HeldStatement, actor: ActorId | null): LedgerEntry["detail"] {
  const { sentence, cue, saidAt } = statement;
  const rest = { ...sentence, start: cue?.span.end ?? sentence.start };
  const inRest = (span: Span) => span.start >= rest.start && span.end <= rest.end;
  const { counts, dates, mentions } = document.reading;
  const told =
    counts.filter((c) => inRest(c.span)).length +
    dates.filter((d) => inRest(d.span) && d.when.from !== saidAt?.from).length +
    mentions.filter((m) => m.is === "place" && m.id !== actor && inRest(m.span)).length;
  if (told === 0) return "bare";
  return told < 3 ? "some" : "specific";
}
