import { describe, expect, test } from "vitest";
import actors from "../../../src/core/data/actors.json" with { type: "json" };
import places from "../../../src/core/data/places.json" with { type: "json" };
import states from "../../../src/core/data/states.json" with { type: "json" };
import { isId } from "../../../src/core/model/id.ts";
import { actorById, actorName, shippedGazetteer, stateOf, withParents } from "../../../src/core/text/gazetteer.ts";
import { keysOf } from "../../../src/core/text/units.ts";

const twice = (all: readonly string[]) => all.filter((x, i) => all.indexOf(x) !== i);

describe("the shipped gazetteer", () => {
  test("[ST7] every id is one, and once", () => {
    const ids = [...shippedGazetteer.actors, ...shippedGazetteer.states].map((row) => row.id);
    expect(twice(ids)).toEqual([]);
    expect(ids.filter((id) => !isId(id) || id !== id.toLowerCase())).toEqual([]);
    const placeIds = new Set(shippedGazetteer.places.map((p) => p.id));
    expect(placeIds.size).toBe(shippedGazetteer.places.length);
  });

  test("[ST7] no name belongs to two actors, in any spelling that look-up takes for one", () => {
    const names = [...shippedGazetteer.actors, ...shippedGazetteer.states].flatMap((row) =>
      [
        ...new Set(
          Object.values(row.names)
            .flat()
            .map((name) => keysOf(name).join(" ")),
        ),
      ].map((key) => `${key}\t${row.id}`),
    );
    const owners = new Map<string, string[]>();
    for (const [key, id] of names.map((n) => n.split("\t") as [string, string]))
      owners.set(key, [...(owners.get(key) ?? []), id]);
    expect([...owners].filter(([, ids]) => ids.length > 1)).toEqual([]);
  });

  test("[ST7] every row says where its names can be looked up, every source its licence", () => {
    const sources = new Set(Object.keys(actors.sources));
    expect(actors.actors.filter((row) => row.source.length === 0 || row.source.some((s) => !sources.has(s)))).toEqual(
      [],
    );
    const own = actors.actors.filter((row) => row.source.includes("self") && !("address" in row));
    expect(own).toEqual([]);
    for (const file of [actors, states, places]) {
      for (const source of Object.values(file.sources))
        expect(source.name && source.address && source.licence).toBeTruthy();
    }
  });

  test("[ST7] what an actor is part of exists, and leads up without a circle", () => {
    for (const row of shippedGazetteer.actors) {
      for (const id of [row.partOf, row.metonym])
        if (id !== undefined) expect(actorById(id), `${row.id}: ${id}`).not.toBeNull();
      expect(withParents(row.id).at(-1)).not.toBe(row.partOf === undefined ? "" : row.id);
    }
  });

  test("[ST7] the 193 members of the United Nations have name, adjective and Arabic name", () => {
    expect(states.states.filter((s) => "member" in s && s.member).length).toBe(193);
    const bare = states.states.filter((s) => s.names.ar.length === 0 || !s.names.en[0] || !s.adjectives.en[0]);
    expect(bare.map((s) => s.code)).toEqual([]);
  });

  test("[ST7] what a state has is an actor by its id, with names in both languages", () => {
    expect(actorById("syria-interior-ministry")).toEqual({
      id: "syria-interior-ministry",
      kind: "ministry",
      names: { en: ["Syrian Interior Ministry"], ar: ["وزارة الداخلية السورية"] },
      partOf: "syria",
      country: "SY",
    });
    expect(actorName("united-kingdom")).toBe("United Kingdom");
    expect(actorById("nowhere-interior-ministry")).toBeNull();
    expect(stateOf("KE")?.id).toBe("kenya");
    expect(withParents("amaq")).toEqual(["amaq", "islamic-state"]);
  });

  test("[ST7] every place has a country and a known kind, and the file stays small", () => {
    const odd = shippedGazetteer.places.filter(
      (p) => !/^[A-Z]{2}$/.test(p.country) || !["country", "region", "city", "site"].includes(p.kind),
    );
    expect(odd).toEqual([]);
    expect(JSON.stringify(places).length).toBeLessThan(600_000);
  });
});
