// Invented assessments, built by hand: no place, group or outlet in them exists.

import { assessQuestions } from "../../../src/core/explanations/assess-explanations.ts";
import type {
  AssessedDocument,
  AssessedSilence,
  AssessedStatement,
  AssessmentBody,
  Attribution,
  LedgerEntry,
  Quoted,
} from "../../../src/core/model/assessment.ts";
import type { Entry, EventBodies, EventType, JudgedValue } from "../../../src/core/model/event.ts";
import { type FigureBook, figureBook, type Unit } from "../../../src/core/model/figure.ts";
import { unknown } from "../../../src/core/model/stated.ts";
import { parseIso, type When } from "../../../src/core/model/time.ts";

export interface Making {
  readonly book: FigureBook;
  readonly fig: (id: string, value: number, unit?: Unit, rule?: string) => string;
  readonly quoted: (doc: number, paragraph: number, quote: string) => Quoted;
  readonly said: (
    said: Attribution["said"],
    by: string,
    more?: Partial<Attribution> & { words?: string; label?: string },
  ) => void;
  readonly ledger: (is: LedgerEntry["is"], actor: string, more?: Partial<LedgerEntry> & { words?: string }) => void;
}

export const day = (text: string): When => parseIso(text) as When;

const PUBLISHERS = ["Maren Wire", "Defence Office", "Harbour Today", "Interior Ministry", "Coast Ledger"];

function documents(n: number): AssessedDocument[] {
  return Array.from({ length: n }, (_, i) => ({
    id: `d${i + 1}`,
    position: i + 1,
    name: `text-${i + 1}.txt`,
    title: null,
    publisher: PUBLISHERS[i] ?? null,
    author: null,
    address: null,
    published: day(`2031-03-0${Math.min(9, 3 + Math.floor(i / 2))}`),
    captured: null,
    language: "en",
    text: String(i + 1)
      .repeat(64)
      .slice(0, 64),
    original: null,
    retracted: false,
  }));
}

type Draft = { -readonly [K in keyof AssessmentBody]: AssessmentBody[K] };

