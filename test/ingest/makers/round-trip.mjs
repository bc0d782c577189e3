// Documents of every shape that is read, each with what a person reading it would write down: title, publisher, time, author, how the
// body begins and ends, and what must not be in it. Where two titles are named, either is right.

import { readFileSync } from "node:fs";
import { docxOf } from "./docx.mjs";
import { lockedPdf, pdfOf, scannedPdf, visualPdf } from "./pdf.mjs";
import { telegramChat, telegramFile } from "./telegram.mjs";
import { waczOf } from "./wacz.mjs";

const pages = new URL("../../fixtures/ingest/pages/", import.meta.url);
const bytesOf = (name) => new Uint8Array(readFileSync(new URL(name, pages)));

const column = (x, top, texts) => texts.map((text, i) => ({ x, y: top - 14 * i, text }));
const head = { x: 60, y: 810, size: 8, text: "Reedlands Security Review" };
const foot = (n) => ({ x: 290, y: 30, size: 8, text: `Page ${n} of 2` });

const twoColumns = pdfOf(
  [
    [
      head,
      { x: 60, y: 770, size: 20, text: "Silence after Belder Lock" },
      ...column(60, 730, [
        "Nobody has claimed the attack on the",
        "river police post at Belder Lock. Of",
        "the forty attacks laid to the Reed",
        "Banner since 2029, it claimed twenty-",
        "six, most of them within a day, ac-",
        "cording to a register kept by the pro-",
        "vincial council.",
      ]),
      ...column(320, 730, [
        "The defence minister named the group",
        "within hours. The Interior Ministry",
        "did not follow him, and its spokes-",
        "woman spoke of an early assessment.",
        "That difference has not been ex-",
        "plained by either of them.",
      ]),
      foot(1),
    ],
    [
      head,
      ...column(60, 770, ["Claims that came late were rare: three", "of the twenty-six took more than a", "week."]),
      ...column(320, 770, ["A claim may still come, and a silence", "alone shows little."]),
      foot(2),
    ],
  ],
  { Title: "Silence after Belder Lock", Author: "Ines Calder", CreationDate: "D:20310309101500Z" },
);

const arabicLines = [
  "قتل حارسان في هجوم على مخفر لخفر السواحل",
  "مساء الاثنين، بحسب وزارة الداخلية.",
  "ولم تعلن أي جهة مسؤوليتها عن الهجوم.",
];
const arabic = visualPdf(
  [
    [
      { x: 200, y: 780, size: 20, text: "بيان حول هجوم الميناء" },
      ...arabicLines.map((text, i) => ({ x: 500 - 5 * text.length, y: 740 - 16 * i, text })),
    ],
  ],
  { CreationDate: "D:20310304080000Z" },
);

const statement = docxOf(
  [
    { text: "Statement of the harbour master", heading: 1 },
    "The post at Port Maren was attacked on Monday evening. Two guards were killed.",
    { text: "What is not known", heading: 2 },
    { before: "Nobody has claimed it; see ", link: "the wire's report", to: "https://wire.example/maren", after: "." },
    {
      table: [
        ["Time", "Event"],
        ["18:40", "First shots"],
      ],
    },
    "The harbour stays closed until Tuesday.",
  ],
  {
    title: "Statement of the harbour master",
    creator: "Harbour office",
    modified: "2031-03-04T07:00:00Z",
    language: "en-GB",
  },
);
const arabicDocx = docxOf(
  [
    { text: "بيان وزارة الداخلية", heading: 1, rightToLeft: true },
    { text: "تنفي الوزارة أن يكون المهاجم من عناصرها.", rightToLeft: true },
    "The ministry's number for the press is on its page.",
  ],
  { modified: "2031-03-05T07:00:00Z" },
);

const wacz = waczOf([
  { address: "https://courier.example/2031/02/fuel-store-fire/", body: bytesOf("wordpress.html") },
  { address: "https://courier.example/logo.png", type: "image/png", body: "not a picture" },
  { address: "https://courier.example/old", status: 404, body: "<p>Gone</p>" },
]);

const telegram = telegramFile(
  telegramChat("public_channel", "Maren Harbour News", 4100, [
    { id: 1, text: "", type: "service", action: "create_channel" },
    {
      id: 2,
      from: "Maren Harbour News",
      from_id: "channel4100",
      text: "Shots at the coast guard post, says the harbour office.",
    },
    {
      id: 3,
      from: "Maren Harbour News",
      from_id: "channel4100",
      text: ["Two guards dead. ", { type: "bold", text: "No claim so far." }],
    },
  ]),
);

