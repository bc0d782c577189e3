import type { FigureId } from "../model/id.ts";
import { byCodeUnit } from "../model/span.ts";
import { nextFact } from "./beside.ts";
import type { Filing } from "./file-cells.ts";
import { fileRow } from "./file-numbers.ts";
import type { Weighed } from "./file-work.ts";
import { cellsUsed, fileFor, stepFor, type Work } from "./file-work.ts";
import { leaderOf } from "./table.ts";

export function fileNextFacts(
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
