import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tauOf } from "../../../src/core/lineage/measures.ts";
import { scanWords, type Words } from "../../../src/core/lineage/scan.ts";
import { sketch } from "../../../src/core/lineage/sketch.ts";
import { holds, runsOf, sharedCount } from "../../../src/core/lineage/sorted.ts";
import { vocabulary } from "../../../src/core/lineage/vocabulary.ts";
import { wordsOf } from "../../../src/core/text/words.ts";
import { textOf } from "./read-text.ts";

const letters = vocabulary();

const scanned = (text: string) => {
  const into: Words = { spelling: [], start: [], end: [], quoted: [] };
  scanWords(text, { start: 0, end: text.length }, { into, vocabulary: letters });
  return into.start.map((start, i) => [
    text.slice(start, into.end[i]),
    letters.stemOf(into.spelling[i]?.stem ?? -1),
    letters.stemOf(into.spelling[i]?.norm ?? -1),
  ]);
};

describe("scanWords", () => {
  it.each([
    "The U.S. and U.N. met; A. Varrow's boat didn't sail.",
    "It cost 1,234.50 marks on 3 March 2031, no. 7b.",
    "naïve Ørsted – ‘Tolvar’s’ quay… rock'n'roll_x",
    "قال المتحدث إن ٣ زوارق ووصلت إلى الميناء",
    "ends mid-abbreviation U.S.",
  ])("[LI1] finds the words that wordsOf finds: %s", (text) => {
    expect(scanned(text)).toEqual(wordsOf(text).map((w) => [text.slice(w.start, w.end), w.stem, w.norm]));
  });

  it("[LI1] finds them in any text", () => {
    const unit = fc.constantFrom(..."aBcU.'’1,9 -_éقلا\u0640٣\n\u0301".split(""), "word", "The ", "\u{1F600}");
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), (parts) => {
        const text = parts.join("");
        expect(scanned(text).map((w) => w[0])).toEqual(wordsOf(text).map((w) => text.slice(w.start, w.end)));
      }),
      { seed: 21, numRuns: 400 },
    );
  });
});

describe("sketch", () => {
  it("[LI3] what stands between quote marks is no word of the reporter's own", () => {
    const own = "The harbour of Tolvar closed at noon on Friday, and two patrol boats were sent out along the coast. ";
    const said = '"We never saw the boats until the lamps went out," said the keeper.';
    const { plain, quoted } = sketch(textOf("a", own + said), letters);
    const lamps = letters.idOf(letters.stem("lamps"));
    expect([holds(plain.ids, lamps), holds(quoted.ids, lamps)]).toEqual([false, true]);
  });

  it("[LI3] a text that is mostly quotations is compared whole", () => {
    const { plain } = sketch(
      textOf("a", 'He said: "We never saw the boats until the lamps went out last night."'),
      letters,
    );
    expect(holds(plain.ids, letters.idOf(letters.stem("lamps")))).toBe(true);
  });

  it("[LI8] is the same whatever the vocabulary has seen before", () => {
    const text = textOf(
      "a",
      'Gunmen raided Tolvar harbour on 3 March. "Nobody warned the patrol boats," Ilke Varrow said.',
    );
    const [x, y] = [vocabulary(), vocabulary()];
    sketch(textOf("b", "Varrow warned harbour boats before the raid."), y);
    const plain = ({ stems, plain, quoted, three, five, hash, tally }: ReturnType<typeof sketch>) => ({
      weights: [stems.weight, plain.weight, quoted.weight],
      runs: [three.hash, five],
      hash,
      tally,
    });
    expect(plain(sketch(text, y))).toEqual(plain(sketch(text, x)));
  });
});

describe("measures", () => {
  it("[LI3] Kendall's tau through a tree is that of all pairs", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 12 }), (places) => {
        let sum = 0;
        places.forEach((p, i) => {
          for (const q of places.slice(i + 1)) sum += Math.sign(q - p);
        });
        expect(tauOf(places)).toBeCloseTo(sum / ((places.length * (places.length - 1)) / 2), 12);
      }),
      { seed: 22 },
    );
  });

  it("[LI3] runs of two rows share what both have in order", () => {
    const a = runsOf([[1, 2, 3, 4]], 3);
    const b = runsOf(
      [
        [9, 2, 3, 4],
        [4, 3, 2],
      ],
      3,
    );
    expect([a.hash.length, b.hash.length, sharedCount(a.hash, b.hash)]).toEqual([2, 3, 1]);
  });
});