/** A body with nothing in it but documents; `fill` adds what a test is about. */
export function body(n: number, fill: (draft: Draft, making: Making) => void = () => {}): AssessmentBody {
  const book = figureBook();
  const docs = documents(n);
  const statements: AssessedStatement[] = [];
  const attributions: Attribution[] = [];
  const entries: LedgerEntry[] = [];
  const fig = (id: string, value: number, unit: Unit = "count", rule = "LI6") =>
    book.add({ id: `t/${id}`, value, unit, rule, from: [{ is: "table", name: "fixture", citation: "invented" }] });
  const quoted = (doc: number, paragraph: number, quote: string): Quoted => ({
    document: `d${doc}`,
    span: { start: paragraph * 1000, end: paragraph * 1000 + quote.length },
    quote,
    paragraph,
  });
  const statement = (id: string, quote: Quoted, label: string | undefined, object: AssessedStatement["object"]) => {
    statements.push({
      id,
      speaker: { is: "named" },
      content: [],
      ...(label === undefined ? {} : { target: { label, span: quote.span } }),
      act: "says",
      ...(object === undefined ? {} : { object }),
      factuality: "reported",
      polarity: "positive",
      quoted: false,
      sentence: quote.span,
      frame: "that-clause",
      rule: "ST2",
      document: quote.document,
      incident: "main",
      status: "proposed",
      precision: fig(`precision/${id}`, 0.9, "share", "ST2"),
      quote,
      speakerName: "a speaker",
      targetName: label ?? null,
    });
  };
  const making: Making = {
    book,
    fig,
    quoted,
    said: (said, by, { words = `${by} spoke.`, label, ...more } = {}) => {
      const id = `s${attributions.length + 1}`;
      const quote = more.quote ?? quoted(1, attributions.length + 1, words);
      statement(id, quote, label, said === "denies" ? "responsibility" : undefined);
      attributions.push({
        statement: id,
        incident: "main",
        by,
        byActor: null,
        said,
        whom: null,
        whomActor: null,
        kind: said === "claims" ? "self" : "official",
        onWhoseWord: "its own",
        basis: null,
        revises: null,
        denials: [],
        when: day("2031-03-03"),
        dated: "stated",
        documents: fig(`${id}/documents`, 1),
        origins: fig(`${id}/origins`, 1),
        originsFrom: fig(`${id}/origins-from`, 1),
        originsTo: fig(`${id}/origins-to`, 1),
        ...more,
        quote,
      });
    },
    ledger: (is, actor, { words = `No claim by ${actor}.`, ...more } = {}) => {
      entries.push({
        statement: `l${entries.length + 1}`,
        actor: actor.toLowerCase().replace(/\W+/g, "-"),
        actorName: actor,
        is,
        object: "unstated",
        incident: "main",
        closes: null,
        ...{ when: null, said: null, observed: null, dated: "undated", channel: null, relays: [] },
        ...{ authenticity: "reported", detail: "bare", lag: null, joint: [], rivals: [], partOf: [] },
        quote: quoted(1, 50 + entries.length, words),
        ...more,
      });
    },
  };
  const draft: Draft = {
    schema: "silverblaze/assessment/1",
    version: "0.1.0",
    title: "Port Maren: gunfire at a coast guard post",
    demonstration: null,
    purpose: null,
    asOf: "2031-03-04T18:00:00.000Z",
    asOfEdtf: "2031-03-04T18:00:00Z",
    atSeq: null,
    basis: "accepted and proposed",
    equalPriors: false,
    relations: [],
    explanationsNamed: [],
    proposedFacts: [],
    documents: docs,
    statements,
    lineage: {
      documents: fig("documents", n),
      origins: fig("origins", Math.min(n, 3)),
      originsFrom: fig("origins-from", Math.min(n, 3)),
      originsTo: fig("origins-to", Math.min(n, 3)),
      unseenCount: fig("unseen", 0),
      passages: [],
      list: [],
      unseen: [],
      edges: [],
    },
    incidents: [],
    attributions,
    ledger: entries,
    counts: [],
    actors: [],
    silences: [],
    questions: [],
    precedents: unknown("not-built"),
    narratives: unknown("not-built"),
    stakes: [],
    named: [],
    judgments: [],
    rows: [],
    figures: [],
    replies: [],
    problems: [],
  };
  fill(draft, making);
  return { ...draft, figures: book.list() };
}

export function silence(m: Making, over: Partial<AssessedSilence> = {}, actor = "Amber Column"): AssessedSilence {
  const slug = actor.toLowerCase().replace(/\W+/g, "-");
  const share = (id: string, value: number) => m.fig(`silence/${slug}/${id}`, value, "share", "SI7");
  const hours = (id: string) => m.fig(`silence/${slug}/${id}`, 31, "hours", "SI2");
  const line = (
    name: string,
    [did, from, to]: readonly [number, number, number],
    [k, n]: readonly [number, number],
  ) => ({
    class: name,
    name,
    kind: "counted" as const,
    k: m.fig(`silence/${slug}/${name}/k`, k, "count", "SI9"),
    n: m.fig(`silence/${slug}/${name}/n`, n, "count", "SI9"),
    share: share(`${name}/share`, k / n),
    shareLower: null,
    shareUpper: null,
    unclaimedIfDid: share(`${name}/did`, did),
    unclaimedIfDidFrom: share(`${name}/did-from`, from),
    unclaimedIfDidTo: share(`${name}/did-to`, to),
    factor: m.fig(`silence/${slug}/${name}/factor`, did / 0.97, "factor", "SI7"),
    factorFrom: m.fig(`silence/${slug}/${name}/factor-from`, from / 0.97, "factor", "SI7"),
    factorTo: m.fig(`silence/${slug}/${name}/factor-to`, to / 0.97, "factor", "SI7"),
    stillToCome: share(`${name}/still`, 0.05),
    ...{ ascertained: [], corner: null, ownLags: null },
    differs: ["an insider"],
    citation: "an invented count",
  });
  return {
    actor: slug,
    actorName: actor,
    incident: "port-maren",
    attack: day("2031-03-03T11:00Z"),
    until: day("2031-03-04T18:00Z"),
    hours: { from: hours("from"), middle: hours("middle"), to: hours("to") },
    reportedBy: [m.quoted(1, 7, `No group, the ${actor} among them, has claimed the attack.`)],
    classes: [
      line("all its attacks", [0.62, 0.5, 0.7], [62, 155]),
      line("attacks on posts", [0.45, 0.38, 0.6], [18, 31]),
      line("insiders, any group", [0.84, 0.7, 0.86], [2, 14]),
    ],
    unclaimedIfNot: share("not", 0.972),
    unclaimedFrom: share("span-from", 0.38),
    unclaimedTo: share("span-to", 0.86),
    picked: null,
    lags: [{ name: "an invented law of delays", law: "weibull", citation: "invented" }],
    assumptions: [
      {
        what: "the share of attacks not its own that a group claims",
        figures: [share("phi-from", 0.01), share("phi-to", 0.2)],
        statedBy: null,
      },
    ],
    ...{ outages: [], cuts: null, sensitivity: [], leaders: [], claim: null, note: null },
    ...over,
  };
}

