import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../../../src/core/assess.ts";
import type { Ask } from "../../../src/core/case/decide.ts";
import { foldCase } from "../../../src/core/case/fold.ts";
import { assessTexts } from "../../../src/core/index.entry.ts";
import type { Assessment } from "../../../src/core/model/assessment.ts";
import type { Memo } from "../../../src/core/model/memo.ts";
import { ProblemError } from "../../../src/core/model/problem.ts";
import { why } from "../../../src/core/why.ts";
import { BASE, eventsOf, type Name, sha, stateOf, TEXTS, texts } from "./fixture.ts";

const LATE = "2031-03-07";
const run = (asks: readonly Ask[] = BASE, asOf = LATE) => assess(stateOf(asks), texts, { asOf });
const whole = run();
const value = (a: Assessment, id: string) => a.figures.find((f) => f.id === id)?.value;

function memo(): Memo {
  const map = new Map<string, string>();
  return {
    get: (k) => (map.has(k) ? JSON.parse(map.get(k) as string) : undefined),
    set: (k, v) => void map.set(k, JSON.stringify(v)),
  };
}

describe("the case [CA]", () => {
  test("[CA1] an empty memo, a full one and none give the same bytes", () => {
    const remembered = memo();
    const first = assess(stateOf(), texts, { asOf: LATE, memo: remembered });
    const second = assess(stateOf(), texts, { asOf: LATE, memo: remembered });
    expect(JSON.stringify(first)).toBe(JSON.stringify(whole));
    expect(JSON.stringify(second)).toBe(JSON.stringify(whole));
  });

  test("[CA1] pairs of documents are judged once: a case with one document more judges only the pairs that it is in", () => {
    const remembered = memo();
    const kept: string[] = [];
    const counting: Memo = {
      get: remembered.get,
      set: (k, v) => {
        if (k.startsWith('["judged"')) kept.push(k);
        remembered.set(k, v);
      },
    };
    const upTo = (asOf: string) => assess(stateOf(), texts, { asOf, memo: counting });
    upTo("2031-03-05");
    expect(kept).toHaveLength(3);
    upTo("2031-03-05");
    expect(kept).toHaveLength(3);
    expect(JSON.stringify(upTo(LATE))).toBe(JSON.stringify(whole));
    expect(kept.map((k) => k.includes(sha("praise")))).toEqual([false, false, false, true, true, true]);
  });

  test.each(["2031-03-03", "2031-03-04T10:00Z", "2031-03-05", "2031-03-07"])(
    "[CA3] as of %s it equals the assessment of a case that holds only what could be known by then",
    (asOf) => {
      const published: Record<Name, string> = {
        wire: "2031-03-03T09:00",
        rewrite: "2031-03-04T12:00",
        denial: "2031-03-04T08:00",
        praise: "2031-03-06T10:00",
      };
      const limit = asOf.length === 10 ? `${asOf}T23:59` : asOf;
      const events = eventsOf(BASE).filter((e) => {
        const document = (e.body as { readonly document?: Name }).document;
        return document === undefined || published[document] <= limit;
      });
      const cut = assess(foldCase(events), texts, { asOf });
      expect(JSON.stringify(cut)).toBe(JSON.stringify(run(BASE, asOf)));
    },
  );

  test("[CA4] a decision survives every re-run, and a rejected statement is gone from every count", () => {
    const denial = whole.ledger.find((e) => e.is === "no-claim-seen" && e.quote.document === "wire");
    if (denial === undefined) throw new Error("no report of silence was found");
    const reject: Ask = {
      type: "statement.decided",
      body: { key: denial.statement, answer: "rejected", quote: "", proposedBy: "ST4", who: "editor", why: "wrong" },
    };
    for (let i = 0; i < 2; i++) {
      const after = run([...BASE, reject]);
      expect(after.ledger.map((e) => e.statement)).not.toContain(denial.statement);
      expect(after.statements.map((s) => s.id)).not.toContain(denial.statement);
    }
  });

  test("[CA4] a link that a person decided stands above the rules", () => {
    const link: Ask = {
      type: "link.decided",
      body: { texts: [sha("wire"), sha("denial")], answer: "derives", who: "editor", why: "seen" },
    };
    const before = value(whole, whole.lineage.origins);
    const after = run([...BASE, link]);
    expect(value(after, after.lineage.origins)).toBe((before ?? 0) - 1);
    expect(after.lineage.edges.some((e) => e.from === "wire" && e.to === "denial")).toBe(true);
  });

  test("[CA5] the order in which documents came in changes nothing", () => {
    const documents = BASE.filter((a) => a.type.startsWith("document."));
    const pairs = documents.flatMap((d, i) => (i % 2 === 0 ? [[d, documents[i + 1] as Ask]] : []));
    // Numbers of events are positions in the log, which the order of input moves; what people read must not move.
    const told = (a: Assessment) =>
      JSON.stringify({ ...a, judgments: [], figures: a.figures.map((f) => [f.id, f.value]) });
    fc.assert(
      fc.property(fc.shuffledSubarray(pairs, { minLength: pairs.length }), (shuffled) => {
        const rest = BASE.filter((a) => !a.type.startsWith("document."));
        const [title, ...others] = rest;
        expect(told(run([title as Ask, ...shuffled.flat(), ...others]))).toBe(told(whole));
      }),
      { numRuns: 6 },
    );
  });
});

