// Opens a case, which upgrades it; in the midst of the upgrade it says so, and with "hold" stays there.

import { writeSync } from "node:fs";
import { openStore } from "../../../dist/store/store.entry.js";

const [path, hold] = process.argv.slice(2);
const now = () => {
  writeSync(1, "inside\n");
  if (hold === "hold") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  return "2031-03-03T06:00:00.000Z";
};
const store = await openStore(path, { now });
writeSync(1, "open\n");
await store.close();
