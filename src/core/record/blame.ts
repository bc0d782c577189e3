import type { Attribution } from "../model/assessment.ts";
import { overlaps, type Span } from "../model/span.ts";
import type { Act, Speaker } from "../model/statement.ts";
import { findIncidentWords } from "../text/incident-words.ts";
import { isOfAnotherTime } from "./another-time.ts";
import { type Doer, doersIn, isOfAnEvent } from "./doers.ts";
import { isForACondition } from "./for-a-condition.ts";
import type { HeldStatement } from "./input.ts";
import { claimsItself, disowns } from "./self-said.ts";

const SAID: Partial<Record<Act, Attribution["said"]>> = {
  "claims-responsibility": "claims",
  blames: "blames",
  accuses: "accuses",
  alleges: "accuses",
  assesses: "assesses",
  suggests: "suggests",
  praises: "praises",
  denies: "denies",
};

/** A claim, a denial or blame that is a habit, a thing supposed, or of other attacks: no entry of the ledger, and no attribution [ST9, ST10]. */
export function isNoActOfThisCase(h: HeldStatement): boolean {
  const { document, statement } = h;
  const { act, cue, sentence, voice } = statement;
  if (cue === undefined || voice !== undefined || act === "threatens" || act === "retracts") return false;
  const acts = SAID[act] !== undefined || act === "no-claim" || claimsItself(h) || disowns(h);
  return acts && isOfAnotherTime(document, sentence, cue.span);
}

/** Whether it was said at all: what might be said, would be said or was not said is no attribution and no ledger entry. */
export function wasSaid({ statement }: HeldStatement): boolean {
  const supposed =
    statement.voice === "conditional" || statement.voice === "forecast" || statement.voice === "question";
  return (
    !supposed &&
    statement.factuality !== "speculated" &&
    (statement.polarity === "positive" || statement.act === "denies" || statement.act === "no-claim")
  );
}

function saidOf(h: HeldStatement): Attribution["said"] | null {
  const { statement } = h;
  if (!wasSaid(h)) return null;
  if (claimsItself(h)) return "claims";
  const said = SAID[statement.act] ?? (namesTheDoer(h) ? "suggests" : tellsTheDoer(h));
  if (said === null || statement.act === "no-claim") return null;
  if (said === "denies") return statement.object === "responsibility" || statement.object === "link" ? said : null;
  if (said === "claims") return said;
  const { target } = statement;
  if (said === "blames" && isForACondition(h)) return null;
  return target === undefined || NOBODYS.test(target.label) || isWhoeverDidIt(target.label) ? null : said;
}

/** A target of no weight: an article that a quote follows, a pronoun, nobody. */
const NOBODYS = /^(?:an?|the|it|him|her|them|nobody|no one|which|who|أحد|أحدا|ذلك)$/iu;

/** "Hackers", "two gunmen", a lone attacker: whoever did it, and so no one of whom it is said. */
function isWhoeverDidIt(label: string): boolean {
  const [found] = findIncidentWords(label, "attacker");
  if (found === undefined || label.split(/\s+/u).length > 3) return false;
  return found.span.end === label.length && !/\p{Lu}/u.test(label.slice(1, found.span.start));
}

/** A statement with what it says of who did it; where that stands in words that no frame reads as its target, with these as the target. */
export interface Laid {
  readonly h: HeldStatement;
  readonly said: Attribution["said"];
}

/** The statements of a record that name who did it or deny it, and sentences that name him in words of their own [ST10]. */
export function laid(held: readonly HeldStatement[]): readonly Laid[] {
  const direct = held.flatMap((h) => {
    const said = saidOf(h);
    return said === null ? [] : [{ h, said }];
  });
  const sentences = groupedBy(held, (h) => `${h.document.id}:${h.statement.sentence.start}`);
  const worded = [...sentences.values()].flatMap((here) => {
    const { document, statement } = here.at(-1) as HeldStatement;
    return doersIn(document, statement.sentence)
      .filter(({ cue }) => !isOfAnotherTime(document, statement.sentence, cue))
      .flatMap((doer) => fromDoer(here, doer) ?? []);
  });
  // A frame that read its target comes before the words alone.
  const read = groupedBy(direct, (d) => d.h.statement.id);
  const isNew = ({ h }: Laid) =>
    !(read.get(h.statement.id) ?? []).some((d) => d.said !== "denies" && sameTarget(d.h, h));
  return [...direct, ...worded.filter(isNew)];
}

