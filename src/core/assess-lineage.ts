import type { KnownDocument } from "./known.ts";
import { findChanges } from "./lineage/changes.ts";
import { traceLineage } from "./lineage/trace.ts";
import type { Actor } from "./model/actor.ts";
import type { AssessedEdge, AssessedLineage, Quoted } from "./model/assessment.ts";
import type { Entry } from "./model/event.ts";
import type { FigureBook, Ground } from "./model/figure.ts";
import { figureId } from "./model/id.ts";
import type { Change, ChangeClass, LineageEdge, Origin } from "./model/lineage.ts";
import { type Memo, remembered } from "./model/memo.ts";
import type { Problem } from "./model/problem.ts";
import type { Reading } from "./model/reading.ts";
import { byCodeUnit, quote, type Span } from "./model/span.ts";
import { judgedKey, readingKey } from "./remember.ts";
import { actorById } from "./text/gazetteer.ts";
import { joinUnseen, surelyCited } from "./unseen-sources.ts";

interface Read {
  readonly document: KnownDocument;
  readonly reading: Reading;
}

export interface LineageInput {
  readonly slug: string;
  readonly read: readonly Read[];
  /** What people have decided of two texts. */
  readonly links: readonly Entry<"link.decided">[];
  /** The analyst's own, whose names the readings do not know. */
  readonly actors: readonly Actor[];
  readonly memo?: Memo | undefined;
}

const MODEL: Ground = {
  is: "table",
  name: "lineage-model.json",
  citation:
    "fitted by scripts/fit-lineage.mjs on public sets of rewrites and of independent reports; docs/method/LI3.md",
};

/** Step 3: who derives from whom, the origins, and what each copy lost, every number a figure [LI6, LI7]. */
export function assessLineage(
  input: LineageInput,
  book: FigureBook,
): { readonly result: AssessedLineage; readonly problems: readonly Problem[] } {
  const { read, slug } = input;
  const byId = new Map(read.map((r) => [r.document.id, r]));
  const texts = read.map(({ document, reading }) => ({ document: document.id, info: document.info, reading }));
  const traced = traceLineage(texts, {
    decided: input.links.map((e) => e.body),
    publishers: input.actors.map(({ names, kind }) => ({ names: Object.values(names).flat(), kind })),
    remember: (pair, compute) => remembered(input.memo, judgedKey(pair), compute),
  });
  const publishers = read.flatMap((r) => r.document.publisher ?? []);
  // A picture's caption and a footer cite nobody.
  const frames = new Map(
    read.flatMap(({ reading }) => {
      const told = reading.sentences.filter((x) => x.part !== "caption" && x.part !== "footer");
      const starts = new Set(told.map((x) => x.start));
      return reading.statements.flatMap((x) => (starts.has(x.sentence.start) ? [[x.id, x.frame] as const] : []));
    }),
  );
  const own = new Map(input.actors.map((a) => [a.id, a.kind]));
  const cited = surelyCited(traced.unseen, {
    frameOf: (id) => frames.get(id),
    kindOf: (id) => own.get(id) ?? actorById(id)?.kind,
  });
  const graph = { ...traced, unseen: joinUnseen(cited, { actors: input.actors, publishers }) };
  const path = (...steps: string[]) => figureId(slug, "lineage", ...steps);
  const words = (ids: readonly string[]) => ids.flatMap((id) => firstWords(byId.get(id)));
  const all = words(read.map((r) => r.document.id));
  const count = (id: string, value: number, from: readonly Ground[], by?: string) =>
    book.add({
      id: path(id),
      value,
      unit: "count",
      rule: "LI6",
      from: from.length > 0 ? from : [MODEL],
      ...(by && from.length > 0 && { by }),
    });
  const position = new Map(read.map((r) => [r.document.id, r.document.position]));
  const inOrder = (ids: readonly string[]) => [...ids].sort((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0));
  const result: AssessedLineage = {
    documents: count("documents", read.length, all, "grounds"),
    origins: count("origins", graph.origins.length, all, "origins"),
    originsFrom: count("origins-from", graph.originsRange.from, [MODEL, ...all], "origins-from"),
    originsTo: count("origins-to", graph.originsRange.to, [MODEL, ...all], "origins-to"),
    unseenCount: count(
      "unseen",
      graph.unseen.length,
      graph.unseen.map((u) => citation(byId, u.citedBy[0])),
      "unseen",
    ),
    list: originsInOrder(graph.origins, position).map((o) => ({
      id: o.id,
      root: o.root,
      documents: inOrder(o.documents),
      ...(o.parts && { parts: o.parts.map(inOrder) }),
      name: nameOf(byId.get(o.root)),
      count: count(
        `origin-${position.get(o.root)}-documents`,
        o.documents.length,
        words(inOrder(o.documents)),
        "grounds",
      ),
    })),
    unseen: graph.unseen.map((u) => ({
      name: u.name,
      actor: u.actor ?? null,
      citedBy: u.citedBy.flatMap((c) => quoted(byId.get(c.document), c.span) ?? []),
    })),
    passages: graph.passages.flatMap(({ document, span, ...rest }) => {
      const words = quoted(byId.get(document), span);
      return words === null ? [] : [{ quote: words, ...rest }];
    }),
    edges: graph.edges.flatMap((e) => assessedEdge(e, { byId, book, path, memo: input.memo }) ?? []),
  };
  return { result, problems: graph.problems };
}

