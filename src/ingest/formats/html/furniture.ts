// What stands round an article: its headline and byline, which readers drop, and what is not meant to be seen.

import { isMenu } from "./article.ts";
import { attribute, type Element, type Step } from "./tree.ts";

export interface Furniture {
  /** Ids of the text nodes of the headline that the page shows; empty where it shows none. */
  readonly headline: ReadonlySet<number>;
  readonly byline: ReadonlySet<number>;
}

const OUTSIDE = new Set(["aside", "footer", "form"]);
const LONGEST_BYLINE = 120;
const BYLINE = /(?:^|[\s_-])(?:byline|author|authors|writer)(?:$|[\s_-])/i;
const NOT_BYLINE = /(?:bio|box|about|card|avatar|image|photo|more|related|share|social|comment|follow)/i;

const isOutside = (element: Element) => OUTSIDE.has(element.tagName) || isMenu(element);

interface Region {
  readonly element: Element;
  readonly words: number[];
}

interface Named {
  readonly title?: string;
  readonly windowTitle?: string;
}

/** Headline and byline: the h1 or h2 that says what the page calls itself, else the first h1 that is not the site's name; what is marked as author's line. */
export function furnitureOf(steps: readonly Step[], named: Named): Furniture {
  const title = named.title ?? named.windowTitle;
  const wordsIn = (r: Region) => wordsOf(steps, new Set(r.words));
  const headings = regionsOf(steps, (e) => e.tagName === "h1");
  const first = headings.find((r) => !isSiteName(wordsIn(r), title));
  const says = (r: Region) => title !== undefined && alike(wordsIn(r), title);
  const said =
    headings.find(says) ?? (first === undefined ? regionsOf(steps, (e) => e.tagName === "h2").find(says) : undefined);
  const headline = new Set((said ?? first)?.words ?? []);
  const bylines = regionsOf(steps, isByline).filter((r) => {
    const words = wordsOf(steps, new Set(r.words));
    return words.length > 1 && words.length <= LONGEST_BYLINE;
  });
  // Three writers or more are a thread's, each with a word of their own.
  const several = new Set(bylines.map((r) => wordsIn(r))).size >= 3;
  const marked = bylines.find((r) => /byline/i.test(attribute(r.element, "class") ?? ""));
  const byline = (marked ?? (several ? undefined : bylines[0]))?.words ?? [];
  return { headline, byline: new Set(byline.filter((id) => !headline.has(id))) };
}

function isByline(element: Element): boolean {
  const named = `${attribute(element, "class") ?? ""} ${attribute(element, "id") ?? ""}`.slice(0, 400);
  if (NOT_BYLINE.test(named)) return false;
  return (
    BYLINE.test(named) ||
    /(?:^|\s)author(?:\s|$)/.test(attribute(element, "itemprop") ?? "") ||
    /(?:^|\s)author(?:\s|$)/.test(attribute(element, "rel") ?? "")
  );
}

/** Elements that are shown, outside menus and forms, with the text nodes in each; an element inside a found one is not looked for. */
function regionsOf(steps: readonly Step[], wanted: (element: Element) => boolean): Region[] {
  const regions: Region[] = [];
  let outside = 0;
  let current: Region | null = null;
  for (const step of steps) {
    if (step.is === "text") {
      if (current && !step.hidden && /\S/.test(step.node.value)) current.words.push(step.id);
      continue;
    }
    const { element } = step;
    if (isOutside(element)) outside += step.is === "open" ? 1 : -1;
    if (step.is === "open" && current === null && outside === 0 && !step.hidden && wanted(element)) {
      current = { element, words: [] };
    } else if (step.is === "close" && current?.element === element) {
      if (current.words.length > 0) regions.push(current);
      current = null;
    }
  }
  return regions;
}

/** The words of the text nodes on one line. */
export function wordsOf(steps: readonly Step[], ids: ReadonlySet<number>): string {
  const words = steps.flatMap((s) => (s.is === "text" && ids.has(s.id) ? [s.node.value] : []));
  return words.join(" ").replace(/\s+/g, " ").trim();
}

/** "Orrin Valley Board" where the window says "Lights over the depot? | Orrin Valley Board". */
function isSiteName(words: string, title: string | undefined): boolean {
  const [head, site] = [/^.{5,}\s[|–—»·-]\s/u.exec(title ?? "")?.[0] ?? "", fold(words)];
  return head !== "" && site !== "" && fold((title ?? "").slice(head.length)) === site;
}

/** Whether one is the other, or begins it, but for punctuation and case. */
function alike(a: string, b: string): boolean {
  const [x, y] = [fold(a), fold(b)];
  return x.length > 0 && y.length > 0 && (x.startsWith(y) || y.startsWith(x));
}

function fold(words: string): string {
  return words
    .slice(0, 500)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** All text the page shows outside its menus, sides and forms; if there is none, all it shows. */
export function pageWords(steps: readonly Step[]): ReadonlySet<number> {
  const inside: number[] = [];
  const all: number[] = [];
  let outside = 0;
  for (const step of steps) {
    if (step.is === "text") {
      if (step.hidden || !/\S/.test(step.node.value)) continue;
      all.push(step.id);
      if (outside === 0) inside.push(step.id);
    } else if (isOutside(step.element)) outside += step.is === "open" ? 1 : -1;
  }
  return new Set(inside.length > 0 ? inside : all);
}

const ENOUGH_HIDDEN = 20;

/** Text between the first and the last words of the article that the page marks as not to be shown; null if there is next to none. */
export function hiddenIn(
  steps: readonly Step[],
  chosen: ReadonlySet<number>,
): { readonly count: number; readonly sample: string } | null {
  const shown = [...chosen];
  const [first, last] = [Math.min(...shown.slice(0, 1)), shown.at(-1)!];
  let outside = 0;
  let words = "";
  for (const step of steps) {
    if (step.is !== "text") {
      if (isOutside(step.element)) outside += step.is === "open" ? 1 : -1;
    } else if (step.hidden && outside === 0 && step.id > first && step.id < last) words += ` ${step.node.value}`;
  }
  const line = words.replace(/\s+/g, " ").trim();
  return line.length < ENOUGH_HIDDEN ? null : { count: line.length, sample: line.slice(0, 60) };
}
