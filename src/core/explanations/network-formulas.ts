import { achMark, bitsOf, nextFact } from "./beside.ts";
import { offTheEdge } from "./decibans.ts";
import type { Ends } from "./judged.ts";
import {
  chancesOf,
  conflictOf,
  jointOf,
  networkLedger,
  networkThreshold,
  startOf,
  underEach,
  withoutItem,
  worked,
} from "./network-beside.ts";
import { networkBoxes, networkRanges } from "./network-ranges.ts";
import { widened } from "./ranges.ts";
import { readied } from "./ready.ts";
import type { Network, Shape } from "./shape.ts";
import { crossing } from "./told.ts";

/** How the name of a formula over a network begins; then what is asked of which variable and value, which numbers are ranges, and the network's shape. */
export const NETWORK = "network-";

/** What can be asked of a network, by name; `at`: variable, value, and what else is needed. */
const ASKED = {
  prior: (network: Network, [v, e]: readonly number[]) => startOf(worked(readied(network)), v as number)[e as number],
  probability: (network: Network, [v, e]: readonly number[]) =>
    offTheEdge(jointOf(worked(readied(network)), v as number).today[e as number] as number),
  "range-from": (network: Network, [v, e]: readonly number[]) => networkRange(network, v as number)[e as number]?.from,
  "range-to": (network: Network, [v, e]: readonly number[]) => networkRange(network, v as number)[e as number]?.to,
  "box-from": (network: Network, [v, e]: readonly number[]) => networkBox(network, v as number)[e as number]?.from,
  "box-to": (network: Network, [v, e]: readonly number[]) => networkBox(network, v as number)[e as number]?.to,
  without: (network: Network, [v, e, item]: readonly number[]) => {
    const work = worked(readied(network));
    return withoutItem(work, jointOf(work, v as number), item as number)[e as number];
  },
  /** prior odds of two values, in decibans */
  "ledger-prior": (network: Network, [v, a, b]: readonly number[]) =>
    networkLedger(worked(readied(network)), v as number, [a as number, b as number]).prior,
  "ledger-part": (network: Network, [v, a, b, part]: readonly number[]) =>
    networkLedger(worked(readied(network)), v as number, [a as number, b as number]).parts[part as number]?.decibans,
  /** how many items surprise under the value */
  inconsistent: (network: Network, [v, e]: readonly number[]) => {
    const seen = network.shape.items.flatMap((item, i) => (item.open ? [] : [i]));
    const under = underEach(worked(readied(network)), v as number, seen)[e as number] ?? [];
    return under.filter((x) => achMark(x) > 0).length;
  },
  /** of which item, which number: where another value is level */
  "level-at": (network: Network, [v, item, number]: readonly number[]) => {
    const work = worked(readied(network));
    const at = { item: item as number, number: number as number };
    return networkThreshold(work, jointOf(work, v as number), at)?.at;
  },
  conflict: (network: Network, [v, item]: readonly number[]) => {
    const work = worked(readied(network));
    return conflictOf(work, jointOf(work, v as number), item as number);
  },
  bits: (network: Network, [v, item]: readonly number[]) => {
    const { today, chances } = fact(network, v as number, item as number);
    return bitsOf(today, chances);
  },
  "if-seen": (network: Network, [v, item]: readonly number[]) => {
    const { today, chances } = fact(network, v as number, item as number);
    return nextFact(today, chances).ifSeen;
  },
  /** over, or under, so many ten thousandths */
  crosses: (network: Network, [v, item, at]: readonly number[]) => {
    const { today, chances } = fact(network, v as number, item as number);
    return crossing((at as number) / 10_000, { today, ...nextFact(today, chances) }) ?? 0;
  },
  "changes-leader": (network: Network, [v, item]: readonly number[]) => {
    const { today, chances } = fact(network, v as number, item as number);
    return nextFact(today, chances).changesLeader;
  },
} as const;

export type NetworkQuestion = keyof typeof ASKED;

function fact(network: Network, v: number, item: number) {
  const work = worked(readied(network));
  const joint = jointOf(work, v);
  return { today: joint.today, chances: chancesOf(work, joint, item) };
}

export const networkRange = (network: Network, v: number): Ends[] => networkRanges(readied(network), [v])[0] as Ends[];

export function networkBox(network: Network, v: number): Ends[] {
  return widened(networkBoxes(readied(network), [v])[0] as Ends[], networkRange(network, v));
}

/** The name of a formula over this network. */
export function networkName(what: NetworkQuestion, at: readonly number[], { shape, numbers }: Network): string {
  const kinds = numbers.map(({ from, to }) => (from === to ? "p" : "r")).join("");
  return `${NETWORK}${what}:${at.join(",")}:${kinds}:${JSON.stringify(shape)}`;
}

const NAMED = /^network-([a-z-]+):([\d,]*):([pr]*):(\{.*\})$/s;

/** The formula of a name that `networkName` made; its inputs: of each number itself, or from, the number used, to. */
export function networkFormula(by: string): ((inputs: readonly number[]) => number) | undefined {
  const match = NAMED.exec(by);
  if (match === null || !Object.hasOwn(ASKED, match[1] as string)) return undefined;
  const [, what, at, kinds, shape] = match as unknown as [string, NetworkQuestion, string, string, string];
  return (inputs) => {
    let next = 0;
    const take = () => inputs[next++] as number;
    const numbers = [...kinds].map((kind): Ends => {
      if (kind === "r") {
        const [from, used, to] = [take(), take(), take()];
        return { from, to, at: used };
      }
      const x = take();
      return { from: x, to: x };
    });
    const network = { shape: JSON.parse(shape) as Shape, numbers };
    return ASKED[what](network, at.split(",").map(Number)) ?? Number.NaN;
  };
}
