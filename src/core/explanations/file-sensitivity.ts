import type { AssessedQuestion } from "../model/assessment.ts";
import type { FigureId } from "../model/id.ts";
import { byCodeUnit } from "../model/span.ts";
import { threshold } from "./beside.ts";
import { sharesOfDecibans } from "./decibans.ts";
import type { FiledEnds } from "./file-cells.ts";
import { fileOf, type Stated } from "./file-numbers.ts";
import { explanationFormula, levelName } from "./formulas.ts";
import { middle } from "./judged.ts";
import { conflictOf, type Joint, networkThreshold, type Worked } from "./network-beside.ts";
import { type NetworkQuestion, networkName } from "./network-formulas.ts";
import type { PreparedItem } from "./prepare.ts";
import type { Network } from "./shape.ts";
import { combinations, keyOf } from "./values.ts";

/** What would change the leader, and what pulls against the rest, filed [XP6]. */

type Answer = Extract<AssessedQuestion["answer"], { is: "weighed" }>;
type Sensitivity = Required<Pick<Answer, "thresholds" | "conflicts">>;
type Threshold = Sensitivity["thresholds"][number];

/** A question by itself, filed: of each item its cells as they are used. */
export interface Sensed {
  readonly question: string;
  readonly ids: readonly string[];
  readonly items: readonly PreparedItem[];
  readonly rows: readonly (readonly (FiledEnds | null)[])[];
  readonly exponents: readonly (FiledEnds | null)[];
  readonly priors: readonly FigureId[];
  readonly scores: readonly FigureId[];
  readonly used: readonly (readonly FigureId[])[];
}

interface Found {
  readonly change: number;
  readonly threshold: Threshold;
}

const CONFLICT = "conflict-in-decibans";

/** Conflicts under this are the rounding of chances. */
const LEAST_CONFLICT = 1e-9;

const leastFirst = (list: readonly Found[]): Threshold[] =>
  [...list]
    .sort((a, b) => a.change - b.change || byCodeUnit(a.threshold.evidence, b.threshold.evidence))
    .map((f) => f.threshold);

const mostFirst = <T extends { readonly evidence: string; readonly decibans: number }>(list: readonly T[]): T[] =>
  list
    .filter((c) => c.decibans > LEAST_CONFLICT)
    .sort((a, b) => b.decibans - a.decibans || byCodeUnit(a.evidence, b.evidence));

/** The answers at which the leader would change, one an item, the least change first; and the items that the rest speaks against, the most first. */
export function fileSensitivity(stated: Stated, sensed: Sensed): Sensitivity {
  const file = fileOf(stated, sensed.question);
  const places = sensed.items.map((_, i) => i);
  const conflicts = places.flatMap((i) => {
    const { item, answered } = sensed.items[i] as PreparedItem;
    if (answered < 2) return [];
    const of = sensed.priors.flatMap((p, e) => [p, sensed.scores[e] as FigureId, sensed.used[i]?.[e] as FigureId]);
    return [{ evidence: item.id, of, decibans: explanationFormula(CONFLICT)?.(of.map(file.amountOf)) ?? 0 }];
  });
  return {
    thresholds: leastFirst(places.flatMap((i) => thresholdOf(stated, sensed, i) ?? [])),
    conflicts: mostFirst(conflicts).map(({ evidence, of }) => ({
      evidence,
      text: stated.texts[evidence] as string,
      figure: file.reckoned({
        id: file.id("item", stated.steps[evidence] as string, "conflict"),
        unit: "decibans",
        rule: "XP6",
        by: CONFLICT,
        of,
      }),
    })),
  };
}

