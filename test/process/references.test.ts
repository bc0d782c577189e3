import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";

const folder = fileURLToPath(new URL("../reference/", import.meta.url));
const copy = mkdtempSync(join(tmpdir(), "silverblaze-reference-"));
cpSync(folder, copy, { recursive: true });
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const names = readdirSync(folder, { withFileTypes: true }).filter((e) => e.isDirectory());
const withR = spawnSync("Rscript", ["-e", "library(survival)"]).status === 0;

/** Where two values differ by more than the tolerance: other versions of R may differ in the last digits. */
function differences(now: unknown, kept: unknown, path = ""): string[] {
  if (path === "/made") return [];
  if (typeof now === "number" && typeof kept === "number") {
    const near = Math.abs(now - kept) <= 1e-9 * Math.max(1e-300, Math.abs(now), Math.abs(kept));
    return near ? [] : [`${path}: ${kept}, now ${now}`];
  }
  if (typeof now !== "object" || now === null || typeof kept !== "object" || kept === null) {
    return Object.is(now, kept) ? [] : [`${path}: ${JSON.stringify(kept)}, now ${JSON.stringify(now)}`];
  }
  const keys = new Set([...Object.keys(now), ...Object.keys(kept)]);
  return [...keys].flatMap((key) =>
    differences((now as Record<string, unknown>)[key], (kept as Record<string, unknown>)[key], `${path}/${key}`),
  );
}

it.for(names.map((e) => e.name))(
  "%s: make.R, run afresh, writes the expected.json that the tests use",
  (name, { skip }) => {
    if (!withR) skip("there is no Rscript with the package survival here");
    const at = join(copy, name);
    rmSync(join(at, "expected.json"));
    const { status, stderr } = spawnSync("Rscript", ["make.R"], { cwd: at, encoding: "utf8" });
    expect(status, stderr).toBe(0);
    const read = (path: string) => JSON.parse(readFileSync(join(path, name, "expected.json"), "utf8"));
    expect(differences(read(copy), read(folder))).toEqual([]);
  },
);

it("the comparison sees a digit that differs, and a value that is gone", () => {
  expect(differences({ a: [1, 2] }, { a: [1, 2.00001] })).toEqual(["/a/1: 2.00001, now 2"]);
  expect(differences({ a: 1 }, { a: 1, b: null })).toEqual(["/b: null, now undefined"]);
});
