import type { Change, ChangeClass, Check, Comparison, Relation } from "../../src/core/model/lineage.ts";
import type { TextInfo } from "../../src/core/model/reading.ts";
import type { Span } from "../../src/core/model/span.ts";
import { parseIso } from "../../src/core/model/time.ts";

/** Invented texts: there is no Tarn Hollow, no Slate Company and none of these outlets. */
export const WIRE: TextInfo = {
  id: "wire.txt",
  name: "wire.txt",
  publisher: "Upland Wire",
  published: parseIso("2033-05-02T09:40Z")!,
  url: "https://upland-wire.example/tarn-hollow",
  language: "en",
  text: [
    "Three signallers were killed and two wounded on Sunday when a bomb went off at the Tarn Hollow signal station, the rail board said.",
    "A guard on duty, who was seen near the mast, is missing, according to the board. Nobody had claimed the attack by 9 a.m. on Monday.",
    "The transport minister said that a first look pointed to the Slate Company, a band of armed quarrymen, but that a gas leak could not be ruled out.",
    "The band has claimed about 20 blasts in the district since 2029. A neighbour told Upland Wire that she had smelled gas for days.",
    "The Fell Agency reported that the line was closed at 18:20.",
  ].join("\n"),
};

export const COPY: TextInfo = {
  id: "copy.txt",
  name: "copy.txt",
  publisher: "Dale Herald",
  published: parseIso("2033-05-02T15:05Z")!,
  language: "en",
  text: [
    "Three signallers were slaughtered when a huge bomb went off at the Tarn Hollow signal station.",
    "The Slate Company carried out the attack, the transport minister confirmed.",
    "The band has carried out about 200 blasts since 2029.",
    "The line was cut minutes before the blast. The valley will not forget this day.",
  ].join("\n"),
};

export const ARABIC: TextInfo = {
  id: "sahl.txt",
  name: "sahl.txt",
  publisher: "صحيفة السهل",
  published: parseIso("2033-05-02T18:30Z")!,
  language: "ar",
  text: [
    "قُتل ثلاثة من عمال الإشارة في انفجار قنبلة في محطة تارن هولو، بحسب هيئة السكك الحديدية.",
    "أكّد وزير النقل أن «سرية الأردواز» تقف وراء الهجوم. ولم تتبن أي جهة الهجوم حتى صباح الاثنين.",
  ].join("\n"),
};

/** The place of the words in the text; throws where they are not in it once. */
export function place(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0 || text.indexOf(words, start + 1) >= 0) throw new Error(`"${words}" is not in the text once`);
  return { start, end: start + words.length };
}

/** Sentences by a rule that does for these texts alone. */
export function sentencesOf(text: string): readonly Span[] {
  return [...text.matchAll(/[^\n]+?[.!?؟](?=\s|$)/g)]
    .filter((m) => m[0].trim() !== "")
    .map((m) => {
      const lead = m[0].length - m[0].trimStart().length;
      return { start: m.index + lead, end: m.index + m[0].length };
    })
    .reduce<Span[]>((out, span) => {
      const last = out.at(-1);
      // "a.m." is no end of a sentence.
      if (
        last !== undefined &&
        /a\.m\.$/.test(text.slice(last.start, last.end)) &&
        !text.slice(last.end, span.start).includes("\n")
      )
        out[out.length - 1] = { start: last.start, end: span.end };
      else out.push(span);
      return out;
    }, []);
}

function change(kind: ChangeClass, a: string | null, b: string | null, weight = 0.5): Change {
  return {
    class: kind,
    ...(a !== null && { a: place(WIRE.text, a) }),
    ...(b !== null && { b: place(COPY.text, b) }),
    weight,
  };
}

const RELATIONS: readonly Relation[] = [
  "verbatim",
  "light-edit",
  "heavy-rewrite",
  "shared-source",
  "same-material",
  "same-event-independent",
  "unrelated",
];

export function probabilities(values: readonly number[]): Record<Relation, number> {
  return Object.fromEntries(RELATIONS.map((r, i) => [r, values[i] ?? 0])) as Record<Relation, number>;
}

