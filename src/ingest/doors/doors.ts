// What a user names on the command line → documents, one at a time.

import { stat } from "node:fs/promises";
import { problem } from "../../core/model/problem.ts";
import { sourceOf } from "../bytes.ts";
import type { PostOptions, Unpacking } from "../containers/container.ts";
import { type Delivered, LIMITS, type Limits } from "../types.ts";
import { type Inside, unpacked, unpackingOf } from "../unpack.ts";
import { deliverAddress, type FetchOptions } from "./address/fetch.ts";
import { type DiskEffects, deliverFile, diskProblem, realDisk } from "./file.ts";
import { deliverFolder } from "./folder.ts";
import { deliverStream } from "./stdin.ts";

export interface DoorOptions {
  readonly limits?: Partial<Limits>;
  readonly disk?: DiskEffects;
  /** What `-` reads. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
  /** The user's consent to fetch addresses, with what the fetching needs. Without it each address is a problem. */
  readonly fetch?: FetchOptions;
  readonly posts?: PostOptions;
  /** Of tables and feeds, where the user names it. */
  readonly charset?: string;
}

interface Doors {
  readonly unpacking: Unpacking;
  readonly disk: DiskEffects;
  readonly options: DoorOptions;
}

const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;

/**
 * The documents behind the words a user typed, in the order typed: files, folders, addresses, `-` for standard input, and what
 * is inside those that hold several. Each that can't be had is a problem, and stops none of the others.
 */
export async function* deliver(args: readonly string[], options: DoorOptions = {}): AsyncGenerator<Delivered> {
  const limits: Limits = { ...LIMITS, ...options.limits };
  for (const arg of args) {
    const unpacking = unpackingOf(limits, options.posts, options.charset);
    const doors: Doors = { unpacking, disk: options.disk ?? realDisk, options };
    for await (const delivered of deliverOne(arg, doors)) {
      if ("addresses" in delivered) yield* deliverList(delivered.addresses, doors);
      else yield delivered;
    }
  }
}

async function* deliverOne(arg: string, doors: Doors): AsyncGenerator<Inside> {
  const { disk, options, unpacking } = doors;
  if (arg === "-") yield* inside(await deliverStream(options.stdin ?? process.stdin, unpacking.limits), unpacking);
  else if (SCHEME.test(arg)) yield* deliverList([arg], doors);
  else yield* deliverPath(arg, unpacking, disk);
}

/** Each address in turn: one after the other, so that no host is pressed and the hosts are named in order. */
async function* deliverList(addresses: readonly string[], doors: Doors): AsyncGenerator<Delivered> {
  const { options, unpacking } = doors;
  for (const address of addresses) {
    const scheme = SCHEME.exec(address)?.[1]?.toLowerCase();
    if (scheme !== "http" && scheme !== "https") yield { problem: problem("address-not-read", { name: address }) };
    else if (options.fetch === undefined) yield { problem: problem("address-needs-fetch", { name: address }) };
    else {
      const fetched = await deliverAddress(address, unpacking.limits, options.fetch);
      for await (const d of inside(fetched, unpacking)) if (!("addresses" in d)) yield d;
    }
  }
}

async function* inside(delivered: Delivered, unpacking: Unpacking): AsyncGenerator<Inside> {
  if ("input" in delivered) yield* unpacked(sourceOf(delivered.input), unpacking);
  else yield delivered;
}

async function* deliverPath(path: string, unpacking: Unpacking, disk: DiskEffects): AsyncGenerator<Inside> {
  try {
    // Here a link is followed: the user named it.
    if ((await stat(path)).isDirectory()) yield* deliverFolder(path, unpacking, disk);
    else yield* deliverFile({ path }, unpacking, disk);
  } catch (error) {
    yield { problem: diskProblem(path, error) };
  }
}
