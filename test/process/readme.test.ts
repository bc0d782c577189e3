import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { commandsOf, read, root, wordsOf } from "../docs/markdown.ts";

const bin = join(root, "dist/bin/silverblaze.js");
const cwd = mkdtempSync(join(tmpdir(), "silverblaze-readme-"));
symlinkSync(join(root, "examples"), join(cwd, "examples"));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

function silverblaze(line: string) {
  return spawnSync(process.execPath, [bin, ...wordsOf(line).slice(1)], { cwd, encoding: "utf8", input: "" });
}

/** A line that names only files that are there; others show a form, such as `CASE` or `draft.txt`. */
function runs(line: string): boolean {
  const args = wordsOf(line).slice(2);
  const names = args.filter((a, i) => !a.startsWith("-") && /[./…]|^[A-Z]+$/.test(a) && args[i - 1] !== "--lag");
  return names.every((n) => existsSync(join(root, n)));
}

const pages = ["README.md", "docs/guide/first-check.md", "examples/demo/README.md"];
/** Each line once, with the first page that has it. */
const lines = [
  ...new Map(
    pages
      .flatMap((page) => commandsOf(read(page)).map((line) => [line, page] as const))
      .filter(([line]) => runs(line))
      .reverse(),
  ),
].map(([line, page]) => [page, line] as const);

describe("the commands of the README and the first guide, on the built program", () => {
  it("there are some to run on each page", () => {
    for (const page of pages) expect(commandsOf(read(page)).filter(runs).length, page).toBeGreaterThanOrEqual(3);
  });

  it.each(lines)("%s: %s", (_page, line = "") => {
    const { status, stdout, stderr } = silverblaze(line);
    expect(status, stderr).toBe(line.includes("--strict") ? 4 : 0);
    expect(stdout.length).toBeGreaterThan(100);
  });

  it("the outputs shown are what the program prints; npm run docs puts them in", () => {
    const { status, stdout } = spawnSync(process.execPath, ["scripts/fill-outputs.mjs", "--check"], {
      cwd: root,
      encoding: "utf8",
    });
    expect(stdout).toBe("outputs in no page changed\n");
    expect(status).toBe(0);
  });

  it("npm run demo, as the README says: the demonstration ends and the files that it names are there", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(read("README.md")).toContain("npm ci && npm run demo\nnpm ci && npm test\n");
    expect(scripts.demo).toBe("node dist/bin/silverblaze.js demo");
    const { status, stdout, stderr } = silverblaze("silverblaze demo");
    expect(status, stderr).toBe(0);
    expect(stdout).toContain("Demonstration: invented texts");
    const written = stdout.slice(stdout.indexOf("Written:")).match(/^ {2}\S+$/gm) ?? [];
    expect(written.length).toBeGreaterThanOrEqual(2);
    for (const file of written) expect(existsSync(join(cwd, file.trim())), file).toBe(true);
  });

  it("the library example runs as it stands", () => {
    const code = /^```js\n(.*?)^```/ms.exec(read("README.md"))?.[1] ?? "";
    const out = execFileSync(process.execPath, ["--input-type=module", "--eval", code], {
      cwd: root,
      encoding: "utf8",
    });
    expect(out).toMatch(/^(light-edit|heavy-rewrite) b (time|wording)\n/);
    expect(out).toContain("blames");
    expect(out).toContain("holds: true");
  });
});

describe("the schemas", () => {
  it("are those of the types in the code; npm run docs makes them", () => {
    const { stdout, status } = spawnSync(process.execPath, ["scripts/make-schemas.mjs", "--check"], {
      cwd: root,
      encoding: "utf8",
    });
    expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
  });
});
