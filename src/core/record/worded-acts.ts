import data from "../data/ledger-words.json" with { type: "json" };
import { overlaps, type Span } from "../model/span.ts";
import type { Act, Speaker, Statement } from "../model/statement.ts";
import { fold } from "../text/fold.ts";
import { wordFinder } from "../text/word-finder.ts";
import { arabicActs } from "./acts-arabic.ts";
import { isOfAnotherTime } from "./another-time.ts";
import { pastAside } from "./asides.ts";
import { allParties, withQuoted } from "./described.ts";
import { isOfAnEvent, isPlain, knownAs, quotedName } from "./doers.ts";
import type { HeldStatement, RecordDocument } from "./input.ts";
import type { Party } from "./parties.ts";
import { BEFORE_PLACE } from "./places-told.ts";
import { claimsItself, disowns, SEVERAL, tellsOwnDeed } from "./self-said.ts";

const ACTS = ["no-claim", "claims-responsibility", "denies", "retracts", "threatens", "praises"] as const;
type Where = "before" | "after" | "none";
interface Words {
  readonly act: Act;
  readonly where: Where;
}

const find = wordFinder(
  ACTS.flatMap((act) => {
    const table: Readonly<Partial<Record<Where, readonly string[]>>> = data[act];
    return (["none", "before", "after"] as const).flatMap((where) =>
      (table[where] ?? []).map((words) => [words, { act, where } as Words] as const),
    );
  }),
);
const groups = wordFinder(data.group.map((word) => [word, true] as const));
const notAfter = wordFinder(data.notAfter.map((word) => [word, true] as const));

/**
 * The statements, and those that sentences make by words of their own beside the reporting verbs: "nobody has come forward", "boasted of the raid",
 * التزمت الصمت, سحبت بيانها. Each rests on the statement of its sentence, with another act; none where a frame read that act there [ST4, ST9].
 */
export function wordedActs(all: readonly HeldStatement[]): readonly HeldStatement[] {
  const names = namesInFull(all);
  const held = all.map((h) => respoken(wholeTarget(ofOwnDeed(h)))).map((h) => inFull(h, names));
  const bySentence = new Map<string, HeldStatement[]>();
  for (const h of held) {
    const key = `${h.document.id}:${h.statement.sentence.start}`;
    bySentence.set(key, [...(bySentence.get(key) ?? []), h]);
  }
  const worded = [...bySentence.values()]
    .flatMap((here) => [...inSentence(here), ...inArabic(here)])
    .map((h) => inFull(h, names));
  const silent = new Set([...held, ...worded].filter((h) => h.statement.act === "no-claim").map(actKey));
  const alike = [...bySentence.values()].flatMap((here) => neitherDid(here, silent));
  const named = new Set(worded.map((h) => actKey(h)));
  // Who is not told by a frame is told by the words.
  return [
    ...held.filter((h) => isNamed(h.statement.speaker) || !OWN.has(h.statement.act) || !named.has(actKey(h))),
    ...worded,
    ...alike,
  ];
}

/** "Denied that its members had shot him": of responsibility. */
function ofOwnDeed(h: HeldStatement): HeldStatement {
  const { document, statement } = h;
  const [first] = statement.content;
  if (statement.act !== "denies" || statement.object !== "fact" || first === undefined) return h;
  if (!tellsOwnDeed(document.text.slice(first.start, first.end).trim())) return h;
  return { ...h, statement: { ...statement, object: "responsibility" } };
}

/** "Blamed on 'agents of the old regime'": all between the marks, and not the mark. */
function wholeTarget(h: HeldStatement): HeldStatement {
  const { document, statement } = h;
  const { target } = statement;
  if (target === undefined) return h;
  const { text } = document;
  const at = /^['‘"“«]/u.test(target.label) ? target.span.start : target.span.start - 1;
  const m = /^(?:'([^'\n]{3,60})'|‘([^’\n]{3,60})’|"([^"\n]{3,60})"|“([^”\n]{3,60})”|«([^»\n]{3,60})»)(?!\p{L})/u.exec(
    text.slice(at, Math.min(statement.sentence.end, at + 70)),
  );
  const label = m?.slice(1).find((part) => part !== undefined);
  if (label === undefined || label.length <= target.label.length - 1 || !/\sof\s/u.test(label)) return h;
  const span = { start: at + 1, end: at + 1 + label.length };
  return { ...h, statement: { ...statement, target: { label, span } } };
}

const NEITHER = /^\s*(?:And |But )?(?:Neither|Nor) (?:has|have|did|had) (?:the )?/u;

