import type { Speaker } from "../model/statement.ts";
import { fold } from "../text/fold.ts";
import { nameWords } from "../text/name-words.ts";
import type { HeldStatement, RecordInput } from "./input.ts";
import { nameOf } from "./input.ts";

/** Who speaks, to print: the actor's name, else the source's own label, else that nobody is named. */
export function speakerName(input: RecordInput, h: HeldStatement): string {
  const { speaker } = h.statement;
  if (speaker.is === "outlet") return h.document.publisher ?? `doc ${h.document.position}`;
  return labelOf(input, speaker) ?? "nobody named";
}

export function labelOf(input: RecordInput, speaker: Speaker): string | null {
  if (speaker.is === "unstated") return null;
  if (speaker.is === "unnamed") return speaker.label ?? "a source not named";
  if (speaker.actor === undefined) return speaker.label === undefined ? null : withoutApposition(speaker.label);
  // The source's words for a person in a role ("the defence minister") say more than the name of what stands behind does.
  return speaker.label !== undefined && isPerson(speaker.label) ? speaker.label : nameOf(input, speaker.actor);
}

/** "The Amber Column, a separatist faction": the name. */
function withoutApposition(label: string): string {
  return (
    /^(\p{Lu}[^,]{3,60}),\s(?:an?|the)\s[^,]{0,60}\b(?:group|faction|movement|militia|organisation|organization|network|gang|crew|collective|outfit|cell)\b/u.exec(
      label,
    )?.[1] ?? label
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
