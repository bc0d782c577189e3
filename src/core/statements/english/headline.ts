import type { Draft } from "../draft.ts";
import { type Range, spanOf, tidy, type View } from "../view.ts";
import { type Clause, markAt } from "./clause.ts";
import { sentenceEnd } from "./content.ts";

/** "S: P" at the start of a line, where S is a name, an office or a source and P a clause or a quotation [ST2]. */
export function headlineStatements(clause: Clause): Draft[] {
  const { view, chunks } = clause;
  const colon = chunks.findIndex((_, c) => c > 0 && c < 6 && markAt(clause, c) === ":");
  if (colon < 1 || chunks.slice(0, colon).some((chunk) => chunk.kind === "vg" || chunk.kind === "sub")) return [];
  if (chunks[0]!.kind !== "np" || !isSpeaker(clause, { from: 0, to: chunks[colon]!.from })) return [];
  const from = chunks[colon]!.to;
  const content = tidy(view, { from, to: sentenceEnd(clause) });
  if (content === null || !saysSomething(clause, colon)) return [];
  return [
    {
      view,
      frame: "headline",
      rule: "ST2",
      cue: { from: chunks[colon]!.from, to: from },
      lemma: ":",
      strength: "neutral",
      act: "says",
      negative: false,
      voice: { is: "words", range: { from: 0, to: chunks[colon]!.from } },
      content: [spanOf(view, content)],
      quoted: view.quotes[from + 1] != null,
      complement: "colon",
    },
  ];
}

/** A person, an office, or a kind of source: not a topic ("Port closure: what we know"). */
function isSpeaker(clause: Clause, range: Range): boolean {
  const { view } = clause;
  const last = view.tokens[range.to - 1]!;
  if (range.to - range.from > 6) return false;
  if (view.lexicon.speakers.has(last.norm)) return true;
  const first = view.tokens[range.from]!;
  if (view.lexicon.speakers.get(first.norm) === "role") return true;
  if (hasPartOfName(view, range)) return false;
  // "Arkwell: the bridge was mined": a name of one to three words; a longer run is a title.
  const names = view.tokens.slice(range.from, range.to);
  if (names.length <= 3 && names.every((token) => token.pos === "PROPN") && !view.lexicon.nouns.has(last.norm))
    return true;
  const span = spanOf(view, range);
  return view.annotation.mentions.some((m) => m.is === "actor" && m.span.start <= span.start && m.span.end >= span.end);
}

/** A known name with more behind it, or shouted words: a topic ("AMBER COLUMN SILENCE: what it means"). */
function hasPartOfName(view: View, range: Range): boolean {
  const span = spanOf(view, range);
  const words = view.text.slice(span.start, span.end);
  if (range.to - range.from > 1 && words === words.toUpperCase()) return true;
  return view.annotation.mentions.some(
    (m) => m.is === "actor" && m.span.start >= span.start && m.span.start < span.end && m.span.end < span.end,
  );
}

function saysSomething(clause: Clause, colon: number): boolean {
  return clause.chunks.slice(colon + 1).some((chunk) => chunk.kind === "vg");
}
