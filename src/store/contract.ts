import type { NewEvent, RecordedEvent } from "../core/model/event.ts";
import type { Sha256 } from "../core/model/id.ts";
import { type Facts, type Problem, type ProblemCode, problem } from "../core/model/problem.ts";
import type { Instant } from "../core/model/time.ts";

/** The last event's place and hash; `seq` 0 and 64 zeros for an empty case. */
export interface Head {
  readonly seq: number;
  readonly hash: Sha256;
}

/** The bytes that the chain is made of: `hash` is the SHA-256 of `envelope` as stored. */
export interface StoredEnvelope {
  readonly seq: number;
  readonly envelope: Uint8Array;
  readonly hash: Sha256;
}

/** The envelope of an event [DESIGN §3], as JSON in the stored bytes. */
export interface Envelope {
  readonly seq: number;
  readonly prev: Sha256;
  readonly at: Instant;
  readonly who: string;
  readonly tool: string;
  readonly version: string;
  readonly type: string;
  readonly v: number;
  readonly body: Sha256;
}

/** Somebody else appended first: fold what is new and decide again. */
export class HeadMoved extends Error {
  readonly head: Head;
  constructor(head: Head) {
    super(`the case has moved on to event ${head.seq}`);
    this.name = "HeadMoved";
    this.head = head;
  }
}

/** The case could not be opened, read or written; `problem` names what is wrong and what to do. */
export class StoreError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem, cause?: unknown) {
    super(problem.message, cause === undefined ? undefined : { cause });
    this.name = "StoreError";
    this.problem = problem;
  }
}

/** A StoreError of that code. */
export function storeError(code: ProblemCode, facts: Facts, cause?: unknown): StoreError {
  return new StoreError(problem(code, facts), cause);
}

/** What of the world goes into an event. */
export interface StoreWorld {
  now(): Instant;
  /** The program that writes, and its version. */
  readonly tool: string;
  readonly version: string;
}

/** The real world where left out. */
export type StoreOptions = Partial<StoreWorld>;

/** The head as kept apart from the events; `since` is where keeping it began: a tail cut before that can't be seen. */
export interface KeptHead extends Head {
  readonly since: number;
}

export type Kept =
  | { readonly is: "kept"; readonly path: string; readonly head: KeptHead }
  | { readonly is: "unreadable"; readonly path: string; readonly reason: string }
  | { readonly is: "none" };

export interface ErasedBlob {
  readonly sha256: Sha256;
  readonly at: Instant;
  /** Whether freed pages and the log beside the file were overwritten too. */
  readonly cleaned: boolean;
}

/** What only the store knows, for `verify`. */
export interface Inventory {
  readonly kept: Kept;
  /** In order. */
  readonly blobs: readonly Sha256[];
  readonly erased: readonly ErasedBlob[];
  /** What the storage itself finds wrong with its pages; empty when sound. */
  readonly damage: readonly string[];
}

/**
 * Where a case lives: six calls, and two for `verify` and export. Acknowledged means synced.
 * Every method but `close` rejects with a StoreError whose `problem` says what to do.
 */
export interface Store {
  /**
   * Appends all the events or none, and returns the new head. Rejects with HeadMoved unless the head is `expected`.
   * Erased bodies are never written again: an event with such a body is refused, and with it the whole batch.
   */
  append(events: readonly NewEvent[], expected: Head): Promise<Head>;
  /** The events after `fromSeq`, in order; a body whose blob was erased is null. */
  read(fromSeq: number): Promise<readonly RecordedEvent[]>;
  /** Keeps the bytes under their SHA-256, which it returns; the same bytes once. Erased bytes are refused. */
  putBlob(bytes: Uint8Array): Promise<Sha256>;
  /** The same for many at once: all of them or none. */
  putBlobs(all: readonly Uint8Array[]): Promise<readonly Sha256[]>;
  /** The bytes, or null if there are none or they were erased. Rejects if they are not what was put there. */
  getBlob(sha256: Sha256): Promise<Uint8Array | null>;
  head(): Promise<Head>;
  /**
   * Removes the bytes of blobs for good, freed pages too; the chain stays whole. Returns those that were there.
   * Append the `erased` event first: a call that was cut off can be made again, and `verify` tells that it was.
   */
  erase(sha256s: readonly Sha256[]): Promise<readonly Sha256[]>;
  /** Envelopes as stored, unchecked, for `verify` and export. */
  envelopes(): Promise<readonly StoredEnvelope[]>;
  inventory(): Promise<Inventory>;
  close(): Promise<void>;
}
