// What comes from outside is shown as text: nothing hidden in it stays hidden, and no channel address can be followed [CO1, CO2].

import { CHANNEL_HOSTS } from "../core/model/channel.ts";

const HIDDEN =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u115f\u1160\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e01ef}]|\p{Surrogate}/gu;
/** Text that can hide nothing: letters, digits and signs of ASCII, tabs and ends of lines. */
const PLAIN = /^[\t\n\f\r\x20-\x7e]*$/;
/** Marks that right-to-left writing and emoji need; between other letters they hide something. */
const STEERING = /[\u061c\u200c-\u200f]/g;
const NEEDS_STEERING = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|\p{Extended_Pictographic}/u;

/** A run of words, or the name of a character that nobody would see. */
export type ShownPart = { readonly is: "words" | "hidden"; readonly text: string };

/** The text in runs, with each hidden or direction-changing character named as `U+202E`. */
export function shownParts(text: string): readonly ShownPart[] {
  if (text !== "" && PLAIN.test(text)) return [{ is: "words", text }];
  const marks = [...text.matchAll(HIDDEN), ...(NEEDS_STEERING.test(text) ? [] : text.matchAll(STEERING))].sort(
    (a, b) => a.index - b.index,
  );
  const parts: ShownPart[] = [];
  let from = 0;
  for (const mark of marks) {
    if (mark.index > from) parts.push({ is: "words", text: text.slice(from, mark.index) });
    parts.push({ is: "hidden", text: codeName(mark[0]) });
    from = mark.index + mark[0].length;
  }
  if (from < text.length) parts.push({ is: "words", text: text.slice(from) });
  return parts;
}

function codeName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The text with hidden characters named in brackets, for places where no mark can stand. */
export function shownText(text: string): string {
  return shownParts(text)
    .map((part) => (part.is === "words" ? part.text : `[${part.text}]`))
    .join("");
}

/** Addresses of channels [CO2]. */
const CHANNEL = new RegExp(`(?:^|[/.])${CHANNEL_HOSTS}(?![a-z0-9-])|^tg:`, "iu");
const HOST = /(?<![\p{L}\p{N}_.-])(?:tg:\/\/|(?:(?:https?:)?\/\/)?[a-z0-9.-]+)/giu;
const PATH = /[/?#]?[^\s<>"'»”)\]]*/uy;

function replaceChannels(text: string, by: (address: string) => string): string {
  if (!/[.:]/.test(text)) return text; // every address of a channel has one
  const parts: string[] = [];
  let from = 0;
  for (const { 0: host, index } of text.matchAll(HOST)) {
    const inPath = !host.includes("//") && text.charAt(index - 1) === "/";
    if (index < from || inPath || !CHANNEL.test(host)) continue;
    const end = addressEnd(text, index + host.length, host);
    parts.push(text.slice(from, index), by(text.slice(index, end)));
    from = end;
  }
  return from === 0 ? text : parts.join("") + text.slice(from);
}

/** The end of the address whose host ends at a place: with its path, if one follows. */
function addressEnd(text: string, at: number, host: string): number {
  if (!/^tg:/i.test(host) && !/[/?#]/.test(text.charAt(at))) return at;
  PATH.lastIndex = at;
  return PATH.test(text) ? PATH.lastIndex : at;
}

/** The text with channel addresses written so that nothing follows them: `hxxps://t[.]me/…` [CO2]. */
export function defanged(text: string): string {
  return replaceChannels(text, (address) =>
    address
      .replace(/^http/i, "hxxp")
      .replace(/^tg:/i, "tg[:]")
      .replace(/^([^/?#]*\/\/)?[^/?#]*/, (host) => host.replaceAll(".", "[.]")),
  );
}

/** The text with channel addresses left out, as a brief has them [CO2]. */
export function withoutChannels(text: string): string {
  return replaceChannels(text, () => "[channel address left out]");
}

/** The address when it may be followed: http(s), without a name or password in it, and no channel's; else null. */
export function followable(address: string): string | null {
  if (defanged(address) !== address || !/^https?:\/\/[^\s"'<>\\^`{|}]+$/i.test(address)) return null;
  const host = /^https?:\/\/([^/?#]*)/i.exec(address)?.[1] ?? "";
  return /^[a-z0-9.-]+(?::\d{1,5})?$/i.test(host) ? address : null;
}
