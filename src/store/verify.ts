import type { Sha256 } from "../core/model/id.ts";
import { type Problem, problem } from "../core/model/problem.ts";
import { EMPTY_HEAD, envelopeFault, parseJson, readEnvelope } from "./chain.ts";
import {
  type Envelope,
  type ErasedBlob,
  type Head,
  type Inventory,
  type Store,
  type StoredEnvelope,
  StoreError,
} from "./contract.ts";
import { keptFault } from "./kept.ts";

/** One thing looked at: whether it holds, and in words what was found. */
export interface Check {
  readonly name: "file" | "chain" | "head" | "bodies" | "blobs" | "erased" | "quotes";
  readonly ok: boolean;
  readonly detail: string;
}

export interface Verification {
  readonly checks: readonly Check[];
  readonly problems: readonly Problem[];
}

export interface VerifyOptions {
  /** Heads that left the machine, from exports or seals, each with where it was found. Only they show that a whole case was rewritten. */
  readonly heads?: readonly (Head & { readonly from: string })[];
  /** Called as blobs are read. */
  readonly progress?: (done: number, all: number) => void;
}

/** Why bytes were erased, by the event that says so. */
interface Reason {
  readonly seq: number;
  readonly why: string;
  readonly authority: string;
}

/** An event as far as it can be read. */
interface Link {
  readonly stored: StoredEnvelope;
  readonly envelope: Envelope | null;
  /** Undefined where it is missing, erased, damaged or no JSON. */
  readonly body: unknown;
}

/**
 * Whether a case is as it was recorded: the file's pages, the chain, the head kept apart, each body and blob, what was erased and why.
 * Finds everything it can rather than stopping at the first fault; never rejects because of damage. Quotes: see `checkQuotes`.
 */
export async function verifyStore(store: Store, options: VerifyOptions = {}): Promise<Verification> {
  // First the kept head, then the chain: the chain only grows, so another process at work raises no false alarm.
  const inventory = await orProblem(store.inventory());
  const envelopes = await orProblem(store.envelopes());
  const unreadable = [inventory, envelopes].filter(isProblem);
  if (isProblem(inventory) || isProblem(envelopes)) {
    return { checks: [{ name: "file", ok: false, detail: "the case can't be read" }], problems: unreadable };
  }
  const bodies = envelopes.flatMap(({ envelope }) => readEnvelope(envelope)?.body ?? []);
  const blobs = await readBlobs(store, { listed: inventory.blobs, bodies }, options);
  const links = envelopes.map((stored) => linkOf(stored, blobs));
  const reasons = reasonsOf(links);
  const parts = [
    checkFile(inventory),
    checkChain(envelopes),
    checkHead(inventory, envelopes, options),
    checkBodies(links, { blobs, reasons }),
    checkBlobs(links, { blobs, reasons }),
    checkErased(inventory, { blobs, reasons }),
  ];
  return { checks: parts.map((part) => part.check), problems: parts.flatMap((part) => part.problems) };
}

interface Part {
  readonly check: Check;
  readonly problems: readonly Problem[];
}

function part(name: Check["name"], detail: string, problems: readonly Problem[] = []): Part {
  return { check: { name, ok: problems.every((p) => p.severity === "note"), detail }, problems };
}

/** What is left of a blob: its JSON for small ones that are bodies, its size, or what is wrong with it. */
interface Blobs {
  readonly sizes: ReadonlyMap<Sha256, number>;
  readonly faults: ReadonlyMap<Sha256, Problem>;
  readonly bodies: ReadonlyMap<Sha256, unknown>;
}

interface Known {
  readonly blobs: Blobs;
  readonly reasons: ReadonlyMap<Sha256, Reason>;
}

/** Every blob read once; `getBlob` refuses bytes that are not those of the hash. */
async function readBlobs(
  store: Store,
  hashes: { readonly listed: readonly Sha256[]; readonly bodies: readonly Sha256[] },
  options: VerifyOptions,
): Promise<Blobs> {
  const asBody = new Set(hashes.bodies);
  // The bodies are asked for whether listed or not: another process may have added some since the listing.
  const all = [...new Set([...hashes.listed, ...asBody])];
  const sizes = new Map<Sha256, number>();
  const faults = new Map<Sha256, Problem>();
  const bodies = new Map<Sha256, unknown>();
  for (const [done, sha256] of all.entries()) {
    const bytes = await orProblem(store.getBlob(sha256));
    if (isProblem(bytes)) faults.set(sha256, bytes);
    else if (bytes !== null) {
      sizes.set(sha256, bytes.length);
      if (asBody.has(sha256)) bodies.set(sha256, jsonOrUndefined(bytes));
    }
    options.progress?.(done + 1, all.length);
  }
  return { sizes, faults, bodies };
}

