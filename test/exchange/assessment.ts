import type { AssessedDocument, AssessedStatement, Assessment, Quoted } from "../../src/core/model/assessment.ts";
import type { BriefPart } from "../../src/core/model/brief.ts";
import type { Figure, Ground, Unit } from "../../src/core/model/figure.ts";
import type { TextInfo } from "../../src/core/model/reading.ts";
import { parseIso, wholeDay } from "../../src/core/model/time.ts";
import { silenceFormulas } from "../../src/core/silence/formulas.ts";
import { paragraphAt } from "../../src/exchange/text-facts.ts";
import { ARABIC, COPY, place, WIRE } from "./texts.ts";

const HASHES: Readonly<Record<string, string>> = {
  "wire.txt": "a".repeat(64),
  "copy.txt": "b".repeat(64),
  "sahl.txt": "c".repeat(64),
};
const AS_OF = "2033-05-03T06:00:00.000Z";

export const TEXTS: Readonly<Record<string, string>> = Object.fromEntries(
  [WIRE, COPY, ARABIC].map((t) => [HASHES[t.id]!, t.text]),
);

function document(info: TextInfo, position: number): AssessedDocument {
  return {
    ...{
      id: info.id,
      position,
      name: info.name ?? info.id,
      title: `Title of ${info.id}`,
      publisher: info.publisher ?? null,
    },
    ...{
      author: null,
      address: info.url ?? null,
      published: info.published ?? null,
      captured: "2033-05-02T20:00:00.000Z",
    },
    ...{ language: info.language ?? "en", text: HASHES[info.id]!, original: null, retracted: false },
  };
}

function quote(info: TextInfo, words: string): Quoted {
  const span = place(info.text, words);
  return {
    document: info.id,
    span: { text: HASHES[info.id]!, ...span },
    quote: words,
    paragraph: paragraphAt(info.text, span.start),
  };
}

const figures: Figure[] = [];

function words(...quotes: readonly Quoted[]): Ground[] {
  return quotes.map(({ span, quote: q }) => ({ is: "words", span, quote: q }));
}

function read(
  id: string,
  value: number,
  more: { readonly unit?: Unit; readonly rule?: string; readonly from: readonly Ground[] },
): string {
  figures.push({ id: `tarn/${id}`, value, unit: more.unit ?? "share", rule: more.rule ?? "SI7", from: more.from });
  return `tarn/${id}`;
}

function derived(
  id: string,
  by: string,
  of: readonly string[],
  more: { readonly unit?: Unit; readonly rule?: string } = {},
): string {
  const inputs = of.map((one) => figures.find((f) => f.id === one)!.value);
  const value = by === "sum" ? inputs.reduce((a, b) => a + b, 0) : silenceFormulas[by]!(inputs);
  figures.push({
    id: `tarn/${id}`,
    value,
    unit: more.unit ?? "share",
    rule: more.rule ?? "SI7",
    from: of.map((one) => ({ is: "figure", id: one })),
    by,
  });
  return `tarn/${id}`;
}

const SAID = {
  blames: quote(WIRE, "a first look pointed to the Slate Company"),
  noClaim: quote(WIRE, "Nobody had claimed the attack by 9 a.m. on Monday."),
  confirmed: quote(COPY, "The Slate Company carried out the attack, the transport minister confirmed."),
  arabic: quote(ARABIC, "ولم تتبن أي جهة الهجوم حتى صباح الاثنين."),
  fell: quote(WIRE, "The Fell Agency reported"),
  killed: quote(WIRE, "Three signallers were killed"),
};

const table = (name: string): Ground => ({ is: "table", name, citation: "An invented count, Upland Almanac 2032" });
const judged: Ground = { is: "judgment", seq: 12, who: "night desk" };

const count = (id: string, value: number, ...quotes: readonly Quoted[]) =>
  read(id, value, { unit: "count", rule: "LI6", from: words(...quotes) });
const documents = count("documents", 3, SAID.blames, SAID.confirmed, SAID.arabic);
const origins = count("origins", 1, SAID.blames);
const originsTo = count("origins-to", 2, SAID.blames, SAID.arabic);
const unseenCount = count("unseen", 1, SAID.fell);

