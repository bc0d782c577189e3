// The charset that a page names in its own markup, by the HTML standard's algorithm ("prescan a byte stream", 13.2.3.2).

import { charsetLabel } from "./decoders.ts";

/** More than the standard's 1,024 bytes: scripts and styles before the meta element are common in saved pages. */
export const PRESCANNED = 16_384;

/** The name in the first meta element that names a charset we can read; undefined if there is none. The head is ISO-8859-1 characters, one a byte. */
export function prescan(head: string): string | undefined {
  for (let at = head.indexOf("<"); at !== -1; at = head.indexOf("<", at)) {
    if (head.startsWith("<!--", at)) at = behind(head, "-->", at + 2);
    else if (/^<meta[\s/]/i.test(head.slice(at, at + 6))) {
      const { attributes, end, closed } = attributesAt(head, at + 5);
      const named = closed ? namedBy(attributes) : undefined;
      if (named !== undefined) return named;
      at = end;
    } else if (/^<\/?[a-z]/i.test(head.slice(at, at + 3))) {
      let name = at + 1;
      while (name < head.length && !/[\s>]/.test(head.charAt(name))) name++;
      at = attributesAt(head, name).end;
    } else if (/^<[!/?]/.test(head.slice(at, at + 2))) at = behind(head, ">", at);
    else at++;
  }
  return undefined;
}

function behind(head: string, mark: string, from: number): number {
  const found = head.indexOf(mark, from);
  return found === -1 ? head.length : found + mark.length;
}

const NAME = /[\s/]*([^\s/>=]+|=[^\s/>=]*)?/y;
const VALUE = /\s*=\s*(?:"([^"]*)(?:"|$)|'([^']*)(?:'|$)|([^\s>]*))/y;

interface Tag {
  readonly attributes: ReadonlyMap<string, string>;
  /** The place behind the tag. */
  readonly end: number;
  /** Whether the tag ends before the head does. */
  readonly closed: boolean;
}

/** The attributes from here on, the first of each name, in lower case. */
function attributesAt(head: string, from: number): Tag {
  const attributes = new Map<string, string>();
  let at = from;
  while (at < head.length) {
    NAME.lastIndex = at;
    const name = NAME.exec(head);
    at = NAME.lastIndex;
    if (name?.[1] === undefined) {
      const closed = head.charAt(at) === ">";
      return { attributes, end: closed ? at + 1 : head.length, closed };
    }
    VALUE.lastIndex = at;
    const value = VALUE.exec(head);
    if (value) at = VALUE.lastIndex;
    const key = name[1].toLowerCase();
    if (!attributes.has(key)) attributes.set(key, (value?.[1] ?? value?.[2] ?? value?.[3] ?? "").toLowerCase());
  }
  return { attributes, end: head.length, closed: false };
}

function namedBy(attributes: ReadonlyMap<string, string>): string | undefined {
  const charset = attributes.get("charset");
  const pragma = attributes.get("http-equiv") === "content-type" ? attributes.get("content") : undefined;
  const named = charset ?? (pragma === undefined ? undefined : charsetIn(pragma));
  return named !== undefined && charsetLabel(named) !== null ? named : undefined;
}

/** The charset of a Content-Type, in the standard's lax way. */
export function charsetIn(contentType: string): string | undefined {
  const m = /charset\s{0,99}=\s{0,99}(?:"([^"]*)"|'([^']*)'|([^\s;"'][^\s;]*))/i.exec(contentType.slice(0, 2_000));
  return m?.[1] ?? m?.[2] ?? m?.[3];
}
