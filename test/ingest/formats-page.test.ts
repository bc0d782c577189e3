import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { limitInWords, MANIFESTS, RECORD_MANIFESTS, refusedKinds } from "../../src/ingest/formats/manifests.ts";
import { OWN_COLUMNS } from "../../src/ingest/records/columns.ts";
import { textFormatOf } from "../../src/ingest/sniff.ts";
import { LIMITS, type Limits, type Manifest } from "../../src/ingest/types.ts";

const page = readFileSync(new URL("../../docs/reference/formats.md", import.meta.url), "utf8");

/** A manifest as a row of the page. */
function row(m: Manifest): string {
  const limits = m.limits.map(limitInWords).join(", ");
  const endings = m.extensions.map((e) => `.${e}`).join(" ");
  const needs = m.needs.length === 0 ? "nothing more" : m.needs.join(", ");
  return `| \`${m.name}\` ${m.version} | ${m.mediaType}, ${endings} | ${m.reads} | ${m.offers.join(", ")} | ${limits} | ${needs} |`;
}

describe("docs/reference/formats.md", () => {
  it("has a row of each format as its manifest says, and none besides", () => {
    const rows = [...Object.values(MANIFESTS), ...Object.values(RECORD_MANIFESTS)].map(row);
    for (const r of rows) expect(page).toContain(`${r}\n`);
    expect(page.match(/^\| `[\w-]+` \d+ \|/gm)).toHaveLength(rows.length);
  });

  it("names each limit with its figure, each kind that is refused with what to do, each column of our records", () => {
    for (const limit of Object.keys(LIMITS) as (keyof Limits)[]) expect(page).toContain(limitInWords(limit));
    for (const { what, instead } of refusedKinds()) expect(page).toContain(`| ${what} | ${instead} |`);
    for (const column of OWN_COLUMNS) expect(page).toContain(`| \`${column}\` |`);
  });

  it("names endings that are read as that format when the content leaves it open", () => {
    for (const m of Object.values(MANIFESTS)) {
      for (const ending of m.extensions) expect(textFormatOf("One <b>two</b>.\n", `a.${ending}`)).toBe(m.name);
    }
  });
});
