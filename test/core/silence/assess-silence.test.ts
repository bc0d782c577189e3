import { expect, test } from "vitest";
import type { Quoted } from "../../../src/core/model/assessment.ts";
import type { AssumptionStated, ClassPicked, ClassStated, Entry, EventType } from "../../../src/core/model/event.ts";
import { figureBook } from "../../../src/core/model/figure.ts";
import type { RecordRow } from "../../../src/core/model/silence.ts";
import { parseIso, type When, wholeDay } from "../../../src/core/model/time.ts";
import {
  assessSilences,
  type SilenceInput,
  type SilentActor,
  silenceTrouble,
  usedRows,
} from "../../../src/core/silence/assess-silence.ts";
import { silenceFormulas } from "../../../src/core/silence/formulas.ts";

const quote: Quoted = {
  ...{ document: "d1", span: { text: "t1", start: 0, end: 24 }, paragraph: 2 },
  quote: "Nobody has claimed it yet",
};
const silent: SilentActor = {
  ...{ actor: "amber-column", actorName: "Amber Column", incident: "pier-nine", claimed: false, quotes: [quote] },
  attack: wholeDay("2031-03-03"),
  traits: { country: "XQ", target: "security", attackType: "shooting" },
};

let seq = 0;
const entry = <K extends EventType>(_type: K, body: unknown): Entry<K> =>
  ({
    seq: ++seq,
    at: "2031-03-05T00:00:00.000Z",
    who: "desk",
    body: { who: "desk", why: "because", ...(body as object) },
  }) as unknown as Entry<K>;
const stateClass = (body: Partial<ClassStated>) => entry("class.stated", body);
const assume = (body: Partial<AssumptionStated>) => entry("assumption.stated", { assumption: `a${seq}`, ...body });
const pick = (body: Partial<ClassPicked>) => entry("class.picked", body);

const rows: readonly RecordRow[] = Array.from({ length: 24 }, (_, i) => ({
  ...{ set: "register", line: i + 2, date: parseIso(`2030-0${1 + (i % 9)}-01`) as When, claimed: i % 3 === 0 },
  ...{ actor: i < 18 ? "amber-column" : "grey-oath", lagHours: null, knownFrom: null, label: `Incident ${i}` },
  traits: { country: i % 2 === 0 ? "XQ" : "XR", target: i % 4 === 0 ? "security" : "civilian" },
}));

const input: SilenceInput = {
  ...{ caseName: "port", silentActors: [silent], until: wholeDay("2031-03-04") },
  ...{ classes: [], picked: [], assumptions: [], records: rows },
};

function run(change: Partial<SilenceInput> = {}) {
  const book = figureBook();
  const silences = assessSilences({ ...input, ...change }, book);
  const figures = new Map(book.list().map((f) => [f.id, f]));
  const value = (id: string | null) => (id === null ? null : (figures.get(id)?.value ?? Number.NaN));
  return { silences, only: silences[0]!, figures, value, list: book.list() };
}

test("[SI9] a silence is told under at least three classes counted from the records, with the rows as grounds", () => {
  const { only, figures, value, list } = run();
  expect(only.classes.length).toBeGreaterThanOrEqual(3);
  expect(only.note).toBeNull();
  const all = only.classes.find((c) => c.name === "Amber Column, attacks (register)");
  expect([value(all!.k), value(all!.n)]).toEqual([6, 18]);
  expect(figures.get(all!.n)?.from.filter((g) => g.is === "row").length).toBe(18);
  expect(usedRows(list, rows).length).toBeGreaterThanOrEqual(18);
  expect(usedRows(list, rows)[0]).toMatchObject({ set: "register", line: 2, claimed: true, citation: null });
});

