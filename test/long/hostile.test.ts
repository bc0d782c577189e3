import { expect, test } from "vitest";
import { findStatements } from "../../src/core/statements.entry.ts";
import { faultsIn } from "../core/statements/spans.ts";
import { HOSTILE_FOLDER, hostileTexts } from "./hostile-texts.ts";

test.skipIf(HOSTILE_FOLDER === undefined)(
  "[ST1] every span slices to its quote on each file of the folder, read as UTF-8 and as Latin 1 (left out without --data DIR)",
  () => {
    const texts = hostileTexts(HOSTILE_FOLDER!);
    expect(texts.length).toBeGreaterThan(0);
    let statements = 0;
    for (const { name, text } of texts) {
      const found = findStatements(text);
      statements += found.statements.length;
      expect(faultsIn(found, new Map([[undefined, text]])), name).toEqual([]);
    }
    console.log(`${texts.length} texts, ${statements} statements`);
  },
);
