import { expect, test } from "vitest";
import type { RecordRow } from "../../../src/core/model/silence.ts";
import { exactly, wholeDay } from "../../../src/core/model/time.ts";
import { heardAt } from "../../../src/core/silence/heard.ts";
import { averageLag } from "../../../src/core/silence/lag-average.ts";
import { recordLags } from "../../../src/core/silence/record-lags.ts";

const row = (more: Partial<RecordRow>): RecordRow => ({
  ...{ set: "register", line: 1, date: wholeDay("2030-05-01"), actor: "amber-column", claimed: true },
  ...{ lagHours: null, knownFrom: null, traits: {}, label: "" },
  ...more,
});
const until = "2030-05-11T00:00:00.000Z";
const lagsOf = (more: Partial<RecordRow>) => recordLags([row(more)], until);

test("[SI2] two dates are whole days, two times exact, a date and a time an interval", () => {
  expect(lagsOf({ claimedAt: wholeDay("2030-05-03") }).lags).toEqual([{ days: 2 }]);
  const [noon, eve] = [exactly("2030-05-01T12:00:00.000Z"), exactly("2030-05-01T18:00:00.000Z")];
  expect(lagsOf({ date: noon, claimedAt: eve }).lags).toEqual([{ from: 6, to: 6 }]);
  expect(lagsOf({ claimedAt: exactly("2030-05-02T06:00:00.000Z") }).lags).toEqual([{ from: 6, to: 30 }]);
  expect(lagsOf({ claimedAt: eve }).lags).toEqual([{ from: 0, to: 18 }]);
});

test("[SI2] unclaimed is silent to its own follow-up, from the end of its date; a claim after the cut is a silence up to it", () => {
  expect(lagsOf({ claimed: false }).lags).toEqual([{ from: 216, to: null }]);
  expect(lagsOf({ claimedAt: wholeDay("2030-05-12") }).lags).toEqual([{ from: 216, to: null }]);
});

test("[SI2] a missing or negative lag stays in as a claim within its own follow-up, and is counted; nothing is clipped", () => {
  expect(lagsOf({})).toEqual({ lags: [{ from: 0, to: 216 }], undated: 1, negative: 0, leftOut: 0 });
  expect(lagsOf({ claimedAt: wholeDay("2030-04-28") })).toEqual({
    lags: [{ from: 0, to: 216 }],
    undated: 0,
    negative: 1,
    leftOut: 0,
  });
  expect(lagsOf({ lagHours: { from: -30, to: -30 } })).toMatchObject({ lags: [{ from: 0, to: 216 }], negative: 1 });
  expect(lagsOf({ lagHours: { from: 5, to: 5 } }).lags).toEqual([{ from: 5, to: 5 }]);
});

test("[SI2] a row without a date of its own is left out and counted", () => {
  expect(lagsOf({ date: { ...wholeDay("2030-05-01"), to: null } })).toMatchObject({ lags: [], leftOut: 1 });
});

test("[SI5] without a lag the average is the stated prior: the median of medians is 24 h", () => {
  const prior = averageLag([]);
  expect(prior.parts.reduce((sum, p) => sum + p.weight, 0)).toBeCloseTo(1, 12);
  // Lognormal and loglogistic laws are symmetric in ln t: half of the claims come within 24 h.
  const parts = prior.parts.filter((p) => p.lag.law !== "weibull");
  const whole = parts.reduce((sum, p) => sum + p.weight, 0);
  expect(whole).toBeCloseTo(2 / 3, 5);
  expect(heardAt({ parts: parts.map((p) => ({ ...p, weight: p.weight / whole })) }, 24).byNow).toBeCloseTo(0.5, 5);
});

test("[SI5] with many lags the average goes where they are: F(12 h) of claims at the quantiles of a Weibull law", () => {
  const lags = Array.from({ length: 200 }, (_, i) => {
    const t = 10 * (-Math.log1p(-(i + 0.5) / 200)) ** (1 / 1.2);
    return { from: t, to: t };
  });
  expect(Math.abs(heardAt(averageLag(lags, 200), 12).byNow - -Math.expm1(-(1.2 ** 1.2)))).toBeLessThan(0.02);
  // Cut off at 8 h: the law is told from those that came by then, given that they did.
  const early = lags.filter((l) => l.to < 8);
  expect(heardAt(averageLag(early, 8), 4).byNow / heardAt(averageLag(early, 8), 8).byNow).toBeCloseTo(
    Math.expm1(-(0.4 ** 1.2)) / Math.expm1(-(0.8 ** 1.2)),
    1,
  );
});
