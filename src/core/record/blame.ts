import data from "../data/doer-words.json" with { type: "json" };
import type { Attribution } from "../model/assessment.ts";
import { overlaps, type Span } from "../model/span.ts";
import type { Act, Speaker } from "../model/statement.ts";
import { findIncidentWords } from "../text/incident-words.ts";
import { wordFinder } from "../text/word-finder.ts";
import { isOfAnotherTime } from "./another-time.ts";
import { allParties } from "./described.ts";
import type { Doer } from "./doer.ts";
import { doersIn, isLeftOpen, isOfAnEvent, isUnsaid } from "./doers.ts";
import { isMedium } from "./doers-arabic.ts";
import { isForACondition } from "./for-a-condition.ts";
import type { HeldStatement } from "./input.ts";
import { isNobody } from "./no-doer.ts";
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
  if (!acts) return false;
  const before = document.text.slice(sentence.start, cue.span.start);
  return isAsked(h) || STOPS_SHORT.test(before) || isOfAnotherTime(document, sentence, cue.span);
}

const STOPS_SHORT = /\b(?:fell|fall|falls|fallen|stopped|stops|stop|stopping) short of\s*$|\byet to(?: be)?\s*$/iu;

/** "What might it gain by keeping quiet?": the outlet asks. */
function isAsked({ document, statement: { sentence, speaker } }: HeldStatement): boolean {
  return speaker.is === "outlet" && /[?؟]["”»]?\s*$/u.test(document.text.slice(sentence.start, sentence.end));
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
  if (target === undefined || isNobodyThere(h.document.text, target.span) || isNobody(target.label)) return null;
  if (isAThing(h)) return null;
  return isMedium(h.document.text.slice(statement.sentence.start, target.span.start)) ? null : said;
}

/** "Blames a corroded pipe", "blamed on the weather": the target is nobody whom the text names or describes. */
function isAThing({ document, statement: { target } }: HeldStatement): boolean {
  if (target === undefined || target.actor !== undefined) return false;
  const { label, span } = target;
  if (/\p{Lu}|["“«]|\p{Script=Arabic}/u.test(label)) return false;
  return allParties(document, span).length === 0;
}

/** With the word behind it: "the man | who did it". */
function isNobodyThere(text: string, { start, end }: Span): boolean {
  return isNobody(text.slice(start, end)) || isNobody(text.slice(start, end + 6).trimEnd());
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
  const believed = held.flatMap((h) => fromBelief(h) ?? []);
  // A frame that read its target comes before the words alone.
  const read = groupedBy(direct, (d) => d.h.statement.id);
  const isNew = ({ h }: Laid) =>
    !(read.get(h.statement.id) ?? []).some((d) => d.said !== "denies" && sameTarget(d.h, h));
  const told = [...direct, ...worded.filter(isNew)];
  const all = [...told, ...believed.filter((b) => !told.some((d) => d.h.statement.id === b.h.statement.id))];
  return all.filter((d) => !all.some((claim) => relaysClaim(d, claim)));
}

const adversaries = wordFinder(data.adversaries.map((word) => [word, true] as const));
const DEED =
  /^(?:had|have|has|took|sent|shot|did|set|blew|hit|broke|stole|lit|ran|made|paid|let|gave|hid|cut|laid|fired|wanted|were|was|\p{Ll}{3,20}ed)$/u;

/** Whether words tell of something done, in their first clause. */
function tellsOfADeed(words: string): boolean {
  const [clause = ""] = words.slice(0, 70).split(/[.;:]/u, 1);
  return clause.split(/\s+/u).some((word) => DEED.test(word));
}

/** "She believes that a road gang took the men": who stands first in what somebody holds, when he is one who could have done it [ST10]. */
function fromBelief(h: HeldStatement): Laid | null {
  const { document, statement } = h;
  const [first] = statement.content;
  if (!UNSURE.has(statement.act) || statement.polarity === "negative" || first === undefined) return null;
  if (statement.target !== undefined) return null;
  const [party] = allParties(document, first);
  if (party === undefined || party.span.start > first.start + 6) return null;
  const label = document.text.slice(party.span.start, party.span.end);
  if (adversaries(label).length === 0 || !tellsOfADeed(document.text.slice(party.span.end, first.end))) return null;
  const target = { label, span: party.span, ...(party.actor !== null && { actor: party.actor }) };
  return {
    h: { ...h, statement: { ...statement, target } },
    said: statement.act === "suggests" ? "suggests" : "assesses",
  };
}

/** "The Front claimed it, a paper reported": who passes a claim on blames nobody. */
function relaysClaim({ h, said }: Laid, claim: Laid): boolean {
  if (claim.said !== "claims" || said === "claims" || said === "denies") return false;
  if (!TELLS.has(h.statement.act) && h.statement.act !== "alleges") return false;
  const [{ statement: s }, { statement: c }] = [h, claim.h];
  if (h.document.id !== claim.h.document.id || !overlaps(s.sentence, c.sentence) || s.target === undefined)
    return false;
  return (
    (s.target.actor !== undefined && s.target.actor === c.speaker.actor) ||
    (c.speaker.span !== undefined && overlaps(c.speaker.span, s.target.span))
  );
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
  const [first] = here;
  const h = doer.beside && first !== undefined ? ofTheOutlet(first) : whoseWords(here, doer);
  if (h === null || /^(?:conditional|forecast|question)$/.test(h.statement.voice ?? "")) return null;
  const { statement, document } = h;
  const open = isLeftOpen(document.text.slice(statement.sentence.start, doer.cue.start));
  if (!open && (statement.polarity === "negative" || statement.factuality === "denied")) return null;
  if (doer.how === "blames" && isForACondition(h)) return null;
  if (!open && /^(?:denies|doubts|claims-responsibility|praises|retracts)$/.test(statement.act)) return null;
  const words = (span: Span) => document.text.slice(span.start, span.end);
  if (doer.whom.actor === null && isNobodyThere(document.text, doer.whom.span)) return null;
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
  if (own && speaker === null && doer.how !== "blames" && !doer.plain && !STRONG.test(words(doer.cue))) return null;
  if (statement.speaker.span !== undefined && overlaps(statement.speaker.span, doer.whom.span)) return null;
  return {
    h: { ...h, statement: { ...statement, target, ...(speaker !== null && { speaker }) } },
    said: open ? "suggests" : howSurely(h, doer, own && speaker === null),
  };
}

/** Words by which an outlet itself lets it be understood who did it. */
const STRONG =
  /hallmark|suspici|suspect|believed|thought|finger|blam|pay of|inspired|بصمات|أصابع|شبه|يشتبه|تشتبه|اشتبه|مشتبه|يعتقد|متورط|ضالع/iu;

/** The statement in whose words a doer stands: the one whose content holds him, the one whose cue it is, else the outlet's own. */
function whoseWords(here: readonly HeldStatement[], doer: Doer): HeldStatement | null {
  const { start, end } = doer.whom.span;
  const holds = (h: HeldStatement) => h.statement.content.some((c) => c.start <= start && end <= c.end);
  const others = here.filter(({ statement }) => statement.voice === undefined && statement.act !== "no-claim");
  const own = here.filter(({ statement }) => statement.voice !== undefined);
  const [first] = here;
  return (
    others.find(holds) ??
    others.find(({ statement }) => statement.cue !== undefined && overlaps(statement.cue.span, doer.cue)) ??
    own.find(holds) ??
    own[0] ??
    (first === undefined ? null : ofTheOutlet(first))
  );
}

/** The outlet's own words in the sentence of a statement. */
function ofTheOutlet(h: HeldStatement): HeldStatement {
  const { sentence, id, frame, rule, precision } = h.statement;
  const own = { voice: "reported-fact", act: "says", factuality: "asserted", polarity: "positive" } as const;
  const statement = { id, frame, rule, precision, sentence, content: [sentence], quoted: false, ...own };
  return { ...h, statement: { ...statement, speaker: { is: "outlet" } } };
}

const LIKELY = /culprit|likel|prime|main|chief|الأول|الرئيسي/iu;

function howSurely({ document, statement }: HeldStatement, doer: Doer, outlets: boolean): Attribution["said"] {
  const { how, cue, plain } = doer;
  const words = document.text.slice(cue.start, cue.end);
  if (outlets && plain) return how;
  if (outlets || statement.factuality === "speculated") return "suggests";
  if (how === "suggests" && LIKELY.test(words)) return "assesses";
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
  const { target, voice, act, frame, factuality, content, sentence } = statement;
  if (target === undefined || voice !== undefined || frame === "attitude-verb" || !TELLS.has(act)) return null;
  const words = content.map((c) => document.text.slice(c.start, c.end)).join(" ");
  if (isNobody(target.label) || !isOfAnEvent(words) || UNDONE.test(words)) return null;
  if (isUnsaid(document.text.slice(sentence.start, target.span.start))) return null;
  return act === "believes" || factuality === "hedged" ? "assesses" : "blames";
}

/** Whether the outlet's own sentence says of somebody that it did an attack. */
function namesTheDoer({ document, statement }: HeldStatement): boolean {
  const { target, voice, sentence } = statement;
  if (target?.actor === undefined || voice === undefined) return false;
  return findIncidentWords(document.text.slice(sentence.start, sentence.end), "attack").length > 0;
}
