// The texts of a folder of hostile inputs, which is not in the repository: npm run test:long -- --data DIR.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** The folder, as given on the command line; undefined where none was. */
export const HOSTILE_FOLDER = process.env.SILVERBLAZE_HOSTILE;

export interface HostileText {
  readonly name: string;
  readonly text: string;
}

function filesIn(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, encoding: "utf8" })
    .map((name) => join(dir, name))
    .filter((path) => statSync(path).isFile());
}

const bytesOf = (path: string): Buffer =>
  path.endsWith(".tar.xz") ? execFileSync("tar", ["-xOJf", path], { maxBuffer: 1e9 }) : readFileSync(path);

/** The texts of the files, read as UTF-8 and as Latin 1; of an archive, those of its files; each string in a JSON file besides. */
export function hostileTexts(dir: string): readonly HostileText[] {
  return filesIn(dir).flatMap((path) => {
    const bytes = bytesOf(path);
    const whole = [bytes.toString("utf8"), bytes.toString("latin1")];
    const strings = path.endsWith(".json") ? stringsIn(whole[0]!) : [];
    return [...whole, ...strings].map((text, i) => ({ name: `${path} ${i}`, text }));
  });
}

/** Every string of the folder once: those in JSON, and the lines of lists. */
export function hostileStrings(dir: string): readonly string[] {
  const strings = filesIn(dir).flatMap((path) => {
    if (/\.(json|test)$/.test(path)) return stringsIn(readFileSync(path, "utf8"));
    return /\/blns[^/]*\.txt$/.test(path) ? readFileSync(path, "utf8").split("\n") : [];
  });
  return [...new Set(strings)].filter((s) => s.trim() !== "");
}

function stringsIn(json: string): readonly string[] {
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
