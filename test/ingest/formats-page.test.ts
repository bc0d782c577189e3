import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { limitInWords, MANIFESTS } from "../../src/ingest/formats/manifests.ts";
import { ALL_MANIFESTS } from "../../src/ingest/manifests.ts";
import { OWN_COLUMNS } from "../../src/ingest/records/columns.ts";
import { textFormatOf } from "../../src/ingest/sniff.ts";
import { LIMITS, type Limits } from "../../src/ingest/types.ts";
import { formatsPage } from "../docs/formats-page.ts";

const page = formatsPage(readFileSync(new URL("../../docs/reference/formats.md", import.meta.url), "utf8"));

describe("docs/reference/formats.md", () => {
  it("has a row of each door and format, and none besides", () => {
    const all = Object.values(ALL_MANIFESTS).flat();
    expect(page.match(/^\| `[\w-]+` \d+ \|/gm)).toHaveLength(all.length);
    expect(new Set(all.map((m) => m.name)).size).toBe(all.length);
  });

  it("names each limit with its figure, and each column of our records", () => {
    for (const limit of Object.keys(LIMITS) as (keyof Limits)[]) expect(page).toContain(limitInWords(limit));
    for (const column of OWN_COLUMNS) expect(page).toContain(`| \`${column}\` |`);
  });

  it("names endings that are read as that format when the content leaves it open", () => {
    for (const m of Object.values(MANIFESTS)) {
      for (const ending of m.extensions) expect(textFormatOf("One <b>two</b>.\n", `a.${ending}`)).toBe(m.name);
    }
  });
});
