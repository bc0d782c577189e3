import type { Span } from "../model/span.ts";
import type { Quotation } from "./annotation.ts";

type Mark = "double" | "single" | "angle" | "angle-single";

interface Open {
  readonly mark: Mark;
  readonly at: number;
  readonly length: number;
  /** The mark was the straight one, which both opens and closes. */
  readonly straight: boolean;
  /** Opened by ”, as some Arabic texts do: then “ closes. */
  readonly reversed: boolean;
}

const MARKS = /["“”„‟«»‹›‘’‚'`]/;
// Some wires set a double mark as two single ones.
const ALL_MARKS = /''|``|["“”„‟«»‹›‘’‚']/g;
const SPACE_OR_OPENING = /^$|[\s([{—–:…\-/«“"„‹‘]/u;
const WORD = /[\p{L}\p{N}]/u;

/**
 * What stands in quote marks in the paragraphs of a text, the marks left out: “” "" «» ‹› „“, and ‘’ or '' where they are not
 * apostrophes. A quotation that its paragraph leaves open and the next takes up with a new opening mark is one entry a
 * paragraph; `open` only where no mark ever closes it.
 */
export function findQuotations(text: string, paragraphs: readonly Span[]): Quotation[] {
  const out: Quotation[] = [];
  paragraphs.forEach((paragraph, i) => {
    if (!MARKS.test(text.slice(paragraph.start, paragraph.end))) return;
    const { closed, left } = readParagraph(text, paragraph);
    out.push(...closed);
    const goesOn = continues(text, left, paragraphs[i + 1]);
    if (left !== undefined) out.push({ ...inner(text, left.at + left.length, paragraph.end), open: !goesOn });
  });
  return out.filter((q) => q.start < q.end).sort((a, b) => a.start - b.start || b.end - a.end);
}

function continues(text: string, left: Open | undefined, next: Span | undefined): boolean {
  return left !== undefined && next !== undefined && text.charAt(left.at) === text.charAt(next.start);
}

function readParagraph(text: string, paragraph: Span): { closed: Quotation[]; left: Open | undefined } {
  const closed: Quotation[] = [];
  const stack: Open[] = [];
  for (const m of text.slice(paragraph.start, paragraph.end).matchAll(ALL_MARKS)) {
    const found = { at: paragraph.start + m.index, sign: m[0] };
    const kind = role(text, found, { paragraph, stack });
    if (kind === "open") stack.push(opened(found));
    else if (kind === "close") {
      const open = popTo(stack, markOf(found.sign));
      if (open !== undefined) closed.push({ ...inner(text, open.at + open.length, found.at), open: false });
    }
  }
  return { closed, left: stack.find((open) => open.mark !== "single") };
}

interface Found {
  readonly at: number;
  readonly sign: string;
}

function opened({ at, sign }: Found): Open {
  const straight = sign === '"' || sign === "'" || sign === "''";
  return { mark: markOf(sign), at, length: sign.length, straight, reversed: sign === "”" };
}

/** Takes the innermost open quotation of this mark off the stack, with whatever was left open inside it. */
function popTo(stack: Open[], mark: Mark): Open | undefined {
  const i = stack.findLastIndex((open) => open.mark === mark);
  return i < 0 ? undefined : stack.splice(i)[0];
}

function markOf(c: string): Mark {
  if (c === "«" || c === "»") return "angle";
  if (c === "‹" || c === "›") return "angle-single";
  return c === "‘" || c === "’" || c === "'" || c === "‚" ? "single" : "double";
}

interface Around {
  readonly paragraph: Span;
  readonly stack: readonly Open[];
}

function role(text: string, { at, sign }: Found, { paragraph, stack }: Around): "open" | "close" | null {
  const before = at > paragraph.start ? text.charAt(at - 1) : "";
  const next = at + sign.length;
  const after = next < paragraph.end ? text.charAt(next) : "";
  const open = stack.findLast((o) => o.mark === markOf(sign));
  if (markOf(sign) === "single") return singleRole(text, { at, before, after, open, end: paragraph.end });
  const starts = SPACE_OR_OPENING.test(before) && after !== "" && !/\s/u.test(after);
  switch (sign) {
    case "``":
    case "„":
    case "‟":
    case "«":
    case "‹":
      return "open";
    case "»":
    case "›":
      return open === undefined ? null : "close";
    case "''":
    case '"':
      return open !== undefined && !(starts && before !== "" && open.at === at - open.length)
        ? "close"
        : starts
          ? "open"
          : null;
    case "“":
      return open !== undefined && (open.reversed || text.charAt(open.at) === "„") && !starts ? "close" : "open";
    default:
      return open !== undefined && !open.reversed ? "close" : starts && open === undefined ? "open" : null;
  }
}

interface Single {
  readonly at: number;
  readonly before: string;
  readonly after: string;
  readonly open: Open | undefined;
  readonly end: number;
}

/** A single mark is an apostrophe inside or after a word unless an opening one waits for it; one that never closes opens nothing. */
function singleRole(text: string, s: Single): "open" | "close" | null {
  const c = text.charAt(s.at);
  const inWord = WORD.test(s.before) && WORD.test(s.after);
  if (inWord) return null;
  if (s.open !== undefined && (s.before === "" || /\S/u.test(s.before)) && !WORD.test(s.after)) {
    const possessive = /s/i.test(s.before) && closesLater(text, s.at + 1, s.end);
    return possessive ? null : "close";
  }
  const starts = SPACE_OR_OPENING.test(s.before) && WORD.test(s.after) && c !== "’";
  return starts && s.open === undefined && closesLater(text, s.at + 1, s.end) ? "open" : null;
}

/** Whether a closing single mark after punctuation or a word comes before another opening one. */
function closesLater(text: string, from: number, end: number): boolean {
  for (let i = from; i < end; i++) {
    const c = text.charAt(i);
    if (c === "‘") return false;
    if (c !== "’" && c !== "'") continue;
    const before = text.charAt(i - 1);
    const after = i + 1 < end ? text.charAt(i + 1) : "";
    if (/\S/u.test(before) && !WORD.test(after)) return true;
    if (/\s/u.test(before)) return false;
  }
  return false;
}

function inner(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text.charAt(from))) from++;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}
