import type { Comparison, LineageEvidence, Relation } from "../core/model/lineage.ts";
import { RELATION_WORDS } from "./change-look.ts";
import { type Child, type Element, el, name } from "./html.ts";
import { oddsInWords, of100, short } from "./numbers.ts";
import { blank } from "./text-facts.ts";

export interface Explained {
  readonly sourceName: string;
  readonly copyName: string;
  readonly comparison: Comparison;
}

/** Whether one text is told as made from the other: likelier than not, whichever from which. */
export function isOneMadeFromTheOther({ verdict }: Comparison): boolean {
  return verdict.derived >= 0.5;
}

const BASIS = {
  credit: "from a credit or link",
  time: "from the times of publication",
  wording: "from the wording alone",
} as const;

/** What best explains two texts of which neither is made from the other. */
const APART: Readonly<Partial<Record<Relation, string>>> = {
  "shared-source": "Best explained by a source of both that we have not seen.",
  "same-material": "Best explained by the same material, used by each alone.",
  "same-event-independent": "Best explained by two reports of one event, each made by itself.",
  unrelated: "Nothing that they share points from one to the other.",
};

/** What best explains the two texts; never a word on intent [CO12]. */
export function lede(reading: Explained): readonly Element[] {
  const { sourceName, copyName, comparison } = reading;
  const { verdict, direction } = comparison;
  const relation = RELATION_WORDS[verdict.relation];
  const shared: Child[] = [" (", figure(verdict.probabilities["shared-source"]), " in 100)"];
  const unseen: Child[] = ["by a source of both that we have not seen", shared];
  const given = `Given prior odds of ${oddsInWords(verdict.priorOdds)} that one derives from the other: `;
  const derived: Child[] = [given, figure(verdict.derived), " in 100 that it does"];
  const p = (...parts: readonly Child[]) => el("p", { class: "lede" }, ...parts);
  const under = (...parts: readonly Child[]) => el("p", { class: "soft under" }, ...parts);
  if (!isOneMadeFromTheOther(comparison)) {
    return [p(APART[verdict.relation] ?? ""), under(...derived, "; that both draw on a shared source", shared, ".")];
  }
  if (direction.derived === null) {
    const open = `Which from which can\u2019t be told ${BASIS[direction.basis]}.`;
    return [
      p("Best explained by one deriving from the other, or ", ...unseen, ". ", open),
      under(...derived, `, by ${relation}.`),
    ];
  }
  const chance = direction.derived === "b" ? direction.probability : 1 - direction.probability;
  return [
    p(
      name(copyName),
      " is best explained by ",
      name(sourceName),
      ", or ",
      ...unseen,
      `. The direction is ${BASIS[direction.basis]}.`,
    ),
    under(
      ...derived,
      `, by ${relation}. If it does: `,
      figure(chance),
      " in 100 that ",
      name(copyName),
      " is the later one.",
    ),
  ];
}

function figure(share: number): Element {
  return el("a", { class: "fig", href: "#rests-on" }, of100(share));
}

/** The chances of each relation, and what was seen for and against. */
export function restsOn(comparison: Comparison): Element {
  const { verdict, direction } = comparison;
  const relations = Object.entries(verdict.probabilities) as [Relation, number][];
  const rows = relations
    .sort(([, p], [, q]) => q - p)
    .map(([relation, p]) =>
      el(
        "tr",
        {},
        el("th", { scope: "row" }, RELATION_WORDS[relation]),
        el("td", { class: "r" }, `${of100(p)} of 100`),
      ),
    );
  const table = el(
    "table",
    { class: "small" },
    el("caption", {}, `Given prior odds of ${oddsInWords(verdict.priorOdds)} that one derives from the other [LI3].`),
    el(
      "thead",
      {},
      el("tr", {}, el("th", { scope: "col" }, "how they relate"), el("th", { scope: "col", class: "r" }, "chance")),
    ),
    el("tbody", {}, ...rows),
  );
  return el(
    "section",
    { class: "sec", id: "rests-on" },
    el("h2", {}, "What these numbers rest on"),
    el(
      "div",
      { class: "two" },
      el("div", {}, table),
      el(
        "div",
        { class: "stack" },
        evidence("How they relate [LI3]", verdict.evidence),
        evidence("Which from which [LI5]", direction.grounds),
      ),
    ),
  );
}

function evidence(title: string, items: readonly LineageEvidence[]): Element {
  if (items.length === 0) return el("p", { class: "small soft" }, `${title}: `, blank("nothing to go by"));
  const rows = items.map((item) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, item.name),
      el("td", { class: "r" }, short(item.value)),
      el("td", { class: "r" }, item.weight === 0 ? "" : short(item.weight, 2)),
    ),
  );
  return el(
    "table",
    { class: "small" },
    el("caption", {}, title),
    el(
      "thead",
      {},
      el(
        "tr",
        {},
        el("th", { scope: "col" }, "seen"),
        el("th", { scope: "col", class: "r" }, "value"),
        el("th", { scope: "col", class: "r" }, "log-odds"),
      ),
    ),
    el("tbody", {}, ...rows),
  );
}
