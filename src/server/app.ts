// The few routes of the workbench. Each answers with data; the pages are files of the package.

import { readFile } from "node:fs/promises";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { setCookie } from "hono/cookie";
import { streamSSE } from "hono/streaming";
import { addDocuments } from "../casework/add.ts";
import { realEffects } from "../casework/effects.ts";
import { eraseBlobs } from "../casework/erase.ts";
import { type ExportFormat, exportAssessment, recordExport } from "../casework/export-case.ts";
import { figuresByStatement } from "../casework/figures-by-statement.ts";
import { verifyCase } from "../casework/verify-case.ts";
import { byDay, saidRows, varied } from "../core/brief/select.ts";
import { lintBrief } from "../core/brief.entry.ts";
import { undoneSeqs, viewCase } from "../core/case/view.ts";
import type { KnownDocument } from "../core/known.ts";
import { checkInfo, compareInfos } from "../core/lineage.entry.ts";
import type { Assessment } from "../core/model/assessment.ts";
import { BRIEF_LANGUAGES, type BriefLanguage } from "../core/model/brief.ts";
import { type Problem, ProblemError, problem } from "../core/model/problem.ts";
import { exactly, isInstant, parseIso } from "../core/model/time.ts";
import { why } from "../core/why.ts";
import { sourceOf } from "../ingest/bytes.ts";
import { deliver } from "../ingest/doors/doors.ts";
import type { Delivered } from "../ingest/types.ts";
import { LIMITS } from "../ingest/types.ts";
import { unpacked, unpackingOf } from "../ingest/unpack.ts";
import type { Answer, CheckedText, CommandRequest, Overview, Since, StatementFilter, TextView } from "./api.ts";
import { change } from "./change.ts";
import { cookieName, HEADERS, type Locked, locks, OPEN, sameToken, withHeaders } from "./locks.ts";
import type { Asked, Cut, Session } from "./session.ts";
import { indexStatements, marksOf, type StatementIndex } from "./statements.ts";

export interface AppOptions extends Locked {
  readonly session: Session;
  /** Where the built pages lie. */
  readonly pages: URL;
  /** Told when something of ours went wrong; the page is told no more than that. */
  readonly onFault?: (error: unknown) => void;
  readonly network?: import("../ingest/doors/address/connect.ts").Network;
}

const MEGABYTE = 1_000_000;

/** The workbench as an app: `fetch` answers requests, with or without a port. */
export function makeApp(options: AppOptions): Hono {
  const { session, token, port, onFault } = options;
  const app = new Hono();
  app.use(withHeaders());
  app.use(locks({ token, port }));
  app.onError((error, c) => {
    if (error instanceof ProblemError) return c.json({ result: null, problems: error.problems }, 400, HEADERS);
    onFault?.(error);
    return c.json({ result: null, problems: [problem("server-fault", {})] }, 500, HEADERS);
  });
  app.get(`${OPEN}:token`, (c) => {
    if (!sameToken(c.req.param("token"), token)) return c.text("This key is not, or no longer, the right one.", 401);
    setCookie(c, cookieName(port), token, { httpOnly: true, sameSite: "Strict", path: "/" });
    return c.redirect("/", 303);
  });
  reading(app, options);
  changing(app, session, options);
  pages(app, options.pages);
  return app;
}

function ok<T>(c: Context, result: T, problems: readonly Problem[] = []) {
  return c.json({ result, problems } satisfies Answer<T>);
}

function refused(c: Context, problems: readonly Problem[], status: 400 | 404 = 400) {
  return c.json({ result: null, problems } satisfies Answer<never>, status);
}

const badValue = (option: string, value: string, fault: string, want: string) =>
  problem("bad-value", { option, value, fault, want });

/** The cut that a request names; throws what is wrong with it. */
function cutOf(c: Context, session: Session): Asked {
  const asOf = c.req.query("as-of") ?? session.defaultAsOf();
  if ((parseIso(asOf) ?? (isInstant(asOf) ? exactly(asOf) : null))?.from == null) {
    throw new ProblemError([badValue("as-of", asOf, "no day or instant", "an ISO date such as 2031-03-04")]);
  }
  const atSeq = Number(c.req.query("at-seq") ?? "");
  const basis = c.req.query("basis") === "accepted" ? ("accepted" as const) : undefined;
  const language = languageOf(c);
  return {
    ...{ asOf, language },
    ...(atSeq > 0 && { atSeq }),
    ...(basis !== undefined && { basis }),
  };
}

