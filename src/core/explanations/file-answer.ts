import type { AssessedExplanation, AssessedQuestion } from "../model/assessment.ts";
import type { Ground } from "../model/figure.ts";
import type { FigureId } from "../model/id.ts";
import { byCodeUnit } from "../model/span.ts";
import { achFactor, firstTwo, nextFact } from "./beside.ts";
import type { FiledEnds, Filing } from "./file-cells.ts";
import { type Combination, combinationsOfLines } from "./file-lines.ts";
import { answersOf, fileExponent, fileOf, filePrior, fileRow, type Stated } from "./file-numbers.ts";
import { fileSensitivity } from "./file-sensitivity.ts";
import { exponentPlaces, shapedName } from "./formulas.ts";
import type { Ends } from "./judged.ts";
import { isUsed, type Prepared, type PreparedItem } from "./prepare.ts";
import { DRAWS } from "./random.ts";
import { boxes, boxIsExact, drawnRanges } from "./ranges.ts";
import { author } from "./stated-input.ts";
import { atMiddle, leaderOf, type Numbers, posterior, type Table } from "./table.ts";
import { widerOf } from "./values.ts";
import { carriesNothing, isState, told } from "./words.ts";

export type Weighed = Extract<AssessedQuestion["answer"], { is: "weighed" }>;

/** One question by itself, ready to be filed. */
export interface Work {
  readonly stated: Stated;
  readonly prepared: Prepared;
}

const fileFor = ({ stated, prepared }: Work): Filing => fileOf(stated, prepared.question.id);
const stepFor = ({ stated }: Work, id: string): string => stated.steps[id] as string;

/** The number used for each cell: with the item's exponent, and the average of the answered where nobody answered [XP2, XP5]. */
function cellsUsed(
  work: Work,
  { item, row, exponent }: { item: string; row: readonly (FiledEnds | null)[]; exponent: FiledEnds | null },
  priors: readonly FigureId[],
): FigureId[] {
  const file = fileFor(work);
  const { ids } = work.prepared;
  const path = (e: number, last: string) => file.id("item", stepFor(work, item), stepFor(work, ids[e] as string), last);
  const powered = row.map((cell, e) => {
    if (cell === null || exponent === null) return cell?.value ?? null;
    return file.reckoned({
      id: path(e, "tempered"),
      unit: "share",
      rule: "XP5",
      by: "power",
      of: [cell.value, exponent.value],
    });
  });
  const pairs = powered.flatMap((cell, e) => (cell === null ? [] : [priors[e] as FigureId, cell]));
  return powered.map(
    (cell, e) =>
      cell ??
      file.reckoned({ id: path(e, "not-answered"), unit: "share", rule: "XP2", by: "average-of-answered", of: pairs }),
  );
}

/** Its own figure first, then the others'. */
const ownFirst = <T>(list: readonly T[], e: number): T[] => [list[e] as T, ...list.filter((_, i) => i !== e)];

interface Rows {
  readonly items: readonly PreparedItem[];
  readonly rows: readonly (readonly (FiledEnds | null)[])[];
  readonly exponents: readonly (FiledEnds | null)[];
}

function rowsOf({ stated, prepared }: Work, lines: Combination["lines"] = {}): Rows {
  const question = prepared.question.id;
  const items = prepared.seen.filter(isUsed);
  return {
    items,
    rows: items.map((i) => fileRow(stated, i, { question, lines })),
    exponents: items.map((i) => fileExponent(stated, i, { question, items })),
  };
}

/** The table of filed numbers, and the figures in the order in which a shaped formula takes them. */
function tableOf(priors: readonly FiledEnds[], { rows, exponents }: Rows): { table: Table; of: FigureId[] } {
  const table: Table = {
    priors: priors.map((p) => p.ends),
    rows: rows.map((row) => row.map((c) => c?.ends ?? null)),
    exponents: exponents.map((x) => x?.ends ?? null),
  };
  const { list } = exponentPlaces(table);
  const shared = list.map((ends) => exponents.find((x) => x?.ends === ends) as FiledEnds);
  const of = [...priors, ...rows.flat(), ...shared].flatMap((c) => (c === null ? [] : [c.from, c.value, c.to]));
  return { table, of };
}

/** One line a class, while nobody has picked one: the posterior with the silence of that class [SI9]. */
function classLines(work: Work, priors: readonly FiledEnds[]): NonNullable<Weighed["classLines"]> {
  const file = fileFor(work);
  const { ids } = work.prepared;
  return combinationsOfLines(work.stated, work.prepared.question.id).map(({ name, step, lines }) => {
    const { table, of } = tableOf(priors, rowsOf(work, lines));
    const values = { point: posterior(atMiddle(table)), range: drawnRanges(table) };
    const add = (
      e: number,
      last: string,
      { kind, end, value }: { kind: "point" | "range"; end: "from" | "to"; value: number },
    ) =>
      file.reckoned({
        id: file.id("class", step, stepFor(work, ids[e] as string), last),
        unit: "share",
        rule: "SI9",
        by: shapedName(kind, end, { of: e, table }),
        of,
        value,
      });
    return {
      name,
      explanations: ids.map((id, e) => {
        const range = values.range[e] as Ends;
        return {
          id,
          probability: add(e, "probability", { kind: "point", end: "from", value: values.point[e] as number }),
          from: add(e, "range-from", { kind: "range", end: "from", value: range.from }),
          to: add(e, "range-to", { kind: "range", end: "to", value: range.to }),
        };
      }),
    };
  });
}