const hoursFrom = read("silence/hours/from", 12, { unit: "hours", rule: "SI2", from: words(SAID.noClaim) });
const hoursTo = read("silence/hours/to", 36, { unit: "hours", rule: "SI2", from: words(SAID.noClaim) });
const hours = derived("silence/hours/middle", "middle", [hoursFrom, hoursTo], { unit: "hours", rule: "SI2" });
const median = read("silence/law/median", 14, { unit: "hours", rule: "SI4", from: [judged] });
const sigma = read("silence/law/sigma", 1.1, { unit: "score", rule: "SI4", from: [judged] });
const seen = read("silence/seen", 0.9, { from: [judged] });
const falseShare = read("silence/false-share", 0.03, { from: [table("assumptions.json")] });
const byNow = derived("silence/by-now", "lognormal-by-now", [hours, median, sigma], { rule: "SI4" });
const after = derived("silence/after", "lognormal-after", [hours, median, sigma], { rule: "SI4" });
const unclaimedIfNot = derived("silence/unclaimed-if-not", "unclaimed-if-not", [seen, falseShare, byNow]);

function silenceClass(step: string, { k, n }: { readonly k: number; readonly n: number }) {
  const rows: Ground[] = Array.from({ length: k }, (_, i) => ({ is: "row", set: "register.csv", line: 2 + 2 * i }));
  const ids = {
    k: read(`silence/${step}/k`, k, { unit: "count", rule: "SI9", from: rows }),
    n: read(`silence/${step}/n`, n, { unit: "count", rule: "SI9", from: [table(step)] }),
  };
  const share = derived(`silence/${step}/share`, "jeffreys-mean", [ids.k, ids.n], { rule: "SI6" });
  const shareLower = derived(`silence/${step}/share-lower`, "jeffreys-lower", [ids.k, ids.n], { rule: "SI6" });
  const shareUpper = derived(`silence/${step}/share-upper`, "jeffreys-upper", [ids.k, ids.n], { rule: "SI6" });
  const factor = derived(`silence/${step}/factor`, "silence-factor", [seen, share, falseShare, byNow], {
    unit: "factor",
  });
  return {
    ...{
      class: step,
      name: step.replaceAll("-", " "),
      kind: "counted" as const,
      ...ids,
      share,
      shareLower,
      shareUpper,
    },
    unclaimedIfDid: derived(`silence/${step}/unclaimed`, "unclaimed-if-did", [seen, share, byNow]),
    unclaimedIfDidFrom: derived(`silence/${step}/unclaimed-from`, "unclaimed-if-did", [seen, shareUpper, byNow]),
    unclaimedIfDidTo: derived(`silence/${step}/unclaimed-to`, "unclaimed-if-did", [seen, shareLower, byNow]),
    ...{ factor, factorFrom: factor, factorTo: factor },
    stillToCome: derived(`silence/${step}/still-to-come`, "still-to-come", [seen, share, byNow, after]),
    ...{ ascertained: [], corner: null, ownLags: null },
    ...{ differs: ["most were on quarries; this was a signal station"], citation: "Upland Almanac 2032, invented" },
  };
}

const classes = [
  silenceClass("Slate-Company-blasts-at-stations", { k: 12, n: 19 }),
  silenceClass("Slate-Company-all-attacks", { k: 31, n: 78 }),
  silenceClass("any-band-in-the-uplands", { k: 17, n: 106 }),
];
const unclaimedFrom = derived(
  "silence/unclaimed-lowest",
  "lowest",
  classes.map((c) => c.unclaimedIfDid),
  { rule: "SI9" },
);
const unclaimedTo = derived(
  "silence/unclaimed-highest",
  "highest",
  classes.map((c) => c.unclaimedIfDid),
  { rule: "SI9" },
);

const stated = (id: string, value: number, unit: Unit = "share") =>
  read(`who/${id}`, value, { unit, rule: "XP4", from: [judged] });
const explanation = (
  id: string,
  text: string,
  [value, from, to]: readonly [number, number, number],
  wordsOf: readonly string[] | null,
) => ({
  ...{ id, text, words: wordsOf, probability: stated(`${id}/probability`, value) },
  ...{
    from: stated(`${id}/from`, from),
    to: stated(`${id}/to`, to),
    boxFrom: stated(`${id}/box-from`, from / 2),
    boxTo: stated(`${id}/box-to`, to),
  },
  inconsistent: stated(`${id}/inconsistent`, 1, "count"),
});
const ranking = [
  explanation("gas", "A gas leak, and no attack", [0.62, 0.5, 0.82], null),
  explanation("slate", "The Slate Company did it", [0.28, 0.12, 0.4], ["very unlikely", "unlikely"]),
  explanation("else", "Something else", [0.1, 0.03, 0.18], ["very unlikely"]),
];
const decibans = [
  { evidence: "prior", text: "starting chances", figure: stated("decibans/prior", 0.7, "decibans") },
  { evidence: "smell", text: "A neighbour smelled gas for days", figure: stated("decibans/smell", 5.4, "decibans") },
  { evidence: "look", text: "A first look pointed to the band", figure: stated("decibans/look", -2.6, "decibans") },
];
const decibansTotal = derived(
  "who/decibans/total",
  "sum",
  decibans.map((d) => d.figure),
  { unit: "decibans", rule: "XP6" },
);