describe("each step: a changed input changes the output", () => {
  const without = (name: Name) => BASE.filter((a) => (a.body as { readonly document?: string }).document !== name);

  test("1. known: a later day knows more documents", () => {
    expect(run(BASE, "2031-03-03").documents.map((d) => d.id)).toEqual(["wire"]);
    expect(whole.documents.map((d) => d.id)).toEqual(["wire", "denial", "rewrite", "praise"]);
  });

  test("2. read: other words give other statements", () => {
    const other = { ...texts, [sha("denial")]: "The Interior Ministry said nothing more on the matter.\n" };
    const changed = assess(stateOf(), other, { asOf: LATE });
    expect(changed.attributions.some((a) => a.said === "denies")).toBe(false);
    expect(whole.attributions.some((a) => a.said === "denies")).toBe(true);
  });

  test("3. lineage: the rewrite rests on the wire, and a copy adds no origin [CO7]", () => {
    const root = (a: Assessment, id: string) => a.lineage.list.find((o) => o.documents.includes(id))?.root;
    expect(root(whole, "rewrite")).toBe("wire");
    expect(value(whole, whole.lineage.origins)).toBe(value(run(without("rewrite")), whole.lineage.origins));
  });

  test("4. record: two counts of the dead stand side by side, and are one without the second", () => {
    const killed = (a: Assessment) => a.incidents[0]?.facts.find((f) => f.field === "killed")?.value;
    expect(killed(whole)?.is).toBe("disputed");
    expect(killed(run(without("denial")))?.is).toBe("stated");
  });

  test("5. silence: three classes side by side, and a longer silence weighs more", () => {
    const day1 = run(BASE, "2031-03-04");
    const [early] = day1.silences;
    const [late] = whole.silences;
    expect(late?.classes).toHaveLength(3);
    const line = late?.classes[0];
    const at = (a: Assessment, id: string | undefined) => value(a, id ?? "") ?? Number.NaN;
    expect(at(whole, line?.unclaimedIfDid)).toBeLessThan(at(day1, early?.classes[0]?.unclaimedIfDid));
  });

  test("6. explanations: another weight moves the posterior; [XP3] without one there is none", () => {
    const answer = whole.questions[0]?.answer;
    expect(answer?.is).toBe("weighed");
    const unweighed = run(BASE.filter((a) => a.type !== "evidence.weighed"));
    expect(unweighed.questions[0]?.answer.is).toBe("unknown");
    const other: Ask = {
      type: "evidence.weighed",
      body: { evidence: "roster", explanations: ["column"], value: 0.9, who: "night desk", why: "" },
    };
    const moved = run([...BASE, other]).questions[0]?.answer;
    const top = (a: typeof answer) => (a?.is === "weighed" ? a.ranking.map((r) => r.id) : []);
    expect(top(moved)).not.toEqual(top(answer));
  });

  test("6. [CA3] an item that rests only on a later document is not yet observed", () => {
    const weighed = (a: Assessment) => {
      const answer = a.questions[0]?.answer;
      return answer?.is === "weighed" ? answer.decibans.map((d) => d.evidence) : [];
    };
    expect(weighed(whole)).toContain("praise");
    expect(weighed(run(BASE, "2031-03-04"))).not.toContain("praise");
  });

  test("7. around it: where nothing is built yet the answer says so", () => {
    expect(whole.narratives.reason).toBe("not-built");
    expect(whole.stakes).toEqual([]);
  });

  test("7. [PR1] past cases before the attack, with reasons, ratio and what it can't say; the bounds follow from the counts", () => {
    const { precedents, figures } = whole;
    if (precedents.is === "unknown") throw new Error(precedents.reason);
    expect(precedents.cannotSay.length).toBeGreaterThan(0);
    const day = whole.incidents.find((i) => i.main)?.facts.find((f) => f.field === "date")?.value;
    expect(day?.is).not.toBe("unstated");
    for (const p of precedents.list) expect(p.reasons.length).toBeGreaterThanOrEqual(p.differences.length);
    const value = new Map(figures.map((f) => [f.id, f]));
    expect(value.get(precedents.alike)?.rule).toBe("PR1");
    if (precedents.ratio.is === "unknown") return;
    for (const end of [precedents.ratio.lower, precedents.ratio.upper]) {
      const trace = why(whole, end);
      expect(trace).toMatchObject({ rule: "PR1", holds: true });
      expect((trace as { recomputed: number | null }).recomputed).toBe(value.get(end)?.value);
    }
  });

  test("[SI7] who leads, and in which word, is told under each class, prior, φ, κ, law and q, and what changes the leader", () => {
    const silence = whole.silences[0];
    const led = silence?.leaders.find((l) => l.question === "who");
    expect(led?.rows.map((r) => r.name)).toEqual(silence?.sensitivity.map((v) => v.name));
    const answer = whole.questions[0]?.answer;
    const leader = answer?.is === "weighed" ? answer.ranking[0] : undefined;
    expect(led?.rows[0]).toMatchObject({ what: "as-is", leader: leader?.id, words: leader?.words, changes: false });
    for (const row of led?.rows ?? []) expect(row.changes).toBe(row.leader !== leader?.id);
    // Priors near the turn, .6 · .14 against .28 · .24: the column leads where the silence says least, with insiders' 2 of 14.
    const near = { column: 0.6, quarrel: 0.28, other: 0.12 } as const;
    const turned = run(
      BASE.map((a) =>
        a.type === "explanation.stated" && a.body.explanation in near
          ? { ...a, body: { ...a.body, prior: near[a.body.explanation as keyof typeof near] } }
          : a,
      ),
    ).silences[0]?.leaders[0];
    expect(turned?.rows.find((r) => r.name === "insiders")?.leader).toBe("column");
    expect(turned?.rows[0]?.leader).toBe("quarrel");
    expect(turned?.rows.find((r) => r.name === "insiders")?.changes).toBe(true);
    // Without a class picked there is no one number to vary.
    expect(run(BASE.filter((a) => a.type !== "class.picked")).silences[0]?.leaders).toEqual([]);
  });

  test("[CO6] a silence enters with its base rate printed: with the picked class, or with one line a class and their span", () => {
    const unpicked = run(BASE.filter((a) => a.type !== "class.picked"));
    const entered = (a: Assessment) => {
      const answer = a.questions[0]?.answer;
      return answer?.is === "weighed" && answer.decibans.some((d) => d.evidence.startsWith("silence-"));
    };
    expect([entered(unpicked), entered(whole)]).toEqual([true, true]);
    for (const a of [unpicked, whole]) expect(JSON.stringify(a.brief)).toContain("62 of 155 claimed");
    const answer = unpicked.questions[0]?.answer;
    const lines = answer?.is === "weighed" ? (answer.classLines ?? []) : [];
    expect(lines.map((l) => l.name)).toEqual(unpicked.silences[0]?.classes.map((c) => c.name));
    expect(whole.questions[0]?.answer).not.toHaveProperty("classLines");
  });

  describe("[CO4] a private person", () => {
    const person = (more: { mayBeNamed?: string; roles?: readonly string[] }): (typeof BASE)[number] => ({
      type: "actor.stated",
      body: {
        actor: { id: "ona-brell", kind: "person", names: { en: ["Ona Brell"] } },
        ...{ roles: ["the cook of the post"], sameAs: [], notSameAs: [], who: "night desk", why: "in two texts" },
        ...more,
      },
    });
    const said = BASE.map((a) =>
      a.type === "explanation.stated" && a.body.explanation === "quarrel"
        ? { ...a, body: { ...a.body, text: "A quarrel with Ona  Brell" } }
        : a,
    );

    test("stands by the role in the whole assessment and its brief", () => {
      const hidden = run([...said, person({})]);
      expect(JSON.stringify(hidden)).not.toMatch(/Ona\s+Brell/u);
      expect(JSON.stringify(hidden.brief)).toContain("A quarrel with the cook of the post");
      expect(JSON.stringify(run([...said, person({ roles: [] })]).brief)).toContain("A quarrel with a private person");
    });

    test("is named where somebody has recorded why", () => {
      const named = run([...said, person({ mayBeNamed: "speaks for the union in public" })]);
      expect(JSON.stringify(named.brief)).toContain("A quarrel with Ona Brell");
    });

    test("no figure counts or ranks persons: where nobody is hidden the assessment is the same", () => {
      const without = run(said);
      const named = run([...said, person({ mayBeNamed: "in public" })]);
      expect(named.figures.map((f) => f.id).filter((id) => id.includes("ona-brell"))).toEqual([]);
      expect(without.figures.length).toBe(named.figures.length);
    });
  });

  test("8. brief: it tells the judgment when there is one, and that there is none when there is not", () => {
    const first = (a: Assessment) => JSON.stringify(a.brief.sections[0]?.sentences[0]);
    expect(first(whole)).not.toBe(first(run(BASE.filter((a) => a.type !== "evidence.weighed"))));
  });
});