/** The language of the brief that a request names; throws what is wrong with it. */
function languageOf(c: Context): BriefLanguage {
  const asked = c.req.query("lang") ?? "en";
  const found = BRIEF_LANGUAGES.find((l) => l === asked);
  if (found === undefined) {
    throw new ProblemError([badValue("lang", asked, "not known", BRIEF_LANGUAGES.join(" or "))]);
  }
  return found;
}

/** Rows of who says who did it that the overview shows. */
const SAID = 12;

function reading(app: Hono, { session }: AppOptions): void {
  const indexes = new Map<string, StatementIndex>();
  const indexFor = async (cut: Cut): Promise<StatementIndex> => {
    const open = await session.now();
    const key = `${open.head.seq}|${cut.asOf}`;
    let index = indexes.get(key);
    if (index === undefined) {
      const decisions = viewCase(open.state).statementDecisions;
      index = indexStatements(await session.documents(cut), decisions, session.memo);
      indexes.set(key, index);
      for (const old of [...indexes.keys()].slice(0, -2)) indexes.delete(old);
    }
    return index;
  };
  let counted: { readonly of: object; readonly figures: ReadonlyMap<string, number> } | null = null;

  app.get("/api/case", async (c) => ok(c, await session.info(session.defaultAsOf())));

  app.get("/api/assessment", async (c) => {
    const assessment = await session.assessment(cutOf(c, session));
    const { statements, ...rest } = assessment;
    const own = new Set(statements.map((s) => s.precision));
    const said = varied(saidRows(assessment)).slice(0, SAID).sort(byDay);
    const overview: Overview = { ...rest, said, figures: rest.figures.filter((f) => !own.has(f.id)) };
    return ok(c, overview);
  });

  app.get("/api/figures", async (c) => {
    const id = c.req.query("id") ?? "";
    const trace = why(await session.assessment(cutOf(c, session)), id as never);
    if ("is" in trace) return refused(c, [problem("figure-gone", { id })], 404);
    return ok(c, trace);
  });

  app.get("/api/since", async (c) => {
    const cut = cutOf(c, session);
    const seq = Number(c.req.query("seq") ?? "");
    if (!Number.isSafeInteger(seq) || seq < 1)
      return refused(c, [badValue("seq", c.req.query("seq") ?? "", "no event's number", "a whole number")]);
    return ok(c, differences(await session.assessment({ ...cut, atSeq: seq }), await session.assessment(cut), seq));
  });

  app.get("/api/statements", async (c) => {
    const cut = cutOf(c, session);
    const filter = filterOf(c);
    let figures: ReadonlyMap<string, number> | null = null;
    if (filter.order === "queue") {
      const assessment = await session.assessment(cut);
      if (counted?.of !== assessment) counted = { of: assessment, figures: figuresByStatement(assessment) };
      figures = counted.figures;
    }
    return ok(c, await (await indexFor(cut)).page(filter, figures));
  });

  app.get("/api/texts/:document", async (c) => {
    const found = await textView(session, cutOf(c, session), c.req.param("document"));
    return found === null ? refused(c, [noDocument(c.req.param("document"))], 404) : ok(c, found);
  });

  app.get("/api/compare", async (c) => {
    const cut = cutOf(c, session);
    const documents = await session.documents(cut);
    const pair = [c.req.query("a") ?? "", c.req.query("b") ?? ""].map((id) => documents.find((d) => d.id === id) ?? id);
    const missing = pair.filter((p): p is string => typeof p === "string");
    if (missing.length > 0) return refused(c, missing.map(noDocument), 404);
    const [a, b] = pair as [KnownDocument, KnownDocument];
    const [viewA, viewB] = [await textView(session, cut, a.id), await textView(session, cut, b.id)];
    return ok(c, { a: viewA, b: viewB, comparison: compareInfos(a.info, b.info) });
  });

  app.post("/api/check", limited(MEGABYTE), async (c) => {
    const { text = "", document } = await c.req.json<{ text?: string; document?: string }>();
    const documents = await session.documents(cutOf(c, session));
    const own = documents.find((d) => d.id === document);
    const draft = own?.info ?? { id: "draft", name: "draft", text, links: [] };
    if (draft.text.trim() === "") return refused(c, [problem("text-blank", { name: "The draft" })]);
    const against = documents.filter((d) => d.id !== document);
    const checked: CheckedText = {
      draft: draft.text,
      sources: against.map((d) => ({ document: d.id, position: d.position, name: d.name })),
      // Two documents may have one name: the sources are told apart by their ids.
      check: checkInfo(
        draft,
        against.map((d) => ({ ...d.info, name: d.id })),
      ),
    };
    return ok(c, checked);
  });

  app.get("/api/history", async (c) => {
    const open = await session.now();
    const gone = undoneSeqs(open.state);
    const events = (await open.store.read(0)).map(({ seq, at, who, type, body }) => {
      return { seq, at, who, type, body, undone: gone.has(seq) };
    });
    return ok(c, events.reverse(), open.state.problems);
  });

  app.get("/api/lint", async (c) => ok(c, lintBrief((await session.assessment(cutOf(c, session))).brief)));

  app.get("/api/verify", async (c) => {
    const { checks, problems } = await verifyCase((await session.now()).store);
    return ok(c, { checks }, problems);
  });

  app.get("/api/events", (c) =>
    streamSSE(c, async (stream) => {
      const unlisten = session.listen((live) => void stream.writeSSE({ data: JSON.stringify(live) }));
      stream.onAbort(unlisten);
      await stream.writeSSE({ data: JSON.stringify({ is: "head", seq: (await session.now()).head.seq }) });
      while (!stream.aborted && !stream.closed)
        await stream.sleep(15_000).then(() => stream.writeSSE({ event: "still", data: "" }));
      unlisten();
    }),
  );
}

