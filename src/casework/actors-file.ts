import { actorSchema } from "../core/case/event.ts";
import type { Actor } from "../core/model/actor.ts";
import { type Problem, problem } from "../core/model/problem.ts";
import { actorById } from "../core/text/gazetteer.ts";

export interface ActorsRead {
  readonly actors: readonly Actor[];
  readonly problems: readonly Problem[];
}

/**
 * A user's own actors from a file of the form `{ "actors": [ … ] }`: the rows that can be used, and what was refused of the others, each by its
 * number from 1. A name that two rows bear goes to the first; an unknown `partOf` is told and left out.
 */
export function readActors(json: unknown, path: string): ActorsRead {
  const rows = (json as { readonly actors?: unknown } | null)?.actors;
  if (!Array.isArray(rows)) return { actors: [], problems: [problem("actors-not-listed", { path })] };
  const actors: Actor[] = [];
  const problems: Problem[] = [];
  rows.forEach((row: unknown, i) => {
    const { source: _source, ...rest } = (row ?? {}) as Record<string, unknown>;
    const parsed = actorSchema.safeParse(rest);
    if (!parsed.success)
      problems.push(problem("bad-actor", { path, row: i + 1, fault: faultOf(parsed.error.issues[0]) }));
    else if (actors.some((a) => a.id === parsed.data.id))
      problems.push(problem("bad-actor", { path, row: i + 1, fault: `the id ${parsed.data.id} stands twice` }));
    else actors.push(parsed.data);
  });
  const ids = new Set(actors.map((a) => a.id));
  const unknown = (a: Actor) => a.partOf !== undefined && !ids.has(a.partOf) && actorById(a.partOf) === null;
  for (const a of actors.filter(unknown))
    problems.push(problem("actor-part-unknown", { path, actor: a.id, partOf: a.partOf ?? "" }));
  return { actors: actors.map((a) => (unknown(a) ? withoutPart(a) : a)), problems };
}

function withoutPart({ partOf: _partOf, ...rest }: Actor): Actor {
  return rest;
}

function faultOf(issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined): string {
  if (issue === undefined) return "it is no object";
  const where = issue.path.map(String).join(".");
  return where === "" ? issue.message : `${where}: ${issue.message}`;
}
