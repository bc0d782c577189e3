import { scaleLinear } from "d3-scale";
import { area, curveMonotoneX, line } from "d3-shape";
import { apart, at, type Chart, frame } from "./chart.ts";
import { type Child, type Element, el } from "./node.ts";
import { cutTo } from "./ticks.ts";

export interface SilenceLine {
  /** "A", "B": the letter of its row in the table. */
  readonly letter: string;
  readonly name: string;
  /** Of 100 such attacks, how many are still unclaimed at each of the hours. */
  readonly unclaimed: readonly number[];
  /** The range that is drawn as a band. */
  readonly lower: readonly number[] | null;
  readonly upper: readonly number[] | null;
  /** The one a person goes by. */
  readonly picked: boolean;
  /** Now, as it is printed. */
  readonly now: string;
}

export interface SilenceCurve {
  readonly hours: readonly number[];
  readonly nowHours: number;
  readonly nowWords: string;
  readonly lines: readonly SilenceLine[];
  /** Attacks that the actor did not do. */
  readonly ifNot: SilenceLine | null;
}

interface Size {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly ticks: number;
  readonly nameLength: number;
}

const WIDE: Size = { width: 836, height: 300, left: 34, right: 632, ticks: 7, nameLength: 24 };
const NARROW: Size = { width: 343, height: 280, left: 30, right: 286, ticks: 4, nameLength: 0 };

/** Of 100 such attacks, how many are still unclaimed after so many hours, a line for each reference class. */
export function silenceCurve(data: SilenceCurve): Chart {
  const all = [...data.lines, ...(data.ifNot === null ? [] : [data.ifNot])];
  const rows = data.hours.map((hours, i) => [
    hoursWord(hours),
    ...all.map((l) => String(Math.round(l.unclaimed[i] ?? 0))),
  ]);
  const every = Math.max(1, Math.floor(rows.length / 8));
  return {
    svg: drawn(data, WIDE),
    narrow: drawn(data, NARROW),
    table: {
      head: ["hours", ...all.map((l) => `${l.letter} ${l.name}`.trim())],
      rows: rows.filter((_, i) => i % every === 0),
    },
  };
}

function hoursWord(hours: number): string {
  return String(Math.round(hours * 10) / 10);
}

/** Not by colour alone: solid, dashed, dot-dashed, and so on. */
const STROKES = ["c-ink", "c-soft dash", "c-ink dashdot", "c-soft", "c-ink dot"] as const;

function drawn(data: SilenceCurve, size: Size): Element {
  const bottom = size.height - 26;
  const x = scaleLinear([0, data.hours.at(-1) ?? 1], [size.left, size.right]);
  const y = scaleLinear([0, 100], [bottom, 8]);
  const points = (values: readonly number[]) => data.hours.map((h, i) => [x(h), y(values[i] ?? 0)] as [number, number]);
  const curve = line().curve(curveMonotoneX);
  const all = [...(data.ifNot === null ? [] : [data.ifNot]), ...data.lines];
  const plain = data.lines.filter((l) => !l.picked);
  const strokeOf = (l: SilenceLine) =>
    l === data.ifNot ? "c-soft dot" : l.picked ? "c-word" : (STROKES[plain.indexOf(l) % STROKES.length] ?? "c-ink");
  const nowAt = (l: SilenceLine) => y(valueAt(data.hours, l.unclaimed, data.nowHours));
  return frame(
    {
      width: size.width,
      height: size.height,
      title: "Of 100 such attacks, how many are still unclaimed, by hours since the attack",
      description: `After ${data.nowWords}: ${all.map((l) => `${l.letter} ${l.name}, ${l.now}`).join("; ")}. The table has the same numbers.`,
    },
    ...data.lines.flatMap((l) => bandOf(l, data.hours, { x, y })),
    ...grid(size, { x, y }),
    ...all.map((l) => el("path", { class: strokeOf(l), d: curve(points(l.unclaimed)) ?? "" })),
    el("line", {
      class: "c-cut",
      x1: at(x(data.nowHours)),
      x2: at(x(data.nowHours)),
      y1: 8,
      y2: bottom,
      "stroke-width": 1.5,
    }),
    ...all.map((l) =>
      el("circle", {
        class: `knot ${l.picked ? "of-word" : l === data.ifNot ? "of-soft" : "of-ink"}`,
        cx: at(x(data.nowHours)),
        cy: at(nowAt(l)),
        r: 4.5,
      }),
    ),
    el("text", { class: "w", x: at(x(data.nowHours) + 8), y: bottom - 8 }, data.nowWords),
    ...ends(all, { size, y, ifNot: data.ifNot }),
  );
}

type Scale = (value: number) => number;
interface Scales {
  readonly x: Scale & { ticks(count?: number): number[] };
  readonly y: Scale;
}

function valueAt(hours: readonly number[], values: readonly number[], now: number): number {
  return scaleLinear(hours as number[], values as number[]).clamp(true)(now);
}

function bandOf({ lower, upper }: SilenceLine, hours: readonly number[], { x, y }: Scales): readonly Element[] {
  if (lower === null || upper === null) return [];
  const shape = area<number>()
    .x((i) => x(hours[i] ?? 0))
    .y0((i) => y(lower[i] ?? 0))
    .y1((i) => y(upper[i] ?? 0))
    .curve(curveMonotoneX);
  return [el("path", { class: "f-wash", d: shape([...hours.keys()]) ?? "" })];
}

function grid({ left, right, height, ticks }: Size, { x, y }: Scales): readonly Child[] {
  const rows = [0, 25, 50, 75, 100].flatMap((value) => [
    el("line", { class: "c-hair", x1: left, x2: right, y1: at(y(value)), y2: at(y(value)) }),
    el("text", { class: "s", x: left - 8, y: at(y(value) + 4), "text-anchor": "end" }, String(value)),
  ]);
  const columns = x
    .ticks(ticks)
    .map((hours, i) =>
      el(
        "text",
        { class: "s", x: at(x(hours)), y: height - 6, "text-anchor": "middle" },
        i === 0 ? `${hours} h` : String(hours),
      ),
    );
  return [...rows, ...columns];
}

/** The lines' names at their ends, moved apart. */
function ends(
  all: readonly SilenceLine[],
  { size, y, ifNot }: { readonly size: Size; readonly y: Scale; readonly ifNot: SilenceLine | null },
): readonly Element[] {
  const places = apart(
    all.map((l) => y(l.unclaimed.at(-1) ?? 0) + 4),
    18,
    [14, size.height - 30],
  );
  return all.map((l, i) => {
    const words =
      size.nameLength === 0 || l.name === "" ? l.letter : `${l.letter} ${cutTo(l.name, size.nameLength)}`.trim();
    const short = l === ifNot ? (size.nameLength === 0 ? "not" : l.name) : words;
    const look = l.picked ? "w" : l === ifNot ? "s" : "b";
    return el("text", { class: look, x: size.right + 8, y: at(places[i] ?? 0) }, `${short}: ${l.now}`);
  });
}
