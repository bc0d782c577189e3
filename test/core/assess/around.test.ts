import { describe, expect, it } from "vitest";
import { stakesOf } from "../../../src/core/around.ts";
import { viewCase } from "../../../src/core/case/view.ts";
import type { Attribution } from "../../../src/core/model/assessment.ts";
import { run } from "./run.ts";

describe("stakes [XP11]", () => {
  const { state, stake, explanation } = run();

  it("an actor that gains by what it pushes is listed with its statements; one that loses, or pushes another, is not", () => {
    const attribution = (byActor: string, whomActor: string, said: Attribution["said"] = "blames") =>
      ({
        statement: `${byActor}-${said}`,
        byActor,
        whomActor,
        said,
        quote: { document: "d", span: { start: 0, end: 1 }, quote: "x", paragraph: 1 },
      }) as Attribution;
    const known = {
      view: viewCase(state([explanation, stake("gain", "ministry", true), stake("loss", "league", false)])),
      documents: [],
    };
    const attributions = [
      attribution("ministry", "column"),
      attribution("ministry", "column", "denies"),
      attribution("ministry", "other"),
      attribution("league", "column"),
    ];
    const stakes = stakesOf(known, { attributions, nameOf: (id) => id.toUpperCase() });
    expect(stakes.map((s) => [s.actorName, s.explanationText, s.pushes.map((p) => p.statement)])).toEqual([
      ["MINISTRY", "The Column did it", ["ministry-blames"]],
      ["LEAGUE", "The Column did it", []],
    ]);
  });
});
