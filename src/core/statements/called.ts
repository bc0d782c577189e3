import type { Range, View } from "./view.ts";

const REFLEXIVE = new Set(["itself", "themselves", "himself", "herself"]);
const CALLING = new Set(["calling", "calls", "call"]);
const CALLED = new Set(["called", "named", "dubbed", "nicknamed", "styled"]);
const TRACKS = new Set(
  "track tracks tracked call calls called name names named dub dubs dubbed know knows known identify identifies".split(
    " ",
  ),
);
const WHO = new Set(["they", "it", "we", "he", "she", "which", "that", "is", "was"]);
const NAME_START = /^[\p{Lu}\p{Nd}]/u;
const LONGEST_NAME = 6;

/** The name that the words from token `at` on give to what stands before them: "calling itself N", "called N", "known as N", "they track as N"; null where they give none. */
export function calledName(view: View, at: number): Range | null {
  const { norms } = view;
  let i = at;
  if (CALLING.has(norms[i] ?? "") && REFLEXIVE.has(norms[i + 1] ?? "")) return nameFrom(view, i + 2);
  if (CALLED.has(norms[i] ?? "")) return nameFrom(view, i + 1);
  while (i < at + 2 && WHO.has(norms[i] ?? "")) i++;
  if (i > at && CALLING.has(norms[i] ?? "") && REFLEXIVE.has(norms[i + 1] ?? "")) return nameFrom(view, i + 2);
  if (!TRACKS.has(norms[i] ?? "")) return null;
  if (norms[i + 1] === "as") return nameFrom(view, i + 2);
  return i > at ? nameFrom(view, i + 1) : null;
}

/** The words of a name from a token on: capitals and figures, past an article and an opening quote mark. */
function nameFrom({ tokens, text, norms }: View, at: number): Range | null {
  let from = at;
  while (from < at + 2 && /^(?:the|["“«'‘])$/u.test(norms[from] ?? "")) from++;
  let to = from;
  while (to < tokens.length && to < from + LONGEST_NAME) {
    const token = tokens[to]!;
    const joins = norms[to] === "-" && to > from;
    if (!joins && (token.pos === "VERB" || !NAME_START.test(text.slice(token.start, token.end)))) break;
    to++;
  }
  return to > from ? { from, to } : null;
}

/** The name that a noun group gives within its words or right behind them: "a group calling itself N". */
export function nameWithin(view: View, { from, to }: Range): Range | null {
  if (REFLEXIVE.has(view.norms[from] ?? "") && CALLING.has(view.norms[from - 1] ?? "")) return nameFrom(view, from + 1);
  for (let i = from + 1; i <= to && i < view.tokens.length; i++) {
    const name = calledName(view, i);
    if (name !== null) return name;
  }
  return null;
}
