import { scaleLinear } from "d3-scale";
import { LIKELIHOOD_BANDS } from "../core/model/likelihood.ts";
import { type Child, type Element, el } from "./node.ts";

// Bars stand in the cells of a table, whose numbers are their twin. Places are in per cent, so that a bar fills its cell at any width.

const percent = (share: number) => `${Math.round(scaleLinear([0, 1], [0, 100])(share) * 100) / 100}%`;
const clamp = (share: number) => Math.min(1, Math.max(0, share));

/** The bounds between the bands of ICD 203, as shares. */
export const BAND_BOUNDS: readonly number[] = LIKELIHOOD_BANDS.slice(0, -1).map((band) => band.to);

function bar(title: string, height: number, ...children: readonly Child[]): Element {
  return el("svg", { class: "bar", role: "img", width: "100%", height }, el("title", {}, title), ...children);
}

export interface PosteriorBar {
  /** Shares, as they are printed. */
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly title: string;
}

/** One explanation's range as a bar over the bands of ICD 203, its value a notch. */
export function posteriorBar({ value, from, to, title }: PosteriorBar): Element {
  const [low, high] = [clamp(Math.min(from, to)), clamp(Math.max(from, to))];
  const lines = BAND_BOUNDS.map((bound) =>
    el("line", { class: "c-hair", x1: percent(bound), x2: percent(bound), y1: 0, y2: 30 }),
  );
  return bar(
    title,
    30,
    ...lines,
    el("rect", { class: "f-ink", x: percent(low), y: 11, width: percent(Math.max(0.004, high - low)), height: 8 }),
    el("rect", { class: "o-ink", x: percent(clamp(value)), y: 7, width: 4, height: 16, transform: "translate(-2 0)" }),
  );
}

/** The bands by name, each in lines, over their bounds: the axis of the bars below it. */
export function posteriorAxis(words: Readonly<Record<string, readonly string[]>>): Element {
  const names = LIKELIHOOD_BANDS.flatMap((band) => {
    const lines = words[band.word] ?? [];
    const x = percent((band.from + band.to) / 2);
    return lines.map((line, i) =>
      el("text", { class: "s t", x, y: 26 - (lines.length - 1 - i) * 13, "text-anchor": "middle" }, line),
    );
  });
  const bounds = BAND_BOUNDS.map((bound) =>
    el("text", { class: "s t", x: percent(bound), y: 42, "text-anchor": "middle" }, String(Math.round(bound * 100))),
  );
  return el("svg", { class: "bar", "aria-hidden": "true", width: "100%", height: 46 }, ...names, ...bounds);
}

export interface DecibanBar {
  readonly value: number;
  /** The longest bar of the table. */
  readonly most: number;
  readonly title: string;
}

/** What one item adds, from a centre line: filled for the leader, open against it. */
export function decibanBar({ value, most, title }: DecibanBar): Element {
  const length = most === 0 ? 0 : (clamp(Math.abs(value) / most) * 0.96) / 2;
  const centre = el("line", { class: "c-edge", x1: "50%", x2: "50%", y1: 0, y2: 22 });
  const shape =
    value >= 0
      ? el("rect", { class: "f-ink", x: "50%", y: 6, width: percent(length), height: 10 })
      : el("rect", { class: "o-ink", x: percent(0.5 - length), y: 6, width: percent(length), height: 10 });
  return bar(title, 22, shape, centre);
}

/** A hundred discs, so many of them open. */
export function hundredDiscs(open: number, title: string): Element {
  const n = Math.min(100, Math.max(0, Math.round(open)));
  const discs = Array.from({ length: 100 }, (_, i) => {
    const [cx, cy] = [6 + (i % 20) * 17, 6 + Math.floor(i / 20) * 17];
    return i < 100 - n
      ? el("circle", { class: "f-ink", cx, cy, r: 6 })
      : el("circle", { class: "o-edge", cx, cy, r: 5.3 });
  });
  return el(
    "svg",
    { class: "discs", role: "img", viewBox: "0 0 335 80", width: 335, height: 80 },
    el("title", {}, title),
    ...discs,
  );
}
