import { expect, test } from "vitest";
import { sortedTimes } from "../../../src/core/stats/sorted.ts";

/** A seeded stream of doubles from 0 to 1. */
function draws(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a * 1103515245 + 12345) & 0x7fffffff;
    return a / 0x80000000;
  };
}

const random = draws(7);
const MANY = 20_000;

test.each<readonly [string, (i: number) => number]>([
  ["hours", () => 720 * random()],
  ["whole days, many alike", () => Math.floor(30 * random())],
  ["values that share their upper half, falling", (i) => 1 + (MANY - i) * 2 ** -45],
  ["the smallest doubles there are", () => Number.MIN_VALUE * Math.floor(1e6 * random())],
  ["from 0 to the largest", () => 1e308 * random()],
  ["already sorted", (i) => i],
])("[SI3] many times are sorted as the engine sorts them, to the bit: %s", (_what, value) => {
  const times = Float64Array.from({ length: MANY }, (_, i) => value(i));
  expect(sortedTimes(times.slice())).toEqual(times.slice().sort());
});

test("[SI3] few times are sorted too", () => {
  expect([...sortedTimes(Float64Array.of(3, 0, 2))]).toEqual([0, 2, 3]);
});
