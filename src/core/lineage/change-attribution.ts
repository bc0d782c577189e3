import type { Change } from "../model/lineage.ts";
import type { Span } from "../model/span.ts";
import type { Act, Speaker, Statement } from "../model/statement.ts";
import { lexiconOf } from "../text/lexicon.ts";
import { type Word, wordsOf } from "../text/words.ts";
import { setOf, WORDS } from "./change-lists.ts";
import type { Vocabulary } from "./prepare.ts";
import type { Side } from "./side.ts";
import { nameKey } from "./specifics.ts";

/**
 * A source that the copy no longer names [LI7]: nobody speaks any more (weight .8), or somebody unnamed does (.6).
 * Goes by the readings' statements; where a reading has none at all, by the cues of the sentence.
 */
export function attributionChanges(a: Side, b: Side, vocabulary: Vocabulary): readonly Change[] {
  const read = a.statements.length > 0 || b.text.read.reading.statements.length > 0;
  const found = read ? byStatements(a, b, vocabulary) : byCues(a, b);
  if (found.length > 0) return found;
  const head = byHeadOfCue(a, b, vocabulary);
  return head.length > 0 ? head : byCueNoun(a, b, vocabulary);
}

/** "Reports of foiled plots", "allegations of fraud": somebody told it, and the copy tells it itself. */
function byCueNoun(a: Side, b: Side, vocabulary: Vocabulary): readonly Change[] {
  const { nouns } = lexiconOf("en");
  const raw = a.text.read.info.text;
  const told =
    b.clauses.predicates.some((p) => SAYING.has(p.lemma)) ||
    b.norms.some((n, i) => TOLD.has(n) || (nouns.has(n) && /^(?:that|by|from)$/.test(b.norms[i + 1] ?? "")));
  if (told) return [];
  for (let i = 0; i < a.words.length; i++) {
    const word = a.words[i] as Word;
    const norm = a.norms[i] as string;
    if (!TOLD.has(norm) || !/^ (?:of|that|about|by|in|from) /.test(raw.slice(word.end, word.end + 7))) continue;
    const after = a.words.slice(i + 1, i + 9).filter((w) => vocabulary.words.of(w.stem) >= TELLING);
    const kept = after.filter((w) => b.stems.has(w.stem)).length;
    if (after.length > 0 && kept >= CONTENT_KEPT * after.length)
      return [{ class: "attribution", a: { start: word.start, end: word.end }, weight: 0.6 }];
  }
  return [];
}

const SAYING = new Set("say report tell claim allege write announce accuse state".split(" "));
const TOLD = setOf(WORDS.accountNouns);

/** Telling words of what was said that the copy must still have, or it left out more than the source. */
const CONTENT_KEPT = 0.34;
const TELLING = 2.2;

function byStatements(a: Side, b: Side, vocabulary: Vocabulary): readonly Change[] {
  const changes: Change[] = [];
  const done = new Set<string>();
  for (const statement of a.statements) {
    const { speaker } = statement;
    const label = labelOf(speaker, a);
    if (!keepsContent(statement, { a, b, vocabulary })) continue;
    if (!isTold(speaker, label)) {
      const isThere = wordsOf(label).some((w) => w.norm.length > 3 && b.stems.has(w.stem));
      if (isSomebody(speaker, label) && !isThere && changes.length === 0 && saysItself(b))
        changes.push({ class: "attribution", a: placeOf(statement), weight: 0.6 });
      continue;
    }
    if (isStillThere(statement, { a, b, label })) continue;
    const key = speaker.actor ?? label.toLowerCase();
    if (done.has(key)) continue;
    done.add(key);
    const vague = b.statements.find((s) => isVague(s.speaker, labelOf(s.speaker, b)));
    const said = contentStems(statement, a);
    const accused = new Set(statement.target?.span === undefined ? [] : wordsIn(a, [statement.target.span]));
    const told = b.statements.find((s) => {
      const words = ownWords(labelOf(s.speaker, b));
      // Who acts in what was said is no source of it: "the board had approved the payments".
      const isBidding = (BIDDING.has(s.act) && s.act !== statement.act) || words.every((w) => accused.has(w.stem));
      return isTold(s.speaker, labelOf(s.speaker, b)) && !isBidding && !words.every((w) => said.has(w.stem));
    });
    // Another speaker, told by name or role, who was not the source's: "he", "the minister" may be the same.
    if (vague === undefined && told !== undefined) continue;
    const at = vague === undefined ? undefined : placeOf(vague);
    changes.push({
      class: "attribution",
      a: placeOf(statement),
      ...(at === undefined ? {} : { b: at }),
      weight: at === undefined ? 0.8 : 0.6,
    });
  }
  return changes;
}

