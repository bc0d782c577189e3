import type { Actor } from "../model/actor.ts";
import type { Mention, Reading } from "../model/reading.ts";
import { overlaps, type Span } from "../model/span.ts";
import type { Speaker, Statement, Target } from "../model/statement.ts";

/**
 * A reading with the analyst's own actors in it. Readings know the shipped names only, so that they can be remembered beyond one case;
 * the names that a person states for this case join here [DESIGN §3].
 */
export function joinActors(reading: Reading, text: string, actors: readonly Actor[]): Reading {
  if (actors.length === 0) return reading;
  const found = mentionsOf(text, actors);
  if (found.length === 0) return reading;
  const kept = reading.mentions.filter((m) => !found.some((f) => overlaps(f.span, m.span)));
  return {
    ...reading,
    mentions: [...kept, ...found].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
    statements: reading.statements.map((s) => joined(s, found)),
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

function joined(statement: Statement, found: readonly Mention[]): Statement {
  const speaker = withActor<Speaker>(statement.speaker, found);
  const target = statement.target === undefined ? undefined : withActor<Target>(statement.target, found);
  if (speaker === statement.speaker && target === statement.target) return statement;
  return { ...statement, speaker, ...(target !== undefined && { target }) };
}

/** The actor whose name ends the label's words: "militants of the Reed Banner" is no other than its last name. */
function withActor<T extends { readonly actor?: string; readonly span?: Span; readonly is?: string }>(
  who: T,
  found: readonly Mention[],
): T {
  const { span } = who;
  if (span === undefined || who.actor !== undefined) return who;
  const inside = found.filter((m) => m.span.start >= span.start && m.span.end <= span.end);
  const last = inside.at(-1);
  return last === undefined ? who : { ...who, actor: last.id };
}
