import { readFileSync } from "node:fs";
import type { Statement } from "../../../../src/core/model/statement.ts";
import { findStatements } from "../../../../src/core/statements.entry.ts";

/** One labelled statement: where its cue and content stand, and every place of its speaker's words. */
interface Label {
  readonly cue: Place;
  /** Null where nobody is named; "outlet" where the outlet speaks. */
  readonly speaker: readonly Place[] | null | "outlet";
  readonly act: string;
  readonly content: Place;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

export interface Paragraph {
  readonly name: string;
  readonly text: string;
  readonly labels: readonly Label[];
}

/** The labelled paragraphs of `paragraphs.txt`: lines of text open with ">", the others are "cue | speaker | act | content". */
export const PARAGRAPHS: readonly Paragraph[] = readFileSync(new URL("./paragraphs.txt", import.meta.url), "utf8")
  .split(/^# /mu)
  .slice(1)
  .map(paragraph);

function paragraph(block: string): Paragraph {
  const lines = block.trim().split("\n");
  const text = lines
    .filter((line) => line.startsWith("> "))
    .map((line) => line.slice(2))
    .join("\n");
  const from = { at: 0 };
  const rows = lines.slice(1).filter((line) => line.includes(" | ") && !line.startsWith("> "));
  return { name: lines[0]!, text, labels: rows.map((row) => label(text, row.split(" | "), from)) };
}

/** Labels stand in the order of their cues: each cue is sought from the one before. */
function label(text: string, [cue, speaker, act, content]: readonly string[], from: { at: number }): Label {
  const place = whereIs(text, cue!, from.at);
  from.at = place.end;
  return {
    cue: place,
    speaker: speaker === "-" ? null : speaker === "*" ? "outlet" : allOf(text, speaker!),
    act: act!,
    content: contentOf(text, content!, place),
  };
}

/** "First words … last words", or all of them; those nearest to the cue. */
function contentOf(text: string, words: string, cue: Place): Place {
  const [first, last] = words.split(" … ");
  const after = text.indexOf(first!, cue.start);
  const start = after >= 0 ? after : text.indexOf(first!);
  if (start < 0) throw new Error(`not in the text: ${first}`);
  const end = last === undefined ? start + first!.length : text.indexOf(last, start) + last.length;
  return { start, end };
}

function allOf(text: string, words: string): Place[] {
  const out: Place[] = [];
  for (let place = whereIs(text, words, 0); ; place = whereIs(text, words, place.end)) {
    out.push(place);
    if (text.indexOf(words, place.end) < 0) return out;
  }
}

function whereIs(text: string, words: string, from: number): Place {
  const start = text.indexOf(words, from);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

export interface Counts {
  readonly found: number;
  readonly labelled: number;
  readonly right: number;
  readonly speakers: number;
  readonly acts: number;
  /** Of those with content: where half of the labelled words or more are covered, and half of ours or more are labelled. */
  readonly contents: number;
  readonly wrong: readonly string[];
}

/** What the rules find in the paragraphs against their labels. */
export function count(paragraphs: readonly Paragraph[]): Counts {
  const wrong: string[] = [];
  const sum = { found: 0, labelled: 0, right: 0, speakers: 0, acts: 0, contents: 0 };
  for (const { name, text, labels } of paragraphs) {
    const free = new Set(findStatements({ text, name, language: "ar" }).statements.filter((s) => s.cue !== undefined));
    sum.found += free.size;
    sum.labelled += labels.length;
    for (const l of labels) {
      const s = [...free].find((x) => overlap(x.cue!.span, l.cue));
      if (s === undefined) {
        wrong.push(`${name} missed ${cut(text, l.cue)}`);
        continue;
      }
      free.delete(s);
      sum.right++;
      const at = `${name} ${cut(text, l.cue)}`;
      if (sameSpeaker(s, l)) sum.speakers++;
      else wrong.push(`${at}: speaker ${s.speaker.label ?? s.speaker.is}`);
      if (s.act === l.act) sum.acts++;
      else wrong.push(`${at}: ${l.act}, found ${s.act}`);
      if (s.content.some((c) => mostlySame(c, l.content))) sum.contents++;
      else wrong.push(`${at}: content ${s.content.map((c) => cut(text, c)).join(" | ")}`);
    }
    for (const s of free)
      wrong.push(`${name} extra ${cut(text, s.cue!.span)} in ${cut(text, s.sentence).slice(0, 60)}`);
  }
  return { ...sum, wrong };
}

function sameSpeaker({ speaker }: Statement, { speaker: labelled }: Label): boolean {
  if (labelled === null) return speaker.is === "unstated";
  if (labelled === "outlet") return speaker.is === "outlet";
  return speaker.span !== undefined && labelled.some((place) => overlap(speaker.span!, place));
}

function mostlySame(a: Place, b: Place): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared * 2 >= a.end - a.start && shared * 2 >= b.end - b.start;
}

function overlap(a: Place, b: Place): boolean {
  return a.start < b.end && b.start < a.end;
}

function cut(text: string, { start, end }: Place): string {
  return text.slice(start, end);
}
