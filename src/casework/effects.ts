import { createHash, randomUUID } from "node:crypto";
import type { Sha256 } from "../core/model/id.ts";
import { type Instant, instantOf } from "../core/model/time.ts";

/** What casework does to the world; tests pass a fake. */
export interface CaseworkEffects {
  now(): Instant;
  /** A new random id. */
  newId(): string;
}

export function realEffects(): CaseworkEffects {
  return { now: () => instantOf(Date.now()), newId: () => randomUUID() };
}

export function sha256(bytes: Uint8Array | string): Sha256 {
  return createHash("sha256").update(bytes).digest("hex");
}
