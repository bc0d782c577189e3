import type { Relation } from "../core/model/lineage.ts";
import { at, type Chart, frame } from "./chart.ts";
import { type Child, type Element, el } from "./node.ts";
import { cutTo, type TimeTick, timeScale, timeTicks } from "./ticks.ts";
import { type ChartWords, ENGLISH } from "./words.ts";

export interface GraphDocument {
  readonly id: string;
  readonly position: number;
  readonly name: string;
  /** Milliseconds since 1970 in UTC; null where it has no date. */
  readonly at: number | null;
  /** What it was made from. */
  readonly from: { readonly id: string; readonly relation: Relation; readonly possible: boolean } | null;
  /** Sources that it cites and that are not among the documents. */
  readonly unseen: readonly string[];
}

export interface LineageGraphData {
  readonly documents: readonly GraphDocument[];
  readonly asOf: number | null;
  readonly words?: ChartWords;
}

const WIDTH = 1136;
const LABEL = 330;
const ROW = 40;
const UNSEEN_ROW = 22;
const MOST_UNSEEN = 2;

const STROKE: Readonly<Partial<Record<Relation, number>>> = { verbatim: 3.4, "light-edit": 2.4 };

interface Placed extends GraphDocument {
  readonly x: number;
  readonly y: number;
  readonly depth: number;
}

/** Who was made from whom, time across: a row for each document, so that no line crosses a name. */
export function lineageGraph(data: LineageGraphData): Chart | null {
  const words = data.words ?? ENGLISH;
  if (data.documents.length === 0) return null;
  const known = data.documents.flatMap((d) => d.at ?? []);
  const cut = data.asOf ?? Math.max(...known);
  const [first, last] = [Math.min(...known, cut), cut];
  const undated = data.documents.some((d) => d.at === null);
  const left = undated ? 104 : 14;
  const dated = known.length > 0 && last > first;
  const { place: x, breakAt } = dated
    ? timeScale(known, cut, [left, WIDTH - LABEL])
    : { place: () => left, breakAt: null };
  const { rows, height } = laid(data.documents, (d) => (d.at === null ? 14 : x(d.at)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const svg = frame(
    {
      width: WIDTH,
      height,
      title: words.lineage,
      description: describe(data.documents),
    },
    ...axis({ ...data, words }, { x, first, last: dated ? (breakAt ?? last) : first, left, height, undated }),
    ...rows.map((row) => edge(row, byId.get(row.from?.id ?? ""))),
    ...rows.map((row) => node(row, rows, words)),
  );
  return { svg, narrow: null, table: tableOf(data.documents, words) };
}

/** Trees one below another; children after their parent, by time. */
function laid(documents: readonly GraphDocument[], xOf: (d: GraphDocument) => number) {
  const ids = new Set(documents.map((d) => d.id));
  const children = new Map<string, GraphDocument[]>();
  const roots: GraphDocument[] = [];
  for (const d of [...documents].sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity) || a.position - b.position)) {
    if (d.from === null || !ids.has(d.from.id)) roots.push(d);
    else children.set(d.from.id, [...(children.get(d.from.id) ?? []), d]);
  }
  const rows: Placed[] = [];
  let y = 44;
  const put = (d: GraphDocument, depth: number): void => {
    if (rows.some((row) => row.id === d.id)) return;
    rows.push({ ...d, x: xOf(d), y, depth });
    y += ROW + Math.min(d.unseen.length, MOST_UNSEEN + 1) * UNSEEN_ROW;
    for (const child of children.get(d.id) ?? []) put(child, depth + 1);
  };
  for (const root of roots) {
    put(root, 0);
    y += 6;
  }
  // A circle of documents has no root; each still gets a row.
  for (const d of documents) put(d, 0);
  return { rows, height: y };
}

function describe(documents: readonly GraphDocument[]): string {
  const position = new Map(documents.map((d) => [d.id, d.position]));
  const made = documents.flatMap((d) =>
    d.from === null
      ? []
      : [`document ${d.position} from ${position.get(d.from.id) ?? "?"}, ${ENGLISH.relation[d.from.relation]}`],
  );
  const unseen = documents.flatMap((d) => d.unseen.map((name) => `document ${d.position} cites ${name}, not seen`));
  return `${[...made, ...unseen].join("; ") || "No document was made from another"}. The table has the same content.`;
}

interface Axis {
  readonly x: (value: number) => number;
  readonly first: number;
  readonly last: number;
  readonly left: number;
  readonly height: number;
  readonly undated: boolean;
}

