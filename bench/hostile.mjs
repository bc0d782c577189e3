// Everything hostile under a folder through every door that could take it, in a child process with 10 s and 512 MiB: no crash, no hang,
// no connection, no file outside the case, a reason for each refusal, and a case that opens and verifies afterwards.
// Usage: npm run build && node bench/hostile.mjs --data DIR [--only SET] [--every N]
// With --every, of the files in a tar archive each Nth is taken.

import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { typeOf, unitsIn, waysOf, waysOfUnits } from "./hostile-doors.mjs";

const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1];
};
const data = option("--data");
if (!data) throw new Error("left out: the hostile files are not in the repository; say where they are with --data DIR");
const every = Number(option("--every", "1"));
const dist = pathToFileURL(`${resolve(option("--dist", "dist"))}/`).href;
const SECONDS = 10;
const MEBIBYTES = 512;
/** A case holds what comes of so many files; then it is verified, and the next one begun. */
const FILES_A_CASE = 40;

const box = mkdtempSync(join(tmpdir(), "silverblaze-hostile-"));
const [cases, nowhere, laid] = [join(box, "case"), join(box, "home"), join(box, "laid")];
const casePath = join(cases, "case.silverblaze");
for (const dir of [cases, nowhere, laid]) mkdirSync(dir);

function* filesUnder(root, set = null) {
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    const path = join(root, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path, set ?? entry.name);
    else yield* unpackedFile(path, set);
  }
}

/** Compressed sets as they are, and unpacked. */
function* unpackedFile(path, set) {
  yield { set, name: basename(path), bytes: readFileSync(path) };
  if (path.endsWith(".tar.xz")) {
    const to = mkdtempSync(join(box, "unpacked-"));
    execFileSync("tar", ["xJf", path, "-C", to]);
    let n = 0;
    for (const file of filesUnder(to, set)) if (n++ % every === 0) yield file;
  } else if (/\.(xz|bz2)$/.test(path)) {
    const tool = path.endsWith(".xz") ? "xz" : "bzip2";
    const bytes = execFileSync(tool, ["-dc", path], { maxBuffer: 1 << 28 });
    yield { set, name: basename(path).replace(/\.\w+$/, ""), bytes };
  }
}

/**
 * Linux, as root: a file system that can be written where the case is and nowhere else, and a network that leads nowhere. Elsewhere
 * the same is looked for afterwards, and dialling is caught in the process.
 */
