// Speed beside R in one run, as ratios, on the same doubles: R draws them and leaves them in a folder.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generator } from "./silence-draws.mjs";

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

function seconds(run, times) {
  return median(
    Array.from({ length: times }, () => {
      const started = performance.now();
      run();
      return (performance.now() - started) / 1000;
    }),
  );
}

function worstApart(ours, theirs) {
  let worst = 0;
  for (let i = 0; i < ours.length; i++)
    if (ours[i] !== null && Number.isFinite(theirs[i])) worst = Math.max(worst, Math.abs(ours[i] - theirs[i]));
  return worst;
}

export function speedBench(stats, silence) {
  const dir = mkdtempSync(join(tmpdir(), "silence-speed-"));
  try {
    execFileSync("Rscript", [fileURLToPath(new URL("./silence-speed.R", import.meta.url)), dir], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    const read = (name) => {
      const bytes = readFileSync(join(dir, name));
      return Array.from(new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)));
    };
    const theirs = JSON.parse(readFileSync(join(dir, "times.json"), "utf8"));
    console.log("\nSpeed beside R (medians, both warm)");
    for (const [kind, bar] of [
      ["hours", 4],
      ["days", 3],
    ]) {
      const times = read(`${kind}.time`);
      const seen = read(`${kind}.seen`).map((x) => x === 1);
      const before = process.cpuUsage();
      const ours = seconds(() => stats.kaplanMeier(times, seen), 7);
      const used = process.cpuUsage(before);
      // Processor time beside the clock's: on a busy machine the clock says little.
      const cpu = (used.user + used.system) / 1e6 / 7;
      const km = stats.kaplanMeier(times, seen);
      const off = Math.max(
        ...["survival", "lower", "upper"].map((key, i) =>
          worstApart(km[key], read(`${kind}.${["surv", "lower", "upper"][i]}`)),
        ),
      );
      const ratio = theirs[kind] / ours;
      console.log(
        `${ratio >= bar && off < 1e-9 ? "met " : "MISSED"}  Kaplan–Meier of 1e6 ${kind}: R ${theirs[kind].toFixed(3)} s, ours ${ours.toFixed(3)} s, ratio ${ratio.toFixed(1)} (bar ${bar}), of processor time ${(theirs[`${kind}Cpu`] / cpu).toFixed(1)}, off ${off.toExponential(1)}`,
      );
    }
    const seen = read("laws.seen");
    const lags = read("laws.time").map((t, i) => (seen[i] === 1 ? { from: t, to: t } : { from: t, to: null }));
    for (const law of stats.LAWS) {
      for (let i = 0; i < 10; i++) stats.fitLag(lags, law);
      const ours = seconds(() => stats.fitLag(lags, law), 50);
      const off = Math.abs(stats.fitLag(lags, law).logLikelihood - read(`${law}.ll`)[0]);
      const ratio = theirs[law] / ours;
      console.log(
        `${ratio >= 1 ? "met " : "MISSED"}  ${law} of 1,000 lags: R ${(1000 * theirs[law]).toFixed(2)} ms, ours ${(1000 * ours).toFixed(2)} ms, ratio ${ratio.toFixed(1)}, ln L off ${off.toExponential(1)}`,
      );
    }
    const mixtures = seconds(() => stats.LAWS.map((law) => stats.fitNeverClaim(lags, law)), 9);
    console.log(
      `${mixtures <= 0.3 ? "met " : "MISSED"}  four mixtures with profile intervals on 1,000 lags: ${mixtures.toFixed(3)} s (bar .3 s)`,
    );
    const random = generator(501);
    const classes = Array.from({ length: 10_000 }, () => {
      const n = 1 + Math.floor(200 * random());
      const p = 0.2 + 0.6 * random();
      return { n, k: Array.from({ length: n }, random).filter((u) => u < p).length };
    });
    const shrunk = seconds(() => silence.shareOfSiblings(classes), 5);
    console.log(
      `${shrunk < 1 ? "met " : "MISSED"}  grid-averaged shares of 10,000 classes with ranges: ${shrunk.toFixed(3)} s (bar 1 s)`,
    );
  } finally {
    rmSync(dir, { recursive: true });
  }
}
