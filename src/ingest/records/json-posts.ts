// An array of flat objects, as trackers publish it.

import { type Problem, ProblemError, problem } from "../../core/model/problem.ts";

export interface PostObject {
  /** The place in the array, from 1: JSON has no lines of its own. */
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
}

const MOST = 200_000_000;

/** The objects of the array, values as text. Throws a ProblemError where it is none. */
export function objectsOf(bytes: Uint8Array, name: string): readonly PostObject[] {
  const fail = (p: Problem): never => {
    throw new ProblemError([p]);
  };
  if (bytes.length > MOST) fail(problem("file-too-big", { name, bytes: bytes.length, limit: MOST }));
  let json: unknown = null;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    fail(problem("records-json-broken", { name, reason: error instanceof Error ? error.message.slice(0, 200) : "" }));
  }
  if (!Array.isArray(json)) fail(problem("records-json-unknown", { name, found: "no array at the top" }));
  const posts = json as readonly unknown[];
  if (posts.length === 0) fail(problem("records-empty", { name }));
  return posts.map((post, i) => ({ line: i + 1, fields: flat(post) }));
}

function flat(post: unknown): Readonly<Record<string, string>> {
  if (typeof post !== "object" || post === null || Array.isArray(post)) return {};
  return Object.fromEntries(
    Object.entries(post).map(([k, v]) => [
      k,
      typeof v === "string" ? v.trim() : typeof v === "number" ? String(v) : "",
    ]),
  );
}
