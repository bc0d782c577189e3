import { type Element, el } from "./node.ts";

/** Shapes of 12 by 12: what a document is to the others. */
export type SourceShape = "origin" | "copy" | "unseen" | "attack";

const line = (d: string) => el("path", { class: "l", d });

function sourceShapes(shape: SourceShape): readonly Element[] {
  switch (shape) {
    case "origin":
      return [el("circle", { class: "f", cx: 6, cy: 6, r: 5 })];
    case "copy":
      return [line("M0 6H5"), el("circle", { class: "f", cx: 8, cy: 6, r: 3 })];
    case "unseen":
      return [el("circle", { class: "d", cx: 6, cy: 6, r: 4.6 })];
    default:
      return [el("path", { class: "f", d: "M6 0L12 6L6 12L0 6Z" })];
  }
}

/** A source's mark: a disc for an origin, a smaller one on a stub for a copy, a dashed ring for what was cited and not seen. */
export function sourceMark(shape: SourceShape): Element {
  return el("svg", { viewBox: "0 0 12 12", width: 12, height: 12, "aria-hidden": "true" }, ...sourceShapes(shape));
}

/** Shapes of 14 by 14: what happened to words on the way. */
export type ChangeShape =
  | "dropped"
  | "hardened"
  | "softened"
  | "changed"
  | "added"
  | "fork"
  | "contradicted"
  | "open"
  | "backed"
  | "moved";

const CHANGE_PATHS: Readonly<Record<Exclude<ChangeShape, "open" | "backed" | "fork">, string>> = {
  dropped: "M2.5 11L7 4.5L11.5 11",
  hardened: "M1 11.5H5V7H9V2.5H13",
  softened: "M1 2.5H5V7H9V11.5H13",
  changed: "M2 5H12M2 9H12M9.5 1.5L4.5 12.5",
  added: "M7 2V12M2 7H12",
  contradicted: "M2.5 2.5L11.5 11.5M11.5 2.5L2.5 11.5",
  moved: "M5 2V12M2.5 9.5L5 12L7.5 9.5M10 12V2M7.5 4.5L10 2L12.5 4.5",
};

function changeShapes(shape: ChangeShape): readonly Element[] {
  switch (shape) {
    case "open":
      return [el("circle", { class: "d", cx: 7, cy: 7, r: 5.2 })];
    case "backed":
      return [el("circle", { class: "f", cx: 7, cy: 7, r: 4.6 })];
    case "fork":
      return [line("M1 9H5L12 3"), el("path", { class: "d", d: "M5 9L12 12" })];
    default:
      return [line(CHANGE_PATHS[shape])];
  }
}

/** The mark of a change: told by its shape; the colour comes second. */
export function changeMark(shape: ChangeShape): Element {
  const calm = shape === "backed" || shape === "moved";
  return el(
    "svg",
    { class: calm ? "ic ok" : "ic", viewBox: "0 0 14 14", width: 14, height: 14, "aria-hidden": "true" },
    ...changeShapes(shape),
  );
}

/** Shapes of 12 by 12: whether a person has decided on a proposal. */
export type DecisionShape = "proposed" | "accepted" | "mended" | "added";

export function decisionMark(shape: DecisionShape): Element {
  const square = (name: string) => el("rect", { class: name, x: 1, y: 1, width: 10, height: 10 });
  const shapes =
    shape === "proposed"
      ? [square("d")]
      : shape === "mended"
        ? [square("l"), el("path", { class: "f", d: "M1 1H11L1 11Z" })]
        : [square("f")];
  return el("svg", { viewBox: "0 0 12 12", width: 12, height: 12, "aria-hidden": "true" }, ...shapes);
}
