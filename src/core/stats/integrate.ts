/** ∫ f over [from, to] by adaptive Simpson, to about `within` in absolute terms; deterministic. */
export function integrate(f: (x: number) => number, [from, to]: readonly [number, number], within = 1e-12): number {
  if (!(to > from)) return 0;
  const middle = (from + to) / 2;
  const ends = [f(from), f(middle), f(to)] as const;
  return refine(f, { from, to, ends, whole: simpson(to - from, ends), within, depth: 40 });
}

type Ends = readonly [number, number, number];
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly ends: Ends;
  readonly whole: number;
  readonly within: number;
  readonly depth: number;
}

const simpson = (width: number, [a, m, b]: Ends) => (width / 6) * (a + 4 * m + b);

function refine(f: (x: number) => number, piece: Piece): number {
  const { from, to, ends, whole, within, depth } = piece;
  const middle = (from + to) / 2;
  const left: Ends = [ends[0], f((from + middle) / 2), ends[1]];
  const right: Ends = [ends[1], f((middle + to) / 2), ends[2]];
  const a = simpson(middle - from, left);
  const b = simpson(to - middle, right);
  const off = a + b - whole;
  // The first four halvings are never skipped: a narrow step between the first points would go unseen.
  if (depth === 0 || (depth <= 36 && Math.abs(off) <= 15 * within)) return a + b + off / 15;
  const half = { within: within / 2, depth: depth - 1 };
  return (
    refine(f, { from, to: middle, ends: left, whole: a, ...half }) +
    refine(f, { from: middle, to, ends: right, whole: b, ...half })
  );
}
