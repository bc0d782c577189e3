import type { ActorId } from "../model/id.ts";
import type { Mention } from "../model/reading.ts";
import { overlaps, type Span } from "../model/span.ts";
import type { Speaker } from "../model/statement.ts";
import type { Agreement } from "../text/arabic-verbs.ts";
import { canBe, type Person } from "./arabic/agreement.ts";
import { nameWithin } from "./called.ts";
import type { Draft } from "./draft.ts";
import { type Range, spanOf, tidy, type View } from "./view.ts";

/** What is known of those who spoke so far in a paragraph, for pronouns. */
export interface Spoken {
  readonly speaker: Speaker;
  readonly start: number;
  readonly number: "one" | "many" | "body";
  /** Of an Arabic speaker: which verbs can be his. */
  readonly person?: Person;
  /** Where a title, a word for a person or an earlier pronoun tells. */
  readonly gender?: "he" | "she";
  /** Named as the subject of a sentence, and not as one who spoke. */
  readonly silent?: boolean;
  /** Spoke in the paragraph before. */
  readonly far?: boolean;
}

const SINGLE = new Set(["he", "she", "him", "her", "his", "himself", "herself"]);
const BODY = new Set(["it", "its", "itself"]);
const MANY = new Set(["they", "them", "their"]);
const RELATIVE = new Set(["who", "which", "that", "whom", "الذي", "التي", "الذين"]);
const UPPER = /^\p{Lu}/u;

/** The speaker of a draft: who, of which kind, and which actor the words name [ST5]. Pronouns are linked to `before`, nearest first, or left as they are. */
export function speakerOf(draft: Draft, before: readonly Spoken[]): Speaker {
  const { view, voice } = draft;
  if (voice.is === "outlet")
    return { ...outletOf(view), ...(voice.range === undefined ? {} : { span: spanOf(view, voice.range) }) };
  if (voice.is === "nobody") return { is: "unstated" };
  if (voice.is === "implied") return impliedBy(before, voice.agrees);
  const words = tidy(view, voice.range) ?? voice.range;
  const own = nameWithin(view, words);
  const range = own ?? words;
  const span = spanOf(view, range);
  const carried = arabicPronoun(view, range);
  if (carried !== null) {
    const linked = impliedBy(before, carried);
    return linked.is === "unstated" ? linked : { ...linked, span };
  }
  const pronoun = pronounOf(view, range);
  // A month or a day says nothing.
  if (isTime(view, range)) return { is: "unstated" };
  if (pronoun !== null) {
    const gender = genderOf(view, range);
    return linked({ number: pronoun, gender, first: range.from < 3 }, before, { span, label: labelOf(view, range) });
  }
  const named = withoutRelative(view, range);
  const label = labelOf(view, named);
  const mention = actorIn(view, named);
  const is = own === null ? kindOf(view, named, mention) : "named";
  // Critics of a ministry are not the ministry.
  const actor = mention !== null && is !== "collective" && is !== "unnamed" ? actorOf(mention) : undefined;
  const together = mention === null || actor === undefined ? [] : besides(view, named, mention);
  return {
    is,
    ...(actor === undefined ? {} : { actor }),
    ...(together.length === 0 ? {} : { together }),
    label,
    span,
  };
}

const TIMES = new Set(
  (
    "january february march april may june july august september october november december " +
    "monday tuesday wednesday thursday friday saturday sunday"
  ).split(" "),
);

function isTime({ norms }: View, { from, to }: Range): boolean {
  return norms.slice(from, to).every((norm, i) => TIMES.has(norm) || (i > 0 && /^\p{Nd}+$/u.test(norm)));
}

/** The other actors of a list that the mention stands in: "X, Y and the Z". */
function besides(view: View, range: Range, mention: Mention): readonly ActorId[] {
  const all = mentionsIn(view, spanOf(view, range)).filter((m) => m.is === "actor" || m.standsFor !== undefined);
  const at = all.indexOf(mention);
  if (at < 0) return [];
  const joined = (i: number) => {
    const [a, b] = [all[i - 1], all[i]];
    if (a === undefined || b === undefined) return false;
    const words = view.text.slice(a.span.end, b.span.start).replaceAll(",", " ").trim().split(/\s+/u);
    return words.every((word) => JOINS.has(word)) && words.length < 5;
  };
  let [from, to] = [at, at];
  while (joined(from)) from--;
  while (joined(to + 1)) to++;
  const own = actorOf(mention);
  return [...new Set(all.slice(from, to + 1).map(actorOf))].filter((id) => id !== own);
}

const JOINS = new Set(["", "and", "the", "both", "as", "well", "&", "و"]);

