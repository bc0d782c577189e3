// The schemas of every event [DESIGN §3]. A body that does not fit is never written, and never believed when read.

import { z } from "zod";
import type { EventBodies, EventType, NewEvent } from "../model/event.ts";
import { isId, isSha256 } from "../model/id.ts";
import { type Problem, problem } from "../model/problem.ts";
import { ACTS } from "../model/statement.ts";
import { isInstant } from "../model/time.ts";

const id = z
  .string()
  .refine(isId, "an id is letters, digits, '.', '_' or '-', at most 100, and starts with a letter or digit");
const sha = z.string().refine(isSha256, "not a SHA-256 in lower-case hexadecimal");
const instant = z.string().refine(isInstant, "not an instant such as 2031-03-03T06:10:00.000Z");
const line = z.string().max(2_000);
const text = z.string().max(100_000);
const share = z.number().min(0).max(1);
const count = z.number().int().nonnegative();
const seq = z.number().int().positive();

const orderly = <T extends { from: number; to: number }>(r: T) => r.from <= r.to;
const range = z.strictObject({ from: z.number(), to: z.number() }).refine(orderly, "a range runs from low to high");
const shareRange = z.strictObject({ from: share, to: share }).refine(orderly, "a range runs from low to high");
const judged = z.union([share, shareRange, z.strictObject({ word: line })]);
const prior = z.union([share, shareRange]);

const when = z.strictObject({ edtf: line, from: instant.nullable(), to: instant.nullable() });
const span = z
  .strictObject({ text: line.exactOptional(), start: count, end: count })
  .refine((s) => s.start <= s.end, "a span ends before it starts");
const part = z.strictObject({
  text: line.exactOptional(),
  start: count,
  end: count,
  kind: z.enum(["headline", "byline", "body", "caption", "footer"]),
  repeat: z.boolean().exactOptional(),
});

function stated<T extends z.ZodType>(value: T) {
  const by = z.array(line);
  return z.discriminatedUnion("is", [
    z.strictObject({ is: z.literal("stated"), value, by }),
    z.strictObject({ is: z.literal("disputed"), versions: z.array(z.strictObject({ value, by })) }),
    z.strictObject({ is: z.literal("unstated") }),
  ]);
}

const speaker = z.strictObject({
  is: z.enum(["named", "role", "collective", "unnamed", "outlet", "unstated"]),
  actor: id.exactOptional(),
  label: line.exactOptional(),
  span: span.exactOptional(),
});

const statement = z.strictObject({
  id: line,
  speaker,
  voice: z.enum(["reported-fact", "inference", "evaluation", "forecast", "conditional", "question"]).exactOptional(),
  inference: z.strictObject({ connective: span, conclusion: span, grounds: z.array(span) }).exactOptional(),
  condition: z.strictObject({ condition: span, consequence: span.nullable() }).exactOptional(),
  cue: z
    .strictObject({ span, lemma: line, strength: z.enum(["factive", "neutral", "distancing", "non-factive"]) })
    .exactOptional(),
  content: z.array(span),
  target: z.strictObject({ actor: id.exactOptional(), label: line, span }).exactOptional(),
  act: z.enum(ACTS),
  object: z.enum(["responsibility", "link", "warning", "fact", "unstated"]).exactOptional(),
  factuality: z.enum(["asserted", "reported", "hedged", "denied", "speculated"]),
  polarity: z.enum(["positive", "negative"]),
  quoted: z.boolean(),
  saidAt: when.exactOptional(),
  relays: z.array(speaker).exactOptional(),
  sentence: span,
  frame: z.enum([
    "direct-quote",
    "comma-tail",
    "according-to",
    "that-clause",
    "passive",
    "verb-object",
    "noun-cue",
    "attitude-verb",
    "impersonal",
    "headline",
    "responsibility",
    "own-voice",
  ]),
  rule: line,
  precision: share,
  features: z.array(line).exactOptional(),
});

