import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { waczOf, warcOf } from "../makers/wacz.mjs";
import { codesOf, through } from "./through.ts";

const page = (title: string) =>
  `<!doctype html><title>${title}</title><article><h1>${title}</h1><p>${"Nobody has claimed the blast at the pier, the harbour master said on Monday. ".repeat(4)}</p></article>`;
const PAGES = [
  { address: "https://a.example/1", body: page("Pier blast") },
  { address: "https://a.example/2", body: page("Ferry strike") },
];

describe("a web archive", () => {
  it.each([
    ["plain", warcOf(PAGES)],
    ["packed record by record", warcOf(PAGES, { packed: true })],
    ["packed whole", new Uint8Array(gzipSync(warcOf(PAGES)))],
  ])("%s gives each page with its address and time of capture", async (_, bytes) => {
    const came = await through("crawl.warc", bytes);
    expect(came.documents.map((d) => [d.title, d.address])).toEqual([
      ["Pier blast", "https://a.example/1"],
      ["Ferry strike", "https://a.example/2"],
    ]);
    expect(came.inputs[0]?.captured).toBe("2031-03-04T09:00:00.000Z");
    expect(codesOf(came)).toEqual(["archive-records-skipped", "digests-checked"]);
  });

  it("that is cut short anywhere ends, gives what came before, and says where it breaks off", async () => {
    const whole = warcOf(PAGES);
    for (const share of [0.2, 0.5, 0.6, 0.8, 0.95]) {
      const came = await through("crawl.warc", whole.subarray(0, Math.floor(whole.length * share)));
      expect(came.documents.length, String(share)).toBeLessThanOrEqual(1);
      expect(
        codesOf(came).some((c) => c === "archive-broken" || c === "archive-without-documents"),
        String(share),
      ).toBe(true);
    }
    const cut = await through("crawl.warc", whole.subarray(0, whole.length - 100));
    expect(cut.documents.map((d) => d.title)).toEqual(["Pier blast"]);
    expect(cut.problems.at(-1)?.[1]).toMatch(/record 3 is cut short: \d+ of \d+ bytes are there/);
  });

  it("a page that is not what its record says is read, and told", async () => {
    const lying = [{ ...PAGES[0]!, digest: `sha256:${"0".repeat(64)}` }];
    const came = await through("crawl.warc", warcOf(lying));
    expect(came.documents).toHaveLength(1);
    expect(codesOf(came)).toContain("digest-differs");
  });

  it("a collection that was changed after its list was made is told, and so is one without a signature", async () => {
    expect(codesOf(await through("crawl.wacz", waczOf(PAGES)))).not.toContain("digest-differs");
    const codes = codesOf(await through("crawl.wacz", waczOf(PAGES, { tampered: true })));
    expect(codes).toContain("digest-differs");
    expect(codes).toContain("archive-unsigned");
  });
});
