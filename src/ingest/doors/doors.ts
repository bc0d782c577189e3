// What a user names on the command line → documents, one at a time.

import { stat } from "node:fs/promises";
import { problem } from "../../core/model/problem.ts";
import { type Delivered, LIMITS, type Limits } from "../types.ts";
import { type DiskEffects, deliverFile, diskProblem, realDisk } from "./file.ts";
import { deliverFolder } from "./folder.ts";
import { deliverStream } from "./stdin.ts";

export interface DoorOptions {
  readonly limits?: Partial<Limits>;
  readonly disk?: DiskEffects;
  /** What `-` reads. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
}

const ADDRESS = /^([a-z][a-z0-9+.-]*):\/\//i;

/**
 * The documents behind the words a user typed, in the order typed: files, folders, `-` for standard input. Each that can't
 * be had is a problem, and stops none of the others. Addresses are refused: fetching needs consent, and is not built yet.
 */
export async function* deliver(args: readonly string[], options: DoorOptions = {}): AsyncGenerator<Delivered> {
  const limits: Limits = { ...LIMITS, ...options.limits };
  const disk = options.disk ?? realDisk;
  for (const arg of args) {
    const scheme = ADDRESS.exec(arg)?.[1]?.toLowerCase();
    if (arg === "-") yield await deliverStream(options.stdin ?? process.stdin, limits);
    else if (scheme === "http" || scheme === "https") yield { problem: problem("address-needs-fetch", { name: arg }) };
    else if (scheme !== undefined) yield { problem: problem("address-not-read", { name: arg }) };
    else yield* deliverPath(arg, limits, disk);
  }
}

async function* deliverPath(path: string, limits: Limits, disk: DiskEffects): AsyncGenerator<Delivered> {
  try {
    // Here a link is followed: the user named it.
    if ((await stat(path)).isDirectory()) yield* deliverFolder(path, limits, disk);
    else yield await deliverFile({ path }, limits, disk);
  } catch (error) {
    yield { problem: diskProblem(path, error) };
  }
}
