import type { RecordedEvent } from "../core/model/event.ts";
import type { Sha256 } from "../core/model/id.ts";
import { EMPTY_HEAD, recordedEvent, sealEvents, sha256Of } from "./chain.ts";
import {
  type ErasedBlob,
  type Head,
  HeadMoved,
  type Store,
  type StoredEnvelope,
  type StoreOptions,
  storeError,
} from "./contract.ts";
import { worldOf } from "./world.ts";

/** A store that lives as long as the process: for loose texts, and as the plainest reading of the contract. */
export function memoryStore(options: StoreOptions = {}): Store {
  const world = worldOf(options);
  const events: StoredEnvelope[] = [];
  const blobs = new Map<Sha256, Uint8Array>();
  const erased = new Map<Sha256, ErasedBlob>();
  let closed = false;

  const headNow = (): Head => {
    const last = events.at(-1);
    return last === undefined ? EMPTY_HEAD : { seq: last.seq, hash: last.hash };
  };
  const refuseErased = (sha256: Sha256) => {
    const gone = erased.get(sha256);
    if (gone !== undefined) throw storeError("erased-before", { sha256, at: gone.at });
  };
  const putAll = (all: readonly Uint8Array[]) => {
    const hashed = all.map((bytes) => ({ sha256: sha256Of(bytes), bytes }));
    for (const { sha256 } of hashed) refuseErased(sha256);
    for (const { sha256, bytes } of hashed) if (!blobs.has(sha256)) blobs.set(sha256, bytes.slice());
    return hashed.map((h) => h.sha256);
  };
  const open = async <T>(work: () => T): Promise<T> => {
    if (closed) throw storeError("store-closed", { path: "the case in memory" });
    return work();
  };

  return {
    append: (added, expected) =>
      open(() => {
        const head = headNow();
        if (head.seq !== expected.seq || head.hash !== expected.hash) throw new HeadMoved(head);
        const sealed = sealEvents(added, head, world);
        for (const { body } of sealed) refuseErased(body.sha256);
        for (const { seq, envelope, hash, body } of sealed) {
          events.push({ seq, envelope, hash });
          blobs.set(body.sha256, body.bytes);
        }
        return headNow();
      }),
    read: (fromSeq) =>
      open(() => {
        const after = events.filter((event) => event.seq > fromSeq);
        return after.map((event): RecordedEvent => recordedEvent(event, (sha256) => blobs.get(sha256) ?? null));
      }),
    putBlob: (bytes) => open(() => putAll([bytes])[0]!),
    putBlobs: (all) => open(() => putAll(all)),
    getBlob: (sha256) => open(() => blobs.get(sha256)?.slice() ?? null),
    head: () => open(headNow),
    erase: (sha256s) =>
      open(() => {
        const there = [...new Set(sha256s)].filter((sha256) => blobs.delete(sha256));
        const at = world.now();
        for (const sha256 of there) erased.set(sha256, { sha256, at, cleaned: true });
        return there;
      }),
    envelopes: () => open(() => [...events]),
    inventory: () =>
      open(() => ({
        kept: { is: "none" as const },
        blobs: [...blobs.keys()].sort(),
        erased: [...erased.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
        damage: [],
      })),
    close: async () => {
      closed = true;
    },
  };
}
