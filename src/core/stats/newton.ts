import type { Score } from "./lag-likelihood.ts";

/** Fills a score at a point of as many coordinates as are free. */
export type Likelihood = (at: Float64Array, score: Score) => void;

/** Where a climb ended. */
export interface Top {
  readonly at: Float64Array;
  readonly value: number;
  /** False where it ran out of steps or of bounds. */
  readonly converged: boolean;
}

export interface ClimbOptions {
  /** Which of the three coordinates are free, in order. */
  readonly free: readonly number[];
  /** Coordinates beyond these end the climb. */
  readonly bound?: readonly [low: number, high: number][];
  readonly steps?: number;
}

/** Solves (−H + ridge·D)x = g by Cholesky on the free coordinates; false where the matrix is not positive definite. */
function solve(
  score: Score,
  { free, ridge, out }: { readonly free: readonly number[]; readonly ridge: number; readonly out: Float64Array },
): boolean {
  const n = free.length;
  const l = scratch;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const h = -score.hessian[3 * free[i]! + free[j]!]!;
      let sum = i === j ? h + ridge * (1 + Math.abs(h)) : h;
      for (let k = 0; k < j; k++) sum -= l[3 * i + k]! * l[3 * j + k]!;
      if (i === j) {
        if (!(sum > 1e-14 * Math.abs(h))) return false;
        l[3 * i + i] = Math.sqrt(sum);
      } else l[3 * i + j] = sum / l[3 * j + j]!;
    }
  }
  for (let i = 0; i < n; i++) {
    let sum = score.gradient[free[i]!]!;
    for (let k = 0; k < i; k++) sum -= l[3 * i + k]! * out[k]!;
    out[i] = sum / l[3 * i + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = out[i]!;
    for (let k = i + 1; k < n; k++) sum -= l[3 * k + i]! * out[k]!;
    out[i] = sum / l[3 * i + i]!;
  }
  return true;
}
const scratch = new Float64Array(9);

/** A step is at most so long in each coordinate: beyond, the quadratic is no guide. */
const LONGEST = 2;
/** The Newton decrement g′H⁻¹g under which a climb is at its top. */
const DECREMENT = 1e-21;

/**
 * Climbs to a maximum by Newton's method with a ridge where the surface is not concave (Levenberg) and halved steps. Deterministic. `at` is the
 * start and is not changed; `score` holds the derivatives at the top afterwards.
 */
export function climb(likelihood: Likelihood, at: Float64Array, score: Score, options: ClimbOptions): Top {
  const { free, bound, steps = 200 } = options;
  let here = Float64Array.from(at);
  const next = Float64Array.from(at);
  const direction = new Float64Array(free.length);
  likelihood(here, score);
  if (score.value === Number.NEGATIVE_INFINITY) return { at: here, value: score.value, converged: false };
  for (let step = 0; step < steps; step++) {
    let ridge = 0;
    while (!solve(score, { free, ridge, out: direction })) ridge = ridge === 0 ? 1e-4 : ridge * 8;
    let decrement = 0;
    let longest = 0;
    for (let i = 0; i < free.length; i++) {
      decrement += direction[i]! * score.gradient[free[i]!]!;
      longest = Math.max(longest, Math.abs(direction[i]!));
    }
    const done = ridge === 0 && decrement < DECREMENT;
    let length = Math.min(1, LONGEST / longest);
    const before = score.value;
    // Near the top the gain drowns in rounding: a plain Newton step is then taken as it is.
    const slack = 1e-13 * Math.max(1, Math.abs(before));
    for (let halving = 0; ; halving++) {
      next.set(here);
      for (let i = 0; i < free.length; i++) next[free[i]!]! += length * direction[i]!;
      likelihood(next, score);
      if (score.value >= before - (ridge === 0 && decrement < 1e-8 ? slack : 0)) break;
      length /= 2;
      if (halving === 60) {
        likelihood(here, score);
        return { at: here, value: score.value, converged: decrement < 1e-9 };
      }
    }
    here = Float64Array.from(next);
    if (done) return { at: here, value: score.value, converged: true };
    if (bound?.some(([low, high], i) => here[i]! < low || here[i]! > high)) {
      return { at: here, value: score.value, converged: false };
    }
  }
  return { at: here, value: score.value, converged: false };
}

/** The ratio of the largest to the smallest eigenvalue of the free part of −H; Infinity where it is not positive definite. */
export function conditionOf({ hessian }: Score, free: readonly number[]): number {
  const values = eigenvalues(free.map((i) => free.map((j) => -hessian[3 * i + j]!)));
  const low = Math.min(...values);
  return low > 0 ? Math.max(...values) / low : Number.POSITIVE_INFINITY;
}

/** Eigenvalues of a small symmetric matrix, by Jacobi's rotations. */
function eigenvalues(matrix: readonly (readonly number[])[]): readonly number[] {
  const a = matrix.map((row) => [...row]);
  const n = a.length;
  for (let sweep = 0; sweep < 60; sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, p, q);
  }
  return a.map((row, i) => row[i]!);
}

function rotate(a: number[][], p: number, q: number): void {
  const off = a[p]![q]!;
  if (off === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * off);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(1 + theta * theta));
  const c = 1 / Math.sqrt(1 + t * t);
  const s = t * c;
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[k]![p]!, a[k]![q]!];
    a[k]![p] = c * x - s * y;
    a[k]![q] = s * x + c * y;
  }
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[p]![k]!, a[q]![k]!];
    a[p]![k] = c * x - s * y;
    a[q]![k] = s * x + c * y;
  }
}
