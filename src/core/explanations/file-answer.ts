import type { AssessedExplanation, AssessedQuestion } from "../model/assessment.ts";
import type { Judged, ModelEvidence } from "../model/explanations.ts";
import type { Ground } from "../model/figure.ts";
import type { FigureId } from "../model/id.ts";
import { LIKELIHOOD_BANDS, likelihoodWord } from "../model/likelihood.ts";
import { byCodeUnit } from "../model/span.ts";
import { firstTwo, nextFact } from "./beside.ts";
import { type FiledEnds, type Filing, fileCell, fileJudged } from "./file-cells.ts";
import { shapedName } from "./formulas.ts";
import { type Ends, endsOf, type SurpriseRanges } from "./judged.ts";
import type { Prepared, PreparedItem } from "./prepare.ts";
import { boxes, boxIsExact, drawnRanges } from "./ranges.ts";
import { author, type Explanation, type Gathered, type QuestionsInput } from "./stated-input.ts";
import { leaderOf, type Table } from "./table.ts";

type Weighed = Extract<AssessedQuestion["answer"], { is: "weighed" }>;

/** One question with its figures filed: everything a weighed answer is made of. */
export interface Work {
  readonly input: QuestionsInput;
  readonly gathered: Gathered;
  readonly prepared: Prepared;
  readonly words: SurpriseRanges;
  readonly file: Filing;
  readonly steps: Readonly<Record<string, string>>;
  readonly texts: Readonly<Record<string, string>>;
  /** Of facts not yet known, the value that their weights are for. */
  readonly expected: Readonly<Record<string, string>>;
}

/** The stated starting chances, in the order of the ids; equal ones where that is chosen. */
function filePriors({ input, gathered, prepared, file, steps }: Work): FiledEnds[] {
  const n = prepared.ids.length;
  return prepared.ids.map((id) => {
    const entry = gathered.explanations.find((e) => e.body.explanation === id) as Explanation;
    const chosen: Ground = {
      is: "table",
      name: "equal starting chances",
      citation: "chosen for this assessment, stated by nobody",
    };
    const judged: Ground = { is: "judgment", seq: entry.seq, who: author(entry) };
    const equal = input.equalPriors === true || entry.body.prior === undefined;
    const ends = equal ? { from: 1 / n, to: 1 / n } : (endsOf(entry.body.prior as Judged) as Ends);
    const path = ["explanation", steps[id] as string, "prior-stated"];
    return fileJudged(file, { path, rule: "XP3", ends, grounds: [equal ? chosen : judged] });
  });
}

/** The cells of one item as figures; null where nobody answered. A computed term's figures are those handed in. */
function fileRow(work: Work, prepared: PreparedItem): (FiledEnds | null)[] {
  const { gathered, file, steps, words } = work;
  const { item } = prepared;
  const term = gathered.terms.find((t) => t.id === item.id);
  return work.prepared.ids.map((id) => {
    if (term !== undefined) {
      const did = gathered.explanations.some((e) => e.body.explanation === id && e.body.actors.includes(term.actor));
      const figures = did ? term.ifDid : term.ifNot;
      const [from, to, at] = [figures.from, figures.to, figures.value].map(file.amountOf) as [number, number, number];
      return { ...figures, ends: { from, to, at } };
    }
    const judgments = answersOf(work, prepared)[id];
    if (judgments === undefined || judgments.length === 0) return null;
    const path = ["item", steps[item.id] as string, steps[id] as string, "likelihood"];
    return fileCell(file, { path, judgments, words });
  });
}

/** The judgments on an item, by explanation: of an item with copies, of the one that speaks for all. */
const answersOf = ({ gathered }: Pick<Work, "gathered">, { speaks }: PreparedItem) => gathered.judgments[speaks] ?? {};

/** The number used for each cell; an unanswered one takes the average of the answered [XP2]. */
function cellsUsed(
  work: Work,
  { item }: { readonly item: ModelEvidence },
  row: readonly (FiledEnds | null)[],
  priors: readonly FigureId[],
): FigureId[] {
  const pairs = row.flatMap((cell, e) => (cell === null ? [] : [priors[e] as FigureId, cell.value]));
  return row.map((cell, e) => {
    if (cell !== null) return cell.value;
    const id = work.file.id(
      "item",
      work.steps[item.id] as string,
      work.steps[work.prepared.ids[e] as string] as string,
      "not-answered",
    );
    return work.file.reckoned({ id, unit: "share", rule: "XP2", by: "average-of-answered", of: pairs });
  });
}

/** Its own figure first, then the others'. */
const ownFirst = <T>(list: readonly T[], e: number): T[] => [list[e] as T, ...list.filter((_, i) => i !== e)];

