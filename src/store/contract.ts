import type { NewEvent, RecordedEvent } from "../core/model/event.ts";
import type { Sha256 } from "../core/model/id.ts";
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

/**
 * Where a case lives: six calls. Acknowledged means synced.
 * Every method but `close` rejects with a StoreError whose `problem` says what to do.
 */
export interface Store {
  /** Appends all the events or none, and returns the new head. Rejects with HeadMoved unless the head is `expected`. Erased bodies are never written again. */
  append(events: readonly NewEvent[], expected: Head): Promise<Head>;
  /** The events after `fromSeq`, in order; a body whose blob was erased is null. */
  read(fromSeq: number): Promise<readonly RecordedEvent[]>;
  /** Keeps the bytes under their SHA-256, which it returns; the same bytes once. */
  putBlob(bytes: Uint8Array): Promise<Sha256>;
  /** The bytes, or null if there are none or they were erased. */
  getBlob(sha256: Sha256): Promise<Uint8Array | null>;
  head(): Promise<Head>;
  /** Removes the bytes of blobs for good, freed pages too; the chain stays whole. Returns those that were there. */
  erase(sha256s: readonly Sha256[]): Promise<readonly Sha256[]>;
  /** Envelopes as stored, for `verify` and export. */
  envelopes(): Promise<readonly StoredEnvelope[]>;
  close(): Promise<void>;
}