/** The headline of a range: its own, or from the lowest to the highest of the class lines. */
function headline(
  work: Work,
  e: number,
  { end, own, lines }: { end: "from" | "to"; own: () => FigureId; lines: NonNullable<Weighed["classLines"]> },
): FigureId {
  if (lines.length < 2) return own();
  const file = fileFor(work);
  const id = file.id("explanation", stepFor(work, work.prepared.ids[e] as string), `range-${end}`);
  const of = lines.map((l) => l.explanations[e]?.[end] as FigureId);
  return file.reckoned({ id, unit: "share", rule: "SI9", by: end === "from" ? "least" : "greatest", of });
}

/** The numbers without what can carry no state's complicity [XP10]. */
function bareOf(stated: Stated, numbers: Numbers, items: readonly PreparedItem[]): Numbers {
  return { ...numbers, rows: numbers.rows.filter((_, i) => !carriesNothing(stated, (items[i] as PreparedItem).item)) };
}

/** The weighed answer of a question, every number of it filed as a figure [XP4, XP6, XP7]. */
export function fileAnswer(work: Work): Weighed {
  const { stated, prepared } = work;
  const { texts, gathered } = stated;
  const file = fileFor(work);
  const { ids } = prepared;
  const step = (e: number) => ["explanation", stepFor(work, ids[e] as string)];
  const statedPriors = ids.map((id) => filePrior(stated, prepared.question.id, id));
  const share = (e: number, last: string, by: string, of: readonly FigureId[]) =>
    file.reckoned({ id: file.id(...step(e), last), unit: "share", rule: "XP4", by, of });
  const priorValues = statedPriors.map((p) => p.value);
  const priors = ids.map((_, e) => share(e, "prior", "share-of-sum", ownFirst(priorValues, e)));
  const all = rowsOf(work);
  const { items, rows } = all;
  const used = rows.map((row, i) =>
    cellsUsed(work, { item: items[i]?.item.id as string, row, exponent: all.exponents[i] ?? null }, priors),
  );
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
  const { table, of: numbers } = tableOf(statedPriors, all);
  const [leader, second] = firstTwo(today) as [number, number];
  const without = items.map((i, k) => {
    const row = used[k] as FigureId[];
    const name = stepFor(work, i.item.id);
    return ids.map((_, e) => {
      const of = ownFirst(
        scores.map((s, j) => [s, row[j] as FigureId]),
        e,
      ).flat();
      return share(e, `without-${name}`, "share-of-decibans-without", of);
    });
  });
  const lines = classLines(work, statedPriors);
  const leadersOnly = stated.input.leadersOnly === true;
  const range = drawnRanges(table);
  const dear = { range, box: leadersOnly ? range : boxes(table) };
  const bare = posterior(bareOf(stated, atMiddle(table), items));
  const ranking = ids.map((id, e): AssessedExplanation => {
    const end = (kind: "range" | "box", at: "from" | "to") => {
      const by = shapedName(kind, at, { of: e, table });
      const value = dear[kind][e]?.[at] as number;
      return file.reckoned({
        id: file.id(...step(e), `${kind}-${at}`),
        unit: "share",
        rule: "XP4",
        by,
        of: numbers,
        value,
      });
    };
    const from = headline(work, e, { end: "from", own: () => end("range", "from"), lines });
    const to = headline(work, e, { end: "to", own: () => end("range", "to"), lines });
    const left = without.map((w) => file.amountOf(w[e] as FigureId));
    return {
      id,
      text: texts[id] as string,
      probability: probabilities[e] as FigureId,
      from,
      to,
      boxFrom: end("box", "from"),
      boxTo: end("box", "to"),
      ...told(
        { from: file.amountOf(from), to: file.amountOf(to) },
        {
          leftOut: left,
          bare: isState(stated, id) ? (bare[e] as number) : null,
        },
      ),
      ...fileInconsistent(work, e, { rows, items, priors }),
    };
  });
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
    ranking: ranked(file, ranking),
    ...filedCounts(stated, prepared.question.id, prepared.seen),
    decibans: [
      { evidence: "prior", text: "starting chances", figure: deciban("starting-chances", priors) },
      ...items.map(({ item }, k) => ({
        evidence: item.id,
        text: texts[item.id] as string,
        figure: deciban(`item-${stepFor(work, item.id)}`, used[k] as FigureId[]),
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
    nextFacts: leadersOnly ? [] : fileNextFacts(work, { priors, probabilities }),
    ...(leadersOnly
      ? {}
      : fileSensitivity(stated, { question: prepared.question.id, ids, ...all, priors, scores, used })),
    boxExact: boxIsExact(table),
    draws: filedDraws(file, DRAWS),
    ...(lines.length > 1 ? { classLines: lines } : {}),
    ...fileWider(
      stated,
      prepared.question,
      ids.map((id, e) => [id, probabilities[e] as FigureId]),
    ),
    analysts: analystsOf(stated, gathered.explanations, items),
  };
}

const DRAWN: Ground = {
  is: "table",
  name: "seeded draws",
  citation: "docs/method/XP4.md: by the size of the model, never by the clock",
};

/** How many draws stand behind the ranges [XP4]. */
export const filedDraws = (file: Filing, draws: number): FigureId =>
  file.read({ id: file.id("draws"), value: draws, unit: "count", rule: "XP4", from: [DRAWN] });

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

interface Filed {
  readonly items: readonly PreparedItem[];
  readonly rows: readonly (readonly (FiledEnds | null)[])[];
  readonly priors: readonly FigureId[];
}

/** How many items surprise under the explanation, and ACH's weighted sum; 0, grounded in its starting chance, where nothing is answered for it. */
function fileInconsistent(
  work: Work,
  e: number,
  { rows, items, priors }: Filed,
): { inconsistent: FigureId; inconsistency: FigureId } {
  const file = fileFor(work);
  const path = (last: string) => file.id("explanation", stepFor(work, work.prepared.ids[e] as string), last);
  const answered = rows.flatMap((row, i) => (row[e] ? [{ figure: row[e].value, item: items[i] as PreparedItem }] : []));
  const add = (last: string, unit: "count" | "score", by: string) =>
    answered.length > 0
      ? file.reckoned({ id: path(last), unit, rule: "XP6", by, of: answered.map((a) => a.figure) })
      : file.read({ id: path(last), value: 0, unit, rule: "XP6", from: [{ is: "figure", id: priors[e] as FigureId }] });
  const factors = answered.map(({ item: { item } }) => achFactor(item)).join(",");
  return {
    inconsistent: add("inconsistent", "count", "count-inconsistent"),
    inconsistency: add("inconsistency", "score", `weighted-inconsistent:${factors}`),
  };
}

const CELLS: Ground = {
  is: "table",
  name: "cells of the question",
  citation: "docs/method/XP2.md: each observed item with each explanation, as stated",
};

/** Answered cells, and all cells that a person could answer, of what was observed. */
export function filedCounts(
  stated: Stated,
  question: string,
  seen: readonly PreparedItem[],
): { weighed: FigureId; cells: FigureId } {
  const file = fileOf(stated, question);
  const judged = seen.filter((i) => i.item.computed !== true);
  const answered = judged.flatMap((i) =>
    fileRow(stated, i, { question }).flatMap((cell) => (cell === null ? [] : [cell.value])),
  );
  const entries = [...stated.gathered.explanations, ...stated.gathered.evidence];
  const grounds = entries.map((e): Ground => ({ is: "judgment", seq: e.seq, who: author(e) }));
  return {
    weighed: file.reckoned({ id: file.id("answers"), unit: "count", rule: "XP2", by: "how-many", of: answered }),
    cells: file.read({
      id: file.id("answers-possible"),
      value: judged.reduce((n, i) => n + i.row.length, 0),
      unit: "count",
      rule: "XP2",
      from: [...grounds, CELLS],
    }),
  };
}

function fileNextFacts(
  work: Work,
  { priors, probabilities }: { priors: readonly FigureId[]; probabilities: readonly FigureId[] },
): Weighed["nextFacts"] {
  const { prepared, stated } = work;
  const file = fileFor(work);
  const today = probabilities.map(file.amountOf);
  const facts = prepared.notYet
    .filter((i) => i.answered >= 2)
    .map((i) => {
      const row = fileRow(stated, i, { question: prepared.question.id });
      const chances = cellsUsed(work, { item: i.item.id, row, exponent: null }, priors);
      const of = probabilities.flatMap((p, e) => [p, chances[e] as FigureId]);
      const add = (last: string, unit: "share" | "bits", by: string) =>
        file.reckoned({ id: file.id("item", stepFor(work, i.item.id), last), unit, rule: "XP7", by, of });
      const next = nextFact(today, chances.map(file.amountOf));
      return {
        evidence: i.item.id,
        text: stated.texts[i.item.id] as string,
        bits: add("bits", "bits", "bits-of-fact"),
        changesLeader: add("changes-leader", "share", "chance-that-leader-changes"),
        ...(prepared.question.threshold === undefined
          ? {}
          : {
              crossesThreshold: add("crosses-threshold", "share", `chance-of-crossing:${prepared.question.threshold}`),
            }),
        seen: stated.expected[i.item.id] ?? "yes",
        ifSeen: add("if-seen", "share", "chance-of-fact"),
        leaderIfSeen: prepared.ids[leaderOf(next.posteriorIfSeen)] as string,
        leaderIfNot: prepared.ids[leaderOf(next.posteriorIfNot)] as string,
      };
    });
  return byBits(file, facts);
}

export function byBits(file: Filing, facts: readonly Weighed["nextFacts"][number][]): Weighed["nextFacts"] {
  return [...facts].sort((a, b) => file.amountOf(b.bits) - file.amountOf(a.bits) || byCodeUnit(a.evidence, b.evidence));
}
