import { describe, expect, it } from "vitest";
import { assessQuestions } from "../../../src/core/explanations/assess-explanations.ts";
import { explanationFormula } from "../../../src/core/explanations/formulas.ts";
import { type QuestionsInput, usedJudgments } from "../../../src/core/explanations/stated-input.ts";
import { weighExplanations } from "../../../src/core/explanations/weigh-explanations.ts";
import { told } from "../../../src/core/explanations/words.ts";
import type { AssessedQuestion } from "../../../src/core/model/assessment.ts";
import type { Entry, EventBodies, EventType, JudgedValue } from "../../../src/core/model/event.ts";
import { type Figure, figureBook } from "../../../src/core/model/figure.ts";

let seq = 0;
function entry<K extends EventType>(body: EventBodies[K]): Entry<K> {
  seq += 1;
  return { seq, at: "2031-03-04T18:00:00.000Z", who: "desk", body };
}

const said = { who: "night desk", why: "as the desk sees it" };
const question = (over: Partial<EventBodies["question.stated"]> = {}) =>
  entry<"question.stated">({
    question: "who",
    text: "Who fired at the post?",
    incident: "port-maren",
    ...said,
    ...over,
  });
const explanation = (id: string, text: string, over: Partial<EventBodies["explanation.stated"]> = {}) =>
  entry<"explanation.stated">({ explanation: id, question: "who", text, actors: [], prior: 0.3, ...said, ...over });
const evidence = (id: string, text: string, over: Partial<EventBodies["evidence.stated"]> = {}) =>
  entry<"evidence.stated">({
    evidence: id,
    text,
    questions: ["who"],
    facts: [],
    values: ["yes", "no"],
    observed: "yes",
    rests: [],
    ...said,
    ...over,
  });
const weight = (item: string, of: string, value: JudgedValue | null, who = "night desk") =>
  entry<"evidence.weighed">({ evidence: item, explanations: [of], value, who, why: "as the desk sees it" });

function input(over: Partial<QuestionsInput> = {}): QuestionsInput {
  return {
    path: ["port-maren"],
    questions: [question()],
    explanations: [
      explanation("order", "an order by the Amber Column", { actors: ["amber-column"], prior: { from: 0.2, to: 0.4 } }),
      explanation("quarrel", "a quarrel between guards", { prior: 0.5 }),
      explanation("else", "something else", { prior: 0.2 }),
    ],
    evidence: [
      evidence("roster", "the gunman was on the roster"),
      evidence("radio", "radio contact was lost before the shots"),
      evidence("weapon", "the weapon was not issued to the guard", { observed: null }),
    ],
    weights: [
      weight("roster", "order", 0.2),
      weight("roster", "quarrel", { word: "almost sure to see it" }),
      weight("roster", "else", 0.4),
      weight("radio", "order", 0.7),
      weight("radio", "quarrel", { from: 0.1, to: 0.3 }),
      weight("weapon", "order", 0.8),
      weight("weapon", "quarrel", 0.1),
      weight("weapon", "else", 0.5),
    ],
    ...over,
  };
}

function assessed(from: QuestionsInput, book = figureBook()) {
  const [first] = assessQuestions(from, book);
  const figures = new Map(book.list().map((f) => [f.id, f]));
  const value = (id: string) => figures.get(id)!.value;
  return { question: first as AssessedQuestion, answer: first!.answer, figures, value };
}

function weighedAnswer(from: QuestionsInput, book = figureBook()) {
  const { answer, ...rest } = assessed(from, book);
  if (answer.is !== "weighed") throw new Error(JSON.stringify(answer));
  return { ...rest, answer };
}

function silenceTerm(book = figureBook()) {
  const add = (step: string, value: number) =>
    book.add({
      id: `silence/${step}`,
      value,
      unit: "share",
      rule: "SI7",
      from: [{ is: "table", name: "classes", citation: "an invented class" }],
    });
  const ends = (name: string, value: number, from: number, to: number) => ({
    value: add(`${name}`, value),
    from: add(`${name}-from`, from),
    to: add(`${name}-to`, to),
  });
  const term = {
    id: "silence-amber-column",
    text: "no claim by the Amber Column in 31 hours",
    actor: "amber-column",
    incident: "port-maren",
    lines: [{ name: "all attacks", ifDid: ends("did", 0.6, 0.4, 0.85) }],
    ifNot: ends("not", 0.97, 0.97, 0.97),
  };
  return { book, term };
}