function axis(
  { asOf, words }: Required<LineageGraphData>,
  { x, first, last, left, height, undated }: Axis,
): readonly Child[] {
  if (!(last > first)) return [];
  const near = (tick: TimeTick) => asOf !== null && Math.abs(x(tick.at) - x(asOf)) < 56;
  const ticks = timeTicks(first, last, { most: 7, words }).map((tick) => {
    const at0 = at(x(tick.at));
    return [
      el("line", { class: "c-hair", x1: at0, x2: at0, y1: 20, y2: height - 8 }),
      !near(tick) &&
        el("text", { class: "s", x: at0, y: 12, "text-anchor": at0 < 20 ? "start" : "middle" }, tick.label),
    ];
  });
  const line =
    asOf === null ? null : el("line", { class: "c-cut", x1: at(x(asOf)), x2: at(x(asOf)), y1: 20, y2: height - 8 });
  const told = asOf === null ? null : el("text", { class: "w halo", x: at(x(asOf) + 7), y: 12 }, words.asOf);
  return [
    ...ticks,
    undated && el("text", { class: "s", x: 2, y: 12 }, words.noDate),
    undated && el("line", { class: "c-hair", x1: left - 16, x2: left - 16, y1: 2, y2: height - 8 }),
    line,
    told,
  ];
}

/** From the parent down and across: weight by relation, dashed where it is only possible. */
function edge(row: Placed, parent: Placed | undefined): Child {
  if (parent === undefined || row.from === null) return null;
  const { relation, possible } = row.from;
  const bend = Math.min(12, Math.abs(row.x - parent.x), Math.abs(row.y - parent.y));
  const [px, py, x, y] = [at(parent.x), at(parent.y), at(row.x), at(row.y)];
  const way = x >= px ? 1 : -1;
  const d =
    bend < 1 ? `M${px} ${py}V${y}H${x}` : `M${px} ${py}V${at(y - bend)}Q${px} ${y} ${at(px + way * bend)} ${y}H${x}`;
  return el("path", {
    class: possible ? "c-edge dash" : "c-line",
    d,
    "stroke-width": possible ? 1.5 : (STROKE[relation] ?? 1.4),
  });
}

/** How a document was made, in words; empty for an origin. */
function howOf({ from }: GraphDocument, words: ChartWords): string {
  return from === null ? "" : `${from.possible ? words.possibly : ""}${words.relation[from.relation]}`;
}

function node(row: Placed, rows: readonly Placed[], words: ChartWords): Element {
  const isRoot = row.from === null;
  const how = howOf(row, words);
  const hasChildren = rows.some((other) => other.from?.id === row.id);
  return el(
    "g",
    {},
    ...unseenOf(row, hasChildren, words),
    el("circle", { class: "f-ink", cx: at(row.x), cy: row.y, r: isRoot ? 7.5 : 5 }),
    el(
      "text",
      { class: "halo", x: at(row.x + 13), y: row.y + 4.5 },
      el("tspan", { class: "b" }, `${row.position} ${cutTo(row.name, 30)}`),
      how !== "" && el("tspan", { class: "s" }, `  ${how}`),
    ),
  );
}

/** Dashed rings under a document for what it cites and nobody has seen. */
function unseenOf(row: Placed, hasChildren: boolean, words: ChartWords): readonly Child[] {
  if (row.unseen.length === 0) return [];
  const shown = row.unseen.slice(0, MOST_UNSEEN);
  const rest = row.unseen.length - shown.length;
  const lines = rest === 0 ? shown : [...shown, words.andMore(rest)];
  const [x, y] = [at(row.x), row.y];
  const lastY = y + 4 + lines.length * UNSEEN_ROW;
  const stem = el("line", { class: "c-edge dash", x1: x, x2: x, y1: y, y2: hasChildren ? y : lastY });
  return [
    stem,
    ...lines.map((name, i) => {
      const own = y + 4 + (i + 1) * UNSEEN_ROW;
      return [
        el("line", { class: "c-edge dash", x1: x, x2: at(x + 12), y1: own, y2: own }),
        el("circle", { class: "o-dash", cx: at(x + 17), cy: own, r: 4.6 }),
        el("text", { class: "s halo", x: at(x + 28), y: own + 4.5 }, cutTo(name, 40)),
      ];
    }),
  ];
}

function tableOf(documents: readonly GraphDocument[], words: ChartWords) {
  const position = new Map(documents.map((d) => [d.id, d.position]));
  const rows = documents.map((d) => {
    const from = d.from === null ? "" : `doc ${position.get(d.from.id) ?? "?"}`;
    return [String(d.position), d.name, from, howOf(d, words), d.unseen.join("; ")];
  });
  return { head: ["doc", "name", "made from", "how", "cites, not seen"], rows };
}
