import { expect, test } from "vitest";
import type { RecordRow, ReferenceClass, Traits } from "../../../src/core/model/silence.ts";
import { parseIso, type When, wholeDay } from "../../../src/core/model/time.ts";
import { countQuery } from "../../../src/core/silence/class-query.ts";
import { classesFor, hasRecord } from "../../../src/core/silence/classes.ts";
import { compareClasses } from "../../../src/core/silence/compare.ts";
import { countClass } from "../../../src/core/silence/count-class.ts";
import { differences } from "../../../src/core/silence/differs.ts";
import { classesFor as exported } from "../../../src/core/silence.entry.ts";

const attack = wholeDay("2031-03-03");
const here: Traits = { country: "XQ", target: "security", attackType: "shooting", insider: true };

let line = 1;
function row(actor: string, date: string, rest: Partial<RecordRow> = {}): RecordRow {
  line += 1;
  const when = parseIso(date) as When;
  const base = { set: "harbour register", line, date: when, actor, claimed: false, lagHours: null, knownFrom: null };
  return { ...base, traits: {}, label: `${actor} ${date}`, ...rest };
}

const rows: readonly RecordRow[] = [
  ...[1, 2, 3, 4, 5, 6].map((m) =>
    row("amber-column", `2030-0${m}-01`, {
      claimed: m > 2,
      traits: { country: "XQ", target: "security", insider: false },
    }),
  ),
  ...[1, 2].map((m) =>
    row("amber-column", `2029-0${m}-01`, { traits: { country: "XQ", target: "security", insider: true } }),
  ),
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((m) =>
    row("amber-column", `2028-0${m}-01`, {
      claimed: true,
      traits: { country: "XR", target: "civilian", insider: false },
    }),
  ),
  ...[1, 2, 3].map((m) =>
    row("grey-oath", `2030-1${m - 1}-05`, {
      claimed: m === 1,
      traits: { country: "XQ", target: "security", insider: true },
    }),
  ),
];

test("[SI9] from records: at least three classes, narrow to wide, each with its rows, differing in n", () => {
  const classes = classesFor({
    actor: "amber-column",
    actorName: "Amber Column",
    traits: here,
    attack,
    records: rows,
    published: [],
  });
  expect(classes.length).toBeGreaterThanOrEqual(3);
  const own = classes.filter((c) => c.actor === "amber-column");
  expect(own.map((c) => `${c.k}/${c.n}`)).toEqual(["0/2", "4/8", "12/16"]);
  expect(classes.filter((c) => c.actor === undefined).map((c) => `${c.k}/${c.n}`)).toContain("1/5");
  for (const c of classes) {
    expect(c.rows?.all.length).toBe(c.n);
    expect(c.rows?.claimed.length).toBe(c.k);
  }
  expect(own[1]?.name).toBe("Amber Column, attacks on security targets in the country coded XQ (harbour register)");
});

test("[SI9] the order of rows and of published classes never matters", () => {
  const query = { actor: "amber-column", traits: here, attack };
  const turned = classesFor({ ...query, records: [...rows].reverse() });
  expect(turned).toEqual(classesFor({ ...query, records: rows }));
});

test("[SI9] a class never uses the incident itself, an attack of that day or later, or what became known later", () => {
  const query = { set: "harbour register", actor: "amber-column", traits: {} };
  const cut = { attack, incident: "pier-nine" };
  const count = (extra: RecordRow) => countClass(query, [...rows, extra], cut);
  const base = countClass(query, rows, cut);
  expect(base).toMatchObject({ k: 12, n: 16 });
  for (const left of [
    row("amber-column", "2031-03-03", { claimed: true }),
    row("amber-column", "2031-04-01", { claimed: true }),
    row("amber-column", "2030-12-01", { claimed: true, knownFrom: "2031-05-01T00:00:00.000Z" }),
    row("amber-column", "2030-12-02", { claimed: true, incident: "pier-nine" }),
    row("amber-column", "2031", { claimed: true }),
  ]) {
    expect(count(left)).toEqual(base);
  }
  expect(count(row("amber-column", "2031-03-02", { claimed: true }))).toMatchObject({ k: 13, n: 17 });
  // Claimed only after the incident: then it was not claimed as far as anybody could know.
  const late = row("amber-column", "2031-03-01", { claimed: true, claimedAt: wholeDay("2031-03-09") });
  expect(count(late)).toMatchObject({ k: 12, n: 17 });
});