/** Lists by what their members share, in their order. */
export function groupedBy<T>(list: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function sameTarget(a: HeldStatement, b: HeldStatement): boolean {
  const [x, y] = [a.statement.target, b.statement.target];
  return x === undefined || y === undefined || overlaps(x.span, y.span);
}

const UNSURE: ReadonlySet<Act> = new Set(["assesses", "believes", "suggests"]);

/** Who says of a doer that he did it: the statement in whose content he stands, else the one whose cue it is, else the outlet or the subject of its sentence. */
function fromDoer(here: readonly HeldStatement[], doer: Doer): Laid | null {
  const holds = (h: HeldStatement) =>
    h.statement.content.some((c) => c.start <= doer.whom.span.start && doer.whom.span.end <= c.end);
  const others = here.filter((h) => h.statement.voice === undefined);
  const h =
    others.find(holds) ?? others.find((x) => x.statement.cue && overlaps(x.statement.cue.span, doer.cue)) ?? here[0];
  if (h === undefined || /^(?:conditional|forecast|question)$/.test(h.statement.voice ?? "")) return null;
  const { statement, document } = h;
  if (statement.polarity === "negative" || statement.factuality === "denied" || statement.act === "no-claim")
    return null;
  if (/^(?:denies|doubts|claims-responsibility|praises|retracts)$/.test(statement.act)) return null;
  const words = (span: Span) => document.text.slice(span.start, span.end);
  if (doer.whom.actor === null && isWhoeverDidIt(words(doer.whom.span))) return null;
  const target = {
    label: words(doer.whom.span),
    span: doer.whom.span,
    ...(doer.whom.actor !== null && { actor: doer.whom.actor }),
  };
  const own = statement.voice !== undefined;
  const speaker: Speaker | null =
    own && doer.by !== null
      ? {
          is: "named",
          label: words(doer.by.span),
          span: doer.by.span,
          ...(doer.by.actor !== null && { actor: doer.by.actor }),
        }
      : null;
  if (own && speaker === null && doer.how !== "blames") return null;
  if (statement.speaker.span !== undefined && overlaps(statement.speaker.span, doer.whom.span)) return null;
  return {
    h: { ...h, statement: { ...statement, target, ...(speaker !== null && { speaker }) } },
    said: howSurely(statement, doer, own && speaker === null),
  };
}

function howSurely(statement: HeldStatement["statement"], { how, cue }: Doer, outlets: boolean): Attribution["said"] {
  if (outlets || statement.factuality === "speculated") return "suggests";
  if (how === "blames" && statement.cue !== undefined && overlaps(statement.cue.span, cue)) return how;
  if (SAID[statement.act] !== undefined) return SAID[statement.act] as Attribution["said"];
  if (how === "blames" && (UNSURE.has(statement.act) || statement.factuality === "hedged")) return "assesses";
  return how;
}

/** "Was not behind", لا تقف وراء. */
const UNDONE =
  /\b(?:not|never)\s+(?:\p{L}+\s+){0,2}(?:behind|responsible|involved|to blame|carried|done|the work)\b|(?:لا|لم|ليس|ليست)\s+(?:\S+\s+){0,3}(?:وراء|مسؤول\S*|متورط\S*|ضالع\S*)/iu;
const TELLS: ReadonlySet<Act> = new Set(["says", "reports", "confirms", "believes", "warns"]);

/** What somebody else's sentence makes of the one it says did it: blame, or an assessment where it is hedged; null where it says of nobody that he did it. */
function tellsTheDoer({ document, statement }: HeldStatement): Attribution["said"] | null {
  const { target, voice, act, frame, factuality, content } = statement;
  if (target === undefined || voice !== undefined || frame === "attitude-verb" || !TELLS.has(act)) return null;
  const words = content.map((c) => document.text.slice(c.start, c.end)).join(" ");
  if (NOBODYS.test(target.label) || !isOfAnEvent(words) || UNDONE.test(words)) return null;
  return act === "believes" || factuality === "hedged" ? "assesses" : "blames";
}

/** Whether the outlet's own sentence says of somebody that it did an attack. */
function namesTheDoer({ document, statement }: HeldStatement): boolean {
  const { target, voice, sentence } = statement;
  if (target?.actor === undefined || voice === undefined) return false;
  return findIncidentWords(document.text.slice(sentence.start, sentence.end), "attack").length > 0;
}
