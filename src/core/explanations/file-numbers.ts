import type { Ground } from "../model/figure.ts";
import type { FigureId } from "../model/id.ts";

import { type FiledEnds, type Filing, fileCell, fileJudged } from "./file-cells.ts";
import { type Ends, endsOf, middle, type SurpriseRanges } from "./judged.ts";
import type { PreparedItem } from "./prepare.ts";
import {
  author,
  type Explanation,
  type Gathered,
  type Judgment,
  type QuestionsInput,
  type SilenceTerm,
  type TermFigures,
} from "./stated-input.ts";
import { combinations, keyOf } from "./values.ts";

/** The questions that hang together, with the places where their numbers are filed. */
export interface Stated {
  readonly input: QuestionsInput;
  readonly gathered: Gathered;
  readonly words: SurpriseRanges;
  readonly steps: Readonly<Record<string, string>>;
  readonly texts: Readonly<Record<string, string>>;
  /** Of facts not yet known, the value that their weights are for. */
  readonly expected: Readonly<Record<string, string>>;
  /** By question. */
  readonly files: Readonly<Record<string, Filing>>;
}

const EQUAL: Ground = {
  is: "table",
  name: "equal starting chances",
  citation: "chosen for this assessment, stated by nobody",
};

const explanationOf = ({ gathered }: Stated, id: string): Explanation =>
  gathered.explanations.find((e) => e.body.explanation === id) as Explanation;

export const fileOf = ({ files }: Stated, question: string): Filing => files[question] as Filing;

/** One number or range that is worked out from others, end by end. */
function fileEnds(
  file: Filing,
  path: readonly string[],
  { rule, by, of }: { rule: string; by: string; of: (end: "from" | "value" | "to") => readonly FigureId[] },
): FiledEnds {
  const last = path.at(-1);
  const end = (at: "from" | "value" | "to") =>
    file.reckoned({
      id: file.id(...path.slice(0, -1), at === "value" ? `${last}` : `${last}-${at}`),
      unit: "share",
      rule,
      by,
      of: of(at),
    });
  const value = end("value");
  const [from, to] = [end("from"), end("to")];
  const ends = { from: file.amountOf(from), to: file.amountOf(to), at: file.amountOf(value) };
  return ends.from === ends.to ? { value, from: value, to: value, ends } : { value, from, to, ends };
}

/** The stated starting chance of an explanation by itself, or under an answer that its question depends on. */
function statedPrior(
  stated: Stated,
  { question, id, given }: { question: string; id: string; given: string | null },
): FiledEnds {
  const { input, steps } = stated;
  const entry = explanationOf(stated, id);
  const all = stated.gathered.explanations.filter((e) => e.body.question === question);
  const n = all.filter((e) => !all.some((other) => other.body.partOf === e.body.explanation)).length;
  const prior = given === null ? entry.body.prior : givenPrior(stated, entry, given);
  const equal = input.equalPriors === true || prior === undefined;
  const ends = equal ? { from: 1 / n, to: 1 / n } : (endsOf(prior) as Ends);
  const judged: Ground = { is: "judgment", seq: entry.seq, who: author(entry) };
  const last = given === null ? "prior-stated" : `prior-given-${steps[given] ?? given}`;
  return fileJudged(fileOf(stated, question), {
    path: ["explanation", steps[id] as string, last],
    rule: "XP3",
    ends,
    grounds: [equal ? EQUAL : judged],
  });
}

/** Under an answer, or under the wider one that it is a part of. */
function givenPrior(stated: Stated, { body }: Explanation, given: string) {
  const table = body.priorGiven ?? {};
  for (let at: string | undefined = given; at !== undefined; at = explanationOf(stated, at)?.body.partOf) {
    if (Object.hasOwn(table, at)) return table[at];
  }
  return undefined;
}

/** The strategic explanation by which another's starting chance is divided, if there is one [SI12]. */
function hiding({ gathered, input }: Stated, question: string, id: string) {
  if (input.equalPriors === true) return null;
  const own = gathered.explanations.filter((e) => e.body.question === question);
  for (const e of own) {
    const share = gathered.strategic[e.body.explanation];
    const actor = share?.body.actor ?? e.body.strategicFor;
    if (share === undefined || actor === undefined) continue;
    const siblings = own.filter((s) => s !== e && s.body.actors.includes(actor) && s.body.prior !== undefined);
    const concerned = e.body.explanation === id || siblings.some((s) => s.body.explanation === id);
    if (concerned && siblings.length > 0) return { explanation: e, share, siblings, actor };
  }
  return null;
}

