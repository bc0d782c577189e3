// Planted incidents: a tree of classes with shares of their own, a lag law, outages and false claims. The tool sees the records of past attacks and the silence; are the chances that it states right?
import { beta, binomial, chiSquareUpper, generator, percent } from "./silence-draws.mjs";

const TREES = 100;
const LEAVES = 12;
const INCIDENTS = 20_000;
const FALSE_SHARE = 0.03;
const HEARD = 0.9;
const FOLLOWED = 24 * 30;

/** One parent with its leaves: each leaf a share drawn around the parent's, records of past attacks with lags, all with one lag law. */
function plantTree(random, { lagQuantile }) {
  const lag =
    random() < 0.5
      ? { law: "weibull", scale: 6 + 40 * random(), shape: 0.7 + 0.6 * random() }
      : { law: "lognormal", median: 5 + 40 * random(), sigma: 0.6 + 0.8 * random() };
  const mean = 0.2 + 0.65 * random();
  const size = 4 + 20 * random();
  const leaves = Array.from({ length: LEAVES }, () => {
    const share = beta(random, size * mean, size * (1 - mean));
    const n = 8 + Math.floor(60 * random());
    const lags = Array.from({ length: n }, () => {
      const t = random() < share ? lagQuantile(lag, random()) : Number.POSITIVE_INFINITY;
      return t < FOLLOWED ? { from: t, to: t } : { from: FOLLOWED, to: null };
    });
    return { share, lags, counts: { k: lags.filter((l) => l.to !== null).length, n } };
  });
  return { lag, leaves };
}

/** A new incident of a leaf: who did it, whether and when it was claimed, an outage, and how long nobody has seen a claim. */
function plantIncident(random, { leaf, lag }, { lagQuantile }) {
  const prior = 0.05 + 0.9 * random();
  const did = random() < prior;
  const share = did ? leaf.share : FALSE_SHARE;
  const claimedAt = random() < share ? lagQuantile(lag, random()) : Number.POSITIVE_INFINITY;
  const hours = 4 + 116 * random() ** 2;
  const from = 60 * random();
  const outages = random() < 0.3 ? [{ from, to: from + 5 + 40 * random() }] : [];
  const lost = random() > HEARD || outages.some((o) => claimedAt >= o.from && claimedAt < o.to);
  const seenAt = lost ? Number.POSITIVE_INFINITY : claimedAt;
  return { prior, did, hours, outages, silent: seenAt > hours, toCome: Number.isFinite(seenAt) };
}

const meanOf = (betas) => betas.reduce((sum, { weight, a, b }) => sum + (weight * a) / (a + b), 0);

/** What the tool states of a silence, with the share of a class and the lag law fitted to the tree's records. */
function stated(incident, { share, fitted }, { weighSilence }) {
  const { hours, outages, prior } = incident;
  const one = weighSilence(share, fitted, { hours, outages, seen: HEARD, falseShare: FALSE_SHARE });
  const did = (prior * one.factor) / (prior * one.factor + 1 - prior);
  const other = weighSilence(FALSE_SHARE, fitted, { hours, outages, seen: HEARD, falseShare: FALSE_SHARE });
  return { did, toCome: did * one.stillToCome + (1 - did) * other.stillToCome };
}

function table(name, pairs) {
  const sorted = [...pairs].sort((a, b) => a.p - b.p);
  const size = Math.floor(sorted.length / 10);
  let worst = 0;
  console.log(`\n${name} (${sorted.length} incidents)\n  stated   found    n      off in standard errors`);
  for (let i = 0; i < 10; i++) {
    const bin = sorted.slice(i * size, i === 9 ? undefined : (i + 1) * size);
    const p = bin.reduce((sum, r) => sum + r.p, 0) / bin.length;
    const found = bin.filter((r) => r.is).length / bin.length;
    const error = Math.sqrt(bin.reduce((sum, r) => sum + r.p * (1 - r.p), 0)) / bin.length;
    const off = (found - p) / error;
    worst = Math.max(worst, Math.abs(off));
    console.log(
      `  ${percent(p).padEnd(8)} ${percent(found).padEnd(8)} ${String(bin.length).padEnd(6)} ${off.toFixed(2)}`,
    );
  }
  return worst;
}

