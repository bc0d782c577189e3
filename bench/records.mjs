// How fast a register is read: node bench/records.mjs [--rows 1000000]. Rows are made up, one in a thousand with a date that is refused.
import { recordNames } from "../dist/casework/record-names.js";
import { readRecords } from "../dist/ingest/records/read-records.js";

const at = process.argv.indexOf("--rows");
const rows = at < 0 ? 1_000_000 : Number(process.argv[at + 1]);

/** Small, seeded: the same rows each time. */
function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function made() {
  const next = random(7);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const day = (n) => new Date(Date.UTC(2005, 0, 1 + n)).toISOString().slice(0, 10);
  const lines = ["incident,date,actor,claimed,claim_date,country,target,attack_type,insider,killed,label"];
  for (let i = 0; i < rows; i++) {
    const n = Math.floor(next() * 9000);
    const claimed = next() < 0.5;
    const date = i % 1000 === 999 ? "03/04/2010" : day(n);
    const claim = claimed ? day(n + Math.floor(next() * 4)) : "";
    const label = i % 50 === 0 ? `"row ${i}, ""quoted"""` : `row ${i}`;
    const actor = pick(["islamic-state", "taliban", "Amber Column", "unknown"]);
    const rest = [pick(["SY", "IQ", "AF"]), pick(["security", "civilian"]), pick(["shooting", "bombing"])];
    const more = [pick(["yes", "no", ""]), Math.floor(next() * 30), label];
    lines.push([`i${i}`, date, actor, claimed ? "yes" : "no", claim, ...rest, ...more].join(","));
  }
  return Buffer.from(`${lines.join("\n")}\n`);
}

const bytes = made();
const before = process.cpuUsage();
const start = performance.now();
let taken = 0;
const read = await readRecords(bytes, { set: "made", name: "made.csv", names: recordNames(), onRow: () => taken++ });
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({
    rows,
    megabytes: Math.round(bytes.length / 1e5) / 10,
    accepted: read.accepted,
    taken,
    refused: read.refused.length,
    seconds: Number(seconds.toFixed(1)),
    processorSeconds: Number(((user + system) / 1e6).toFixed(1)),
    rowsPerProcessorSecond: Math.round(rows / ((user + system) / 1e6)),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