function statement(id: string, where: Quoted, more: Partial<AssessedStatement>): AssessedStatement {
  return {
    ...{
      id,
      speaker: { is: "role" },
      content: [where.span],
      act: "says",
      factuality: "reported",
      polarity: "positive",
      quoted: false,
    },
    ...{
      sentence: where.span,
      frame: "that-clause",
      rule: "ST2",
      document: where.document,
      incident: "tarn",
      status: "proposed",
    },
    ...{
      precision: read(`statement/${id}/precision`, 0.85, { rule: "ST2", from: [table("precision.json")] }),
      quote: where,
    },
    ...{ speakerName: "the transport minister", targetName: null },
    ...more,
  } as AssessedStatement;
}

const statements = [
  statement("s1", SAID.blames, { act: "blames", targetName: "Slate Company", factuality: "hedged" }),
  statement("s2", SAID.noClaim, {
    act: "no-claim",
    speakerName: "Upland Wire",
    status: "accepted",
    frame: "responsibility",
  }),
  statement("s3", SAID.confirmed, { act: "confirms", status: "mended" }),
  statement("s4", SAID.arabic, { act: "no-claim", speakerName: "صحيفة السهل" }),
];

const text = (words1: string): BriefPart => ({ is: "text", text: words1 });
const figure = (id: string, shown: string): BriefPart => ({ is: "figure", id, as: "of-100", shown });

