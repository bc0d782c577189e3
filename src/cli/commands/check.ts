import { checkPage } from "../../casework/pages.ts";
import { infoOf } from "../../casework/texts.ts";
import { checkInfo } from "../../core/lineage.entry.ts";
import type { Check, CheckedSentence, CheckVerdict } from "../../core/model/lineage.ts";
import { problem } from "../../core/model/problem.ts";
import type { TextInfo } from "../../core/model/reading.ts";
import type { Span } from "../../core/model/span.ts";
import { distinct } from "../../exchange/change-look.ts";
import type { Outcome, Run } from "../command.ts";
import { EXIT } from "../exit.ts";
import { captures, demonstrationOf, exitFor, looseTexts, oneTextEach } from "../inputs.ts";
import { CHANGE_WORDS, plural, VERDICT_WORDS } from "../say-changes.ts";
import { clean, type Paint, padEnd, padStart, wrap } from "../terminal.ts";

export const run: Run = async (invocation) => {
  const schema = "silverblaze/check/1";
  const { args, lists, flags } = invocation;
  const paths = [...(lists.against ?? []), ...args.slice(1)];
  if (paths.length === 0) {
    const about = "the sources that the text is checked against";
    const example = "silverblaze check draft.txt --against wire.txt";
    return usage(schema, problem("missing-option", { command: "check", option: "--against", about, example }));
  }
  const { infos, problems, hashes } = await oneTextEach(invocation, args.slice(0, 1));
  const sources = await looseTexts(invocation, paths);
  const all = [...problems, ...sources.problems];
  const [draft] = infos;
  const against = sources.texts.map(infoOf);
  if (draft === undefined || against.length === 0) {
    return { schema, result: null, problems: all, exit: EXIT.refused, text: () => [] };
  }
  const check = checkInfo(draft, against);
  const mark = demonstrationOf([draft, ...against]);
  const found = check.sentences.some((s) => STRICT.has(s.verdict));
  const exit = flags.has("strict") && found ? EXIT.found : exitFor(all);
  return {
    schema,
    result: { text: draft.id, against: against.map((t) => t.id), demonstration: mark, ...check },
    problems: [...all, ...check.problems],
    exit,
    text: (paint, columns) => checkText({ draft, against, check }, paint, columns),
    page: () =>
      checkPage({ draft, against, check, hashes: { ...hashes, ...captures(sources.texts) }, demonstration: mark }),
  } satisfies Outcome;
};

/** What `--strict` stops at. */
const STRICT: ReadonlySet<CheckVerdict> = new Set([
  "hardened",
  "source-dropped",
  "changed",
  "contradicted",
  "no-source",
]);

function usage(schema: string, one: ReturnType<typeof problem>): Outcome {
  return { schema, result: null, problems: [one], exit: EXIT.usage, text: () => [] };
}

interface Checked {
  readonly draft: TextInfo;
  readonly against: readonly TextInfo[];
  readonly check: Check;
}

const ORDER: readonly CheckVerdict[] = [
  "backed",
  "hardened",
  "softened",
  "source-dropped",
  "changed",
  "contradicted",
  "no-source",
];

function checkText(checked: Checked, paint: Paint, columns: number): readonly string[] {
  const { draft, check } = checked;
  const total = check.sentences.length + check.unjudged.length;
  const counts = ORDER.map((v) => [v, check.sentences.filter((s) => s.verdict === v).length] as const)
    .filter(([, n]) => n > 0)
    .map(([v, n]) => `${n} ${VERDICT_WORDS[v]}`);
  const origins = new Set(check.sentences.flatMap((s) => s.origin ?? [])).size;
  const stand = origins === 0 ? "" : ` ${plural(origins, "origin")} ${origins === 1 ? "stands" : "stand"} behind it.`;
  const first = `${clean(draft.id)}: ${plural(total, "sentence")}. ${counts.length === 0 ? "None could be judged" : counts.join(", ")}.${stand}`;
  const numbered = numbers(checked);
  const mark = demonstrationOf([draft, ...checked.against]);
  return [
    ...(mark === null ? [] : [paint.soft(clean(mark))]),
    ...wrap(first, columns),
    "",
    ...check.sentences
      .filter((s) => s.verdict !== "backed")
      .flatMap((s) => sentenceLines(checked, s, numbered, paint, columns)),
    ...unjudgedLines(checked, numbered, columns),
    "Next: silverblaze check … -o check.html for a page to send.",
  ];
}

