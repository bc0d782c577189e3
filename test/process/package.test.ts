import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { exports: subpaths, files, bin } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

const TEXT = ["chrono-node", "edtf", "eld", "wink-eng-lite-web-model", "wink-nlp"];

/** DESIGN §6: what each subpath gives, as far as it is built, and the packages that it may reach. */
const PROMISED: Readonly<Record<string, { readonly names: readonly string[]; readonly packages: readonly string[] }>> =
  {
    ".": { names: ["assess", "assessTexts", "foldCase", "why"], packages: [...TEXT, "zod"] },
    "./statements": { names: ["findStatements"], packages: TEXT },
    "./lineage": { names: ["checkText", "compareTexts", "traceLineage"], packages: TEXT },
    "./silence": {
      names: ["ascertained", "claimedShare", "compareClasses", "shareOfSiblings", "weighSilence"],
      packages: [],
    },
    "./stats": { names: ["kaplanMeier"], packages: [] },
    "./explanations": { names: ["weighExplanations"], packages: [] },
    "./brief": { names: ["likelihoodWord", "lintBrief", "writeBrief"], packages: [] },
    "./store": { names: ["memoryStore", "openStore"], packages: ["better-sqlite3", "zod"] },
  };

interface Entry {
  readonly types: string;
  readonly default: string;
}
const entries = Object.entries(subpaths as Record<string, Entry | string>).filter(
  (e): e is [string, Entry] => typeof e[1] === "object",
);

/** What a built file imports, at once or later. */
function importsOf(file: string): string[] {
  const code = readFileSync(file, "utf8");
  return [
    ...code.matchAll(/^\s*(?:import|export)\b[^;"']*?from\s*["']([^"']+)["']/gm),
    ...code.matchAll(/^\s*import\s*["']([^"']+)["']/gm),
    ...code.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g),
  ].map((m) => m[1] ?? "");
}

/** The packages that a built file reaches, by however long a way; Node's own as `node:…`. */
function reached(file: string, seen = new Set<string>(), packages = new Set<string>()): Set<string> {
  if (seen.has(file) || file.endsWith(".json")) return packages;
  seen.add(file);
  for (const target of importsOf(file)) {
    if (target.startsWith(".")) reached(resolve(dirname(file), target), seen, packages);
    else if (builtinModules.includes(target.replace(/^node:/, "")))
      packages.add(`node:${target.replace(/^node:/, "")}`);
    else {
      const steps = target.split("/");
      packages.add(target.startsWith("@") ? steps.slice(0, 2).join("/") : (steps[0] ?? ""));
    }
  }
  return packages;
}

/** Runs code with plain Node, from the repository, so that `silverblaze` is the built package itself. */
function node(code: string): string {
  return execFileSync(process.execPath, ["--input-type=module", "--eval", code], { cwd: root, encoding: "utf8" });
}

describe("the package's subpaths", () => {
  it("are those of DESIGN §6, each with code and types that are there and are published", () => {
    expect(entries.map(([name]) => name).sort()).toEqual(Object.keys(PROMISED).sort());
    for (const [, { types, default: code }] of entries) {
      expect([types, code].filter((f) => !existsSync(join(root, f)))).toEqual([]);
    }
    expect(files).toEqual(expect.arrayContaining(["dist", "examples", "docs", "schemas", "README.md", "LICENSE"]));
    expect(existsSync(join(root, bin.silverblaze))).toBe(true);
  });

  it.each(entries)("%s imports under plain Node and exports what it should", (name) => {
    const specifier = `silverblaze${name.slice(1)}`;
    const names = JSON.parse(
      node(`console.log(JSON.stringify(Object.keys(await import("${specifier}"))))`),
    ) as string[];
    expect(names).toEqual(expect.arrayContaining([...(PROMISED[name]?.names ?? [])]));
  });

  it.each(entries)("%s reaches only the packages it needs", (name, { default: code }) => {
    const packages = [...reached(join(root, code))].sort();
    const own = packages.filter((p) => !p.startsWith("node:"));
    expect(own.filter((p) => !PROMISED[name]?.packages.includes(p))).toEqual([]);
    // The core does no input or output: Node's own modules are the store's.
    if (name !== "./store") expect(packages.filter((p) => p.startsWith("node:"))).toEqual([]);
  });

  it("the walk of imports sees packages where there are some", () => {
    expect([...reached(join(root, "dist/core/lineage.entry.js"))]).toContain("wink-nlp");
    expect([...reached(join(root, "dist/store/store.entry.js"))]).toContain("better-sqlite3");
  });
});

describe("the library under plain Node", () => {
  it("assessTexts gives plain JSON with its figures, and why follows one", () => {
    const out = node(`
      import { assessTexts, why } from "silverblaze";
      const texts = [
        { name: "a", text: "Two guards were killed at Port Maren on 3 March 2031, the Interior Ministry said. No group has claimed responsibility." },
        { name: "b", text: "The Defence Ministry blamed the Amber Column for the attack at Port Maren." },
      ];
      const assessment = assessTexts(texts, { asOf: "2031-03-04" });
      const same = JSON.stringify(JSON.parse(JSON.stringify(assessment))) === JSON.stringify(assessment);
      const trace = why(assessment, assessment.lineage.documents);
      console.log(JSON.stringify({ same, documents: trace.value, holds: trace.holds, schema: assessment.schema }));
    `);
    expect(JSON.parse(out)).toEqual({ same: true, documents: 2, holds: true, schema: "silverblaze/assessment/1" });
  });

  it("compareTexts and checkText answer in plain objects", () => {
    const out = node(`
      import { checkText, compareTexts } from "silverblaze/lineage";
      const a = "The harbour master said that at least three men left the quay at Port Maren before dawn.";
      const b = "Three men left the quay at Port Maren before dawn.";
      const compared = compareTexts(a, b);
      const checked = checkText(b, [a]);
      console.log(JSON.stringify({ sentences: checked.sentences.length, verdict: checked.sentences[0].verdict, sum: Object.values(compared.verdict.probabilities).reduce((x, y) => x + y, 0) }));
    `);
    const { sentences, verdict, sum } = JSON.parse(out);
    expect({ sentences, backed: verdict === "backed" }).toEqual({ sentences: 1, backed: false });
    expect(sum).toBeCloseTo(1, 9);
  });

  it("weighSilence reckons without a package: SI7 by hand, (1 − .5 · .5)/(1 − .1 · .5) at the half-way of an exponential", () => {
    const out = node(`
      import { weighSilence } from "silverblaze/silence";
      const scale = 10 / Math.log(2);
      console.log(weighSilence(0.5, { law: "exponential", scale }, { hours: 10, seen: 1, falseShare: 0.1 }).factor);
    `);
    expect(Number(out)).toBeCloseTo(0.75 / 0.95, 12);
  });
});
