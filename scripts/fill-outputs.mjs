// Puts what the program prints today into README.md and the guides: each ```console block that begins with "$ silverblaze …".
//   node scripts/fill-outputs.mjs           writes them
//   node scripts/fill-outputs.mjs --check   exit 1 and their names if any shows something else
// A comment "<!-- lines 1-14 -->" before a block keeps those lines of the output; "…" stands for the rest. Run it on a fresh build.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const bin = join(root, "dist/bin/silverblaze.js");
// What commands write falls into a folder of its own.
const cwd = mkdtempSync(join(tmpdir(), "silverblaze-docs-"));
symlinkSync(join(root, "examples"), join(cwd, "examples"));

const BLOCK = /(<!-- lines (\d+)-(\d+) -->\n\n?)?```console\n\$ silverblaze (.*)\n([\s\S]*?)```/g;
const words = (line) =>
  [...line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map((m) => m[0].replace(/"([^"]*)"|'([^']*)'/g, "$1$2"));

function run(line) {
  try {
    return execFileSync(process.execPath, [bin, ...words(line)], {
      ...{ cwd, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" }, stdio: ["ignore", "pipe", "pipe"] },
    });
  } catch (error) {
    // A check that found something says so by its exit code.
    if (error.status === 4) return error.stdout;
    throw new Error(`silverblaze ${line}: exit ${error.status}\n${error.stderr}`);
  }
}

function filled(markdown) {
  return markdown.replace(BLOCK, (_whole, comment = "", from, to, line) => {
    const lines = run(line).trimEnd().split("\n");
    const first = Number(from ?? 1);
    const kept = lines.slice(first - 1, to === undefined ? lines.length : Number(to));
    const before = first > 1 ? ["…"] : [];
    const after = first - 1 + kept.length < lines.length ? ["…"] : [];
    return `${comment}\`\`\`console\n$ silverblaze ${line}\n${[...before, ...kept, ...after].join("\n")}\n\`\`\``;
  });
}

const guides = readdirSync(join(root, "docs/guide"))
  .filter((f) => f.endsWith(".md"))
  .sort();
const stale = [];
for (const page of ["README.md", ...guides.map((g) => `docs/guide/${g}`)]) {
  const now = readFileSync(join(root, page), "utf8");
  const fresh = filled(now);
  if (fresh === now) continue;
  stale.push(page);
  if (!process.argv.includes("--check")) writeFileSync(join(root, page), fresh);
}
rmSync(cwd, { recursive: true, force: true });
if (process.argv.includes("--check") && stale.length > 0) {
  process.stdout.write(`shows something else than the program prints (run npm run docs): ${stale.join(" ")}\n`);
  process.exitCode = 1;
} else process.stdout.write(`outputs in ${stale.length === 0 ? "no page changed" : stale.join(", ")}\n`);