/** The place of each sentence in the draft, from 1. */
function numbers({ check }: Checked): ReadonlyMap<number, number> {
  const starts = [...check.sentences, ...check.unjudged].map((s) => s.span.start).sort((x, y) => x - y);
  return new Map(starts.map((start, i) => [start, i + 1]));
}

function sentenceLines(
  checked: Checked,
  sentence: CheckedSentence,
  numbered: ReadonlyMap<number, number>,
  paint: Paint,
  columns: number,
): string[] {
  const { draft, against } = checked;
  const quote = (text: string) => `"${clean(text)}"`;
  const words = quote(draft.text.slice(sentence.span.start, sentence.span.end));
  const head = `${padStart(String(numbered.get(sentence.span.start) ?? 0), 3)}  ${padEnd(VERDICT_WORDS[sentence.verdict], 15)} `;
  const indent = " ".repeat(head.length);
  const own = wrap(words, columns - head.length).map((l, i) => (i === 0 ? paint.differ(head) + l : indent + l));
  const source = against.find((t) => t.id === sentence.source);
  if (source === undefined || sentence.sourceSpan === undefined) {
    const where = `nothing like it in ${plural(against.length, "source")}`;
    return [...own, `     ${paint.soft(where)}`, ""];
  }
  const said = quote(source.text.slice(sentence.sourceSpan.start, sentence.sourceSpan.end));
  const label = padEnd(`     ${clean(source.id)} `, head.length);
  const theirs = wrap(said, columns - head.length);
  const fits = label.length <= head.length;
  return [
    ...own,
    ...(fits ? [] : [paint.soft(label.trimEnd())]),
    ...theirs.map((l, i) => (i === 0 && fits ? paint.soft(label) + l : indent + l)),
    ...differLines({ draft, source, sentence }, paint, columns),
    "",
  ];
}

interface Differing {
  readonly draft: TextInfo;
  readonly source: TextInfo;
  readonly sentence: CheckedSentence;
}

/** The words that differ, a change a line: what the source has, then what the text has. */
function differLines({ draft, source, sentence }: Differing, paint: Paint, columns: number): string[] {
  const words = (text: string, span: Span | undefined) =>
    span === undefined || span.end - span.start > LONG ? null : clean(text.slice(span.start, span.end));
  return distinct(sentence.changes).flatMap((change) => {
    const [from, to] = [words(source.text, change.a), words(draft.text, change.b)];
    const label = padEnd(CHANGE_WORDS[change.class], 20);
    if (from === null && to === null) return [];
    const said = from === null ? `+ ${to}` : to === null ? `${from} is gone` : `${from} \u2192 ${to}`;
    return wrap(said, columns - 25).map((l, i) => `     ${i === 0 ? paint.differ(label) : " ".repeat(20)}${l}`);
  });
}

/** Longer than this it is the place where something stood or stands, not the words that differ. */
const LONG = 60;

/** Why a sentence was not judged. */
const UNJUDGED: Readonly<Record<string, string>> = {
  question: "a question",
  "no-telling-word": "no word that tells",
  "names-nothing-the-sources-name": "names nothing that the sources name",
};

function unjudgedLines({ check }: Checked, numbered: ReadonlyMap<number, number>, columns: number): string[] {
  if (check.unjudged.length === 0) return [];
  const listed = check.unjudged
    .map((u) => `${numbered.get(u.span.start) ?? 0} (${UNJUDGED[u.reason] ?? u.reason})`)
    .join(", ");
  return [...wrap(`Not judged: ${listed}.`, columns), ""];
}
