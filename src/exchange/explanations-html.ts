import { decibanBar, posteriorAxis, posteriorBar } from "../charts/bars.ts";
import type { AssessedQuestion, Assessment } from "../core/model/assessment.ts";
import type { FigureId } from "../core/model/id.ts";
import { figureLink } from "./grounds-html.ts";
import { type Child, type Element, el, name } from "./html.ts";
import { listed, of100, roundedOf100, short } from "./numbers.ts";

type Weighed = Extract<AssessedQuestion["answer"], { is: "weighed" }>;

export interface ExplanationsPart {
  readonly body: readonly Element[];
  readonly figures: readonly FigureId[];
}

interface Told {
  readonly values: ReadonlyMap<FigureId, number>;
  readonly print: (id: FigureId, shown?: string) => Element;
}

/** Each question with its explanations on the bands of ICD 203, and what each item adds. Nothing where nobody has judged [XP3]. */
export function explanationsHtml({ questions, figures }: Assessment): ExplanationsPart {
  const used: FigureId[] = [];
  const values = new Map(figures.map((f) => [f.id, f.value]));
  const print = (id: FigureId, shown?: string) => {
    used.push(id);
    return figureLink(id, shown ?? of100(values.get(id) ?? 0));
  };
  const body = questions.map((question) =>
    question.answer.is === "weighed" ? weighed(question, question.answer, { values, print }) : open(question),
  );
  return { body, figures: used };
}

function open({ text, answer }: AssessedQuestion): Element {
  const missing = answer.is === "unknown" ? answer.missing : [];
  const slot = el(
    "div",
    { class: "open-slot" },
    el("b", {}, "No judgment yet."),
    missing.length > 0 && " Missing: ",
    ...missing.flatMap((m, i): Child[] => [i > 0 && "; ", name(m)]),
    missing.length > 0 && ".",
  );
  return el("section", { class: "sec" }, el("h2", {}, name(text)), slot);
}

function weighed(question: AssessedQuestion, answer: Weighed, told: Told): Element {
  const note = `Bars: central 90 % of seeded draws from the stated ranges; the notch is the value at their middles. `;
  return el(
    "section",
    { class: "sec" },
    el("h2", {}, name(question.text)),
    ranking(answer, told),
    el(
      "p",
      { class: "soft small under" },
      note,
      "Judged by ",
      name(listed(answer.analysts) || "nobody"),
      ": ",
      told.print(answer.weighed, short(told.values.get(answer.weighed) ?? 0)),
      " of ",
      told.print(answer.cells, short(told.values.get(answer.cells) ?? 0)),
      " cells answered.",
    ),
    ledger(question, answer, told),
  );
}

function ranking({ ranking: list }: Weighed, { values, print }: Told): Element {
  const share = (id: FigureId) => values.get(id) ?? 0;
  const rows = list.map((e) => {
    const [value, from, to] = [e.probability, e.from, e.to].map((id) => roundedOf100(share(id)) / 100) as [
      number,
      number,
      number,
    ];
    const title = `${of100(share(e.probability))} of 100, range ${of100(share(e.from))} to ${of100(share(e.to))}`;
    return el(
      "tr",
      {},
      el("th", { scope: "row" }, name(e.text)),
      el("td", { class: "nw" }, print(e.probability), " in 100 (", print(e.from), " to ", print(e.to), ")"),
      el(
        "td",
        {},
        e.words === null ? el("span", { class: "soft" }, "too uncertain for one word") : e.words.join(" to "),
      ),
      el("td", { class: "post" }, posteriorBar({ value, from, to, title })),
    );
  });
  const head = [
    el("th", { scope: "col" }, "explanation"),
    el("th", { scope: "col" }, "given these judgments"),
    el("th", { scope: "col" }, "in words"),
    el(
      "th",
      { scope: "col", class: "post" },
      el("span", { class: "vh" }, "range on the bands of ICD 203"),
      posteriorAxis(),
    ),
  ];
  return el(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": "Explanations" },
    el("table", { class: "mx" }, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...rows)),
  );
}

/** What each item adds for the leader against the runner-up, in decibans, summing to the total [XP6]. */
function ledger(question: AssessedQuestion, answer: Weighed, { values, print }: Told): Element | null {
  const [leader, second] = answer.ranking;
  if (leader === undefined || second === undefined || answer.decibans.length === 0) return null;
  const value = (id: FigureId) => values.get(id) ?? 0;
  const total = value(answer.decibansTotal);
  const most = Math.max(1, ...answer.decibans.map((d) => Math.abs(value(d.figure))), Math.abs(total));
  const row = (text: Child, id: FigureId, without: Child, last: boolean) => {
    const decibans = value(id);
    const shown =
      Math.abs(decibans) < 0.05 ? "0.0" : `${decibans > 0 ? "+" : "\u2212"}${Math.abs(decibans).toFixed(1)}`;
    return el(
      "tr",
      { class: last ? "tot" : null },
      el("th", { scope: "row" }, text),
      el("td", { class: "barcell" }, decibanBar({ value: decibans, most, title: `${shown} decibans` })),
      el("td", { class: "r nw" }, print(id, shown)),
      el("td", { class: "r" }, without),
    );
  };
  const without = (evidence: string): Child => {
    const left = answer.leaveOneOut.find((l) => l.without === evidence);
    if (left === undefined) return "";
    const who =
      left.leader === leader.id
        ? ""
        : ` ${question.explanations.find((e) => e.id === left.leader)?.text ?? left.leader}`;
    return [print(left.probability), who === "" ? null : [" for", " ", name(who)]];
  };
  const rows = answer.decibans.map((d) => row(name(d.text), d.figure, without(d.evidence), false));
  const head = ["item", "against \u00b7 for", "decibans", "leader without it, in 100"].map((words, i) =>
    el("th", { scope: "col", class: i > 1 ? "r" : i === 1 ? "barcell mid" : null }, words),
  );
  const caption = el(
    "caption",
    {},
    el("b", {}, name(leader.text)),
    " against ",
    el("b", {}, name(second.text)),
    ", in decibans: what each item adds. Filled: for; open: against.",
  );
  return el(
    "div",
    { class: "scroll gap-top", tabindex: 0, role: "region", "aria-label": "What each item adds" },
    el(
      "table",
      { class: "led small" },
      caption,
      el("thead", {}, el("tr", {}, ...head)),
      el("tbody", {}, ...rows, row("sum", answer.decibansTotal, print(leader.probability), true)),
    ),
  );
}
