import { sourceMark } from "../charts/marks.ts";
import { isSha256, type Sha256 } from "../core/model/id.ts";
import type { TextInfo } from "../core/model/reading.ts";
import { whenInWords } from "../core/model/time.ts";
import { paragraphsOf } from "../core/text/paragraphs.ts";
import { address, type Child, type Element, el, name } from "./html.ts";

/** A text with what proves which bytes were read. */
export interface ShownInfo {
  readonly info: TextInfo;
  /** SHA-256 of the bytes as captured, where the caller has them. */
  readonly capture?: Sha256 | undefined;
  /** SHA-256 of the text read from them. */
  readonly text?: Sha256 | undefined;
}

/** What a text is called: who published it, else its name. Texts that would be called alike go by their names. */
export function textNames(infos: readonly TextInfo[]): readonly string[] {
  const published = infos.map((info) => info.publisher ?? info.name ?? info.id);
  return published.map((own, i) => {
    if (published.filter((other) => other === own).length < 2) return own;
    return infos[i]?.name ?? infos[i]?.id ?? own;
  });
}

/** The paragraph of the text that a place lies in, from 1. */
export function paragraphAt(text: string, place: number): number {
  const paragraphs = paragraphsOf(text);
  const at = paragraphs.findIndex((p) => place < p.end);
  return at < 0 ? Math.max(1, paragraphs.length) : at + 1;
}

type Shape = "origin" | "copy" | "unseen";
/** What a mark says to those who do not see it. */
const SPOKEN: Readonly<Record<Shape, string>> = { origin: "", copy: "copy: ", unseen: "cited, not seen: " };

/** "doc 2, par 3", with the mark and the way to the document. */
export function sourceLink(
  shape: Shape,
  words: string,
  { href, spoken = SPOKEN }: { readonly href: string | null; readonly spoken?: Readonly<Record<Shape, string>> },
): Element {
  const said = spoken[shape];
  const children: Child[] = [sourceMark(shape), said !== "" && el("span", { class: "vh" }, said), words];
  return href === null ? el("span", { class: "src" }, ...children) : el("a", { class: "src", href }, ...children);
}

/** Name, publisher, time, address and hashes of a text, as a list of facts. */
export function factsOf(
  { info, capture, text }: ShownInfo,
  extra: readonly (readonly [string, Child])[] = [],
): Element {
  const ownHash = isSha256(info.id) ? info.id : undefined;
  const rows: (readonly [string, Child] | null)[] = [
    ["name", name(info.name ?? info.id)],
    info.publisher === undefined ? null : ["publisher", name(info.publisher)],
    ["published", info.published === undefined ? blank("not stated") : whenInWords(info.published)],
    ["address", info.url === undefined ? blank("none given") : address(info.url)],
    capture === undefined ? null : ["SHA-256 of the capture", hash(capture)],
    (text ?? ownHash) === undefined ? null : ["SHA-256 of the text", hash((text ?? ownHash) as string)],
    ...extra,
  ];
  const kept = rows.filter((row) => row !== null);
  return el("dl", {}, ...kept.flatMap(([term, value]) => [el("dt", {}, term), el("dd", {}, value)]));
}

function hash(value: string): Element {
  return el("span", { class: "hash" }, value);
}

/** A missing thing is drawn open. */
export function blank(words: string): Element {
  return el("span", { class: "blank" }, words);
}
