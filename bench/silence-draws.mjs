// Seeded draws for the benches of silence: everything planted is known, and the same seed plants the same.

/** A generator of doubles between 0 and 1 (mulberry32). */
export function generator(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
}

export function normal(random) {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}

/** Gamma by Marsaglia and Tsang (2000). */
export function gamma(random, shape) {
  if (shape < 1) return gamma(random, shape + 1) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(random()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

export function beta(random, a, b) {
  const [x, y] = [gamma(random, a), gamma(random, b)];
  // Tiny shapes: both may underflow, and the draw is then at one end or the other.
  return x + y === 0 ? Number(random() < a / (a + b)) : x / (x + y);
}

export function binomial(random, n, p) {
  let k = 0;
  for (let i = 0; i < n; i++) if (random() < p) k++;
  return k;
}

export const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;
export const percent = (x, digits = 1) => `${(100 * x).toFixed(digits)} %`;

/** The upper tail of χ², by the regularised incomplete gamma function (series below, continued fraction above). */
export function chiSquareUpper(x, degrees, lnGamma) {
  const a = degrees / 2;
  const y = x / 2;
  const front = Math.exp(a * Math.log(y) - y - lnGamma(a));
  if (y < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 500; n++) {
      term *= y / (a + n);
      sum += term;
    }
    return 1 - front * sum;
  }
  let b = y + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 500; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    h *= d * c;
  }
  return front * h;
}
