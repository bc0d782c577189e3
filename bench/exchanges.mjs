// How often `check` calls backed what a source does not say: sentences of the invented sources of test/cases/check with two phrases exchanged,
// a phrase put in from another sentence (every ninth), another preposition, a negation or another number. Some exchanges say nothing else
// ("a trawler from Venn off Cape Sil") or nothing at all; the share is an upper bound.
// Usage: npm run build && node bench/exchanges.mjs [--dist DIR] [--show]
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { option } from "./lineage-data.mjs";

const dist = resolve(option("--dist", "dist"));
const load = (path) => import(pathToFileURL(join(dist, "core", path)).href);
const { checkRead } = await load("lineage/check.js");
const { clausesOf } = await load("lineage/clauses.js");
const { readText } = await load("read.js");
const { english } = await load("text/english.js");
const cases = fileURLToPath(new URL("../test/cases/check", import.meta.url));
const read = (info) => ({ info, reading: readText(info) });

const PREPOSITIONS = Object.entries({
  from: "to",
  to: "from",
  before: "after",
  after: "before",
  by: "against",
  against: "for",
  in: "outside",
  with: "without",
  without: "with",
  over: "under",
  into: "from",
  since: "until",
  until: "since",
  near: "from",
  on: "after",
  for: "against",
  during: "before",
});
const OTHER = 9;

const phrasesOf = (text) =>
  clausesOf(english.tag(text, { start: 0, end: text.length }).flatMap((s) => s.tokens))
    .slots.filter((s) => !s.phrase.pronoun)
    .map(({ phrase: { span, head } }) => ({ ...span, head, words: text.slice(span.start, span.end) }));
const inside = (words) => words.replace(/^(?:The|A|An|No|Two|Three|All|Some|His|Her|Its)\b/, (w) => w.toLowerCase());
const opened = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const put = (text, { start, end }, words) => opened(text.slice(0, start) + inside(words) + text.slice(end));

/** The sentences made of one, each with the kind of the exchange. */
function* exchanges(sentences, i) {
  const text = sentences[i];
  const own = phrasesOf(text);
  for (const [k, a] of own.entries())
    for (const b of own.slice(k + 1)) {
      const between = text.slice(a.end, b.start);
      if (a.head !== b.head && !/^,? ?(?:and|or)? ?$/.test(between))
        yield ["exchanged", put(put(text, b, a.words), a, b.words)];
    }
  for (const [k, a] of own.entries())
    for (const [j, other] of sentences.entries())
      for (const [l, b] of j === i ? [] : phrasesOf(other).entries())
        if (b.head !== a.head && (31 * k + 7 * j + 3 * i + l) % OTHER === 0) yield ["put in", put(text, a, b.words)];
  for (const [from, to] of PREPOSITIONS) {
    const at = new RegExp(`\\b${from} (?=the|a|an|[A-Z]|[a-z]+s\\b)`);
    if (at.test(text)) yield ["preposition", text.replace(at, `${to} `)];
  }
  const verb = /\b(?:was|were|is|has|have|had|will)\b/;
  if (verb.test(text)) yield ["negation", text.replace(verb, "$& not")];
  if (/\b\d+\b/.test(text)) yield ["number", text.replace(/\b\d+\b/g, (n) => String(Number(n) + 3))];
}

const tally = new Map();
for (const file of readdirSync(cases).filter((f) => f.endsWith("sources.json")))
  for (const source of JSON.parse(readFileSync(join(cases, file), "utf8"))) {
    if (/\p{Script=Arabic}/u.test(source.text)) continue;
    const against = [read({ id: source.name, text: source.text })];
    const sentences = against[0].reading.sentences.map((s) => source.text.slice(s.start, s.end));
    for (const i of sentences.keys())
      for (const [kind, text] of exchanges(sentences, i)) {
        const { sentences: found } = checkRead(read({ id: "draft", text }), against);
        const backed = found.length > 0 && found.every((s) => s.verdict === "backed");
        const [all, wrong] = tally.get(kind) ?? [0, 0];
        tally.set(kind, [all + 1, wrong + (backed ? 1 : 0)]);
        if (backed && process.argv.includes("--show")) console.log(`${kind}: ${text}`);
      }
  }
for (const [kind, [all, wrong]] of tally) console.log(`${kind.padEnd(12)} ${wrong}/${all} called backed`);
