// What is read of documents of every shape, beside what a person would write down: the table of test/ingest/round-trip.test.ts.
// Usage: npm run build && node bench/round-trip.mjs

import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { faultsOf, ROUND_TRIP } from "../test/ingest/makers/round-trip.mjs";

const dist = pathToFileURL(`${resolve("dist")}/`);
const { readLoose } = await import(new URL("casework/texts.js", dist).href);
const { sourceOf } = await import(new URL("ingest/bytes.js", dist).href);
const { LIMITS } = await import(new URL("ingest/types.js", dist).href);
const { unpacked, unpackingOf } = await import(new URL("ingest/unpack.js", dist).href);

const short = (text, length) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);
let wrong = 0;
console.log("| document | title | published | publisher | author | body | as wanted |");
console.log("|---|---|---|---|---|---|---|");
for (const { name, bytes, wants } of ROUND_TRIP) {
  const { texts, problems } = await readLoose(
    unpacked(sourceOf({ name, bytes, via: { door: "file" } }), unpackingOf(LIMITS)),
    {},
  );
  if (texts.length === 0)
    console.log(`| ${name} | – | – | – | – | refused: ${problems[0].code} | ${wants.length === 0} |`);
  texts.forEach(({ document }, i) => {
    const { title, published, publisher, author, text } = document;
    const faults = wants[i] ? faultsOf(wants[i], document) : ["one document too many"];
    wrong += faults.length;
    const lines = text.trimEnd().split("\n");
    const body = `${lines.length} lines: ${short(lines.find((l) => l !== title) ?? "", 30)} … ${lines.at(-1).slice(-24)}`;
    const cells = [name, short(title ?? "–", 40), published?.edtf ?? "–", publisher ?? "–", author ?? "–", body];
    console.log(`| ${cells.join(" | ")} | ${faults.length === 0 ? "yes" : faults.join("; ")} |`);
  });
}
console.log(`\n${wrong} faults`);
process.exit(wrong > 0 ? 1 : 0);
