import { readdirSync, readFileSync } from "node:fs";
import { infosOf } from "../../../src/core/lineage/loose-texts.ts";
import type { Statement } from "../../../src/core/model/statement.ts";
import { readText } from "../../../src/core/read.ts";

/** A text of our own with what a reader finds in it, labelled before any rule was run on it. */
export interface Labelled {
  readonly name: string;
  readonly language: string;
  readonly publisher: string;
  readonly published: string;
  readonly text: string;
  readonly statements: readonly Label[];
  readonly voices: readonly { readonly starts: string; readonly voice: string }[];
}

export interface Label {
  readonly cue: string;
  /** Which of several places, from 1. */
  readonly at?: number;
  readonly speaker: { readonly is: string; readonly words?: string };
  readonly act: string;
  readonly content: readonly string[];
  readonly polarity?: string;
  readonly quoted?: boolean;
  readonly target?: string;
  readonly object?: string;
  readonly saidAt?: string;
}

const FOLDER = new URL("./labelled/", import.meta.url);

export const LABELLED: readonly Labelled[] = readdirSync(FOLDER)
  .sort()
  .map((file) => ({ name: file, ...JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")) }));

export interface Score {
  readonly found: number;
  readonly labelled: number;
  readonly right: number;
  readonly by: Readonly<Record<string, { readonly right: number; readonly of: number }>>;
  readonly wrong: readonly string[];
}

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end;

function placeOf(text: string, words: string, at = 1): { start: number; end: number } {
  let start = -1;
  for (let i = 0; i < at; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

/** What the rules find against the labels, over the texts of one language. */
export function score(language: string): Score {
  const by: Record<string, { right: number; of: number }> = {};
  const wrong: string[] = [];
  let [found, labelled, right] = [0, 0, 0];
  const tell = (name: string, ok: boolean, what: string) => {
    const counted = by[name] ?? { right: 0, of: 0 };
    by[name] = counted;
    counted.of++;
    if (ok) counted.right++;
    else wrong.push(`${name}: ${what}`);
  };
  for (const label of LABELLED.filter((l) => l.language === language)) {
    const { text, name, language: lang, publisher, published } = label;
    const [info] = infosOf([{ text, name, language: lang, publisher, publishedAt: published }]);
    const { statements } = readText(info!);
    const others = statements.filter((s) => s.cue !== undefined);
    found += others.length;
    labelled += label.statements.length;
    const free = new Set(others);
    for (const l of label.statements) {
      const cue = placeOf(text, l.cue, l.at);
      const s = [...free].find((x) => overlap(x.cue!.span, cue));
      if (s === undefined) {
        wrong.push(`missed: ${name} ${l.cue}`);
        continue;
      }
      free.delete(s);
      right++;
      compare(text, { s, l, name }, tell);
    }
    for (const s of free) wrong.push(`extra: ${name} ${text.slice(s.cue!.span.start, s.cue!.span.end)} (${s.frame})`);
    for (const v of label.voices) {
      const own = statements.find((s) => s.voice !== undefined && text.startsWith(v.starts, s.sentence.start));
      tell("voice", own?.voice === v.voice, `${name} "${v.starts}" is ${v.voice}, found ${own?.voice}`);
    }
  }
  return { found, labelled, right, by, wrong };
}

type Tell = (name: string, ok: boolean, what: string) => void;

function compare(text: string, { s, l, name }: { s: Statement; l: Label; name: string }, tell: Tell): void {
  const at = `${name} ${l.cue}`;
  const { words } = l.speaker;
  tell("speaker kind", s.speaker.is === l.speaker.is, `${at} is ${l.speaker.is}, found ${s.speaker.is}`);
  const span = s.speaker.span;
  const same =
    words === undefined
      ? span === undefined
      : span !== undefined && (sliced(text, span).includes(words) || words.includes(sliced(text, span)));
  tell("speaker words", same, `${at} is ${words}, found ${span && sliced(text, span)}`);
  tell("act", s.act === l.act, `${at} is ${l.act}, found ${s.act}`);
  const covered = l.content.every((c) =>
    s.content.some((x) => sliced(text, x).includes(c.slice(0, -1)) || overlaps(text, c, x)),
  );
  tell("content", covered, `${at}: ${l.content.join(" | ")}`);
  tell("polarity", s.polarity === (l.polarity ?? "positive"), `${at} polarity ${s.polarity}`);
  if (l.target !== undefined)
    tell("target", s.target?.label.includes(l.target) ?? false, `${at} target ${s.target?.label}`);
  if (l.object !== undefined) tell("object", s.object === l.object, `${at} object ${s.object}`);
  if (l.saidAt !== undefined) tell("said at", s.saidAt?.edtf === l.saidAt, `${at} said at ${s.saidAt?.edtf}`);
}

function sliced(text: string, span: { start: number; end: number }): string {
  return text.slice(span.start, span.end);
}

/** Half of the labelled words or more. */
function overlaps(text: string, words: string, span: { start: number; end: number }): boolean {
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const shared = Math.min(span.end, start + words.length) - Math.max(span.start, start);
    if (shared * 2 >= words.length) return true;
  }
  return false;
}
