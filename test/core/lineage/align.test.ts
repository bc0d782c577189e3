import { describe, expect, it } from "vitest";
import { findChanges } from "../../../src/core/lineage/changes.ts";
import { textOf } from "./read-text.ts";
import { HEAVY_REWRITE, ORIGINAL } from "./stories.ts";

const groups = (a: string, b: string) =>
  findChanges(textOf("a", a), textOf("b", b)).alignment.map((g) =>
    [g.a.join("+"), g.b.join("+"), g.moved === true ? "moved" : ""].join("|"),
  );

describe("findChanges lays sentences side by side", () => {
  it("[LI4] the rewrite's sentences stand beside the original's, and what has no counterpart stands alone", () => {
    // Labelled by hand. The rewrite's fourth sentence keeps one word of the original's fourth: too little to be laid beside it.
    expect(groups(ORIGINAL, HEAVY_REWRITE).sort()).toEqual(
      ["0|0|", "1|1|", "2|2|", "3||", "|3|", "4|4|", "5||", "6|5|", "7|6|", "8|7|"].sort(),
    );
  });

  it("[LI4] two sentences made one are a merge, one made two a split", () => {
    const two = "The governor closed the harbour on Friday. Soldiers patrol the northern quay.";
    const one = "The governor closed the harbour on Friday while soldiers patrol the northern quay.";
    expect(groups(two, one)).toEqual(["0+1|0|"]);
    expect(groups(one, two)).toEqual(["0|0+1|"]);
  });

  it("[LI4] a sentence told elsewhere is moved", () => {
    const [x, y, z] = [
      "Divers found a sunken ferry near Tolvar.",
      "Prices of barley doubled in Belcastre.",
      "The choir of Almady sang outdoors.",
    ];
    expect(groups(`${x} ${y} ${z}`, `${y} ${z} ${x}`).sort()).toEqual(["0|2|moved", "1|0|", "2|1|"]);
  });

  it("[LI4] sentences of footers are laid beside nothing", () => {
    const changes = findChanges(
      textOf("a", `${ORIGINAL}\nThe post Raid appeared first on Quillon Wire.`),
      textOf("b", ORIGINAL),
    );
    expect(changes.dropped).toEqual([]);
  });
});
