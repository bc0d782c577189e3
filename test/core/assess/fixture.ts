import type { Ask } from "../../../src/core/case/decide.ts";
import { foldCase } from "../../../src/core/case/fold.ts";
import type { RecordedEvent } from "../../../src/core/model/event.ts";
import type { CaseState } from "../../../src/core/model/state.ts";
import { parseIso } from "../../../src/core/model/time.ts";

// An invented incident, small enough to read: a wire report, a rewrite of it, a ministry's denial, a later praise.

export const TEXTS = {
  wire: `Two guards killed at Tarn Bridge post

TARN BRIDGE, 3 March 2031 - Two guards were killed on 3 March 2031 when a gunman opened fire at a bridge post near Tarn Bridge, the Interior Ministry said.

The Defence Ministry blamed the Amber Column for the attack. "An early assessment points to the Amber Column," a defence spokesman said.

The Amber Column has not claimed responsibility for the attack. The shooting could also have been a quarrel among the guards, a bridge engineer said.
`,
  rewrite: `Guards slaughtered at Tarn Bridge

Two guards were killed when a gunman opened fire at a bridge post near Tarn Bridge. The Amber Column was behind the attack.

The Amber Column has not claimed responsibility for the attack.
`,
  denial: `Statement of the Interior Ministry

The Interior Ministry denied any link between the gunman and its staff. Three guards were killed in the shooting at Tarn Bridge on 3 March 2031, the ministry said.
`,
  praise: `Amber Column praises the attack

The Amber Column praised the attack at Tarn Bridge on 6 March 2031, but did not claim responsibility for it.
`,
} as const;

export type Name = keyof typeof TEXTS;

const PUBLISHED: Record<Name, string> = {
  wire: "2031-03-03T09:00Z",
  rewrite: "2031-03-04T12:00Z",
  denial: "2031-03-04T08:00Z",
  praise: "2031-03-06T10:00Z",
};
const PUBLISHER: Record<Name, string> = {
  wire: "Tarn Wire",
  rewrite: "The Daily Bell",
  denial: "Interior Ministry",
  praise: "Tarn Wire",
};

/** A stand-in for a SHA-256: the core compares hashes and makes none. */
export const sha = (name: string) => Buffer.from(name.padEnd(32, ".")).toString("hex");

export const texts: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(TEXTS).map(([name, text]) => [sha(name), text]),
);

const stating = { who: "night desk", why: "for the test" };

function documentAsks(name: Name): Ask[] {
  const published = parseIso(PUBLISHED[name]);
  return [
    {
      type: "document.added",
      body: {
        document: name,
        original: sha(`${name}-bytes`),
        name: `${name}.txt`,
        mediaType: "text/plain",
        via: { door: "file" },
        captured: "2031-03-07T08:00:00.000Z",
      },
    },
    {
      type: "document.read",
      body: {
        document: name,
        text: sha(name),
        offsets: [],
        format: "plain",
        formatVersion: 1,
        charset: "utf-8",
        charsetCertainty: 1,
        publisher: PUBLISHER[name],
        links: [],
        ...(published && { published }),
      },
    },
  ];
}

export const BASE: readonly Ask[] = [
  {
    type: "case.stated",
    body: { title: "Tarn Bridge", languages: ["en"], purpose: "a test", displayWarnings: false },
  },
  ...(Object.keys(TEXTS) as Name[]).flatMap(documentAsks),
  {
    type: "actor.stated",
    body: {
      actor: { id: "amber-column", kind: "armed-group", names: { en: ["Amber Column", "the Amber Column"] } },
      roles: [],
      sameAs: [],
      notSameAs: [],
      ...stating,
    },
  },
  ...(
    [
      ["all", 62, 155],
      ["posts", 18, 31],
      ["insiders", 2, 14],
    ] as const
  ).map(
    ([id, k, n]): Ask => ({
      type: "class.stated",
      body: {
        class: { id, name: id, actor: "amber-column", k, n, kind: "counted", traits: {}, citation: "invented" },
        ...stating,
      },
    }),
  ),
  { type: "class.picked", body: { actor: "amber-column", class: "all", ...stating } },
  { type: "question.stated", body: { question: "who", text: "Who did it?", ...stating } },
  ...(
    [
      ["column", "The Amber Column did it", ["amber-column"], 0.4],
      ["quarrel", "A quarrel among the guards", [], 0.4],
      ["other", "Something else", [], 0.2],
    ] as const
  ).map(
    ([explanation, text, actors, prior]): Ask => ({
      type: "explanation.stated",
      body: { explanation, question: "who", text, actors, prior, ...stating },
    }),
  ),
  {
    type: "evidence.stated",
    body: {
      evidence: "roster",
      text: "the gunman on the roster",
      questions: ["who"],
      facts: [],
      values: ["yes", "no"],
      observed: "yes",
      rests: [{ document: "wire" }],
      ...stating,
    },
  },
  {
    type: "evidence.stated",
    body: {
      evidence: "praise",
      text: "praise by the group",
      questions: ["who"],
      facts: [],
      values: ["yes", "no"],
      observed: "yes",
      rests: [{ document: "praise" }],
      ...stating,
    },
  },
  ...(
    [
      ["roster", "column", 0.2],
      ["roster", "quarrel", 0.8],
      ["roster", "other", 0.4],
      ["praise", "column", 0.7],
      ["praise", "quarrel", 0.3],
      ["praise", "other", 0.3],
    ] as const
  ).map(
    ([evidence, explanation, value]): Ask => ({
      type: "evidence.weighed",
      body: { evidence, explanations: [explanation], value, ...stating },
    }),
  ),
];

export function eventsOf(asks: readonly Ask[]): RecordedEvent[] {
  return asks.map((a, i) => ({
    seq: i + 1,
    at: "2031-03-07T08:00:00.000Z",
    who: "night desk",
    type: a.type,
    v: 1,
    body: a.body,
  }));
}

export function stateOf(asks: readonly Ask[] = BASE): CaseState {
  return foldCase(eventsOf(asks));
}
