import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { deliver } from "../../../src/ingest/doors/doors.ts";
import { readDocument } from "../../../src/ingest/read-document.ts";
import type { ReadDocument } from "../../../src/ingest/types.ts";
import { pdfOf } from "../makers/pdf.mjs";

const root = mkdtempSync(join(tmpdir(), "silverblaze-archiver-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A report page in the form that Auto Archiver gives it. */
const report = (url: string, rows: Readonly<Record<string, string>>, files: readonly string[]) => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${url}</title><style>${".copy:hover{cursor:copy}".repeat(60)}</style></head>
<body><div id="notification"></div><h2>Archived media for <span class="copy">${url}</span> - <a href="${url}">open</a></h2>
<h2 class="center">content ${files.length} item(s)</h2>
<table class="content"><tr><th>about</th><th>files and preview</th></tr><tbody>${files.map((f) => `<tr><td><ul><li><b>key:</b> ${f}</li></ul></td><td><a href="./${f}">open</a></td></tr>`).join("")}</tbody></table>
<table class="metadata"><tr><th>key</th><th>value</th></tr>${Object.entries(rows)
  .map(([k, v]) => `<tr><td>${k}</td><td><span class="copy">${v}</span></td></tr>`)
  .join("")}</table></body></html>`;

const PAGE = `<!doctype html><title>Pier</title><article><h1>Pier blast</h1><p>${"Nobody has claimed the blast at the pier, the harbour master said on Monday. ".repeat(4)}</p></article>`;
const POST = "https://social.example/harbour/status/9";
const SAVED = "https://ledger.example/pier";

function archive(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [file, bytes] of Object.entries(files)) {
    const path = join(root, name, file);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, bytes);
  }
  return join(root, name);
}

async function through(path: string) {
  const documents: (ReadDocument & { readonly name: string })[] = [];
  const codes: string[] = [];
  for await (const d of deliver([path])) {
    if ("problem" in d) codes.push(d.problem.code);
    else {
      const read = await readDocument(d.input);
      if ("document" in read) documents.push({ ...read.document, name: d.input.name });
      else codes.push(...read.problems.map((p) => p.code));
    }
  }
  return { documents, codes };
}

describe("an output folder of Auto Archiver", () => {
  const rows = {
    url: POST,
    title: "harbour on social",
    timestamp: "2031-03-04 08:15:00+00:00",
    content: "Two guards dead.<br>No claim so far.",
  };

  it("gives the words of a post with its address, title and time; pictures and records are left out and told", async () => {
    const path = archive("post", {
      "social-example-harbour/formattedA1.html": report(POST, rows, ["clip.mp4", "shot.png"]),
      "social-example-harbour/clip.mp4": "film",
      "social-example-harbour/shot.png": "picture",
      "social-example-harbour/info.json": "{}",
    });
    const { documents, codes } = await through(path);
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({
      text: "Two guards dead.\nNo claim so far.",
      title: "harbour on social",
      address: POST,
      published: { edtf: "2031-03-04T08:15:00Z" },
    });
    expect(codes).toEqual(["archived-media-skipped", "archiver-report"]);
  });

  it("gives what it saved of a page with the address it was archived from, in a folder of its own or in one for all", async () => {
    const pdf = pdfOf([[{ x: 60, y: 700, text: "A statement of the harbour office." }]]);
    const path = archive("flat", {
      "a.html": report(POST, { url: POST }, ["post.html"]),
      "b.html": report(SAVED, { url: SAVED }, ["saved.html", "statement.pdf"]),
      "post.html": PAGE,
      "saved.html": PAGE,
      "statement.pdf": pdf,
    });
    const { documents, codes } = await through(path);
    expect(documents.map((d) => [d.name, d.address])).toEqual([
      ["post.html", POST],
      ["saved.html", SAVED],
      ["statement.pdf", SAVED],
    ]);
    expect(codes).toEqual(["archiver-report", "archiver-report"]);
  });

  it("a page that says the same words elsewhere is a page", async () => {
    const path = archive("other", { "a.html": PAGE.replace("Nobody has", "Archived media for a museum. Nobody has") });
    const { documents } = await through(path);
    expect(documents.map((d) => d.format)).toEqual(["html"]);
  });
});
