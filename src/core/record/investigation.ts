import data from "../data/investigation-words.json" with { type: "json" };
import type { FactValue, InvestigationState } from "../model/assessment.ts";
import { overlaps, type Span } from "../model/span.ts";
import { type Stated, statedFrom, type Version } from "../model/stated.ts";
import { whenInWords } from "../model/time.ts";
import { wordFinder } from "../text/word-finder.ts";
import { nameOf, quoted, type RecordDocument, type RecordInput } from "./input.ts";
import { inquiryClause } from "./inquiry-clauses.ts";
import { partiesIn, statementAt } from "./parties.ts";
import type { SentenceOf } from "./telling.ts";
import { wordBefore } from "./word-before.ts";

type Status = InvestigationState["status"];
interface Word {
  readonly status: Status;
  readonly role: "subject" | "none" | "verb" | "noun";
}

const find = wordFinder(
  (["open", "closed", "not-opened"] as const).flatMap((status) =>
    (["subject", "none", "verb"] as const).flatMap((role) =>
      data[status][role].map((words) => [words, { status, role } as Word] as const),
    ),
  ),
);
const nouns = wordFinder([...data.open.noun, ...data.closed.noun].map((words) => [words, true] as const));

interface Found extends InvestigationState {
  readonly document: RecordDocument;
  readonly sentence: Span;
  readonly statement: string | null;
}

/**
 * The state of the investigation as the documents give it: open, closed or not opened, by whom, since when only where the source says it. Two
 * states stand side by side; no mention at all leaves it unstated.
 */
export function investigation(input: RecordInput, sentences: readonly SentenceOf[]): Stated<FactValue> {
  const found = sentences.flatMap((s) => inSentence(input, s.document, s.sentence));
  const statuses = [...new Set(found.map((f) => f.status))];
  return statedFrom(statuses.map((status) => version(found.filter((f) => f.status === status))));
}

function version(list: readonly Found[]): Version<FactValue> {
  const names = new Map(list.flatMap((f) => (f.by === null ? [] : [[keyOf(f.byActor, f.by), f] as const])));
  const first = list.find((f) => f.by !== null) ?? (list[0] as Found);
  const since = list.find((f) => f.since !== null)?.since ?? null;
  const by = names.size === 0 ? null : [...names.values()].map((f) => f.by).join(" and ");
  const text = [first.status, by === null ? null : `by ${by}`, since === null ? null : `since ${whenInWords(since)}`];
  return {
    value: {
      text: text.filter((x) => x !== null).join(", "),
      investigation: { status: first.status, by, byActor: names.size === 1 ? first.byActor : null, since },
      quotes: list.map((f) => quoted(f.document, f.sentence)),
    },
    by: [...new Set(list.flatMap((f) => f.statement ?? []))],
  };
}

function keyOf(actor: string | null, by: string): string {
  return actor ?? by.toLowerCase().replace(/^the\s+/u, "");
}

function inSentence(input: RecordInput, document: RecordDocument, sentence: Span): readonly Found[] {
  const words = document.text.slice(sentence.start, sentence.end);
  const clause = inquiryClause(words);
  const cues = find(words);
  const all =
    clause === null ? cues : [...cues, { span: clause.span, value: { status: clause.status, role: clause.role } }];
  for (const { span, value } of all) {
    const cue = { start: sentence.start + span.start, end: sentence.start + span.end };
    const noun = value.role === "verb" ? nounAfter(document, cue, sentence) : cue;
    const before = words.slice(0, span.start);
    if (noun === null || isOnlyAsked(before)) continue;
    const undone = value.status !== "not-opened" && isUndone(before);
    if (undone && value.status === "closed") continue;
    const status = undone ? ("not-opened" as const) : value.status;
    const named = value.role === "none" ? null : whoInvestigates(input, document, { cue, noun, sentence });
    const who = named ?? (status === "not-opened" ? whoSays(input, document, cue) : null);
    const since = document.reading.dates.find(
      (d) => overlaps(d.span, sentence) && isSince(document, d.span, { cue, noun, sentence }),
    );
    return [
      {
        status,
        by: who?.name ?? null,
        byActor: who?.actor ?? null,
        since: since?.when ?? null,
        document,
        sentence,
        statement: statementAt(document, cue),
      },
    ];
  }
  return [];
}

