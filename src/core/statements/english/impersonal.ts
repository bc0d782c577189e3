import { BITS, phraseAt } from "../../text/lexicon.ts";
import type { Draft } from "../draft.ts";
import { spanOf, tidy } from "../view.ts";
import type { Clause } from "./clause.ts";
import { contentEnd } from "./content.ts";

const LINKS = new Set(["that", "whether", "if", "who", "what", "how", "why", "when", "where"]);

/** "it emerged that P", "reportedly P": a report whose source is not named [ST5]. */
export function impersonalStatements(clause: Clause, isCueChunk: (c: number) => boolean): Draft[] {
  return [...phraseStatements(clause, isCueChunk), ...adverbStatements(clause)];
}

function phraseStatements(clause: Clause, isCueChunk: (c: number) => boolean): Draft[] {
  const { view } = clause;
  if ((view.holds & BITS.impersonal) === 0) return [];
  const out: Draft[] = [];
  for (let i = 0; i < view.tokens.length; i++) {
    if ((view.opens[i]! & BITS.impersonal) === 0) continue;
    const phrase = phraseAt(view.lexicon.impersonal, view.norms, i);
    if (phrase === null) continue;
    const after = i + phrase.words.length;
    const link = linkAfter(clause, after);
    if (link === null) continue;
    const content = tidy(view, {
      from: link,
      to: contentEnd(clause, Math.min(link, view.tokens.length - 1), isCueChunk).to,
    });
    if (content === null) continue;
    out.push({
      ...base(clause, { from: i, to: after }),
      ...phrase.value,
      lemma: view.norms.slice(i + 1, after).join(" "),
      content: [spanOf(view, content)],
      complement: "impersonal",
    });
  }
  return out;
}

/** The token where the content starts: after "that" within a few words ("it emerged on Monday that"). */
function linkAfter(clause: Clause, after: number): number | null {
  const { norms } = clause.view;
  for (let k = after; k < norms.length && k < after + 6; k++) {
    if (norms[k] === "that") return k + 1 < norms.length ? k + 1 : null;
    if (LINKS.has(norms[k]!)) return k;
    if (norms[k] === ",") break;
  }
  const chunk = clause.chunks[clause.chunkOf[after] ?? -1];
  return chunk?.kind === "np" || chunk?.infinitive === true ? after : null;
}

function adverbStatements(clause: Clause): Draft[] {
  const { view } = clause;
  if ((view.holds & BITS.adverbs) === 0) return [];
  return view.tokens.flatMap((_, i) => {
    const cue = view.lexicon.adverbs.get(view.norms[i]!);
    const content = cue === undefined ? null : tidy(view, { from: 0, to: view.tokens.length });
    if (cue === undefined || content === null) return [];
    const made: Draft = {
      ...base(clause, { from: i, to: i + 1 }),
      ...cue,
      lemma: view.norms[i]!,
      content: [spanOf(view, content)],
      complement: "adverb",
    };
    return [made];
  });
}

function base(clause: Clause, cue: { from: number; to: number }) {
  return {
    view: clause.view,
    frame: "impersonal",
    rule: "ST5",
    cue,
    negative: false,
    voice: { is: "nobody" },
    quoted: false,
  } as const;
}
