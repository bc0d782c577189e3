import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CHECKED, expressions, keyOf, unsafe } from "./regular-expressions.ts";

// The checker needs minutes for all of them: those in the list were checked before (npm run test:long checks all anew and writes it).
const checked = new Set(readFileSync(CHECKED, "utf8").split("\n"));
const all = await expressions();

test("every regular expression of the source is found, those built at run time too", () => {
  expect(all.length).toBeGreaterThan(600);
  expect(all.filter(({ at }) => at.startsWith("core/text/word-finder.ts")).length).toBeGreaterThan(10);
});

test("no regular expression of the source backtracks without measure", { timeout: 300_000 }, () => {
  const unknown = all.filter((written) => !checked.has(keyOf(written)));
  expect(unknown.flatMap((written) => unsafe(written) ?? [])).toEqual([]);
});
