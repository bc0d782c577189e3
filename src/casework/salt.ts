// The salt of a case: beside it, never in it, so that neither an export nor the case file itself leads from a mark to a name [NA4].

import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, readFileSync, realpathSync, writeSync } from "node:fs";
import { ProblemError, problem } from "../core/model/problem.ts";

const LENGTH = 32;

/** The salt of the case at that path; made when it is first asked for, readable by its owner alone. */
export function saltOfCase(casePath: string): () => Uint8Array {
  let salt: Uint8Array | null = null;
  return () => {
    salt ??= readOrMake(`${realpathSync(casePath)}.salt`);
    return salt;
  };
}

function readOrMake(path: string): Uint8Array {
  try {
    const file = openSync(path, "wx", 0o600);
    const fresh = randomBytes(LENGTH);
    try {
      writeSync(file, fresh.toString("hex"));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return fresh;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const kept = Buffer.from(readFileSync(path, "utf8").trim(), "hex");
  if (kept.length !== LENGTH) throw new ProblemError([problem("salt-broken", { path })]);
  return kept;
}
