import data from "../data/relation-words.json" with { type: "json" };
import type { RelationKind } from "../model/assessment.ts";
import { overlaps, type Span } from "../model/span.ts";
import { fold } from "../text/fold.ts";
import { findIncidentWords } from "../text/incident-words.ts";
import { wordFinder } from "../text/word-finder.ts";
import { allParties, withTargets } from "./described.ts";
import { POINTS_BACK, phraseFrom } from "./fact-versions.ts";
import type { RecordDocument, RecordInput } from "./input.ts";
import { type FoundRelation, named, type Party, partiesIn, statementAt } from "./parties.ts";

/** Where the two actors stand: before and after the words, both on one side of them, or what is led before its leader. */
type Order = "ab" | "ba" | "both" | "after" | "apart" | "title";

const find = wordFinder(
  Object.entries(data.relations).flatMap(([is, orders]) =>
    Object.entries(orders).flatMap(([order, phrases]) =>
      phrases.map((words) => [words, { is: is as RelationKind, order: order as Order }] as const),
    ),
  ),
);
const AS: ReadonlySet<string> = new Set(data.as.map(fold));
const NOT: ReadonlySet<string> = new Set(data.not.map(fold));

/** Relations by the words between two parties, before both, or around them. */
export function wordedRelations(
  input: RecordInput,
  document: RecordDocument,
  sentence: Span,
): readonly FoundRelation[] {
  const cues = find(document.text.slice(sentence.start, sentence.end));
  if (cues.length === 0) return [];
  const known = partiesIn(document, sentence);
  const all = { people: allParties(document, sentence), targets: withTargets(document, sentence) };
  return cues.flatMap(({ span, value }) => {
    const cue = { start: sentence.start + span.start, end: sentence.start + span.end };
    if (known.some((p) => overlaps(p.span, cue) && !(cue.start <= p.span.start && p.span.end <= cue.end))) return [];
    const parties = value.is === "attacks" ? all.targets : all.people;
    const pair = pairOf({ document, sentence, parties, cue }, value);
    if (NOBODY.test(document.text.slice(pair?.from.span.start ?? 0, pair?.from.span.end ?? 0))) return [];
    if (value.order === "ab" && isPassive(document, cue, value.is)) return [];
    if (pair === null || (value.is === "attacks" && value.order === "ab" && !isOwnAttack(document, pair.from, cue)))
      return [];
    if (value.is === "views-as" && !isSeenAs(document, pair.to, sentence)) return [];
    if (
      value.is === "accuses" &&
      LAYS.test(document.text.slice(cue.start, cue.end)) &&
      !saysBlame(document, cue, sentence)
    )
      return [];
    const to = named(input, document, pair.to);
    return [
      {
        is: value.is,
        from: named(input, document, pair.from),
        to: pair.thing === true ? { ...to, thing: true as const } : to,
        polarity: isNegated(document, cue, sentence) ? ("negative" as const) : ("positive" as const),
        document,
        cue,
        sentence,
        statement: statementAt(document, cue),
      },
    ];
  });
}

const NOBODY = /^(?:no|nobody|none|neither|any)\b/iu;

/** "Were seized from the pirates", "the trail led to": the one before the verb did not do it. */
function isPassive({ text }: RecordDocument, cue: Span, is: RelationKind): boolean {
  const words = text.slice(cue.start, cue.end);
  if (is === "leads" && /^le(?:d|ads?)$/iu.test(words))
    return /^\s(?:to|from|away|back)\s/u.test(text.slice(cue.end, cue.end + 8));
  if (is !== "attacks" || !/(?:ed|shot|struck|hit|shot dead)$/iu.test(words)) return false;
  return /\b(?:was|were|been|being|be)\s(?:\p{L}{2,12}ly\s)?$/u.test(
    text.slice(Math.max(0, cue.start - 26), cue.start),
  );
}

const NOUN_OF_ATTACK = /^(?:attacks?|assault|raid|strikes?) (?:on|against)$/iu;
const CARRIES =
  /\b(?:launch|carr|mount|stag|beg|resum|conduct|l[ea]d|plan|execut|renew|continu|intensif|step|open)\p{Ll}{0,6}(?:\s\p{L}{1,12}){0,5}\s$/iu;

