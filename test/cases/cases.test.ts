import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { ACTS } from "../../src/core/model/statement.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const read = (...path: readonly string[]) => readFileSync(join(here, ...path), "utf8");
const json = (...path: readonly string[]): unknown => JSON.parse(read(...path));

/** EDTF as far as the labels use it: a year, month, day or time, `~`, or an interval. */
const edtfPart = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}Z?)?)?)?~?$/;
const edtf = z.string().refine((s) => s === "unstated" || s.split("/").every((part) => edtfPart.test(part)), "no EDTF");

const quoteSchema = z.union([
  z.string().min(1),
  z.strictObject({ quote: z.string().min(1), occurrence: z.int().min(1) }),
]);
type Quote = z.infer<typeof quoteSchema>;
const quoteOrNull = quoteSchema.nullable();

const speaker = z.strictObject({
  is: z.enum(["named", "role", "collective", "unnamed", "outlet", "unstated"]),
  quote: quoteOrNull,
});
const about = z.string().regex(/^(main|other-[1-9])$/);
const object = z.enum(["responsibility", "link", "warning", "fact", "unstated"]);

const statement = z.strictObject({
  speaker,
  cue: quoteOrNull,
  content: z.array(quoteSchema),
  act: z.enum(ACTS),
  factuality: z.enum(["asserted", "reported", "hedged", "denied", "speculated"]),
  polarity: z.enum(["positive", "negative"]),
  quoted: z.boolean(),
  target: quoteSchema.optional(),
  object: object.optional(),
  said: edtf.optional(),
  relays: z.array(speaker).optional(),
});

const ledgerEntry = z.strictObject({
  is: z.enum(["claim", "denial", "praise", "threat", "retraction", "no-claim-seen"]),
  actor: quoteOrNull,
  by: speaker,
  object,
  quote: quoteSchema,
  date: edtf,
  about,
});

const attribution = z.strictObject({
  by: speaker,
  said: z.enum(["claims", "blames", "accuses", "assesses", "suggests", "retracts"]),
  whom: quoteOrNull,
  kind: z.enum(["technical", "official", "unofficial", "legal", "self"]),
  date: edtf,
  quote: quoteSchema,
  about,
  revises: z.int().min(0).nullable(),
  basis: quoteOrNull,
});

const incident = z.strictObject({
  place: z
    .strictObject({
      quote: quoteSchema,
      country: z.strictObject({
        quote: quoteOrNull,
        code: z
          .string()
          .regex(/^[A-Z]{2}$/)
          .nullable(),
      }),
    })
    .nullable(),
  dates: z.array(z.strictObject({ quote: quoteSchema, edtf, relativeTo: z.enum(["published", "text"]).nullable() })),
  target: quoteOrNull,
  weapon: quoteOrNull,
  casualties: z.array(
    z
      .strictObject({
        of: z.enum(["killed", "wounded", "missing", "detained", "unspecified"]),
        who: quoteOrNull,
        number: z.strictObject({ from: z.int().min(0), to: z.int().min(0) }).nullable(),
        comparator: z.enum(["exactly", "about", "at-least", "more-than", "at-most", "fewer-than", "between", "vague"]),
        quote: quoteSchema,
        by: speaker,
        side: z.enum(["victims", "attackers"]),
        superseded: z.boolean(),
      })
      .refine((c) => (c.number === null) === (c.comparator === "vague"), "only a vague count has no number"),
  ),
  perpetrators: z.array(
    z.strictObject({
      quote: quoteOrNull,
      part: z.enum(["carried-out", "directed", "enabled", "inspired", "unstated"]),
      said: z.enum(["claims", "blames", "accuses", "assesses", "suggests", "denies", "says", "reported"]),
      by: speaker,
    }),
  ),
});

const report = z.strictObject({
  id: z.string(),
  language: z.enum(["en", "ar"]),
  style: z.string().min(1),
  published: edtf,
  publisher: z.string().min(1),
  /** Left out where nobody labelled them. */
  statements: z.array(statement).min(1).optional(),
  ledger: z.array(ledgerEntry),
  attributions: z.array(attribution),
  incident: incident.nullable(),
  otherIncidents: z.array(
    z.strictObject({
      quote: quoteSchema,
      place: quoteOrNull,
      date: z.strictObject({ quote: quoteOrNull, edtf }),
      precedent: z.boolean(),
      by: speaker,
    }),
  ),
  actors: z.array(
    z.strictObject({
      kind: z.enum([
        "state",
        "government",
        "ministry",
        "force",
        "armed-group",
        "outlet",
        "agency",
        "organisation",
        "office",
        "person",
        "collective",
        "channel",
      ]),
      surfaces: z.array(z.string().min(1)).min(1),
      name: z.string().nullable(),
    }),
  ),
  relations: z.array(
    z.strictObject({
      kind: z.enum([
        "accuses",
        "attacks",
        "rivalry",
        "cooperates",
        "leads",
        "member-of",
        "denies",
        "doubts",
        "warned",
        "supports",
        "views-as",
        "shares-origins-with",
      ]),
      from: quoteOrNull,
      to: quoteOrNull,
      quote: quoteSchema,
    }),
  ),
  explanations: z.array(
    z.strictObject({
      quote: quoteSchema,
      by: speaker,
      supportedBy: z.array(quoteSchema),
      weakenedBy: z.array(quoteSchema),
    }),
  ),
  investigation: z.array(
    z.strictObject({
      by: quoteOrNull,
      state: z.enum(["open", "closed", "not-opened", "unstated"]),
      since: z.strictObject({ quote: quoteOrNull, edtf }),
      quote: quoteSchema,
    }),
  ),
});

