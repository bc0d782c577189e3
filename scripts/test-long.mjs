// Runs the tests that take minutes; those that need a folder of hostile texts say what they left out without it.
// Usage: npm run test:long [-- --data DIR] [NAME…]
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({ options: { data: { type: "string" } }, allowPositionals: true });
const env = { ...process.env, ...(values.data === undefined ? {} : { SILVERBLAZE_HOSTILE: values.data }) };
const run = ["vitest", "run", "--config", "vitest.long.config.ts", ...positionals];
process.exit(spawnSync("npx", ["--no-install", ...run], { env, stdio: "inherit" }).status ?? 1);
