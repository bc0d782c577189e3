import { viewCase } from "../core/case/view.ts";
import type { Sha256 } from "../core/model/id.ts";
import { type Problem, problem } from "../core/model/problem.ts";
import { commit, type OpenCase } from "./open.ts";

export interface EraseOptions {
  readonly who: string;
  readonly why: string;
  readonly authority: string;
}

export type Erasure =
  | { readonly open: OpenCase; readonly erased: readonly Sha256[] }
  | { readonly problems: readonly Problem[] };

/**
 * Removes bytes for good [CO10]: the event is recorded first, then the words go, so that a crash between the two leaves an erasure to
 * be repeated, never a silent one. An original takes its texts along, a text its original, and both take along every recorded body
 * and given-out assessment that holds their words.
 */
export async function eraseBlobs(open: OpenCase, sha256s: readonly Sha256[], options: EraseOptions): Promise<Erasure> {
  const missing: Problem[] = [];
  for (const sha of sha256s) {
    const there = (await open.store.getBlob(sha)) !== null || Object.hasOwn(open.state.erased, sha);
    if (!there) missing.push(problem("no-such-blob", { sha256: sha }));
  }
  if (missing.length > 0) return { problems: missing };
  const all = await withWords(open, sha256s);
  const { who, why, authority } = options;
  const committed = await commit(open, { who, ask: [{ type: "erased", body: { sha256s: all, why, authority } }] });
  if ("problems" in committed) return committed;
  await committed.open.store.erase(all);
  return { open: committed.open, erased: all };
}

/** The blobs, and every other blob that holds their words. */
async function withWords(open: OpenCase, sha256s: readonly Sha256[]): Promise<readonly Sha256[]> {
  const all = new Set(sha256s);
  const view = viewCase(open.state);
  for (const { body: added } of view.documents.values()) {
    const text = view.reads.get(added.document)?.body.text;
    if (text === undefined || !(all.has(added.original) || all.has(text))) continue;
    all.add(added.original);
    all.add(text);
  }
  const texts = [...all];
  const results = open.state.entries["assessment.made"].map((e) => e.body.result);
  for (const sha of results) {
    const bytes = await open.store.getBlob(sha);
    const json = bytes === null ? "" : new TextDecoder().decode(bytes);
    if (texts.some((t) => json.includes(t))) all.add(sha);
  }
  for (const body of await quotingBodies(open, texts)) all.add(body);
  return [...all].sort();
}

/** Bodies of events that quote one of the texts: decisions on statements, and a model's proposals. */
async function quotingBodies(open: OpenCase, texts: readonly Sha256[]): Promise<readonly Sha256[]> {
  const quoting = new Set<number>();
  for (const e of open.state.entries["statement.decided"]) {
    if (texts.some((t) => e.body.key.startsWith(t) || e.body.statement?.sentence.text === t)) quoting.add(e.seq);
  }
  const documents = new Set(
    open.state.entries["document.read"].filter((e) => texts.includes(e.body.text)).map((e) => e.body.document),
  );
  for (const e of open.state.entries["proposals.added"]) if (documents.has(e.body.document)) quoting.add(e.seq);
  if (quoting.size === 0) return [];
  const envelopes = await open.store.envelopes();
  return envelopes
    .filter((e) => quoting.has(e.seq))
    .map((e) => (JSON.parse(new TextDecoder().decode(e.envelope)) as { readonly body: Sha256 }).body);
}
