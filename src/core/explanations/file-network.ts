import type { AssessedExplanation } from "../model/assessment.ts";
import type { FigureId, QuestionId } from "../model/id.ts";
import { achMark, firstTwo, nextFact } from "./beside.ts";
import { offTheEdge } from "./decibans.ts";
import { analystsOf, fileWider, ranked } from "./file-answer.ts";
import type { FiledEnds } from "./file-cells.ts";
import { filedCounts, filedDraws } from "./file-counts.ts";
import { combinationsOfLines } from "./file-lines.ts";
import { byBits } from "./file-next-facts.ts";
import { fileExponent, fileFactChance, fileOf, filePrior, fileRow, type Lines, type Stated } from "./file-numbers.ts";
import { fileNetworkSensitivity } from "./file-sensitivity.ts";
import type { Weighed } from "./file-work.ts";
import type { Ends } from "./judged.ts";
import { chancesOf, jointOf, networkLedger, underEach, withoutItem, withoutItems, worked } from "./network-beside.ts";
import { type NetworkQuestion, networkBox, networkName, networkRange } from "./network-formulas.ts";
import { isRange } from "./network-numbers.ts";
import { type BuiltNetwork, type NumberSource, networkOf } from "./network-of.ts";
import { drawsOf } from "./network-ranges.ts";
import type { Together } from "./prepare.ts";
import { readied } from "./ready.ts";
import type { Network } from "./shape.ts";
import { leaderOf } from "./table.ts";
import { crossing } from "./told.ts";
import { carriesNothing, isState, told } from "./words.ts";

/** Questions that hang together, ready to be filed. */
export interface NetworkWork {
  readonly stated: Stated;
  readonly together: Together;
}

/** A network whose numbers are filed: the figures in the order in which a formula over it takes them. */
interface FiledNetwork {
  readonly network: Network;
  readonly of: readonly FigureId[];
  /** The figure of each number itself. */
  readonly values: readonly FigureId[];
}

/** The question under whose path a number is filed: its own, or the first of those that hang together. */
function homeOf(built: BuiltNetwork, { questions }: Together, source: NumberSource): string {
  const first = questions[0]?.id as string;
  if (source.is === "prior") return source.question;
  if (source.is === "fact") return first;
  const on = built.items[source.item]?.on.find((a) => a.is === "question");
  return on?.id ?? first;
}

function fileNetworkNumbers({ stated, together }: NetworkWork, built: BuiltNetwork, lines: Lines): FiledNetwork {
  const rows = new Map<number, readonly (FiledEnds | null)[]>();
  const filed = built.sources.map((source, i): FiledEnds => {
    const question = homeOf(built, together, source);
    switch (source.is) {
      case "prior":
        return filePrior(stated, question, source.explanation, source.given);
      case "fact":
        return fileFactChance(stated, question, { ...source, ends: built.network.numbers[i] as Ends });
      case "exponent":
        return fileExponent(stated, built.items[source.item] as BuiltNetwork["items"][number], {
          question,
          items: built.items,
        }) as FiledEnds;
      default: {
        const item = built.items[source.item] as BuiltNetwork["items"][number];
        const row = rows.get(source.item) ?? fileRow(stated, item, { question, lines });
        rows.set(source.item, row);
        return row[source.cell] as FiledEnds;
      }
    }
  });
  return {
    network: { shape: built.network.shape, numbers: filed.map((f) => f.ends) },
    of: filed.flatMap((f) => (isRange(f.ends) ? [f.from, f.value, f.to] : [f.value])),
    values: filed.map((f) => f.value),
  };
}

/** The weighed answers of questions that hang together, every number filed as a figure over the numbers that were stated [XP1, XP4]. */
export function fileNetwork(work: NetworkWork): Readonly<Record<QuestionId, Weighed>> {
  const built = networkOf(work.together, work.stated.input.equalPriors === true);
  const filed = fileNetworkNumbers(work, built, {});
  const combinations = combinationsOfLines(work.stated, null).map((c) => ({
    ...c,
    filed: fileNetworkNumbers(work, built, c.lines),
  }));
  return Object.fromEntries(
    work.together.questions.map((q) => [q.id, answerFor(work, { built, filed, combinations, question: q })]),
  );
}