describe("a question that a person has weighed", () => {
  it("[BR1] every figure is reckoned again to the same bits from the figures in its grounds, or is read from judgments", () => {
    const { book, term } = silenceTerm();
    const { figures } = weighedAnswer(input({ silences: [term] }), book);
    let reckoned = 0;
    for (const figure of figures.values()) {
      if (figure.by === undefined) {
        expect(figure.from.some((g) => g.is === "judgment" || g.is === "table" || g.is === "figure")).toBe(true);
        continue;
      }
      reckoned++;
      const formula = explanationFormula(figure.by);
      const inputs = figure.from.map((g) => (g.is === "figure" ? figures.get(g.id)!.value : Number.NaN));
      expect(formula?.(inputs), figure.id).toBe(figure.value);
    }
    expect(reckoned).toBeGreaterThan(40);
  });

  it("[BR1] from each probability the grounds lead down to judgments, of the right person and event, and nothing else", () => {
    const from = input();
    const { answer, figures } = weighedAnswer(from);
    const ends: { seq: number; who: string }[] = [];
    const walk = (figure: Figure) => {
      for (const g of figure.from) {
        if (g.is === "figure") walk(figures.get(g.id)!);
        else if (g.is === "judgment") ends.push(g);
        else expect(g.is).toBe("table");
      }
    };
    walk(figures.get(answer.ranking[0]!.probability)!);
    const seqs = new Set(ends.map((e) => e.seq));
    for (const e of [...from.explanations, ...from.weights.slice(0, 5)]) expect(seqs).toContain(e.seq);
    expect(new Set(ends.map((e) => e.who))).toEqual(new Set(["night desk"]));
  });

  it("[XP4] gives what weighExplanations gives for the same model", () => {
    const { answer, value } = weighedAnswer(input());
    const weighed = weighExplanations({
      questions: [
        {
          id: "who",
          explanations: [
            { id: "order", prior: { from: 0.2, to: 0.4 } },
            { id: "quarrel", prior: 0.5 },
            { id: "else", prior: 0.2 },
          ],
        },
      ],
      evidence: [
        {
          id: "roster",
          on: "who",
          observed: true,
          weights: { order: 0.2, quarrel: { word: "almost sure to see it" }, else: 0.4 },
        },
        { id: "radio", on: "who", observed: true, weights: { order: 0.7, quarrel: { from: 0.1, to: 0.3 } } },
        { id: "weapon", on: "who", observed: null, weights: { order: 0.8, quarrel: 0.1, else: 0.5 } },
      ],
    });
    const [posterior] = weighed.posterior;
    if (posterior === undefined || "is" in posterior) throw new Error("no posterior");
    for (const e of posterior.explanations) {
      const row = answer.ranking.find((r) => r.id === e.id)!;
      expect(value(row.probability)).toBeCloseTo(e.probability, 13);
      expect(value(row.from)).toBeCloseTo(e.range.from, 10);
      expect(value(row.to)).toBeCloseTo(e.range.to, 10);
      expect(value(row.boxFrom)).toBeCloseTo(e.box.from, 12);
      expect(value(row.boxTo)).toBeCloseTo(e.box.to, 12);
    }
    expect([value(answer.weighed), value(answer.cells)]).toEqual([5, 6]);
    expect(value(answer.decibansTotal)).toBeCloseTo(weighed.decibans[0]!.total, 12);
    const sum = answer.decibans.reduce((a, d) => a + value(d.figure), 0);
    expect(Math.abs(sum - value(answer.decibansTotal))).toBeLessThan(1e-12);
    expect(answer.leaveOneOut.map((l) => [l.without, l.leader])).toEqual(
      weighed.leaveOneOut.map((l) => [l.without, l.leader]),
    );
    expect(value(answer.nextFacts[0]!.bits)).toBeCloseTo(weighed.nextFacts[0]!.bits, 12);
    expect(answer.nextFacts[0]).toMatchObject({ leaderIfSeen: "order", leaderIfNot: "quarrel" });
    expect(answer.boxExact).toBe(false);
    const nearest = weighed.thresholds.filter((t) => t.evidence === "radio");
    const [radio] = answer.thresholds!.filter((t) => t.evidence === "radio");
    expect(nearest.map((t) => [t.explanation, t.leads])).toContainEqual([radio!.under, radio!.leads]);
    expect(value(radio!.at)).toBeCloseTo(nearest.find((t) => t.explanation === radio!.under)!.at, 12);
    expect(answer.conflicts!.map((c) => c.evidence)).toEqual(weighed.conflicts.map((c) => c.evidence));
    expect(answer.conflicts!.length).toBeGreaterThan(0);
    answer.conflicts!.forEach((c, i) => {
      expect(value(c.figure)).toBeCloseTo(weighed.conflicts[i]!.decibans, 10);
    });
  });

  it("[XP7] where a question states a chance worth telling, each open fact says how likely it is crossed", () => {
    const { answer, value } = weighedAnswer(input());
    const [fact] = answer.nextFacts;
    const leader = value(answer.ranking.find((r) => r.id === "quarrel")!.probability);
    const ifNot = (leader * 0.9) / (1 - value(fact!.ifSeen!));
    expect(ifNot).toBeGreaterThan(leader + 0.05);
    const worth = (threshold: number) => ({
      ...input(),
      questions: input().questions.map((q) => entry<"question.stated">({ ...q.body, threshold })),
    });
    const crossed = (threshold: number) => {
      const again = weighedAnswer(worth(threshold));
      return again.value(again.answer.nextFacts[0]!.crossesThreshold!);
    };
    expect(crossed((leader + ifNot) / 2)).toBeGreaterThanOrEqual(1 - value(fact!.ifSeen!) - 1e-12);
    expect(crossed(0.9999)).toBe(0);
    expect(fact!.crossesThreshold).toBeUndefined();
  });

  it("[XP7] a fact that somebody adds appears with its worth, and once it is seen the posterior is the one foretold", () => {
    const added = (observed: string | null) =>
      input({
        evidence: [...input().evidence, evidence("boots", "boots of the group", { observed })],
        weights: [
          ...input().weights,
          weight("boots", "order", 0.8),
          weight("boots", "quarrel", 0.1),
          weight("boots", "else", 0.4),
        ],
      });
    const before = weighedAnswer(added(null));
    const fact = before.answer.nextFacts.find((f) => f.evidence === "boots")!;
    expect(before.value(fact.bits)).toBeGreaterThan(0.05);
    expect(weighedAnswer(input()).answer.nextFacts.map((f) => f.evidence)).not.toContain("boots");
    const after = weighedAnswer(added("yes"));
    expect(after.answer.ranking[0]!.id).toBe(fact.leaderIfSeen);
    const chance = (a: ReturnType<typeof weighedAnswer>, id: string) =>
      a.value(a.answer.ranking.find((r) => r.id === id)!.probability);
    const foretold = (chance(before, "order") * 0.8) / before.value(fact.ifSeen!);
    expect(chance(after, "order")).toBeCloseTo(foretold, 12);
  });

  it("[XP6] the answer at which another leads is the nearest of its item; the silence, which nobody answers, has none", () => {
    const { book, term } = silenceTerm();
    const { answer, value } = weighedAnswer(input({ silences: [term] }), book);
    const list = answer.thresholds!;
    expect(list.length).toBeGreaterThan(0);
    expect(list.map((t) => t.evidence)).not.toContain(term.id);
    const changes = list.map((t) => Math.abs(value(t.at) - value(t.now)));
    expect(changes).toEqual([...changes].sort((a, b) => a - b));
    for (const t of list) {
      const lead = (x: number) => {
        const own = figureBook();
        for (const f of book.list()) if (f.id.startsWith("silence/")) own.add(f);
        const weights = [...input().weights, weight(t.evidence, t.under, x)];
        return weighedAnswer(input({ silences: [term], weights }), own).answer.ranking[0]!.id;
      };
      const beyond = value(t.at) > value(t.now) ? 1.001 : 0.999;
      expect(lead(value(t.at) * beyond)).toBe(t.leads);
      expect(lead(value(t.at) / beyond)).toBe(answer.ranking[0]!.id);
    }
  });

  it("[SI7] a silence enters under the explanations that name the actor, and the others; with its own number and range", () => {
    const plain = weighedAnswer(input());
    const { book, term } = silenceTerm();
    const { answer, value, figures } = weighedAnswer(input({ silences: [term] }), book);
    const of = (id: string, a: typeof answer, v: typeof value) => v(a.ranking.find((r) => r.id === id)!.probability);
    const before = of("order", plain.answer, plain.value) / of("quarrel", plain.answer, plain.value);
    expect(of("order", answer, value) / of("quarrel", answer, value)).toBeCloseTo((before * 0.6) / 0.97, 12);
    expect(answer.decibans.map((d) => d.evidence)).toContain("silence-amber-column");
    const score = [...figures.values()].find((f) => f.id.endsWith("explanation/order/score"))!;
    expect(score.from).toContainEqual({ is: "figure", id: "silence/did" });
    expect([value(answer.weighed), value(answer.cells)]).toEqual([5, 6]);
  });

  it("[SI7] a silence about another incident, or of an actor that no explanation names, does not enter", () => {
    for (const change of [{ incident: "elsewhere" }, { actor: "blue-league" }]) {
      const { book, term } = silenceTerm();
      const { answer } = weighedAnswer(input({ silences: [{ ...term, ...change }] }), book);
      expect(answer.decibans.map((d) => d.evidence)).toEqual(["prior", "radio", "roster"]);
    }
  });

  it("[XP5] an item that is a copy of another leaves each figure as it was", () => {
    const base = input();
    const copied = {
      ...base,
      evidence: [...base.evidence, evidence("again", "the gunman stood on the roster, a second paper repeats")],
      weights: [...base.weights, weight("again", "order", 0.1), weight("again", "quarrel", 0.9)],
      copies: { again: "roster" },
    };
    expect(weighedAnswer(copied).answer.ranking).toEqual(weighedAnswer(base).answer.ranking);
    const [a, b] = [weighedAnswer(base), weighedAnswer(copied)];
    for (const row of a.answer.ranking) expect(b.value(row.probability)).toBe(a.value(row.probability));
    const counted = weighedAnswer({ ...copied, copies: {} });
    expect(counted.value(counted.answer.ranking[0]!.probability)).not.toBe(a.value(a.answer.ranking[0]!.probability));
  });

  it("[XP8] several analysts: a cell spans their answers, or goes by the analysts that are chosen; who was used is said", () => {
    const base = input();
    const second = { ...base, weights: [...base.weights, weight("roster", "order", 0.6, "day desk")] };
    const { answer, figures } = weighedAnswer(second);
    expect(answer.analysts).toEqual(["day desk", "night desk"]);
    const cell = (end: string) => figures.get(`port-maren/explanations/who/item/roster/order/likelihood${end}`)?.value;
    expect([cell("-from"), cell("-to"), cell("")]).toEqual([0.2, 0.6, 0.4]);
    const chosen = weighedAnswer({ ...second, analysts: ["night desk"] });
    expect(chosen.answer.analysts).toEqual(["night desk"]);
    expect(chosen.figures.get("port-maren/explanations/who/item/roster/order/likelihood")?.value).toBe(0.2);
  });

  it("the latest answer of an analyst counts; taken back, it counts no more", () => {
    const base = input();
    const { figures } = weighedAnswer({ ...base, weights: [...base.weights, weight("roster", "order", 0.35)] });
    expect(figures.get("port-maren/explanations/who/item/roster/order/likelihood")?.value).toBe(0.35);
    const back = weighedAnswer({ ...base, weights: [...base.weights, weight("roster", "order", null)] });
    expect(back.value(back.answer.weighed)).toBe(4);
  });

  it("[CA5] the order in which things are handed in changes nothing", () => {
    const base = input();
    const turned = {
      ...base,
      explanations: [...base.explanations].reverse(),
      evidence: [...base.evidence].reverse(),
      weights: [...base.weights].reverse(),
    };
    const [a, b] = [figureBook(), figureBook()];
    expect(assessQuestions(turned, b)).toEqual(assessQuestions(base, a));
    const sorted = (list: readonly Figure[]) => [...list].map((f) => `${f.id} ${f.value}`).sort();
    expect(sorted(b.list())).toEqual(sorted(a.list()));
  });

  it("[XP3] equal starting chances are grounded in the choice, not in a judgment", () => {
    const { figures, answer } = weighedAnswer(input({ equalPriors: true }));
    const prior = figures.get("port-maren/explanations/who/explanation/order/prior-stated")!;
    expect(prior.value).toBe(1 / 3);
    expect(prior.from).toEqual([
      { is: "table", name: "equal starting chances", citation: "chosen for this assessment, stated by nobody" },
    ]);
    expect(answer.analysts).toEqual(["night desk"]);
  });

  it("an item is printed with what was observed; the questions keep the order in which they were stated", () => {
    const base = input();
    const asking = base.evidence.map((e, i) =>
      i === 0
        ? entry<"evidence.stated">({
            ...e.body,
            text: "How did he come in?",
            observed: "by the gate",
            values: ["by the gate", "other"],
          })
        : e,
    );
    const second = question({ question: "again", text: "Who else?" });
    const both = { ...base, evidence: asking, questions: [...base.questions, second] };
    const answer = weighedAnswer(both).answer;
    expect(answer.decibans.map((d) => d.text)).toEqual([
      "starting chances",
      "radio contact was lost before the shots",
      "How did he come in? by the gate",
    ]);
    expect(assessQuestions(both, figureBook()).map((q) => q.id)).toEqual(["who", "again"]);
  });

  it("ids that differ only by case or sign keep their own figures", () => {
    const base = input();
    const odd = base.evidence.map((e, i) => entry<"evidence.stated">({ ...e.body, evidence: ["r_1", "R-1", "w"][i]! }));
    const names: Record<string, string> = { roster: "r_1", radio: "R-1", weapon: "w" };
    const weights = base.weights.map((w) =>
      entry<"evidence.weighed">({ ...w.body, evidence: names[w.body.evidence]! }),
    );
    const { answer } = weighedAnswer({ ...base, evidence: odd, weights });
    expect(new Set(answer.decibans.map((d) => d.figure)).size).toBe(3);
  });

  it("every judgment used is listed for why, by event, with its numbers", () => {
    const from = input();
    const used = usedJudgments(from);
    expect(used).toHaveLength(1 + 3 + 3 + 8);
    expect(used.map((u) => u.seq)).toEqual([...used.map((u) => u.seq)].sort((a, b) => a - b));
    const prior = used.find((u) => u.what.startsWith("starting chance of “an order"));
    expect(prior).toMatchObject({ who: "night desk", values: [0.2, 0.4] });
    expect(used.some((u) => u.what.endsWith(": almost sure to see it"))).toBe(true);
  });
});

