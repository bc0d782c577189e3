import type { DocumentId } from "../model/id.ts";
import type { LineageEdge, LineageGraph, Origin } from "../model/lineage.ts";
import { type Problem, problem } from "../model/problem.ts";
import { byCodeUnit } from "../model/span.ts";
import { type Arc, maximumBranching } from "./branching.ts";
import { judgeLinks, type Link, type LinkOptions } from "./links.ts";
import { passagesOf } from "./passages.ts";
import type { ReadText } from "./prepared.ts";
import { publisherBook } from "./publisher.ts";
import { MOST_SKETCHED, type Node, sketch } from "./sketch.ts";
import { unseenOrigins } from "./unseen.ts";
import { vocabulary as freshVocabulary, type Vocabulary } from "./vocabulary.ts";

/** A text with the id of its document, for two documents may print the same bytes; the text's id where left out. */
export interface TracedText extends ReadText {
  readonly document?: DocumentId;
}

export type TraceOptions = Omit<LinkOptions, "vocabulary" | "groups">;

/** A pair less sure than this counts at the upper end of the range as two origins. */
const SURE = 0.95;

/**
 * Who derives from whom among the texts [LI6]: a maximum branching over the pairs that are surely of one history, with the origins at its
 * roots, their count as a range, and the sources cited that are not there. The order of the texts changes nothing, a copy adds no origin,
 * and nothing is its own ancestor [LI8].
 */
export function traceLineage(texts: readonly TracedText[], options: TraceOptions = {}): LineageGraph {
  const words = freshVocabulary();
  const { nodes, problems } = inOrder(texts, words);
  const { leaders, copies, groups } = foldCopies(nodes);
  const links = judgeLinks(leaders, { ...options, vocabulary: words, groups });
  const edges = [...treeEdges(leaders, links), ...copies, ...possibleEdges(leaders, links)];
  const shared = (least: number) =>
    components(
      leaders.length,
      links.filter((l) => l.firm && l.history >= least),
    );
  const firm = shared(0);
  const sure = shared(SURE);
  const origins = originsOf(leaders, { firm, sure }, edges);
  const all = components(
    leaders.length,
    links.filter((l) => l.firm || l.possible),
  );
  return {
    edges: edges.sort((x, y) => byCodeUnit(x.to, y.to) || byCodeUnit(x.from, y.from)),
    origins,
    originsRange: { from: countOf(all), to: countOf(sure) },
    passages: passagesOf(nodes, { origins, book: publisherBook(options.publishers), vocabulary: words }),
    unseen: unseenOrigins(nodes),
    problems,
  };
}

function inOrder(
  texts: readonly TracedText[],
  vocabulary: Vocabulary,
): { nodes: readonly Node[]; problems: readonly Problem[] } {
  const sorted = texts
    .map((t) => ({ id: t.document ?? t.info.id, t }))
    .sort((x, y) => byCodeUnit(x.id, y.id) || byCodeUnit(x.t.info.text, y.t.info.text));
  const nodes: Node[] = [];
  const problems: Problem[] = [];
  for (const { id, t } of sorted) {
    if (nodes.at(-1)?.id === id) {
      problems.push(problem("lineage-same-name", { text: id }));
      continue;
    }
    const text = sketch(t, vocabulary);
    if (text.sentences.count === 0) problems.push(problem("lineage-no-words", { text: id, side: "" }));
    const sentences = t.reading.sentences.length;
    if (text.sentences.count === MOST_SKETCHED.sentences && sentences > text.sentences.count)
      problems.push(problem("lineage-too-many-sentences", { text: id, sentences, used: text.sentences.count }));
    nodes.push({ id, text });
  }
  return { nodes, problems };
}

/** Documents with the same words fold into their earliest; the others are its verbatim copies. */
function foldCopies(nodes: readonly Node[]): {
  readonly leaders: readonly Node[];
  readonly copies: readonly LineageEdge[];
  /** The documents with each leader's words, itself included. */
  readonly groups: ReadonlyMap<string, readonly Node[]>;
} {
  const same = new Map<string, Node[]>();
  for (const node of nodes) {
    const { hash, wordCount } = node.text;
    const key = wordCount === 0 ? `\0${node.id}` : `${hash} ${wordCount}`;
    same.set(key, [...(same.get(key) ?? []), node]);
  }
  const leaders: Node[] = [];
  const copies: LineageEdge[] = [];
  const groups = new Map<string, readonly Node[]>();
  for (const group of same.values()) {
    const [leader, ...rest] = [...group].sort(earlier) as [Node, ...Node[]];
    leaders.push(leader);
    groups.set(leader.id, group);
    for (const copy of rest) {
      const basis = earlierBy(leader, copy) < 0 ? "time" : "wording";
      const probability = basis === "time" ? 0.98 : 0.5;
      copies.push({ from: leader.id, to: copy.id, relation: "verbatim", probability, basis, possible: false });
    }
  }
  return { leaders: leaders.sort((x, y) => byCodeUnit(x.id, y.id)), copies, groups };
}