const feed = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Coast Ledger</title><link>https://ledger.example/</link><language>en-gb</language>
<item><title>No claim for the pier blast</title><link>https://ledger.example/pier</link><pubDate>Tue, 04 Mar 2031 08:30:00 +0100</pubDate><dc:creator>Ada Quill</dc:creator>
<description>Short.</description><content:encoded><![CDATA[<p>Nobody has claimed the blast at the pier, the harbour master said.</p><p>Divers will look at it on Wednesday.</p><script>track()</script>]]></content:encoded></item>
<item><title>Ferry strike ends</title><link>https://ledger.example/ferry</link><pubDate>Mon, 03 Mar 2031 10:00:00 GMT</pubDate><description>The ferry crews go back to work on Tuesday &amp;amp; will be paid for the strike.</description></item>
</channel></rss>`;

const expected = JSON.parse(readFileSync(new URL("expected.json", pages), "utf8"));

/** File by file, with the documents that should come of it, or the code of the refusal. */
export const ROUND_TRIP = [
  ...expected.map(({ file, ...want }) => ({ name: file, bytes: bytesOf(file), wants: [want] })),
  {
    name: "two-columns.pdf",
    bytes: twoColumns,
    wants: [
      {
        title: "Silence after Belder Lock",
        publisher: null,
        published: "2031-03-09",
        author: "Ines Calder",
        first: "Nobody has claimed the attack on the river police post at Belder Lock. Of the forty",
        last: "A claim may still come, and a silence alone shows little.",
        with: [
          "it claimed twenty-six, most of them within a day, according to a register kept by the provincial council.",
          "its spokeswoman spoke of an early assessment. That difference has not been explained",
        ],
        without: ["Reedlands Security Review", "Page 1", "Page 2"],
      },
    ],
  },
  {
    name: "arabic.pdf",
    bytes: arabic,
    wants: [
      {
        title: "بيان حول هجوم الميناء",
        publisher: null,
        published: "2031-03-04",
        author: null,
        first: "قتل حارسان في هجوم على مخفر لخفر السواحل",
        last: "ولم تعلن أي جهة مسؤوليتها عن الهجوم.",
        told: ["pdf-right-to-left"],
        without: [],
      },
    ],
  },
  { name: "scanned.pdf", bytes: scannedPdf(3), refused: "pdf-without-text", wants: [] },
  {
    name: "locked.pdf",
    bytes: lockedPdf([[{ x: 60, y: 700, text: "Nobody can read this." }]]),
    refused: "file-locked",
    wants: [],
  },
  {
    name: "statement.docx",
    bytes: statement,
    wants: [
      {
        title: "Statement of the harbour master",
        publisher: null,
        published: "2031-03-04",
        author: "Harbour office",
        first: "The post at Port Maren was attacked on Monday evening.",
        last: "The harbour stays closed until Tuesday.",
        with: ["Nobody has claimed it; see the wire's report.", "First shots"],
        without: [],
      },
    ],
  },
  {
    name: "mixed.docx",
    bytes: arabicDocx,
    wants: [
      {
        title: "بيان وزارة الداخلية",
        publisher: null,
        published: "2031-03-05",
        author: null,
        first: "تنفي الوزارة أن يكون المهاجم من عناصرها.",
        last: "The ministry's number for the press is on its page.",
        without: [],
      },
    ],
  },
  {
    name: "crawl.wacz",
    bytes: wacz,
    told: ["archive-unsigned", "archive-records-skipped", "digests-checked"],
    wants: [expected.find((e) => e.file === "wordpress.html")],
  },
  {
    name: "result.json",
    bytes: new TextEncoder().encode(telegram),
    told: ["posts-skipped"],
    wants: [
      {
        title: null,
        publisher: "Maren Harbour News",
        published: "2031-03-04T08:01:00Z",
        author: null,
        first: "Shots at the coast guard post",
        last: "says the harbour office.",
        without: [],
      },
      {
        title: null,
        publisher: "Maren Harbour News",
        published: "2031-03-04T08:02:00Z",
        author: null,
        first: "Two guards dead.",
        last: "No claim so far.",
        without: [],
      },
    ],
  },
  {
    name: "feed.rss",
    bytes: new TextEncoder().encode(feed),
    told: ["feed-summaries"],
    wants: [
      {
        title: "No claim for the pier blast",
        publisher: "Coast Ledger",
        published: "2031-03-04T08:30:00+01:00",
        author: "Ada Quill",
        first: "Nobody has claimed the blast at the pier",
        last: "Divers will look at it on Wednesday.",
        without: ["track()", "Short."],
      },
      {
        title: "Ferry strike ends",
        publisher: "Coast Ledger",
        published: "2031-03-03T10:00:00Z",
        author: null,
        first: "The ferry crews go back to work on Tuesday",
        last: "will be paid for the strike.",
        without: ["amp;"],
      },
    ],
  },
];

const has = (text, words) => text.replace(/\s+/g, " ").includes(words);

/** The same moment, however it is spelled; a day is the same day alone. */
const sameTime = (a, b) => a === b || (/T/.test(a ?? "") && /T/.test(b ?? "") && Date.parse(a) === Date.parse(b));

/** What is wrong with a document that was read; empty where all is as a person would write it down. */
export function faultsOf(want, document) {
  const { text } = document;
  const titles = [want.title].flat();
  const rest =
    document.title !== undefined && text.startsWith(document.title) ? text.slice(document.title.length) : text;
  return [
    ...(titles.includes(document.title ?? null) ? [] : [`title is ${document.title}`]),
    ...((document.publisher ?? null) === want.publisher ? [] : [`publisher is ${document.publisher}`]),
    ...(sameTime(document.published?.edtf ?? null, want.published) ? [] : [`published is ${document.published?.edtf}`]),
    ...((document.author ?? null) === want.author ? [] : [`author is ${document.author}`]),
    ...[want.first, want.last, ...(want.with ?? [])].flatMap((w) => (has(rest, w) ? [] : [`lacks "${w}"`])),
    ...want.without.flatMap((w) => (has(text, w) ? [`holds "${w}"`] : [])),
    ...(want.told ?? []).flatMap((code) =>
      document.problems.some((p) => p.code === code) ? [] : [`does not tell ${code}`],
    ),
  ];
}
