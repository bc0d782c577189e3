import { readFileSync } from "node:fs";

/** What `reference/<name>/make.R` wrote, in full precision. */
export function expectedOf<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`./${name}/expected.json`, import.meta.url), "utf8")) as T;
}
