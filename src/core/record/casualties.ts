import type { FactValue, Quoted } from "../model/assessment.ts";
import { figureId } from "../model/id.ts";
import type { CountMention } from "../model/reading.ts";
import { overlaps, quote } from "../model/span.ts";
import { type Stated, statedFrom, type Version } from "../model/stated.ts";
import { quoted, type RecordDocument, type RecordInput } from "./input.ts";
import type { Telling } from "./telling.ts";

interface Tally {
  readonly document: RecordDocument;
  readonly counts: readonly CountMention[];
}

/**
 * How many were killed or wounded, as each document leads with it [ST8]: conflicting totals stand side by side, never averaged.
 * A document's version is the first of its sentences that counts them.
 */
export function casualties(
  input: RecordInput,
  {
    id,
    tellings,
    of,
  }: { readonly id: string; readonly tellings: readonly Telling[]; readonly of: "killed" | "wounded" },
): Stated<FactValue> {
  const tallies = new Map<string, Tally>();
  for (const { document, sentence } of tellings) {
    if (tallies.has(document.id)) continue;
    const counts = document.reading.counts.filter((c) => c.of === of && overlaps(c.span, sentence));
    if (counts.length > 0) tallies.set(document.id, { document, counts });
  }
  const versions = new Map<string, { value: FactValue; quotes: Quoted[] }>();
  for (const { document, counts } of tallies.values()) {
    const key = `${total(counts, "from")}..${total(counts, "to")} ${comparators(counts)}`;
    const quotes = counts.map((c) => quoted(document, whole(c)));
    const known = versions.get(key);
    if (known === undefined) versions.set(key, { value: { text: inWords(document, counts), quotes: [] }, quotes });
    else known.quotes.push(...quotes);
  }
  const [from] = [...tallies.values()];
  if (from === undefined) return { is: "unstated" };
  return statedFrom(
    [...versions.entries()].map(([key, { value, quotes }]): Version<FactValue> => {
      const figure = input.book.add({
        id: figureId(input.slug, id, of, key),
        value: Number(key.split("..")[0]),
        unit: "count",
        rule: "ST8",
        from: quotes.map((q) => ({ is: "words", span: q.span, quote: q.quote })),
      });
      return { value: { ...value, figure, quotes }, by: [] };
    }),
  );
}

function whole(count: CountMention): { readonly start: number; readonly end: number } {
  return { start: Math.min(count.span.start, count.what.start), end: Math.max(count.span.end, count.what.end) };
}

function total(counts: readonly CountMention[], end: "from" | "to"): number {
  return counts.reduce((sum, c) => sum + c.number[end], 0);
}

function comparators(counts: readonly CountMention[]): string {
  return [...new Set(counts.map((c) => c.comparator).filter((c) => c !== "exactly"))].join("+");
}

/** The source's own words for the counts, joined: "two soldiers, one guard". */
function inWords(document: RecordDocument, counts: readonly CountMention[]): string {
  return counts.map((c) => quote(document.text, whole(c))).join(", ");
}