function jsonOrUndefined(bytes: Uint8Array): unknown {
  try {
    return parseJson(bytes);
  } catch {
    return undefined;
  }
}

function linkOf(stored: StoredEnvelope, blobs: Blobs): Link {
  const envelope = readEnvelope(stored.envelope);
  return { stored, envelope, body: envelope === null ? undefined : blobs.bodies.get(envelope.body) };
}

function reasonsOf(links: readonly Link[]): ReadonlyMap<Sha256, Reason> {
  const reasons = new Map<Sha256, Reason>();
  for (const { envelope, body } of links) {
    if (envelope?.type !== "erased" || !isRecord(body)) continue;
    const { why, authority, sha256s } = body;
    for (const sha256 of hashesIn(sha256s)) {
      reasons.set(sha256, { seq: envelope.seq, why: String(why), authority: String(authority) });
    }
  }
  return reasons;
}

function checkFile({ damage }: Inventory): Part {
  const problems = damage.map((detail) => problem("pages-damaged", { detail }));
  return part("file", damage.length === 0 ? "the file's pages are sound" : count(damage.length, "fault"), problems);
}

function checkChain(envelopes: readonly StoredEnvelope[]): Part {
  const problems: Problem[] = [];
  let prev = EMPTY_HEAD;
  for (const stored of envelopes) {
    const fault = linkFault(stored, prev);
    if (fault !== null) problems.push(problem("chain-broken", { seq: stored.seq, detail: fault }));
    prev = stored;
  }
  const whole = `${count(envelopes.length, "event")}, each bound to the one before`;
  return part("chain", problems.length === 0 ? whole : count(problems.length, "break"), problems);
}

function linkFault(stored: StoredEnvelope, prev: Head): string | null {
  if (stored.seq !== prev.seq + 1) return `it comes after event ${prev.seq}`;
  const alone = envelopeFault(stored);
  if (alone !== null) return alone;
  return readEnvelope(stored.envelope)?.prev === prev.hash ? null : `it does not name the hash of event ${prev.seq}`;
}

function checkHead(inventory: Inventory, envelopes: readonly StoredEnvelope[], { heads = [] }: VerifyOptions): Part {
  const last = envelopes.at(-1) ?? EMPTY_HEAD;
  const hashes = new Map(envelopes.map((stored) => [stored.seq, stored.hash]));
  const hashAt = (seq: number) => (seq === 0 ? EMPTY_HEAD.hash : (hashes.get(seq) ?? null));
  const fault = keptFault(inventory.kept, last, hashAt);
  const problems: Problem[] = fault === null ? behind(inventory, last) : [fault];
  for (const { seq, hash, from } of heads) {
    const there = hashAt(seq);
    if (there === hash) continue;
    const found = there === null ? `the case ends at event ${last.seq}` : `event ${seq} of the case is ${there}`;
    problems.push(problem("head-elsewhere-differs", { from, seq, hash, found }));
  }
  return part("head", headInWords(inventory, last, heads.length), problems);
}

function behind({ kept }: Inventory, last: Head): Problem[] {
  if (kept.is !== "kept" || kept.head.seq >= last.seq) return [];
  return [problem("head-behind", { path: kept.path, events: last.seq - kept.head.seq })];
}

function headInWords({ kept }: Inventory, last: Head, elsewhere: number): string {
  const apart = {
    none: () => "no head is kept apart, so a cut tail would not be seen",
    unreadable: () => "the head kept apart can't be read",
    kept: () => (kept.is === "kept" ? `kept apart: event ${kept.head.seq}, since event ${kept.head.since}` : ""),
  }[kept.is]();
  const given = elsewhere === 0 ? "" : `; ${count(elsewhere, "head")} from elsewhere compared`;
  return `the last event is ${last.seq}, ${last.hash}; ${apart}${given}`;
}

function checkBodies(links: readonly Link[], known: Known): Part {
  const problems: Problem[] = [];
  let erased = 0;
  for (const { envelope, body } of links) {
    if (envelope === null) continue;
    const state = stateOf(envelope.body, known);
    if (state === "erased") erased++;
    else if (state === "missing") problems.push(missing("body", envelope, envelope.body));
    else if (state === "there" && body === undefined)
      problems.push(problem("chain-broken", { seq: envelope.seq, detail: "its body is not JSON" }));
  }
  const words = `${count(links.length, "body", "bodies")}, ${erased} of them erased with a reason`;
  return part("bodies", words, problems);
}

