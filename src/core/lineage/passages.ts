import type { Origin, Passage } from "../model/lineage.ts";
import { byCodeUnit } from "../model/span.ts";
import { type PublisherBook, publisherName } from "./publisher.ts";
import type { Node } from "./sketch.ts";
import { toldBy } from "./told.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A sentence of fewer words may stand in two reports by chance. */
const LEAST_WORDS = 8;

interface PassageOptions {
  readonly origins: readonly Origin[];
  readonly book: PublisherBook;
  readonly vocabulary: Vocabulary;
}

/**
 * The sentences that have another origin than their document [LI6]: those told on the word of an outlet whose report is among the documents,
 * and those that stand word for word in a report published before. In order of document and place; none where the two rest on one origin anyway.
 */
export function passagesOf(nodes: readonly Node[], options: PassageOptions): readonly Passage[] {
  const originOf = new Map(options.origins.flatMap((o) => o.documents.map((d) => [d, o.id] as const)));
  const found = new Map<string, Passage>();
  const keep = (passage: Omit<Passage, "origin">, node: Node) => {
    const origin = originOf.get(passage.from);
    const key = `${passage.document} ${passage.span.start}`;
    if (origin === undefined || origin === originOf.get(node.id) || found.has(key)) return;
    found.set(key, { ...passage, origin });
  };
  for (const passage of credited(nodes, options)) keep(passage.passage, passage.node);
  for (const passage of repeated(nodes)) keep(passage.passage, passage.node);
  return [...found.values()].sort((x, y) => byCodeUnit(x.document, y.document) || x.span.start - y.span.start);
}

interface Found {
  readonly node: Node;
  readonly passage: Omit<Passage, "origin">;
}

/** Sentences on the word of a publisher of the case; of its texts up to then the one that shares most of the sentence's words. */
function credited(nodes: readonly Node[], { book, vocabulary }: PassageOptions): readonly Found[] {
  const byPublisher = new Map<string, Node[]>();
  for (const node of nodes) {
    const publisher = publisherName(node.text.read.info.publisher);
    if (publisher !== "") byPublisher.set(publisher, [...(byPublisher.get(publisher) ?? []), node]);
  }
  return nodes.flatMap((node) =>
    [...byPublisher].flatMap(([publisher, published]) => {
      const { info } = node.text.read;
      const sources = published.filter((s) => !isLater(s, node));
      if (sources.length === 0 || book.same(publisher, info.publisher)) return [];
      return toldBy(publisher, node.text.read, book).flatMap((span): Found[] => {
        const from = nearest(sources, wordsAt(node, span.start), vocabulary);
        return [{ node, passage: { document: node.id, span, from: from.id, by: "credit" } }];
      });
    }),
  );
}

/** The stems of the sentence that starts at a place. */
function wordsAt({ text: { sentences, read } }: Node, start: number): Int32Array {
  for (let k = 0; k < sentences.count; k++)
    if (read.reading.sentences[sentences.index[k] as number]?.start === start)
      return sentences.ids.subarray(sentences.start[k], sentences.start[k + 1]);
  return new Int32Array(0);
}

/** The first, by time, of those that share most of the words. */
function nearest(sources: readonly Node[], ids: Int32Array, vocabulary: Vocabulary): Node {
  const shared = (node: Node) => {
    const has = new Set(node.text.stems.ids);
    return ids.reduce((sum, id) => sum + (has.has(id) ? vocabulary.weightOf(id) : 0), 0);
  };
  const ranked = [...sources].sort(earlier).map((node) => ({ node, share: shared(node) }));
  return ranked.reduce((best, next) => (next.share > best.share ? next : best)).node;
}

/** Sentences that stand word for word in a document whose publication ended before this one's began. */
function repeated(nodes: readonly Node[]): readonly Found[] {
  const first = new Map<number, Node>();
  const found: Found[] = [];
  for (const node of [...nodes].sort(earlier)) {
    const { sentences, read } = node.text;
    for (let k = 0; k < sentences.count; k++) {
      const sentence = read.reading.sentences[sentences.index[k] as number];
      if (sentence === undefined || wordsIn(read.info.text.slice(sentence.start, sentence.end)) < LEAST_WORDS) continue;
      const key = sentences.key[k] as number;
      const source = first.get(key);
      if (source === undefined) first.set(key, node);
      else if (isLater(node, source))
        found.push({
          node,
          passage: {
            document: node.id,
            span: { start: sentence.start, end: sentence.end },
            from: source.id,
            by: "wording",
          },
        });
    }
  }
  return found;
}

function wordsIn(text: string): number {
  return text.split(/\s+/).length;
}

/** Whether x was surely published after y. */
function isLater(x: Node, y: Node): boolean {
  const [p, q] = [x.text.read.info.published, y.text.read.info.published];
  return q?.to != null && p?.from != null && q.to <= p.from;
}

function earlier(x: Node, y: Node): number {
  const from = (n: Node) => n.text.read.info.published?.from ?? "~";
  return byCodeUnit(from(x), from(y)) || byCodeUnit(x.id, y.id);
}
