// After step 7 of `assess`: private persons by their role [CO4].

import type { CaseView } from "./case/view.ts";
import { byCodeUnit } from "./model/span.ts";

/** A name to leave out, with what stands in its place. */
interface Unnamed {
  readonly name: string;
  readonly role: string;
}

/** The names of stated persons for whom nobody has recorded why they may be named, the longest first; a name of one short word is left alone. */
export function unnamedPersons({ actors }: Pick<CaseView, "actors">): Unnamed[] {
  return [...actors.values()]
    .filter(({ body }) => body.actor.kind === "person" && (body.mayBeNamed ?? "").trim() === "")
    .flatMap(({ body }) => {
      const role = body.roles[0] ?? "a private person";
      const names = Object.values(body.actor.names).flat();
      return names.filter((n) => n.includes(" ") || n.length > 4).map((name) => ({ name, role }));
    })
    .sort((a, b) => b.name.length - a.name.length || byCodeUnit(a.name, b.name));
}

/** Ids are in lower case without white space. */
const ID = /^[a-z0-9./:+-]*$/u;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/gu, "\\s+");

/**
 * The same data with the persons' roles for their names in every string but ids. Under the keys to keep everything stays: the very words of a
 * source, which must slice to their text.
 */
export function withoutNames<T>(data: T, persons: readonly Unnamed[], keep: readonly string[]): T {
  if (persons.length === 0) return data;
  const patterns = persons.map(({ name, role }) => ({
    role,
    of: new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, "giu"),
  }));
  const mend = (value: unknown): unknown => {
    if (typeof value === "string") {
      return ID.test(value) ? value : patterns.reduce((text, { of, role }) => text.replace(of, () => role), value);
    }
    if (Array.isArray(value)) return value.map(mend);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, keep.includes(k) ? v : mend(v)]));
  };
  return mend(data) as T;
}