const traits = z.strictObject({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "two capital letters, ISO 3166-1")
    .exactOptional(),
  target: line.exactOptional(),
  attackType: line.exactOptional(),
  insider: z.boolean().exactOptional(),
  nationality: z
    .string()
    .regex(/^[A-Z]{2}$/, "two capital letters, ISO 3166-1")
    .exactOptional(),
  period: line.exactOptional(),
  contact: line.exactOptional(),
  fate: line.exactOptional(),
  casualties: z.enum(["none", "1-5", "6-25", "over-25"]).exactOptional(),
});

const positive = z.number().positive();
const lagLaw = z.discriminatedUnion("law", [
  z.strictObject({ law: z.literal("exponential"), scale: positive }),
  z.strictObject({ law: z.literal("weibull"), scale: positive, shape: positive }),
  z.strictObject({ law: z.literal("lognormal"), median: positive, sigma: positive }),
  z.strictObject({ law: z.literal("loglogistic"), scale: positive, shape: positive }),
]);

const referenceClass = z
  .strictObject({
    id,
    name: line,
    actor: id.exactOptional(),
    k: count,
    n: count,
    kind: z.enum(["counted", "ratio", "assumed"]),
    bound: z.enum(["at most", "at least"]).exactOptional(),
    traits,
    note: line.exactOptional(),
    parent: id.exactOptional(),
    citation: line,
    rows: z.strictObject({ set: id, claimed: z.array(count), all: z.array(count) }).exactOptional(),
  })
  .refine((c) => c.k <= c.n, "k is at most n");

/** An actor as a person states it, or as a row of an actor file. */
export const actorSchema = z.strictObject({
  id,
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
  names: z.record(z.string().regex(/^[a-z]{2,3}$/), z.array(line).min(1)),
  partOf: id.exactOptional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .exactOptional(),
});

const stating = { who: line.min(1, "say who judges it"), why: text };
const head = z.strictObject({ seq: count, hash: sha });
const letter = z.enum(["A", "B", "C", "D", "E", "F"]);
const relevance = z.enum(["low", "medium", "high"]);

type Schemas = { readonly [K in EventType]: z.ZodType<EventBodies[K]> };

