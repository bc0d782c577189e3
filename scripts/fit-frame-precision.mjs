// Measures how often what is found in each frame is right on the training part of PolNeAR, after the scorer, and writes src/core/data/frame-precision.json.
// Arabic frames, and the outlet's own voice, are counted on the labelled texts of test/core/statements/labelled.
// Usage: npm run build && node scripts/fit-frame-precision.mjs --data DIR [--dist DIR]
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { loadPolnear, match } from "../bench/polnear.mjs";

const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1];
};
const data = option("--data");
if (!data) throw new Error("say where the public set is: --data DIR");
const dist = pathToFileURL(`${resolve(option("--dist", "dist"))}/`);
const { annotate } = await import(new URL("core/text/annotate.js", dist).href);
const { findStatementsIn, findWithReasons } = await import(new URL("core/statements/find-statements.js", dist).href);

const frames = { en: {}, ar: {} };
const add = (language, frame, right) => {
  const counted = frames[language][frame] ?? { k: 0, n: 0 };
  frames[language][frame] = counted;
  counted.n++;
  if (right) counted.k++;
};
const seen = [];
for (const { id, text, gold } of loadPolnear(data, "train")) {
  const found = findWithReasons(annotate({ id, text, language: "en" })).filter(
    ({ statement }) => statement.cue !== undefined,
  );
  const { pairs } = match(
    found.map(({ statement }) => statement),
    gold,
  );
  pairs.forEach((pair, i) => {
    add("en", pair.statement.frame, pair.gold !== null);
    seen.push({ frame: pair.statement.frame, lowerings: found[i].lowerings, right: pair.gold !== null });
  });
}

const lowered = {};
for (const name of ["speaker-missing", "long-sentence", "last-resort"]) {
  const held = seen.filter((s) => s.lowerings.includes(name));
  const expected = held.reduce((sum, s) => sum + frames.en[s.frame].k / frames.en[s.frame].n, 0);
  lowered[name] = { k: held.filter((s) => s.right).length, n: Number(expected.toFixed(1)), of: held.length };
}

// PolNeAR marks nothing inside quotations, so it can't tell how often a find there is right: a stated share instead.
lowered["inside-quotation"] = { share: 0.5 };

const folder = new URL("../test/core/statements/labelled/", import.meta.url);
const overlap = (a, b) => a.start < b.end && b.start < a.end;
for (const name of readdirSync(folder).sort()) {
  const { language, text, publisher, statements, voices } = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
  const found = findStatementsIn(annotate({ id: name, text, language, publisher }));
  for (const s of found) {
    if (s.cue !== undefined && language === "ar")
      add(
        "ar",
        s.frame,
        statements.some((l) => overlap(spanOf(text, l), s.cue.span)),
      );
    const label = voices.find((v) => text.startsWith(v.starts, s.sentence.start));
    if (s.cue === undefined && label !== undefined) add(language, "own-voice", label.voice === s.voice);
  }
}

function spanOf(text, { cue, at = 1 }) {
  let start = -1;
  for (let i = 0; i < at; i++) start = text.indexOf(cue, start + 1);
  return { start, end: start + cue.length };
}

const sorted = (o) => Object.fromEntries(Object.entries(o).sort(([a], [b]) => (a < b ? -1 : 1)));
const out = {
  about:
    "How often what a frame finds is a statement: k right of n found, by language. In English the scorer (statement-scorer.json) weighs all frames but headline, responsibility and own-voice. Lowered: found right (k) and expected by the frame alone (n) where the condition holds, of so many; or a share that is stated, not measured. Read by core/statements/precision.ts.",
  source:
    "English: PolNeAR, training part, 840 articles (Newell, Margolin & Ruths 2018); a find is right when its cue overlaps an annotated cue, one to one. Arabic, and the kinds of the outlet's own voice: the labelled texts of test/core/statements/labelled, which are few. Written by scripts/fit-frame-precision.mjs.",
  licence: "MIT",
  version: 1,
  frames: { en: sorted(frames.en), ar: sorted(frames.ar) },
  lowered,
};
writeFileSync(new URL("../src/core/data/frame-precision.json", import.meta.url), `${JSON.stringify(out, null, 2)}\n`);
console.log(JSON.stringify(out.frames), JSON.stringify(lowered));
