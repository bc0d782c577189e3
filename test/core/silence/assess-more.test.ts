import { expect, test } from "vitest";
import type { Entry } from "../../../src/core/model/event.ts";
import { figureBook } from "../../../src/core/model/figure.ts";
import type { RecordRow } from "../../../src/core/model/silence.ts";
import { exactly, wholeDay } from "../../../src/core/model/time.ts";
import { assessSilences, type SilenceInput, type SilentActor } from "../../../src/core/silence/assess-silence.ts";
import { publishedCorners } from "../../../src/core/silence/data.ts";
import { silenceFormulas } from "../../../src/core/silence/formulas.ts";

const silent: SilentActor = {
  ...{ actor: "amber-column", actorName: "Amber Column", incident: "pier-nine", claimed: false, quotes: [] },
  attack: exactly("2031-03-03T00:00:00.000Z"),
  traits: { country: "XQ", target: "security" },
  dated: [{ is: "table", name: "given", citation: "the times given" }],
};

/** Sixty attacks, half claimed after known hours at the quantiles of an exponential law of 10 h. */
const rows: readonly RecordRow[] = Array.from({ length: 60 }, (_, i) => {
  const claimed = i % 2 === 0;
  const hours = -10 * Math.log(1 - (i / 2 + 0.5) / 30);
  return {
    ...{ set: "register", line: i + 2, date: exactly("2030-01-01T00:00:00.000Z"), claimed, actor: "amber-column" },
    ...{ lagHours: claimed ? { from: hours, to: hours } : null, knownFrom: null, label: `Incident ${i}` },
    traits: { country: i % 3 === 0 ? "XQ" : "XR", target: i % 6 === 0 ? "security" : "civilian" },
  };
});
const input: SilenceInput = {
  ...{ caseName: "port", silentActors: [silent], until: exactly("2031-03-04T00:00:00.000Z") },
  ...{ classes: [], picked: [], assumptions: [], records: rows },
};

function run(change: Partial<SilenceInput> = {}) {
  const book = figureBook();
  const [only] = assessSilences({ ...input, ...change }, book);
  const figures = new Map(book.list().map((f) => [f.id, f]));
  for (const figure of book.list()) {
    const inputs = figure.from.flatMap((g) => (g.is === "figure" ? [g.id] : []));
    if (inputs.length === 0) continue;
    const again = silenceFormulas[figure.by ?? ""]?.(inputs.map((id) => figures.get(id)?.value ?? Number.NaN));
    expect(Object.is(again, figure.value), figure.id).toBe(true);
  }
  return { only: only!, value: (id: string | null | undefined) => figures.get(id ?? "")?.value ?? Number.NaN };
}

test("[SI5] a class with dated claims is told by its own lags: P(24 h) is near .5 · (1 − e^(−2.4)), whatever laws stand in elsewhere", () => {
  const { only, value } = run();
  const all = only.classes.find((c) => value(c.n) === 60)!;
  const own = all.ownLags!;
  expect(value(own.dated)).toBe(30);
  expect(Math.abs(value(own.claimedBy) - 0.5 * -Math.expm1(-2.4))).toBeLessThan(0.01);
  expect(value(own.claimedByFrom)).toBeLessThanOrEqual(value(own.claimedBy));
  expect(own.withheld).toEqual([]);
  expect(Math.abs(value(own.share) - 0.5)).toBeLessThan(0.01);
  // κ's middle is ¾.
  expect(value(all.unclaimedIfDid)).toBeCloseTo(1 - 0.75 * value(own.claimedBy), 12);
});

test("[SI5] a law that a person states goes before a class's own lags", () => {
  const lag = {
    seq: 1,
    at: "2031-03-05T00:00:00.000Z",
    who: "desk",
    body: { assumption: "a1", what: "lag", value: { law: "exponential", scale: 20 }, who: "desk", why: "stated" },
  } as unknown as Entry<"assumption.stated">;
  expect(run({ assumptions: [lag] }).only.classes.every((c) => c.ownLags === null)).toBe(true);
});

test("[SI2] claims dated before the attack stay in and are counted", () => {
  const slipped = rows.map((r, i) =>
    i === 0 ? { ...r, lagHours: { from: -40, to: -40 } } : i === 2 ? { ...r, lagHours: null } : r,
  );
  const { only, value } = run({ records: slipped });
  const all = only.classes.find((c) => value(c.n) === 60)!;
  expect([value(all.k), value(all.ownLags?.dated), value(all.ownLags?.negative), value(all.ownLags?.undated)]).toEqual([
    30, 28, 1, 1,
  ]);
});

