import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

// DESIGN asks for 2.5; bench/startup.mjs measures it on a quiet machine. Here others may be busy, so the bound is wide: it catches a
// command's code, or a package, loaded at every start, which costs several times that.
it("--help takes at most four times as long as an empty Node", () => {
  const bench = fileURLToPath(new URL("../../bench/startup.mjs", import.meta.url));
  const line = execFileSync(process.execPath, [bench, "9"], { encoding: "utf8" });
  process.stdout.write(line);
  const ratio = Number(/ratio ([\d.]+)/.exec(line)?.[1]);
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThanOrEqual(4);
});