test("[SI9] published counts: another actor or country has other classes; one that ended after the attack is left out", () => {
  const ids = (actor: string, traits: Traits, day = "2031-03-03") =>
    classesFor({ actor, traits, attack: wholeDay(day) }).map((c) => c.id);
  expect(ids("taliban", { country: "AF" })).toContain("taliban.suicide");
  expect(ids("taliban", { country: "AF" })).not.toContain("islamic-state.suicide");
  expect(ids("islamic-state", { country: "TR" })).toContain("islamic-state.turkey");
  expect(ids("islamic-state", { country: "SY" })).not.toContain("islamic-state.turkey");
  expect(ids("taliban", { country: "AF" }, "2012-05-05")).toEqual([]);
});

test("[SI9] at least three classes for each actor that has a published record, whatever is known of the incident", () => {
  for (const actor of [
    "islamic-state",
    "taliban",
    "ttp",
    "al-shabaab",
    "ltte",
    "jabhat-al-nusra",
    "aqap",
    "iswap",
    "is-khorasan",
    "boko-haram",
  ]) {
    for (const traits of [
      {},
      { country: "SY" },
      { country: "SY", target: "security", nationality: "US", insider: true, attackType: "shooting" },
    ]) {
      const classes = classesFor({ actor, traits, attack });
      expect(classes.length, actor).toBeGreaterThanOrEqual(3);
      expect(classes.length, actor).toBeLessThanOrEqual(5);
      expect(new Set(classes.map((c) => c.n)).size).toBe(classes.length);
      expect(hasRecord(classes, actor)).toBe(true);
    }
  }
});

test("[SI6] an actor without a record gets the widest classes, whose share is spread over nearly everything", () => {
  const classes = classesFor({ actor: "amber-column", traits: here, attack });
  expect(hasRecord(classes, "amber-column")).toBe(false);
  expect(classes.length).toBeGreaterThan(0);
  const [first] = compareClasses(
    classes.filter((c) => c.spread !== undefined),
    { law: "exponential", scale: 20 },
    { hours: 24 },
  );
  expect(first).toMatchObject({ sides: "both" });
  if (first !== undefined && "lower" in first) {
    expect(first.lower).toBeLessThan(0.1);
    expect(first.upper).toBeGreaterThan(0.99);
  }
});

test("[SI9] what differs is said in plain words: another value, a wider class, and what nobody knows", () => {
  const suicide: ReferenceClass = {
    ...{ id: "x", name: "x", actor: "amber-column", k: 1, n: 2, kind: "counted", citation: "an invented register" },
    traits: { attackType: "suicide", country: "XQ", period: "2019/2020" },
    note: "one harbour only",
  };
  expect(differences(suicide, { actor: "amber-column", traits: here, attack })).toEqual([
    "all suicide attacks; this was a shooting",
    "by insiders and others; this was by an insider",
    "on targets of any kind; this was on a security target",
    "of 2019 to 2020; this was on 3 Mar 2031",
    "one harbour only",
  ]);
  const { attackType: _type, insider: _insider, ...unknown } = here;
  expect(differences(suicide, { traits: unknown })[0]).toBe(
    "all suicide attacks; not known whether this was a suicide attack",
  );
  expect(
    differences(
      { traits: { nationality: "FR" } },
      { actor: "amber-column", traits: { nationality: "ES", country: "IT" } },
    ),
  ).toEqual([
    "all with French victims; this was one with Spanish victims",
    "in any country; this was in Italy",
    "by other groups too",
  ]);
});

test("[SI9] side by side: each row alone says what it says in any order; an empty class is unknown with its reason", () => {
  const classes = [
    { name: "wide", k: 62, n: 155 },
    { name: "narrow", k: 2, n: 14, parent: "wide" },
    { name: "read as", k: 95, n: 100, kind: "assumed" as const },
    { name: "none", k: 0, n: 0 },
  ];
  const options = { hours: 31, seen: 1, falseShare: 0.03 };
  const lag = { law: "weibull", scale: 13.6, shape: 0.95 } as const;
  const out = compareClasses(classes, lag, options);
  expect(compareClasses([...classes].reverse(), lag, options)).toEqual([...out].reverse());
  expect(out[3]).toMatchObject({ share: { is: "unknown", reason: "no-record" }, k: 0, n: 0 });
  expect("lower" in out[2]!).toBe(false);
  // Two-level fallback: (2 + 10·62/155)/(14 + 10).
  expect(out[1]).toMatchObject({ share: 6 / 24 });
  expect(() => compareClasses([{ name: "bad", k: 3, n: 2 }], lag, options)).toThrow(/"bad": k is 3 of n = 2/);
});

