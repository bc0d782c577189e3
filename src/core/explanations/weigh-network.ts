import type { QuestionPosterior } from "../model/explanations.ts";
import { firstTwo, inconsistency, nextFact } from "./beside.ts";
import { exactSum, offTheEdge } from "./decibans.ts";
import type { Ends } from "./judged.ts";
import {
  chancesOf,
  conflictOf,
  type Joint,
  jointOf,
  networkLedger,
  networkThreshold,
  startOf,
  swing,
  underEach,
  type Worked,
  withoutItem,
  worked,
} from "./network-beside.ts";
import { isRange } from "./network-numbers.ts";
import { type BuiltNetwork, networkOf } from "./network-of.ts";
import { drawsOf, networkBoxes, networkRanges } from "./network-ranges.ts";
import type { Together } from "./prepare.ts";
import { widened } from "./ranges.ts";
import { readied } from "./ready.ts";
import { leaderOf } from "./table.ts";
import { type Beside, countsOf, crossing, type WeighOptions, widerProbabilities } from "./told.ts";

/** The questions of a component that hang together, each weighed in the light of all its evidence [XP1, XP4, XP5]. */
export function weighNetwork(
  together: Together,
  options: WeighOptions,
): { posterior: QuestionPosterior[]; beside: Beside } {
  const built = networkOf(together, options.equalPriors === true);
  const ready = readied(built.network);
  const work = worked(ready);
  const asked = together.questions.map((q) => built.asked.findIndex((a) => a.id === q.id));
  const draws = options.draws ?? drawsOf(ready);
  const ranges = networkRanges(ready, asked, { ...options, draws });
  const boxes = networkBoxes(ready, asked).map((found, q) => widened(found, ranges[q] as Ends[]));
  const joints = asked.map((v) => jointOf(work, v));
  const points = !built.network.numbers.some(isRange);
  const posterior = together.questions.map((question, q): QuestionPosterior => {
    const v = asked[q] as number;
    const values = built.asked[v]?.values ?? [];
    const start = startOf(work, v);
    const explanations = question.explanations.flatMap(({ id }) => {
      const e = values.indexOf(id);
      if (e < 0) return [];
      return [
        {
          id,
          prior: start[e] as number,
          probability: offTheEdge(joints[q]?.today[e] as number),
          range: ranges[q]?.[e] as Ends,
          box: boxes[q]?.[e] as Ends,
        },
      ];
    });
    return {
      question: question.id,
      explanations,
      wider: widerProbabilities(question, explanations),
      boxExact: points,
      draws,
      ...countsOf(together.items),
    };
  });
  const beside = together.questions.map((question, q) => besideNetwork({ built, work }, joints[q] as Joint, question));
  const all = <K extends keyof Beside>(key: K) =>
    beside.flatMap((b) => b[key] as readonly never[]) as unknown as Beside[K];
  return {
    posterior,
    beside: {
      ach: all("ach"),
      decibans: all("decibans"),
      leaveOneOut: all("leaveOneOut"),
      thresholds: all("thresholds"),
      tornado: all("tornado"),
      conflicts: all("conflicts"),
      nextFacts: all("nextFacts"),
    },
  };
}

interface Told {
  readonly built: BuiltNetwork;
  readonly work: Worked;
}

