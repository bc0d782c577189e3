// One source → the documents in it: itself, or what an archive, a feed, a mail or an export holds.

import { problem } from "../core/model/problem.ts";
import { type ByteSource, sourceOf, wholeOf } from "./bytes.ts";
import { addressList } from "./containers/address-list.ts";
import { ARCHIVER_REPORT } from "./containers/archiver-report-manifest.ts";
import type { Container, PostOptions, Unpacking } from "./containers/container.ts";
import { containerOf, HEAD } from "./containers/containers.ts";
import { saltOfThisRun } from "./posts/accounts.ts";
import type { Delivered, Limits } from "./types.ts";

/** What stands in a source: a document, a reason why there is none, or addresses that the user listed. */
export type Inside = Delivered | { readonly addresses: readonly string[] };

/** A fresh allowance. */
export function unpackingOf(
  limits: Limits,
  posts: PostOptions = { salt: saltOfThisRun() },
  charset?: string,
): Unpacking {
  return { limits, depth: 0, spent: { bytes: 0 }, posts, ...(charset !== undefined && { charset }) };
}

/**
 * The documents of a source, one at a time; archives inside archives too. A source that is a document itself comes back as it is.
 * The kind is told by the content first. Never throws on account of the bytes.
 */
export async function* unpacked(source: ByteSource, unpacking: Unpacking): AsyncGenerator<Inside> {
  const { limits, depth } = unpacking;
  const container = source.whole || source.as !== undefined ? null : containerOf(await source.at(0, HEAD), source);
  if (container === null) {
    yield* asDocument(source, unpacking);
    return;
  }
  if (depth === limits.archives) {
    yield { problem: problem("archives-too-deep", { name: source.name, limit: limits.archives }) };
    return;
  }
  if (source.size > limits.archiveBytes) {
    yield { problem: problem("file-too-big", { name: source.name, bytes: source.size, limit: limits.archiveBytes }) };
    return;
  }
  yield* entriesOf(source, container, { ...unpacking, depth: depth + 1 });
}

async function* asDocument(source: ByteSource, { limits, depth }: Unpacking): AsyncGenerator<Inside> {
  const input = await wholeOf(source, limits.bytes);
  if (input === null) {
    const bytes = Math.max(source.size, limits.bytes + 1);
    yield { problem: problem("file-too-big", { name: source.name, bytes, limit: limits.bytes }) };
    return;
  }
  const addresses = depth === 0 && source.via.door !== "address" ? addressList(input.bytes, limits.entries) : null;
  yield addresses === null ? { input } : { addresses };
}

async function* entriesOf(source: ByteSource, container: Container, unpacking: Unpacking): AsyncGenerator<Inside> {
  const { limits, spent } = unpacking;
  let taken = 0;
  let told = 0;
  try {
    const read = await container.load();
    for await (const entry of read(source, unpacking)) {
      if ("problem" in entry) {
        if (entry.problem.severity === "error") told++;
        yield entry;
        continue;
      }
      if (taken === limits.entries) {
        yield { problem: problem("entries-cut", { name: source.name, limit: limits.entries }) };
        return;
      }
      spent.bytes += entry.input.bytes.length;
      if (spent.bytes > limits.unpackedBytes) {
        yield { problem: problem("unpacked-too-big", { name: source.name, limit: limits.unpackedBytes }) };
        return;
      }
      taken++;
      yield* unpacked(sourceOf(entry.input), unpacking);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : "it could not be read";
    yield { problem: problem("archive-broken", { name: source.name, reason }) };
    return;
  }
  // A report page may hold no words of its own; that is told.
  if (taken + told === 0 && container !== ARCHIVER_REPORT)
    yield { problem: problem("archive-without-documents", { name: source.name }) };
}