/** "Police said that no investigation had been launched": those who say so are those who have launched none. */
function whoSays(
  input: RecordInput,
  { reading }: RecordDocument,
  at: Span,
): { name: string; actor: string | null } | null {
  const said = reading.statements.find((s) => s.content.some((c) => c.start <= at.start && at.end <= c.end + 1));
  if (said === undefined || said.speaker.label === undefined || !/^(?:named|role)$/.test(said.speaker.is)) return null;
  const actor = said.speaker.actor ?? null;
  return { name: actor === null ? said.speaker.label : nameOf(input, actor), actor };
}

/** "Opened an inquiry on Sunday", "on Sunday prosecutors opened": a day beside the words, not the year of what is investigated. */
function isSince({ text }: RecordDocument, date: Span, { cue, noun, sentence }: Place): boolean {
  const end = Math.max(cue.end, noun.end);
  if (date.start >= end) {
    const between = text.slice(end, date.start);
    return between.length < 60 && !OF_WHAT.test(between) && !/[.;:]/u.test(between);
  }
  if (date.end > cue.start) return false;
  const before = text.slice(sentence.start, date.start).trim();
  return before.split(/\s+/u).length <= 2 || text.slice(date.end, cue.start).trim().split(/\s+/u).length <= 3;
}

const OF_WHAT =
  /\b(?:killing|death|attack|bombing|shooting|explosion|blast|fire|which|that|after|when)\b|(?<!\p{L})(?:الذي|التي|بعد|هجوم|الهجوم|تفجير|التفجير|مقتل|اغتيال)(?!\p{L})/u;

const ASKED =
  /^(?:if|unless|should|demand\w*|would|will|[وف]?(?:إذا|طالب|طالبت|دعا|دعت|يطالب|تطالب|يدعو|تدعو|المطالبة))$/iu;
const ARABIC = /\p{Script=Arabic}/u;
const NEGATED = /^(?:not|never|no|without|[وف]?(?:لم|لن|لا|دون))$/iu;

/** What is asked for or only possible is no state. */
function isOnlyAsked(before: string): boolean {
  if (OF_ANOTHER_VERB.test(before)) return true;
  return wordBefore(ASKED, before.slice(-80).replace(/\bcall(?:s|ed|ing)? (?:for|on)\b/giu, "demands"));
}

/** "Did not comment on whether … opened", لم تعلق الوزارة على: a negation of another verb says nothing. */
const OF_ANOTHER_VERB = /(?<!\p{L})[وف]?(?:لم|لن)\s\p{L}{1,12}\s[^.;:،؛]{0,60}$/u;

/** What is denied has not been opened. */
function isUndone(before: string): boolean {
  const near = before.slice(-80).replace(STILL, "");
  const clause = near.split(/[,;:،؛]/u).at(-1) ?? "";
  return (
    (ARABIC.test(near) ? NEGATED.test(clause.trim().split(/\s+/u).at(-1) ?? "") : wordBefore(NEGATED, clause)) ||
    NOBODY_DID.test(near)
  );
}

/** "Not only", لا تزال ("still"): a negation in form alone. */
const STILL = /\bnot only\b|(?<!\p{L})[وف]?(?:لا|ما|لم) (?:[تي]?زال|[تي]زل)(?!\p{L})/giu;

/** "Neither the ministry nor the owner has": what nobody did, in the same clause. */
const NOBODY_DID = /(?:\b(?:neither|no one|nobody|none of)\s)[^.;:،؛]{0,60}$/iu;

