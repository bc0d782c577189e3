import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findStatements } from "../../src/core/statements.entry.ts";
import { faultsIn } from "../core/statements/spans.ts";

const folder = process.env.SILVERBLAZE_HOSTILE;

test.skipIf(folder === undefined)(
  "[ST1] every span slices to its quote on each file of the folder, read as UTF-8 and as Latin 1 (left out without --hostile DIR)",
  () => {
    const texts = filesIn(folder!).flatMap((path) => textsOf(path));
    expect(texts.length).toBeGreaterThan(0);
    let statements = 0;
    for (const { name, text } of texts) {
      const found = findStatements(text);
      statements += found.statements.length;
      expect(faultsIn(found, new Map([[undefined, text]])), name).toEqual([]);
    }
    console.log(`${texts.length} texts, ${statements} statements`);
  },
);

function filesIn(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, encoding: "utf8" })
    .map((name) => join(dir, name))
    .filter((path) => statSync(path).isFile());
}

/** The texts of a file; of an archive, those of its files. Each string in a JSON file is a text of its own besides. */
function textsOf(path: string): readonly { readonly name: string; readonly text: string }[] {
  const bytes = path.endsWith(".tar.xz")
    ? execFileSync("tar", ["-xOJf", path], { maxBuffer: 1e9 })
    : readFileSync(path);
  const whole = [bytes.toString("utf8"), bytes.toString("latin1")];
  return [...whole, ...(path.endsWith(".json") ? stringsOf(whole[0]!) : [])].map((text, i) => ({
    name: `${path} ${i}`,
    text,
  }));
}

function stringsOf(json: string): readonly string[] {
  const out: string[] = [];
  try {
    JSON.parse(json, (_, value) => {
      if (typeof value === "string") out.push(value);
      return value;
    });
  } catch {
    // A broken file is a text all the same.
  }
  return out;
}
