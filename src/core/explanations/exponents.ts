import type { ExplanationsModel } from "../model/explanations.ts";
import { type Ends, endsOf, middle } from "./judged.ts";

/** Exponents of items that stand alone are 1 and left out. */
export type Exponents = ReadonlyMap<string, Ends>;

/** The exponent of each of m items, from the correlations that are stated for their pairs. */
export function exponentOf(m: number, rhos: readonly number[]): number {
  const mean = rhos.reduce((sum, r) => sum + r, 0) / ((m * (m - 1)) / 2);
  return 1 / (1 + (m - 1) * mean);
}

/**
 * The exponent with which an item enters [XP5]: of m items with mean correlation ρ over their pairs (0 where none is stated) each enters
 * with 1/(1 + (m − 1)ρ); one from an origin that cannot be judged with 0 to that, so that it counts from not at all to whole.
 *
 * @param items those that are used, copies made one
 */
export function exponentsOf(
  { correlations = [] }: ExplanationsModel,
  items: readonly { readonly id: string; readonly unjudged: boolean }[],
): Exponents {
  const used = new Set(items.map((i) => i.id));
  const pairs = new Map<string, Ends>();
  for (const { items: together, rho } of correlations) {
    const there = [...new Set(together)].filter((id) => used.has(id)).sort();
    const ends = endsOf(rho) as Ends;
    there.forEach((a, i) => {
      for (const b of there.slice(i + 1)) pairs.set(JSON.stringify([a, b]), ends);
    });
  }
  const exponents = new Map<string, Ends>();
  for (const group of groupsOf(
    [...used],
    [...pairs.keys()].map((k) => JSON.parse(k) as [string, string]),
  )) {
    const m = group.length;
    if (m < 2) continue;
    const inside = [...pairs].flatMap(([key, ends]) =>
      group.includes((JSON.parse(key) as [string])[0]) ? [ends] : [],
    );
    const power = (of: (e: Ends) => number) => exponentOf(m, inside.map(of));
    const ends = { from: power((e) => e.to), to: power((e) => e.from), at: power(middle) };
    for (const id of group) exponents.set(id, ends);
  }
  for (const { id, unjudged } of items) {
    if (!unjudged) continue;
    const whole = exponents.get(id) ?? { from: 1, to: 1 };
    exponents.set(id, { from: 0, to: whole.to, at: middle(whole) / 2 });
  }
  return exponents;
}

function groupsOf(ids: readonly string[], pairs: readonly (readonly [string, string])[]): string[][] {
  const home = new Map(ids.map((id) => [id, id]));
  const root = (id: string): string => (home.get(id) === id ? id : root(home.get(id) as string));
  for (const [a, b] of pairs) home.set(root(a), root(b));
  const groups = new Map<string, string[]>();
  for (const id of ids) groups.set(root(id), [...(groups.get(root(id)) ?? []), id]);
  return [...groups.values()];
}