/** Arabic: the investigation after its verb, with at most six words of the one who opens it between. */
function nounAfter({ text }: RecordDocument, cue: Span, sentence: Span): Span | null {
  const rest = text.slice(cue.end, Math.min(sentence.end, cue.end + 90));
  const stop = rest.search(/[.،؛:]/u);
  const [noun] = nouns(stop < 0 ? rest : rest.slice(0, stop));
  return noun === undefined ? null : { start: cue.end + noun.span.start, end: cue.end + noun.span.end };
}

interface Place {
  readonly cue: Span;
  readonly noun: Span;
  readonly sentence: Span;
}

/** Who investigates: the words between an Arabic verb and its object, else the subject before; a pronoun is whoever speaks. */
function whoInvestigates(
  input: RecordInput,
  document: RecordDocument,
  { cue, noun, sentence }: Place,
): { name: string; actor: string | null } | null {
  const arabic = noun.start > cue.start;
  const span = arabic
    ? trimmed(document, { start: cue.end, end: articleBefore(document, noun) })
    : subjectBefore(document, cue, sentence);
  if (span === null) return arabic ? subjectOf(input, document, subjectBefore(document, cue, sentence)) : null;
  return subjectOf(input, document, span);
}

function subjectOf(
  input: RecordInput,
  document: RecordDocument,
  span: Span | null,
): { name: string; actor: string | null } | null {
  if (span === null) return null;
  const words = document.text.slice(span.start, span.end);
  if (/^(?:it|they|he|she|we|which|who|that|انه|انها|أنه|أنها|إنه|إنها|إنهم)$/iu.test(words)) {
    const said = document.reading.statements.find((s) =>
      s.content.some((c) => c.start <= span.start && span.end <= c.end + 1),
    );
    if (said?.speaker.label === undefined) return null;
    return {
      name: said.speaker.actor === undefined ? said.speaker.label : nameOf(input, said.speaker.actor),
      actor: said.speaker.actor ?? null,
    };
  }
  const actor = partiesIn(document, span).find((p) => p.actor !== null)?.actor ?? null;
  return { name: actor === null ? words : nameOf(input, actor), actor };
}

function articleBefore({ text }: RecordDocument, noun: Span): number {
  return noun.start - (/(?:ال|لل|ل|ب)$/u.exec(text.slice(0, noun.start))?.[0].length ?? 0);
}

function trimmed({ text }: RecordDocument, { start, end }: Span): Span | null {
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  const span = { start: start + lead, end: end - (words.length - words.trimEnd().length) };
  return span.start < span.end ? span : null;
}

const AUXILIARY = new Set(
  "has have had is are was were also already now still later since yesterday today قد".split(" "),
);
const BREAKS = new Set("that and but while as said says because after أن إن بأن وأن".split(" "));
const MOST_WORDS = 9;

/** The words between the start of the clause and the verb, without its auxiliaries; null where they are too many to be one subject. */
function subjectBefore({ text }: RecordDocument, cue: Span, sentence: Span): Span | null {
  const words = [...text.slice(sentence.start, cue.start).matchAll(/\S+/gu)].slice(-MOST_WORDS - 6);
  while (words.length > 0 && AUXILIARY.has(words.at(-1)?.[0].toLowerCase() ?? "")) words.pop();
  const last = words.at(-1);
  if (last === undefined) return null;
  let first = words.length;
  while (first > 0 && !isBreak(words[first - 1]?.[0] ?? "", first === words.length)) first--;
  const head = words[first];
  if (head === undefined || words.length - first > MOST_WORDS) return null;
  return { start: sentence.start + head.index, end: sentence.start + last.index + last[0].length };
}

function isBreak(word: string, isLast: boolean): boolean {
  return BREAKS.has(word.toLowerCase()) || (!isLast && /[.,;:!?"“”،؛]$/u.test(word));
}
