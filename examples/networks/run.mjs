// Weighs every network of this folder and compares it with its published answer; ends with 1 if one differs.
import { readdirSync, readFileSync } from "node:fs";
import { weighExplanations } from "../../dist/core/explanations.entry.js";

const here = new URL(".", import.meta.url);
for (const file of readdirSync(here)
  .filter((name) => name.endsWith(".json"))
  .sort()) {
  const { model, expected } = JSON.parse(readFileSync(new URL(file, here), "utf8"));
  const { posterior } = weighExplanations(model);
  for (const { question, explanation, probability } of expected) {
    const found = posterior
      .find((p) => p.question === question)
      .explanations.find((e) => e.id === explanation).probability;
    const right = Math.abs(found - probability) < 5e-7;
    console.log(
      `${right ? "ok    " : "WRONG "} ${file.padEnd(26)} ${question} = ${explanation}: ${found.toFixed(6)}, published ${probability.toFixed(6)}`,
    );
    if (!right) process.exitCode = 1;
  }
}
