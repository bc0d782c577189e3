// The tables of docs/reference/formats.md, from the manifests of the doors and formats. The words between them are the page's own.
import { limitInWords, refusedKinds } from "../../src/ingest/formats/manifests.ts";
import { ALL_MANIFESTS } from "../../src/ingest/manifests.ts";
import type { Manifest } from "../../src/ingest/types.ts";

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll("\n", " ");

/** A manifest as a row of the page. */
export function manifestRow(m: Manifest): string {
  const limits = m.limits.map(limitInWords).join(", ");
  const known = [m.mediaType, m.extensions.map((e) => `.${e}`).join(" ")].filter((s) => s !== "").join(", ");
  const needs = m.needs.length === 0 ? "nothing more" : m.needs.join(", ");
  return `| \`${m.name}\` ${m.version} | ${cell(known)} | ${cell(m.reads)} | ${m.offers.join(", ")} | ${limits} | ${needs} |`;
}

const table = (manifests: readonly Manifest[]) =>
  [
    "| format, version | known by | reads | offers | limits | needs |",
    "|---|---|---|---|---|---|",
    ...manifests.map(manifestRow),
  ].join("\n");

const TABLES: Readonly<Record<string, () => string>> = {
  doors: () => table(ALL_MANIFESTS.doors),
  documents: () => table(ALL_MANIFESTS.documents),
  archives: () => table(ALL_MANIFESTS.archives),
  records: () => table(ALL_MANIFESTS.records),
  refused: () =>
    ["| it is | do this |", "|---|---|", ...refusedKinds().map((r) => `| ${cell(r.what)} | ${cell(r.instead)} |`)].join(
      "\n",
    ),
};

/** The page with each marked table made anew. */
export function formatsPage(written: string): string {
  return written.replace(/<!-- made: (\w+) -->\n[\s\S]*?<!-- \/made -->/g, (_, name: string) => {
    return `<!-- made: ${name} -->\n${TABLES[name]!()}\n<!-- /made -->`;
  });
}