function stateOf(sha256: Sha256, { blobs, reasons }: Known): "there" | "damaged" | "erased" | "missing" {
  if (blobs.sizes.has(sha256)) return "there";
  if (blobs.faults.has(sha256)) return "damaged";
  return reasons.has(sha256) ? "erased" : "missing";
}

function missing(what: string, { seq, type }: Envelope, sha256: Sha256): Problem {
  return problem("blob-missing", { what, seq, type, sha256 });
}

/** The blobs that an event of each type promises; `result` and an export's `sha256` only name what can be made again. */
const PROMISED: Readonly<Record<string, readonly string[]>> = {
  "document.added": ["original"],
  "document.read": ["text"],
  "records.added": ["original", "beside", "rows"],
  "proposals.added": ["answer"],
  "head.sealed": ["tokens"],
};

function checkBlobs(links: readonly Link[], known: Known): Part {
  const { sizes, faults } = known.blobs;
  const problems: Problem[] = [...faults.values()];
  for (const { envelope, body } of links) {
    if (envelope === null || !isRecord(body)) continue;
    for (const what of PROMISED[envelope.type] ?? []) {
      const lost = hashesIn(body[what]).filter((sha256) => stateOf(sha256, known) === "missing");
      problems.push(...lost.map((sha256) => missing(what, envelope, sha256)));
    }
  }
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  return part("blobs", `${count(sizes.size, "blob")}, ${bytes} bytes, each read and hashed`, problems);
}

function checkErased({ erased }: Inventory, { blobs, reasons }: Known): Part {
  const problems: Problem[] = [];
  for (const blob of erased) {
    if (!reasons.has(blob.sha256))
      problems.push(problem("erased-without-reason", { sha256: blob.sha256, at: blob.at }));
  }
  problems.push(...unfinished(erased, { blobs, reasons }));
  const words = erased.map(({ sha256, at }) => erasedInWords(sha256, at, reasons.get(sha256)));
  return part("erased", words.length === 0 ? "nothing was erased" : words.join("; "), problems);
}

function unfinished(erased: readonly ErasedBlob[], { blobs, reasons }: Known): Problem[] {
  const uncleaned = erased.filter((blob) => !blob.cleaned).map((blob) => blob.sha256);
  const still = [...reasons.keys()].filter((sha256) => blobs.sizes.has(sha256) || blobs.faults.has(sha256));
  const say = (sha256: Sha256, left: string) =>
    problem("erase-unfinished", { sha256, seq: reasons.get(sha256)?.seq ?? null, left });
  return [
    ...still.map((sha256) => say(sha256, "they are still there")),
    ...uncleaned.map((sha256) => say(sha256, "freed parts of the file were not overwritten yet")),
  ];
}

function erasedInWords(sha256: Sha256, at: string, reason: Reason | undefined): string {
  if (reason === undefined) return `${sha256} erased ${at}, no reason recorded`;
  return `${sha256} erased ${at}, event ${reason.seq}: ${reason.why} (${reason.authority})`;
}

/** A quotation that an event holds, and where it says that it stands. */
export interface Quoted {
  readonly text: Sha256;
  /** UTF-16 code units, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** For the message: "statement … of event 7". */
  readonly where: string;
}

/**
 * Whether each quotation stands in its text at its place, as a part that joins a `Verification`.
 * The caller lists the quotations, since what they are depends on the fold; `texts` maps hash to text, null where it was erased.
 */
export function checkQuotes(texts: Readonly<Record<Sha256, string | null>>, quotes: readonly Quoted[]): Verification {
  const erased = quotes.filter(({ text }) => texts[text] === null).length;
  const problems = quotes.flatMap((quoted) => {
    const text = texts[quoted.text];
    if (text === null) return [];
    const found = text === undefined || quoted.end > text.length ? null : text.slice(quoted.start, quoted.end);
    return found === quoted.quote ? [] : [problem("quote-differs", { ...quoted, found })];
  });
  const words = `${count(quotes.length, "quotation")} compared with the texts, ${erased} of erased texts left out`;
  return { checks: [{ name: "quotes", ok: problems.length === 0, detail: words }], problems };
}

async function orProblem<T>(asked: Promise<T>): Promise<T | Problem> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof StoreError) return error.problem;
    throw error;
  }
}

function isProblem(value: unknown): value is Problem {
  return isRecord(value) && "code" in value && "severity" in value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hashesIn(value: unknown): Sha256[] {
  return (Array.isArray(value) ? value : [value]).filter((item): item is Sha256 => typeof item === "string");
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
