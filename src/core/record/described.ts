import data from "../data/party-words.json" with { type: "json" };
import { overlaps, type Span } from "../model/span.ts";
import { fold } from "../text/fold.ts";
import { findIncidentWords } from "../text/incident-words.ts";
import { wordFinder } from "../text/word-finder.ts";
import type { RecordDocument } from "./input.ts";
import { type Party, partiesIn } from "./parties.ts";

const heads = wordFinder([...data.heads.en, ...data.heads.ar].map((word) => [word, true] as const));
const NOT_INSIDE: ReadonlySet<string> = new Set(data.notInside.en);
const OPENS = /^(?:the|a|an|its|their|his|her|our|some|several|many|two|three|four|five|six|seven|eight|nine|ten|\d+)$/;
const MOST_BEFORE = 4;

/** Who is named or only described in a stretch of a document, in order: "the Amber Column", "two masked men", مسلحون مجهولون. */
export function allParties(document: RecordDocument, within: Span): readonly Party[] {
  const named = partiesIn(document, within);
  const whole = describedIn(document, within);
  // "An Israeli guard" is the guard, not his country.
  const people = named.filter(
    (p) => !whole.some((d) => d.span.start <= p.span.start && p.span.end < d.span.end && isOfAPeople(document, p, d)),
  );
  const described = whole.filter((d) => !people.some((p) => overlaps(p.span, d.span)));
  return [...people, ...described].sort((a, b) => a.span.start - b.span.start);
}

const PEOPLE = /^\p{Lu}\p{Ll}+(?:an|ese|ish|i|ic)$/u;

/** A name of one word that describes the head behind it: "Somali pirates", no group's name before "fighters". */
function isOfAPeople({ text, reading }: RecordDocument, { span }: Party, whole: Party): boolean {
  const mention = reading.mentions.find((m) => m.span.start === span.start && m.span.end === span.end);
  const state =
    mention?.is === "actor" &&
    /^\p{Lu}\p{L}+(?:i|ian|ean|an|ese|ish|ch|sh|ic)$/u.test(text.slice(span.start, span.end));
  return state && /^\s\p{Ll}/u.test(text.slice(span.end, whole.span.end));
}

/** As `allParties`, with a people's name that no list knows joined to the head that it describes: "Lowlandian hardliners". */
export function withHeads(document: RecordDocument, within: Span): readonly Party[] {
  const described = describedIn(document, within);
  return allParties(document, within).map((party) => {
    const { start, end } = party.span;
    if (party.actor !== null || !PEOPLE.test(document.text.slice(start, end))) return party;
    return described.find((d) => d.span.start <= start && start < d.span.end && d.span.end > end) ?? party;
  });
}

const QUOTED = /[«"“]([^«»"“”.,،:؛!?؟]{3,40})[»"”]/gu;
const LONGEST_NAME = 4;

/** As `allParties`, with names between quote marks that no list knows: «كتيبة الطرفاء». */
export function withQuoted(document: RecordDocument, within: Span): readonly Party[] {
  const known = allParties(document, within);
  const names = [...document.text.slice(within.start, within.end).matchAll(QUOTED)].flatMap((m) => {
    const words = m[1] ?? "";
    const start = within.start + m.index + 1;
    const span = { start, end: start + words.length };
    const isName =
      words.split(/\s+/u).length <= LONGEST_NAME &&
      (["attack", "weapon"] as const).every((what) => findIncidentWords(words, what).length === 0);
    return isName && !known.some((p) => overlaps(p.span, span)) ? [{ span, actor: null }] : [];
  });
  return names.length === 0 ? known : [...known, ...names].sort((a, b) => a.span.start - b.span.start);
}

/** As `allParties`, with what attacks are made on: "a customs post", حاجزا عسكريا. */
export function withTargets(document: RecordDocument, within: Span): readonly Party[] {
  const named = partiesIn(document, within);
  const words = document.text.slice(within.start, within.end);
  const things = findIncidentWords(words, "target").map(({ span }) => partyAt(document, within, span));
  const length = ({ span }: Party) => span.end - span.start;
  const longest = [...describedIn(document, within), ...things].sort((x, y) => length(y) - length(x));
  const kept: Party[] = [...named];
  for (const party of longest) if (!kept.some((p) => overlaps(p.span, party.span))) kept.push(party);
  return kept.sort((x, y) => x.span.start - y.span.start);
}

function describedIn(document: RecordDocument, within: Span): readonly Party[] {
  const found: Party[] = [];
  for (const { span } of heads(document.text.slice(within.start, within.end))) {
    const party = partyAt(document, within, span);
    const last = found.at(-1);
    // "The border guard commander" is one.
    if (last !== undefined && overlaps(last.span, party.span)) found.pop();
    found.push(last !== undefined && overlaps(last.span, party.span) ? joined(last, party) : party);
  }
  return found;
}

function joined(a: Party, b: Party): Party {
  return { span: { start: Math.min(a.span.start, b.span.start), end: b.span.end }, actor: null };
}

/** The head with what describes it: in English the words before it back to an article or a number, in Arabic an adjective after it. */
function partyAt(document: RecordDocument, within: Span, head: Span): Party {
  const { text } = document;
  const start = within.start + head.start;
  const end = within.start + head.end;
  if (/\p{Script=Arabic}/u.test(text.slice(start, end))) {
    const next = /^\s+[\p{Script=Arabic}\p{M}]{4,}(?:ين|ون|ي|يا|ية)(?![\p{L}\p{M}])/u.exec(
      text.slice(end, Math.min(within.end, end + 24)),
    );
    return { span: { start, end: end + (next?.[0].length ?? 0) }, actor: null };
  }
  const before = text.slice(Math.max(within.start, start - 60), start);
  let from = start;
  let back = start;
  for (const word of before.split(/\s+/u).filter(Boolean).reverse().slice(0, MOST_BEFORE)) {
    back = text.lastIndexOf(word, back - 1);
    const plain = fold(word).replace(/^["“«'‘]/u, "");
    if (/[.,;:!?"“”()]$/u.test(word) || NOT_INSIDE.has(plain)) break;
    from = back + (/^["“«'‘]/u.test(word) ? 1 : 0);
    if (OPENS.test(plain) || from > back) break;
  }
  return { span: { start: from, end }, actor: null };
}
