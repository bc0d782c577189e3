import { describe, expect, it } from "vitest";
import { compareRead } from "../../../src/core/lineage/compare.ts";
import { textOf } from "./read-text.ts";
import { HEAVY_REWRITE, ORIGINAL } from "./stories.ts";

const a = () => textOf("a", ORIGINAL);
const b = () => textOf("b", HEAVY_REWRITE);

describe("findDirection", () => {
  it("[LI5] the text that lost specifics and sources and gained colour is the copy, from the wording alone", () => {
    const { direction } = compareRead(a(), b());
    expect(direction).toMatchObject({ derived: "b", basis: "wording" });
  });

  it("[LI5] exchanging the texts exchanges the answer", () => {
    const [there, back] = [compareRead(a(), b()).direction, compareRead(b(), a()).direction];
    expect(back.derived).toBe("a");
    expect(back.probability).toBeCloseTo(1 - there.probability, 12);
  });

  it("[LI5] the same words without time or credit leave the direction open", () => {
    expect(compareRead(a(), textOf("b", ORIGINAL)).direction).toMatchObject({ derived: null, probability: 0.5 });
  });

  it("[LI5] length alone decides nothing: every second sentence of a text says all the same of itself", () => {
    const plain = "The harbour stays shut. Boats lie at the quay. Nobody works there today. The cranes stand still.";
    const longer = `${plain} ${plain.replace("today", "now")}`;
    expect(compareRead(textOf("a", longer), textOf("b", plain)).direction.derived).toBeNull();
  });

  it("[LI5] time outweighs the wording, where the days do not overlap", () => {
    const late = textOf("a", ORIGINAL, { day: "2031-03-06" });
    const early = textOf("b", HEAVY_REWRITE, { day: "2031-03-05" });
    expect(compareRead(late, early).direction).toMatchObject({ derived: "a", basis: "time" });
    const same = textOf("a", ORIGINAL, { day: "2031-03-05" });
    expect(compareRead(same, early).direction).toMatchObject({ derived: "b", basis: "wording" });
  });

  it("[LI5] a credit to the other's publisher outweighs time and wording", () => {
    const early = textOf("a", `${ORIGINAL}\nThis story first appeared in the Coast Ledger.`, {
      day: "2031-03-05",
      publisher: "Quillon Wire",
    });
    const late = textOf("b", HEAVY_REWRITE, { day: "2031-03-06", publisher: "Coast Ledger" });
    expect(compareRead(early, late).direction).toMatchObject({ derived: "a", basis: "credit" });
  });

  it("[LI5] a feed footer that names the text's own publisher is no credit", () => {
    const footed = `${ORIGINAL}\nThe post Raid at Tolvar appeared first on Quillon Wire.`;
    const own = textOf("a", footed, { publisher: "Quillon Wire" });
    const other = textOf("b", HEAVY_REWRITE, { publisher: "Coast Ledger" });
    expect(compareRead(own, other).direction).toMatchObject({ derived: "b", basis: "wording" });
    const wires = textOf("b", HEAVY_REWRITE, { publisher: "Quillon Wire" });
    expect(compareRead(textOf("a", footed, { publisher: "Coast Ledger" }), wires).direction).toMatchObject({
      derived: "a",
      basis: "credit",
    });
  });

  it("[LI5] a link to the other's address is a credit; a link to its host is not", () => {
    const url = "https://www.ledger.example/raid?from=feed";
    const linked = (link: string) =>
      compareRead(textOf("a", ORIGINAL, { links: [link] }), textOf("b", HEAVY_REWRITE, { url })).direction;
    expect(linked("http://ledger.example/raid/")).toMatchObject({ derived: "a", basis: "credit" });
    expect(linked("http://ledger.example/")).toMatchObject({ derived: "b", basis: "wording" });
  });
});