/** Of an item, the answer that would change the leader with the least change; null where none would, or where no person gave it. */
function thresholdOf(stated: Stated, sensed: Sensed, i: number): Found | null {
  const { ids, priors, scores } = sensed;
  const file = fileOf(stated, sensed.question);
  const item = sensed.items[i] as PreparedItem;
  if (item.item.computed === true) return null;
  const [row, used, exponent] = [sensed.rows[i] ?? [], sensed.used[i] ?? [], sensed.exponents[i] ?? null];
  const points = row.map((c) => c && { from: file.amountOf(c.value), to: file.amountOf(c.value) });
  const without = sharesOfDecibans(
    scores.map((s, e) => file.amountOf(s) - 10 * Math.log10(file.amountOf(used[e] as FigureId))),
  );
  const cell = { priors: priors.map(file.amountOf), without, power: exponent === null ? 1 : middle(exponent.ends) };
  const found = ids.flatMap((_, explanation) => {
    const crossing = threshold(points, { ...cell, explanation });
    if (crossing === null) return [];
    return [{ explanation, crossing, change: Math.abs(crossing.at - (points[explanation]?.from as number)) }];
  });
  const [least] = found.sort((a, b) => a.change - b.change || a.explanation - b.explanation);
  if (least === undefined) return null;
  const under = ids[least.explanation] as string;
  const answers = row.flatMap((c) => (c === null ? [] : [c.value]));
  const answered = row.map((c) => c !== null);
  const at = file.reckoned({
    id: file.id("item", stated.steps[item.item.id] as string, "level-at"),
    unit: "share",
    rule: "XP6",
    by: levelName(least.explanation, answered, exponent !== null),
    of: [...priors, ...scores, ...used, ...answers, ...(exponent === null ? [] : [exponent.value])],
  });
  return {
    change: least.change,
    threshold: {
      evidence: item.item.id,
      text: stated.texts[item.item.id] as string,
      under,
      underText: stated.texts[under] as string,
      now: row[least.explanation]?.value as FigureId,
      at,
      leads: ids[least.crossing.leads] as string,
    },
  };
}

/** One question of several that hang together, filed. */
export interface SensedNetwork {
  readonly question: string;
  readonly values: readonly string[];
  readonly items: readonly PreparedItem[];
  /** Places of the observed items. */
  readonly seen: readonly number[];
  readonly network: Network;
  /** The figures that a formula over the network takes, and the figure of each number itself. */
  readonly of: readonly FigureId[];
  readonly figures: readonly FigureId[];
  readonly work: Worked;
  readonly joint: Joint;
}

/** The same for a question that hangs together with others, or through facts. */
export function fileNetworkSensitivity(stated: Stated, sensed: SensedNetwork): Sensitivity {
  const { seen, items, work, joint, network } = sensed;
  const file = fileOf(stated, sensed.question);
  const id = (k: number) => items[k]?.item.id as string;
  const add = (k: number, last: string, asked: { what: NetworkQuestion; at: readonly number[]; value: number }) =>
    file.reckoned({
      id: file.id("item", stated.steps[id(k)] as string, last),
      unit: asked.what === "conflict" ? "decibans" : "share",
      rule: "XP6",
      by: networkName(asked.what, asked.at, network),
      of: sensed.of,
      value: asked.value,
    });
  const thresholds = seen.flatMap((k): Found[] => {
    const item = items[k] as PreparedItem;
    if (item.item.computed === true) return [];
    const found = (network.shape.items[k]?.cells ?? []).flatMap((number, cell) => {
      const crossing = number < 0 ? null : networkThreshold(work, joint, { item: k, number });
      if (crossing === null) return [];
      return [{ number, cell, crossing, change: Math.abs(crossing.at - (work.numbers[number] as number)) }];
    });
    const [least] = found.sort((a, b) => a.change - b.change || a.cell - b.cell);
    if (least === undefined) return [];
    const values = combinations(item.on.map((a) => a.values))[least.cell] as string[];
    const at = add(k, "level-at", { what: "level-at", at: [joint.v, k, least.number], value: least.crossing.at });
    const threshold = {
      evidence: id(k),
      text: stated.texts[id(k)] as string,
      under: keyOf(values),
      underText: values.map((x) => stated.texts[x] ?? x).join(" and "),
      now: sensed.figures[least.number] as FigureId,
      at,
      leads: sensed.values[least.crossing.leads] as string,
    };
    return [{ change: least.change, threshold }];
  });
  const conflicts = mostFirst(seen.map((k) => ({ evidence: id(k), k, decibans: conflictOf(work, joint, k) })));
  return {
    thresholds: leastFirst(thresholds),
    conflicts: conflicts.map(({ evidence, k, decibans }) => ({
      evidence,
      text: stated.texts[evidence] as string,
      figure: add(k, "conflict", { what: "conflict", at: [joint.v, k], value: decibans }),
    })),
  };
}
