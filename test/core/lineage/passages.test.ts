import { describe, expect, it } from "vitest";
import { type TracedText, traceLineage } from "../../../src/core/lineage/trace.ts";
import type { TextInfo } from "../../../src/core/model/reading.ts";
import { wholeDay } from "../../../src/core/model/time.ts";
import { readText } from "../../../src/core/read.ts";
import { INDEPENDENT, ORIGINAL, UNRELATED } from "./stories.ts";

function textOf(id: string, text: string, { day, ...more }: Partial<TextInfo> & { day: string }): TracedText {
  const info: TextInfo = { id, text, language: "en", published: wholeDay(day), ...more };
  return { info, reading: readText(info) };
}

const wire = textOf("wire", ORIGINAL, { publisher: "Quillon Wire", day: "2031-03-03" });
const SENTENCE = "Investigators recovered 112 cartridge cases and a damaged radio from the quay.";

const passages = (...texts: TracedText[]) =>
  traceLineage(texts).passages.map(({ document, span, from, origin, by }) => {
    const text = texts.find((t) => t.info.id === document)?.info.text ?? "";
    return [document, text.slice(span.start, span.end), from, origin, by];
  });

describe("passages", () => {
  it("[LI6] a sentence told on another outlet's word has that outlet's report for its origin, its document another", () => {
    const told = "The Quillon Wire reported that the attackers came in two boats.";
    const ledger = textOf("ledger", `${INDEPENDENT}\n${told}`, { publisher: "Coast Ledger", day: "2031-03-04" });
    expect(passages(wire, ledger)).toEqual([["ledger", told, "wire", "wire", "credit"]]);
    expect(traceLineage([wire, ledger]).origins).toHaveLength(2);
  });

  it("[LI6] of an outlet's reports the one that shares the sentence's words is meant, and none that came later", () => {
    const told = "The Quillon Wire reported that the Pellworth Museum will show paintings by Ada Minter.";
    const ledger = textOf("ledger", `${INDEPENDENT}\n${told}`, { publisher: "Coast Ledger", day: "2031-03-04" });
    const museum = (day: string) => textOf("museum", UNRELATED, { publisher: "Quillon Wire", day });
    expect(passages(wire, museum("2031-03-02"), ledger).map((p) => p[2])).toEqual(["museum"]);
    expect(passages(wire, museum("2031-03-09"), ledger).map((p) => p[2])).toEqual(["wire"]);
  });

  it("[LI6] a sentence that stands word for word in an earlier report comes from there; of one day nobody knows", () => {
    const ledger = (day: string) => textOf("ledger", `${INDEPENDENT}\n${SENTENCE}`, { publisher: "Coast Ledger", day });
    expect(passages(wire, ledger("2031-03-04"))).toEqual([["ledger", SENTENCE, "wire", "wire", "wording"]]);
    expect(passages(wire, ledger("2031-03-03"))).toEqual([]);
  });

  it("[LI6] within one origin there is no passage of another", () => {
    const copy = textOf("copy", ORIGINAL.replace("shortly before", "just before"), {
      publisher: "Coast Ledger",
      day: "2031-03-05",
    });
    expect(passages(wire, copy)).toEqual([]);
  });

  it("[LI8] the order of texts changes no passage", () => {
    const ledger = textOf("ledger", `${INDEPENDENT}\n${SENTENCE}`, { publisher: "Coast Ledger", day: "2031-03-04" });
    expect(traceLineage([ledger, wire]).passages).toEqual(traceLineage([wire, ledger]).passages);
  });
});
