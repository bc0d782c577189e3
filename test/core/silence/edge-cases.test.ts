// The edge cases of silence that no other file here holds, each with its answer worked by hand.
import { describe, expect, test } from "vitest";
import { assessTexts } from "../../../src/core/index.entry.ts";
import type { TextObject } from "../../../src/core/model/reading.ts";
import type { RecordRow } from "../../../src/core/model/silence.ts";
import { parseIso, type When, wholeDay } from "../../../src/core/model/time.ts";
import { countClass } from "../../../src/core/silence/count-class.ts";
import { recordLags } from "../../../src/core/silence/record-lags.ts";
import { claimedShare, weighSilence } from "../../../src/core/silence.entry.ts";
import { claimCurve, fitLag, type Lag } from "../../../src/core/stats.entry.ts";

const row = (more: Partial<RecordRow>): RecordRow => ({
  ...{ set: "register", line: 1, date: wholeDay("2030-05-01"), actor: "amber-column", claimed: true },
  ...{ lagHours: null, knownFrom: null, traits: {}, label: "" },
  ...more,
});
const until = "2030-05-11T00:00:00.000Z";
const when = (text: string): When => parseIso(text) as When;

describe("lags of records [SI2]", () => {
  test("a lag of 0 h is one of at most an hour, so that every law has a density for it", () => {
    const { lags } = recordLags([row({ lagHours: { from: 0, to: 0 } })], until);
    expect(lags).toEqual([{ from: 0, to: 1 }]);
    // With it and a lag of 3 h, exponential: with r = 1/s: ln L = ln(1 − e^(−r)) + ln r − 3r, highest where 1/(e^r − 1) + 1/r = 3.
    const fit = fitLag([...lags, { from: 3, to: 3 }], "exponential");
    const rate = 1 / ("parameters" in fit ? fit.parameters.scale! : Number.NaN);
    expect(1 / Math.expm1(rate) + 1 / rate).toBeCloseTo(3, 9);
  });

  test("an exact lag of 0 h stops the four laws with its reason: none of them is left out without a word", () => {
    const lags: Lag[] = [0, 2, 5, 9].map((t) => ({ from: t, to: t }));
    expect(claimCurve(lags)).toEqual({ is: "unknown", reason: "lag-of-0-needs-an-interval" });
  });

  test("times of different zones are set on one clock: 09:00 in Tokyo to 03:30 in London is three and a half hours", () => {
    const [attack, claim] = [when("2030-05-01T09:00+09:00"), when("2030-05-01T03:30Z")];
    // Both clocks show a minute, (from, from + 1 min]: the lag is between 209 and 211 minutes.
    const [lag] = recordLags([row({ date: attack, claimedAt: claim })], until).lags;
    expect(lag).toEqual({ from: 209 / 60, to: 211 / 60 });
  });

  test("a claim longer after the attack than anybody watched is a silence up to the end of the watch", () => {
    const { lags } = recordLags([row({ claimedAt: wholeDay("2030-06-20") })], until);
    // From the end of 1 May to 11 May: nine days.
    expect(lags).toEqual([{ from: 216, to: null }]);
  });

  test("what was found out later was not known: a row entered after the attack is in neither k nor n", () => {
    const rows = [row({}), row({ line: 2, knownFrom: "2031-07-01T00:00:00.000Z" }), row({ line: 3, claimed: false })];
    const { k, n } = countClass({ set: "register", traits: {} }, rows, { attack: wholeDay("2031-03-03") });
    expect([k, n]).toEqual([1, 2]);
  });
});

describe("what was heard of one actor [SI10]", () => {
  const LEAD =
    "Two guards were killed on 3 March 2031 when a gunman opened fire at a bridge post near Tarn Bridge, the Interior Ministry said.";
  const report = (name: string, publishedAt: string, text: string): TextObject => ({
    ...{ name, publishedAt, text: `${LEAD}\n\n${text}\n` },
  });
  const silentReport = report("a", "2031-03-04T09:00Z", "The Taliban has not claimed responsibility for the attack.");
  const denial = report("b", "2031-03-05T09:00Z", "The Taliban denied responsibility for the attack.");
  const silenceOf = (texts: TextObject[], asOf: string) => {
    const { silences, figures, brief } = assessTexts(texts, { asOf });
    const silence = silences.find((s) => s.actor === "taliban")!;
    const value = (id: string) => figures.find((f) => f.id === id)?.value;
    return { silence, hours: [value(silence.hours.from), value(silence.hours.to)], brief };
  };

  test("a denial of responsibility ends the wait: three days later the silence is no longer", () => {
    const still = report("c", "2031-03-07T09:00Z", "The Taliban has not claimed responsibility for the attack so far.");
    const late = silenceOf([silentReport, denial, still], "2031-03-08");
    expect(late.silence.denied?.quote.quote).toContain("denied responsibility");
    expect(silenceOf([silentReport, still], "2031-03-08").hours[1]).toBeCloseTo(105, 1);
    // From some time on the 3rd to 5 March, 09:00: 33 to 57 hours.
    expect(late.hours[0]).toBeCloseTo(33, 1);
    expect(late.hours[1]).toBeCloseTo(57, 1);
    expect(JSON.stringify(late.brief)).toContain("the wait for a claim is counted to then");
  });

  test("a denial and then a claim: the claim is weighed by its interval, and there is no silence", () => {
    const claim = report("c", "2031-03-06T09:00Z", "The Taliban claimed responsibility for the attack.");
    const { silence } = silenceOf([silentReport, denial, claim], "2031-03-08");
    expect(silence.note).toBe("claimed");
    expect(silence.denied).toBeUndefined();
  });

  test("of several claims by one actor the first counts", () => {
    const first = report("c", "2031-03-05T09:00Z", "The Taliban claimed responsibility for the attack.");
    const again = report("d", "2031-03-07T09:00Z", "The Taliban again claimed responsibility for the attack.");
    const claimOf = (...texts: TextObject[]) => {
      const { silences, figures } = assessTexts(texts, { asOf: "2031-03-08" });
      const to = silences.find((s) => s.actor === "taliban")?.claim?.to;
      return figures.find((f) => f.id === to)?.value;
    };
    expect(claimOf(first)).toBeGreaterThan(0);
    expect(claimOf(first, again)).toBe(claimOf(first));
  });
});

describe("certainties [SI7]", () => {
  const lag = { law: "exponential", scale: 10 } as const;

  test("an actor that claims all, a law that is over, everything seen: the silence is impossible if it did it, and said so", () => {
    const certain = weighSilence(1, lag, { hours: Number.POSITIVE_INFINITY, seen: 1, falseShare: 0.03 });
    expect(certain).toEqual({ is: "unknown", reason: "silence-impossible" });
  });

  test("a record of 4 of 4 never makes it impossible: the factor ends at (1 − .9)/(1 − .03), not at 0", () => {
    const four = claimedShare(4, 4);
    const weighed = weighSilence(four, lag, { hours: 1e6, seen: 1, falseShare: 0.03 });
    if (!("factor" in weighed)) throw new Error("unknown");
    // Jeffreys: (4 + ½)/(4 + 1) = .9.
    expect(weighed.factor).toBeCloseTo(0.1 / 0.97, 12);
  });
});
