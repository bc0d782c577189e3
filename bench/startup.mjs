// How long `silverblaze --help` takes against an empty Node, as the ratio of the medians. DESIGN asks for 2.5 at most.
//   node bench/startup.mjs [runs]
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../dist/bin/silverblaze.js", import.meta.url));

/** Milliseconds of one run. */
function once(args) {
  const begun = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, { stdio: "ignore" });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}`);
  return Number(process.hrtime.bigint() - begun) / 1e6;
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const runs = Number(process.argv[2] ?? 41);
const help = [];
const empty = [];
// In turn, so that a busy moment falls on both.
for (let i = 0; i < runs; i++) {
  empty.push(once(["-e", "0"]));
  help.push(once([bin, "--help"]));
}
const [helpMs, emptyMs] = [median(help), median(empty)];
process.stdout.write(
  `silverblaze --help ${helpMs.toFixed(1)} ms, node -e 0 ${emptyMs.toFixed(1)} ms, ratio ${(helpMs / emptyMs).toFixed(2)} (medians of ${runs})\n`,
);
