import { describe, expect, it } from "vitest";
import { codesOf, through } from "./containers/through.ts";
import { faultsOf, ROUND_TRIP } from "./makers/round-trip.mjs";

describe("what a person would write down of a document is what is read", () => {
  it.each(ROUND_TRIP.map((trip) => [trip.name, trip] as const))(
    "%s",
    async (name, { bytes, wants, told = [], refused }) => {
      const came = await through(name, bytes);
      expect(came.documents.length, codesOf(came).join()).toBe(wants.length);
      expect(wants.flatMap((want, i) => faultsOf(want, came.documents[i]!))).toEqual([]);
      for (const code of refused === undefined ? told : [refused]) expect(codesOf(came)).toContain(code);
    },
  );

  it("twelve pages, four PDFs, two Word files, a web archive, an export of posts and a feed", () => {
    const endings = ROUND_TRIP.map((t) => t.name.split(".").at(-1));
    const count = (ending: string) => endings.filter((e) => e === ending).length;
    expect(["html", "pdf", "docx", "wacz", "json", "rss"].map(count)).toEqual([12, 4, 2, 1, 1, 1]);
  });
});
