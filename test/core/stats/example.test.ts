import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as silence from "../../../src/core/silence.entry.ts";
import * as stats from "../../../src/core/stats.entry.ts";

const folder = new URL("../../../examples/claim-lags/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");

test("[SI5] the record of examples/claim-lags tells what its README prints", async () => {
  const { told } = await import(new URL("told.mjs", folder).href);
  const printed = /```text\n([\s\S]*?)```/.exec(read("README.md"))?.[1];
  expect(`${told(JSON.parse(read("lags.json")), { stats, silence }).join("\n")}\n`).toBe(printed);
});

test("[SI10] by hand: of ten, four claims and two denials by 33 h; at 60 h one of the three still waited for is claimed", () => {
  const { endings } = JSON.parse(read("lags.json")) as { readonly endings: readonly stats.Ending[] };
  const found = stats.cumulativeIncidence(endings);
  if (!("byCause" in found)) throw new Error(found.reason);
  const at60 = found.at.indexOf(60);
  expect(found.byCause.claim?.[at60]).toBeCloseTo(0.4 + 0.4 / 3, 12);
  expect(found.byCause.denial?.[at60]).toBeCloseTo(0.2, 12);
});