test("every figure has grounds that are there, and its formula gives its value again to the last bit", () => {
  for (const change of [{}, { silentActors: [{ ...silent, actor: "islamic-state", traits: { country: "TR" } }] }]) {
    const { list, figures } = run(change);
    expect(list.length).toBeGreaterThan(40);
    for (const figure of list) {
      const inputs = figure.from.flatMap((g) => (g.is === "figure" ? [g.id] : []));
      for (const id of inputs) expect(figures.has(id), `${figure.id} from ${id}`).toBe(true);
      if (inputs.length > 0) {
        expect(figure.by, figure.id).toBeDefined();
        const again = silenceFormulas[figure.by!]!(inputs.map((id) => figures.get(id)!.value));
        expect(Object.is(again, figure.value), figure.id).toBe(true);
      } else
        expect(
          figure.from.some((g) => g.is !== "figure"),
          figure.id,
        ).toBe(true);
    }
  }
});

test("ids are paths that tell case, actor and class, with the incident only where an actor is silent on several", () => {
  const ids = run({ records: [], silentActors: [{ ...silent, actor: "taliban" }] }).list.map((f) => f.id);
  expect(ids).toContain("port/silence/taliban/suicide/factor");
  const two = [silent, { ...silent, incident: "pier-two", attack: wholeDay("2031-03-02") }];
  const both = run({ silentActors: two });
  expect(both.silences.map((s) => s.incident)).toEqual(["pier-nine", "pier-two"]);
  expect(both.list.map((f) => f.id)).toContain("port/silence/amber-column/pier-two/unclaimed-if-not");
});

test("[SI2] two days leave 0 to 48 h; a later day, another attack or another record gives another number", () => {
  const base = run();
  expect(base.value(base.only.hours.from)).toBe(0);
  expect(base.value(base.only.hours.middle)).toBe(24);
  expect(base.value(base.only.hours.to)).toBe(48);
  const later = run({ until: wholeDay("2031-03-09") });
  const unclaimed = (r: ReturnType<typeof run>) => r.value(r.only.classes[0]!.unclaimedIfDid)!;
  expect(unclaimed(later)).toBeLessThan(unclaimed(base));
  const quieter = run({ records: rows.map((row) => ({ ...row, claimed: false })) });
  expect(unclaimed(quieter)).toBeGreaterThan(unclaimed(base));
});

test("[SI7] ends hold the middle; by hand for one lag law, κ = 1 and φ = .1", () => {
  const assumptions = [
    assume({ what: "lag", value: { law: "exponential", scale: 24 / Math.LN2 } }),
    assume({ what: "seen", value: 1 }),
    assume({ what: "false-share", value: 0.1 }),
  ];
  const { only, value, figures } = run({
    assumptions,
    silentActors: [{ ...silent, attack: parseIso("2031-03-03T00:00:00Z") as When }],
    until: parseIso("2031-03-04T00:00:00Z") as When,
  });
  const all = only.classes.find((c) => value(c.n) === 18)!;
  const share = value(all.share)!;
  expect(value(only.unclaimedIfNot)).toBeCloseTo(0.95, 14);
  expect(value(all.unclaimedIfDid)).toBeCloseTo(1 - share / 2, 14);
  expect(value(all.factor)).toBeCloseTo((1 - share / 2) / 0.95, 14);
  expect(value(all.stillToCome)).toBeCloseTo(share / 2 / (1 - share / 2), 14);
  // Nothing was left open: both ends are the middle.
  expect([value(all.factorFrom), value(all.factorTo)]).toEqual([value(all.factor), value(all.factor)]);
  expect(figures.get(only.assumptions[0]!.figures[0]!)?.from[0]).toMatchObject({ is: "judgment", who: "desk" });
  expect(only.assumptions.map((a) => a.statedBy).slice(0, 2)).toEqual(["desk", "desk"]);
});

