import { expect, test } from "vitest";
import { input, read as readInput } from "../fixtures.ts";

const read = (text: string) => readInput(input("wire.txt", text));

test("lines at the top that say what a plain text is are read, and are no part of the text", async () => {
  const doc = await read("Published: 2031-03-03 09:10 UTC\r\nPublisher: Maren Wire\r\n\r\nTwo guards killed.\r\n");
  expect(doc.published?.edtf).toBe("2031-03-03T09:10Z");
  expect(doc.publisher).toBe("Maren Wire");
  expect(doc.text).toBe("Two guards killed.\n");
  expect(doc.offsets[0]?.original).toBe(58);
});

test.each([
  ["no blank line closes them", "Published: 2031-03-03\nTwo guards killed.\n"],
  ["a key is none that we know", "Weather: fine\n\nTwo guards killed.\n"],
  ["they stand further down", "Two guards killed.\n\nPublisher: Maren Wire\n\nMore.\n"],
])("where %s, the text stays as it stands", async (_why, text) => {
  const doc = await read(text);
  expect(doc.text).toBe(text);
  expect(doc.publisher).toBeUndefined();
});