interface One {
  readonly built: BuiltNetwork;
  readonly filed: FiledNetwork;
  readonly combinations: readonly { readonly name: string; readonly step: string; readonly filed: FiledNetwork }[];
  readonly question: Together["questions"][number];
}

function answerFor({ stated, together }: NetworkWork, { built, filed, combinations, question }: One): Weighed {
  const file = fileOf(stated, question.id);
  const v = built.asked.findIndex((a) => a.id === question.id);
  const values = built.asked[v]?.values ?? [];
  const step = (id: string) => stated.steps[id] as string;
  const ready = readied(filed.network);
  const work = worked(ready);
  const joint = jointOf(work, v);
  interface Asking {
    readonly path: readonly string[];
    readonly what: NetworkQuestion;
    readonly at: readonly number[];
    readonly value: number;
    readonly rule?: string;
    readonly unit?: "share" | "decibans" | "bits" | "count";
    readonly from?: FiledNetwork;
  }
  const add = ({ path, what, at, value, rule = "XP4", unit = "share", from = filed }: Asking) =>
    file.reckoned({ id: file.id(...path), unit, rule, by: networkName(what, at, from.network), of: from.of, value });
  const lines = combinations.map((c) => {
    const today = jointOf(worked(readied(c.filed.network)), v).today;
    const range = networkRange(c.filed.network, v);
    const own = (e: number, last: string, what: NetworkQuestion, value: number) =>
      add({
        path: ["class", c.step, step(values[e] as string), last],
        what,
        at: [v, e],
        value,
        rule: "SI9",
        from: c.filed,
      });
    return {
      name: c.name,
      explanations: values.map((id, e) => ({
        id,
        probability: own(e, "probability", "probability", offTheEdge(today[e] as number)),
        from: own(e, "range-from", "range-from", range[e]?.from as number),
        to: own(e, "range-to", "range-to", range[e]?.to as number),
      })),
    };
  });
  const range = networkRange(filed.network, v);
  const box = networkBox(filed.network, v);
  const seen = built.items.flatMap((i, k) => (i.item.observed === null ? [] : [k]));
  const left = seen.map((k) => withoutItem(work, joint, k));
  const under = underEach(work, v, seen);
  const name = (k: number) => built.items[k]?.item.id as string;
  const probabilities = values.map((id, e) =>
    add({
      path: ["explanation", step(id), "probability"],
      what: "probability",
      at: [v, e],
      value: offTheEdge(joint.today[e] as number),
    }),
  );
  const weightless = built.items.flatMap((i, k) => (carriesNothing(stated, i.item) ? [k] : []));
  const bare = withoutItems(work, v, weightless);
  // Reports of one origin, or traces of one fact, are left out together.
  const origins = built.asked.flatMap((a) => {
    const of = seen.filter((k) => built.items[k]?.on.some((o) => o.id === a.id));
    return a.is === "fact" && of.length > 1 ? [withoutItems(work, v, of)] : [];
  });
  const ranking = values.map((id, e): AssessedExplanation => {
    const end = (kind: "range" | "box", at: "from" | "to") => {
      const value = (kind === "range" ? range : box)[e]?.[at] as number;
      const path = ["explanation", step(id), `${kind}-${at}`];
      if (kind === "box" || lines.length < 2) return add({ path, what: `${kind}-${at}`, at: [v, e], value });
      const of = lines.map((l) => l.explanations[e]?.[at] as FigureId);
      return file.reckoned({
        id: file.id(...path),
        unit: "share",
        rule: "SI9",
        by: at === "from" ? "least" : "greatest",
        of,
      });
    };
    const [from, to] = [end("range", "from"), end("range", "to")];
    const surprising = seen.filter((_, i) => achMark(under[e]?.[i] as number) > 0).length;
    return {
      id,
      text: stated.texts[id] as string,
      probability: probabilities[e] as FigureId,
      from,
      to,
      boxFrom: end("box", "from"),
      boxTo: end("box", "to"),
      ...told(
        { from: file.amountOf(from), to: file.amountOf(to) },
        {
          leftOut: [...left, ...origins].map((p) => p[e] as number),
          bare: isState(stated, id) ? (bare[e] as number) : null,
        },
      ),
      inconsistent: add({
        path: ["explanation", step(id), "inconsistent"],
        what: "inconsistent",
        at: [v, e],
        value: surprising,
        rule: "XP6",
        unit: "count",
      }),
    };
  });
  const pair = firstTwo(joint.today);
  const ledger = networkLedger(work, v, pair);
  const decibans = [
    {
      evidence: "prior",
      text: "starting chances",
      figure: add({
        path: ["ledger", "starting-chances"],
        what: "ledger-prior",
        at: [v, ...pair],
        value: ledger.prior,
        rule: "XP6",
        unit: "decibans",
      }),
    },
    ...ledger.parts.map((part, k) => {
      const alone = part.variables.length === 0;
      const names = part.variables.map((w) => built.asked[w]?.id as string);
      const id = alone ? name(part.items[0] as number) : names.join("+");
      const told = alone ? [id] : names;
      return {
        evidence: id,
        text: told.map((x) => stated.texts[x] ?? x).join(" and "),
        figure: add({
          path: [
            "ledger",
            alone ? `item-${step(id)}` : `through-${names.map((x) => stated.steps[x] ?? x).join("-and-")}`,
          ],
          what: "ledger-part",
          at: [v, ...pair, k],
          value: part.decibans,
          rule: "XP6",
          unit: "decibans",
        }),
      };
    }),
  ];
  const threshold = question.threshold === undefined ? undefined : Math.round(question.threshold * 10_000);
  const open = built.items.flatMap((i, k) => (i.item.observed === null ? [k] : []));
  return {
    is: "weighed",
    ranking: ranked(file, ranking),
    ...filedCounts(
      stated,
      question.id,
      together.items.filter((i) => i.item.observed !== null),
    ),
    decibans,
    decibansTotal: file.reckoned({
      id: file.id("ledger", "total"),
      unit: "decibans",
      rule: "XP6",
      by: "sum",
      of: decibans.map((d) => d.figure),
    }),
    leaveOneOut: seen.map((k, i) => {
      const e = leaderOf(left[i] as number[]);
      const value = left[i]?.[e] as number;
      const path = ["explanation", step(values[e] as string), `without-${step(name(k))}`];
      return {
        without: name(k),
        text: stated.texts[name(k)] as string,
        leader: values[e] as string,
        probability: add({ path, what: "without", at: [v, e, k], value }),
      };
    }),
    nextFacts: byBits(
      file,
      open.map((k) => {
        const next = nextFact(joint.today, chancesOf(work, joint, k));
        const crosses = crossing(threshold === undefined ? undefined : threshold / 10_000, {
          today: joint.today,
          ...next,
        });
        const of = (last: string, what: NetworkQuestion, value: number, unit: "share" | "bits" = "share") =>
          add({ path: ["item", step(name(k)), last], what, at: [v, k], value, rule: "XP7", unit });
        return {
          evidence: name(k),
          text: stated.texts[name(k)] as string,
          bits: of("bits", "bits", next.bits, "bits"),
          changesLeader: of("changes-leader", "changes-leader", next.changesLeader),
          ...(crosses === null
            ? {}
            : {
                crossesThreshold: add({
                  path: ["item", step(name(k)), "crosses-threshold"],
                  what: "crosses",
                  at: [v, k, threshold as number],
                  value: crosses,
                  rule: "XP7",
                }),
              }),
          seen: stated.expected[name(k)] ?? "yes",
          ifSeen: of("if-seen", "if-seen", next.ifSeen),
          leaderIfSeen: values[leaderOf(next.posteriorIfSeen)] as string,
          leaderIfNot: values[leaderOf(next.posteriorIfNot)] as string,
        };
      }),
    ),
    ...fileNetworkSensitivity(stated, {
      ...{ question: question.id, values, items: built.items, seen, work, joint },
      ...{ network: filed.network, of: filed.of, figures: filed.values },
    }),
    boxExact: !filed.network.numbers.some(isRange),
    draws: filedDraws(file, drawsOf(ready)),
    ...(lines.length > 1 ? { classLines: lines } : {}),
    ...fileWider(
      stated,
      question,
      values.map((id, e) => [id, probabilities[e] as FigureId]),
    ),
    ...(together.questions.length > 1
      ? { together: together.questions.map((q) => q.id).filter((id) => id !== question.id) }
      : {}),
    analysts: analystsOf(
      stated,
      stated.gathered.explanations,
      seen.map((k) => built.items[k] as (typeof built.items)[number]),
    ),
  };
}