/** "Its attack on", "launched an attack on": the one before the noun did it; not who condemned or foiled "an attack on". */
function isOwnAttack({ text }: RecordDocument, { span }: Party, cue: Span): boolean {
  if (!NOUN_OF_ATTACK.test(text.slice(cue.start, cue.end)) || span.end > cue.start) return true;
  const between = text.slice(span.end, cue.start);
  return /^(?:['’]s?)?\s(?:\p{L}{1,14}\s){0,2}$/u.test(between)
    ? !/\b(?:an?|the|of|after|in)\s/u.test(between)
    : CARRIES.test(between);
}

interface Place {
  readonly document: RecordDocument;
  readonly sentence: Span;
  readonly parties: readonly Party[];
  readonly cue: Span;
}

interface Pair {
  readonly from: Party;
  readonly to: Party;
  /** What stands second is an attack, no party. */
  readonly thing?: true;
}

function pairOf(place: Place, { is, order }: { readonly is: RelationKind; readonly order: Order }): Pair | null {
  const { cue } = place;
  // A thing that was hit attacks nobody.
  const doers = is === "attacks" ? allParties(place.document, place.sentence) : place.parties;
  const before = place.parties.filter((p) => p.span.end <= cue.start && doers.some((d) => overlaps(d.span, p.span)));
  const after = place.parties.filter((p) => p.span.start >= cue.end);
  const inside = place.parties.find((p) => p.span.start > cue.start && p.span.end < cue.end);
  if (order === "title") return titlePair(place, { before, after });
  if (order === "after" || order === "apart") return afterPair(place, { is, order, before, after });
  const a =
    inside ?? subjectOf(place, before) ?? (is === "leads" || is === "member-of" ? nameBehind(place, after) : null);
  const b = possessed(place, after);
  const near = b !== undefined && isNear(place, b, { words: is === "leads" ? 2 : 5 });
  if (order === "ba") {
    if (!near || /\b(?:on|against|in|at)\b/u.test(place.document.text.slice(cue.end, b.span.start))) return null;
    // "Attacks by insiders": the attack is what they did, whoever the clause began with.
    if (BY_NOUN.test(place.document.text.slice(cue.start, cue.end)))
      return { from: b, to: { span: cue, actor: null }, thing: true };
    const hit = a ?? (is === "attacks" ? attackBefore(place) : null);
    return hit === null ? null : { from: b, to: hit, ...(a === null && { thing: true }) };
  }
  if (a === null) return null;
  if (is === "attacks") return attackPair(place, a, near ? b : undefined);
  const party = near && !(OF_THINGS.has(is) && isOfThing(place, b));
  return party ? { from: a, to: b } : thingPair(place, is, a);
}

/** "The director of the institute, Ada Brill", قائدة الشرطة ليلى حداد: who leads is named behind what he leads. */
function nameBehind({ document, cue, sentence }: Place, [led, name]: readonly Party[]): Party | null {
  if (led === undefined) return null;
  const rest = document.text.slice(led.span.end, Math.min(sentence.end, led.span.end + 60));
  if (/\p{Script=Arabic}/u.test(document.text.slice(cue.start, cue.end))) {
    const words = /^(?:\s(?!في|إن|أن|على|إلى|من|عن|قد|ب\p{L}|[يت]\p{L})[\p{Script=Arabic}\p{M}]{2,}){2}/u.exec(
      rest,
    )?.[0];
    return words === undefined ? null : { span: { start: cue.start, end: led.span.end + words.length }, actor: null };
  }
  if (name === undefined) return null;
  const between = document.text.slice(led.span.end, name.span.start);
  return /^(?:['’]s\s(?:\p{L}{2,14}\s)?|,\s|\s)$/u.test(between) &&
    /^\p{Lu}/u.test(document.text.slice(name.span.start))
    ? name
    : null;
}

/** "Doubted that the guards …", "questioned the ministry's account". */
function isOfThing({ document, cue }: Place, { span }: Party): boolean {
  return (
    THAT.test(document.text.slice(cue.end, span.start)) ||
    /^['’]s?\s/u.test(document.text.slice(span.end, span.end + 3))
  );
}

const THAT = /\b(?:that|whether|if|how)\b/iu;

/** Whom or what somebody attacked: the words right after the verb, else a party near, else the attack that he carried out. */
function attackPair(place: Place, from: Party, near: Party | undefined): Pair | null {
  const attack = attackAfter(place);
  if (OF_AN_ATTACK.test(place.document.text.slice(place.cue.start, place.cue.end)))
    return attack === null ? null : { from, to: attack, thing: true };
  const object = objectFrom(place, place.cue.end);
  if (object !== null)
    return isAttack(place, object) ? { from, to: object, thing: true } : { from, to: known(place, object) };
  if (near !== undefined) return { from, to: near };
  return attack === null ? null : { from, to: attack, thing: true };
}

/** The noun phrase at a place of the sentence. */
function objectFrom({ document, sentence }: Place, at: number): Party | null {
  const words = document.text.slice(sentence.start, sentence.end);
  const phrase = phraseFrom(words, at - sentence.start);
  if (phrase === null || POINTS_BACK.test(words.slice(phrase.start, phrase.end))) return null;
  return { span: { start: sentence.start + phrase.start, end: sentence.start + phrase.end }, actor: null };
}

function isAttack({ document }: Place, { span }: Party): boolean {
  return findIncidentWords(document.text.slice(span.start, span.end), "attack").length > 0;
}

/** The actor whom a phrase names, where one is known. */
function known({ parties }: Place, phrase: Party): Party {
  return parties.find((p) => p.actor !== null && overlaps(p.span, phrase.span)) ?? phrase;
}

/** What is doubted or denied need be nobody. */
const OF_THINGS: ReadonlySet<RelationKind> = new Set<RelationKind>(["doubts", "denies"]);

/** What is doubted, in the words of the clause. */
function thingPair({ document, sentence, cue }: Place, is: RelationKind, from: Party): Pair | null {
  if (!OF_THINGS.has(is)) return null;
  const start = Math.max(cue.end, from.span.end);
  const rest = document.text.slice(start, sentence.end);
  const clause = /^[^.,;:!?،؛؟"“”]{4,120}/u.exec(rest)?.[0] ?? "";
  const lead = /^\s*(?:في\s+)?/u.exec(clause)?.[0].length ?? 0;
  if (clause.trim() === "") return { from, to: { span: cue, actor: null }, thing: true };
  return {
    from,
    to: { span: { start: start + lead, end: start + clause.trimEnd().length }, actor: null },
    thing: true,
  };
}

const BY_NOUN = /^(?:attacks?|assault|raid|ambush|bombing|shooting|strikes?) by$/iu;

/** The next party; of "the state's own border guards", the guards. */
function possessed({ document }: Place, [b, c]: readonly Party[]): Party | undefined {
  if (b === undefined || c === undefined) return b;
  return /^['’]s (?:\p{Ll}{1,12} ){0,2}$/u.test(document.text.slice(b.span.end, c.span.start)) ? c : b;
}

interface Sides {
  readonly before: readonly Party[];
  readonly after: readonly Party[];
}

function afterPair(
  place: Place,
  { is, order, before, after }: Sides & { readonly is: RelationKind; readonly order: Order },
): Pair | null {
  const [b, c] = after;
  const between =
    order === "apart" || /\b(?:between|of)$|بين$/iu.test(place.document.text.slice(place.cue.start, place.cue.end));
  // "The attack targeted a post": no party did it.
  if (is === "attacks" && attackBefore(place, 30) !== null) return null;
  if (is === "attacks" && !between) return attackedAfter(place, { before, after });
  const first = b !== undefined && isNear(place, b, { words: 3, list: order === "apart" });
  if (OF_THINGS.has(is)) {
    // "X denied that" as well as "denied | X | that".
    const right = first && !/\s\S/u.test(place.document.text.slice(place.cue.end, b.span.start).trimStart()) ? b : null;
    const who = right ?? subjectOf(place, before);
    return who === null ? null : thingPair(place, is, who);
  }
  if (first && c !== undefined && isNear(place, c, { from: b, words: between ? 8 : 5, list: between }))
    return { from: between ? b : wholeSubject(place, b, c), to: c };
  if (order === "apart") {
    const [x, y] = before.slice(-2);
    return x !== undefined && y !== undefined ? { from: x, to: y } : null;
  }
  // "The group attacked the army": an Arabic verb may stand between the two as well.
  const a = subjectOf(place, before);
  return a !== null && b !== undefined && !between && isNear(place, b, { words: 4 }) ? { from: a, to: b } : null;
}

/** Between an Arabic verb and its object: the subject with its office and name, رئيسة المجلس and who she is. */
function wholeSubject({ document }: Place, { span, actor }: Party, object: Party): Party {
  const words = /^[\s\S]*[^\s"“«]/u.exec(document.text.slice(span.end, object.span.start))?.[0] ?? "";
  const plain =
    /^(?:\s+[\p{Script=Arabic}\p{M}]{3,}){1,4}$/u.test(words) && !/\s(?:في|من|على|عن|إلى|مع)(?:\s|$)/u.test(words);
  return plain ? { span: { start: span.start, end: span.end + words.length }, actor } : { span, actor };
}

/** Arabic: verb, subject, object ("attacked | gunmen | a post"), or the subject before a verb that agrees with it in number. */
function attackedAfter(place: Place, { before, after }: Sides): Pair | null {
  const { document, cue } = place;
  const words = (span: Span) => document.text.slice(span.start, span.end);
  const a = subjectOf(place, before);
  const b = after.find((p) => isNear(place, p, { words: 3 }));
  const verbFirst = b !== undefined && (a === null || findIncidentWords(words(b.span), "attacker").length > 0);
  const from = words(cue).endsWith("وا") || !verbFirst ? a : b;
  if (from === null || from === undefined) return null;
  const at = from === b ? pastAdjective(place, b.span.end) : cue.end;
  const object = objectFrom(place, at) ?? attackAfter(place, at);
  if (object === null) return null;
  return isAttack(place, object) ? { from, to: object, thing: true } : { from, to: known(place, object) };
}

/** Past a closing quote mark and an adjective in the plural: "gunmen | masked". */
function pastAdjective({ document, sentence }: Place, at: number): number {
  const rest = document.text.slice(at, sentence.end);
  return at + (/^["”»]?(?:\s+[\p{Script=Arabic}\p{M}]{3,}(?:ون|ين)(?=\s))?/u.exec(rest)?.[0].length ?? 0);
}

/** "Amber Column leader Hakim Doro": what is led right before, who leads right after. */
function titlePair({ document, cue }: Place, { before, after }: Sides): Pair | null {
  const [x, y] = [before.at(-1), after[0]];
  if (x === undefined || y === undefined) return null;
  const plain = (from: number, to: number) => /^[\s,"“”’']*(?:s\s+)?$/u.test(document.text.slice(from, to));
  return plain(x.span.end, cue.start) && plain(cue.end, y.span.start) ? { from: y, to: x } : null;
}

const STOP = /[.;:!?؟؛]/u;
const QUOTES = /["“”«»]/u;
const MOST_BEFORE = 14;
/** Words at which another clause begins. */
const CLAUSE =
  /\b(?:said|says|told|announced|reported|added|when|while|because|if|after|before|as|although|but|until)\b|(?<!\p{L})(?:قال|قالت|أعلن|أعلنت|أن|إن|بعد|قبل|بينما|عندما|حين|لكن)(?!\p{L})/iu;

/** The nearest party before the words, in their own clause: one behind "by", "against" or in an aside is not the one that does it. */
function subjectOf({ document, cue }: Place, before: readonly Party[]): Party | null {
  const whole = before.find((p) => ASIDE.test(document.text.slice(p.span.end, cue.start)));
  if (whole !== undefined) return whole;
  for (const party of [...before].reverse()) {
    const between = document.text.slice(party.span.end, cue.start).replace(/^["”»]/u, "");
    if (STOP.test(between) || QUOTES.test(between) || CLAUSE.test(between) || DATELINE.test(between)) return null;
    if (between.split(/\s+/u).length > MOST_BEFORE || findIncidentWords(between, "attack").length > 0) return null;
    const ahead = document.text.slice(Math.max(0, party.span.start - 40), party.span.start);
    const part = OF_A_WHOLE.exec(ahead);
    if (part !== null) return { span: { start: party.span.start - part[0].length, end: party.span.end }, actor: null };
    const hidden = /\b(?:of|by|against|in|from|on|with|near|at|to)\s+(?:the\s+)?$/iu.test(ahead);
    if (!hidden || before[0] === party) return party;
  }
  return null;
}

/** "The army, which has fought rebels there, | denied". */
const ASIDE = /^, (?:which|who|whose) [^,;:]{1,140}, (?:has |had |have |also ){0,2}$/u;

/** "(AGENCY) -", which begins a report, is nobody that the report tells of. */
const DATELINE = /\)\s*[-–—]/u;
/** "A member of", "two employees of". */
const OF_A_WHOLE =
  /\b(?:an?|one|two|three|four|five|some|several)\s+(?:[\p{Ll}-]+\s+){0,2}of\s+(?:the\s+|its\s+|their\s+)?$/iu;

/** Whether a party follows the words closely, in the same clause. */
function isNear(
  { document, cue }: Place,
  party: Party,
  { from, words, list = false }: { readonly from?: Party; readonly words: number; readonly list?: boolean },
): boolean {
  const between = document.text
    .slice(from?.span.end ?? cue.end, party.span.start)
    .replace(/^["”»]|["“«]\s*$/gu, "")
    .trim();
  if (STOP.test(between) || QUOTES.test(between) || CLAUSE.test(between)) return false;
  return between.split(/\s+/u).length <= words && (list || !/[,،]/u.test(between));
}

/** "Carried out", "behind", "responsible for" are of an attack, whoever else the clause names. */
const OF_AN_ATTACK =
  /^(?:(?:has |had |have )?carried out|staged|mounted|(?:was|were|is|are|been) behind|responsible for|وراء|[تي]قف وراء|مسؤول\S* عن|نفذوا)$/iu;

const FAR = 60;

/** The words for an attack right after the cue; "opened fire" alone is one itself. */
function attackAfter({ document, sentence, cue }: Place, at = cue.end): Party | null {
  const rest = document.text.slice(at, Math.min(sentence.end, at + FAR));
  const clause = rest.slice(0, (/[.,;:!?،؛؟]/u.exec(rest)?.index ?? rest.length) || 0);
  const [found] = findIncidentWords(clause, "attack");
  if (found === undefined)
    return /^opened fire$/iu.test(document.text.slice(cue.start, cue.end)) ? { span: cue, actor: null } : null;
  return { span: { start: at + found.span.start, end: at + found.span.end }, actor: null };
}

/** The words for an attack shortly before the cue. */
function attackBefore({ document, sentence, cue }: Place, far = FAR): Party | null {
  const start = Math.max(sentence.start, cue.start - far);
  const words = document.text.slice(start, cue.start);
  const found = findIncidentWords(words, "attack").at(-1);
  if (found === undefined || /[.;:!?،؛؟]/u.test(words.slice(found.span.end))) return null;
  return { span: { start: start + found.span.start, end: start + found.span.end }, actor: null };
}

/** Arabic "carries" lays blame only with the word for it. */
const LAYS = /^[يت]?حملت?$/u;

function saysBlame({ text }: RecordDocument, cue: Span, sentence: Span): boolean {
  return /مس[ؤئ]ولي/u.test(text.slice(cue.end, Math.min(sentence.end, cue.end + 80)));
}

/** "S views X as …": the words after X. */
function isSeenAs({ text }: RecordDocument, { span }: Party, sentence: Span): boolean {
  if (
    /\b(?:it|him|her|them)sel(?:f|ves)\b|نفس[هم]/u.test(
      text.slice(Math.max(sentence.start, span.start - 16), span.start),
    )
  )
    return false;
  const after = fold(text.slice(span.end, Math.min(sentence.end, span.end + 60))).split(/[\s,،]+/u);
  return after.slice(1, 4).some((word) => AS.has(word));
}

/** A negation among the three words before. */
function isNegated({ text }: RecordDocument, cue: Span, sentence: Span): boolean {
  const before = fold(text.slice(Math.max(sentence.start, cue.start - 40), cue.start)).split(/\s+/u);
  return before
    .filter((word) => word !== "")
    .slice(-3)
    .some((word) => NOT.has(word) || word.endsWith("n't"));
}
