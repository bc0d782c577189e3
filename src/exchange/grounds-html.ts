import type { Assessment } from "../core/model/assessment.ts";
import type { Unit } from "../core/model/figure.ts";
import type { FigureId } from "../core/model/id.ts";
import { isUnknown } from "../core/model/stated.ts";
import { type Trace, type TraceGround, why } from "../core/why.ts";
import { formulaWords } from "./formula-words.ts";
import { anchor, type Child, type Element, el, name, quoted, toAnchor } from "./html.ts";
import { full, runs, short } from "./numbers.ts";
import { languageOfSpan, placeOfSpan } from "./places.ts";

const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  share: "as a share",
  factor: "as a factor",
  count: "",
  hours: "hours",
  decibans: "decibans",
  bits: "bits",
  score: "",
};

/** The link from a printed figure to where its grounds stand on the page. */
export function figureLink(id: FigureId, shown: string): Element {
  return el("a", { class: "fig", href: toAnchor("why", id) }, shown);
}

/**
 * Where each of these numbers comes from, down to words, judgments, rows and tables: each figure once, in the order in which it is first
 * needed, with links from one to the next [BR1].
 */
export function groundsHtml(assessment: Assessment, ids: readonly FigureId[]): Element | null {
  const traces = tracesOf(assessment, ids);
  if (traces.length === 0) return null;
  const [common = ""] = traces.map((trace) => firstStep(trace.id));
  const shared = traces.length > 1 && traces.every((trace) => firstStep(trace.id) === common) ? `${common}/` : "";
  return el(
    "section",
    { class: "sec", id: "grounds" },
    el("h2", {}, "Where each number comes from"),
    el(
      "p",
      { class: "soft small" },
      "A dotted line under a number leads here. Each ends in words of a document, a person\u2019s judgment, a row or a cited table.",
      shared !== "" && [" Each path begins with ", name(shared), "."],
    ),
    el("div", { class: "grounds" }, ...entries(assessment, traces, shared)),
  );
}

function tracesOf(assessment: Assessment, ids: readonly FigureId[]): readonly Trace[] {
  const found = new Map<FigureId, Trace>();
  const gather = (trace: Trace): void => {
    if (found.has(trace.id)) return;
    found.set(trace.id, trace);
    for (const ground of trace.grounds) if (ground.is === "figure") gather(ground.trace);
  };
  for (const id of ids) {
    if (found.has(id)) continue;
    const trace = why(assessment, id);
    if (!isUnknown(trace)) gather(trace);
  }
  return [...found.values()];
}

function firstStep(id: FigureId): string {
  return id.split("/")[0] ?? id;
}

/** A long list of numbers stands once; whoever stands on the same one points there. */
function entries(assessment: Assessment, traces: readonly Trace[], shared: string): readonly Element[] {
  const first = new Map<string, Trace>();
  return traces.map((trace) => {
    const below = figuresBelow(trace);
    const key = below.map((t) => t.id).join("\n");
    const before = below.length > MOST_LINES ? first.get(key) : undefined;
    if (before === undefined) first.set(key, trace);
    return entry(assessment, trace, { shared, before });
  });
}

function figuresBelow(trace: Trace): readonly Trace[] {
  return trace.grounds.flatMap((ground) => (ground.is === "figure" ? [ground.trace] : []));
}

interface Around {
  readonly shared: string;
  /** The entry that lists the same numbers already. */
  readonly before: Trace | undefined;
}

function entry(assessment: Assessment, trace: Trace, { shared, before }: Around): Element {
  const unit = UNIT_WORDS[trace.unit];
  const how = trace.by === null ? "as it was read" : formulaWords(trace.by);
  return el(
    "div",
    { class: "why", id: anchor("why", trace.id) },
    el(
      "h3",
      {},
      el("span", { class: "num" }, `${full(trace.value)} ${unit}`.trim()),
      el("span", { class: "soft nw" }, trace.rule),
    ),
    el("p", { class: "path" }, name(trace.id.slice(shared.length))),
    el("p", {}, `${how}${trace.grounds.length === 0 ? "" : ":"}`),
    !trace.holds &&
      el("p", { class: "warn" }, el("b", {}, "It does not follow from its grounds."), " Make the assessment again."),
    el("ul", { class: "way" }, ...grounds(assessment, trace, before).map((ground) => el("li", {}, ground))),
  );
}

/** Each ground on a line; rows of a set together, the same words once. */
function grounds(assessment: Assessment, trace: Trace, before: Trace | undefined): readonly Child[] {
  const list = trace.grounds;
  const rows = rowLines(list);
  const figures = figuresBelow(trace);
  const many = figures.length > MOST_LINES ? [manyFigures(figures, before)] : [];
  const seen = new Set<string>();
  const others = list.flatMap((ground): Child[] => {
    if (ground.is === "row" || (ground.is === "figure" && many.length > 0)) return [];
    const key = JSON.stringify(ground.is === "figure" ? ["figure", ground.trace.id] : ground);
    if (seen.has(key) && ground.is !== "figure") return [];
    seen.add(key);
    return [line(assessment, ground)];
  });
  return [...many, ...others, ...rows];
}

/** More figures than this under one stand in a row. */
const MOST_LINES = 6;

function manyFigures(figures: readonly Trace[], before: Trace | undefined): Child {
  if (before !== undefined)
    return [
      `the same ${figures.length} numbers as for `,
      figureLink(before.id, short(before.value, 6)),
      ` ${lastSteps(before.id)}`,
    ];
  const links = figures.flatMap((trace, i): Child[] => [i > 0 && ", ", figureLink(trace.id, short(trace.value, 4))]);
  return el("span", { class: "many" }, `${figures.length} numbers, in their order: `, ...links);
}

function line(assessment: Assessment, ground: Exclude<TraceGround, { is: "row" }>): Child {
  switch (ground.is) {
    case "words":
      return [quoted(ground.quote, languageOfSpan(assessment, ground.span)), " ", placeOfSpan(assessment, ground.span)];
    case "figure":
      return [figureLink(ground.trace.id, short(ground.trace.value, 6)), ` ${lastSteps(ground.trace.id)}`];
    case "judgment":
      return [
        el("b", {}, name(ground.who)),
        `, event ${ground.seq}`,
        ground.what === "" ? null : [": ", name(ground.what)],
        ground.why === "" ? null : [" (", name(ground.why), ")"],
      ];
    default:
      return [el("b", {}, name(ground.name)), ": ", name(ground.citation)];
  }
}

function lastSteps(id: FigureId): string {
  return id.split("/").slice(-2).join("/").replaceAll("-", " ");
}

function rowLines(list: readonly TraceGround[]): readonly Child[] {
  const sets = new Map<string, number[]>();
  for (const ground of list)
    if (ground.is === "row") sets.set(ground.set, [...(sets.get(ground.set) ?? []), ground.line]);
  return [...sets].map(([set, lines]) => [
    el("b", {}, name(set)),
    lines.length === 1 ? `, line ${lines[0]}` : `, ${lines.length} rows: lines ${runs(lines)}`,
  ]);
}