/** The schema of each event's body, version 1. */
export const eventSchemas: Schemas = {
  "document.added": z.strictObject({
    document: id,
    original: sha,
    name: line,
    mediaType: line,
    via: z.strictObject({
      door: z.enum(["file", "folder", "stdin", "address", "feed", "archive", "paste", "records"]),
      address: line.exactOptional(),
      headers: z.record(z.string(), line).exactOptional(),
      finalAddress: line.exactOptional(),
      redirects: z.array(line).exactOptional(),
      status: count.exactOptional(),
      record: sha.exactOptional(),
      within: z.strictObject({ name: line, entry: line }).exactOptional(),
    }),
    captured: instant,
    newVersionOf: id.exactOptional(),
  }),
  "document.read": z.strictObject({
    document: id,
    text: sha,
    offsets: z.array(
      z.strictObject({
        text: count,
        original: count,
        length: count,
        bytesPerUnit: z.union([z.number(), z.literal("utf-8")]).exactOptional(),
      }),
    ),
    format: line,
    formatVersion: count,
    charset: line,
    charsetCertainty: share,
    address: line.exactOptional(),
    title: line.exactOptional(),
    publisher: line.exactOptional(),
    author: line.exactOptional(),
    published: when.exactOptional(),
    links: z.array(line),
    language: line.exactOptional(),
    parts: z.array(part).exactOptional(),
    demonstration: line.exactOptional(),
  }),
  "records.added": z.strictObject({
    set: id,
    original: sha,
    name: line,
    format: line,
    columns: z.array(line),
    beside: sha.exactOptional(),
    map: z.record(line, line).exactOptional(),
    charset: line.exactOptional(),
    rows: sha,
    accepted: count,
    refused: count,
    citation: line,
    licence: line.exactOptional(),
    codedAfter: z.array(line),
  }),
  "proposals.added": z.strictObject({
    document: id,
    model: line,
    promptHash: sha,
    answer: sha,
    statements: z.array(statement),
  }),
  watched: z
    .strictObject({
      channel: line,
      actor: id.exactOptional(),
      from: instant,
      until: instant,
      tries: count,
      failures: count,
    })
    .refine((w) => w.from <= w.until, "watching ends before it starts")
    .refine((w) => w.failures <= w.tries, "more failures than tries"),
  "case.stated": z.strictObject({
    title: line.min(1),
    languages: z.array(line),
    purpose: line,
    retention: line.exactOptional(),
    displayWarnings: z.boolean(),
    demonstration: line.exactOptional(),
    surpriseRanges: z.record(z.string(), shareRange).exactOptional(),
  }),
  "document.stated": z.strictObject({
    document: id,
    published: when.exactOptional(),
    source: id.exactOptional(),
    title: line.exactOptional(),
    publisher: line.exactOptional(),
    language: line.exactOptional(),
    parts: z.array(part).exactOptional(),
    retracted: z.strictObject({ when: when.exactOptional(), by: id.exactOptional() }).exactOptional(),
    correctedBy: id.exactOptional(),
    ...stating,
  }),
  "source.stated": z.strictObject({
    source: id,
    name: line,
    kind: line,
    owner: line.exactOptional(),
    letter: letter.exactOptional(),
    protected: z.boolean(),
    ...stating,
  }),
  "actor.stated": z.strictObject({
    actor: actorSchema,
    roles: z.array(line),
    mayBeNamed: line.exactOptional(),
    sameAs: z.array(id),
    notSameAs: z.array(id),
    ...stating,
  }),
  "incident.stated": z.strictObject({
    incident: id,
    label: line,
    when: stated(when).exactOptional(),
    place: stated(line).exactOptional(),
    traits,
    sameAs: z.array(id),
    notSameAs: z.array(id),
    ...stating,
  }),
  "class.stated": z.strictObject({
    class: referenceClass,
    query: z.strictObject({ set: id, actor: id.exactOptional(), traits }).exactOptional(),
    ...stating,
  }),
  "class.picked": z.strictObject({ actor: id, incident: id.exactOptional(), class: id, ...stating }),
  "assumption.stated": z.strictObject({
    assumption: id,
    what: z.enum(["false-share", "seen", "lag", "strategic-share", "ascertainment", "correlation", "age-discount"]),
    value: z.union([z.number(), range, lagLaw]),
    actor: id.exactOptional(),
    class: id.exactOptional(),
    explanation: id.exactOptional(),
    items: z.tuple([id, id]).exactOptional(),
    ...stating,
  }),
  "question.stated": z.strictObject({
    question: id,
    text: line.min(1),
    incident: id.exactOptional(),
    dependsOn: id.exactOptional(),
    threshold: share.exactOptional(),
    ...stating,
  }),
  "explanation.stated": z.strictObject({
    explanation: id,
    question: id,
    text: line.min(1),
    actors: z.array(id),
    prior: prior.exactOptional(),
    priorGiven: z.record(z.string(), prior).exactOptional(),
    accusesPerson: z.boolean().exactOptional(),
    partOf: id.exactOptional(),
    strategicFor: id.exactOptional(),
    ...stating,
  }),
  "fact.stated": z.strictObject({
    fact: id,
    text: line,
    values: z.array(line).min(2),
    table: z.record(z.string(), z.array(share)),
    ...stating,
  }),
  "evidence.stated": z
    .strictObject({
      evidence: id,
      text: line.min(1),
      questions: z.array(id),
      facts: z.array(id),
      values: z.array(line).min(2, "a question of fact has at least two possible values"),
      observed: line.nullable(),
      relevance: relevance.exactOptional(),
      motive: z.literal(true).exactOptional(),
      rests: z.array(
        z.strictObject({
          document: id.exactOptional(),
          statement: line.exactOptional(),
          span: span.exactOptional(),
        }),
      ),
      ...stating,
    })
    .refine((e) => e.observed === null || e.values.includes(e.observed), "the observed value is one of the values"),
  "evidence.weighed": z.strictObject({
    evidence: id,
    explanations: z.array(line.min(1)).min(1).max(2),
    value: judged.nullable(),
    ...stating,
  }),
  "stake.stated": z.strictObject({
    stake: id,
    actor: id,
    explanation: id,
    kind: z.enum(["stated-aim", "predicted-effect", "effect-said", "effect-observed"]),
    text: line,
    gains: z.boolean(),
    ...stating,
  }),
  "outcome.stated": z.strictObject({ question: id, explanation: id, known: when, ...stating }),
  "review.stated": z.strictObject({
    review: id,
    about: line,
    rating: line,
    text,
    author: line,
    address: line.exactOptional(),
    ...stating,
  }),
  "reply.stated": z.strictObject({ actor: id, asked: z.boolean(), text: text.exactOptional(), ...stating }),
  "approval.stated": z.strictObject({
    approval: id,
    of: z.enum(["brief", "named-accusation"]),
    object: line,
    role: line,
    ...stating,
  }),
  "indicator.stated": z.strictObject({ indicator: id, text: line, watches: line, ...stating }),
  "statement.decided": z
    .strictObject({
      key: line,
      answer: z.enum(["accepted", "mended", "rejected", "added"]),
      statement: statement.exactOptional(),
      quote: text,
      proposedBy: line,
      ...stating,
    })
    .refine((d) => d.answer === "rejected" || d.statement !== undefined, "give the whole statement as it shall stand"),
  "stance.decided": z.strictObject({
    statement: line,
    explanation: id,
    stance: z.enum(["supports", "rejects", "asks", "mentions"]),
    ...stating,
  }),
  "link.decided": z.strictObject({
    texts: z.tuple([sha, sha]),
    answer: z.enum(["derives", "common-origin", "independent"]),
    ...stating,
  }),
  "assessment.made": z.strictObject({
    asOf: instant,
    atSeq: count,
    version: line,
    options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    result: sha,
  }),
  "export.made": z.strictObject({ what: line, format: line, sha256: sha, head }),
  "head.sealed": z.strictObject({ head, authorities: z.array(line), tokens: z.array(sha) }),
  undone: z.strictObject({ seqs: z.array(seq).min(1), why: line }),
  erased: z.strictObject({ sha256s: z.array(sha).min(1), why: line.min(1), authority: line.min(1) }),
};

/** The version that each type of event is written in. */
export const EVENT_VERSION = 1;

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(eventSchemas, type);
}

/** The body as its schema gives it, or every fault found in it, each with its place. */
export function checkBody<K extends EventType>(type: K, body: unknown): EventBodies[K] | readonly Problem[] {
  const result = (eventSchemas[type] as z.ZodType<EventBodies[K]>).safeParse(body);
  if (result.success) return result.data;
  return result.error.issues.map((issue) =>
    problem("bad-field", {
      type,
      field: issue.path.map(String).join(".") || "(whole)",
      fault: faultInWords(issue.message),
    }),
  );
}

/** A new event of the present version. */
export function newEvent<K extends EventType>(type: K, who: string, body: EventBodies[K]): NewEvent {
  return { type, v: EVENT_VERSION, who, body } as NewEvent;
}

/** What the schema says of a field; of one that is left out, what it takes. */
function faultInWords(message: string): string {
  const missing = /^Invalid input: expected (\w+), received undefined$/.exec(message);
  if (missing === null) return message;
  return missing[1] === "array"
    ? "missing; give a list, [] if it is empty"
    : `missing; give ${missing[1] === "string" ? "text" : `its ${missing[1]}`}`;
}
