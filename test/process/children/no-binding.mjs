// Opens a case with a copy of the built store in a folder that has no packages.
// no-binding.mjs CASE FOLDER

import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [path, folder] = process.argv.slice(2);
for (const part of ["store", "core/model"]) {
  cpSync(fileURLToPath(new URL(`../../../dist/${part}`, import.meta.url)), join(folder, "dist", part), {
    recursive: true,
  });
}
writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module", version: "0.0.0" }));
const { openStore } = await import(pathToFileURL(join(folder, "dist/store/store.entry.js")).href);
await openStore(path).then(
  () => console.log("opened"),
  ({ problem }) => console.log(`${problem.code}\n${problem.message}`),
);