/** Every figure is reckoned again to the same bits. */
function recomputed(figures: ReadonlyMap<string, Figure>): void {
  for (const figure of figures.values()) {
    if (figure.by === undefined) continue;
    const inputs = figure.from.map((g) => (g.is === "figure" ? figures.get(g.id)!.value : Number.NaN));
    expect(explanationFormula(figure.by)?.(inputs), `${figure.id} by ${figure.by.slice(0, 40)}`).toBe(figure.value);
  }
}

const answersOf = (from: QuestionsInput, book = figureBook()) => {
  const questions = assessQuestions(from, book);
  const figures = new Map(book.list().map((f) => [f.id, f]));
  const of = (id: string) => {
    const answer = questions.find((q) => q.id === id)!.answer;
    if (answer.is !== "weighed") throw new Error(JSON.stringify(answer));
    return answer;
  };
  const chance = (question: string, id: string) =>
    figures.get(of(question).ranking.find((r) => r.id === id)!.probability)!.value;
  return { questions, figures, of, chance };
};

describe("questions that hang together [XP1]", () => {
  const why = [
    entry<"question.stated">({ question: "why", text: "Why the silence?", dependsOn: "who", ...said }),
    entry<"explanation.stated">({
      explanation: "hides",
      question: "why",
      text: "it hides",
      actors: [],
      priorGiven: { order: 0.4, quarrel: 0.1, else: 0.2 },
      ...said,
    }),
    entry<"explanation.stated">({
      explanation: "nothing",
      question: "why",
      text: "nothing to claim",
      actors: [],
      priorGiven: { order: 0.6, quarrel: 0.9, else: 0.8 },
      ...said,
    }),
  ] as const;
  const joined = (over: Partial<QuestionsInput> = {}) => {
    const base = input();
    return {
      ...base,
      questions: [...base.questions, why[0]],
      explanations: [...base.explanations, why[1], why[2]],
      evidence: [...base.evidence, evidence("praise", "the group praised it", { questions: ["why"] })],
      weights: [...base.weights, weight("praise", "hides", 0.7), weight("praise", "nothing", 0.2)],
      ...over,
    };
  };

  it("a question that depends on another moves it, and is moved by it", () => {
    const { chance, figures, of } = answersOf(joined());
    const alone = answersOf(input());
    const odds = (c: typeof chance) => c("who", "order") / c("who", "quarrel");
    const moved = (0.4 * 0.7 + 0.6 * 0.2) / (0.1 * 0.7 + 0.9 * 0.2);
    expect(odds(chance) / odds(alone.chance)).toBeCloseTo(moved, 10);
    expect(of("who").together).toEqual(["why"]);
    const sum = of("who").decibans.reduce((a, d) => a + figures.get(d.figure)!.value, 0);
    expect(sum).toBeCloseTo(10 * Math.log10(chance("who", "quarrel") / chance("who", "order")), 9);
    recomputed(figures);
  });

  it("an item that bears on both is answered in pairs", () => {
    const both = evidence("leaflet", "a leaflet was found", { questions: ["who", "why"] });
    const pair = (a: string, b: string, value: number) =>
      entry<"evidence.weighed">({ evidence: "leaflet", explanations: [b, a], value, who: "night desk", why: "" });
    const base = joined();
    const { chance, of, figures } = answersOf({
      ...base,
      questions: [base.questions[0]!, entry<"question.stated">({ question: "why", text: "Why?", ...said })],
      explanations: base.explanations.map((e) =>
        e.body.question === "why" ? entry<"explanation.stated">({ ...e.body, prior: 0.5 }) : e,
      ),
      evidence: [...base.evidence, both],
      weights: [
        ...base.weights,
        ...["order", "quarrel", "else"].flatMap((a) => [
          pair(a, "hides", a === "order" ? 0.8 : 0.2),
          pair(a, "nothing", 0.2),
        ]),
      ],
    });
    expect(of("who").together).toEqual(["why"]);
    expect(chance("why", "hides")).toBeGreaterThan(0.7 / 0.9);
    const pairs = of("who").thresholds!.filter((t) => t.evidence === "leaflet");
    for (const t of pairs) expect(t.underText).toContain(" and ");
    for (const t of of("who").thresholds!) expect(figures.get(t.now)!.value).toBeGreaterThan(0);
    recomputed(figures);
  });

  it("[XP5] separately made reports bear on what their origin says, and count as one at most", () => {
    const base = input();
    const fact = entry<"fact.stated">({
      fact: "wire-right",
      text: "What the wire says is right",
      values: ["yes", "no"],
      table: { order: [0.8, 0.2], quarrel: [0.2, 0.8], else: [0.5, 0.5] },
      ...said,
    });
    const report = (n: number) => evidence(`report-${n}`, `report ${n}`, { questions: [], facts: ["wire-right"] });
    const answers = (n: number) => [
      weight(`report-${n}`, "wire-right=yes", 0.9),
      weight(`report-${n}`, "wire-right=no", 0.02),
    ];
    const made = (n: number) => {
      const numbers = Array.from({ length: n }, (_, i) => i + 1);
      return answersOf({
        ...base,
        facts: [fact],
        evidence: [...base.evidence, ...numbers.map(report)],
        weights: [...base.weights, ...numbers.flatMap(answers)],
      });
    };
    const odds = ({ chance }: ReturnType<typeof made>) => chance("who", "order") / chance("who", "quarrel");
    const [none, one, many] = [made(0), made(1), made(12)];
    expect(odds(one) / odds(none)).toBeCloseTo(0.724 / 0.196, 9);
    expect(odds(many) / odds(none)).toBeLessThanOrEqual(4 + 1e-9);
    expect(odds(many) / odds(none)).toBeGreaterThan(3.99);
    expect(one.of("who").decibans.map((d) => d.text)).toContain("What the wire says is right");
    recomputed(one.figures);
  });

  it("[XP3] where one of them lacks a starting chance, none has an answer; an item that nobody weighed joins nothing", () => {
    const base = joined();
    const bare = base.explanations.map((e) => {
      const { priorGiven: _, ...body } = e.body;
      return entry<"explanation.stated">(body);
    });
    const questions = assessQuestions({ ...base, explanations: bare }, figureBook());
    expect(questions.map((q) => q.answer.is === "unknown" && q.answer.reason)).toEqual(["no-prior", "no-prior"]);
    const idle = {
      ...input(),
      evidence: [...input().evidence, evidence("idle", "idle", { questions: ["who", "why"] })],
    };
    expect(assessed(idle).answer.is).toBe("weighed");
  });
});