/** "Neither has the Coast League.", after a sentence in which somebody kept silent: so did this one [ST4]. */
function neitherDid(here: readonly HeldStatement[], silent: ReadonlySet<string>): readonly HeldStatement[] {
  const [first] = here;
  if (first === undefined) return [];
  const { document, statement } = first;
  const { sentence } = statement;
  const words = document.text.slice(sentence.start, sentence.end);
  const opening = NEITHER.exec(words);
  if (opening === null || words.length > 90) return [];
  const index = document.reading.sentences.findIndex((s) => s.start === sentence.start);
  if (!silent.has(`${document.id}:${document.reading.sentences[index - 1]?.start}:no-claim`)) return [];
  const start = sentence.start + opening[0].length;
  const rest =
    words.slice(opening[0].length).split(/[.,;]|\s(?:said|claimed|commented|spoken|responded)\b/u, 1)[0] ?? "";
  const who = { is: "named" as const, label: rest, span: { start, end: start + rest.length } };
  return rest.length < 3 ? [] : [acting(first, { act: "no-claim", speaker: who, silent: true })];
}

const actKey = ({ document, statement: { act, sentence } }: HeldStatement): string =>
  `${document.id}:${sentence.start}:${act}`;

/** The acts of an Arabic sentence whose verb stands far from its object, where no frame named who does them. */
function inArabic(here: readonly HeldStatement[]): readonly HeldStatement[] {
  const [first] = here;
  if (first === undefined) return [];
  const { document, statement } = first;
  return arabicActs(document, statement.sentence).flatMap(({ act, cue, who }) => {
    const known = here.some(
      (h) =>
        (h.statement.act === act && isNamed(h.statement.speaker)) ||
        (act === "denies" ? disowns(h) : act === "claims-responsibility" && claimsItself(h)),
    );
    if (known || isOfAnotherTime(document, statement.sentence, cue)) return [];
    return [acting(first, { act, speaker: speakerFrom(document, who), silent: false })];
  });
}

type NamesInFull = ReadonlyMap<string, ReadonlyMap<string, readonly { readonly label: string; readonly at: number }[]>>;

const ARTICLE = /^(?:the\s+|ال)/iu;
const headOf = (label: string): string | null => {
  const bare = label.replace(ARTICLE, "");
  const [found] = groups(bare);
  return found !== undefined && found.span.end - found.span.start === bare.length ? fold(bare) : null;
};

/** Heads that with an article stand for a group of any name: "the Amber Column … the group"; "no group" is none. */
const GENERIC: ReadonlySet<string> = new Set(data.generic.map(fold));
const ANY_GROUP = "";
const SPEAKS_FOR =
  /^(?:(?:an?|the)\s)?(?:\p{Ll}+\s)?(?:spokes(?:man|woman|person)|representative|leader|commander|member|official)\s(?:for|of)\s/iu;

/** In each document, the groups that statements name in full, by the word for a group in their names. */
function namesInFull(all: readonly HeldStatement[]): NamesInFull {
  const found = new Map<string, Map<string, { label: string; at: number }[]>>();
  for (const { document, statement } of all) {
    const mine = found.get(document.id) ?? new Map<string, { label: string; at: number }[]>();
    found.set(document.id, mine);
    for (const who of [statement.speaker, statement.target]) {
      const { label, span } = who ?? {};
      if (label === undefined || span === undefined || headOf(label) !== null || OFFICE.test(label)) continue;
      if (label.split(/\s+/u).length > 7 || !isGroup(document, { is: "named", label, span })) continue;
      for (const { span: at } of groups(label)) {
        const head = fold(label.slice(at.start, at.end));
        for (const key of new Set([head, ANY_GROUP]))
          mine.set(key, [
            ...(mine.get(key) ?? []),
            { label: label.replace(SPEAKS_FOR, "").replace(ARTICLE, ""), at: span.start },
          ]);
      }
    }
  }
  return found;
}

/** "The group" by the one group that the text named before it with that word; as it stands where there is none, or several. */
function inFull(h: HeldStatement, names: NamesInFull): HeldStatement {
  const full = (label: string | undefined, span: Span | undefined): string | null => {
    const head = label === undefined ? null : headOf(label);
    const before = (key: string) => (names.get(h.document.id)?.get(key) ?? []).filter((n) => n.at < (span?.start ?? 0));
    const same = head === null ? [] : before(head);
    const known =
      same.length > 0 || head === null || !GENERIC.has(head) || !ARTICLE.test(label ?? "") ? same : before(ANY_GROUP);
    return new Set(known.map((n) => fold(n.label))).size === 1 ? (known[0]?.label ?? null) : null;
  };
  const { speaker, target } = h.statement;
  const by = speaker.actor === undefined ? full(speaker.label, speaker.span) : null;
  const whom = target?.actor === undefined ? full(target?.label, target?.span) : null;
  if (by === null && whom === null) return h;
  return {
    ...h,
    statement: {
      ...h.statement,
      ...(by !== null && { speaker: { ...speaker, is: "named" as const, label: by } }),
      ...(whom !== null && target !== undefined && { target: { ...target, label: whom } }),
    },
  };
}

