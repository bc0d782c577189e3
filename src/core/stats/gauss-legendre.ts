/** Nodes on 0 to 1 and weights that sum to 1. */
export interface Nodes {
  readonly at: Float64Array;
  readonly weight: Float64Array;
}

/** The n-point Gauss–Legendre rule on 0 to 1, roots of the Legendre polynomial by Newton (DLMF 3.5.17). */
export function gaussLegendre(n: number): Nodes {
  const at = new Float64Array(n);
  const weight = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let step = 0; step < 50; step++) {
      let [before, now] = [1, x];
      for (let k = 2; k <= n; k++) [before, now] = [now, ((2 * k - 1) * x * now - (k - 1) * before) / k];
      slope = (n * (x * now - before)) / (x * x - 1);
      const dx = now / slope;
      x -= dx;
      if (Math.abs(dx) < 1e-16) break;
    }
    at[n - 1 - i] = (1 + x) / 2;
    weight[n - 1 - i] = 1 / ((1 - x * x) * slope * slope);
  }
  return { at, weight };
}
