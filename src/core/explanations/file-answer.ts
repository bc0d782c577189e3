import type { AssessedExplanation } from "../model/assessment.ts";
import type { FigureId } from "../model/id.ts";
import { byCodeUnit } from "../model/span.ts";
import { firstTwo } from "./beside.ts";
import type { Filing } from "./file-cells.ts";
import { classLines, headline } from "./file-classes.ts";
import { filedCounts, filedDraws, fileInconsistent } from "./file-counts.ts";
import { fileNextFacts } from "./file-next-facts.ts";
import { answersOf, fileOf, filePrior, type Stated } from "./file-numbers.ts";
import { fileSensitivity } from "./file-sensitivity.ts";
import { cellsUsed, fileFor, ownFirst, rowsOf, stepFor, tableOf, type Weighed, type Work } from "./file-work.ts";
import { shapedName } from "./formulas.ts";
import type { Prepared, PreparedItem } from "./prepare.ts";
import { DRAWS } from "./random.ts";
import { boxes, boxIsExact, drawnRanges } from "./ranges.ts";
import { author } from "./stated-input.ts";
import { atMiddle, leaderOf, type Numbers, posterior, type Table } from "./table.ts";
import { widerOf } from "./values.ts";
import { carriesNothing, isState, told } from "./words.ts";

/** The numbers without what can carry no state's complicity [XP10]. */
function bareOf(stated: Stated, numbers: Numbers, items: readonly PreparedItem[]): Numbers {
  return { ...numbers, rows: numbers.rows.filter((_, i) => !carriesNothing(stated, (items[i] as PreparedItem).item)) };
}

interface Filed extends ReturnType<typeof rowsOf> {
  readonly file: Filing;
  /** The numbers of the posterior as they were stated, and the figures in their order. */
  readonly table: Table;
  readonly numbers: readonly FigureId[];
  /** For each explanation. */
  readonly priors: readonly FigureId[];
  readonly scores: readonly FigureId[];
  readonly probabilities: readonly FigureId[];
  /** For each item its cells, and the chances without it. */
  readonly used: readonly (readonly FigureId[])[];
  readonly without: readonly (readonly FigureId[])[];
  readonly lines: NonNullable<Weighed["classLines"]>;
}

/** The figure of one explanation of the question. */
function shareOf(work: Work, e: number, { last, by, of }: { last: string; by: string; of: readonly FigureId[] }) {
  const file = fileFor(work);
  const id = file.id("explanation", stepFor(work, work.prepared.ids[e] as string), last);
  return file.reckoned({ id, unit: "share", rule: "XP4", by, of });
}

/** Starting chances, cells, scores, chances and those without each item, in this order, filed. */
function filed(work: Work): Filed {
  const { stated, prepared } = work;
  const file = fileFor(work);
  const { ids } = prepared;
  const statedPriors = ids.map((id) => filePrior(stated, prepared.question.id, id));
  const values = statedPriors.map((p) => p.value);
  const priors = ids.map((_, e) => shareOf(work, e, { last: "prior", by: "share-of-sum", of: ownFirst(values, e) }));
  const all = rowsOf(work);
  const used = all.rows.map((row, i) =>
    cellsUsed(work, { item: all.items[i]?.item.id as string, row, exponent: all.exponents[i] ?? null }, priors),
  );
  const scores = ids.map((id, e) => {
    const of = [priors[e] as FigureId, ...used.map((row) => row[e] as FigureId)];
    const path = file.id("explanation", stepFor(work, id), "score");
    return file.reckoned({ id: path, unit: "decibans", rule: "XP6", by: "decibans-of-product", of });
  });
  const probabilities = ids.map((_, e) =>
    shareOf(work, e, { last: "probability", by: "share-of-decibans", of: ownFirst(scores, e) }),
  );
  const { table, of: numbers } = tableOf(statedPriors, all);
  const without = all.items.map((i, k) => {
    const pairs = scores.map((s, j) => [s, used[k]?.[j] as FigureId]);
    const last = `without-${stepFor(work, i.item.id)}`;
    return ids.map((_, e) =>
      shareOf(work, e, { last, by: "share-of-decibans-without", of: ownFirst(pairs, e).flat() }),
    );
  });
  return {
    ...all,
    file,
    table,
    numbers,
    priors,
    scores,
    probabilities,
    used,
    without,
    lines: classLines(work, statedPriors),
  };
}

/** The explanations with their chances, ranges and words, the most probable first [XP4, XP10]. */
function rankingOf(work: Work, answer: Filed): AssessedExplanation[] {
  const { stated, prepared } = work;
  const { file, table, items, rows, priors, lines } = answer;
  const range = drawnRanges(table);
  const dear = { range, box: stated.input.leadersOnly === true ? range : boxes(table) };
  const bare = posterior(bareOf(stated, atMiddle(table), items));
  const list = prepared.ids.map((id, e): AssessedExplanation => {
    const end = (kind: "range" | "box", at: "from" | "to") => {
      const path = file.id("explanation", stepFor(work, id), `${kind}-${at}`);
      const by = shapedName(kind, at, { of: e, table });
      const value = dear[kind][e]?.[at] as number;
      return file.reckoned({ id: path, unit: "share", rule: "XP4", by, of: answer.numbers, value });
    };
    const from = headline(work, e, { end: "from", own: () => end("range", "from"), lines });
    const to = headline(work, e, { end: "to", own: () => end("range", "to"), lines });
    const leftOut = answer.without.map((w) => file.amountOf(w[e] as FigureId));
    return {
      id,
      text: stated.texts[id] as string,
      probability: answer.probabilities[e] as FigureId,
      from,
      to,
      boxFrom: end("box", "from"),
      boxTo: end("box", "to"),
      ...told(
        { from: file.amountOf(from), to: file.amountOf(to) },
        { leftOut, bare: isState(stated, id) ? (bare[e] as number) : null },
      ),
      ...fileInconsistent(work, e, { rows, items, priors }),
    };
  });
  return ranked(file, list);
}

