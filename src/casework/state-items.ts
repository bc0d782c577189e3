import type { Ask } from "../core/case/decide.ts";
import { eventSchemas } from "../core/case/event.ts";
import { type Problem, problem } from "../core/model/problem.ts";

/** Kinds of things that `state` takes: every `….stated`, and `watched`. */
export const STATABLE: readonly string[] = [
  ...Object.keys(eventSchemas).flatMap((type) => (type.endsWith(".stated") ? [type.slice(0, -".stated".length)] : [])),
  "watched",
].sort();

export interface StatingBy {
  readonly who?: string;
  readonly why?: string;
}

/**
 * The asks of a file for `state`: one item or a list of `{ "state": "question", … }`, `{ "weigh": { … } }`, `{ "pick": { … } }` or
 * `{ "decide": { … } }`, with `who` and `why` filled in where an item leaves them out.
 */
export function asksOf(
  json: unknown,
  by: StatingBy,
): { readonly ask: readonly Ask[]; readonly problems: readonly Problem[] } {
  const items = Array.isArray(json) ? json : [json];
  const ask: Ask[] = [];
  const problems: Problem[] = [];
  for (const [i, item] of items.entries()) {
    const one = askOf(item, by);
    if (one === null)
      problems.push(problem("state-unknown", { item: i + 1, given: nameOf(item), known: STATABLE.join(", ") }));
    else ask.push(one);
  }
  return { ask, problems };
}

function nameOf(item: unknown): string {
  const state = (item as { readonly state?: unknown } | null)?.state;
  return typeof state === "string" ? state : JSON.stringify(item ?? null).slice(0, 80);
}

const WRAPPED = { weigh: "evidence.weighed", pick: "class.picked", decide: "statement.decided" } as const;

/** Types whose bodies carry no who and why of their own. */
const BARE = new Set(["case.stated", "watched"]);

function askOf(item: unknown, by: StatingBy): Ask | null {
  if (typeof item !== "object" || item === null) return null;
  for (const [key, type] of Object.entries(WRAPPED)) {
    if (Object.hasOwn(item, key)) return make(type, (item as Record<string, unknown>)[key], by);
  }
  const { state, ...body } = item as { readonly state?: unknown };
  if (typeof state !== "string" || !STATABLE.includes(state)) return null;
  return make(state === "watched" ? "watched" : `${state}.stated`, body, by);
}

function make(type: string, body: unknown, by: StatingBy): Ask {
  const given = typeof body === "object" && body !== null ? body : {};
  const stating = BARE.has(type) ? {} : { ...(by.who !== undefined && { who: by.who }), why: by.why ?? "" };
  // The body is checked by `decide` against the schema of its type.
  return { type, body: { ...stating, ...given } } as unknown as Ask;
}