describe("partial dependence in a case [XP5]", () => {
  it("a stated correlation enters with its exponent, grounded in the judgment", () => {
    const base = input();
    const assumption = entry<"assumption.stated">({
      assumption: "same-night",
      what: "correlation",
      value: 1,
      items: ["roster", "radio"],
      ...said,
    });
    const plain = answersOf(base);
    const { chance, figures } = answersOf({ ...base, assumptions: [assumption] });
    const odds = (c: typeof chance) => c("who", "order") / c("who", "quarrel");
    const prior = 0.3 / 0.5;
    expect(odds(chance) / prior).toBeCloseTo(Math.sqrt(odds(plain.chance) / prior), 9);
    recomputed(figures);
    const exponent = figures.get("port-maren/explanations/who/item/roster/exponent")!;
    expect(exponent.value).toBe(0.5);
  });

  it("an item that rests on a source graded F counts from no effect to whole", () => {
    const base = input();
    const { figures, of } = answersOf({ ...base, unjudged: { roster: { seq: 77, who: "night desk" } } });
    expect(figures.get("port-maren/explanations/who/item/roster/exponent-from")!.value).toBe(0);
    expect(figures.get("port-maren/explanations/who/item/roster/exponent")!.value).toBe(0.5);
    expect(of("who").boxExact).toBe(false);
    recomputed(figures);
  });
});