function keepsContent(
  { content, sentence, target }: Statement,
  { a, b, vocabulary }: { readonly a: Side; readonly b: Side; readonly vocabulary: Vocabulary },
): boolean {
  const spans: readonly Span[] = content.length > 0 ? content : [target?.span ?? sentence];
  const said = a.words.filter((w) => spans.some((s) => s.start <= w.start && w.end <= s.end));
  const telling = said.filter((w) => vocabulary.words.of(w.stem) >= TELLING);
  return telling.length > 0 && telling.filter((w) => b.stems.has(w.stem)).length >= CONTENT_KEPT * telling.length;
}

/** Words for those who speak without a name: "sources", "officials", "observers", "reports". */
function isVagueWord(norm: string): boolean {
  const kind = lexiconOf("en").speakers.get(norm) ?? lexiconOf("ar").speakers.get(norm);
  return kind === "collective" || kind === "unnamed" || norm === "media" || norm === "reports";
}

/** Named, by role, or told by some word of its own: "doctors at the general hospital", and not "observers". */
function isTold(speaker: Speaker, label: string): boolean {
  if (speaker.is === "named" || speaker.is === "role") return true;
  if (speaker.is !== "unnamed" && speaker.is !== "collective") return false;
  return ownWords(label).length > 0;
}

function isVague(speaker: Speaker, label: string): boolean {
  const vague = speaker.is === "unnamed" || speaker.is === "collective";
  return vague && !isTold(speaker, label) && !PRONOUNS.has(label.toLowerCase());
}

/** "Witnesses", "sources": nobody by name, yet somebody else than the text. */
function isSomebody(speaker: Speaker, label: string): boolean {
  const unnamed = speaker.is === "unnamed" || speaker.is === "collective";
  return unnamed && label !== "" && !PRONOUNS.has(label.toLowerCase());
}

/** No speaker, no cue and no hedge: the text tells it on its own word. */
function saysItself({ statements, marks }: Side): boolean {
  return statements.length === 0 && marks.every((m) => m.cues.length === 0 && m.hedges.length === 0 && !m.question);
}

const PRONOUNS = new Set("it he she they we i you this that who".split(" "));

function contentStems({ content }: Statement, side: Side): ReadonlySet<string> {
  return new Set(wordsIn(side, content));
}

function wordsIn({ words }: Side, spans: readonly Span[]): readonly string[] {
  return words.filter((w) => spans.some((s) => s.start <= w.start && w.end <= s.end)).map((w) => w.stem);
}

const SMALL = new Set(
  "the a an of at in on for and or some many most several other others two three one various unnamed anonymous official officials local senior top former new his her their its it they he she we who our".split(
    " ",
  ),
);

/** The words of a label that tell who it is. */
function ownWords(label: string): readonly Word[] {
  return wordsOf(label).filter(
    (w) => w.number === undefined && w.norm.length > 1 && !SMALL.has(w.norm) && !isVagueWord(w.norm),
  );
}

function placeOf(statement: Statement): Span {
  const { speaker, cue, sentence } = statement;
  const { start, end } = speaker.span ?? cue?.span ?? sentence;
  return { start, end };
}