function besideNetwork({ built, work }: Told, joint: Joint, question: Together["questions"][number]): Beside {
  const values = built.asked[joint.v]?.values ?? [];
  const id = (e: number) => values[e] as string;
  const { items, network } = built;
  const places = items.map((_, i) => i);
  const seen = places.filter((i) => items[i]?.item.observed !== null);
  const name = (i: number) => items[i]?.item.id as string;
  const pair = firstTwo(joint.today);
  const parts = networkLedger(work, joint.v, pair);
  const cells = seen.flatMap((item) => {
    const row = network.shape.items[item]?.cells ?? [];
    const keys = combinationsOf(built, item);
    return row.flatMap((number, s) => (number < 0 ? [] : [{ item, number, explanation: keys[s] as string }]));
  });
  const under = underEach(work, joint.v, seen);
  return {
    ach: values.map((explanation, e) => ({
      question: question.id,
      explanation,
      ...inconsistency(
        seen.map((i, k) => {
          const x = under[e]?.[k] as number;
          const row = values.map((_, f): Ends | null =>
            f === e && isAnswered(built, joint.v, { item: i, e }) ? { from: x, to: x } : null,
          );
          return { item: items[i]?.item as (typeof items)[number]["item"], row };
        }),
        e,
      ),
    })),
    decibans: [
      {
        question: question.id,
        between: [id(pair[0]), id(pair[1])],
        items: [
          { id: "prior", decibans: parts.prior },
          ...parts.parts.map((p) => ({
            id: partName(built, p),
            decibans: p.decibans,
            ...(p.items.length === 1 && p.variables.length === 0 ? {} : { of: p.items.map(name) }),
          })),
        ],
        total: exactSum([parts.prior, ...parts.parts.map((p) => p.decibans)]),
      },
    ],
    leaveOneOut: seen.map((i) => {
      const after = withoutItem(work, joint, i);
      const first = leaderOf(after);
      return { question: question.id, without: name(i), leader: id(first), probability: after[first] as number };
    }),
    thresholds: cells.flatMap(({ item, number, explanation }) => {
      const found = networkThreshold(work, joint, { item, number });
      if (found === null) return [];
      return [{ question: question.id, evidence: name(item), explanation, at: found.at, leads: id(found.leads) }];
    }),
    tornado: cells
      .flatMap(({ item, number, explanation }) => {
        const ends = network.numbers[number] as Ends;
        if (!isRange(ends)) return [];
        const [from, to] = swing(work, joint, { item, number, ends });
        return [{ question: question.id, evidence: name(item), explanation, from, to }];
      })
      .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from)),
    conflicts: seen
      .flatMap((i) => {
        const decibans = conflictOf(work, joint, i);
        return decibans > 1e-9 ? [{ question: question.id, evidence: name(i), decibans }] : [];
      })
      .sort((a, b) => b.decibans - a.decibans),
    nextFacts: places
      .filter((i) => items[i]?.item.observed === null)
      .map((i) => {
        const fact = nextFact(joint.today, chancesOf(work, joint, i));
        const byId = (list: readonly number[]) => Object.fromEntries(values.map((key, e) => [key, list[e] as number]));
        return {
          evidence: name(i),
          question: question.id,
          ifSeen: fact.ifSeen,
          bits: fact.bits,
          changesLeader: fact.changesLeader,
          crossesThreshold: crossing(question.threshold, { today: joint.today, ...fact }),
          posteriorIfSeen: byId(fact.posteriorIfSeen),
          posteriorIfNot: byId(fact.posteriorIfNot),
        };
      })
      .sort((a, b) => b.bits - a.bits),
  };
}

/** The keys of an item's cells, in the order of its table. */
function combinationsOf({ items }: BuiltNetwork, item: number): string[] {
  const on = items[item]?.on ?? [];
  return on.reduce<string[]>(
    (keys, { values }) => keys.flatMap((key) => values.map((v) => (key === "" ? v : `${key}+${v}`))),
    [""],
  );
}

/** Whether somebody answered the item for this value: itself, or through a fact, where the answer is reckoned. */
function isAnswered({ items }: BuiltNetwork, v: number, { item, e }: { item: number; e: number }): boolean {
  const { on = [], row = [] } = items[item] ?? {};
  return on.length !== 1 || on[0]?.is === "fact" || v < 0 || row[e] != null || row.length <= e;
}

/** What a part of the ledger is called: its one item, else the facts and questions by which its items hang together. */
function partName(
  { items, asked }: BuiltNetwork,
  { items: of, variables }: { items: readonly number[]; variables: readonly number[] },
): string {
  if (variables.length === 0) return items[of[0] as number]?.item.id ?? "";
  return variables.map((v) => asked[v]?.id ?? "").join(" + ");
}
