import { type Child, type Element, el, escapeMarkup, type Node, write } from "../charts/node.ts";
import { defanged, followable, shownParts, shownText, withoutChannels } from "./shown.ts";

export { type Child, type Element, el, type Node };

/** The nodes as markup: words escaped, hidden characters named, channel addresses defanged, whatever they come from [CO1, CO2]. */
export function toHtml(...nodes: readonly Node[]): string {
  return nodes.map((node) => write(node, { text: wordsText, attribute: plainText })).join("");
}

function plainText(words: string): string {
  return shownText(defanged(words));
}

function wordsText(words: string, inDrawing: boolean): string {
  if (inDrawing) return escapeMarkup(plainText(words));
  return shownParts(defanged(words))
    .map((part) => (part.is === "words" ? escapeMarkup(part.text) : `<span class="hid">${part.text}</span>`))
    .join("");
}

/** ISO 639-1. A document may say anything of its language; only these are passed on. */
const LANGUAGES: ReadonlySet<string> = new Set(
  "aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split(
    " ",
  ),
);

/** The primary language as an attribute may hold it; undefined where it is none that we know. */
export function languageOf(language: string | null | undefined): string | undefined {
  const primary = language?.toLowerCase().split("-")[0] ?? "";
  return LANGUAGES.has(primary) ? primary : undefined;
}

const ARABIC = /[\u0600-\u06ff\u0750-\u077f]/;

function languageOfWords(text: string, language: string | null | undefined): string | undefined {
  return languageOf(language) ?? (ARABIC.test(text) ? "ar" : undefined);
}

/** Words of a source, in its own quote marks. */
export function quoted(text: string, language?: string | null): Element {
  return el("q", { lang: languageOfWords(text, language), dir: "auto" }, oneLine(text));
}

/** Words of a source without quote marks: a column is already said to be its text. */
export function sourceWords(tag: string, language: string | null | undefined, ...children: readonly Child[]): Element {
  const text = children.map((child) => (typeof child === "string" ? child : "")).join("");
  return el(tag, { class: "q", lang: languageOfWords(text, language), dir: "auto" }, ...children);
}

/** A name or title from outside, kept apart from the direction of the words around it. */
export function name(text: string, language?: string | null): Element {
  return el("bdi", { lang: languageOfWords(text, language) }, oneLine(text));
}

/** The text as a brief prints it: channel addresses left out [CO2]. */
export function inBrief(text: string): string {
  return withoutChannels(text);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** An address from outside: a link where it may be followed, else words. */
export function address(url: string): Element {
  const target = followable(url);
  if (target === null) return el("span", { class: "addr" }, url);
  return el("a", { class: "addr", href: target, rel: "noreferrer nofollow" }, url);
}

/** The anchor of something with an id of its own: white space can't stand in one. */
export function anchor(prefix: string, id: string): string {
  return `${prefix}-${id.replace(/\s+/gu, "-")}`;
}

/** A link to an anchor of the page. */
export function toAnchor(prefix: string, id: string): string {
  return `#${encodeURIComponent(wellFormed(anchor(prefix, id)))}`;
}

/** Half of a character can't be written in an address. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