/** What each item says for the leader against the next, in decibans, and all of it together [XP6]. */
function decibansOf(work: Work, answer: Filed): Pick<Weighed, "decibans" | "decibansTotal"> {
  const { texts } = work.stated;
  const { file, items, priors, scores, used, probabilities } = answer;
  const [leader, second] = firstTwo(probabilities.map(file.amountOf)) as [number, number];
  const pair = (row: readonly FigureId[]) => [row[leader] as FigureId, row[second] as FigureId];
  const add = (name: string, by: string, row: readonly FigureId[]) =>
    file.reckoned({ id: file.id("ledger", name), unit: "decibans", rule: "XP6", by, of: pair(row) });
  return {
    decibans: [
      {
        evidence: "prior",
        text: "starting chances",
        figure: add("starting-chances", "decibans-of-ratio", priors),
      },
      ...items.map(({ item }, k) => ({
        evidence: item.id,
        text: texts[item.id] as string,
        figure: add(`item-${stepFor(work, item.id)}`, "decibans-of-ratio", used[k] as FigureId[]),
      })),
    ],
    decibansTotal: add("total", "difference", scores),
  };
}

/** Who would lead without each item. */
function leaveOneOut({ stated, prepared }: Work, { file, items, without }: Filed): Weighed["leaveOneOut"] {
  return items.map(({ item }, k) => {
    const after = without[k] as readonly FigureId[];
    const first = leaderOf(after.map(file.amountOf));
    return {
      without: item.id,
      text: stated.texts[item.id] as string,
      leader: prepared.ids[first] as string,
      probability: after[first] as FigureId,
    };
  });
}

/** The weighed answer of a question, every number of it filed as a figure [XP4, XP6, XP7]. */
export function fileAnswer(work: Work): Weighed {
  const { stated, prepared } = work;
  const { ids, question } = prepared;
  const answer = filed(work);
  const { file, items, rows, exponents, priors, probabilities, scores, used, table, lines } = answer;
  const leadersOnly = stated.input.leadersOnly === true;
  const sensed = { question: question.id, ids, items, rows, exponents, priors, scores, used };
  return {
    is: "weighed",
    ranking: rankingOf(work, answer),
    ...filedCounts(stated, question.id, prepared.seen),
    ...decibansOf(work, answer),
    leaveOneOut: leaveOneOut(work, answer),
    nextFacts: leadersOnly ? [] : fileNextFacts(work, { priors, probabilities }),
    ...(leadersOnly ? {} : fileSensitivity(stated, sensed)),
    boxExact: boxIsExact(table),
    draws: filedDraws(file, DRAWS),
    ...(lines.length > 1 ? { classLines: lines } : {}),
    ...fileWider(
      stated,
      question,
      ids.map((id, e) => [id, probabilities[e] as FigureId]),
    ),
    analysts: analystsOf(stated, stated.gathered.explanations, items),
  };
}

export function ranked(file: Filing, list: readonly AssessedExplanation[]): AssessedExplanation[] {
  return [...list].sort(
    (a, b) => file.amountOf(b.probability) - file.amountOf(a.probability) || byCodeUnit(a.id, b.id),
  );
}

/** Whose starting chances and answers were used. */
export function analystsOf(
  stated: Stated,
  explanations: Stated["gathered"]["explanations"],
  items: readonly PreparedItem[],
): string[] {
  const priors = explanations.filter((e) => e.body.prior !== undefined || e.body.priorGiven !== undefined);
  return [
    ...new Set([
      ...(stated.input.equalPriors === true ? [] : priors.map(author)),
      ...items.flatMap((i) => Object.values(answersOf(stated, i)).flatMap((list) => list.map((j) => j.who))),
    ]),
  ].sort(byCodeUnit);
}

/** Wider explanations, with the chances of their parts together. */
export function fileWider(
  stated: Stated,
  question: Prepared["question"],
  probabilities: readonly (readonly [string, FigureId])[],
): Pick<Weighed, "wider"> {
  const file = fileOf(stated, question.id);
  const wider = widerOf(question).map(({ id, of }) => ({
    id,
    text: stated.texts[id] as string,
    probability: file.reckoned({
      id: file.id("explanation", stated.steps[id] as string, "probability"),
      unit: "share",
      rule: "XP9",
      by: "sum",
      of: probabilities.flatMap(([leaf, figure]) => (of.includes(leaf) ? [figure] : [])),
    }),
  }));
  return wider.length === 0 ? {} : { wider };
}
