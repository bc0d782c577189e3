import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { postingRings } from "../../../src/core/lineage/posting-rings.ts";

describe("postingRings", () => {
  it("[LI2] lists the newest holders of each key, as plain lists would, whatever is pushed and dropped", () => {
    const step = fc.record({ key: fc.integer({ min: 0, max: 5 }), drops: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), fc.integer({ min: 1, max: 40 }), (steps, most) => {
        const rings = postingRings(6, most);
        const plain = Array.from({ length: 6 }, (): number[] => []);
        const into = new Int32Array(400);
        steps.forEach(({ key, drops }, holder) => {
          const list = plain[key] as number[];
          if (drops && list.length > 0) {
            list.shift();
            rings.drop(key);
          } else {
            list.push(holder);
            rings.push(key, holder);
          }
          expect(rings.held(key)).toBe(list.length);
          if (list.length > most) return;
          const count = rings.list(key, into, 0);
          expect(Array.from(into.subarray(0, count))).toEqual([...list].reverse());
        });
      }),
      { seed: 21, numRuns: 200 },
    );
  });
});
