// One case, served: its events, its assessment for the head and cut that are asked for, its statements as rows.

import { Worker } from "node:worker_threads";
import { assessCase, stateAt } from "../casework/assess-case.ts";
import { type FileMemo, openFileMemo } from "../casework/cache.ts";
import { loadTexts, type OpenCase, openCase, refresh } from "../casework/open.ts";
import { withBriefIn } from "../core/assess.ts";
import { viewCase } from "../core/case/view.ts";
import { type KnownDocument, knownAsOf } from "../core/known.ts";
import type { Assessment } from "../core/model/assessment.ts";
import type { BriefLanguage } from "../core/model/brief.ts";
import type { Sha256 } from "../core/model/id.ts";
import { instantOf } from "../core/model/time.ts";
import { VERSION } from "../core/version.ts";
import { openStore } from "../store/store.entry.ts";
import type { CaseInfo, Live } from "./api.ts";

/** The two cuts and the basis of an assessment, as asked for. */
export interface Cut {
  readonly asOf: string;
  readonly atSeq?: number;
  readonly basis?: "accepted" | "accepted and proposed";
}

/** A cut, and the language of the brief; English where none is asked for. */
export interface Asked extends Cut {
  readonly language?: BriefLanguage;
}

export interface Session {
  readonly path: string;
  readonly memo: FileMemo;
  /** The case with everything that others have appended. */
  now(): Promise<OpenCase>;
  /** Takes the place of the case after a change of our own, and tells the pages. */
  changedTo(open: OpenCase): void;
  texts(): Promise<Readonly<Record<Sha256, string>>>;
  documents(cut: Cut): Promise<readonly KnownDocument[]>;
  assessment(asked: Asked): Promise<Assessment>;
  info(asOf: string): Promise<CaseInfo>;
  /** The cut that is meant when none is asked for. */
  readonly defaultAsOf: () => string;
  tell(live: Live): void;
  listen(listener: (live: Live) => void): () => void;
  close(): Promise<void>;
}

const WATCH_EVERY_MS = 500;
/** Assessments kept: the last few cuts that were looked at. */
const KEPT = 4;

export interface SessionOptions {
  /** The cut that is meant when none is asked for; default today. */
  readonly asOf?: string;
  /** The assessment of that cut, where it was made just now. */
  readonly assessment?: Assessment;
}

/** Opens the case for serving. Another program may append to it meanwhile: the pages are told. */
export async function openSession(path: string, { asOf, assessment }: SessionOptions = {}): Promise<Session> {
  const store = await openStore(path);
  const memo = await openFileMemo(path);
  let open = await openCase(store);
  let texts: { readonly seq: number; readonly words: Promise<Readonly<Record<Sha256, string>>> } | null = null;
  const assessed = new Map<string, Promise<Assessment>>();
  const keyOf = ({ head }: OpenCase, cut: Cut) => [head.seq, cut.asOf, cut.atSeq ?? "", cut.basis ?? ""].join("|");
  if (assessment && asOf) assessed.set(keyOf(open, { asOf }), Promise.resolve(assessment));
  // The brief of an assessment in its other language, as long as the assessment itself is kept.
  const briefed = new WeakMap<Assessment, Assessment>();
  const listeners = new Set<(live: Live) => void>();
  const tell = (live: Live) => {
    for (const listener of listeners) listener(live);
  };
  const changedTo = (next: OpenCase) => {
    const moved = next.head.seq !== open.head.seq;
    open = next;
    if (moved) tell({ is: "head", seq: next.head.seq });
  };
  const now = async () => {
    changedTo(await refresh(open));
    return open;
  };
  const watch = setInterval(() => void now().catch(() => {}), WATCH_EVERY_MS);
  watch.unref();

  const wordsOf = (of: OpenCase) => {
    if (texts?.seq !== of.head.seq) texts = { seq: of.head.seq, words: loadTexts(of) };
    return texts.words;
  };
  const knownAt = async (of: OpenCase, { asOf: at, atSeq }: Cut) =>
    knownAsOf(await stateAt(of, atSeq), await wordsOf(of), dayEnd(at));
  const viewAt = async (of: OpenCase, cut: Cut) => (await knownAt(of, cut)).view;
  const session: Session = {
    path,
    memo,
    now,
    changedTo,
    texts: async () => wordsOf(await now()),
    async documents(cut) {
      return (await knownAt(await now(), cut)).documents;
    },
    async assessment({ language = "en", ...cut }) {
      const of = await now();
      const key = keyOf(of, cut);
      let made = assessed.get(key);
      if (made === undefined) {
        made = assessApart(of, { path, memo, cut, tell });
        assessed.set(key, made);
        made.catch(() => assessed.delete(key));
        for (const old of [...assessed.keys()].slice(0, -KEPT)) assessed.delete(old);
      }
      const own = await made;
      if (own.brief.language === language) return own;
      const other = briefed.get(own) ?? withBriefIn(language, own, await viewAt(of, cut));
      briefed.set(own, other);
      return other;
    },
    async info(at) {
      const of = await now();
      const view = viewCase(of.state);
      const stated = view.title?.body;
      return {
        title: stated?.title ?? "",
        version: VERSION,
        head: of.head,
        demonstration: stated?.demonstration ?? null,
        displayWarnings: stated?.displayWarnings ?? false,
        documents: view.documents.size,
        asOf: at,
      };
    },
    defaultAsOf: () => asOf ?? instantOf(Date.now()).slice(0, 10),
    tell,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      clearInterval(watch);
      memo.close();
      await store.close();
    },
  };
  return session;
}

/** A day counts to its end. */
function dayEnd(at: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(at) ? `${at}T23:59:59.999Z` : at;
}

interface Apart {
  readonly path: string;
  readonly memo: FileMemo;
  readonly cut: Cut;
  readonly tell: Session["tell"];
}

/** In a thread of its own, so that the pages are answered meanwhile; from TypeScript, where no worker can start, in this one. */
async function assessApart(open: OpenCase, { path, memo, cut, tell }: Apart): Promise<Assessment> {
  const onProgress = (done: number, of: number) => tell({ is: "progress", what: "reading", done, of });
  if (import.meta.url.endsWith(".ts")) {
    const made = await assessCase(open, { ...cut, memo, onProgress });
    if (made === null) throw new Error("the assessment was interrupted");
    return made;
  }
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./assess-worker.js", import.meta.url), { workerData: { path, cut } });
    worker.on("message", (message: { readonly progress?: readonly [number, number]; readonly made?: Assessment }) => {
      if (message.progress) onProgress(...message.progress);
      if (message.made) resolve(message.made);
    });
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error("the assessment ended without a result")));
  });
}