/** The outlet itself, by the publisher's name where it is known. */
export function outletOf(view: View): Speaker {
  const { publisher } = view.annotation;
  return { is: "outlet", ...(publisher === null ? {} : { label: publisher }) };
}

/** لكنه, إنها: the pronoun on a particle, as whom it agrees with; null for other words. */
function arabicPronoun({ norms, lexicon }: View, { from, to }: Range): Agreement | null {
  if (lexicon.language !== "ar" || to - from !== 1) return null;
  const suffix = /^[وف]?(?:لكن|ان|كان|كون)(ه|ها|هم|هما)$/u.exec(norms[from]!)?.[1];
  if (suffix === undefined) return null;
  if (suffix === "هم") return { gender: "m", number: "many" };
  return { gender: suffix === "ها" ? "f" : "m", number: "one" };
}

/** A verb without a subject goes on with the nearest speaker that it agrees with; with none, nobody is named. */
function impliedBy(before: readonly Spoken[], agrees: Agreement | undefined): Speaker {
  const last = before.find(({ person }) => canBe(person, agrees))?.speaker;
  if (last === undefined) return { is: "unstated" };
  const { is, actor, label, span } = last;
  return {
    is,
    ...(actor === undefined ? {} : { actor }),
    ...(label === undefined ? {} : { label }),
    ...(span === undefined ? {} : { span }),
  };
}

function labelOf(view: View, range: Range): string {
  const span = spanOf(view, range);
  return view.text.slice(span.start, span.end).replace(/\s+/gu, " ");
}

/** "S, who" without the relative pronoun and what follows it. */
function withoutRelative(view: View, range: Range): Range {
  for (let i = range.from + 1; i < range.to; i++) {
    if (!RELATIVE.has(view.norms[i]!)) continue;
    return tidy(view, { from: range.from, to: i }) ?? range;
  }
  return range;
}

function pronounOf(view: View, range: Range): Spoken["number"] | null {
  if (range.to - range.from > 1) return null;
  const norm = view.norms[range.from]!;
  return SINGLE.has(norm) ? "one" : BODY.has(norm) ? "body" : MANY.has(norm) ? "many" : null;
}

/** Whom a pronoun can stand for. */
interface Pronoun {
  readonly number: Spoken["number"];
  readonly gender: Spoken["gender"] | null;
  /** At the start of its sentence: only then it can reach into the paragraph before. */
  readonly first: boolean;
}

/**
 * A pronoun takes over the kind and actor of the nearest speaker of its paragraph that it can stand for, of two persons between whom it cannot
 * tell the nearer; else of the nearest subject; else of the one speaker of the paragraph before that it can stand for.
 */
function linked(pronoun: Pronoun, before: readonly Spoken[], own: { span: Span; label: string }): Speaker {
  const fitting = before.filter((spoken) => standsFor(pronoun, spoken));
  const far = fitting.filter((spoken) => spoken.far === true);
  const found =
    fitting.find((spoken) => !spoken.far && !spoken.silent) ??
    fitting.find((spoken) => !spoken.far) ??
    (pronoun.first && far.length === 1 ? far[0] : undefined);
  if (found === undefined) return { is: "unnamed", ...own };
  const { is, actor, label } = found.speaker;
  return { is, ...(actor === undefined ? {} : { actor }), label: label ?? own.label, span: own.span };
}

function standsFor({ number, gender }: Pronoun, spoken: Spoken): boolean {
  if (gender !== null && spoken.gender !== undefined && spoken.gender !== gender) return false;
  return spoken.number === number || (number === "many" && spoken.number === "body");
}

const MALE =
  /^(?:he|him|his|mr|mr\.|sir|king|prince|(?:spokes|chair|congress|alder|gun|police|fisher)?man|father|brother|son|husband|boy|imam|sheikh)$/;
const FEMALE =
  /^(?:she|her|mrs|mrs\.|ms|ms\.|miss|madam|queen|princess|(?:spokes|chair|congress|police)?woman|mother|sister|daughter|wife|girl|actress)$/;

/** "He" or "she", by the words for a speaker; null where they don't tell. */
export function genderOf({ norms }: View, { from, to }: Range): "he" | "she" | null {
  for (let i = from; i < to; i++) {
    // "The boy's mother".
    if (norms[i + 1] === "'s" || norms[i + 1] === "'" || (to - from > 1 && /^(?:his|her)$/.test(norms[i]!))) continue;
    if (FEMALE.test(norms[i]!)) return "she";
    if (MALE.test(norms[i]!)) return "he";
  }
  return null;
}

