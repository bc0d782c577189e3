import { readFileSync } from "node:fs";
import { instantOf } from "../core/model/time.ts";
import type { StoreOptions, StoreWorld } from "./contract.ts";

let version: string | undefined;

/** The version of this package; read once, from the package's own file two folders up, in `src` and in `dist`. */
function packageVersion(): string {
  version ??= String(JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version);
  return version;
}

/** The world as given, and the real one where it is not. */
export function worldOf(options: StoreOptions): StoreWorld {
  return {
    now: options.now ?? (() => instantOf(Date.now())),
    tool: options.tool ?? "silverblaze",
    version: options.version ?? packageVersion(),
  };
}
