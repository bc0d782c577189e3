import fc from "fast-check";
import { expect, test } from "vitest";
import { csvRows, linesOf } from "../../../src/ingest/records/csv.ts";

const rows = (text: string, delimiter = ",") => [...csvRows(linesOf([text]), delimiter)];
const cells = (text: string, delimiter?: string) => rows(text, delimiter).map((r) => r.cells);

test("cells in marks may hold separators, doubled marks and line breaks; spaces outside the marks are none of theirs", () => {
  expect(rows('a, "b,""c""" ,d\r\n"e\r\nf",,\n')).toEqual([
    { line: 1, cells: ["a", 'b,"c"', "d"] },
    { line: 2, cells: ["e\nf", "", ""] },
  ]);
  expect(cells('"a"\t\tb\n', "\t")).toEqual([["a", "", "b"]]);
  expect(cells('""\n"",\n')).toEqual([[""], ["", ""]]);
  expect(cells("a\rb\r")).toEqual([["a"], ["b"]]);
});

test("a broken row is told by its line and costs no other row", () => {
  expect(rows('a,"b\nc,d\ne,f"g\nh,i')).toEqual([
    { line: 1, cells: [], broken: expect.stringContaining("inside a cell") },
    { line: 2, cells: ["c", "d"] },
    { line: 3, cells: [], broken: expect.stringContaining("inside a cell") },
    { line: 4, cells: ["h", "i"] },
  ]);
});

test("any table comes back from its CSV, however the text is cut into pieces", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", " ", "é", ";") });
  const tables = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(tables, fc.integer({ min: 1, max: 7 }), fc.constantFrom("\n", "\r\n"), (table, size, end) => {
      const text = table.map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(",")).join(end) + end;
      const pieces = text.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [];
      const read = [...csvRows(linesOf(pieces), ",")].filter((r) => r.broken === undefined);
      expect(read.map((r) => r.cells)).toEqual(table);
    }),
    { seed: 7, numRuns: 300 },
  );
});
