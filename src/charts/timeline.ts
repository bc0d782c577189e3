import { instantInWords, instantOf } from "../core/model/time.ts";
import type { Chart } from "./chart.ts";
import { type SourceShape, sourceMark } from "./marks.ts";
import { type Child, type Element, el } from "./node.ts";
import { cutTo, type TimeScale, timeScale, timeTicks } from "./ticks.ts";
import { type ChartWords, ENGLISH } from "./words.ts";

export interface TimelineEvent {
  /** Milliseconds since 1970 in UTC. */
  readonly at: number;
  readonly shape: SourceShape;
  readonly label: string;
}

export interface TimelineSilence {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

export interface Timeline {
  readonly events: readonly TimelineEvent[];
  readonly silence: TimelineSilence | null;
  readonly asOf: number;
  readonly words?: ChartWords;
}

/** What happened and what was said, in time; the silence is an open bracket; past the cut it is hatched. Null with fewer than two moments. */
export function timeline(data: Timeline): Chart | null {
  const moments = [...data.events.map((e) => e.at), data.asOf];
  const first = Math.min(...moments);
  if (data.events.length === 0 || data.asOf <= first) return null;
  const scale = timeScale(
    data.events.map((e) => e.at),
    data.asOf,
    [4, 87],
  );
  const rows = [...data.events]
    .sort((a, b) => a.at - b.at)
    .map((e) => [(data.words?.instant ?? instantInWords)(instantOf(Math.round(e.at))), e.label]);
  return {
    svg: drawn(data, { ...scale, ticks: 8, perCharacter: 1, labels: true }),
    narrow: drawn(data, { ...scale, ticks: 3, perCharacter: 2.4, labels: false }),
    table: { head: ["when", "what"], rows },
  };
}

interface Layout extends TimeScale {
  readonly ticks: number;
  /** Width of a letter in hundredths of the drawing at its narrowest. */
  readonly perCharacter: number;
  readonly labels: boolean;
}

const pc = (value: number) => `${Math.round(value * 100) / 100}%`;
const AXIS = 50;

function drawn(data: Timeline, layout: Layout): Element {
  const { place } = layout;
  const cut = pc(place(data.asOf));
  const description = `${data.events.length} moments up to ${instantInWords(instantOf(data.asOf))}.`;
  return el(
    "svg",
    { class: "tl", role: "img", width: "100%", height: 72 },
    el("title", {}, (data.words ?? ENGLISH).timeline),
    el("desc", {}, description),
    hatching(place(data.asOf), layout.labels ? "wide" : "narrow"),
    ...axisOf(data, layout),
    ...silenceOf(data.silence, layout),
    ...ticksOf(data, layout),
    ...data.events.map((event) => mark(event, place(event.at))),
    ...labelsOf(data, layout),
    el("line", { class: "c-cut", x1: cut, x2: cut, y1: 4, y2: AXIS + 4 }),
    el("circle", { class: "f-word", cx: cut, cy: 6, r: 6 }),
  );
}

function hatching(from: number, name: string): Child {
  const id = `later-${name}`;
  return [
    el(
      "defs",
      {},
      el(
        "pattern",
        { id, width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
        el("line", { class: "later", x1: 0, x2: 0, y1: 0, y2: 8 }),
      ),
    ),
    el("rect", { x: pc(from), y: 0, width: pc(100 - from), height: AXIS, fill: `url(#${id})` }),
  ];
}

function mark({ shape }: TimelineEvent, x: number): Element {
  const shapes = sourceMark(shape).children;
  return el(
    "svg",
    { class: shape === "copy" ? "ev of-soft" : "ev", x: pc(x), y: AXIS, overflow: "visible" },
    el("g", { transform: "translate(-6.5 -6.5) scale(1.08)" }, shapes),
  );
}

/** The axis; dashed where the wait is not drawn to scale. */
function axisOf({ asOf }: Timeline, { place, breakAt }: Layout): readonly Element[] {
  const line = (from: string | number, to: string, dashed: boolean) =>
    el("line", { class: dashed ? "c-edge dash" : "c-edge", x1: from, x2: to, y1: AXIS, y2: AXIS });
  if (breakAt === null) return [line(0, "100%", false)];
  const [start, end] = [place(breakAt) + 2, place(asOf)];
  return [line(0, pc(start), false), line(pc(start), pc(end), true), line(pc(end), "100%", false)];
}

function ticksOf(data: Timeline, { place, ticks, breakAt }: Layout): readonly Child[] {
  const first = Math.min(...data.events.map((e) => e.at));
  return timeTicks(first, breakAt ?? data.asOf, { most: ticks, words: data.words ?? ENGLISH }).map((tick) => {
    const x = pc(place(tick.at));
    return [
      el("line", { class: "c-edge", x1: x, x2: x, y1: AXIS, y2: AXIS + 5 }),
      el("svg", { x, y: AXIS, overflow: "visible" }, el("text", { class: "s", x: 4, y: 17 }, tick.label)),
    ];
  });
}

/** Labels of the attack and of origins, as many as find room; one that would cross the cut ends at its mark. */
function labelsOf({ events, asOf }: Timeline, { place, perCharacter, labels }: Layout): readonly Child[] {
  if (!labels) return [];
  const cut = place(asOf);
  let until = -1;
  const told = [...events].sort((a, b) => a.at - b.at).filter((e) => e.shape === "attack" || e.shape === "origin");
  return told.map((event) => {
    const words = cutTo(event.label, 22);
    const x = place(event.at);
    const long = words.length * perCharacter;
    const back = x + long > cut - 1;
    const from = back ? x - long : x;
    if (from < until) return null;
    until = (back ? x : x + long) + 1;
    const text = back ? el("text", { x: 6, y: 38, "text-anchor": "end" }, words) : el("text", { x: -6, y: 38 }, words);
    return el("svg", { x: pc(x), y: 0, overflow: "visible" }, text);
  });
}

function silenceOf(silence: TimelineSilence | null, { place, perCharacter }: Layout): readonly Child[] {
  if (silence === null) return [];
  const [from, to] = [place(silence.from), place(silence.to)];
  const line = (x1: number, x2: number, y1: number, y2: number) =>
    el("line", { class: "c-edge dash", x1: pc(x1), x2: pc(x2), y1, y2 });
  const words = cutTo(silence.label, Math.max(0, Math.floor((to - from) / perCharacter) - 4));
  const middle = (from + to) / 2;
  return [
    line(from, to, 12, 12),
    line(from, from, 5, 19),
    line(to, to, 5, 19),
    words.length < 8 ? null : el("text", { class: "s halo", x: pc(middle), y: 16, "text-anchor": "middle" }, words),
  ];
}