/** Figures whose value is another now, those of single statements aside; the path is the name that both share. */
function differences(before: Assessment, now: Assessment, seq: number): Since {
  const values = (a: Assessment) => {
    const own = new Set(a.statements.map((s) => s.precision));
    return new Map(a.figures.flatMap((f) => (own.has(f.id) ? [] : [[f.id, f.value] as const])));
  };
  const [old, next] = [values(before), values(now)];
  const ids = [...new Set([...old.keys(), ...next.keys()])];
  const figures = ids
    .map((id) => ({ id, before: old.get(id) ?? null, now: next.get(id) ?? null }))
    .filter((f) => f.before !== f.now);
  return { seq, figures: figures.slice(0, 200) };
}

function noDocument(id: string): Problem {
  return problem("unknown-reference", { kind: "document", id, known: "" });
}

function filterOf(c: Context): StatementFilter {
  const text = (name: string) => {
    const value = c.req.query(name);
    return value === undefined || value === "" ? {} : { [name]: value };
  };
  const whole = (name: string) => {
    const value = Number(c.req.query(name) ?? "");
    return Number.isSafeInteger(value) && value > 0 ? { [name]: value } : {};
  };
  return {
    ...text("words"),
    ...text("act"),
    ...text("status"),
    ...text("document"),
    ...whole("from"),
    ...whole("count"),
    ...(c.req.query("order") === "queue" && { order: "queue" }),
    ...(c.req.query("own") === "yes" && { own: true }),
  } as StatementFilter;
}

async function textView(session: Session, cut: Cut, id: string): Promise<TextView | null> {
  const found = (await session.documents(cut)).find((d) => d.id === id);
  if (found === undefined) return null;
  const { statementDecisions } = viewCase((await session.now()).state);
  return {
    document: found.id,
    position: found.position,
    name: found.name,
    title: found.title,
    publisher: found.publisher,
    published: found.published,
    address: found.address,
    captured: found.captured,
    language: found.language,
    text: found.info.text,
    textHash: found.text,
    original: found.original,
    statements: marksOf(found, statementDecisions, session.memo),
  };
}

function limited(maxSize: number) {
  return bodyLimit({ maxSize, onError: (c) => refused(c, [problem("request-too-big", { limit: maxSize })]) });
}

