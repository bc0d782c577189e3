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
  const draws = answer.draws === undefined ? "" : `${short(told.values.get(answer.draws) ?? 0)} `;
  const note = `Bars: central 90 % of ${draws}seeded draws from the stated ranges; the notch is the value at their middles. Worst and best: what the stated ranges allow at most${answer.boxExact === false ? ", as far as a search found" : ""}. `;
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
    classLines(answer, told),
    ledger(question, answer, told),
    sensitivity(question, answer, told),
    nextFacts(question, answer, told),
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
      el("td", { class: "nw" }, print(e.boxFrom), " to ", print(e.boxTo)),
      el("td", { class: "r" }, print(e.inconsistent, short(share(e.inconsistent)))),
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
    el("th", { scope: "col" }, "worst and best"),
    el("th", { scope: "col", class: "r" }, "items that surprise"),
  ];
  return el(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": "Explanations" },
    el("table", { class: "mx" }, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...rows)),
  );
}

/** While nobody has picked a reference class for a silence: what each would give the leader [SI9]. */
function classLines({ classLines: lines = [], ranking: [leader] }: Weighed, { print }: Told): Element | null {
  if (lines.length === 0 || leader === undefined) return null;
  const rows = lines.flatMap((l) => {
    const own = l.explanations.find((e) => e.id === leader.id);
    if (own === undefined) return [];
    const cell = el(
      "td",
      { class: "nw" },
      print(own.probability),
      " in 100 (",
      print(own.from),
      " to ",
      print(own.to),
      ")",
    );
    return [el("tr", {}, el("th", { scope: "row" }, name(l.name)), cell)];
  });
  const caption = el(
    "caption",
    {},
    "Nobody has picked a reference class for the silence, so the ranges span all of them. ",
    el("b", {}, name(leader.text)),
    ", by class:",
  );
  return el(
    "div",
    { class: "scroll gap-top", tabindex: 0, role: "region", "aria-label": "By reference class" },
    el("table", { class: "led small" }, caption, el("tbody", {}, ...rows)),
  );
}

const MOST_THRESHOLDS = 5;
/** Told from here on: an item twice as rare beside the rest as by itself. */
const TOLD_CONFLICT = 3;

/** The answers at which another explanation would lead, and the items that the rest of the evidence speaks against [XP6]. */
function sensitivity(question: AssessedQuestion, answer: Weighed, { values, print }: Told): Element | null {
  const text = (id: string) => question.explanations.find((e) => e.id === id)?.text ?? id;
  const said = (words: string): Child[] => ["\u201c", name(words), "\u201d"];
  const levels = (answer.thresholds ?? []).slice(0, MOST_THRESHOLDS).map((t) => {
    const lower = (values.get(t.at) ?? 0) < (values.get(t.now) ?? 0);
    const now = [" under ", ...said(t.underText), " is taken as ", print(t.now), " in 100: "];
    const then = [lower ? "under " : "over ", print(t.at), ", ", ...said(text(t.leads)), " would lead."];
    return el("li", {}, ...said(t.text), ...now, ...then);
  });
  const conflicts = (answer.conflicts ?? []).filter((c) => (values.get(c.figure) ?? 0) >= TOLD_CONFLICT);
  const against = conflicts.map((c) => {
    const times = short(10 ** ((values.get(c.figure) ?? 0) / 10), 2);
    return el(
      "li",
      {},
      ...said(c.text),
      " is ",
      print(c.figure, times),
      " times as rare beside the rest as by itself.",
    );
  });
  if (levels.length + against.length === 0) return null;
  return el(
    "div",
    { class: "gap-top small" },
    levels.length > 0 && el("h3", {}, "Answers that decide who leads, the nearest first"),
    levels.length > 0 && el("ul", {}, ...levels),
    against.length > 0 && el("h3", {}, "What the rest of the evidence speaks against"),
    against.length > 0 && el("ul", {}, ...against),
  );
}

/** The facts worth finding next, with what each would tell [XP7]. */
function nextFacts(question: AssessedQuestion, answer: Weighed, { values, print }: Told): Element | null {
  if (answer.nextFacts.length === 0) return null;
  const text = (id: string | undefined) => question.explanations.find((e) => e.id === id)?.text ?? "";
  const crosses = answer.nextFacts.some((f) => f.crossesThreshold !== undefined);
  const rows = answer.nextFacts.map((f) => {
    const lead = (id: string | undefined): Child => name(text(id));
    return el(
      "tr",
      {},
      el("th", { scope: "row" }, name(f.text), f.seen === undefined ? null : [": ", name(f.seen)]),
      el("td", { class: "r" }, f.ifSeen === undefined ? "" : print(f.ifSeen)),
      el("td", {}, lead(f.leaderIfSeen)),
      el("td", {}, lead(f.leaderIfNot)),
      el("td", { class: "r" }, print(f.changesLeader)),
      crosses ? el("td", { class: "r" }, f.crossesThreshold === undefined ? "" : print(f.crossesThreshold)) : null,
      el("td", { class: "r" }, print(f.bits, short(values.get(f.bits) ?? 0, 2))),
    );
  });
  const head = [
    ...["worth finding next", "of 100, so", "leads if so", "leads if not", "of 100, another leads"],
    ...(crosses ? ["of 100, the threshold is crossed"] : []),
    "bits",
  ];
  return el(
    "div",
    { class: "scroll gap-top", tabindex: 0, role: "region", "aria-label": "Worth finding next" },
    el(
      "table",
      { class: "led small" },
      el(
        "thead",
        {},
        el("tr", {}, ...head.map((h, i) => el("th", { scope: "col", class: i === 1 || i > 3 ? "r" : null }, h))),
      ),
      el("tbody", {}, ...rows),
    ),
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