const OWN: ReadonlySet<Act> = new Set(["claims-responsibility", "denies", "retracts", "threatens", "praises"]);
const OF_A_PAPER =
  /^(?:an?\s+|the\s+)?(?:statement|message|video|post|communiqué|communique|letter|leaflet|recording|call|بيان|رسالة|منشور|تسجيل|شريط)(?!\p{L})[^.;:«"]{0,20}?(?:attributed to|signed by|in the name of|on behalf of|from|by|of|منسوب إلى|منسوبة إلى|باسم|موقع باسم|موقعة باسم)\s/iu;

/** An act whose speaker is a pronoun, "the group", a paper or unstated, by the one that it stands for where the text leaves no doubt. */
function respoken(h: HeldStatement): HeldStatement {
  const { document, statement } = h;
  const { speaker, cue, act } = statement;
  if (!OWN.has(act) || cue === undefined || statement.voice !== undefined) return h;
  const within = speaker.span;
  const paper =
    within === undefined
      ? null
      : OF_A_PAPER.exec(document.text.slice(within.start, Math.min(statement.sentence.end, within.start + 90)));
  if (paper === null && within !== undefined && PAPER.test(speaker.label ?? "")) {
    const signed = signer(document, { start: within.end, end: statement.sentence.end });
    if (signed !== null) return { ...h, statement: { ...statement, speaker: signed } };
  }
  if (paper === null && isNamed(speaker)) return h;
  const found =
    paper !== null && within !== undefined
      ? inPaper(document, { start: within.start + paper[0].length, end: statement.sentence.end })
      : PRONOUN.test(speaker.label ?? "") || speaker.is === "unstated"
        ? (afterVerb(document, cue.span, statement.sentence.end) ?? antecedent(document, statement.sentence, cue.span))
        : within !== undefined && isGroup(document, speaker)
          ? speakerFrom(document, { span: within, actor: speaker.actor ?? null })
          : null;
  return found === null || speaker.is === "collective" ? h : { ...h, statement: { ...statement, speaker: found } };
}

const PAPER =
  /^(?:an?|the)\s(?:[\p{L}-]+\s){0,2}(?:statement|message|video|post|posting|communiqué|communique|letter|leaflet|recording|banner)\b/iu;
const SIGNED = /\b(?:signed(?: by| in the name of)?|on behalf of|in the name of|attributed to)\s/iu;

/** "A letter claiming it appeared at midday, signed by X": X. */
function signer(document: RecordDocument, within: Span): Speaker | null {
  const m = SIGNED.exec(document.text.slice(within.start, within.end));
  if (m === null) return null;
  const start = within.start + m.index + m[0].length;
  const [party] = allParties(document, { start, end: within.end });
  if (party === undefined || party.span.start > start + 12) return null;
  return speakerFrom(document, knownAs(document, party, { start, end: within.end }));
}

const PRONOUN =
  /^(?:it|they|he|she|who|which|فيه|فيها|عنه|عنها|عبره|خلاله|خلالها|به|بها|من خلاله|في وقت سابق|لاحقا)?$/iu;

/** Arabic: the name in quote marks right after the verb. */
function afterVerb(document: RecordDocument, cue: Span, limit: number): Speaker | null {
  if (!/[\u0621-\u064A]/u.test(document.text.slice(cue.start, cue.end))) return null;
  const name = quotedName(document, cue.end, limit);
  return name === null ? null : speakerFrom(document, { span: name, actor: null });
}

function inPaper(document: RecordDocument, within: Span): Speaker | null {
  const name = quotedName(document, within.start, within.end);
  const party = name === null ? allParties(document, within)[0] : { span: name, actor: null };
  return party === undefined || party.span.start > within.start + 12 ? null : speakerFrom(document, party);
}

function inSentence(here: readonly HeldStatement[]): readonly HeldStatement[] {
  const [first] = here;
  if (first === undefined) return [];
  const { document } = first;
  const { sentence } = first.statement;
  const words = document.text.slice(sentence.start, sentence.end);
  const found: HeldStatement[] = [];
  for (const { span, value } of find(words)) {
    const cue = { start: sentence.start + span.start, end: sentence.start + span.end };
    const known = [...here, ...found].some(
      (h) =>
        (h.statement.act === value.act && (value.act === "no-claim" || isNamed(h.statement.speaker))) ||
        (value.act === "claims-responsibility" && claimsItself(h)),
    );
    const spoken = value.act === "denies" && isSpokenAct(words.slice(span.start, span.end));
    if (known || isOnlyThought(words.slice(0, span.start))) continue;
    if (!spoken && !fits(document, sentence, value.act)) continue;
    if (value.act === "no-claim" && isOnOtherMatter(words.slice(span.end))) continue;
    if (!AHEAD.has(value.act) && isOfAnotherTime(document, sentence, cue)) continue;
    const made = told(here, cue, value);
    if (made !== null) found.push(made);
  }
  return found;
}

/** "Did not comment | on the pay dispute": not on what happened. */
function isOnOtherMatter(after: string): boolean {
  const matter = /^\s(?:on|about|regarding)\s([^.,;:]{3,80})/u.exec(after)?.[1];
  return matter !== undefined && !ON_THIS.test(matter) && !isOfAnEvent(matter);
}

const ON_THIS =
  /\b(?:that|them|claims?|accus\p{L}+|alleg\p{L}+|charges?|report(?:s|ed)?|whether|responsib\p{L}+|matter|case|subject|which|who)\b/iu;

/** What is of a time of its own: a threat is of what is to come, a retraction of what was said before. */
const AHEAD: ReadonlySet<Act> = new Set(["threatens", "retracts"]);

/** "Without claiming", "if it claims", من دون أن تتبنى: nothing was said. */
function isOnlyThought(before: string): boolean {
  const near = before.slice(-40);
  const last = notAfter(near).at(-1);
  if (last === undefined) return false;
  const between = near.slice(last.span.end).trim();
  return !/[\s.,;:،؛]/u.test(between);
}

/** A claim, a denial and praise are of what happened; silence, threats and retractions need no word of it beside them. */
function fits({ text, reading }: RecordDocument, sentence: Span, act: Act): boolean {
  if (act === "no-claim" || act === "retracts" || act === "threatens") return true;
  if (isOfAnEvent(text.slice(sentence.start, sentence.end))) return true;
  const before = reading.sentences[reading.sentences.findIndex((s) => s.start === sentence.start) - 1];
  return before !== undefined && isOfAnEvent(text.slice(before.start, before.end));
}

function told(here: readonly HeldStatement[], cue: Span, { act, where }: Words): HeldStatement | null {
  const inside = (h: HeldStatement) => h.statement.content.some((c) => c.start <= cue.start && cue.end <= c.end);
  const others = here.filter((h) => h.statement.voice === undefined);
  const base =
    others.find(inside) ?? others.find((h) => h.statement.cue && overlaps(h.statement.cue.span, cue)) ?? here[0];
  if (base === undefined || /^(?:conditional|forecast|question)$/.test(base.statement.voice ?? "")) return null;
  const { document, statement } = base;
  // "An attack that the group had no part in": a column's words deny nothing for anybody.
  const tells = isSpokenAct(document.text.slice(cue.start, cue.end)) || THAT.test(document.text.slice(0, cue.start));
  if (act === "denies" && statement.voice !== undefined && !tells) return null;
  const silent = act === "no-claim";
  const who = where === "none" ? null : whoOf(base, cue, where);
  if (who === null && where !== "none") return null;
  if (silent && who !== null && !isGroup(document, who)) return null;
  if (act === "claims-responsibility" && (SEVERAL.test(who?.label ?? "") || NO_ONE.test(who?.label ?? ""))) return null;
  return acting(base, { act, speaker: who, silent: silent || who === null });
}

interface Acting {
  readonly act: Act;
  readonly speaker: Speaker | null;
  /** The outlet tells of it: nobody did it, or somebody kept silent. */
  readonly silent: boolean;
}

/** A statement of a sentence with another act; who kept silent is its target. */
function acting(base: HeldStatement, { act, speaker, silent }: Acting): HeldStatement {
  const { voice: _v, target: _t, object: _o, ...kept } = base.statement;
  const about = act === "claims-responsibility" || act === "denies" || (silent && speaker === null);
  const made: Statement = {
    ...kept,
    act,
    speaker: silent || speaker === null ? { is: "outlet" } : speaker,
    polarity: silent || act === "denies" ? "negative" : "positive",
    factuality: "asserted",
    ...(silent && speaker?.span !== undefined
      ? {
          target: {
            label: speaker.label ?? "",
            span: speaker.span,
            ...(speaker.actor !== undefined && { actor: speaker.actor }),
          },
        }
      : {}),
    ...(about ? { object: "responsibility" as const } : {}),
  };
  return { ...base, statement: made };
}

/** "No group has claimed the raid". */
const NO_ONE = /^(?:no|none|nobody|neither|any)\b|^(?:أي|أية|أحد)\s/iu;

/** بأنه: reported speech. */
const THAT = /(?<!\p{L})[بو]?[أإا]ن(?:ه|ها|هم|نا)?\s+$/u;
const spoken = wordFinder(data.spokenDenials.map((word) => [word, true] as const));
/** Whether the words tell that somebody spoke ("distanced itself from"), and not only what would be so ("had no part in"). */
const isSpokenAct = (words: string): boolean => spoken(words).length > 0;

/** Who does it: named before or after the words; a pronoun or nothing stands for who speaks, or for the one the text last spoke of. */
function whoOf(h: HeldStatement, cue: Span, where: "before" | "after"): Speaker | null {
  const { document, statement } = h;
  const { text } = document;
  const { start, end } = statement.sentence;
  const parties = allParties(document, { start, end });
  if (where === "after") {
    const name = quotedName(document, cue.end, end);
    const next = parties.find((p) => p.span.start >= cue.end && isPlain(text.slice(cue.end, p.span.start), 2));
    const near =
      name !== null && (next === undefined || name.start <= next.span.start + 12) ? { span: name, actor: null } : next;
    if (near !== undefined) return speakerFrom(document, near);
  } else {
    const until = pastAside(text, statement.sentence, cue);
    const last = parties.filter((p) => p.span.end <= until).at(-1);
    const own = last !== undefined && OF_HIS.test(text.slice(last.span.start, last.span.end));
    if (own && statement.voice === undefined && isNamed(statement.speaker)) return statement.speaker;
    if (last !== undefined && isPlain(text.slice(last.span.end, until), 3)) return speakerFrom(document, last);
  }
  if (statement.voice === undefined && isNamed(statement.speaker)) return statement.speaker;
  return antecedent(document, statement.sentence, cue);
}

/** "Its fighters": who speaks for them acts. */
const OF_HIS = /^(?:its|their|his|her|our)\s/iu;
const isNamed = ({ is }: Speaker) => is === "named" || is === "role";

/** "It", "the same day withdrew": the group first named in the sentence before the words, else in the one before it. */
function antecedent(document: RecordDocument, sentence: Span, cue: Span): Speaker | null {
  const { sentences } = document.reading;
  const index = sentences.findIndex((s) => s.start === sentence.start);
  const before = sentences[index - 1];
  const near = before?.paragraph === sentences[index]?.paragraph ? before : undefined;
  for (const within of [{ start: sentence.start, end: cue.start }, near]) {
    if (within === undefined) continue;
    const found = withQuoted(document, within).find(
      (p) => p.span.end <= cue.start && !isDateline(document, p.span) && isGroup(document, speakerFrom(document, p)),
    );
    if (found !== undefined) return speakerFrom(document, found);
  }
  return null;
}

/** "TARN BRIDGE, Lowland, March 4 (Wire) -": who stands in a dateline did nothing. */
function isDateline({ text }: RecordDocument, { start, end }: Span): boolean {
  return (
    text.slice(start, end) === text.slice(start, end).toUpperCase() &&
    /^[^.\n]{0,70}\s[-–—]\s/u.test(text.slice(end, end + 90))
  );
}

function speakerFrom({ text }: RecordDocument, { span, actor }: Party): Speaker {
  return { is: "named", label: text.slice(span.start, span.end), span, ...(actor !== null && { actor }) };
}

/** Whether somebody may be a group: by a word for one in his name, or a name that no list knows; an office is none. */
function isGroup({ text, reading }: RecordDocument, { label, span }: Speaker): boolean {
  if (label === undefined || OFFICE.test(label)) return false;
  if (span !== undefined && BEFORE_PLACE.test(text.slice(Math.max(0, span.start - 24), span.start))) return false;
  const named = span !== undefined && reading.mentions.some((m) => m.is !== "place" && overlaps(m.span, span));
  return named || groups(label).length > 0 || /["“«]/u.test(label);
}

const OFFICE =
  /\b(?:minist|police|authorit|government|prosecut|court|governor|mayor|president|parliament|official|detective|investigator|embassy|company|firm|agency|operator|owner|hospital|universit|school|bank|airline|church|lawyer|airport|railway|utility|retailer|insurer|clinic|hotel)|وزار|وزير|شرط|حكوم|نياب|محكم|محافظ|بلدي|رئيس|مسؤول|شركة|إدارة|هيئة|سفار/iu;