describe("a silence while nobody has picked a class [SI9]", () => {
  const three = () => {
    const { book, term } = silenceTerm();
    const [line] = term.lines;
    const other = (name: string, value: number) => {
      const id = book.add({
        id: `silence/${name}`,
        value,
        unit: "share",
        rule: "SI7",
        from: [{ is: "table", name: "classes", citation: "an invented class" }],
      });
      return { name, ifDid: { value: id, from: id, to: id } };
    };
    return { book, term: { ...term, lines: [line!, other("by insiders", 0.9), other("abroad", 0.2)] } };
  };

  it("gives one line a class, and the headline is their span", () => {
    const { book, term } = three();
    const { of, figures } = answersOf(input({ silences: [term] }), book);
    const answer = of("who");
    expect(answer.classLines!.map((l) => l.name)).toEqual(["all attacks", "by insiders", "abroad"]);
    for (const row of answer.ranking) {
      const lines = answer.classLines!.map((l) => l.explanations.find((e) => e.id === row.id)!);
      expect(figures.get(row.from)!.value).toBe(Math.min(...lines.map((l) => figures.get(l.from)!.value)));
      expect(figures.get(row.to)!.value).toBe(Math.max(...lines.map((l) => figures.get(l.to)!.value)));
    }
    recomputed(figures);
  });

  it("each line is what the class would give if it were picked", () => {
    const { book, term } = three();
    const { of, figures } = answersOf(input({ silences: [term] }), book);
    of("who").classLines!.forEach((line, i) => {
      const again = three();
      const picked = answersOf(input({ silences: [{ ...again.term, lines: [again.term.lines[i]!] }] }), again.book);
      for (const e of line.explanations) {
        expect(figures.get(e.probability)!.value).toBeCloseTo(picked.chance("who", e.id), 12);
      }
    });
  });
});

