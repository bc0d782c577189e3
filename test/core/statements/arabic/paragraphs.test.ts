import { expect, test } from "vitest";
import { count, PARAGRAPHS } from "./paragraphs.ts";
const half = process.env.HALF ?? "odd";
test("figures", () => {
  const c = count(PARAGRAPHS.filter(({ name }) => half === "all" || Number(name) % 2 === (half === "odd" ? 1 : 0)));
  const { wrong, ...rest } = c;
  console.log(rest, half === "odd" ? wrong.join("\n") : "");
  expect(c.labelled).toBeGreaterThan(40);
});
