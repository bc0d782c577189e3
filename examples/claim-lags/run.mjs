// Prints what the invented record of this folder tells; in a project of your own import from "silverblaze/stats" and "silverblaze/silence".
import { readFileSync } from "node:fs";
import * as silence from "../../dist/core/silence.entry.js";
import * as stats from "../../dist/core/stats.entry.js";
import { told } from "./told.mjs";

const record = JSON.parse(readFileSync(new URL("./lags.json", import.meta.url), "utf8"));
for (const line of told(record, { stats, silence })) console.log(line);