/** What a speaker can later be called by: "he", "it" or "they". */
export function numberOf(view: View, range: Range): Spoken["number"] {
  const i = headOf(view, range);
  const { norm, lemma, pos } = view.tokens[i]!;
  const { speakers, nouns } = view.lexicon;
  const many = speakers.get(norm) === "collective" || (norm.endsWith("s") && speakers.has(norm.slice(0, -1)));
  // "Ferrona Networks", "the Amber Column": a word for speakers that ends a name.
  if (many) return pos === "PROPN" && view.tokens[i - 1]?.pos === "PROPN" && i > range.from ? "body" : "many";
  if ((pos === "NOUN" && norm !== lemma) || /men$/.test(norm) || isPair(view, range)) return "many";
  const paper = nouns.has(norm) || PAPERS.has(norm);
  return ORGANISATION.has(norm) || GROUPS.has(norm) || paper ? "body" : "one";
}

/** "The minister and the general". */
function isPair({ norms, tokens }: View, { from, to }: Range): boolean {
  const and = norms.indexOf("and", from);
  return and > from && and + 1 < to && tokens[and + 1]!.pos === "DET";
}

const PAPERS = new Set(
  "study survey poll memo document letter video report email transcript footage website site article editorial story book paper tweet post lawsuit suit affidavit petition review".split(
    " ",
  ),
);
const GROUPS = new Set(
  "column cell gang crew clan tribe wing brigade unit regime coalition alliance faction court jury tribunal team staff legislature outlet agency society syndicate cartel collective".split(
    " ",
  ),
);

const ORGANISATION = new Set(
  (
    "ministry government army police military navy office agency department bureau commission committee council parliament senate congress house " +
    "administration campaign company firm bank union party group organization organisation association federation foundation institute university church " +
    "embassy consulate hospital opposition militia front movement state country command board panel wire ledger post times network league brigades forces"
  ).split(" "),
);

/** Whether the word is an office, a kind of source or an organisation: "minister", "ministry". */
export function isOffice({ lexicon }: View, norm: string): boolean {
  return lexicon.speakers.has(norm) || ORGANISATION.has(norm);
}

/** The noun that the words are about: the last of the first noun group, before a preposition, comma or relative. */
export function headOf(view: View, range: Range): number {
  let head = range.from;
  for (let i = range.from; i < range.to; i++) {
    const { pos, norm } = view.tokens[i]!;
    if (norm === "-" || norm === "&") continue;
    if (i > range.from && (pos === "ADP" || pos === "PUNCT" || RELATIVE.has(norm) || pos === "VERB")) break;
    if (pos === "NOUN" || pos === "PROPN" || pos === "PRON" || pos === "NUM") head = i;
  }
  return head;
}

/** Whom a mention means: the actor, or the state behind a capital ("Damascus said"). */
export function actorOf(mention: Mention): ActorId {
  return mention.is === "place" ? (mention.standsFor ?? mention.id) : mention.id;
}

/** The actor that the words name: the one at the head, also as a capital that stands for its state, else the first in them ("a spokesman for the Front"). */
export function actorIn(view: View, range: Range): Mention | null {
  const span = spanOf(view, range);
  const mentions = mentionsIn(view, span).filter(
    (m) => m.is === "actor" || (m.is === "place" && m.standsFor !== undefined),
  );
  const head = view.tokens[headOf(view, range)]!;
  const atHead = mentions.find((m) => overlaps(m.span, head));
  // "Their rivalry with the Front explains": a thing speaks, not the Front.
  if (atHead !== undefined || !canSpeak(view, range)) return atHead ?? null;
  return mentions.find((m) => m.is === "actor") ?? null;
}

/** The mentions that overlap a place, found without walking the whole text. */
export function mentionsIn(view: View, span: Span): Mention[] {
  const { mentions } = view.annotation;
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.span.start < span.start - 200) low = middle + 1;
    else high = middle;
  }
  const out: Mention[] = [];
  for (let i = low; i < mentions.length && mentions[i]!.span.start < span.end; i++) {
    if (overlaps(mentions[i]!.span, span)) out.push(mentions[i]!);
  }
  return out;
}

const PERSON =
  /(?:ers?|ors?|ists?|ians?|m[ae]n|wom[ae]n|ees?|folks?|kids?|sons?|daughters?|wi(?:fe|ves)|bod(?:y|ies)|ants?|ents?|ate|ates|ics?)$/;

/** Whether the words name somebody, or something written, that can say a thing: not "the rivalry", "such attacks". */
export function canSpeak(view: View, range: Range): boolean {
  const token = view.tokens[headOf(view, range)]!;
  if (token.pos === "PROPN" || token.pos === "PRON" || token.pos === "NUM" || token.pos === "DET")
    return token.norm !== "this" && token.norm !== "that" && token.norm !== "it";
  const { speakers, nouns } = view.lexicon;
  if (speakers.has(token.norm) || nouns.has(token.norm) || ORGANISATION.has(token.norm)) return true;
  return PERSON.test(token.norm) || mentionsIn(view, token).length > 0;
}

