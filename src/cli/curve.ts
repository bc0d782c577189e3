import type { SilenceCurve, SilenceLine } from "../charts/silence-curve.ts";
import { wrap } from "./terminal.ts";

const ROWS = 11;
const LEFT = 5;
const NOT = "-";
const BAND = ".";

/** The value of a line at an hour, straight between its points. */
function valueAt(hours: readonly number[], values: readonly number[], at: number): number {
  const after = hours.findIndex((h) => h >= at);
  if (after <= 0) return values[Math.max(0, after)] ?? Number.NaN;
  const [h0, h1] = [hours[after - 1]!, hours[after]!];
  const part = h1 === h0 ? 0 : (at - h0) / (h1 - h0);
  return values[after - 1]! + part * (values[after]! - values[after - 1]!);
}

/**
 * The curve of P(t) for a terminal: of 100 such attacks, how many are still unclaimed, over hours; a letter for each class, dashes for attacks that it did not do, dots for the band of the class picked
 * (else of the narrowest), a bar at the hour of the silence.
 */
export function curveText(data: SilenceCurve, columns: number): string[] {
  const width = Math.max(20, Math.min(columns, 80) - LEFT - 2);
  const last = data.hours.at(-1) ?? 1;
  const grid = Array.from({ length: ROWS }, () => Array.from({ length: width }, () => " "));
  const hourOf = (x: number) => (last * x) / (width - 1);
  const rowOf = (value: number) => Math.round((1 - value / 100) * (ROWS - 1));
  const put = (row: number, x: number, mark: string) => {
    const line = grid[row];
    if (line !== undefined) line[x] = mark;
  };
  const banded = data.lines.find((l) => l.lower !== null);
  for (let x = 0; x < width; x++) {
    const at = (values: readonly number[]) => rowOf(valueAt(data.hours, values, hourOf(x)));
    if (banded?.lower != null && banded.upper !== null) {
      const [a, b] = [at(banded.lower), at(banded.upper)].sort((p, q) => p - q) as [number, number];
      for (let row = a; row <= b; row++) put(row, x, BAND);
    }
    const now = Math.round((data.nowHours / last) * (width - 1));
    if (x === now) for (let row = 0; row < ROWS; row++) if (grid[row]?.[x] === " ") put(row, x, "|");
    if (data.ifNot !== null) put(at(data.ifNot.unclaimed), x, NOT);
    for (const line of data.lines) put(at(line.unclaimed), x, line.letter);
  }
  const axis = `${" ".repeat(LEFT)}0 h${`${Math.round(last)} h`.padStart(width - 3)}`;
  const key = (l: SilenceLine) => {
    const band = l.lower === null ? "" : `; ${BAND.repeat(3)} its range over what is assumed`;
    return `${l.letter === "" ? NOT : l.letter} ${l.name}: ${l.now} of 100 by ${data.nowWords}${band}`;
  };
  return [
    ...grid.map((row, i) =>
      `${i % 5 === 0 ? String(100 - i * 10).padStart(LEFT - 1) : " ".repeat(LEFT - 1)} ${row.join("")}`.trimEnd(),
    ),
    axis,
    ...[...data.lines, ...(data.ifNot === null ? [] : [data.ifNot])].flatMap((l) => wrap(key(l), columns, "  ")),
  ];
}