const SENTENCE_KINDS = [
  "reported-fact",
  "inference",
  "evaluation",
  "forecast",
  "conditional",
  "question",
  "attributed",
] as const;

const kinds = z.array(
  z.strictObject({
    id: z.string(),
    text: z.string().min(1),
    sentences: z.array(z.strictObject({ quote: quoteSchema, kind: z.enum(SENTENCE_KINDS) })).min(1),
    inferences: z.array(
      z.strictObject({
        conclusion: quoteSchema,
        grounds: z.array(quoteSchema),
        connective: quoteOrNull,
      }),
    ),
  }),
);

/** Where each occurrence of the words begins. */
function occurrences(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}

/** What is wrong with a quote: it is not there, or not unique and without its number, or numbered without need. */
function trouble(text: string, quote: Quote): string | null {
  const words = typeof quote === "string" ? quote : quote.quote;
  const found = occurrences(text, words).length;
  if (found === 0) return `not in the text: ${words}`;
  if (typeof quote === "string") return found === 1 ? null : `${found} times in the text: ${words}`;
  if (found === 1) return `needs no number: ${words}`;
  return quote.occurrence > found ? `only ${found} times in the text: ${words}` : null;
}

/** The keys whose values are words of the text. */
const QUOTED = new Set([
  "quote",
  "cue",
  "content",
  "target",
  "actor",
  "whom",
  "basis",
  "weapon",
  "who",
  "from",
  "to",
  "supportedBy",
  "weakenedBy",
  "conclusion",
  "grounds",
  "connective",
  "place",
  "by",
]);

/** Every quote of a label, however deep. */
function quotesOf(value: unknown, key = ""): Quote[] {
  if (typeof value === "string") return QUOTED.has(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => quotesOf(item, key));
  if (typeof value !== "object" || value === null) return [];
  if ("occurrence" in value) return [value as Exclude<Quote, string>];
  return Object.entries(value).flatMap(([k, v]) => quotesOf(v, k));
}

/** The first forty, and the later ones: those that rules were made on, and those that were not. */
const ids = ["reports", "later/read/reports", "later/unread/reports"].flatMap((folder) =>
  readdirSync(join(here, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => ({ id: entry.name, folder: `${folder}/${entry.name}` })),
);

describe("labelled reports", () => {
  test.each(ids)("$folder: every field has a documented value", ({ id, folder }) => {
    const label = report.parse(json(folder, "expected.json"));
    expect(label.id).toBe(id);
    for (const [place, item] of label.attributions.entries()) {
      expect(item.revises === null || (item.revises !== place && item.revises < label.attributions.length)).toBe(true);
    }
    for (const { about } of [...label.ledger, ...label.attributions]) {
      expect(about === "main" || Number(about.slice("other-".length)) <= label.otherIncidents.length).toBe(true);
    }
  });

  test.each(ids)("$folder: every quote stands in the text, and is one place", ({ folder }) => {
    const text = read(folder, "text.txt");
    const label = report.parse(json(folder, "expected.json"));
    const { id: _id, language: _language, publisher: _publisher, actors, ...rest } = label;
    expect(quotesOf(rest).flatMap((quote) => trouble(text, quote) ?? [])).toEqual([]);
    expect(actors.flatMap((actor) => actor.surfaces).filter((words) => !text.includes(words))).toEqual([]);
  });
});

describe("labelled paragraphs", () => {
  const files = ["english", "arabic"];

  test.each(files)("%s: every sentence has a kind and every quote is one place", (name) => {
    const wrong = kinds.parse(json("kinds", `${name}.json`)).flatMap((paragraph) => {
      const quotes = [...paragraph.sentences, ...paragraph.inferences].flatMap((item) => quotesOf(item));
      return quotes.flatMap((quote) => {
        const found = trouble(paragraph.text, quote);
        return found === null ? [] : [`${paragraph.id}: ${found}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  test.each(files)(
    "%s: the sentences make up the whole paragraph, and each inference stands in an inference",
    (name) => {
      for (const paragraph of kinds.parse(json("kinds", `${name}.json`))) {
        const words = (quote: Quote) => (typeof quote === "string" ? quote : quote.quote);
        expect(paragraph.sentences.map((s) => words(s.quote)).join(" ")).toBe(paragraph.text);
        const inferred = paragraph.sentences.filter((s) => s.kind === "inference").map((s) => words(s.quote));
        expect(paragraph.inferences).toHaveLength(inferred.length);
        for (const { conclusion } of paragraph.inferences) {
          expect(inferred.some((sentence) => sentence.includes(words(conclusion)))).toBe(true);
        }
      }
    },
  );
});
