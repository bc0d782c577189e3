// Every possible world of a model, one by one: what the posterior must be, by nothing but multiplication and addition.

import type { ExplanationsModel } from "../../../src/core/model/explanations.ts";

const list = (on: string | readonly string[] | undefined): readonly string[] =>
  on === undefined ? [] : typeof on === "string" ? [on] : on;

type World = Readonly<Record<string, string>>;

function worlds(model: ExplanationsModel): World[] {
  const axes: [string, readonly string[]][] = [
    ...model.questions.map((q): [string, string[]] => [q.id, q.explanations.map((e) => e.id)]),
    ...(model.facts ?? []).map((f): [string, readonly string[]] => [f.id, f.values ?? ["yes", "no"]]),
  ];
  return axes.reduce<World[]>((all, [id, values]) => all.flatMap((w) => values.map((v) => ({ ...w, [id]: v }))), [{}]);
}

const key = (world: World, on: readonly string[]) => on.map((id) => world[id]).join("+");

function chanceOf(model: ExplanationsModel, world: World): number {
  let p = 1;
  for (const q of model.questions) {
    const prior = (e: (typeof q.explanations)[number]) =>
      (q.dependsOn === undefined ? e.prior : e.priorGiven?.[world[q.dependsOn]!]) as number;
    const total = q.explanations.reduce((sum, e) => sum + prior(e), 0);
    p *= prior(q.explanations.find((e) => e.id === world[q.id])!) / total;
  }
  for (const f of model.facts ?? []) {
    const row = f.table[key(world, list(f.on))] as readonly number[];
    const values = f.values ?? ["yes", "no"];
    p *= row[values.indexOf(world[f.id]!)]! / row.reduce((a, b) => a + b, 0);
    if (f.observed !== undefined && f.observed !== world[f.id]) p = 0;
  }
  for (const e of model.evidence) {
    if (e.observed === null) continue;
    const weight = e.weights[key(world, list(e.on))] as number;
    p *= e.observed ? weight : 1 - weight;
  }
  return p;
}

/** The posterior of each question by enumeration of all worlds; of models with numbers alone, every cell answered. */
export function enumerate(model: ExplanationsModel): Record<string, Record<string, number>> {
  const sums: Record<string, Record<string, number>> = {};
  let total = 0;
  for (const world of worlds(model)) {
    const p = chanceOf(model, world);
    total += p;
    for (const q of model.questions) {
      const of = sums[q.id] ?? {};
      sums[q.id] = of;
      of[world[q.id]!] = (of[world[q.id]!] ?? 0) + p;
    }
  }
  for (const of of Object.values(sums)) for (const e of Object.keys(of)) of[e] = of[e]! / total;
  return sums;
}