describe("figures", () => {
  test("every number of an assessment is a figure, except dates and positions", () => {
    const positions = new Set([
      "start",
      "end",
      "position",
      "paragraph",
      "seq",
      "atSeq",
      "line",
      "note",
      "number",
      "notes",
      "values",
    ]);
    const found: string[] = [];
    const walk = (x: unknown, path: readonly string[]) => {
      if (typeof x === "number" && !positions.has(path.at(-1) ?? "") && !positions.has(path.at(-2) ?? ""))
        found.push(path.join("."));
      if (typeof x === "object" && x !== null) for (const [k, v] of Object.entries(x)) walk(v, [...path, k]);
    };
    const { figures: _figures, brief, problems: _problems, ...rest } = whole;
    walk(rest, []);
    walk({ ...brief, figures: [] }, ["brief"]);
    expect(found).toEqual([]);
  });

  test("[BR1] every figure ends in words, a judgment, a row or a cited table, and comes out again", () => {
    const leaves = (t: ReturnType<typeof why>): boolean =>
      "grounds" in t && t.grounds.length > 0 && t.grounds.every((g) => g.is !== "figure" || leaves(g.trace));
    const bad = whole.figures.filter((f) => {
      const t = why(whole, f.id);
      return !leaves(t) || !("holds" in t) || !t.holds;
    });
    expect(bad.map((f) => f.id)).toEqual([]);
  });

  test("words quoted as grounds are the words of the text at that place", () => {
    const wrong = whole.figures.flatMap((f) =>
      f.from.filter((g) => g.is === "words" && texts[g.span.text ?? ""]?.slice(g.span.start, g.span.end) !== g.quote),
    );
    expect(wrong).toEqual([]);
  });

  test("a figure that was changed by hand no longer holds", () => {
    const reckoned = whole.figures.filter((f) => f.by !== undefined);
    expect(reckoned.length).toBeGreaterThan(50);
    const holding = reckoned.filter((f) => {
      const figures = whole.figures.map((g) => (g.id === f.id ? { ...g, value: g.value + 0.25 } : g));
      const t = why({ ...whole, figures }, f.id);
      return "holds" in t && t.holds;
    });
    expect(holding.map((f) => f.id)).toEqual([]);
  });

  test("no number of the brief can be changed in the list of figures without being seen, read ones too", () => {
    expect(whole.brief.figures.length).toBeGreaterThan(20);
    const unseen = whole.brief.figures.filter(({ id }) => {
      const figures = whole.figures.map((g) => (g.id === id ? { ...g, value: g.value + 0.25 } : g));
      const t = why({ ...whole, figures }, id);
      return !("holds" in t) || t.holds;
    });
    expect(unseen.map((f) => f.id)).toEqual([]);
  });

  test("a figure that is not there is unknown, with its reason", () => {
    expect(why(whole, "no/such/figure")).toEqual({ is: "unknown", reason: "no-such-figure" });
  });
});

describe("loose texts", () => {
  test("the order in which they are given changes nothing [CA5]", () => {
    const list = Object.entries(TEXTS).map(([name, text]) => ({ name, text }));
    const a = assessTexts(list, { asOf: LATE });
    const b = assessTexts([...list].reverse(), { asOf: LATE });
    expect(JSON.stringify(a)).toBe(JSON.stringify(b));
  });

  test("nothing given is an assessment of nothing, not a failure", () => {
    const nothing = assessTexts([], { asOf: LATE });
    expect(nothing.documents).toEqual([]);
    expect(nothing.problems.map((p) => p.code)).toContain("no-incident");
  });

  test("a day that is none is a caller's mistake", () => {
    expect(() => assessTexts(["x"], { asOf: "yesterday" })).toThrow(ProblemError);
  });
});
