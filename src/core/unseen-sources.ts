import type { Actor, ActorKind } from "./model/actor.ts";
import type { UnseenOrigin } from "./model/lineage.ts";
import { byCodeUnit } from "./model/span.ts";
import type { Frame } from "./model/statement.ts";
import { fold } from "./text/fold.ts";
import { nameWords } from "./text/name-words.ts";

/**
 * The cited sources that are not among the documents, with the analyst's own names joined [LI6, ST5]: an actor cited under two names is one
 * source, and one that published a document of the case has been seen. "The ministry", "the group" only point back to somebody named
 * before, so they are no source of their own.
 */
export function joinUnseen(
  unseen: readonly UnseenOrigin[],
  { actors, publishers }: { readonly actors: readonly Actor[]; readonly publishers: readonly string[] },
): readonly UnseenOrigin[] {
  const names = actors.flatMap((a) => Object.values(a.names).flatMap((list) => list.map((n) => [bare(n), a] as const)));
  const actorOf = (name: string) =>
    longest(
      names.filter(([n, a]) =>
        a.kind === "state" ? bare(name) === n : endsWith(bare(name), n) || n.startsWith(`${bare(name)} `),
      ),
    )?.[1];
  const seen = new Set(publishers.map((p) => actorOf(p)?.id ?? bare(p)));
  const joined = new Map<string, UnseenOrigin>();
  for (const origin of unseen) {
    const actor = origin.actor ?? actorOf(origin.name)?.id;
    const key = actor ?? bare(origin.name);
    if (seen.has(key) || seen.has(bare(origin.name)) || onlyPointsBack(origin.name)) continue;
    const known = joined.get(key);
    const own = actorOf(origin.name)?.names.en?.[0];
    joined.set(key, {
      name: known?.name ?? own ?? origin.name,
      ...(actor !== undefined && { actor }),
      citedBy: [...(known?.citedBy ?? []), ...origin.citedBy],
    });
  }
  const known = (o: UnseenOrigin) => (o.actor === undefined ? 1 : 0);
  const rank = ([a, x]: [string, UnseenOrigin], [b, y]: [string, UnseenOrigin]) =>
    known(x) - known(y) || y.citedBy.length - x.citedBy.length || byCodeUnit(a, b);
  return [...joined].sort(rank).map(([, origin]) => origin);
}

/** Frames in which somebody surely speaks; in the others a thing may be the subject: "the precedent supports this". */
const SPEAKING: ReadonlySet<Frame> = new Set([
  "direct-quote",
  "comma-tail",
  "according-to",
  "that-clause",
  "passive",
  "headline",
]);
/** Whose trade or office it is to say what is so; of them a weaker frame is enough. */
const INFORMING: ReadonlySet<ActorKind> = new Set([
  "outlet",
  "agency",
  "government",
  "ministry",
  "force",
  "office",
  "organisation",
]);

/** The sources without the citations in which it is not sure that anybody speaks; one that is left with none is no source. */
export function surelyCited(
  unseen: readonly UnseenOrigin[],
  {
    frameOf,
    kindOf,
  }: {
    readonly frameOf: (statement: string) => Frame | undefined;
    readonly kindOf: (actor: string) => ActorKind | undefined;
  },
): readonly UnseenOrigin[] {
  return unseen.flatMap((origin) => {
    if (/^\d/.test(origin.name)) return []; // a clock time or a number at the head of a sentence speaks for nobody
    const kind = origin.actor === undefined ? undefined : kindOf(origin.actor);
    if (kind !== undefined && INFORMING.has(kind)) return [origin];
    const citedBy = origin.citedBy.filter((c) => SPEAKING.has(frameOf(c.statement) ?? "own-voice"));
    return citedBy.length === 0 ? [] : [{ ...origin, citedBy }];
  });
}

function bare(name: string): string {
  return fold(name.trim()).replace(/^(?:the|a|an|another)\s+/, "");
}

function endsWith(name: string, ending: string): boolean {
  return name === ending || name.endsWith(` ${ending}`);
}

function longest<T>(found: readonly (readonly [string, T])[]): readonly [string, T] | undefined {
  return [...found].sort((a, b) => b[0].length - a[0].length)[0];
}

/** One general word alone, with or without its article: a head such as "ministry", "group", "agency". */
function onlyPointsBack(name: string): boolean {
  // "The agency itself", الوكالة نفسها: still the one named before.
  const word = bare(name)
    .replace(/\s(?:itself|themselves|himself|herself|نفسها|نفسه|نفسهم|ذاتها|ذاته)$/u, "")
    .trimEnd();
  if (/\s/.test(word)) return false;
  return nameWords.pointsBack.has(word.replace(/^ال/, ""));
}
