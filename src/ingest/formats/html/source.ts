// Where in the page's source each character of a text node stands.

import { parseFragment } from "parse5";
import type { TextNode } from "./tree.ts";

/** Units of a text node's value that stand in raw[from, to); `-1` where we can't tell. Stretches of one length stand there as they are. */
export interface Stretch {
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

const REFERENCE = /&(?:#\d{1,9}|#[xX][0-9A-Fa-f]{1,8}|[A-Za-z][A-Za-z0-9]{1,40});?/y;
const LONGEST_TAG = 10_000;

/**
 * The stretches of the node's value, in order and whole. Each is checked against the source character by character; from
 * the first place that does not agree on, the rest is without a source.
 */
export function stretchesOf(node: TextNode, raw: string): readonly Stretch[] {
  const { value, sourceCodeLocation: at } = node;
  const out: Stretch[] = [];
  if (!at) return [{ words: value, from: -1, to: -1 }];
  let i = at.startOffset;
  let j = 0;
  while (j < value.length && i < at.endOffset) {
    const same = sameLength(value, j, raw, { from: i, to: at.endOffset });
    if (same > 0) {
      out.push({ words: value.slice(j, j + same), from: i, to: i + same });
      i += same;
      j += same;
      continue;
    }
    const step = stepOver(value, j, raw, i);
    if (!step) break;
    if (step.words !== "") out.push({ words: step.words, from: i, to: step.to });
    i = step.to;
    j += step.words.length;
  }
  if (j < value.length) out.push({ words: value.slice(j), from: -1, to: -1 });
  return out;
}

/** How far value from j and source agree, up to the next reference. */
function sameLength(
  value: string,
  j: number,
  raw: string,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  let n = 0;
  while (from + n < to && j + n < value.length) {
    const c = raw.charCodeAt(from + n);
    if (c !== value.charCodeAt(j + n) || (c === 38 && mayStartReference(raw.charCodeAt(from + n + 1)))) break;
    n++;
  }
  return n;
}

/** Whether an ampersand before this unit may be more than itself: before a letter or a number sign. */
function mayStartReference(next: number): boolean {
  return next === 35 || (next >= 65 && next <= 90) || (next >= 97 && next <= 122);
}

/** A reference, a bare ampersand, a line end of two characters, or a tag that the parser dropped. */
function stepOver(
  value: string,
  j: number,
  raw: string,
  i: number,
): { readonly words: string; readonly to: number } | null {
  const c = raw.charAt(i);
  if (c === "&") {
    REFERENCE.lastIndex = i;
    const reference = REFERENCE.exec(raw)?.[0];
    const meant = reference === undefined ? null : meaningOf(reference);
    if (meant && value.startsWith(meant.words, j)) return { words: meant.words, to: i + meant.length };
    return value.charAt(j) === "&" ? { words: "&", to: i + 1 } : null;
  }
  if (c === "\r")
    return raw.charAt(i + 1) === "\n"
      ? { words: "", to: i + 1 }
      : value.charAt(j) === "\n"
        ? { words: "\n", to: i + 1 }
        : null;
  if (c !== "<") return null;
  const end = raw.indexOf(">", i);
  return end === -1 || end - i > LONGEST_TAG ? null : { words: "", to: end + 1 };
}

interface Meaning {
  readonly words: string;
  /** Units of the source that mean it: of `&notit;` the first four. */
  readonly length: number;
}

const MEANINGS = new Map<string, Meaning | null>();
const MOST_REMEMBERED = 5_000;

/** What the parser makes of a character reference by itself; null for one that means nothing. */
function meaningOf(reference: string): Meaning | null {
  const known = MEANINGS.get(reference);
  if (known !== undefined) return known;
  const [node] = parseFragment(reference).childNodes;
  const words = node?.nodeName === "#text" && "value" in node ? node.value : "";
  let tail = 0;
  while (tail < words.length && words.at(-1 - tail) === reference.at(-1 - tail)) tail++;
  const kept = tail < words.length ? tail : 0;
  const meaning = words === "" ? null : { words: words.slice(0, words.length - kept), length: reference.length - kept };
  if (MEANINGS.size < MOST_REMEMBERED) MEANINGS.set(reference, meaning);
  return meaning;
}
