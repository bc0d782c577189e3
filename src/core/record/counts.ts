import type { AssessedActor, AssessedCount } from "../model/assessment.ts";
import { type ActorId, figureId } from "../model/id.ts";
import { byCodeUnit, overlaps, quote } from "../model/span.ts";
import { nameOf, quoted, type RecordInput } from "./input.ts";

/**
 * Counts of attacks as each source gives them, with its own verb [ST8]: carried out, claimed and attributed are three things, never merged.
 * A number of attacks without the number it is taken from says nothing on how often the actor claims, and is marked so [SI11].
 */
export function attackCounts(input: RecordInput): readonly AssessedCount[] {
  return input.documents.flatMap((document) =>
    document.reading.counts.flatMap((count) => {
      const sentence = document.reading.sentences.find((s) => overlaps(s, count.span));
      if (count.of !== "attacks" || sentence === undefined || sentence.repeat) return [];
      const span = {
        start: Math.min(count.span.start, count.what.start),
        end: Math.max(count.span.end, count.what.end),
      };
      const words = quoted(document, span);
      const path = [input.slug, "count", `doc-${document.position}`, String(count.span.start)];
      const from = [{ is: "words" as const, span: words.span, quote: words.quote }];
      const value = (end: "from" | "to") =>
        input.book.add({ id: figureId(...path, end), value: count.number[end], unit: "count", rule: "ST8", from });
      return [
        {
          statement:
            document.reading.statements.find((s) => s.content.some((c) => overlaps(c, count.span)))?.id ?? null,
          document: document.id,
          what: quote(document.text, count.what),
          verb: count.verb ?? null,
          comparator: count.comparator,
          value: value("from"),
          valueTo: count.number.to === count.number.from ? null : value("to"),
          quote: words,
          note: "numerator-only" as const,
        },
      ];
    }),
  );
}

/** The actors that the documents name, the most named first, with each label that a source uses for them [ST7]. */
export function actorsNamed(input: RecordInput): readonly AssessedActor[] {
  const found = new Map<
    string,
    {
      labels: Set<string>;
      inferred: boolean;
      from: { is: "words"; span: ReturnType<typeof quoted>["span"]; quote: string }[];
    }
  >();
  for (const document of input.documents) {
    for (const mention of document.reading.mentions) {
      if (mention.is !== "actor") continue;
      const entry = found.get(mention.id) ?? { labels: new Set<string>(), inferred: false, from: [] };
      const words = quoted(document, mention.span);
      entry.labels.add(words.quote);
      entry.from.push({ is: "words", span: words.span, quote: words.quote });
      found.set(mention.id, { ...entry, inferred: entry.inferred || mention.inferred === true });
    }
  }
  return [...found]
    .sort(([a, x], [b, y]) => y.from.length - x.from.length || byCodeUnit(a, b))
    .map(([id, { labels, from, inferred }]) => ({
      id,
      name: nameOf(input, id),
      ...arabicNameOf(input, id),
      kind: input.actor(id)?.kind ?? "unknown",
      inferred,
      labels: [...labels].sort(byCodeUnit),
      mentions: input.book.add({
        id: figureId(input.slug, "actor", id, "mentions"),
        value: from.length,
        unit: "count",
        rule: "ST7",
        from,
        by: "grounds",
      }),
    }));
}

/** The actor's first Arabic name, where it has one. */
function arabicNameOf({ actor }: Pick<RecordInput, "actor">, id: ActorId): { readonly arabicName?: string } {
  const own = actor(id)?.names.ar?.[0];
  return own === undefined ? {} : { arabicName: own };
}