describe("strategic silence [SI12]", () => {
  const stated = (over: Partial<EventBodies["explanation.stated"]> = {}) => {
    const { book, term } = silenceTerm();
    const base = input();
    const hides = explanation("hides", "an order by the Amber Column, which keeps quiet on purpose", {
      actors: ["amber-column"],
      strategicFor: "amber-column",
      ...over,
    });
    const { prior: _, ...body } = hides.body;
    const share = (value: number) =>
      entry<"assumption.stated">({
        assumption: "hidden",
        what: "strategic-share",
        value,
        actor: "amber-column",
        explanation: "hides",
        ...said,
      });
    const whole = input({ silences: [term] });
    const answers = [0.2, 0.7].map((value, i) => weight(["roster", "radio"][i]!, "hides", value));
    const from = {
      ...base,
      silences: [term],
      explanations: [...base.explanations, entry<"explanation.stated">(body)],
      weights: [...base.weights, ...answers],
    };
    return { book, term, from, share, whole };
  };

  it("takes its share of its parent, and splitting never changes the total", () => {
    const { book, from, share, whole } = stated();
    const split = answersOf({ ...from, assumptions: [share(0.1)] }, book);
    const before = answersOf(whole, silenceTerm().book);
    expect(split.chance("who", "hides") + split.chance("who", "order")).toBeCloseTo(before.chance("who", "order"), 12);
    // P(strategic | silent, directed) = σ / (1 − πV): 1 − πV is .6.
    const within = split.chance("who", "hides") / (split.chance("who", "hides") + split.chance("who", "order"));
    expect(within).toBeCloseTo(0.1 / 0.6, 12);
    recomputed(split.figures);
  });

  it("without a stated share it is refused, as it fits any silence", () => {
    const { book, from } = stated();
    const [first] = assessQuestions(from, book);
    expect(first!.answer).toMatchObject({ is: "unknown", reason: "no-strategic-share" });
  });

  it("a share larger than what the actor leaves unclaimed is refused", () => {
    const { book, from, share, term } = stated();
    const pi = book.add({
      id: "silence/share",
      value: 0.95,
      unit: "share",
      rule: "SI6",
      from: [{ is: "table", name: "classes", citation: "an invented class" }],
    });
    const silences = [{ ...term, lines: term.lines.map((l) => ({ ...l, share: pi })) }];
    const [first] = assessQuestions({ ...from, silences, assumptions: [share(0.1)] }, book);
    expect(first!.problems?.map((p) => p.code)).toEqual(["strategic-share-too-large"]);
  });
});