test("[SI7] what nobody stated is printed as an assumption, and each line's ends hold its middle", () => {
  const { only, value } = run();
  expect(only.assumptions[0]).toMatchObject({ statedBy: null });
  expect(only.assumptions.map((a) => a.figures.map(value)).slice(0, 2)).toEqual([
    [0.5, 0.75, 1],
    [0.01, 0.03, 0.2],
  ]);
  expect(only.lags.length).toBe(2);
  for (const line of only.classes) {
    expect(value(line.unclaimedIfDidFrom)!).toBeLessThan(value(line.unclaimedIfDid)!);
    expect(value(line.unclaimedIfDidTo)!).toBeGreaterThan(value(line.unclaimedIfDid)!);
    expect(value(line.factorFrom)!).toBeLessThan(value(line.factor)!);
    expect(value(line.factorTo)!).toBeGreaterThan(value(line.factor)!);
  }
  const middles = only.classes.map((c) => value(c.unclaimedIfDid)!);
  expect(value(only.unclaimedFrom)).toBe(Math.min(...middles));
  expect(value(only.unclaimedTo)).toBe(Math.max(...middles));
});

test("[SI9] an interval for counted classes only; one side for none of n", () => {
  const base = { actor: "amber-column", traits: {}, citation: "an invented register" };
  const classes = [
    stateClass({ class: { ...base, id: "a", name: "A", k: 0, n: 10, kind: "counted" } }),
    stateClass({ class: { ...base, id: "b", name: "B", k: 3, n: 11, kind: "ratio", bound: "at most" } }),
    stateClass({ class: { ...base, id: "c", name: "C", k: 95, n: 100, kind: "assumed" } }),
  ];
  const { only, value, figures } = run({ classes });
  expect(only.classes.map((c) => c.class)).toEqual(["a", "b", "c"]);
  const [a, b, c] = only.classes;
  expect(a!.shareLower).toBeNull();
  expect(value(a!.shareUpper)).toBeGreaterThan(0.1);
  for (const line of [b!, c!]) expect([line.shareLower, line.shareUpper]).toEqual([null, null]);
  expect(figures.get(b!.k)?.from[0]).toMatchObject({ is: "judgment", who: "desk" });
});

test("[SI9] a stated query is counted again from the records; the latest statement of an id holds", () => {
  const base = {
    id: "own",
    name: "Own",
    actor: "amber-column",
    k: 99,
    n: 100,
    kind: "counted" as const,
    traits: {},
    citation: "r",
  };
  const query = { set: "register", actor: "amber-column", traits: {} };
  const first = stateClass({ class: { ...base, name: "Older" }, query });
  const second = stateClass({ class: base, query });
  const { only, value, figures } = run({ classes: [second, first] });
  const own = only.classes.filter((c) => c.class === "own");
  expect(own.map((c) => [c.name, value(c.k), value(c.n)])).toEqual([["Own", 6, 18]]);
  expect(only.classes.filter((c) => value(c.n) === 18).length).toBe(1);
  expect(figures.get(own[0]!.n)?.from.filter((g) => g.is === "row").length).toBe(18);
  const elsewhere = stateClass({ class: { ...base, id: "x" }, query: { ...query, actor: "nobody-known" } });
  expect(silenceTrouble({ ...input, classes: [elsewhere] }).map((p) => p.code)).toEqual(["class-not-counted"]);
});

test("[SI9] a class typed as a query is counted for the actor asked about, with its rows; without rows it is told", () => {
  const typed = { id: "all", name: "All of it", k: 0, n: 0, kind: "counted" as const, traits: {}, citation: "typed" };
  const { only, value, figures } = run({ classes: [stateClass({ class: { ...typed, query: { traits: {} } } })] });
  const line = only.classes.find((c) => c.class === "all");
  expect([value(line!.k), value(line!.n)]).toEqual([6, 18]);
  expect(figures.get(line!.n)?.from.filter((g) => g.is === "row").length).toBe(18);
  const none = stateClass({ class: { ...typed, query: { traits: { country: "XZ" } } } });
  expect(silenceTrouble({ ...input, classes: [none] }).map((p) => p.code)).toEqual(["class-not-counted"]);
});

