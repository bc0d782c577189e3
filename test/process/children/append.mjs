// Appends to a case and prints each acknowledged event, once it is acknowledged.
// append.mjs CASE WHO COUNT: COUNT events one by one, and beside every third a blob; tries again when another process was first.

import { writeSync } from "node:fs";
import { HeadMoved, openStore } from "../../../dist/store/store.entry.js";

const [path, who, count] = process.argv.slice(2);
const store = await openStore(path);
const say = (line) => writeSync(1, `${line}\n`);
let head = await store.head();
say("open");
for (let i = 0; i < Number(count); ) {
  const body = { title: `${who} ${i}`, languages: ["en"], purpose: "to test", displayWarnings: false };
  try {
    if (i % 3 === 0) await store.putBlob(new TextEncoder().encode(`${who}, blob ${i}`));
    head = await store.append([{ type: "case.stated", v: 1, who, body }], head);
    say(`${head.seq} ${head.hash}`);
    i++;
  } catch (error) {
    if (!(error instanceof HeadMoved)) throw error;
    head = error.head;
  }
}
await store.close();
