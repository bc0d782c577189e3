import type { Ask } from "../core/case/decide.ts";
import { viewCase } from "../core/case/view.ts";
import type { DocumentAdded } from "../core/model/event.ts";
import type { DocumentId, Sha256 } from "../core/model/id.ts";
import { type Problem, problem } from "../core/model/problem.ts";
import { millis } from "../core/model/time.ts";
import { readDocument } from "../ingest/read-document.ts";
import type { Delivered, InputBytes, ReadOptions } from "../ingest/types.ts";
import { type CaseworkEffects, sha256 } from "./effects.ts";
import { commit, type OpenCase } from "./open.ts";

export interface AddOptions extends ReadOptions {
  readonly who: string;
  readonly effects: CaseworkEffects;
  readonly dryRun?: boolean;
  /** After each document, acknowledged or refused. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

export interface Added {
  readonly document: DocumentId;
  readonly name: string;
  readonly original: Sha256;
  readonly text: Sha256;
}

export interface AddResult {
  readonly open: OpenCase;
  readonly added: readonly Added[];
  readonly problems: readonly Problem[];
  /** Stopped by the signal: what is in `added` is recorded, the rest is not. */
  readonly interrupted: boolean;
}

/** Documents that are committed together, at most, of how many bytes, and after how long: each batch is acknowledged whole or not at all. */
const BATCH = 500;
const BATCH_BYTES = 8_000_000;
const BATCH_MILLISECONDS = 2_000;

interface Draft {
  /** Original, text, and the exchange that brought it. */
  readonly blobs: readonly Uint8Array[];
  readonly added: Added;
  readonly ask: readonly Ask[];
  readonly problems: readonly Problem[];
}

/**
 * Adds each input that can be read as a document; one that is refused stops none of the others. The same bytes by the same way are
 * not added twice; by another way they are one original and two documents.
 */
export async function addDocuments(
  open: OpenCase,
  inputs: AsyncIterable<Delivered> | Iterable<Delivered>,
  options: AddOptions,
): Promise<AddResult> {
  let now = open;
  const added: Added[] = [];
  const problems: Problem[] = [];
  const twins: Problem[] = [];
  const seen = seenIn(open);
  let batch: Draft[] = [];
  let bytes = 0;
  let since = millis(options.effects.now());
  const flush = async () => {
    const committed = await commitBatch(now, batch, options);
    now = committed.open;
    problems.push(...committed.problems);
    added.push(...committed.added);
    batch = [];
    bytes = 0;
    since = millis(options.effects.now());
  };
  for await (const delivered of inputs) {
    if (options.signal?.aborted) break;
    if ("problem" in delivered) {
      problems.push(delivered.problem);
      continue;
    }
    const draft = await draftOne(now, { input: delivered.input, seen, options });
    if ("twin" in draft) twins.push(draft.twin);
    else if (!("added" in draft)) problems.push(...draft.problems);
    else {
      batch.push(draft);
      bytes += sizeOf(draft);
    }
    options.onProgress?.(added.length + batch.length);
    const late = millis(options.effects.now()) - since > BATCH_MILLISECONDS;
    if (batch.length >= BATCH || bytes >= BATCH_BYTES || late) await flush();
  }
  await flush();
  problems.push(...twinsTold(twins));
  return { open: now, added, problems, interrupted: options.signal?.aborted ?? false };
}

const TWINS_NAMED = 10;

/** Each by name; of an export given again, their number. */
function twinsTold(twins: readonly Problem[]): readonly Problem[] {
  const [first] = twins;
  if (first === undefined || twins.length <= TWINS_NAMED) return twins;
  return [problem("documents-twice", { count: twins.length, first: first.facts.name ?? "" })];
}

async function commitBatch(
  open: OpenCase,
  batch: readonly Draft[],
  options: AddOptions,
): Promise<{ readonly open: OpenCase; readonly added: readonly Added[]; readonly problems: readonly Problem[] }> {
  const added = batch.map((d) => d.added);
  const problems = batch.flatMap((d) => d.problems);
  if (batch.length === 0 || options.dryRun) return { open, added, problems };
  await open.store.putBlobs(batch.flatMap((d) => d.blobs));
  const committed = await commit(open, { who: options.who, ask: batch.flatMap((d) => d.ask) });
  if ("problems" in committed) return { open, added: [], problems: [...problems, ...committed.problems] };
  return { open: committed.open, added, problems };
}

async function draftOne(
  open: OpenCase,
  { input, seen, options }: { readonly input: InputBytes; readonly seen: Seen; readonly options: AddOptions },
): Promise<Draft | { readonly problems: readonly Problem[] } | { readonly twin: Problem }> {
  const read = await readDocument(input, options);
  if (!("document" in read)) return { problems: read.problems };
  const { text, problems, mediaType, ...kept } = read.document;
  const original = sha256(input.bytes);
  const key = twinKey(original, input.via, input.name);
  const twin = seen.twins.get(key);
  if (twin !== undefined) return { twin: problem("document-twice", { name: input.name, document: twin }) };
  const bytes = new TextEncoder().encode(text);
  const gone = [original, sha256(bytes)].find((sha) => open.state.erased[sha] !== undefined);
  if (gone !== undefined) return { problems: [problem("erased-before", { sha256: gone, at: null })] };
  const document = options.effects.newId();
  const added: Added = { document, name: input.name, original, text: sha256(bytes) };
  seen.twins.set(key, document);
  const record = input.record && sha256(input.record);
  const older = input.via.door === "address" ? seen.byAddress.get(input.via.address ?? "") : undefined;
  if (input.via.door === "address" && input.via.address !== undefined) seen.byAddress.set(input.via.address, document);
  const ask: readonly Ask[] = [
    {
      type: "document.added",
      body: {
        document,
        original,
        name: input.name.slice(0, 2_000),
        mediaType,
        via: { ...input.via, ...(record !== undefined && { record }) },
        captured: input.captured ?? options.effects.now(),
        ...(older !== undefined && { newVersionOf: older }),
      },
    },
    { type: "document.read", body: { document, ...kept, text: added.text } },
  ];
  const blobs = [input.bytes, bytes, ...(input.record ? [input.record] : [])];
  return { added, ask, problems, blobs };
}

function sizeOf({ blobs }: Draft): number {
  return blobs.reduce((sum, b) => sum + b.length, 0);
}

function twinKey(original: Sha256, via: DocumentAdded["via"], name: string): string {
  return [original, via.door, via.address ?? "", name].join("\n");
}

/** What the case holds already, and what this run has added. */
interface Seen {
  readonly twins: Map<string, DocumentId>;
  /** Of each address that was fetched, its latest document. */
  readonly byAddress: Map<string, DocumentId>;
}

function seenIn(open: OpenCase): Seen {
  const added = [...viewCase(open.state).documents.values()].map((e) => e.body);
  const fetched = added.filter((b) => b.via.door === "address" && b.via.address !== undefined);
  return {
    twins: new Map(added.map((b) => [twinKey(b.original, b.via, b.name), b.document])),
    byAddress: new Map(fetched.map((b) => [b.via.address!, b.document])),
  };
}
