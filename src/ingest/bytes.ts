// Bytes by place: a file that may be far larger than memory, or bytes that are in it.

import type { InputBytes } from "./types.ts";

/** Something to read, not yet read: what stands around a document, and its bytes by place. */
export interface ByteSource extends Omit<InputBytes, "bytes"> {
  readonly size: number;
  /** Up to `length` bytes from `position` on; fewer only at the end. */
  at(position: number, length: number): Promise<Uint8Array>;
}

/** Bytes in memory as a source. */
export function sourceOf({ bytes, ...around }: InputBytes): ByteSource {
  return {
    ...around,
    size: bytes.length,
    at: async (position, length) => bytes.subarray(position, position + length),
  };
}

/** All the bytes of a source as an input, or null if they are more than the limit, a file that grew included. */
export async function wholeOf(source: ByteSource, limit: number): Promise<InputBytes | null> {
  const { at, size, ...around } = source;
  if (size > limit) return null;
  const bytes = await at(0, limit + 1);
  return bytes.length > limit ? null : { ...around, bytes };
}

const CHUNK = 1 << 18;

/** The bytes of a source from its start, in chunks. */
export async function* chunksOf(source: ByteSource): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; ) {
    const chunk = await source.at(position, CHUNK);
    if (chunk.length === 0) return;
    position += chunk.length;
    yield chunk;
  }
}

/** The chunks as one array of its own. */
export function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