/** What `compareInfos(WIRE, COPY)` could give. */
export const COMPARISON: Comparison = {
  verdict: {
    relation: "heavy-rewrite",
    probabilities: probabilities([0.01, 0.06, 0.8, 0.09, 0.03, 0.005, 0.005]),
    derived: 0.87,
    priorOdds: 0.25,
    evidence: [
      { name: "shared rare words", value: 0.61, weight: 1.9 },
      { name: "specifics of the copy that the source has", value: 0.83, weight: 1.4 },
    ],
  },
  direction: {
    derived: "b",
    probability: 0.96,
    basis: "time",
    grounds: [{ name: "hours later", value: 5.4, weight: 3.1 }],
  },
  sentences: { a: sentencesOf(WIRE.text), b: sentencesOf(COPY.text) },
  alignment: [
    {
      a: [0],
      b: [0],
      score: 0.7,
      changes: [
        change("date", "on Sunday", null),
        change(
          "attribution",
          "the rail board said",
          "Three signallers were slaughtered when a huge bomb went off at the Tarn Hollow signal station.",
        ),
        change("loaded-word-added", null, "slaughtered"),
        change("loaded-word-added", null, "huge"),
      ],
    },
    {
      a: [3],
      b: [1],
      score: 0.5,
      changes: [
        change("possible-to-happened", "pointed to", "carried out the attack"),
        change("modality-hardened", "said that a first look", "confirmed"),
        change("alternative-dropped", "but that a gas leak could not be ruled out", null),
      ],
    },
    {
      a: [4],
      b: [2],
      score: 0.6,
      changes: [change("number", "about 20 blasts", "about 200 blasts"), change("place", "in the district", null)],
    },
    {
      a: [6],
      b: [3],
      score: 0.5,
      changes: [
        change("attribution", "The Fell Agency reported", null),
        change("date", "at 18:20", "minutes before the blast"),
      ],
    },
    {
      a: [1],
      b: [],
      score: 0,
      changes: [
        change(
          "sentence-dropped",
          "A guard on duty, who was seen near the mast, is missing, according to the board.",
          null,
        ),
      ],
    },
    {
      a: [2],
      b: [],
      score: 0,
      changes: [change("sentence-dropped", "Nobody had claimed the attack by 9 a.m. on Monday.", null)],
    },
    {
      a: [5],
      b: [],
      score: 0,
      changes: [change("sentence-dropped", "A neighbour told Upland Wire that she had smelled gas for days.", null)],
    },
    { a: [], b: [4], score: 0, changes: [change("sentence-added", null, "The valley will not forget this day.")] },
  ],
  loss: { byClass: { date: 2, attribution: 2 }, droppedSentences: 3, addedSentences: 1 },
  problems: [],
};

const sentence = (text: string, index: number) => sentencesOf(text)[index]!;

/** What `checkInfo(COPY, [WIRE, ARABIC])` could give. */
export const CHECK: Check = {
  sentences: [
    {
      span: sentence(COPY.text, 0),
      verdict: "source-dropped",
      source: "wire.txt",
      origin: "wire.txt",
      sourceSpan: sentence(WIRE.text, 0),
      changes: COMPARISON.alignment[0]!.changes,
    },
    {
      span: sentence(COPY.text, 1),
      verdict: "hardened",
      source: "wire.txt",
      origin: "wire.txt",
      sourceSpan: sentence(WIRE.text, 3),
      changes: COMPARISON.alignment[1]!.changes,
    },
    {
      span: sentence(COPY.text, 2),
      verdict: "changed",
      source: "wire.txt",
      origin: "wire.txt",
      sourceSpan: sentence(WIRE.text, 4),
      changes: COMPARISON.alignment[2]!.changes,
    },
    { span: sentence(COPY.text, 3), verdict: "no-source", changes: [] },
  ],
  unjudged: [{ span: sentence(COPY.text, 4), reason: "evaluation" }],
  problems: [],
};