describe("a question that nobody can weigh yet", () => {
  const unknown = (from: QuestionsInput) => {
    const { answer, figures } = assessed(from);
    expect(answer.is).toBe("unknown");
    return { ...(answer as Extract<typeof answer, { is: "unknown" }>), filed: figures.size };
  };

  it("[XP3] without a starting chance it names the explanations that lack one, and files no figure", () => {
    const base = input();
    const explanations = base.explanations.map((e, i) => {
      const { prior, ...body } = e.body;
      return i === 1 ? entry<"explanation.stated">(body) : e;
    });
    expect(unknown({ ...base, explanations })).toMatchObject({
      reason: "no-prior",
      missing: ["a starting chance for “a quarrel between guards”"],
      filed: 0,
    });
  });

  it("[XP3] a silence without a weighed item gives nothing", () => {
    const { term } = silenceTerm();
    const answer = unknown(input({ weights: [], silences: [term] }));
    expect(answer.reason).toBe("no-judged-evidence");
    expect(answer.missing).toContain("answers for two explanations on “the gunman was on the roster”");
  });

  it("[XP10] an explanation that accuses a person needs another person's approval", () => {
    const base = input();
    const explanations = base.explanations.map((e, i) =>
      i === 0 ? entry<"explanation.stated">({ ...e.body, accusesPerson: true }) : e,
    );
    expect(unknown({ ...base, explanations }).reason).toBe("accuses-person");
    const approval = (who: string) =>
      entry<"approval.stated">({
        approval: "a",
        of: "named-accusation",
        object: "order",
        role: "editor",
        who,
        why: "read",
      });
    expect(unknown({ ...base, explanations, approvals: [approval("night desk")] }).reason).toBe("accuses-person");
    expect(assessed({ ...base, explanations, approvals: [approval("the editor")] }).answer.is).toBe("weighed");
  });

  it("[XP9] a certain answer is refused, with what to do, as a problem of the question", () => {
    const base = input();
    const { question: q, answer } = assessed({ ...base, weights: [...base.weights, weight("radio", "else", 0)] });
    expect(answer).toMatchObject({ is: "unknown", reason: "unusable-judgment" });
    expect(q.problems?.map((p) => p.code)).toEqual(["explanation-value-out-of-range"]);
  });

  it("a question without explanations says that two are needed", () => {
    const answer = unknown({ ...input(), explanations: [] });
    expect(answer.reason).toBe("unusable-judgment");
    expect(answer.missing[0]).toContain("at least two");
  });
});

