// What the statistics of silence do on planted data, and how fast they are beside R.
// Usage: npm run build && node bench/silence.mjs [--guard] [--planted] [--coverage] [--speed] [--sets N] [--dist DIR]; without a mode, all of them.
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { coverageBench } from "./silence-coverage.mjs";
import { dayBench, guardBench, heavyTailBench } from "./silence-guard.mjs";
import { plantedBench, ranksBench } from "./silence-planted.mjs";
import { speedBench } from "./silence-speed.mjs";

const option = (name, other) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? other : process.argv[at + 1];
};
const dist = resolve(option("--dist", "dist"));
const load = (file) => import(pathToFileURL(join(dist, "core", file)).href);
const stats = await load("stats.entry.js");
const silence = await load("silence.entry.js");
const sets = Number(option("--sets", "500"));
const modes = ["--guard", "--planted", "--coverage", "--speed"];
const asked = modes.filter((m) => process.argv.includes(m));
const runs = (mode) => asked.length === 0 || asked.includes(mode);

if (runs("--guard")) {
  guardBench(stats, sets);
  heavyTailBench(stats, Math.ceil(sets / 10));
  dayBench(stats, Math.ceil(sets / 10));
}
if (runs("--planted")) {
  plantedBench(stats, silence);
  ranksBench(stats, silence);
}
if (runs("--coverage")) coverageBench(stats, silence, sets);
if (runs("--speed")) speedBench(stats, silence);
