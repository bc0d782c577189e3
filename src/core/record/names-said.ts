import type { Speaker } from "../model/statement.ts";
import { fold } from "../text/fold.ts";
import { nameWords } from "../text/name-words.ts";
import type { HeldStatement, RecordInput } from "./input.ts";
import { nameOf } from "./input.ts";

/** Who speaks, to print: the actor's name, else the source's own label, else that nobody is named. */
export function speakerName(input: RecordInput, h: HeldStatement): string {
  const { speaker } = h.statement;
  if (speaker.is === "outlet") return h.document.publisher ?? `doc ${h.document.position}`;
  const label = labelOf(input, speaker);
  return label === null ? "nobody named" : `${ownerOf(h, label)}${label}`;
}

/** "Vessia's | foreign ministry", "US | intelligence officials": whose an office is, where its label leaves that out. */
function ownerOf({ document: { text, reading }, statement: { speaker } }: HeldStatement, label: string): string {
  const { span } = speaker;
  if (span === undefined || !/^\p{Ll}/u.test(label) || !text.startsWith(label, span.start)) return "";
  const around = reading.mentions.find((m) => m.span.start < span.start && m.span.end > span.start);
  if (around !== undefined) return text.slice(around.span.start, span.start);
  const owner = reading.mentions.findLast((m) => m.span.end < span.start && m.span.end >= span.start - 4);
  const between = owner === undefined ? "" : text.slice(owner.span.end, span.start);
  return owner !== undefined && /^(?:['’]s?)?\s$/u.test(between) ? text.slice(owner.span.start, span.start) : "";
}

export function labelOf(input: RecordInput, speaker: Speaker): string | null {
  if (speaker.is === "unstated") return null;
  if (speaker.is === "unnamed") return speaker.label ?? "a source not named";
  if (speaker.actor === undefined) return speaker.label === undefined ? null : withoutApposition(speaker.label);
  // The source's words for a person in a role ("the defence minister") say more than the name of what stands behind does.
  return speaker.label !== undefined && isPerson(speaker.label) ? speaker.label : nameOf(input, speaker.actor);
}

/** "The Amber Column, a separatist faction", "an account that calls itself «X»": the name. */
function withoutApposition(label: string): string {
  return (
    /^\S{2,12}\s(?:تسمي نفسها|يسمي نفسه|تطلق على نفسها|يطلق على نفسه)\s["“«]([^"“”«»]{3,40})["”»]$/u.exec(label)?.[1] ??
    /^(\p{Lu}[^,]{3,60}),\s(?:an?|the)\s[^,]{0,60}\b(?:group|faction|movement|militia|organisation|organization|network|gang|crew|collective|outfit|cell)\b/u.exec(
      label,
    )?.[1] ??
    label
  );
}

/** Whether a label is of a person in a role, by its title. */
function isPerson(label: string): boolean {
  return fold(label)
    .split(/[^\p{L}]+/u)
    .some((word) => nameWords.titles.has(word) || word.startsWith("spokes"));
}

/** Who the statement is about, to print; null when it names nobody. */
export function targetName(input: RecordInput, h: HeldStatement): string | null {
  const { target } = h.statement;
  if (target === undefined) return null;
  return target.actor === undefined ? target.label : nameOf(input, target.actor);
}

/** A name as it is compared: folded, without its article and quote marks. */
export function plainName(name: string): string {
  return fold(name)
    .replaceAll('"', "")
    .replace(/^(?:the|a|an)\s+/, "");
}
