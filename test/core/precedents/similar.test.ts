import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Precedent, PrecedentClaim } from "../../../src/core/model/precedents.ts";
import type { Traits } from "../../../src/core/model/silence.ts";
import { isUnknown } from "../../../src/core/model/stated.ts";
import { wholeDay } from "../../../src/core/model/time.ts";
import { shippedPrecedents } from "../../../src/core/precedents/data.ts";
import { knownThen } from "../../../src/core/precedents/known-then.ts";
import { type Similar, similarPrecedents } from "../../../src/core/precedents/similar.ts";

const source = { publisher: "Quay Register", title: null, date: null, address: "https://example.org/register" };
const row = (id: string, day: string, claim: PrecedentClaim, features: Traits, claimed?: string): Precedent => ({
  id,
  group: "invented",
  label: id,
  when: wholeDay(day),
  actor: "amber-column",
  features,
  claim,
  statements: claimed === undefined ? [] : [{ is: "claim", by: "the Amber Column", when: wholeDay(claimed), source }],
});
// Of an insider's shooting on a security target in QM.
const rows: readonly Precedent[] = [
  row("all-alike", "2030-01-05", "yes", { insider: true, target: "security", attackType: "shooting" }, "2030-01-06"),
  row("two-alike", "2030-02-05", "no", { insider: false, target: "security", attackType: "shooting" }),
  row("one-alike", "2030-03-05", "no", { insider: false, target: "civilian", attackType: "shooting" }),
  row("not-said", "2030-04-05", "rejected", { target: "security", attackType: "shooting" }, "2030-04-05"),
  row("hacked", "2030-05-05", "yes", { target: "security", insider: true, attackType: "intrusion" }, "2030-05-05"),
];
const features = { insider: true, target: "security", attackType: "shooting" };
const found = (query: Partial<Parameters<typeof similarPrecedents>[0]> = {}): Similar => {
  const similar = similarPrecedents({ features, library: { precedents: rows }, ...query });
  if (isUnknown(similar)) throw new Error(similar.reason);
  return similar;
};

describe("[PR1] similar precedents", () => {
  it("gives each with its reasons and its differences, the closest first; one shared feature of three is too few", () => {
    const { list } = found();
    expect(list.map((s) => s.precedent.id)).toEqual(["all-alike", "not-said", "two-alike"]);
    expect(list[0]?.reasons).toEqual(["by an insider", "on a security target", "a shooting"]);
    expect(list[0]?.differences).toEqual([]);
    expect(list[1]?.notStated).toEqual(["by an insider"]);
    expect(list[2]?.differences).toEqual(["not by an insider; this was by an insider"]);
  });

  it("an intrusion is never like an attack on people, nor the other way", () => {
    expect(found().list.map((s) => s.precedent.id)).not.toContain("hacked");
    const { list } = found({ features: { target: "security", insider: true, attackType: "intrusion" } });
    expect(list.map((s) => s.precedent.id)).toEqual(["hacked"]);
  });

  it("counts claimed to unclaimed with its interval, by hand 1 to 1, and leaves a rejected claim out of both", () => {
    const { ratio } = found();
    // Beta(1½, 1½): the semicircle law on 0 to 1; its 2.5 % and 97.5 % points, symmetric about ½.
    expect(ratio).toMatchObject({ claimed: 1, unclaimed: 1, leftOut: [{ claim: "rejected", count: 1 }] });
    if (isUnknown(ratio)) throw new Error();
    expect(ratio.lower + ratio.upper).toBeCloseTo(1, 12);
    // The distribution function of the semicircle at x: (2/π)(asin√x − (1 − 2x)√(x(1 − x))).
    const x = ratio.lower;
    expect((2 / Math.PI) * (Math.asin(Math.sqrt(x)) - (1 - 2 * x) * Math.sqrt(x * (1 - x)))).toBeCloseTo(0.025, 10);
  });

  it("with nothing stated, or nothing alike, says so", () => {
    expect(similarPrecedents({ features: {}, library: { precedents: rows } })).toEqual({
      is: "unknown",
      reason: "no-features",
    });
    const none = found({ features: { country: "XV", target: "maritime" } });
    expect(none).toEqual({ list: [], ratio: { is: "unknown", reason: "no-precedent" } });
  });

  it("[SI9] uses only what was known when the attack happened: a later claim is none yet, a later case is not there", () => {
    const on = (day: string) => knownThen(rows, wholeDay(day)).map((p) => `${p.id} ${p.claim}`);
    expect(on("2030-01-06")).toEqual(["all-alike no"]);
    expect(on("2030-01-07")).toEqual(["all-alike yes"]);
    expect(on("2030-01-05")).toEqual([]);
    expect(knownThen(rows, undefined)).toBe(rows);
  });

  it("[CA5] the order of the library never matters, and every case given shares at least what it differs in", () => {
    const library = shippedPrecedents().precedents;
    fc.assert(
      fc.property(fc.shuffledSubarray([...library], { minLength: library.length }), (shuffled) => {
        const query = { features: { country: "SY", target: "security", insider: true, attackType: "shooting" } };
        const [a, b] = [library, shuffled].map((precedents) =>
          similarPrecedents({ ...query, library: { precedents } }),
        );
        expect(a).toEqual(b);
        for (const s of (a as Similar).list) expect(s.reasons.length).toBeGreaterThanOrEqual(s.differences.length);
      }),
      { seed: 7, numRuns: 10 },
    );
  });

  it("finds the Afghan insider attacks for an insider's shooting at soldiers, and tells what differs", () => {
    const similar = similarPrecedents({
      features: {
        insider: true,
        target: "security",
        attackType: "shooting",
        country: "SY",
        nationality: "US",
        actor: "islamic-state",
      },
      attack: wholeDay("2025-12-13"),
      library: shippedPrecedents(),
    }) as Similar;
    const ids = similar.list.map((s) => s.precedent.id);
    expect(ids).toContain("qargha-2014");
    expect(ids).not.toContain("palmyra-2025");
    expect(similar.list.find((s) => s.precedent.id === "qargha-2014")?.differences).toContain(
      "in Afghanistan; this was in Syria",
    );
  });
});