function labelOf(speaker: Speaker, side: Side): string {
  const text = side.text.read.info.text;
  return speaker.label ?? (speaker.span === undefined ? "" : text.slice(speaker.span.start, speaker.span.end));
}

interface Label {
  readonly a: Side;
  readonly b: Side;
  readonly label: string;
}

/** Whether the copy's sentences still name the speaker: the same actor, or the telling words of the label, outside of what was said. */
function isStillThere(statement: Statement, { a, b, label }: Label): boolean {
  const { speaker } = statement;
  if (speaker.actor !== undefined) {
    const { actor } = speaker;
    if (b.statements.some((s) => s.speaker.actor === actor)) return true;
    const spans = b.sentences.map((s) => s.span);
    const mentioned = b.text.read.reading.mentions.some(
      (m) =>
        (m.id === actor || m.standsFor === actor) && spans.some((s) => s.start <= m.span.start && m.span.end <= s.end),
    );
    if (mentioned) return true;
  }
  const own = ownWords(label);
  const wanted = own.length > 0 ? own : wordsOf(label).filter((w) => w.norm.length > 2 && !SMALL.has(w.norm));
  if (wanted.length === 0) return true;
  const inContent = contentStems(statement, a);
  const names = new Set(b.words.flatMap((w) => [nameKey(w.norm), w.stem]));
  const kept = wanted.filter((w) => (names.has(nameKey(w.norm)) || names.has(w.stem)) && !inContent.has(w.stem));
  const capital = kept.some((w) => w.capital && wanted.filter((x) => x.capital).length <= 2 * kept.length);
  return capital || 2 * kept.length > wanted.length || kept.includes(headOf(wanted, label) as Word);
}

/** The last word of a label before its "of", "at", "in". */
function headOf(words: readonly Word[], raw: string): Word | undefined {
  const next = words.findIndex(
    (w, i) => i > 0 && / (?:of|at|in|for|from|with) /.test(raw.slice((words[i - 1] as Word).end, w.start)),
  );
  return next < 0 ? words.at(-1) : words[next - 1];
}

/** Acts that bid rather than tell: who asks for a boat is no source of anything. */
export const BIDDING: ReadonlySet<Act> = new Set(["asks", "demands", "threatens", "praises"]);

function byCues(a: Side, b: Side): readonly Change[] {
  const told = (side: Side) =>
    side.marks.flatMap((m) => m.cues).filter(({ value }) => value === "according" || !BIDDING.has(value.act));
  const [first] = told(a);
  const any = told(b).length > 0;
  return first === undefined || any ? [] : [{ class: "attribution", a: first.span, weight: 0.8 }];
}

/** A reporting verb that stays while the names before it go: "an audit by the court of accounts found", "an audit found". */
function byHeadOfCue(a: Side, b: Side, vocabulary: Vocabulary): readonly Change[] {
  if (a.statements.length > 0) return [];
  for (const p of a.marks.flatMap((m) => m.cues)) {
    if (p.value === "according" || BIDDING.has(p.value.act)) continue;
    const sentence = a.sentences.find((s) => s.span.start <= p.span.start && p.span.end <= s.span.end);
    const before = a.words.filter(
      (w) => sentence !== undefined && sentence.span.start <= w.start && w.end <= p.span.start,
    );
    const after = a.words.filter((w) => sentence !== undefined && p.span.end <= w.start && w.end <= sentence.span.end);
    const names = before.filter((w, i) => w.capital && i > 0 && w.number === undefined);
    const telling = after.filter((w) => vocabulary.words.of(w.stem) >= TELLING);
    const kept = telling.filter((w) => b.stems.has(w.stem)).length;
    const [first] = names;
    const lost = names.length > 0 && names.every((w) => !b.stems.has(w.stem));
    if (first !== undefined && lost && telling.length > 1 && kept >= 0.6 * telling.length)
      return [{ class: "attribution", a: { start: first.start, end: (names.at(-1) as Word).end }, weight: 0.8 }];
  }
  return [];
}