const DEED = /(?:[^k]ing|[ts]ion|ment|ness|[a-z]ity|ism|ance|ence)s?$/;
const DEEDS = new Set(
  "history precedent behaviour behavior ideology logic plot timing pattern past attack war crisis fact event failure success defeat victory arrest death loss rise fall delay silence absence scale size method nature presence use move step".split(
    " ",
  ),
);

/** Whether the words name what is done or happens, which says nothing: "the killing recalls", "history offers". */
export function isDeed(view: View, range: Range): boolean {
  const i = headOf(view, range);
  const { pos, norm, lemma } = view.tokens[i]!;
  const { things } = view.lexicon.responsibility;
  // "The group, swift to claim its raids": a word of kind alone is nobody.
  if (pos === "ADJ" && range.to - range.from === 1 && !view.lexicon.speakers.has(norm)) return true;
  if (DEEDS.has(norm) || DEEDS.has(lemma) || things.has(norm)) return pos === "NOUN" || i === 0;
  return pos === "NOUN" && DEED.test(norm) && !canSpeak(view, range);
}

function kindOf(view: View, range: Range, mention: Mention | null): Speaker["is"] {
  const { speakers } = view.lexicon;
  const head = headOf(view, range);
  const token = view.tokens[head]!;
  const kind = speakers.get(token.norm);
  const atHead = mention !== null && overlaps(mention.span, token);
  if (view.lexicon.language === "ar") return arabicKind(view, range, mention);
  const proper = token.pos === "PROPN" && UPPER.test(view.text.slice(token.start, token.end));
  // "Ferrona Networks", "the Amber Column": a word for speakers that ends a name.
  const ends = head > range.from && view.tokens[head - 1]!.pos === "PROPN";
  if (proper && (kind === undefined || (kind !== "role" && ends))) return "named";
  if (proper && atHead && kind !== "role") return "named";
  if (hasName(view, { from: head + 1, to: range.to }) && kind !== "collective") return "named";
  if (kind !== undefined) return kind;
  if (atHead) return "named";
  if (ORGANISATION.has(token.norm)) return "role";
  return token.pos === "NOUN" && token.norm !== token.lemma ? "collective" : "unnamed";
}

/** A name in the apposition after the head: "the union's lawyer, Ines Faldrow". */
function hasName(view: View, range: Range): boolean {
  let comma = false;
  for (let i = range.from; i < range.to; i++) {
    const { norm, pos } = view.tokens[i]!;
    if (RELATIVE.has(norm)) return false;
    if (norm === ",") comma = true;
    else if (comma && pos === "PROPN") return true;
    else if (comma && pos !== "DET" && pos !== "ADJ" && pos !== "NOUN") return false;
  }
  return false;
}

/** Arabic: the first word is the head of its group. */
function arabicKind(view: View, range: Range, mention: Mention | null): Speaker["is"] {
  const { speakers } = view.lexicon;
  for (let i = range.from; i < Math.min(range.to, range.from + 3); i++) {
    if (i > range.from && view.norms[i] === "مجهول") return "unnamed";
  }
  const first = view.norms[range.from]!;
  // وفقا لسكان: the preposition is written on the noun.
  const kind =
    speakers.get(first) ?? (first.startsWith("ل") ? speakers.get(first.slice(1)) : undefined) ?? definite(view, first);
  const words = range.to - range.from;
  // "العقيد هادي مركوفا": an office with a name after it is a named speaker.
  if (kind === "role" && words > 2 && titleWithName(view, range)) return "named";
  if (kind !== undefined) return kind;
  if (mention !== null) return "named";
  return /(?:ون|ين|ات)$/u.test(view.norms[range.from]!) && !view.norms[range.from]!.startsWith("ال")
    ? "collective"
    : "named";
}

/** السكان, المصادر: a plural or nameless source with its article. */
function definite({ lexicon }: View, first: string): Speaker["is"] | undefined {
  const kind = first.startsWith("ال") ? lexicon.speakers.get(first.slice(2)) : undefined;
  return kind === "role" ? undefined : kind;
}

function titleWithName(view: View, range: Range): boolean {
  const [first, second] = [view.norms[range.from]!, view.norms[range.from + 1]!];
  return (
    first.startsWith("ال") &&
    !second.startsWith("ال") &&
    second !== "باسم" &&
    view.tokens[range.from + 1]!.pos === "X" &&
    !view.lexicon.speakers.has(second)
  );
}