/** What an assessment of the three invented texts could be. */
export const ASSESSMENT: Assessment = {
  ...{ schema: "silverblaze/assessment/1", version: "0.1.0", title: "Tarn Hollow: a blast at a signal station" },
  ...{
    demonstration: "Demonstration: invented texts",
    purpose: null,
    asOf: AS_OF,
    asOfEdtf: "2033-05-03T06:00Z",
    atSeq: 63,
  },
  ...{ basis: "accepted and proposed", equalPriors: false },
  documents: [document(WIRE, 1), document(COPY, 2), document(ARABIC, 3)],
  statements,
  lineage: {
    ...{ documents, origins, originsFrom: origins, originsTo, unseenCount },
    passages: [],
    list: [
      {
        id: "o1",
        root: "wire.txt",
        documents: ["wire.txt", "copy.txt", "sahl.txt"],
        name: "Upland Wire",
        count: documents,
      },
    ],
    unseen: [{ name: "the Fell Agency", actor: null, citedBy: [SAID.fell] }],
    edges: [
      {
        ...{ from: "wire.txt", to: "copy.txt", relation: "heavy-rewrite", basis: "time", possible: false },
        probability: read("lineage/wire-copy", 0.87, { rule: "LI3", from: words(SAID.blames, SAID.confirmed) }),
        losses: [
          {
            class: "alternative-dropped",
            count: count("lineage/wire-copy/alternative", 1, SAID.blames),
            examples: [{ a: SAID.blames, b: null }],
          },
        ],
      },
      {
        ...{ from: "wire.txt", to: "sahl.txt", relation: "light-edit", basis: "credit", possible: true },
        ...{
          probability: read("lineage/wire-sahl", 0.4, { rule: "LI3", from: words(SAID.blames, SAID.arabic) }),
          losses: [],
        },
      },
    ],
  },
  incidents: [
    {
      ...{ id: "tarn", label: "Tarn Hollow", main: true, documents: ["wire.txt"] },
      facts: [
        { field: "killed", value: { is: "stated", value: { text: "three", quotes: [SAID.killed] }, by: ["s1"] } },
        { field: "weapon", value: { is: "unstated" } },
        {
          field: "perpetrator",
          value: {
            is: "disputed",
            versions: [
              { value: { text: "Slate Company", quotes: [SAID.confirmed] }, by: ["s3"] },
              { value: { text: "nobody: a gas leak", quotes: [SAID.blames] }, by: ["s1"] },
            ],
          },
        },
      ],
    },
  ],
  ...{ attributions: [], ledger: [], counts: [], named: [], relations: [], explanationsNamed: [], proposedFacts: [] },
  actors: [
    {
      id: "slate-company",
      name: "Slate Company",
      kind: "armed-group",
      labels: ["the band"],
      inferred: false,
      mentions: count("mentions", 2, SAID.blames),
    },
  ],
  silences: [
    {
      ...{
        actor: "slate-company",
        actorName: "the Slate Company",
        incident: "tarn",
        attack: wholeDay("2033-05-01"),
        until: parseIso("2033-05-02T09:00Z")!,
      },
      ...{ hours: { from: hoursFrom, middle: hours, to: hoursTo }, reportedBy: [SAID.noClaim, SAID.arabic], classes },
      ...{ unclaimedIfNot, unclaimedFrom, unclaimedTo, note: null },
      ...{ outages: [], cuts: null, sensitivity: [], leaders: [], claim: null },
      picked: { class: "Slate-Company-all-attacks", who: "night desk", why: "same band, same years" },
      lags: [{ name: "lognormal, stated", law: "lognormal", citation: "night desk" }],
      assumptions: [
        { what: "chance that a claim made would have been seen", figures: [seen], statedBy: "night desk" },
        { what: "share it would claim without having done it", figures: [falseShare], statedBy: null },
      ],
    },
  ],
  questions: [
    {
      ...{ id: "who", text: "Who did it?", explanations: ranking.map(({ id, text: t }) => ({ id, text: t })) },
      answer: {
        ...{
          is: "weighed",
          ranking,
          weighed: stated("weighed", 5, "count"),
          cells: stated("cells", 6, "count"),
          decibans,
          decibansTotal,
        },
        leaveOneOut: [{ without: "smell", leader: "slate", probability: stated("without/smell", 0.45) }],
        ...{ nextFacts: [], analysts: ["night desk"] },
      },
    },
    {
      ...{ id: "part", text: "What was the band's part?", explanations: [{ id: "ordered", text: "It ordered it" }] },
      answer: { is: "unknown", reason: "no-prior", missing: ["a starting chance for “It ordered it”"] },
    },
  ],
  ...{
    precedents: { is: "unknown", reason: "not-built" },
    narratives: { is: "unknown", reason: "not-built" },
    stakes: [],
  },
  judgments: [
    {
      seq: 12,
      who: "night desk",
      why: "from experience",
      what: "a stated number",
      values: figures.filter((f) => f.from[0]?.is === "judgment").map((f) => f.value),
    },
  ],
  rows: Array.from({ length: 31 }, (_, i) => ({
    set: "register.csv",
    line: 2 + 2 * i,
    label: `attack ${i}`,
    claimed: true,
    citation: null,
  })),
  figures,
  replies: [{ actor: "slate-company", asked: false, text: null }],
  problems: [],
  brief: {
    ...{
      schema: "silverblaze/brief/1",
      version: "0.1.0",
      title: "Tarn Hollow: a blast at a signal station",
      demonstration: "Demonstration: invented texts",
    },
    ...{ asOf: AS_OF, atSeq: 63, state: "draft", checkedBy: null, language: "en" },
    sections: [
      {
        ...{ id: "judgment", heading: "Judgment", list: false },
        sentences: [
          {
            parts: [
              text("Given the judgments of night desk, “"),
              { is: "text", text: "A gas leak, and no attack", name: true },
              text("” leads with "),
              figure("tarn/who/gas/probability", "60"),
              text(" in 100 ("),
              figure("tarn/who/gas/from", "50"),
              text(" to "),
              figure("tarn/who/gas/to", "80"),
              text("): too uncertain for one likelihood word."),
            ],
            notes: [],
          },
          {
            parts: [
              text("That the band did it is "),
              {
                is: "likelihood",
                words: ["very unlikely", "unlikely"],
                from: "tarn/who/slate/from",
                to: "tarn/who/slate/to",
              },
              text("."),
            ],
            notes: [],
          },
        ],
      },
      {
        ...{ id: "who-says-what", heading: "Who says what", list: true },
        sentences: [
          {
            parts: [
              text("The transport minister blames the Slate Company, from "),
              { is: "quote", text: "a first look", note: 1 },
              text("."),
            ],
            notes: [1],
          },
          {
            parts: [{ is: "text", text: "صحيفة السهل", name: true }, text(" reports that nobody has claimed it.")],
            notes: [2],
          },
        ],
      },
      {
        ...{ id: "silence", heading: "The silence", list: false },
        sentences: [
          {
            parts: [
              text("Of 100 such attacks that the band did, about "),
              figure(classes[1]!.unclaimedIfDid, "75"),
              text(" would be unclaimed by now."),
            ],
            notes: [],
          },
        ],
      },
      {
        ...{ id: "made-how", heading: "Made how", list: false },
        sentences: [{ parts: [text("Three documents were read. This is not a legal finding.")], notes: [] }],
      },
    ],
    notes: [
      { number: 1, quote: SAID.blames.quote, language: "en", place: "doc 1, par 3", figures: [] },
      { number: 2, quote: SAID.arabic.quote, language: "ar", place: "doc 3, par 2", figures: [documents] },
    ],
    figures: [],
  },
};
