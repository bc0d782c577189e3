// After tsc: the command is made executable.
import { chmodSync, existsSync } from "node:fs";

const bin = new URL("../dist/bin/silverblaze.js", import.meta.url);
if (existsSync(bin)) chmodSync(bin, 0o755);
