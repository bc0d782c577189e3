import type { ActorKind } from "../model/actor.ts";
import type { Mention } from "../model/reading.ts";
import { overlaps } from "../model/span.ts";
import { wordFinder } from "../text/word-finder.ts";

/** What a general word can mean: kinds of actor. */
const MEANS: Readonly<Record<string, readonly ActorKind[]>> = {
  "the group": ["armed-group"],
  "the movement": ["armed-group"],
  "the militia": ["armed-group"],
  "the militant group": ["armed-group"],
  "the armed group": ["armed-group"],
  "the organisation": ["armed-group", "organisation"],
  "the organization": ["armed-group", "organisation"],
  "the agency": ["agency"],
  "the news agency": ["agency"],
  "the ministry": ["ministry"],
  "the minister": ["office"],
  الجماعة: ["armed-group"],
  التنظيم: ["armed-group"],
  الحركة: ["armed-group"],
  الميليشيا: ["armed-group"],
  المنظمة: ["armed-group", "organisation"],
  الوكالة: ["agency"],
  الوزارة: ["ministry"],
  الوزير: ["office"],
  الوزيرة: ["office"],
};
const find = wordFinder(Object.entries(MEANS).map(([words, kinds]) => [words, kinds] as const));

/**
 * "The group", "the agency itself", الوزارة: whoever of that kind the text has named before, where that is one and no other of the kind comes
 * anywhere in the text; else nobody. No word of the kind is a source of its own.
 */
export function pointingBack(
  text: string,
  mentions: readonly Mention[],
  kindOf: (id: string) => ActorKind | null,
): readonly Mention[] {
  const actors = mentions.filter((m) => m.is === "actor");
  const kinds = new Map(actors.map((m) => [m.id, kindOf(m.id)]));
  return find(text).flatMap(({ span, value }) => {
    if (isLonger(text, span.end)) return [];
    const ids = new Set(actors.filter((m) => value.includes(kinds.get(m.id) ?? "state")).map((m) => m.id));
    const [id] = ids;
    const before = actors.find((m) => m.id === id && m.span.end <= span.start);
    if (ids.size !== 1 || id === undefined || before === undefined) return [];
    if (actors.some((m) => overlaps(m.span, span))) return [];
    return [
      { span, is: "actor", id, ...(before.standsFor !== undefined && { standsFor: before.standsFor }), inferred: true },
    ];
  });
}

/** "The group of experts", "the Group's wing", الجماعة الإسلامية: part of a longer name or of another thing. */
function isLonger(text: string, end: number): boolean {
  const after = text.slice(end, end + 14);
  return /^\s+(?:of\b|\p{Lu}|ال\p{L}{3,})/u.test(after) || /^[’']s\b/u.test(after);
}
