import { readFileSync } from "node:fs";
import { assessTexts } from "../../../../src/core/index.entry.ts";
import type { Assessment, FactValue, IncidentField, Quoted } from "../../../../src/core/model/assessment.ts";

/** What a paragraph says, labelled by hand; each fragment stands once in its text. */
export interface Paragraph {
  readonly id: string;
  readonly text: string;
  readonly language?: "en" | "ar";
  /** Kind of entry, fragment of its sentence. */
  readonly ledger?: readonly (readonly [string, string])[];
  /** How it is said, who is named, fragment of the sentence. */
  readonly attributions?: readonly (readonly [string, string, string])[];
  readonly place?: string;
  readonly target?: string;
  readonly weapon?: string;
  readonly perpetrators?: readonly string[];
  readonly parts?: readonly string[];
  /** Fragment that names it, fragments of what supports it, of what weakens it. */
  readonly explanations?: readonly (readonly [string, readonly string[], readonly string[]])[];
  readonly investigation?: readonly (readonly [string, string | null, string])[];
  /** Fragment of the sentence on another incident, whether it is offered as a precedent. */
  readonly others?: readonly (readonly [string, boolean])[];
}

export interface Tally {
  found: number;
  labelled: number;
  right: number;
  readonly misses: string[];
}

export type Tallies = Map<string, Tally>;

export const paragraphs = (name: string): readonly Paragraph[] =>
  JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), "utf8"));

export function read({ id, text, language = "en" }: Paragraph): Assessment {
  return assessTexts([{ text, name: id, language, publishedAt: "2026-07-11", publisher: "Tarn Courier" }], {
    asOf: "2026-07-20",
  });
}

/** Counts what was found and what is labelled, field by field, over paragraphs; each label pairs with one thing found. */
export function measure(list: readonly Paragraph[]): Tallies {
  const tallies: Tallies = new Map();
  for (const p of list) one(p, read(p), tallies);
  return tallies;
}

interface Pairing<O, G> {
  readonly ours: readonly O[];
  readonly gold: readonly G[];
  readonly fits: (o: O, g: G) => boolean;
  readonly show: (o: O) => string;
}

function counter(id: string, tallies: Tallies) {
  return <O, G>(field: string, { ours, gold, fits, show }: Pairing<O, G>): readonly (readonly [O, G])[] => {
    const t = tallies.get(field) ?? { found: 0, labelled: 0, right: 0, misses: [] };
    tallies.set(field, t);
    const free = new Set(ours);
    const pairs = gold.flatMap((g) => {
      const o = [...free].find((x) => fits(x, g));
      if (o === undefined) t.misses.push(`${id} missed ${JSON.stringify(g)}`);
      else free.delete(o);
      return o === undefined ? [] : [[o, g] as const];
    });
    for (const o of free) t.misses.push(`${id} extra ${show(o)}`);
    t.found += ours.length;
    t.labelled += gold.length;
    t.right += pairs.length;
    return pairs;
  };
}

