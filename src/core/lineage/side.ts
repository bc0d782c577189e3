import type { Language } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import type { Statement } from "../model/statement.ts";
import type { Pos, Token } from "../text/annotation.ts";
import { english } from "../text/english.ts";
import { fold } from "../text/fold.ts";
import type { Word } from "../text/words.ts";
import { type Clauses, clausesOf } from "./clauses.ts";
import { type Marks, marksOf } from "./marks.ts";
import type { Prepared, PreparedSentence } from "./prepare.ts";

/** One side of sentences laid side by side, with everything that a rule of change looks at. */
export interface Side {
  readonly text: Prepared;
  readonly sentences: readonly PreparedSentence[];
  readonly marks: readonly Marks[];
  readonly words: readonly Word[];
  /** Words folded as the lexicon has them, in step with `words`. */
  readonly norms: readonly string[];
  readonly stems: ReadonlySet<string>;
  /** Who does what in these sentences; empty but for English. */
  readonly clauses: Clauses;
  /** Words and marks with their part of speech; empty but for English. */
  readonly tokens: readonly Token[];
  /** Somebody's statements that stand in these sentences; the outlet's own are left out. */
  readonly statements: readonly Statement[];
}

/** The side made of the sentences at these places. */
export function sideOf(text: Prepared, places: readonly number[]): Side {
  const sentences = places.map((k) => text.sentences[k] as PreparedSentence);
  const words = sentences.flatMap((s) => s.words);
  const raw = text.read.info.text;
  const language = (s: PreparedSentence): Language => text.read.reading.sentences[s.index]?.language ?? "en";
  let clauses: Clauses | undefined;
  return {
    text,
    sentences,
    words,
    marks: sentences.map((s) => marksOf(raw, s, language(s))),
    norms: words.map((w) => fold(raw.slice(w.start, w.end))),
    stems: new Set(words.map((w) => w.stem)),
    get clauses() {
      clauses ??= merged(sentences.filter((s) => language(s) !== "ar").map((s) => tagsIn(raw, s).clauses));
      return clauses;
    },
    get tokens() {
      return sentences.filter((s) => language(s) !== "ar").flatMap((s) => tagsIn(raw, s).tokens);
    },
    statements: text.read.reading.statements.filter(
      (s) =>
        s.speaker.is !== "outlet" &&
        sentences.some((q) => q.span.start <= s.sentence.start && s.sentence.start < q.span.end),
    ),
  };
}

// Tagging is dear and a sentence is looked at beside many others; what it gives depends on nothing but the sentence.
const tagged = new WeakMap<PreparedSentence, Tags>();

interface Tags {
  readonly tokens: readonly Token[];
  readonly clauses: Clauses;
}

function tagsIn(text: string, sentence: PreparedSentence): Tags {
  const known = tagged.get(sentence);
  if (known !== undefined) return known;
  const tokens = withNames(
    text,
    english.tag(text, sentence.span).flatMap((s) => s.tokens),
  );
  const made = { tokens, clauses: clausesOf(tokens) };
  tagged.set(sentence, made);
  return made;
}

/** "Army" + "-" + "led" as the one adjective that they are. */
function hyphenated(text: string, tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  for (const t of tokens) {
    const last = joined.at(-1);
    const glued = last !== undefined && last.end === t.start && last.end - last.start > 1 && text[last.end - 1] === "-";
    if (last === undefined || !glued || t.pos === "PUNCT") joined.push(t);
    else {
      const whole = text.slice(last.start, t.end).toLowerCase();
      joined[joined.length - 1] = { start: last.start, end: t.end, norm: whole, lemma: whole, pos: "ADJ" };
    }
  }
  return joined;
}

const NAMED: ReadonlySet<Pos> = new Set(["NOUN", "VERB", "ADJ"]);

/** "The Red Cross": a capital next to another, not at the start, is a name whatever the tagger makes of it; not in a headline. */
function withNames(text: string, tokens: readonly Token[]): readonly Token[] {
  const whole = hyphenated(text, tokens);
  const capital = whole.map((t) => /^\p{Lu}\p{Ll}/u.test(text.slice(t.start, t.end)));
  const plain = whole.filter((t, i) => !capital[i] && t.end - t.start > 3 && t.pos !== "PUNCT");
  if (plain.length < 2) return whole;
  return whole.map((t, i) => {
    const beside = (capital[i - 1] === true && i > 1) || capital[i + 1] === true;
    return i > 0 && capital[i] === true && beside && NAMED.has(t.pos) ? { ...t, pos: "PROPN" } : t;
  });
}

function merged(clauses: readonly Clauses[]): Clauses {
  return { predicates: clauses.flatMap((c) => c.predicates), slots: clauses.flatMap((c) => c.slots) };
}

/** The stretch from the first to the last of its sentences. */
export function wholeOf({ sentences }: Side): Span {
  const starts = sentences.map((s) => s.span.start);
  const ends = sentences.map((s) => s.span.end);
  return { start: Math.min(...starts), end: Math.max(...ends) };
}