function fileShare(stated: Stated, question: string, entry: Gathered["correlations"][number]): FiledEnds {
  const value = entry.body.value as number | Ends;
  const step = entry.body.explanation ?? entry.body.assumption;
  return fileJudged(fileOf(stated, question), {
    path: ["strategic", stated.steps[step] ?? step, "share"],
    rule: "SI12",
    ends: endsOf(value) as Ends,
    grounds: [{ is: "judgment", seq: entry.seq, who: author(entry) }],
  });
}

/**
 * A starting chance as it is used: as stated, or where one explanation is strategic silence, divided: it takes its share of what it and its
 * siblings have together, the siblings the rest [SI12]. So the division never changes the total.
 */
export function filePrior(stated: Stated, question: string, id: string, given: string | null = null): FiledEnds {
  const divided = given === null ? hiding(stated, question, id) : null;
  if (divided === null) return statedPrior(stated, { question, id, given });
  const { explanation, share, siblings } = divided;
  const sigma = fileShare(stated, question, share);
  const members = siblings.map((s) => statedPrior(stated, { question, id: s.body.explanation, given: null }));
  const own =
    explanation.body.prior === undefined
      ? []
      : [statedPrior(stated, { question, id: explanation.body.explanation, given: null })];
  const path = ["explanation", stated.steps[id] as string, "prior-divided"];
  const file = fileOf(stated, question);
  if (explanation.body.explanation === id) {
    return fileEnds(file, path, {
      rule: "SI12",
      by: "strategic-prior",
      of: (end) => [sigma[end], ...members.map((m) => m[end]), ...own.map((m) => m[end])],
    });
  }
  const at = siblings.findIndex((s) => s.body.explanation === id);
  const others = members.filter((_, i) => i !== at);
  const turned = { from: "to", to: "from", value: "value" } as const;
  return fileEnds(file, path, {
    rule: "SI12",
    by: own.length === 0 ? "ordinary-prior" : "ordinary-prior-with",
    of: (end) => [
      sigma[turned[end]],
      ...own.map((m) => m[end]),
      (members[at] as FiledEnds)[end],
      ...others.map((m) => m[end]),
    ],
  });
}

/** A silence with one line: that line; with several and none picked, from the lowest to the highest, the middle in the probability [SI9]. */
function lineOf(
  stated: Stated,
  question: string,
  { term, line }: { term: SilenceTerm; line: number | null },
): TermFigures {
  const [first] = term.lines;
  const chosen = line === null ? (term.lines.length === 1 ? first : undefined) : term.lines[line];
  if (chosen !== undefined) return chosen.ifDid;
  const file = fileOf(stated, question);
  const step = stated.steps[term.id] as string;
  const end = (name: string, by: string, of: readonly FigureId[]) =>
    file.reckoned({ id: file.id("silence", step, name), unit: "share", rule: "SI9", by, of });
  const values = term.lines.map((l) => l.ifDid.value);
  return {
    value: end("classes", "midpoint", [end("classes-least", "least", values), end("classes-most", "greatest", values)]),
    from: end(
      "classes-from",
      "least",
      term.lines.map((l) => l.ifDid.from),
    ),
    to: end(
      "classes-to",
      "greatest",
      term.lines.map((l) => l.ifDid.to),
    ),
  };
}

/** Which line of each silence is looked at; none: all of them. */
export type Lines = Readonly<Record<string, number>>;

/** How likely a silence is under one explanation [SI7]; where one explanation hides on purpose, 1 under it, and the ordinary part claims the more often [SI12]. */
function fileSilence(
  stated: Stated,
  { question, term, id, lines }: { question: string; term: SilenceTerm; id: string; lines: Lines },
): FiledEnds {
  const file = fileOf(stated, question);
  const line = lines[term.id] ?? null;
  const plain = (figures: TermFigures): FiledEnds => {
    const [from, to, at] = [figures.from, figures.to, figures.value].map(file.amountOf) as [number, number, number];
    return { ...figures, ends: { from, to, at } };
  };
  if (!explanationOf(stated, id).body.actors.includes(term.actor)) return plain(term.ifNot);
  const did = lineOf(stated, question, { term, line });
  const divided = hiding(stated, question, id);
  if (divided === null || divided.actor !== term.actor) return plain(did);
  const named = line === null ? "" : `-${line + 1}`;
  const path = ["item", stated.steps[term.id] as string, stated.steps[id] as string, `likelihood${named}`];
  if (divided.explanation.body.explanation === id) {
    const certain = file.read({
      id: file.id(...path),
      value: 1,
      unit: "share",
      rule: "SI12",
      from: [{ is: "table", name: "strategic silence", citation: "docs/method/SI12.md: it fits any silence" }],
    });
    return { value: certain, from: certain, to: certain, ends: { from: 1, to: 1 } };
  }
  const sigma = fileShare(stated, question, divided.share);
  const turned = { from: "to", to: "from", value: "value" } as const;
  return fileEnds(file, path, { rule: "SI12", by: "ordinary-silence", of: (end) => [did[end], sigma[turned[end]]] });
}

