// The words of an article closer than Readability tells them: it keeps what stands beside short reports, side cells and teasers too.

import { BLOCKS } from "./blocks.ts";
import { attribute, type Element, type Step } from "./tree.ts";

/** Running text, not a menu's: that many characters outside links, and the end of a sentence. */
const RUNNING = 40;
const ENDS = /[.!?…؟。！？][”"»’')\]]*(?:\s|$)/u;

interface Block {
  readonly path: readonly Element[];
  words: string;
  linked: number;
}

/**
 * Of the words, those in the smallest element that holds all running text among them; of a page that marks its article's body, those
 * in it. Words in a link that is a card (a heading or a paragraph inside it) lead elsewhere, and are left out.
 */
export function bodyWords(steps: readonly Step[], words: ReadonlySet<number>): ReadonlySet<number> {
  const { blocks, paths, cards } = blocksIn(steps, words);
  const kept = new Set([...words].filter((id) => !cards.has(id)));
  const running = blocks.filter(
    (b) => b.words.length - b.linked >= RUNNING && b.linked < b.words.length / 2 && ENDS.test(b.words),
  );
  if (running.length === 0) return words;
  const marked = running.filter((b) => b.path.some(isMarkedBody));
  if (lengthOf(marked) > lengthOf(running) / 2) {
    return new Set([...kept].filter((id) => paths.get(id)!.some(isMarkedBody)));
  }
  const smallest = sharedElement(running.map((b) => b.path));
  return smallest === null ? kept : new Set([...kept].filter((id) => paths.get(id)!.includes(smallest)));
}

const isMarkedBody = (element: Element) => /(?:^|\s)articleBody(?:\s|$)/.test(attribute(element, "itemprop") ?? "");

const lengthOf = (blocks: readonly Block[]) => blocks.reduce((sum, b) => sum + b.words.length, 0);

interface Blocks {
  readonly blocks: readonly Block[];
  /** Of each text node of the words, the elements around it, from the outside in. */
  readonly paths: ReadonlyMap<number, readonly Element[]>;
  readonly cards: ReadonlySet<number>;
}

function blocksIn(steps: readonly Step[], words: ReadonlySet<number>): Blocks {
  const blocks: Block[] = [];
  const paths = new Map<number, readonly Element[]>();
  const cards = new Set<number>();
  const open: Element[] = [];
  let path: readonly Element[] | null = null;
  let current: Block | null = null;
  for (const step of steps) {
    if (step.is !== "text") {
      if (step.is === "open") open.push(step.element);
      else open.pop();
      path = null;
      if (BLOCKS.has(step.element.tagName) || step.element.tagName === "td") current = null;
      continue;
    }
    if (!words.has(step.id)) continue;
    path ??= [...open];
    paths.set(step.id, path);
    const link = path.findIndex((e) => e.tagName === "a");
    if (link !== -1 && path.slice(link + 1).some((e) => BLOCKS.has(e.tagName))) cards.add(step.id);
    if (current === null) {
      current = { path, words: "", linked: 0 };
      blocks.push(current);
    }
    current.words += step.node.value;
    if (link !== -1) current.linked += step.node.value.length;
  }
  return { blocks, paths, cards };
}

/** The innermost element that stands in every path. */
function sharedElement(paths: readonly (readonly Element[])[]): Element | null {
  const [first = [], ...others] = paths;
  let shared = first.length;
  for (const path of others) {
    let same = 0;
    while (same < shared && path[same] === first[same]) same++;
    shared = same;
  }
  return first[shared - 1] ?? null;
}