test("[SI9] the class a person picked is named with who and why, also a published one that was not offered", () => {
  const is = { ...silent, actor: "islamic-state", traits: { country: "SY" } };
  const picked = [pick({ actor: "islamic-state", class: "islamic-state.turkey", why: "it hid its hand there too" })];
  const { only } = run({ records: [], silentActors: [is], picked });
  expect(only.picked).toEqual({ class: "islamic-state.turkey", who: "desk", why: "it hid its hand there too" });
  const wrong = { ...input, picked: [pick({ actor: "amber-column", class: "no-such" })] };
  expect(silenceTrouble(wrong).map((p) => p.code)).toEqual(["picked-class-unknown"]);
  expect(run(wrong).only.picked).toBeNull();
});

test("[SI6] an actor without any record says so, and still gets the widest classes", () => {
  const { only, value } = run({ records: [] });
  expect(only.note).toBe("no-record");
  expect(only.classes.length).toBeGreaterThan(0);
  const spread = only.classes.find((c) => value(c.n) === 4322)!;
  expect(value(spread.shareLower)).toBeLessThan(0.1);
});

test("an actor who has claimed is not silent: no classes, and a note", () => {
  const { only } = run({ silentActors: [{ ...silent, claimed: true }] });
  expect(only).toMatchObject({ note: "claimed", classes: [], unclaimedFrom: null, unclaimedTo: null });
});

test("[SI2] a silence without a length is left out and named; counts that run past the attack too", () => {
  const open: SilentActor = {
    ...silent,
    attack: { edtf: "2031-03-03/..", from: "2031-03-03T00:00:00.000Z", to: null },
  };
  expect(run({ silentActors: [open] }).silences).toEqual([]);
  expect(silenceTrouble({ ...input, silentActors: [open] }).map((p) => p.code)).toEqual(["attack-undated"]);
  const early = { ...input, until: wholeDay("2031-03-01") };
  expect(run(early).silences).toEqual([]);
  expect(silenceTrouble(early)).toMatchObject([{ code: "as-of-before-attack", facts: { asOf: "1 Mar 2031" } }]);
  const old = { ...silent, actor: "taliban", attack: wholeDay("2012-05-05") };
  const past = { ...input, silentActors: [old], until: wholeDay("2012-05-06") };
  expect(silenceTrouble(past).map((p) => p.code)).toEqual(["counts-later-than-attack"]);
});

test("[SI7] φ = 0 and κ over 1 are refused in an assessment, and the defaults stand", () => {
  const assumptions = [
    assume({ what: "false-share", value: 0 }),
    assume({ what: "seen", value: { from: 0.5, to: 1.5 } }),
  ];
  const codes = silenceTrouble({ ...input, assumptions }).map((p) => p.code);
  expect(codes).toEqual(["assumption-not-usable", "assumption-not-usable"]);
  const { only, value } = run({ assumptions });
  expect(only.assumptions[1]!.figures.map(value)).toEqual([0.01, 0.03, 0.2]);
});

test("[SI7] an assumption for one class or actor holds there only", () => {
  const turkey = { ...silent, actor: "islamic-state", traits: { country: "TR" } };
  const assumptions = [
    assume({ what: "seen", value: 1, actor: "islamic-state", class: "islamic-state.turkey" }),
    assume({ what: "seen", value: 0.25, actor: "amber-column" }),
  ];
  const { silences, value, figures } = run({ silentActors: [turkey, silent], records: rows, assumptions });
  const [amber, is] = silences;
  expect(amber!.assumptions[0]!.figures.map(value)).toEqual([0.25, 0.25, 0.25]);
  expect(is!.assumptions[0]!.figures.map(value)).toEqual([0.5, 0.75, 1]);
  expect(figures.get("port/silence/islamic-state/turkey/seen/middle")?.value).toBe(1);
});

test("[CA5] the order of actors, rows and statements never matters", () => {
  const actors = [silent, { ...silent, actor: "grey-oath" }];
  const assumptions = [assume({ what: "seen", value: 0.5 }), assume({ what: "seen", value: 0.9 })];
  const a = run({ silentActors: actors, assumptions });
  const b = run({
    silentActors: [...actors].reverse(),
    records: [...rows].reverse(),
    assumptions: [...assumptions].reverse(),
  });
  expect(b.silences).toEqual(a.silences);
  expect(b.list).toEqual(a.list);
});
