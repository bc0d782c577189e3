// Which words of a page are its article: asked of Readability, answered in our own text nodes.

import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { attribute, type Element, type Step } from "./tree.ts";

const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
/** What Readability looks at; everything else a page hangs on its elements stays behind. */
const ATTRIBUTES = ["id", "class", "role", "itemprop", "rel"];
const LEFT_OUT = new Set(
  "head script style template noscript svg math iframe object embed canvas audio video picture img link meta".split(
    " ",
  ),
);
const LONGEST_ATTRIBUTE = 200;
const MARK = "data-words";

/** The ids of the text nodes that belong to the article; empty where none could be told. */
export function articleWords(steps: readonly Step[]): ReadonlySet<number> {
  const { document } = parseHTML(marked(steps));
  const article = new Readability<Node>(document as unknown as Document, {
    serializer: (node) => node,
    disableJSONLD: true,
  }).parse();
  const content = article?.content as unknown as ParentNode | null | undefined;
  if (!content) return new Set();
  const kept = [...content.querySelectorAll(`[${MARK}]`)];
  return new Set(kept.map((e) => Number(e.getAttribute(MARK))));
}

/**
 * The page rebuilt from the steps, with every text in a numbered span: Readability moves, renames and rewrites elements and
 * parses its own output again, and the number survives all that.
 */
function marked(steps: readonly Step[]): string {
  const out: string[] = ["<!doctype html><html><body>"];
  for (const step of steps) {
    if (step.is === "text") {
      if (step.hidden) continue;
      const words = escaped(step.node.value);
      out.push(/\S/.test(words) ? `<span ${MARK}="${step.id}">${words}</span>` : " ");
    } else if (!isLeftOut(step.element.tagName)) {
      if (step.is === "open") out.push(opening(step.element, step.hidden));
      else if (!VOID.has(step.element.tagName)) out.push(`</${step.element.tagName}>`);
    }
  }
  out.push("</body></html>");
  return out.join("");
}

function isLeftOut(tag: string): boolean {
  return LEFT_OUT.has(tag) || tag === "html" || tag === "body" || !/^[a-z][a-z0-9-]{0,40}$/.test(tag);
}

function opening(element: Element, hidden: boolean): string {
  const kept = ATTRIBUTES.flatMap((name) => {
    const value = attribute(element, name)?.slice(0, LONGEST_ATTRIBUTE);
    return value ? [` ${name}="${escaped(value)}"`] : [];
  });
  // Links within the page weigh less: that much of an address tells.
  const href = element.tagName === "a" ? attribute(element, "href") : undefined;
  if (href !== undefined) kept.push(href.startsWith("#") ? ' href="#"' : ' href="x"');
  if (hidden) kept.push(" hidden");
  return `<${element.tagName}${kept.join("")}>`;
}

function escaped(words: string): string {
  return words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
