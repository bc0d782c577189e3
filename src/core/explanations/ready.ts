import { ProblemError, problem } from "../model/problem.ts";
import { type Ready, readyOf } from "./network-numbers.ts";
import type { Network } from "./shape.ts";
import { isTooLarge, MOST_CELLS, treeOf } from "./tree.ts";

/** The network with its order of elimination. Throws a ProblemError where its largest table would pass 2^20 cells, with what meets in it. */
export function readied(network: Network): Ready {
  const tree = treeOf(network.shape);
  if (isTooLarge(tree)) {
    const meet = tree.variables.map((v) => network.shape.variables[v]?.id ?? "").join(", ");
    throw new ProblemError([problem("explanation-too-large", { cells: tree.cells, most: MOST_CELLS, meet })]);
  }
  return readyOf(network, tree);
}
