// Time and memory of large inputs: 10,000 posts as a Telegram export, CSV and JSON lines, and a WARC file of 300 MB, each through the
// command `add` in a process of its own. The inputs are made here, from a seed.
// Usage: npm run build && node bench/ingest-scale.mjs [--only posts|warc] [--megabytes 300]

import { spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { finished } from "node:stream/promises";
import { warcOf } from "../test/ingest/makers/wacz.mjs";

const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1];
};
const dir = mkdtempSync(join(tmpdir(), "silverblaze-scale-"));
const bin = resolve("dist/bin/silverblaze.js");
const POSTS = 10_000;

let seed = 1;
const random = (n) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed % n;
};
const WORDS =
  "the harbour master said that two guards were killed at post when a gunman opened fire on Monday and nobody has claimed it so far while ministry denied any link to its staff bridge ferry quay report early assessment quarrel group threat letter".split(
    " ",
  );
const text = (length) => Array.from({ length }, () => WORDS[random(WORDS.length)]).join(" ");

function posts() {
  const all = Array.from({ length: POSTS }, (_, i) => ({
    id: i + 1,
    account: `account${random(400)}`,
    time: 1_930_000_000 + 60 * i,
    text: `${text(10 + random(40))}.`,
    of: random(3) === 0 && i > 0 ? random(i) + 1 : "",
  }));
  const messages = all.map((p) => ({
    id: p.id,
    type: "message",
    date: "2031-03-04T09:00:00",
    date_unixtime: String(p.time),
    from: p.account,
    from_id: `user${p.account}`,
    text: p.text,
  }));
  const chat = { name: "Neighbours", type: "private_supergroup", id: 7, messages };
  writeFileSync(join(dir, "result.json"), JSON.stringify(chat, null, 1));
  const rows = all.map((p) => `${p.id},${p.time},${p.account},${p.text},${p.of}`);
  writeFileSync(join(dir, "posts.csv"), `id,time,account,text,repostOf\n${rows.join("\n")}\n`);
  const lines = all.map((p) =>
    JSON.stringify({ id: p.id, time: p.time, account: p.account, text: p.text, quoteOf: p.of }),
  );
  writeFileSync(join(dir, "posts.jsonl"), `${lines.join("\n")}\n`);
  return ["result.json", "posts.csv", "posts.jsonl"];
}

/** Half pages of 20 kB, half of the bytes pictures and films, as crawls are. */
async function warc(megabytes) {
  const out = createWriteStream(join(dir, "crawl.warc"));
  const page = (i) =>
    `<!doctype html><title>Report ${i}</title><article><h1>Report ${i}</h1>${Array.from({ length: 30 }, () => `<p>${text(80)}.</p>`).join("")}</article>`;
  for (let i = 0, written = 0; written < megabytes * 1e6; i++) {
    const answers =
      i % 20 === 0
        ? [{ address: `https://crawl.example/${i}.mp4`, type: "video/mp4", body: Buffer.alloc(3_000_000, i % 251) }]
        : [
            {
              address: `https://crawl.example/${i}`,
              body: i % 10 === 1 ? page(i) : `${i}`.repeat(4_000),
              type: i % 10 === 1 ? "text/html" : "image/png",
            },
          ];
    const bytes = warcOf(answers);
    written += bytes.length;
    if (!out.write(bytes)) await new Promise((done) => out.once("drain", done));
  }
  out.end();
  await finished(out);
  return ["crawl.warc"];
}

const status = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
};

/** Seconds of processor time, of 100 ticks each. */
const cpuOf = (pid) => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
};

async function run(args) {
  const started = performance.now();
  const child = spawn(process.execPath, [bin, ...args], { cwd: dir, stdio: ["ignore", "pipe", "pipe"] });
  let peak = 0;
  let cpu = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status(child.pid))?.[1] ?? 0) / 1024);
    cpu = Math.max(cpu, cpuOf(child.pid));
  }, 50);
  let out = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said = (said + chunk).slice(-400);
  });
  const code = await new Promise((done) => child.on("exit", done));
  clearInterval(look);
  return { code, seconds: (performance.now() - started) / 1_000, cpu, peak, out, said };
}

const files = [
  ...(option("--only") === "warc" ? [] : posts()),
  ...(option("--only") === "posts" ? [] : await warc(Number(option("--megabytes", "300")))),
];
console.log("| input | MB | documents | seconds | of the processor | peak MiB | again: seconds | verify |");
console.log("|---|---|---|---|---|---|---|---|");
for (const file of files) {
  const name = `${file}.silverblaze`;
  await run(["new", name, "--who", "bench"]);
  const add = ["add", name, file, "--who", "bench", "--json"];
  const first = await run(add);
  const added = first.out.startsWith("{") ? JSON.parse(first.out).result?.added.length : first.said;
  const again = await run(add);
  const verify = await run(["verify", name, "--json"]);
  const megabytes = (statSync(join(dir, file)).size / 1e6).toFixed(1);
  console.log(
    `| ${file} | ${megabytes} | ${added} | ${first.seconds.toFixed(1)} | ${first.cpu.toFixed(1)} | ${Math.round(first.peak)} | ${again.seconds.toFixed(1)} | exit ${verify.code}, ${Math.round(verify.peak)} MiB |`,
  );
}
rmSync(dir, { recursive: true });