/** The judgments on an item, by cell: of an item with copies, of the one that speaks for all. */
export const answersOf = ({ gathered }: Stated, { speaks }: Pick<PreparedItem, "speaks">) =>
  gathered.judgments[speaks] ?? {};

/** The judgments of one cell: for its own values, or for the wider explanations that they are parts of. */
function judgmentsAt(
  stated: Stated,
  prepared: PreparedItem,
  values: readonly string[],
): readonly Judgment[] | undefined {
  const answers = answersOf(stated, prepared);
  const order = (typeof prepared.item.on === "string" ? [prepared.item.on] : prepared.item.on).map((id) =>
    prepared.on.findIndex((a) => a.id === id),
  );
  const tried = combinations(
    order.map((i) => [values[i] as string, ...(prepared.on[i]?.wider[values[i] as string] ?? [])]),
  );
  const key = tried.map(keyOf).find((k) => (answers[k]?.length ?? 0) > 0);
  return key === undefined ? undefined : answers[key];
}

/** The cells of one item as figures, in the order of its row; null where nobody answered. */
export function fileRow(
  stated: Stated,
  prepared: PreparedItem,
  { question, lines = {} }: { question: string; lines?: Lines },
): (FiledEnds | null)[] {
  const { gathered, steps, words } = stated;
  const term = gathered.terms.find((t) => t.term.id === prepared.item.id)?.term;
  return combinations(prepared.on.map((a) => a.values)).map((values) => {
    if (term !== undefined) return fileSilence(stated, { question, term, id: values[0] as string, lines });
    const judgments = judgmentsAt(stated, prepared, values);
    if (judgments === undefined) return null;
    const under = values.map((v) => steps[v] ?? v.replace(/\W+/gu, "-")).join("-and-");
    const path = ["item", steps[prepared.item.id] as string, under, "likelihood"];
    return fileCell(fileOf(stated, question), { path, judgments, words });
  });
}

const UNJUDGED: Ground = {
  is: "table",
  name: "source graded F",
  citation: "docs/method/XP5.md: from no effect to whole, since it cannot be judged",
};

/** The exponent of an item as figures; null where it is 1 [XP5]. */
export function fileExponent(
  stated: Stated,
  { exponent, item }: PreparedItem,
  { question, items }: { question: string; items: readonly PreparedItem[] },
): FiledEnds | null {
  if (exponent === null) return null;
  const { gathered, input, steps } = stated;
  const file = fileOf(stated, question);
  const path = ["item", steps[item.id] as string, "exponent"];
  // Items with one correlation share one exponent.
  const group = items.filter((i) => i.exponent === exponent).map((i) => i.item.id);
  const rhos = gathered.correlations.filter((c) => c.body.items?.every((i) => group.includes(i)));
  const filed = rhos.map((c) =>
    fileJudged(file, {
      path: ["correlation", c.body.assumption, "value"],
      rule: "XP5",
      ends: endsOf(c.body.value as number | Ends) as Ends,
      grounds: [{ is: "judgment", seq: c.seq, who: author(c) }],
    }),
  );
  const grade = input.unjudged?.[item.id];
  if (grade === undefined) {
    const turned = { from: "to", to: "from", value: "value" } as const;
    const found = fileEnds(file, path, {
      rule: "XP5",
      by: `exponent-of-correlation:${group.length}`,
      of: (end) => filed.map((f) => f[turned[end]]),
    });
    return { ...found, ends: exponent };
  }
  const read = (step: string, value: number) =>
    file.read({
      id: file.id("item", steps[item.id] as string, step),
      value,
      unit: "share",
      rule: "XP5",
      from: [{ is: "judgment", ...grade }, UNJUDGED, ...filed.map((f): Ground => ({ is: "figure", id: f.value }))],
    });
  const value = read("exponent", middle(exponent));
  return { value, from: read("exponent-from", exponent.from), to: read("exponent-to", exponent.to), ends: exponent };
}

/** One chance of a fact's table. */
export function fileFactChance(
  stated: Stated,
  question: string,
  { fact, row, value, ends }: { fact: string; row: string; value: number; ends: Ends },
): FiledEnds {
  const entry = stated.gathered.facts.find((f) => f.body.fact === fact) as Gathered["facts"][number];
  const under = stated.steps[row] ?? row.replace(/\W+/gu, "-");
  return fileJudged(fileOf(stated, question), {
    path: ["fact", stated.steps[fact] as string, under, `value-${value + 1}`],
    rule: "XP1",
    ends,
    grounds: [{ is: "judgment", seq: entry.seq, who: author(entry) }],
  });
}