const APART = `mount --bind ${cases} ${cases} && mount -o remount,bind,ro / && ip link set lo up && exec "$@"`;
const canBeApart = (() => {
  try {
    execFileSync("unshare", ["-m", "-n", "sh", "-c", APART, "sh", "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

let child = null;
async function start() {
  const node = [process.execPath, "--no-warnings", `--max-old-space-size=${MEBIBYTES - 128}`];
  const path = fileURLToPath(new URL("hostile-child.mjs", import.meta.url));
  const command = [
    ...(canBeApart ? ["unshare", "-m", "-n", "sh", "-c", APART, "sh"] : []),
    ...node,
    path,
    dist,
    casePath,
  ];
  const env = { HOME: nowhere, TMPDIR: nowhere, PATH: process.env.PATH };
  child = spawn(command[0], command.slice(1), { env, cwd: nowhere, stdio: ["ignore", "ignore", "pipe", "ipc"] });
  child.said = "";
  const { stderr } = child;
  const started = child;
  stderr.on("data", (chunk) => {
    started.said = (started.said + chunk).slice(-500);
  });
  const ready = await answer(60);
  if (child === null) throw new Error(`the child does not start: ${ready.failed}`);
}

const memoryOf = (pid) => {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};
const childrenOf = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean);
  } catch {
    return [];
  }
};

/** What the child answers, with time and memory, its readers' included; killed at the limits. */
function answer(seconds) {
  const started = performance.now();
  const asked = child;
  const { pid } = asked;
  let peak = 0;
  return new Promise((done) => {
    const end = (result) => {
      clearInterval(look);
      asked.removeAllListeners("message").removeAllListeners("exit");
      done({ ...result, ms: performance.now() - started, peak });
    };
    const kill = (failed) => {
      asked.kill("SIGKILL");
      child = null;
      end({ failed });
    };
    const look = setInterval(() => {
      peak = Math.max(
        peak,
        [pid, ...childrenOf(pid)].reduce((sum, p) => sum + memoryOf(p), 0),
      );
      if (peak > MEBIBYTES) kill("memory");
      else if (performance.now() - started > seconds * 1_000) kill("time");
    }, 25);
    asked.once("message", end);
    asked.once("exit", (code, signal) => {
      const { said } = asked;
      child = null;
      end({ failed: `ended ${code ?? signal} ${said}` });
    });
  });
}

const rows = new Map();
const faults = [];
const codes = new Map();
function count({ set, door }, what, result) {
  for (const key of [`${set}\t${door}`, `${set}\tall`, "all\tall"]) {
    const row = rows.get(key) ?? { tried: 0, accepted: 0, refused: 0, twice: 0, documents: 0, ms: 0, peak: 0 };
    row.tried++;
    row.documents += result.accepted ?? 0;
    if (result.accepted > 0) row.accepted++;
    else if (result.refused > 0) row.refused++;
    else if (result.twice > 0) row.twice++;
    row.ms = Math.max(row.ms, result.ms);
    row.peak = Math.max(row.peak, result.peak);
    rows.set(key, row);
  }
  for (const code of result.codes ?? []) codes.set(code, (codes.get(code) ?? 0) + 1);
  const fault =
    result.failed ??
    result.crashed ??
    (result.wordless > 0 ? "a problem without words" : null) ??
    silence(result, door);
  if (fault) faults.push(`${set} ${what} by ${door}: ${fault}`);
}

/** Neither a document nor a reason. A note is none, but that it came in before. */
function silence({ accepted, refused, twice }, door) {
  return accepted === 0 && refused === 0 && !(twice > 0) && door !== "records"
    ? "nothing came of it, and nothing was said"
    : null;
}

let dialled = 0;
let verifiedCases = 0;
async function end() {
  if (child === null) await start();
  child.send({ door: "verify" });
  const verified = await answer(60);
  child = null;
  dialled += verified.dialled ?? 0;
  if (verified.failed !== undefined && !Array.isArray(verified.failed)) faults.push(`verify: ${verified.failed}`);
  else for (const check of verified.failed) faults.push(`verify: ${check}`);
  const strangers = readdirSync(cases).filter((f) => !f.startsWith("case.silverblaze"));
  for (const left of [...readdirSync(nowhere), ...strangers]) faults.push(`a file outside the case: ${left}`);
  verifiedCases++;
  for (const name of readdirSync(cases)) rmSync(join(cases, name), { recursive: true });
}

let files = 0;
for (const file of filesUnder(resolve(data))) {
  if (option("--only") && option("--only") !== file.set) continue;
  files++;
  for (const [door, name, bytes] of [...waysOf(file), ...waysOfUnits(unitsIn(file))]) {
    if (child === null) await start();
    const dir = mkdtempSync(join(laid, "d"));
    const path = join(dir, name);
    writeFileSync(path, bytes);
    for (const through of door === "file" ? ["file", "folder"] : [door]) {
      if (child === null) await start();
      child.send({ door: through, path, type: typeOf(name) });
      count({ set: file.set, door: through }, file.name, await answer(SECONDS));
    }
    rmSync(dir, { recursive: true });
  }
  if (files % FILES_A_CASE === 0) {
    await end();
    process.stderr.write(`${files} files\n`);
  }
}
await end();

const table = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
console.log(`file system and network apart: ${canBeApart ? "yes" : "no (needs Linux and root)"}`);
console.log("set\tdoor\ttried\taccepted\trefused\thad before\tdocuments\tworst ms\tworst MiB");
for (const [key, r] of table)
  console.log(
    `${key}\t${r.tried}\t${r.accepted}\t${r.refused}\t${r.twice}\t${r.documents}\t${Math.round(r.ms)}\t${Math.round(r.peak)}`,
  );
console.log(
  `\nrefusals by code: ${[...codes]
    .sort((a, b) => b[1] - a[1])
    .map(([c, n]) => `${c} ${n}`)
    .join(", ")}`,
);
console.log(
  `connections tried: ${dialled}; files: ${files}; cases opened and verified: ${verifiedCases}; faults: ${faults.length}`,
);
for (const fault of faults.slice(0, 40)) console.log(`  ${fault}`);
rmSync(box, { recursive: true });
process.exit(faults.length + dialled > 0 ? 1 : 0);