test("[SI7] an outage of what was watched freezes what was heard, in classes with and without lags of their own", () => {
  const outages = [{ channel: "its channel", from: 6, to: 24, watched: "its channel: 9 of 9 tries failed" }];
  const [open, closed] = [run(), run({ silentActors: [{ ...silent, outages }] })];
  expect(closed.only.outages).toHaveLength(1);
  open.only.classes.forEach((c, i) => {
    expect(closed.value(closed.only.classes[i]?.unclaimedIfDid)).toBeGreaterThan(open.value(c.unclaimedIfDid));
  });
  const own = closed.only.classes.find((c) => closed.value(c.n) === 60)?.ownLags;
  expect(Math.abs(closed.value(own?.claimedBy) - 0.5 * -Math.expm1(-0.6))).toBeLessThan(0.015);
});

test("[SI9] nested classes of one record set have the evidence of each cut and the average over where to stop", () => {
  const { only, value } = run();
  const { cuts } = only;
  expect(cuts!.path.length).toBeGreaterThanOrEqual(2);
  expect(cuts!.evidence).toHaveLength(cuts!.path.length - 1);
  expect(value(cuts!.lower)).toBeLessThan(value(cuts!.share));
  expect(value(cuts!.share)).toBeLessThan(value(cuts!.upper));
});

test("[SI6] π(q) falls with q from k/n: 30 of 60 and q = ¼ give .2", () => {
  const { only, value } = run();
  const all = only.classes.find((c) => value(c.n) === 60)!;
  expect(all.ascertained.map((a) => [value(a.q), value(a.share)])).toEqual([
    [1, 0.5],
    [0.75, expect.closeTo(3 / 7, 12)],
    [0.5, expect.closeTo(1 / 3, 12)],
    [0.25, expect.closeTo(0.2, 12)],
  ]);
  expect(publishedCorners().length).toBeGreaterThan(0);
});

test("[SI7] one thing changed at a time: every class, both priors, both ends of φ and κ, each law, q to ¼", () => {
  const { only, value } = run();
  const kinds = only.sensitivity.map((v) => v.what);
  expect(kinds[0]).toBe("as-is");
  for (const what of ["class", "prior", "false-share", "seen", "lag", "ascertainment"] as const)
    expect(kinds).toContain(what);
  for (const v of only.sensitivity)
    expect(value(v.factor)).toBeCloseTo(value(v.unclaimedIfDid) / value(v.unclaimedIfNot), 12);
  const seen = only.sensitivity.filter((v) => v.what === "seen").map((v) => value(v.factor));
  expect(seen[1]).toBeLessThan(seen[0]!);
});

test("[SI2] a silence of two dates has its middle and both ends from the class's own lags too", () => {
  const { only, value } = run({
    silentActors: [{ ...silent, attack: wholeDay("2031-03-03") }],
    until: wholeDay("2031-03-03"),
  });
  const all = only.classes.find((c) => value(c.n) === 60)!;
  expect(value(all.ownLags?.claimedByFrom)).toBe(0);
  expect(value(all.unclaimedIfDidTo)).toBe(1);
});

test("[SI10] a claim enters by its interval: κ · π · [F(u) − F(l)] if it did it, κ · φ · [F(u) − F(l)] if not", () => {
  const lag = {
    seq: 1,
    at: "2031-03-05T00:00:00.000Z",
    who: "desk",
    body: {
      assumption: "a1",
      what: "lag",
      value: { law: "exponential", scale: 24 / Math.LN2 },
      who: "desk",
      why: "half within a day",
    },
  } as unknown as Entry<"assumption.stated">;
  const grounds = [{ is: "table" as const, name: "given", citation: "its statement" }];
  const claimed = { ...silent, claimed: true, claimedIn: { from: 24, to: 48, grounds } };
  const { only, value } = run({ silentActors: [claimed], assumptions: [lag] });
  expect(only.note).toBe("claimed");
  expect(only.classes).toEqual([]);
  // κ's middle is ¾, F(48) − F(24) = ¼, φ = .03.
  expect(value(only.claim?.ifNot)).toBeCloseTo(0.75 * 0.03 * 0.25, 12);
  for (const line of only.claim?.lines ?? [])
    expect(value(line.ifDid)).toBeCloseTo(0.75 * 0.25 * value(line.share), 12);
  expect(only.claim?.lines.length).toBeGreaterThanOrEqual(3);
  expect(run({ silentActors: [{ ...silent, claimed: true }] }).only.claim).toBeNull();
});
