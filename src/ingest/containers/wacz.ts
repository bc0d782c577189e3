// A web archive collection (WACZ 1.1): a ZIP with WARC files and a list of what should be in it.

import { createHash } from "node:crypto";
import type { Entry, ZipFile } from "yauzl";
import { problem } from "../../core/model/problem.ts";
import type { ByteSource } from "../bytes.ts";
import type { Delivered } from "../types.ts";
import type { Unpacking } from "./container.ts";
import { readWarc } from "./warc.ts";

export interface Named {
  readonly entry: Entry;
  /** As the archive spells it, backslashes turned; it may be hostile. */
  readonly name: string;
}

export interface InZip {
  readonly source: ByteSource;
  readonly unpacking: Unpacking;
}

const LIST = "datapackage.json";
const DIGEST = "datapackage-digest.json";
const isWarc = ({ name, entry }: Named) => /^archive\/.+\.warc(?:\.gz)?$/i.test(name) && !entry.isEncrypted();

export function isWacz(entries: readonly Named[]): boolean {
  return entries.some((e) => e.name === LIST) && entries.some(isWarc);
}

/** The reports in the collection, after what its list and signature are worth. */
export async function* readWacz(
  zip: ZipFile,
  entries: readonly Named[],
  { source, unpacking }: InZip,
): AsyncGenerator<Delivered> {
  const { name } = source;
  const listBytes = await small(zip, entries, LIST);
  yield* signatureOf(name, parsed(await small(zip, entries, DIGEST)), listBytes);
  const hashes = hashesIn(parsed(listBytes));
  for (const warc of entries.filter(isWarc)) {
    const inside = `${name}/${warc.name}`.slice(0, 2_000);
    const wrong = await wrongHash(zip, warc, hashes.get(warc.name));
    if (wrong !== null) yield { problem: problem("digest-differs", { name: inside, algorithm: wrong }) };
    const bytes = bounded(await zip.openReadStreamPromise(warc.entry), unpacking);
    yield* readWarc(bytes, { name: inside, via: source.via }, unpacking.limits);
  }
}

const SMALL = 5_000_000;

async function small(zip: ZipFile, entries: readonly Named[], name: string): Promise<Uint8Array | null> {
  const found = entries.find((e) => e.name === name);
  if (found === undefined || found.entry.uncompressedSize > SMALL || !found.entry.canDecodeFileData()) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of await zip.openReadStreamPromise(found.entry)) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

function parsed(bytes: Uint8Array | null): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = bytes === null ? null : JSON.parse(Buffer.from(bytes).toString("utf8"));
    return typeof value === "object" ? (value as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}

function* signatureOf(
  name: string,
  digest: Readonly<Record<string, unknown>> | null,
  list: Uint8Array | null,
): Generator<Delivered> {
  const said = typeof digest?.hash === "string" ? digest.hash : undefined;
  const wrong =
    list === null || said === undefined ? null : differs(createHash("sha256").update(list).digest("hex"), said);
  if (wrong) yield { problem: problem("digest-differs", { name: `${name}/${LIST}`, algorithm: "sha256" }) };
  const signed = digest?.signedData;
  if (typeof signed !== "object" || signed === null) yield { problem: problem("archive-unsigned", { name }) };
  else {
    const { domain, software } = signed as { readonly domain?: unknown; readonly software?: unknown };
    const signer = String(domain ?? software ?? "unnamed").slice(0, 200);
    yield { problem: problem("archive-signature-unchecked", { name, signer }) };
  }
}

/** The hash that the list states of each file. */
function hashesIn(list: Readonly<Record<string, unknown>> | null): ReadonlyMap<string, string> {
  const resources = Array.isArray(list?.resources) ? (list.resources as readonly unknown[]) : [];
  return new Map(
    resources.flatMap((r) => {
      const { path, hash } = (r ?? {}) as { readonly path?: unknown; readonly hash?: unknown };
      return typeof path === "string" && typeof hash === "string" ? [[path, hash] as const] : [];
    }),
  );
}

/** The algorithm of a hash that differs; null where it is right. Without a stated one, "missing". */
async function wrongHash(zip: ZipFile, { entry }: Named, said: string | undefined): Promise<string | null> {
  const algorithm = /^(sha256|sha512|sha1|md5):/.exec(said ?? "")?.[1];
  if (said === undefined || algorithm === undefined) return "missing sha256";
  const hash = createHash(algorithm);
  for await (const chunk of await zip.openReadStreamPromise(entry)) hash.update(chunk as Uint8Array);
  return differs(hash.digest("hex"), said) ? algorithm : null;
}

function differs(is: string, said: string): boolean {
  return said.replace(/^\w+:/, "").toLowerCase() !== is;
}

/** The stream, as long as the allowance of all archives lasts. */
async function* bounded(stream: AsyncIterable<unknown>, { limits }: Unpacking): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > limits.unpackedBytes) throw new Error(`it unpacks to more than ${limits.unpackedBytes} bytes`);
    yield chunk;
  }
}
