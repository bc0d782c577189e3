import type { ByteSource } from "../bytes.ts";
import type { Salt } from "../posts/accounts.ts";
import type { PostMap } from "../posts/map.ts";
import type { Delivered, Limits, Manifest } from "../types.ts";

/** How far unpacking may still go. One of these for each argument; the counts are shared by all archives in it. */
export interface Unpacking {
  readonly limits: Limits;
  /** Archives around the source. */
  readonly depth: number;
  readonly spent: { bytes: number };
  readonly posts: PostOptions;
  /** Of tables and feeds, where the user names it. */
  readonly charset?: string;
}

/** How posts are read: the case's salt for private accounts, and the columns of a table. */
export interface PostOptions {
  readonly salt: Salt;
  readonly map?: PostMap;
}

/** The documents of a container as inputs, one at a time. May throw where the bytes are broken: what came before stands. */
export type ReadContainer = (source: ByteSource, unpacking: Unpacking) => AsyncGenerator<Delivered>;

export interface Container {
  readonly manifest: Manifest;
  /** Whether these are its bytes; the head is the first 4,096, as latin-1. */
  readonly is: (head: string, source: Pick<ByteSource, "name" | "mediaTypeHint">) => boolean;
  readonly load: () => Promise<ReadContainer>;
}