function changing(app: Hono, session: Session, { network }: AppOptions): void {
  app.post("/api/commands", limited(5 * MEGABYTE), async (c) => {
    const request = await c.req.json<CommandRequest>();
    const outcome = await change(session, request);
    if ("problems" in outcome) return refused(c, outcome.problems);
    return c.json({ result: outcome, problems: [] }, outcome.conflicts.length > 0 ? 409 : 200);
  });

  const add = async (c: Context, inputs: AsyncIterable<Delivered>) => {
    const who = c.req.query("who")?.trim() ?? "";
    if (who === "") return refused(c, [problem("nobody-named", {})]);
    const done = await addDocuments(await session.now(), inputs, {
      who,
      effects: realEffects(),
      signal: c.req.raw.signal,
      dryRun: c.req.query("dry-run") === "yes",
      onProgress: (n) => session.tell({ is: "progress", what: "adding", done: n, of: null }),
    });
    session.changedTo(done.open);
    const added = done.added.map(({ document, name }) => ({ document, name }));
    return ok(c, { head: done.open.head, added }, done.problems);
  };

  app.post("/api/files", limited(200 * MEGABYTE), async (c) => {
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const name = c.req.query("name") ?? "pasted text";
    const door = c.req.query("door") === "paste" ? ("paste" as const) : ("file" as const);
    return add(c, documentsIn({ name, bytes, via: { door } }));
  });

  app.post("/api/addresses", limited(MEGABYTE), async (c) => {
    const { addresses } = await c.req.json<{ addresses: readonly string[] }>();
    const onHost = (host: string) =>
      session.tell({ is: "progress", what: "asking", done: 0, of: addresses.length, name: host });
    const web = addresses.filter((a) => /^https?:\/\//i.test(a));
    return add(c, deliver(web, { fetch: { onHost, signal: c.req.raw.signal, ...(network && { network }) } }));
  });

  app.post("/api/erase", limited(MEGABYTE), async (c) => {
    const { sha256s, ...said } = await c.req.json<{ sha256s: string[]; who: string; why: string; authority: string }>();
    const erased = await eraseBlobs(await session.now(), sha256s, said);
    if ("problems" in erased) return refused(c, erased.problems);
    session.changedTo(erased.open);
    return ok(c, { head: erased.open.head, erased: erased.erased });
  });

  app.post("/api/export/:format", async (c) => {
    const format = c.req.param("format") as ExportFormat;
    const media = MEDIA[format];
    const who = c.req.query("who")?.trim() ?? "";
    if (media === undefined) return refused(c, [problem("server-no-route", { path: c.req.path })], 404);
    if (who === "") return refused(c, [problem("nobody-named", {})]);
    const open = await session.now();
    const content = await exportAssessment(await session.assessment(cutOf(c, session)), format, open.head);
    session.changedTo(await recordExport(open, { who, format, content }));
    return c.body(content, 200, {
      "Content-Type": media,
      "Content-Disposition": `attachment; filename="brief.${format}"`,
    });
  });
}

const MEDIA: Readonly<Record<string, string>> = {
  md: "text/markdown; charset=utf-8",
  html: "text/html; charset=utf-8",
  json: "application/json",
};

async function* documentsIn(input: Parameters<typeof sourceOf>[0]): AsyncGenerator<Delivered> {
  for await (const inside of unpacked(sourceOf(input), unpackingOf(LIMITS))) {
    if ("addresses" in inside) yield { input };
    else yield inside;
  }
}

const ASSETS = /^\/assets\/[A-Za-z0-9_.-]+\.(js|css|woff2)$/;
const TYPES: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  woff2: "font/woff2",
};

/** The built pages: their parts by name, and for every view's address the one page that they start from. */
function pages(app: Hono, root: URL): void {
  app.get("/favicon.ico", (c) => c.body(null, 204));
  app.get("*", async (c) => {
    const { path } = c.req;
    const asset = ASSETS.exec(path);
    if (asset) {
      const bytes = await readFile(new URL(`.${path}`, root)).catch(() => null);
      if (bytes === null) return c.text("There is no such part.", 404);
      return c.body(new Uint8Array(bytes), 200, {
        "Content-Type": TYPES[asset[1] ?? ""] ?? "application/octet-stream",
      });
    }
    if (path.startsWith("/api/") || path.startsWith("/assets/")) {
      return refused(c, [problem("server-no-route", { path })], 404);
    }
    const page = await readFile(new URL("./index.html", root), "utf8").catch(() => null);
    if (page === null) return c.text("The pages are not built. Run: npm run build", 500);
    return c.html(page);
  });
}