let seq = 100;
function entry<K extends EventType>(of: EventBodies[K]): Entry<K> {
  seq += 1;
  return { seq, at: "2031-03-04T18:00:00.000Z", who: "the night desk", body: of };
}

const by = { who: "the night desk", why: "as the desk sees it" };

export interface Asked {
  readonly id?: string;
  readonly text?: string;
  readonly explanations: readonly {
    readonly id: string;
    readonly text: string;
    readonly prior?: number | { from: number; to: number };
  }[];
  readonly items: readonly {
    readonly id: string;
    readonly text: string;
    readonly open?: boolean;
    readonly weights: Readonly<Record<string, JudgedValue>>;
  }[];
}

/** A question as persons stated it, weighed by the real function. */
export function asked(m: Making, a: Asked) {
  const question = a.id ?? "who";
  return assessQuestions(
    {
      questions: [entry<"question.stated">({ question, text: a.text ?? "Who fired at the post?", ...by })],
      explanations: a.explanations.map((e) =>
        entry<"explanation.stated">({
          explanation: e.id,
          question,
          text: e.text,
          actors: [],
          ...(e.prior === undefined ? {} : { prior: e.prior }),
          ...by,
        }),
      ),
      evidence: a.items.map((i) =>
        entry<"evidence.stated">({
          evidence: i.id,
          text: i.text,
          questions: [question],
          facts: [],
          values: ["yes", "no"],
          observed: i.open === true ? null : "yes",
          rests: [],
          ...by,
        }),
      ),
      weights: a.items.flatMap((i) =>
        Object.entries(i.weights).map(([e, value]) =>
          entry<"evidence.weighed">({ evidence: i.id, explanations: [e], value, ...by }),
        ),
      ),
    },
    m.book,
  );
}

export const QUARREL: Asked = {
  explanations: [
    { id: "quarrel", text: "a quarrel between guards", prior: { from: 0.3, to: 0.5 } },
    { id: "order", text: "an order by the Amber Column", prior: { from: 0.25, to: 0.45 } },
    { id: "else", text: "something else", prior: { from: 0.1, to: 0.2 } },
  ],
  items: [
    {
      id: "roster",
      text: "the gunman was on the roster",
      weights: { quarrel: { from: 0.85, to: 0.95 }, order: { from: 0.15, to: 0.3 }, else: 0.2 },
    },
    {
      id: "morning",
      text: "two guards quarrelled that morning",
      weights: { quarrel: { from: 0.5, to: 0.7 }, order: 0.2, else: 0.2 },
    },
    {
      id: "radio",
      text: "radio contact was lost before the shots",
      weights: { quarrel: 0.25, order: { from: 0.5, to: 0.8 }, else: 0.4 },
    },
    {
      id: "weapon",
      text: "the weapon was not issued to the guard",
      open: true,
      weights: { quarrel: 0.05, order: 0.9, else: 0.5 },
    },
  ],
};