function originsInOrder(origins: readonly Origin[], position: ReadonlyMap<string, number>): readonly Origin[] {
  return [...origins].sort((a, b) => (position.get(a.root) ?? 0) - (position.get(b.root) ?? 0));
}

function nameOf(read: Read | undefined): string {
  return read?.document.publisher ?? read?.document.name ?? "";
}

/** The first sentence of a document, which stands for it. */
function firstWords(read: Read | undefined): Ground[] {
  if (read === undefined) return [];
  const first = read.reading.sentences[0] ?? { start: 0, end: Math.min(80, read.document.info.text.length) };
  return [
    {
      is: "words",
      span: { text: read.document.text, start: first.start, end: first.end },
      quote: quote(read.document.info.text, first),
    },
  ];
}

function quoted(read: Read | undefined, span: Span | undefined): Quoted | null {
  if (read === undefined || span === undefined) return null;
  const sentence = read.reading.sentences.find((s) => s.start <= span.start && span.start < s.end);
  return {
    document: read.document.id,
    span: { text: read.document.text, start: span.start, end: span.end },
    quote: quote(read.document.info.text, span),
    paragraph: sentence?.paragraph ?? 1,
  };
}

function citation(
  byId: ReadonlyMap<string, Read>,
  cited: { readonly document: string; readonly span: Span } | undefined,
): Ground {
  const words = cited === undefined ? null : quoted(byId.get(cited.document), cited.span);
  return words === null ? MODEL : { is: "words", span: words.span, quote: words.quote };
}

interface EdgeContext {
  readonly byId: ReadonlyMap<string, Read>;
  readonly book: FigureBook;
  readonly path: (...steps: string[]) => string;
  readonly memo?: Memo | undefined;
}

function assessedEdge(edge: LineageEdge, { byId, book, path, memo }: EdgeContext): AssessedEdge | null {
  const [source, copy] = [byId.get(edge.from), byId.get(edge.to)];
  if (source === undefined || copy === undefined) return null;
  const step = `doc-${source.document.position}-to-doc-${copy.document.position}`;
  const key = `changes ${readingKey(source.document.info)} ${readingKey(copy.document.info)}`;
  const changes = remembered(memo, key, () =>
    findChanges(
      { info: source.document.info, reading: source.reading },
      { info: copy.document.info, reading: copy.reading },
    ),
  );
  const { probability, ...rest } = edge;
  const losses = lossesOf(edge.possible ? [] : changes.alignment.flatMap((g) => g.changes), { source, copy });
  return {
    ...rest,
    probability: book.add({
      id: path(step, "probability"),
      value: probability,
      unit: "share",
      rule: "LI3",
      from: [MODEL, ...firstWords(source), ...firstWords(copy)],
    }),
    losses: losses.map(({ class: kind, examples }) => ({
      class: kind,
      examples,
      count: book.add({
        id: path(step, kind),
        value: examples.length,
        unit: "count",
        rule: "LI7",
        from: examples.flatMap(({ a, b }) => groundOf(b ?? a)),
        by: "grounds",
      }),
    })),
  };
}

function groundOf(words: Quoted | null): Ground[] {
  return words === null ? [] : [{ is: "words", span: words.span, quote: words.quote }];
}

/** The changes by class, in code-unit order of class, each with the words on both sides. */
function lossesOf(
  changes: readonly Change[],
  { source, copy }: { readonly source: Read; readonly copy: Read },
): readonly {
  readonly class: ChangeClass;
  readonly examples: readonly { readonly a: Quoted | null; readonly b: Quoted | null }[];
}[] {
  const byClass = new Map<ChangeClass, { a: Quoted | null; b: Quoted | null }[]>();
  for (const change of changes) {
    const example = { a: quoted(source, change.a), b: quoted(copy, change.b) };
    if (example.a === null && example.b === null) continue;
    byClass.set(change.class, [...(byClass.get(change.class) ?? []), example]);
  }
  return [...byClass].sort(([a], [b]) => byCodeUnit(a, b)).map(([kind, examples]) => ({ class: kind, examples }));
}