function earlier(x: Node, y: Node): number {
  return earlierBy(x, y) || byCodeUnit(x.id, y.id);
}

/** Order of two documents by the start of their publication; the undated come last. */
function earlierBy(x: Node, y: Node): number {
  const from = (n: Node) => n.text.read.info.published?.from ?? "~";
  return byCodeUnit(from(x), from(y));
}

/** The branching of each component: every document but the root hangs on the one it most probably comes from. */
function treeEdges(leaders: readonly Node[], links: readonly Link[]): readonly LineageEdge[] {
  const firm = links.filter((l) => l.firm && !l.siblings);
  const arcs = firm.flatMap((link): (Arc & { link: Link })[] => {
    // A share for what the model cannot know keeps every weight finite, and an undated tie open.
    const log = (p: number) => Math.log(0.001 + link.verdict.derived * p);
    return [
      { from: link.x, to: link.y, weight: log(link.forward), link },
      { from: link.y, to: link.x, weight: log(1 - link.forward), link },
    ];
  });
  return maximumBranching(leaders.length, arcs).map((arc) => edgeOf(leaders, arc.link, arc.from === arc.link.x));
}

function edgeOf(leaders: readonly Node[], link: Link, forward: boolean): LineageEdge {
  const [from, to] = forward ? [link.x, link.y] : [link.y, link.x];
  return {
    from: (leaders[from] as Node).id,
    to: (leaders[to] as Node).id,
    relation: link.verdict.relation,
    probability: link.verdict.derived * (forward ? link.forward : 1 - link.forward),
    basis: link.basis,
    possible: !link.firm,
  };
}

/** Of each two components the most probable weaker link. */
function possibleEdges(leaders: readonly Node[], links: readonly Link[]): readonly LineageEdge[] {
  const parts = components(
    leaders.length,
    links.filter((l) => l.firm),
  );
  const best = new Map<string, Link>();
  for (const link of links.filter((l) => l.possible)) {
    const ends = [parts[link.x] as number, parts[link.y] as number].sort((p, q) => p - q);
    if (ends[0] === ends[1]) continue;
    const known = best.get(ends.join(" "));
    if (known === undefined || link.verdict.derived > known.verdict.derived) best.set(ends.join(" "), link);
  }
  return [...best.values()].map((link) => edgeOf(leaders, link, link.forward >= 0.5));
}

/** The smallest place of each place's component. */
function components(size: number, links: readonly Pick<Link, "x" | "y">[]): readonly number[] {
  const parent = Array.from({ length: size }, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] as number;
    for (let k = i; k !== root; ) [k, parent[k]] = [parent[k] as number, root];
    return root;
  };
  for (const { x, y } of links) {
    const [p, q] = [find(x), find(y)];
    parent[Math.max(p, q)] = Math.min(p, q);
  }
  return parent.map((_, i) => find(i));
}

function countOf(parts: readonly number[]): number {
  return new Set(parts).size;
}

function originsOf(
  leaders: readonly Node[],
  { firm, sure }: { readonly firm: readonly number[]; readonly sure: readonly number[] },
  edges: readonly LineageEdge[],
): readonly Origin[] {
  const drawn = edges.filter((e) => !e.possible);
  const derived = new Set(drawn.map((e) => e.to));
  const place = new Map<DocumentId, number>(leaders.map((n, i) => [n.id, i]));
  for (const e of drawn)
    if (e.relation === "verbatim" && !place.has(e.to)) place.set(e.to, place.get(e.from) as number);
  const partOf = (parts: readonly number[]) => (id: DocumentId) => parts[place.get(id) as number] as number;
  return groupedBy([...place.keys()].sort(byCodeUnit), partOf(firm))
    .map((documents): Origin => {
      const root = documents.find((d) => !derived.has(d)) as DocumentId;
      const parts = groupedBy(documents, partOf(sure));
      return { id: root, root, documents, ...(parts.length > 1 && { parts }) };
    })
    .sort((x, y) => byCodeUnit(x.id, y.id));
}

/** The ids by what they share, in the order of each group's first. */
function groupedBy(ids: readonly DocumentId[], keyOf: (id: DocumentId) => number): readonly (readonly DocumentId[])[] {
  const groups = new Map<number, DocumentId[]>();
  for (const id of ids) {
    const group = groups.get(keyOf(id));
    if (group === undefined) groups.set(keyOf(id), [id]);
    else group.push(id);
  }
  return [...groups.values()];
}