/** The weighed answer of a question, every number of it filed as a figure [XP4, XP6, XP7]. */
export function fileAnswer(work: Work): Weighed {
  const { prepared, file, steps, texts, gathered } = work;
  const ids = prepared.ids;
  const step = (e: number) => ["explanation", steps[ids[e] as string] as string];
  const statedPriors = filePriors(work);
  const share = (e: number, last: string, by: string, of: readonly FigureId[]) =>
    file.reckoned({ id: file.id(...step(e), last), unit: "share", rule: "XP4", by, of });
  const priors = ids.map((_, e) =>
    share(
      e,
      "prior",
      "share-of-sum",
      ownFirst(
        statedPriors.map((p) => p.value),
        e,
      ),
    ),
  );
  const items = prepared.seen.filter(isUsed);
  const rows = items.map((i) => fileRow(work, i));
  const used = rows.map((row, i) => cellsUsed(work, items[i] as PreparedItem, row, priors));
  const scores = ids.map((_, e) => {
    const of = [priors[e] as FigureId, ...used.map((row) => row[e] as FigureId)];
    return file.reckoned({
      id: file.id(...step(e), "score"),
      unit: "decibans",
      rule: "XP6",
      by: "decibans-of-product",
      of,
    });
  });
  const probabilities = ids.map((_, e) => share(e, "probability", "share-of-decibans", ownFirst(scores, e)));
  const today = probabilities.map(file.amountOf);
  const table: Table = {
    priors: statedPriors.map((p) => p.ends),
    rows: rows.map((row) => row.map((c) => (c === null ? null : c.ends))),
  };
  const stated = [...statedPriors, ...rows.flat()].flatMap((c) => (c === null ? [] : [c.from, c.value, c.to]));
  const [leader, second] = firstTwo(today) as [number, number];
  const without = items.map((i, k) => {
    const row = used[k] as FigureId[];
    const name = steps[i.item.id] as string;
    return ids.map((_, e) => {
      const of = ownFirst(
        scores.map((s, j) => [s, row[j] as FigureId]),
        e,
      ).flat();
      return share(e, `without-${name}`, "share-of-decibans-without", of);
    });
  });
  const dear = { range: drawnRanges(table), box: boxes(table) };
  const ranking = ids
    .map((id, e): AssessedExplanation => {
      const end = (kind: "range" | "box", at: "from" | "to") => {
        const by = shapedName(kind, at, { of: e, table });
        const value = dear[kind][e]?.[at] as number;
        return file.reckoned({
          id: file.id(...step(e), `${kind}-${at}`),
          unit: "share",
          rule: "XP4",
          by,
          of: stated,
          value,
        });
      };
      const [from, to] = [end("range", "from"), end("range", "to")];
      const left = without.map((w) => file.amountOf(w[e] as FigureId));
      return {
        id,
        text: texts[id] as string,
        probability: probabilities[e] as FigureId,
        from,
        to,
        boxFrom: end("box", "from"),
        boxTo: end("box", "to"),
        words: wordsOf({ from: file.amountOf(from), to: file.amountOf(to) }, left),
        inconsistent: fileInconsistent(work, e, { rows, used, priors }),
      };
    })
    .sort((a, b) => file.amountOf(b.probability) - file.amountOf(a.probability) || byCodeUnit(a.id, b.id));
  const deciban = (name: string, row: readonly FigureId[]) =>
    file.reckoned({
      id: file.id("ledger", name),
      unit: "decibans",
      rule: "XP6",
      by: "decibans-of-ratio",
      of: [row[leader] as FigureId, row[second] as FigureId],
    });
  return {
    is: "weighed",
    ranking,
    ...filedCounts(work),
    decibans: [
      { evidence: "prior", text: "starting chances", figure: deciban("starting-chances", priors) },
      ...items.map(({ item }, k) => ({
        evidence: item.id,
        text: texts[item.id] as string,
        figure: deciban(`item-${steps[item.id]}`, used[k] as FigureId[]),
      })),
    ],
    decibansTotal: file.reckoned({
      id: file.id("ledger", "total"),
      unit: "decibans",
      rule: "XP6",
      by: "difference",
      of: [scores[leader] as FigureId, scores[second] as FigureId],
    }),
    leaveOneOut: items.map(({ item }, k) => {
      const after = without[k] as FigureId[];
      const first = leaderOf(after.map(file.amountOf));
      return {
        without: item.id,
        text: texts[item.id] as string,
        leader: ids[first] as string,
        probability: after[first] as FigureId,
      };
    }),
    nextFacts: fileNextFacts(work, { priors, probabilities }),
    boxExact: boxIsExact(table),
    analysts: [
      ...new Set([
        ...gathered.explanations
          .filter((e) => e.body.prior !== undefined && work.input.equalPriors !== true)
          .map(author),
        ...items.flatMap((i) => Object.values(answersOf(work, i)).flatMap((list) => list.map((j) => j.who))),
      ]),
    ].sort(byCodeUnit),
  };
}