/** Calibration of "it did it" and "a claim is still to be seen" under the right class, one a step too wide, and a wrong one. */
export function plantedBench(stats, silence) {
  const random = generator(20_310_303);
  const rows = { right: [], wide: [], wrong: [] };
  let planted = 0;
  for (let t = 0; t < TREES; t++) {
    const tree = plantTree(random, stats);
    const curve = stats.claimCurve(tree.leaves.flatMap((l) => l.lags));
    const fitted = curve.fits.find((f) => f.law === curve.best).lag;
    const counts = tree.leaves.map((l) => l.counts);
    const prior = silence.siblingPrior(counts);
    const right = counts.map(({ k, n }) =>
      meanOf(prior.map((p) => ({ weight: p.weight, a: p.a + k, b: p.b + n - k }))),
    );
    const all = counts.reduce((s, c) => ({ k: s.k + c.k, n: s.n + c.n }), { k: 0, n: 0 });
    const wide = (all.k + 0.5) / (all.n + 1);
    for (let i = 0; i < INCIDENTS / TREES; i++) {
      const at = Math.floor(LEAVES * random());
      const incident = plantIncident(random, { leaf: tree.leaves[at], lag: tree.lag }, stats);
      planted++;
      if (!incident.silent) continue;
      const shares = { right: right[at], wide, wrong: right[(at + 1) % LEAVES] };
      for (const [name, share] of Object.entries(shares))
        rows[name].push({ incident, stated: stated(incident, { share, fitted }, silence) });
    }
  }
  console.log(
    `\nPlanted: ${planted} incidents, ${rows.right.length} of them silent; φ ${FALSE_SHARE}, κ ${HEARD}, outages in three of ten.`,
  );
  const did = (list) => list.map((r) => ({ p: r.stated.did, is: r.incident.did }));
  const comes = (list) => list.map((r) => ({ p: r.stated.toCome, is: r.incident.toCome }));
  const worst = Math.max(
    table("It did it, under the right class", did(rows.right)),
    table("A claim is still to be seen, under the right class", comes(rows.right)),
  );
  table("It did it, under a class one step too wide", did(rows.wide));
  table("It did it, under a wrong class", did(rows.wrong));
  table("A claim is still to be seen, under a class one step too wide", comes(rows.wide));
  table("A claim is still to be seen, under a wrong class", comes(rows.wrong));
  console.log(
    `${worst <= 3 ? "met " : "MISSED"}  ten bins within 3 standard errors under the right class (worst ${worst.toFixed(2)})`,
  );
}

/** Ranks of the planted share among its posterior: uniform where the posterior is the one of the stated prior. */
export function ranksBench(stats, silence) {
  const random = generator(20_310_304);
  const prior = silence.siblingPrior([]);
  const running = [];
  prior.reduce((sum, p, i) => {
    running[i] = sum + p.weight;
    return running[i];
  }, 0);
  const draw = () => prior[Math.min(prior.length - 1, lowerBound(running, random() * running.at(-1)))];
  const bins = new Array(20).fill(0);
  const ranks = 1000;
  for (let i = 0; i < ranks; i++) {
    const { a, b } = draw();
    const shares = Array.from({ length: 3 + Math.floor(6 * random()) }, () => beta(random, a, b));
    const counts = shares.map((p) => {
      const n = 2 + Math.floor(40 * random());
      return { n, k: binomial(random, n, p) };
    });
    const [one] = counts;
    const betas = silence
      .siblingPrior(counts)
      .map((p) => ({ weight: p.weight, a: p.a + one.k, b: p.b + one.n - one.k }));
    // The rank among infinitely many posterior draws is the posterior's distribution function; where the drawn share is rounded to 0 or 1, evenly within what rounding covers.
    const below = (x) => betas.reduce((sum, p) => sum + p.weight * stats.betaCdf(x, p.a, p.b), 0);
    const above = () => betas.reduce((sum, p) => sum + p.weight * stats.betaUpper(1 - 2 ** -53, p.a, p.b), 0);
    const [share] = shares;
    const u = share > 1 - 2 ** -52 ? 1 - random() * above() : share < 1e-300 ? random() * below(1e-300) : below(share);
    bins[Math.min(19, Math.floor(20 * u))]++;
  }
  const chi = bins.reduce((sum, n) => sum + (n - ranks / 20) ** 2 / (ranks / 20), 0);
  const p = chiSquareUpper(chi, 19, stats.lnGamma);
  console.log(
    `\nRanks of π: ${bins.join(" ")}\nχ² ${chi.toFixed(2)} on 19 degrees of freedom, p ${p.toFixed(4)}\n${p > 0.001 ? "met " : "MISSED"}  1,000 ranks are uniform (p > .001)`,
  );
}

function lowerBound(list, value) {
  let [lo, hi] = [0, list.length];
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (list[mid] < value) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}