test("[SI6] with three siblings the parent's raw share is no guide, and Jeffreys stands", () => {
  const lag = { law: "exponential", scale: 20 } as const;
  const siblings = [40, 22, 0].map((k, i) => ({
    name: `port ${i}`,
    k,
    n: 60 - 20 * i,
    parent: "all",
    traits: { country: `X${i}` },
  }));
  const out = compareClasses([{ name: "all", k: 62, n: 120 }, ...siblings], lag, { hours: 5 });
  expect(out[3]).toMatchObject({ share: 0.5 / 21 });
});

test("[SI9] a query counts its rows alone, for the actor asked about, another or anybody; several sets must be told apart", () => {
  const about = { actor: "amber-column", records: rows, cut: { attack } };
  const count = (query: Parameters<typeof countQuery>[1], records = rows) => {
    const found = countQuery("q", query, { ...about, records });
    return "code" in found ? found.code : [found.actor, found.counts.k, found.counts.n];
  };
  expect(count({ traits: { insider: true } })).toEqual(["amber-column", 0, 2]);
  expect(count({ actor: "any", traits: { insider: true } })).toEqual([null, 1, 5]);
  expect(count({ actor: "grey-oath", traits: {} })).toEqual(["grey-oath", 1, 3]);
  expect(count({ traits: { period: "2030-01/2030-03" } })).toEqual(["amber-column", 1, 3]);
  expect(count({ traits: { country: "XZ" } })).toBe("class-not-counted");
  expect(count({ traits: {} }, [])).toBe("class-needs-records");
  const two = [...rows, row("amber-column", "2030-01-09", { set: "other" })];
  expect(count({ traits: {} }, two)).toBe("class-set-unclear");
  expect(count({ set: "other", traits: {} }, two)).toEqual(["amber-column", 0, 1]);
});

test("[SI9] a feature coded after the event cuts no class: not a stated one, nor those offered, and it is said", () => {
  const coded = rows.map((r) => ({
    ...r,
    traits: { ...r.traits, casualties: "1-5" as const },
    leaked: ["casualties" as const],
  }));
  const query = { traits: { insider: true, casualties: "1-5" as const } };
  const about = { actor: "amber-column", records: coded, cut: { attack } };
  expect(countQuery("q", query, about)).toMatchObject({
    code: "class-feature-leaked",
    facts: { features: "casualties", set: "harbour register" },
  });
  const offered = (records: readonly RecordRow[], traits: Traits) =>
    classesFor({ actor: "amber-column", actorName: "Amber Column", traits, attack, records, published: [] });
  const known = { ...here, casualties: "1-5" as const };
  const plain = offered(rows, here);
  expect(offered(coded, known).map((c) => [c.k, c.n])).toEqual(plain.map((c) => [c.k, c.n]));
  for (const c of offered(coded, known)) {
    expect(c.traits.casualties).toBeUndefined();
    expect(c.differs).toContain("not cut by number killed: coded after the event");
  }
});

test("[SI9] contact, the attacker's fate and the number killed set a class apart where it fixes them", () => {
  const traits = { contact: "directed", fate: "killed", casualties: "over-25" as const };
  const inspired = { contact: "inspired", fate: "captured", casualties: "1-5" as const };
  expect(differences({ traits }, { traits: inspired })).toEqual([
    "all with contact to the group: directed; this was one with contact: inspired",
    "all with the attacker killed; this was one with the attacker captured",
    "all with more than 25 killed; this was one with 1 to 5 killed",
  ]);
  expect(differences({ traits: {} }, { traits: inspired })).toEqual([
    "whatever the contact with the group; this was one with contact: inspired",
  ]);
});

test("the entry exports the same function", () => {
  expect(exported).toBe(classesFor);
});