describe("the likelihood words of a range [XP4, XP9]", () => {
  const wordsOf = (range: { from: number; to: number }, leftOut: readonly number[]) =>
    told(range, { leftOut, bare: null }).words;

  it("one band gives its word, two neighbours both, more none, and none beyond 1 to 99 %", () => {
    expect(wordsOf({ from: 0.6, to: 0.7 }, [])).toEqual(["likely"]);
    expect(wordsOf({ from: 0.5, to: 0.7 }, [])).toEqual(["roughly even chance", "likely"]);
    expect(wordsOf({ from: 0.3, to: 0.7 }, [])).toBeNull();
    expect(wordsOf({ from: 0.001, to: 0.03 }, [])).toBeNull();
  });

  it("a bound belongs to the band farther from even", () => {
    expect(wordsOf({ from: 0.8, to: 0.9 }, [])).toEqual(["very likely"]);
    expect(wordsOf({ from: 0.05, to: 0.05 }, [])).toEqual(["almost no chance"]);
  });

  it("almost certain only if it stays so whichever item is left out", () => {
    expect(wordsOf({ from: 0.96, to: 0.98 }, [0.955, 0.97])).toEqual(["almost certain"]);
    expect(wordsOf({ from: 0.96, to: 0.98 }, [0.955, 0.9])).toBeNull();
  });

  it("[XP10] of a state no word over even where only silences and motives lift it there", () => {
    const range = { from: 0.6, to: 0.75 };
    expect(told(range, { leftOut: [], bare: 0.4 })).toEqual({ words: null, withheld: "silence-or-motive" });
    expect(told(range, { leftOut: [], bare: 0.6 })).toEqual({ words: ["likely"] });
    expect(told({ from: 0.3, to: 0.4 }, { leftOut: [], bare: 0.2 })).toEqual({ words: ["unlikely"] });
  });
});

describe("a state's complicity [XP10]", () => {
  const base = () => {
    const from = input();
    const explanations = from.explanations.map((e) =>
      entry<"explanation.stated">({ ...e.body, actors: e.body.explanation === "order" ? ["interior-ministry"] : [] }),
    );
    const gain = evidence("gain", "the ministry gains a larger budget", { motive: true });
    const weights = [
      weight("radio", "order", 0.5),
      weight("radio", "quarrel", 0.5),
      weight("radio", "else", 0.5),
      weight("gain", "order", 0.9),
      weight("gain", "quarrel", 0.1),
      weight("gain", "else", 0.1),
    ];
    return { ...from, explanations, evidence: [...from.evidence, gain], weights };
  };
  const order = (from: QuestionsInput) => weighedAnswer(from).answer.ranking.find((r) => r.id === "order")!;

  it("has its range and no word while only a motive speaks for it; with an item of another kind it has one", () => {
    expect(order({ ...base(), states: ["interior-ministry"] })).toMatchObject({
      words: null,
      withheld: "silence-or-motive",
    });
    const trace = [weight("roster", "order", 0.6), weight("roster", "quarrel", 0.2), weight("roster", "else", 0.2)];
    const more = { ...base(), states: ["interior-ministry"] };
    expect(order({ ...more, weights: [...more.weights, ...trace] }).words).not.toBeNull();
  });

  it("of who is no state the same item gives a word", () => {
    expect(order({ ...base(), states: [] }).words).not.toBeNull();
  });

  it("where questions hang together too", () => {
    const from = base();
    const why = [
      entry<"question.stated">({ question: "why", text: "Why?", dependsOn: "who", ...said }),
      ...["a", "b"].map((id) =>
        entry<"explanation.stated">({
          explanation: id,
          question: "why",
          text: id,
          actors: [],
          priorGiven: { order: 0.5, quarrel: 0.5, else: 0.5 },
          ...said,
        }),
      ),
    ] as const;
    const joint = {
      ...from,
      questions: [...from.questions, why[0] as (typeof from.questions)[number]],
      explanations: [...from.explanations, ...(why.slice(1) as unknown as typeof from.explanations)],
    };
    const of = (states: readonly string[]) =>
      assessQuestions({ ...joint, states }, figureBook())[0]!.answer as Extract<
        AssessedQuestion["answer"],
        { is: "weighed" }
      >;
    const row = (states: readonly string[]) => of(states).ranking.find((r) => r.id === "order")!;
    expect(of([]).together).toEqual(["why"]);
    expect(row([]).words).not.toBeNull();
    expect(row(["interior-ministry"])).toMatchObject({ words: null, withheld: "silence-or-motive" });
  });
});
