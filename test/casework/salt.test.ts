import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { saltOfCase } from "../../src/casework/salt.ts";

const dir = mkdtempSync(join(tmpdir(), "silverblaze-salt-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function caseAt(name: string): string {
  const path = join(dir, name);
  writeFileSync(path, "a case");
  return path;
}

describe("[NA4] the salt of a case", () => {
  test("is made when first asked for, readable by its owner alone, and stays", () => {
    const path = caseAt("a.silverblaze");
    const salt = saltOfCase(path)();
    expect(salt).toHaveLength(32);
    expect(statSync(`${path}.salt`).mode & 0o777).toBe(0o600);
    expect(saltOfCase(path)()).toEqual(Buffer.from(salt));
    expect(saltOfCase(caseAt("b.silverblaze"))()).not.toEqual(salt);
  });

  test("is the same through a link to the case", () => {
    const path = caseAt("c.silverblaze");
    symlinkSync(path, join(dir, "link.silverblaze"));
    expect(Buffer.from(saltOfCase(join(dir, "link.silverblaze"))())).toEqual(Buffer.from(saltOfCase(path)()));
  });

  test("that is broken is an error that says what it is, never a new salt", () => {
    const path = caseAt("d.silverblaze");
    writeFileSync(`${path}.salt`, "abcd");
    expect(() => saltOfCase(path)()).toThrow(/\.salt is broken/);
  });
});
