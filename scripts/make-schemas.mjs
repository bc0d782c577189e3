// Makes schemas/ from the types in schema-types.ts: one JSON Schema for the --json answer of each command.
//   node scripts/make-schemas.mjs           writes them
//   node scripts/make-schemas.mjs --check   exit 1 and their names if any is out of date
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  createFormatter,
  createParser,
  createProgram,
  SchemaGenerator,
  StringType,
  ts,
} from "ts-json-schema-generator";

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const TYPES = path("./schema-types.ts");
const OUT = path("../schemas/");

const config = {
  path: TYPES,
  tsconfig: path("../test/tsconfig.json"),
  type: "Results",
  // tsc checks these files; here they are only read.
  skipTypeCheck: true,
  expose: "all",
  jsDoc: "extended",
  topRef: true,
  sortProps: false,
  additionalProperties: false,
  encodeRefs: true,
};

/** Codes of problems are text here: the list grows, and docs/reference/problems.md has it. */
const problemCodes = {
  supportsNode: (node) =>
    ts.isTypeOperatorNode(node) && ts.isTypeQueryNode(node.type) && node.type.exprName.getText() === "PROBLEMS",
  createType: () => new StringType(),
};

const program = createProgram(config);
const parser = createParser(program, config, (chain) => chain.addNodeParser(problemCodes));
const whole = new SchemaGenerator(program, parser, createFormatter(config), config).createSchema("Results");

const { definitions } = whole;
const commands = Object.keys(definitions.Results.properties);

/** The definitions that a schema refers to, by however long a way, in order of code units. */
function reached(schema, found = new Set()) {
  for (const [, name] of JSON.stringify(schema).matchAll(/"#\/definitions\/([^"]+)"/g)) {
    const plain = decodeURIComponent(name);
    if (found.has(plain)) continue;
    found.add(plain);
    reached(definitions[plain], found);
  }
  return found;
}

/**
 * A later version may add fields without a new number, so a reader must let them pass: objects are left open. The test closes them
 * again, so that nothing is answered that no schema names.
 */
function open(node) {
  if (Array.isArray(node)) return node.map(open);
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node).filter(([key, value]) => key !== "additionalProperties" || value !== false);
  return Object.fromEntries(entries.map(([key, value]) => [key, open(value)]));
}

function schemaOf(command) {
  const result = definitions.Results.properties[command];
  const names = [...reached([result, { $ref: "#/definitions/Problem" }]), "Problem"];
  const used = [...new Set(names)].sort().map((name) => [name, definitions[name]]);
  return open({
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: `urn:silverblaze:${command}:1`,
    title: `silverblaze ${command} --json`,
    type: "object",
    properties: {
      schema: { const: `silverblaze/${command}/1` },
      version: { type: "string", description: "The version of the package that answered." },
      result: { anyOf: [result, { type: "null" }], description: "Null where there is no answer; problems say why." },
      problems: { type: "array", items: { $ref: "#/definitions/Problem" } },
    },
    required: ["schema", "version", "result", "problems"],
    definitions: Object.fromEntries(used),
  });
}

const files = new Map(commands.map((c) => [`silverblaze-${c}-1.json`, `${JSON.stringify(schemaOf(c), null, 1)}\n`]));

if (process.argv.includes("--check")) {
  const there = readdirSync(OUT).filter((f) => f.endsWith(".json"));
  const stale = [...new Set([...files.keys(), ...there])].filter(
    (f) => !there.includes(f) || files.get(f) !== readFileSync(OUT + f, "utf8"),
  );
  if (stale.length > 0) {
    process.stdout.write(`out of date (run node scripts/make-schemas.mjs): ${stale.join(" ")}\n`);
    process.exitCode = 1;
  }
} else {
  mkdirSync(OUT, { recursive: true });
  for (const f of readdirSync(OUT).filter((f) => f.endsWith(".json") && !files.has(f))) rmSync(OUT + f);
  for (const [name, text] of files) writeFileSync(OUT + name, text);
  process.stdout.write(`${files.size} schemas in schemas/\n`);
}
