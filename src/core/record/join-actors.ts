import type { Actor } from "../model/actor.ts";
import type { Mention, Reading } from "../model/reading.ts";
import { overlaps, type Span } from "../model/span.ts";
import type { Speaker, Statement, Target } from "../model/statement.ts";
import { fold } from "../text/fold.ts";
import { actorById } from "../text/gazetteer.ts";
import { pointingBack } from "./pointing-back.ts";

export interface JoinedText {
  readonly text: string;
  readonly publisher: string | null;
}

/**
 * A reading with the analyst's own actors in it. Readings know the shipped names only, so that they can be remembered beyond one case;
 * the names that a person states for this case join here [DESIGN §3].
 */
export function joinActors(reading: Reading, document: JoinedText, actors: readonly Actor[]): Reading {
  const own = mentionsOf(document.text, actors);
  const whole = wholeNames(actors, document.publisher);
  const byId = new Map(actors.map((a) => [a.id, a.kind]));
  const known = [...reading.mentions.filter((m) => !own.some((f) => overlaps(f.span, m.span))), ...own];
  const back = pointingBack(document.text, known, (id) => byId.get(id) ?? actorById(id)?.kind ?? null);
  if (own.length === 0 && back.length === 0 && actors.length === 0) return reading;
  const found = [...own, ...back];
  const kept = known.filter((m) => m.is !== "proposal" || !back.some((f) => overlaps(f.span, m.span)));
  return {
    ...reading,
    mentions: [...kept, ...back].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
    statements: reading.statements.map((s) => joined(s, found, whole)),
  };
}

/** Where the actors' names stand, the longest name first where two overlap; Arabic names with "and", "with", "for" written onto them too. */
function mentionsOf(text: string, actors: readonly Actor[]): readonly Mention[] {
  const names = new Map(
    actors.flatMap((a) => Object.values(a.names).flatMap((list) => list.map((n) => [n.toLowerCase(), a.id] as const))),
  );
  const longest = [...names.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  if (longest.length === 0) return [];
  const escaped = longest.map((n) => n.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])[وفبلك]?(${escaped.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  return [...text.matchAll(pattern)].map((m) => {
    const name = m[1] ?? "";
    const end = m.index + m[0].length;
    return { span: { start: end - name.length, end }, is: "actor", id: names.get(name.toLowerCase()) ?? name };
  });
}

/** Who is meant by a name that is only part of an actor's: null where nobody or several are. */
type WholeName = (label: string) => string | null;

/**
 * "The Interior Ministry" is the one ministry of that name among the analyst's actors; "the Ministry", in a text that a ministry published,
 * is that ministry.
 */
function wholeNames(actors: readonly Actor[], publisher: string | null): WholeName {
  const names = actors.flatMap((a) =>
    Object.values(a.names).flatMap((list) => list.map((n) => [bare(n), a.id] as const)),
  );
  const own = publisher === null ? undefined : names.find(([n]) => n === bare(publisher));
  return (label) => {
    const part = bare(label);
    if (part === "") return null;
    // One word alone ("the Ministry") points back, and nothing but the text's own publisher can be what it points to here.
    if (!part.includes(" ")) return own?.[0].split(" ").includes(part) ? own[1] : null;
    const ids = new Set(names.filter(([n]) => n === part || n.startsWith(`${part} `)).map(([, id]) => id));
    return ids.size === 1 ? ([...ids][0] ?? null) : null;
  };
}

function bare(name: string): string {
  return fold(name.trim()).replace(/^(?:the|a|an)\s+/, "");
}

function joined(statement: Statement, found: readonly Mention[], whole: WholeName): Statement {
  const speaker = withActor<Speaker>(statement.speaker, found, whole);
  const target = statement.target === undefined ? undefined : withActor<Target>(statement.target, found, whole);
  if (speaker === statement.speaker && target === statement.target) return statement;
  return { ...statement, speaker, ...(target !== undefined && { target }) };
}

/** The actor whose name ends the label's words: "militants of the Amber Column" is no other than its last name; else whom the label is part of. */
function withActor<T extends { readonly actor?: string; readonly label?: string; readonly span?: Span }>(
  who: T,
  found: readonly Mention[],
  whole: WholeName,
): T {
  const { span, label } = who;
  if (who.actor !== undefined) return who;
  const inside = span === undefined ? [] : found.filter((m) => m.span.start >= span.start && m.span.end <= span.end);
  const id = inside.at(-1)?.id ?? (label === undefined ? null : whole(label));
  return id === null ? who : { ...who, actor: id };
}