/** Everything at once: five documents, several speakers, a dispute, a lossy copy, a silence, a judged question. */
export function full(fill: (draft: Draft, making: Making) => void = () => {}): AssessmentBody {
  return body(5, (d, m) => {
    d.demonstration = "Demonstration: invented texts";
    d.atSeq = 63;
    m.said("blames", "the defence minister", {
      whom: "Amber Column",
      whomActor: "amber-column",
      words: "The defence minister said an early assessment pointed to the Amber Column.",
      label: "the Amber Column",
      quote: m.quoted(2, 3, "The defence minister said an early assessment pointed to the Amber Column."),
      documents: m.fig("blame/documents", 4),
      origins: m.fig("blame/origins", 1),
    });
    m.said("denies", "the Interior Ministry", {
      words: "The man in uniform was at no time on the staff of this Ministry.",
      quote: m.quoted(4, 1, "The man in uniform was at no time on the staff of this Ministry."),
      when: day("2031-03-03"),
    });
    m.said("suggests", "Coast Ledger", {
      whom: "the guard",
      onWhoseWord: "nobody named",
      kind: "unofficial",
      dated: "published",
      when: day("2031-03-04"),
      quote: m.quoted(5, 7, "One may ask what the guard itself had to hide."),
      label: "the guard",
    });
    m.ledger("no-claim-seen", "Amber Column");
    d.silences = [silence(m)];
    const three = m.fig("killed-3", 3, "count", "ST8");
    const four = m.fig("killed-4", 4, "count", "ST8");
    d.incidents = [
      {
        id: "port-maren",
        label: "gunfire at the post",
        main: true,
        documents: ["d1", "d5"],
        facts: [
          {
            field: "killed",
            value: {
              is: "disputed",
              versions: [
                { value: { text: "3", figure: three, quotes: [m.quoted(1, 2, "Three guards were killed.")] }, by: [] },
                { value: { text: "at least 4", figure: four, quotes: [m.quoted(5, 2, "At least 4 died.")] }, by: [] },
              ],
            },
          },
          { field: "weapon", value: { is: "unstated" } },
          { field: "date", value: { is: "stated", value: { text: "3 Mar 2031", quotes: [] }, by: [] } },
        ],
      },
    ];
    const gone = m.quoted(1, 5, "The harbour master said two guards had quarrelled that morning.");
    d.lineage = {
      ...d.lineage,
      origins: m.fig("origins-of-5", 3),
      originsFrom: m.fig("origins-low", 2),
      originsTo: m.fig("origins-high", 4),
      unseenCount: m.fig("unseen-1", 1),
      list: [
        { id: "o1", root: "d1", documents: ["d1", "d3", "d5"], name: "Maren Wire", count: m.fig("o1", 3) },
        { id: "o2", root: "d2", documents: ["d2"], name: "Defence Office", count: m.fig("o2", 1) },
        { id: "o3", root: "d4", documents: ["d4"], name: "Interior Ministry", count: m.fig("o3", 1) },
      ],
      unseen: [
        {
          name: "Estuary Agency",
          actor: null,
          citedBy: [m.quoted(1, 6, "Radio contact was lost at 10:50, the Estuary Agency reported.")],
        },
      ],
      edges: [
        {
          from: "d1",
          to: "d3",
          relation: "heavy-rewrite",
          basis: "time",
          possible: false,
          probability: m.fig("edge", 0.97, "share", "LI3"),
          losses: [
            {
              class: "attribution",
              count: m.fig("lost-attribution", 2, "count", "LI7"),
              examples: [{ a: gone, b: null }],
            },
            { class: "date", count: m.fig("lost-date", 1, "count", "LI7"), examples: [] },
            { class: "number", count: m.fig("lost-number", 0, "count", "LI7"), examples: [] },
          ],
        },
      ],
    };
    d.questions = asked(m, QUARREL);
    fill(d, m);
  });
}
