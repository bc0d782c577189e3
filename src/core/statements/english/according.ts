import { BITS, phraseAt } from "../../text/lexicon.ts";
import type { Draft } from "../draft.ts";
import { type Range, spanOf, tidy } from "../view.ts";
import { type Clause, isComma, isQuoteMark, rangeOf, rightEnd } from "./clause.ts";

const RELAYS = new Set(["citing", "quoting", "cited"]);

/** "According to S, P", "P, according to S" [ST2]; "citing S" belongs to the relay chain of another statement. */
export function accordingStatements(clause: Clause): Draft[] {
  const { view } = clause;
  if ((view.holds & BITS.according) === 0) return [];
  const out: Draft[] = [];
  for (let i = 0; i < view.tokens.length; i++) {
    if ((view.opens[i]! & BITS.according) === 0) continue;
    const phrase = phraseAt(view.lexicon.according, view.norms, i);
    if (phrase === null || RELAYS.has(phrase.words[0]!)) continue;
    const found = accordingAt(clause, i, phrase.words.length);
    if (found !== null) out.push(found);
  }
  return out;
}

function accordingAt(clause: Clause, i: number, length: number): Draft | null {
  const { view, chunks, chunkOf } = clause;
  const start = chunkOf[i + length];
  if (start === undefined || chunks[start]!.kind === "vg" || chunks[start]!.kind === "p") return null;
  const end = speakerEnd(clause, start);
  const voice = { is: "words", range: rangeOf(clause, start, end) } as const;
  const content = contentOf(clause, { i, end });
  if (content === null) return null;
  return {
    view,
    frame: "according-to",
    rule: "ST2",
    cue: { from: i, to: i + length },
    lemma: view.norms.slice(i, i + length).join(" "),
    strength: "neutral",
    act: "says",
    negative: false,
    voice,
    content: [spanOf(view, content)],
    quoted: false,
    complement: i === 0 ? "first" : "last",
  };
}

/** Past the noun group and an apposition or relative clause that belongs to the speaker. */
function speakerEnd(clause: Clause, start: number): number {
  const { chunks } = clause;
  let end = chunks[start]!.kind === "np" ? rightEnd(clause, start) : start + 1;
  // "two officials briefed on the inquiry", "a report released Monday by the office".
  const next = chunks[end];
  if (next?.kind === "vg" && !next.infinitive && /(?:ed|ing|en)$/.test(clause.view.norms[next.head]!)) {
    end++;
    while (chunks[end] !== undefined && (chunks[end]!.kind === "time" || chunks[end]!.kind === "adv")) end++;
    if (chunks[end]?.kind === "np") end = rightEnd(clause, end);
    else if (chunks[end]?.kind === "adp" && chunks[end + 1]?.kind === "np") end = rightEnd(clause, end + 1);
  }
  return end;
}

function contentOf(clause: Clause, { i, end }: { i: number; end: number }): Range | null {
  const { view, chunks, chunkOf } = clause;
  const before = chunkOf[i]! - 1;
  const opens = i === 0 || (before >= 0 && clause.chunks[before]!.kind === "cc" && before === 0);
  if (opens || (isComma(clause, before) && isComma(clause, end) && before <= 2)) {
    // The content follows the comma after the speaker, past an apposition if there are two commas.
    let comma = end;
    while (comma < chunks.length && comma < end + 20 && !isComma(clause, comma)) comma++;
    if (!isComma(clause, comma))
      return tidy(view, { from: chunks[end]?.from ?? view.tokens.length, to: view.tokens.length });
    return tidy(view, { from: chunks[comma]!.to, to: view.tokens.length });
  }
  const from = startOfContent(clause, before);
  return tidy(view, { from, to: i });
}

function startOfContent(clause: Clause, before: number): number {
  for (let k = before - 1; k > 0; k--) {
    if (clause.chunks[k]!.kind === "p" && clause.view.norms[clause.chunks[k]!.from] === ";")
      return clause.chunks[k]!.to;
    if (isQuoteMark(clause, k)) continue;
  }
  return 0;
}
