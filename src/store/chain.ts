import { createHash } from "node:crypto";
import type { NewEvent, RecordedEvent } from "../core/model/event.ts";
import { isSha256, type Sha256 } from "../core/model/id.ts";
import { isInstant } from "../core/model/time.ts";
import { type Envelope, type Head, type StoredEnvelope, type StoreWorld, storeError } from "./contract.ts";

/** The head of a case without events. */
export const EMPTY_HEAD: Head = { seq: 0, hash: "0".repeat(64) };

/** No event of ours nests deeper than a dozen levels; the bound keeps a hostile one from overflowing the stack. */
const DEEPEST = 200;

/** The SHA-256 of the bytes, in lower-case hexadecimal. */
export function sha256Of(bytes: Uint8Array): Sha256 {
  return createHash("sha256").update(bytes).digest("hex");
}

const encoder = new TextEncoder();

/** An event ready to be written: its envelope's bytes and hash, and its body as a blob. */
export interface SealedEvent extends StoredEnvelope {
  readonly body: { readonly sha256: Sha256; readonly bytes: Uint8Array };
}

/** The events as they stand in the chain after `head`. Throws a StoreError `body-not-json`. */
export function sealEvents(events: readonly NewEvent[], head: Head, world: StoreWorld): readonly SealedEvent[] {
  let prev = head;
  return events.map((event) => {
    const sealed = sealEvent(event, prev, world);
    prev = sealed;
    return sealed;
  });
}

function sealEvent(event: NewEvent, prev: Head, world: StoreWorld): SealedEvent {
  const bytes = encoder.encode(canonicalJson(event.body, event.type));
  const sha256 = sha256Of(bytes);
  const { type, v, who } = event;
  const { tool, version } = world;
  const parts: Envelope = {
    seq: prev.seq + 1,
    prev: prev.hash,
    at: world.now(),
    who,
    tool,
    version,
    type,
    v,
    body: sha256,
  };
  const envelope = encoder.encode(JSON.stringify(parts));
  return { seq: parts.seq, envelope, hash: sha256Of(envelope), body: { sha256, bytes } };
}

/**
 * The value as JSON, the same text for the same value: no spaces, keys by code unit, numbers as JavaScript writes them
 * (RFC 8785, but for lone surrogates, which stay escaped). Keys without a value are left out.
 * Throws a StoreError `body-not-json` that says where.
 */
function canonicalJson(value: unknown, type: string): string {
  const refuse = (where: string, found: string) => storeError("body-not-json", { type, where, found });
  const write = (part: unknown, where: string, depth: number): string => {
    if (depth > DEEPEST) throw refuse(where.slice(0, 80), `nested more than ${DEEPEST} deep`);
    if (part === null || typeof part === "boolean" || typeof part === "string") return JSON.stringify(part);
    if (typeof part === "number" && Number.isFinite(part)) return JSON.stringify(part);
    if (Array.isArray(part)) return `[${part.map((item, i) => write(item, `${where}[${i}]`, depth + 1)).join(",")}]`;
    if (!isPlain(part)) throw refuse(where, typeof part === "number" ? String(part) : kindOf(part));
    const kept = Object.keys(part).filter((key) => part[key] !== undefined);
    const pairs = kept.sort().map((key) => `${JSON.stringify(key)}:${write(part[key], `${where}.${key}`, depth + 1)}`);
    return `{${pairs.join(",")}}`;
  };
  return write(value, "body", 0);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function kindOf(value: unknown): string {
  return typeof value === "object" && value !== null ? `a ${value.constructor?.name ?? "object"}` : typeof value;
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });

/** The JSON in the bytes. Throws a SyntaxError or TypeError if they are not JSON in UTF-8. */
export function parseJson(bytes: Uint8Array): unknown {
  return JSON.parse(UTF8.decode(bytes));
}

/** The envelope in the bytes, or null if they hold none. */
export function readEnvelope(bytes: Uint8Array): Envelope | null {
  try {
    const parsed = parseJson(bytes);
    return isEnvelope(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function isEnvelope(value: unknown): value is Envelope {
  if (!isPlain(value)) return false;
  const { seq, prev, at, who, tool, version, type, v, body } = value;
  const texts = [who, tool, version, type].every((part) => typeof part === "string");
  const hashes = [prev, body].every((part) => typeof part === "string" && isSha256(part));
  const counts = [seq, v].every((part) => Number.isSafeInteger(part));
  return texts && hashes && counts && typeof at === "string" && isInstant(at);
}

/** The event in a stored envelope and its body's bytes (null: erased). Throws a StoreError if it is damaged. */
export function recordedEvent(stored: StoredEnvelope, bodyOf: (sha256: Sha256) => Uint8Array | null): RecordedEvent {
  const fault = envelopeFault(stored);
  if (fault !== null) throw storeError("chain-broken", { seq: stored.seq, detail: fault });
  const { seq, at, who, type, v, body } = readEnvelope(stored.envelope) as Envelope;
  const bytes = bodyOf(body);
  return { seq, at, who, type, v, body: bytes === null ? null : bodyJson(bytes, seq) };
}

function bodyJson(bytes: Uint8Array, seq: number): unknown {
  try {
    return parseJson(bytes);
  } catch (cause) {
    throw storeError("chain-broken", { seq, detail: "its body is not JSON" }, cause);
  }
}

/** What is wrong with a stored envelope taken alone, or null. */
export function envelopeFault(stored: StoredEnvelope): string | null {
  if (sha256Of(stored.envelope) !== stored.hash) return "its bytes do not give its hash";
  const envelope = readEnvelope(stored.envelope);
  if (envelope === null) return "its envelope can't be read";
  return envelope.seq === stored.seq ? null : `its envelope says event ${envelope.seq}`;
}
