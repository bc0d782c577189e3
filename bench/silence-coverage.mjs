// How often the 95 % range of a class's share holds the share it was planted with.
import { beta, binomial, generator, percent } from "./silence-draws.mjs";

const LEVEL = 0.95;

/** Whether the printed range of k of n holds a share: two-sided, one-sided for none and for all. */
function holds({ k, n }, share, { prior, betaCdf }) {
  let below = 0;
  for (const { weight, a, b } of prior) below += weight * betaCdf(share, a + k, b + n - k);
  if (k === 0) return below <= LEVEL;
  if (k === n) return below >= 1 - LEVEL;
  return below >= (1 - LEVEL) / 2 && below <= (1 + LEVEL) / 2;
}

function coverage({ stats, silence, siblings, sets, seed, drawShares }) {
  const random = generator(seed);
  let right = 0;
  let all = 0;
  for (let i = 0; i < sets; i++) {
    const shares = drawShares(random, siblings);
    const counts = shares.map((p) => {
      const n = 4 + Math.floor(50 * random());
      return { n, k: binomial(random, n, p) };
    });
    const prior = silence.siblingPrior(counts, { leaveOut: 1e-5 });
    for (let j = 0; j < Math.min(3, siblings); j++) {
      all++;
      if (holds(counts[j], shares[j], { prior, betaCdf: stats.betaCdf })) right++;
    }
  }
  return right / all;
}

/** Coverage from the stated prior and at a scatter a + b of 20, ∞ and 2, for 3 and 12 siblings. */
export function coverageBench(stats, silence, sets) {
  const grid = silence.siblingPrior([]);
  const total = grid.reduce((sum, p) => sum + p.weight, 0);
  const fromPrior = (random, m) => {
    let left = random() * total;
    const cell =
      grid.find((p) => {
        left -= p.weight;
        return left <= 0;
      }) ?? grid[0];
    return Array.from({ length: m }, () => beta(random, cell.a, cell.b));
  };
  const at = (size) => (random, m) => {
    const mean = 0.15 + 0.7 * random();
    return Array.from({ length: m }, () =>
      size === Number.POSITIVE_INFINITY ? mean : beta(random, size * mean, size * (1 - mean)),
    );
  };
  const rows = [
    ["the stated prior", fromPrior, 0.93, 0.97],
    ["scatter 20", at(20), 0.9, 1],
    ["scatter ∞", at(Number.POSITIVE_INFINITY), 0.9, 1],
    ["scatter 2", at(2), 0.8, 1],
  ];
  console.log(`\nCoverage of 95 % ranges, ${sets} sets of 4 to 53 attacks a sibling, three siblings looked at in each`);
  let seed = 401;
  for (const [name, drawShares, low, high] of rows) {
    for (const siblings of [3, 12]) {
      const found = coverage({ stats, silence, siblings, sets, seed: seed++, drawShares });
      console.log(
        `${found >= low && found <= high ? "met " : "MISSED"}  ${name.padEnd(17)} ${String(siblings).padStart(2)} siblings  ${percent(found)}`,
      );
    }
  }
}
