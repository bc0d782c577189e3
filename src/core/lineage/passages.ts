import type { Origin, Passage } from "../model/lineage.ts";
import { byCodeUnit } from "../model/span.ts";
import { wordsOf } from "../text/words.ts";
import { type PublisherBook, publisherName } from "./publisher.ts";
import type { Node } from "./sketch.ts";
import { holds } from "./sorted.ts";
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
function credited(nodes: readonly Node[], options: PassageOptions): readonly Found[] {
  const { book, vocabulary } = options;
  const published = byPublisher(nodes);
  const named = byFirstWord([...published.keys()], options);
  return nodes.flatMap((node) => {
    const publishers = new Set(Array.from(node.text.known, (id) => named.get(id) ?? []).flat());
    return [...publishers].flatMap((publisher) => {
      const { info } = node.text.read;
      const spans = book.same(publisher, info.publisher) ? [] : toldBy(publisher, node.text.read, book);
      if (spans.length === 0) return [];
      const sources = (published.get(publisher) ?? []).filter((s) => !isLater(s, node));
      return spans.flatMap((span): Found[] => {
        const from = nearest(sources, wordsAt(node, span.start), vocabulary);
        return from === null ? [] : [{ node, passage: { document: node.id, span, from: from.id, by: "credit" } }];
      });
    });
  });
}

function byPublisher(nodes: readonly Node[]): ReadonlyMap<string, readonly Node[]> {
  const published = new Map<string, Node[]>();
  for (const node of nodes) {
    const publisher = publisherName(node.text.read.info.publisher);
    if (publisher === "") continue;
    const known = published.get(publisher);
    if (known === undefined) published.set(publisher, [node]);
    else known.push(node);
  }
  return published;
}

/** The publishers by the first word of each of their names: a text is asked only for those whose first word it has. */
function byFirstWord(publishers: readonly string[], { book, vocabulary }: PassageOptions) {
  const named = new Map<number, string[]>();
  for (const publisher of publishers)
    for (const name of book.namesOf(publisher)) {
      const [first] = wordsOf(name);
      if (first === undefined) continue;
      const id = vocabulary.idOf(first.norm);
      named.set(id, [...(named.get(id) ?? []), publisher]);
    }
  return named;
}

/** The stems of the sentence that starts at a place. */
function wordsAt({ text: { sentences, read } }: Node, start: number): Int32Array {
  for (let k = 0; k < sentences.count; k++)
    if (read.reading.sentences[sentences.index[k] as number]?.start === start)
      return sentences.ids.subarray(sentences.start[k], sentences.start[k + 1]);
  return new Int32Array(0);
}

/** The first, by time, of those that share most of the words. */
function nearest(sources: readonly Node[], ids: Int32Array, vocabulary: Vocabulary): Node | null {
  const shared = ({ text: { stems } }: Node) =>
    ids.reduce((sum, id) => sum + (holds(stems.ids, id) ? vocabulary.weightOf(id) : 0), 0);
  const ranked = [...sources].sort(earlier).map((node) => ({ node, share: shared(node) }));
  return (
    ranked.reduce((best, next) => (best === null || next.share > best.share ? next : best), ranked[0] ?? null)?.node ??
    null
  );
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