/** An item that nobody answered, or for one explanation alone, has no effect and no figures; a computed one always counts. */
const isUsed = ({ item, answered }: PreparedItem): boolean => item.computed === true || answered >= 2;

/**
 * The likelihood words of a range [XP4]: one band, or two neighbours; null where it is wider or passes 1 or 99 %. "Almost certain" only
 * if the probability stays in that band whichever single item is left out [XP9].
 */
export function wordsOf({ from, to }: Ends, leftOut: readonly number[]): readonly string[] | null {
  const [low, high] = [likelihoodWord(from), likelihoodWord(to)];
  if (low === null || high === null) return null;
  const place = (word: string) => LIKELIHOOD_BANDS.findIndex((b) => b.word === word);
  if (place(high.word) - place(low.word) > 1) return null;
  if (high.word === "almost certain" && leftOut.some((p) => p < high.from)) return null;
  return low.word === high.word ? [low.word] : [low.word, high.word];
}

interface Filed {
  readonly rows: readonly (readonly (FiledEnds | null)[])[];
  readonly used: readonly (readonly FigureId[])[];
  readonly priors: readonly FigureId[];
}

/** How many items surprise under the explanation; 0, grounded in its starting chance, where nothing is answered for it. */
function fileInconsistent({ file, steps, prepared }: Work, e: number, { rows, priors }: Filed): FigureId {
  const id = file.id("explanation", steps[prepared.ids[e] as string] as string, "inconsistent");
  const of = rows.flatMap((row) => (row[e] ? [row[e].value] : []));
  if (of.length > 0) return file.reckoned({ id, unit: "count", rule: "XP6", by: "count-inconsistent", of });
  return file.read({ id, value: 0, unit: "count", rule: "XP6", from: [{ is: "figure", id: priors[e] as FigureId }] });
}

const CELLS: Ground = {
  is: "table",
  name: "cells of the question",
  citation: "docs/method/XP2.md: each observed item with each explanation, as stated",
};

/** Answered cells, and all cells that a person could answer, of what was observed. */
function filedCounts(work: Work): { weighed: FigureId; cells: FigureId } {
  const { gathered, prepared, file } = work;
  const judged = prepared.seen.filter((i) => i.item.computed !== true);
  const answered = judged.flatMap((i) => fileRow(work, i).flatMap((cell) => (cell === null ? [] : [cell.value])));
  const entries = [...gathered.explanations, ...gathered.evidence];
  const stated = entries.map((e): Ground => ({ is: "judgment", seq: e.seq, who: author(e) }));
  return {
    weighed: file.reckoned({ id: file.id("answers"), unit: "count", rule: "XP2", by: "how-many", of: answered }),
    cells: file.read({
      id: file.id("answers-possible"),
      value: judged.length * prepared.ids.length,
      unit: "count",
      rule: "XP2",
      from: [...stated, CELLS],
    }),
  };
}

function fileNextFacts(
  work: Work,
  { priors, probabilities }: { priors: readonly FigureId[]; probabilities: readonly FigureId[] },
): Weighed["nextFacts"] {
  const { file, prepared, steps, texts } = work;
  const today = probabilities.map(file.amountOf);
  const facts = prepared.notYet
    .filter((i) => i.answered >= 2)
    .map((i) => {
      const chances = cellsUsed(work, i, fileRow(work, i), priors);
      const of = probabilities.flatMap((p, e) => [p, chances[e] as FigureId]);
      const add = (last: string, unit: "share" | "bits", by: string) =>
        file.reckoned({ id: file.id("item", steps[i.item.id] as string, last), unit, rule: "XP7", by, of });
      const next = nextFact(today, chances.map(file.amountOf));
      return {
        evidence: i.item.id,
        text: texts[i.item.id] as string,
        bits: add("bits", "bits", "bits-of-fact"),
        changesLeader: add("changes-leader", "share", "chance-that-leader-changes"),
        seen: work.expected[i.item.id] ?? "yes",
        ifSeen: add("if-seen", "share", "chance-of-fact"),
        leaderIfSeen: prepared.ids[leaderOf(next.posteriorIfSeen)] as string,
        leaderIfNot: prepared.ids[leaderOf(next.posteriorIfNot)] as string,
      };
    });
  return facts.sort((a, b) => file.amountOf(b.bits) - file.amountOf(a.bits) || byCodeUnit(a.evidence, b.evidence));
}
