// Which words of a page are its article: asked of Readability, answered in our own text nodes.

import { createRequire } from "node:module";
import { attribute, type Element, type Step, type TextNode } from "./tree.ts";

// Loaded with the first page: together they take a tenth of a second, which plain text need not wait for.
const require = createRequire(import.meta.url);

const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
/** What Readability looks at; everything else a page hangs on its elements stays behind. */
const ATTRIBUTES = ["id", "class", "role", "itemprop", "rel"];
const LEFT_OUT = new Set(
  "head script style template noscript svg iframe object embed canvas audio video picture img link meta".split(" "),
);
const MENUS = new Set(
  "nav menu dialog button amp-sidebar amp-ad amp-sticky-ad amp-embed amp-consent amp-user-notification".split(" "),
);
const MENU_ROLES = /^(?:navigation|menu|menubar|toolbar|tablist|search|dialog|alertdialog)$/;
const LONGEST_ATTRIBUTE = 200;
const MARK = "data-words";

/** The ids of the text nodes that belong to the article; empty where none could be told. */
export function articleWords(steps: readonly Step[]): ReadonlySet<number> {
  const { Readability } = require("@mozilla/readability") as typeof import("@mozilla/readability");
  const { parseHTML } = require("linkedom") as typeof import("linkedom");
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
  let menus = 0;
  for (const step of steps) {
    if (step.is !== "text" && isMenu(step.element)) menus += step.is === "open" ? 1 : -1;
    if (menus > 0) continue;
    if (step.is === "text") {
      if (step.hidden) continue;
      const words = harmless(step.node.value);
      if (!/\S/.test(words)) out.push(" ");
      // An element that holds this text alone bears its number: a third less to build for the usual page of paragraphs.
      else if (isAlone(step.node) && out.at(-1)?.endsWith(">"))
        out.push(out.pop()!.slice(0, -1), ` ${MARK}="${step.id}">`, words);
      else out.push(`<span ${MARK}="${step.id}">${words}</span>`);
    } else if (!isLeftOut(step.element.tagName)) {
      if (step.is === "open") out.push(opening(step.element, step.hidden));
      else if (!VOID.has(step.element.tagName)) out.push(`</${step.element.tagName}>`);
    }
  }
  out.push("</body></html>");
  return out.join("");
}

/** Of a short page Readability takes all, its menus too. */
export function isMenu(element: Element): boolean {
  return MENUS.has(element.tagName) || MENU_ROLES.test(attribute(element, "role") ?? "");
}

function isLeftOut(tag: string): boolean {
  return LEFT_OUT.has(tag) || tag === "html" || tag === "body" || !/^[a-z][a-z0-9-]{0,40}$/.test(tag);
}

function opening(element: Element, hidden: boolean): string {
  const kept = ATTRIBUTES.flatMap((name) => {
    const value = attribute(element, name)?.slice(0, LONGEST_ATTRIBUTE);
    return value ? [` ${name}="${harmless(value)}"`] : [];
  });
  // Links within the page weigh less: that much of an address tells.
  const href = element.tagName === "a" ? attribute(element, "href") : undefined;
  if (href !== undefined) kept.push(href.startsWith("#") ? ' href="#"' : ' href="x"');
  if (hidden) kept.push(" hidden");
  return `<${element.tagName}${kept.join("")}>`;
}

/** Readability turns other elements into paragraphs (div, font, td …), and on this document their attributes are lost on the way. */
function isAlone({ parentNode }: TextNode): boolean {
  return parentNode !== null && parentNode.nodeName === "p" && parentNode.childNodes.length === 1;
}

/** Words of the same length without markup in them: Readability counts them, we read them elsewhere. */
function harmless(words: string): string {
  return words.replace(/[&<>"]/g, "+");
}
