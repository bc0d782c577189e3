// How long the workbench lets its user wait, in Chromium: the first useful view of the demonstration case; on a case of 1,000 documents
// and 100,000 statements the first rows and a filter. Times are of this machine: read them beside each other.
//   node bench/workbench.mjs [documents] [statements a document]
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { addDocuments } from "../dist/casework/add.js";
import { realEffects } from "../dist/casework/effects.js";
import { newCase } from "../dist/casework/open.js";
import { openStore } from "../dist/store/store.entry.js";

const bin = fileURLToPath(new URL("../dist/bin/silverblaze.js", import.meta.url));
const [documents = 1_000, each = 100] = process.argv.slice(2).map(Number);
const executablePath = process.env.SILVERBLAZE_CHROMIUM ?? "/usr/bin/chromium";
if (!existsSync(executablePath)) throw new Error("no Chromium: name it in SILVERBLAZE_CHROMIUM");

const folder = mkdtempSync(join(tmpdir(), "silverblaze-bench-"));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const say = (line) => process.stdout.write(`${line}\n`);
const since = (begun) => `${Math.round(performance.now() - begun)} ms`;

/** Starts a command and resolves with what it is known by: its address, once it has printed it. */
function serving(args) {
  const child = spawn(process.execPath, [bin, ...args], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (chunk) => {
      said += chunk;
      const address = /http:\/\/127\.0\.0\.1:\d+\/open\/\S+/.exec(said)?.[0];
      if (address) resolve({ child, address });
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
}

/** A made-up word for a number, two to four syllables of it. */
function word(k) {
  const syllables = [
    "ba",
    "dor",
    "el",
    "fin",
    "gu",
    "har",
    "im",
    "jos",
    "kel",
    "lor",
    "mi",
    "nat",
    "or",
    "pel",
    "ran",
    "sit",
  ];
  const at = (shift) => syllables[(k >>> shift) & 15];
  return `${at(0)}${at(4)}${k > 255 ? at(8) : ""}${k > 4095 ? at(12) : ""}`;
}

/** A text with a speaker in each sentence: its own places and things, as reports of so many events have them. */
function text(n) {
  const pick = (list, k) => list[k % list.length];
  const who = [
    "The mayor",
    "A harbour clerk",
    "The river police",
    "The customs union",
    "A lock keeper",
    "The ferry office",
  ];
  const verb = ["said", "denied", "announced", "reported", "added", "warned"];
  const thing = ["barge", "crane", "pump house", "signal mast", "weir", "warehouse", "footbridge", "quay"];
  const lines = Array.from({ length: each }, (_, i) => {
    const k = n * each + i;
    const mixed = (k * 2654435761) >>> 8;
    const place = (s) => word((mixed >>> s) & 0xffff);
    return `${pick(who, mixed)} of ${place(0)} ${pick(verb, mixed >> 3)} that the ${pick(thing, mixed >> 5)} near ${place(4)} lost its ${place(8)}.`;
  });
  return `Report ${n} from ${word(n * 7919)}\n\n${lines.join("\n\n")}\n`;
}

async function* inputs() {
  for (let n = 0; n < documents; n++) {
    const bytes = new TextEncoder().encode(text(n));
    yield { input: { name: `report-${n}.txt`, bytes, via: { door: "file" } } };
  }
}

try {
  let begun = performance.now();
  const demo = await serving(["demo", "--serve", "--port", "0"]);
  say(`demo --serve: address printed after ${since(begun)}`);
  for (const name of ["first", "second"]) {
    const page = await (await browser.newContext()).newPage();
    begun = performance.now();
    await page.goto(demo.address);
    await page.locator("main .fig").first().waitFor();
    say(`demo --serve, ${name} visitor: figures shown after ${since(begun)}`);
    await page.close();
  }
  demo.child.kill("SIGINT");

  const path = join(folder, "river.silverblaze");
  begun = performance.now();
  const store = await openStore(path, { create: true });
  const open = await newCase(store, "bench", {
    title: "River",
    languages: ["en"],
    purpose: "bench",
    displayWarnings: false,
  });
  const added = await addDocuments(open, inputs(), { who: "bench", effects: realEffects() });
  await store.close();
  say(`${added.added.length} documents added in ${since(begun)}`);
  if (added.problems.length > 0) throw new Error(JSON.stringify(added.problems.slice(0, 3)));

  const served = await serving(["serve", path, "--port", "0"]);
  const page = await (await browser.newContext()).newPage();
  const { origin } = new URL(served.address);
  await page.goto(served.address);
  for (const visit of ["nothing read before", "read before"]) {
    begun = performance.now();
    await page.goto(`${origin}/statements`);
    await page.locator(".stmt").first().waitFor();
    say(`statements, ${visit}: first rows after ${since(begun)}`);
    for (;;) {
      const { total, read } = await page.evaluate(() =>
        fetch("/api/statements?count=1")
          .then((r) => r.json())
          .then((r) => r.result),
      );
      if (read === documents) {
        say(`  all ${total} rows known after ${since(begun)}`);
        break;
      }
      await page.waitForTimeout(250);
    }
  }
  for (const words of ["weir", "keldor", "customs bar"]) {
    const field = page.getByRole("searchbox");
    await field.fill("");
    await page.waitForTimeout(1_000);
    const first = await page.locator("main [role=status]").first().textContent();
    begun = performance.now();
    await field.fill(words);
    await page.waitForFunction((old) => document.querySelector("main [role=status]").textContent !== old, first, {
      polling: "raf",
    });
    say(`filter "${words}": other rows after ${since(begun)}`);
  }
  served.child.kill("SIGINT");
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