const plain = (words: string) =>
  words
    .toLowerCase()
    .replace(/[\u064B-\u0652\u0640"“”«»]/g, "")
    .replace(/[أإآ]/g, "ا")
    .replace(/^(?:the|an?)\s+/, "")
    .trim();
const same = (a: string | null, b: string) =>
  a !== null && plain(a) !== "" && (plain(a).includes(plain(b)) || plain(b).includes(plain(a)));

function one(p: Paragraph, a: Assessment, tallies: Tallies): void {
  const count = counter(p.id, tallies);
  const holds = (quote: Quoted, fragment: string) => {
    const at = p.text.indexOf(fragment);
    return quote.span.start < at + fragment.length && at < quote.span.end;
  };
  count("ledger", {
    ours: a.ledger,
    gold: p.ledger ?? [],
    fits: (o, [is, words]) => o.is === is && holds(o.quote, words),
    show: (o) => `${o.is} ${o.quote.quote}`,
  });
  const named = count("attribution", {
    ours: a.attributions.filter((x) => x.said !== "denies" && x.said !== "praises"),
    gold: p.attributions ?? [],
    fits: (o, [, whom, words]) => holds(o.quote, words) && same(o.said === "claims" ? o.by : o.whom, whom),
    show: (o) => `${o.by} ${o.said} ${o.whom}: ${o.quote.quote}`,
  });
  count("attribution: said", {
    ours: named,
    gold: named,
    fits: (x, [o, [said]]) => x[0] === o && o.said === said,
    show: ([o, [said]]) => `${said}, ours ${o.said}: ${o.quote.quote}`,
  });
  const main = a.incidents.find((i) => i.main);
  const of = (field: IncidentField): readonly FactValue[] => {
    const value = main?.facts.find((f) => f.field === field)?.value;
    if (value === undefined || value.is === "unstated") return [];
    return value.is === "stated" ? [value.value] : value.versions.map((v) => v.value);
  };
  for (const field of ["place", "target", "weapon"] as const)
    count(field, {
      ours: of(field).slice(0, 1),
      gold: p[field] === undefined ? [] : [p[field]],
      fits: (o, words) => o.quotes.some((q) => same(q.quote, words)),
      show: (o) => o.text,
    });
  count("perpetrator", {
    ours: of("perpetrator"),
    gold: p.perpetrators ?? [],
    fits: (o, words) => same(o.text, words),
    show: (o) => o.text,
  });
  count("group's part", {
    ours: of("group-part")
      .map((v) => v.text)
      .filter((x) => /^(?:directed|enabled|inspired)$/.test(x)),
    gold: p.parts ?? [],
    fits: (o, g) => o === g,
    show: (o) => o,
  });
  count("investigation", {
    ours: of("investigation"),
    gold: p.investigation ?? [],
    fits: (o, [state, , words]) => o.investigation?.status === state && o.quotes.some((q) => holds(q, words)),
    show: (o) => o.text,
  });
  count("other incident", {
    ours: a.incidents.filter((i) => !i.main),
    gold: p.others ?? [],
    fits: (o, [words, precedent]) =>
      (o.precedentOf !== undefined) === precedent && holds(sentenceOf(p.text, words, o), words),
    show: (o) => o.label,
  });
  const explained = count("explanation", {
    ours: a.explanationsNamed.filter((x) => x.kind !== "actor"),
    gold: p.explanations ?? [],
    fits: (o, [words]) => o.passages.some((q) => holds(q.quote, words)),
    show: (o) => `${o.name}: ${o.passages.map((q) => q.quote.quote).join(" | ")}`,
  });
  for (const [how, at] of [
    ["supports", 1],
    ["weakens", 2],
  ] as const)
    count(`explanation: what ${how} it`, {
      ours: explained.flatMap(([o]) => o.passages.filter((q) => q.how === how)),
      gold: explained.flatMap(([, g]) => [...g[at]]),
      fits: (q, words) => holds(q.quote, words),
      show: (q) => q.quote.quote,
    });
}

/** The first quote of an incident's facts that stands in the fragment's sentence, else its first quote. */
function sentenceOf(text: string, fragment: string, { facts }: Assessment["incidents"][number]): Quoted {
  const quotes = facts.flatMap(({ value }) =>
    value.is === "unstated"
      ? []
      : value.is === "stated"
        ? value.value.quotes
        : value.versions.flatMap((v) => v.value.quotes),
  );
  const at = text.indexOf(fragment);
  const start = Math.max(text.lastIndexOf(". ", at), 0);
  const end = text.indexOf(". ", at) < 0 ? text.length : text.indexOf(". ", at);
  const hit = quotes.find((q) => start < q.span.end && q.span.start < end);
  const none = { document: "", span: { text: "", start: 0, end: 0 }, quote: "", paragraph: 1 } as unknown as Quoted;
  return hit === undefined ? none : { ...hit, span: { ...hit.span, start, end } };
}
