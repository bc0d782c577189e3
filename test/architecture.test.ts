import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../src", import.meta.url));
const packageJson = JSON.parse(readFileSync(join(root, "../package.json"), "utf8"));

const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((f) => /\.tsx?$/.test(f) && !f.endsWith(".d.ts"))
  .map((f) => f.split(sep).join("/"))
  .sort();

interface Import {
  readonly file: string;
  readonly target: string;
  readonly isPackage: boolean;
}

/** Every import of a file, type imports and dynamic ones too. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8");
  const found = [
    ...text.matchAll(/^\s*(?:import|export)\s[^;]*?from\s+"([^"]+)"/gm),
    ...text.matchAll(/^\s*import\s+"([^"]+)"/gm),
    ...text.matchAll(/\bimport\(\s*"([^"]+)"\s*\)/g),
  ].map((m) => m[1] ?? "");
  return found.map((target) => {
    if (!target.startsWith(".")) return { file, target: packageOf(target), isPackage: true };
    return {
      file,
      target: relative(root, join(root, dirname(file), target))
        .split(sep)
        .join("/"),
      isPackage: false,
    };
  });
}

function packageOf(target: string): string {
  const steps = target.split("/");
  return target.startsWith("@") ? steps.slice(0, 2).join("/") : (steps[0] ?? "");
}

const imports = sources.flatMap(importsOf);

const AREAS = ["statements", "lineage", "record", "silence", "explanations", "precedents", "narratives"];
const areaMay = ["core/model", "core/stats", "core/text", "core/data"];

/** STYLE §2: which folder may import which folders and packages. A folder may always import itself. */
const TABLE: Readonly<
  Record<string, { readonly folders: readonly string[]; readonly packages: readonly string[] | "any" }>
> = {
  "core/model": { folders: [], packages: [] },
  "core/case": { folders: ["core/model"], packages: ["zod"] },
  "core/data": { folders: [], packages: [] },
  "core/stats": { folders: ["core/model"], packages: [] },
  "core/text": {
    folders: ["core/model", "core/data"],
    packages: ["wink-nlp", "wink-eng-lite-web-model", "chrono-node", "eld", "edtf"],
  },
  ...Object.fromEntries(AREAS.map((a) => [`core/${a}`, { folders: areaMay, packages: [] }])),
  "core/brief": { folders: ["core/model", "core/text"], packages: [] },
  "core/revisions": { folders: ["core/model", "core/text"], packages: [] },
  core: { folders: ["core"], packages: [] },
  charts: { folders: ["core/model"], packages: ["d3-scale", "d3-shape", "d3-geo", "dagre"] },
  exchange: { folders: ["core", "charts"], packages: [] },
  store: { folders: ["core/model", "core/case"], packages: "any" },
  ingest: { folders: ["core/model"], packages: "any" },
  casework: { folders: ["core", "exchange", "store", "ingest"], packages: "any" },
  cli: { folders: ["core", "charts", "exchange", "casework", "store", "ingest", "server", "mcp"], packages: "any" },
  server: { folders: ["core", "charts", "exchange", "casework", "store", "ingest"], packages: "any" },
  web: { folders: ["charts", "core/model", "core/case", "core", "exchange", "server"], packages: "any" },
  bin: { folders: ["cli"], packages: "any" },
};

/** The row of the table that a file falls under: the longest folder that has one. */
function folderOf(file: string): string {
  const steps = file.split("/").slice(0, -1);
  for (let n = steps.length; n > 0; n--) {
    const folder = steps.slice(0, n).join("/");
    if (Object.hasOwn(TABLE, folder)) return folder;
  }
  return steps[0] ?? "";
}

const within = (target: string, folder: string) => target === folder || target.startsWith(`${folder}/`);

describe("who may import whom [STYLE §2]", () => {
  test("every source file falls under a row of the table", () => {
    expect(sources.filter((f) => !Object.hasOwn(TABLE, folderOf(f)))).toEqual([]);
  });

  test("folders import only the folders that the table allows", () => {
    const wrong = imports.filter(({ file, target, isPackage }) => {
      if (isPackage) return false;
      const folder = folderOf(file);
      const allowed = TABLE[folder]?.folders ?? [];
      return folderOf(target) !== folder && !allowed.some((a) => within(target, a));
    });
    expect(wrong.map((i) => `${i.file} → ${i.target}`)).toEqual([]);
  });

  test("folders import only the packages that the table allows, and those are declared", () => {
    const declared = Object.keys(packageJson.dependencies);
    // What the pages import is bundled into them, and needs nobody to install it.
    const bundled = [...declared, ...Object.keys(packageJson.devDependencies), "virtual:look.css"];
    const wrong = imports.filter(({ file, target, isPackage }) => {
      if (!isPackage) return false;
      const packages = TABLE[folderOf(file)]?.packages ?? [];
      const builtin = target.startsWith("node:") || builtinModules.includes(target);
      if (folderOf(file) === "web") return !bundled.includes(target);
      if (packages === "any") return !builtin && !declared.includes(target);
      return !packages.includes(target);
    });
    expect(wrong.map((i) => `${i.file} → ${i.target}`)).toEqual([]);
  });

  test("no file imports itself, by however long a way", () => {
    const edges = new Map<string, string[]>();
    for (const { file, target, isPackage } of imports) {
      if (!isPackage && target.endsWith(".ts")) edges.set(file, [...(edges.get(file) ?? []), target]);
    }
    // Types may refer to each other within one folder of types.
    const cycles: string[] = [];
    const state = new Map<string, "open" | "done">();
    const visit = (file: string, path: readonly string[]) => {
      if (state.get(file) === "done") return;
      if (state.get(file) === "open") {
        cycles.push([...path.slice(path.indexOf(file)), file].join(" → "));
        return;
      }
      state.set(file, "open");
      for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
      state.set(file, "done");
    };
    for (const file of sources) visit(file, []);
    expect(cycles).toEqual([]);
  });
});

describe("the core is pure", () => {
  const pure = sources.filter((f) => /^(core|charts|exchange)\//.test(f));
  const code = (file: string) =>
    readFileSync(join(root, file), "utf8")
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .replace(/(^|[^:"'`\\])\/\/.*$/gm, "$1");

  test.each([
    ["chance", /\bMath\.random\b/, []],
    ["a clock", /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/, []],
    ["Date, but for the two files of time", /\bnew Date\b|\bDate\.\w/, ["core/model/time.ts", "core/text/dates.ts"]],
    ["globalThis", /\bglobalThis\b/, []],
    ["the machine's locale", /\blocaleCompare\b|\.toLocale\w+\(|\bIntl\./, []],
    ["I/O", /\bprocess\.|\bconsole\.|\bfetch\(|from "node:/, []],
    ["Object.groupBy, absent in Node 20", /\bObject\.groupBy\b|\bMap\.groupBy\b/, []],
  ] as const)("it holds no %s", (_what, pattern, allowed) => {
    const found = pure.filter((f) => !(allowed as readonly string[]).includes(f) && pattern.test(code(f)));
    expect(found).toEqual([]);
  });
});

describe("names of examples stay out of the code", () => {
  test("no word of the examples or of a real attack stands in src/ outside cited data", () => {
    const words =
      /Palmyra|Mayadin|Sharaa|Belder|Sorvan|Reed Banner|Lowland Wire|Gateway Pundit|\bISIS\b|Iowa|2025-12-1/;
    const code = sources.filter((f) =>
      words.test(readFileSync(join(root, f), "utf8").replace(/\/\*[\s\S]*?\*\//g, "")),
    );
    expect(code).toEqual([]);
  });
});
