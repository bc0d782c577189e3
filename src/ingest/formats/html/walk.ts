// From the steps of a page to its text: one paragraph a line, each with its kind and its place in the source.

import type { Part, PartKind } from "../../../core/model/reading.ts";
import type { Composer } from "../../composer.ts";
import { BLOCKS } from "./blocks.ts";
import { stretchesOf } from "./source.ts";
import { attribute, type Element, type Step, type TextNode } from "./tree.ts";

const CELLS = new Set(["td", "th"]);
const WHITE = /[ \t\n\f\r]/;

export interface Walked {
  readonly parts: readonly Part[];
  readonly links: readonly string[];
}

/** Collects lines: white space as a browser shows it, blocks and line breaks as line ends. */
export function lineWriter(into: Composer, raw: string) {
  const parts: Part[] = [];
  let start = -1;
  let kind: PartKind = "body";
  /** White space seen and not yet written: it counts only between two words. */
  let gap: { readonly at: number } | null = null;

  const open = (as: PartKind) => {
    if (into.length() > 0) into.insert("\n");
    start = into.length();
    kind = as;
  };
  const writeGap = () => {
    if (gap === null) return;
    if (gap.at < 0) into.insert(" ");
    else into.replace(" ", gap.at, gap.at + 1);
    gap = null;
  };
  const writeWords = (words: string, from: number, to: number) => {
    writeGap();
    if (from < 0) into.insert(words);
    else into.replace(words, from, to);
  };
  return {
    parts,
    endLine() {
      if (start >= 0 && into.length() > start) parts.push({ kind, start, end: into.length() });
      start = -1;
      gap = null;
    },
    space() {
      if (start >= 0) gap ??= { at: -1 };
    },
    write(node: TextNode, as: PartKind, lines: boolean) {
      for (const stretch of stretchesOf(node, raw)) {
        const mapped = stretch.from >= 0 && stretch.to - stretch.from === stretch.words.length;
        for (const m of stretch.words.matchAll(/[ \t\n\f\r]+|[^ \t\n\f\r]+/g)) {
          const at = mapped ? stretch.from + m.index : stretch.from;
          if (WHITE.test(m[0].charAt(0))) {
            if (lines && m[0].includes("\n")) this.endLine();
            else if (start >= 0) gap ??= { at };
          } else {
            if (start < 0) open(as);
            writeWords(m[0], at, mapped ? at + m[0].length : stretch.to);
          }
        }
      }
    },
    /** A line of words that the page's source does not hold in one place. */
    insertLine(words: string, as: PartKind) {
      open(as);
      into.insert(words);
      this.endLine();
    },
  };
}

export type LineWriter = ReturnType<typeof lineWriter>;

/** Writes the chosen text nodes in the page's order. */
export function writeSteps(writer: LineWriter, steps: readonly Step[], chosen: ReadonlySet<number>): Walked {
  const kinds: PartKind[] = [];
  const hrefs: string[] = [];
  const links: string[] = [];
  let pre = 0;
  for (const step of steps) {
    if (step.is === "text") {
      // White space between two inline elements belongs to no chosen node, and still parts two words.
      if (chosen.has(step.id)) {
        writer.write(step.node, kinds.at(-1) ?? "body", pre > 0);
        const href = hrefs.at(-1);
        if (href !== undefined) links.push(href);
      } else if (!step.hidden && !/\S/.test(step.node.value)) writer.space();
      continue;
    }
    const { element } = step;
    const tag = element.tagName;
    if (tag === "br" || BLOCKS.has(tag)) writer.endLine();
    else if (CELLS.has(tag)) writer.space();
    const way = step.is === "open" ? 1 : -1;
    if (tag === "pre") pre += way;
    const kind = kindOf(element);
    if (kind) kinds.splice(way === 1 ? kinds.length : -1, way === 1 ? 0 : 1, ...(way === 1 ? [kind] : []));
    if (tag === "a") {
      if (way === 1) hrefs.push(attribute(element, "href") ?? "");
      else hrefs.pop();
    }
  }
  writer.endLine();
  return { parts: writer.parts, links };
}

function kindOf({ tagName }: Element): PartKind | null {
  if (/^h[1-6]$/.test(tagName)) return "headline";
  if (tagName === "figcaption" || tagName === "caption") return "caption";
  return tagName === "footer" ? "footer" : null;
}
