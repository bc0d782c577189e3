// Reads PolNeAR [Newell, Margolin & Ruths 2018] and compares what the rules find with it; its text is not in the repository.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The 40 commonest reporting verbs, by lemma; recall is reported for gold cues that hold one of their forms. */
export const COMMON = JSON.parse(
  readFileSync(new URL("../src/core/data/cues.en.json", import.meta.url), "utf8"),
).common;

export function loadPolnear(dir, split) {
  const lines = readFileSync(join(dir, "extraction", `polnear-${split}.jsonl`), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => {
    const { id, text, attributions } = JSON.parse(line);
    const spans = (list) => list.map(([start, end]) => ({ start, end }));
    const gold = attributions
      .filter((a) => a.cue.length > 0)
      .map((a) => ({ cue: spans(a.cue), source: spans(a.source), content: spans(a.content) }));
    return { id, text, gold };
  });
}

const overlap = (a, b) => a.start < b.end && b.start < a.end;

/** Each found statement of others with the gold attribution that its cue overlaps, one to one, in order; and the gold ones left over. */
export function match(statements, gold) {
  const free = new Set(gold);
  const pairs = statements.map((statement) => {
    const found = [...free].find((g) => g.cue.some((c) => overlap(c, statement.cue.span))) ?? null;
    if (found !== null) free.delete(found);
    return { statement, gold: found };
  });
  return { pairs, missed: [...free] };
}

export function speakerRight({ speaker }, { source }) {
  const { span } = speaker;
  return source.length === 0 ? span === undefined : span !== undefined && source.some((s) => overlap(s, span));
}

export function contentRight({ content }, gold) {
  return content.some((c) => gold.content.some((g) => overlap(c, g)));
}

/** Every form of the common verbs, of the lexicon given. */
export function commonForms(lexicon) {
  const forms = [...lexicon.verbs].filter(([, list]) => list.some((f) => COMMON.includes(f.cue.lemma)));
  return new Set(forms.map(([form]) => form));
}

/** Whether an attribution's cue holds one of the forms. */
export function holdsForm(text, { cue }, forms) {
  const words = cue.flatMap((c) =>
    text
      .slice(c.start, c.end)
      .toLowerCase()
      .split(/[^a-z]+/),
  );
  return words.some((word) => forms.has(word));
}

/** The 95 % Wilson interval of k of n. */
export function wilson(k, n) {
  const z = 1.959964;
  const centre = (k + z ** 2 / 2) / (n + z ** 2);
  const half = (z * Math.sqrt((k * (n - k)) / n + z ** 2 / 4)) / (n + z ** 2);
  return [centre - half, centre + half];
}
