import { decibanBar, posteriorAxis, posteriorBar } from "../charts/bars.ts";
import { spellingBy } from "../core/brief/called.ts";
import { itemText } from "../core/brief/judgment.ts";
import { wordingOf } from "../core/brief/wording/wordings.ts";
import type { AssessedQuestion, Assessment } from "../core/model/assessment.ts";
import type { FigureId } from "../core/model/id.ts";
import { likelihoodIn } from "../core/model/likelihood.ts";
import { type ExplanationWords, explanationWords } from "./explanation-words.ts";
import { figureLink } from "./grounds-html.ts";
import { type Child, type Element, el, name } from "./html.ts";
import { listed, of100, roundedOf100, short } from "./numbers.ts";

type Weighed = Extract<AssessedQuestion["answer"], { is: "weighed" }>;

export interface ExplanationsPart {
  readonly body: readonly Element[];
  readonly figures: readonly FigureId[];
}

interface Told {
  readonly words: ExplanationWords;
  readonly to: string;
  /** A likelihood word, and the text of an item or the name of a class, in the page's language. */
  readonly likelihood: (word: string) => string;
  readonly item: (of: { readonly evidence: string; readonly text?: string }) => string;
  readonly ours: (text: string) => string;
  readonly marks: readonly [string, string];
  readonly comma: string;
  /** A share as a count of 100, in words where it is beyond 1 or 99. */
  readonly share: (value: number) => string;
  readonly values: ReadonlyMap<FigureId, number>;
  readonly print: (id: FigureId, shown?: string) => Element;
}

/** Each question with its explanations on the bands of ICD 203, and what each item adds. Nothing where nobody has judged [XP3]. */
export function explanationsHtml(assessment: Assessment): ExplanationsPart {
  const { questions, figures } = assessment;
  const { language } = assessment.brief;
  const say = wordingOf(language);
  const writing = { assessment, say, spelled: spellingBy(assessment, say) };
  const share = (value: number) => (language === "ar" ? say.shown(value, "of-100") : of100(value));
  const used: FigureId[] = [];
  const values = new Map(figures.map((f) => [f.id, f.value]));
  const print = (id: FigureId, shown?: string) => {
    used.push(id);
    return figureLink(id, shown ?? share(values.get(id) ?? 0));
  };
  const told: Told = {
    ...{ values, print, share, to: say.to, marks: say.marks, comma: say.comma, ours: say.ours },
    words: explanationWords(language),
    likelihood: (word) => likelihoodIn(say.language, word),
    item: (of) => itemText(writing, of),
  };
  const body = questions.map((question) =>
    question.answer.is === "weighed" ? weighed(question, question.answer, told) : open(question, told),
  );
  return { body, figures: used };
}

function open({ text, answer }: AssessedQuestion, { words, ours }: Told): Element {
  const missing = answer.is === "unknown" ? answer.missing : [];
  const slot = el(
    "div",
    { class: "open-slot" },
    el("b", {}, words.none),
    missing.length > 0 && words.missing,
    ...missing.flatMap((m, i): Child[] => [i > 0 && words.between, name(ours(m))]),
    missing.length > 0 && ".",
  );
  return el("section", { class: "sec" }, el("h2", {}, name(text)), slot);
}

function weighed(question: AssessedQuestion, answer: Weighed, told: Told): Element {
  const draws = answer.draws === undefined ? "" : `${short(told.values.get(answer.draws) ?? 0)} `;
  const { words } = told;
  const note = words.bars(draws, answer.boxExact === false);
  return el(
    "section",
    { class: "sec" },
    el("h2", {}, name(question.text)),
    ranking(answer, told),
    el(
      "p",
      { class: "soft small under" },
      note,
      words.judgedBy,
      name(listed(answer.analysts, words.and) || words.nobody),
      ": ",
      told.print(answer.weighed, short(told.values.get(answer.weighed) ?? 0)),
      words.of,
      told.print(answer.cells, short(told.values.get(answer.cells) ?? 0)),
      words.answered,
    ),
    classLines(answer, told),
    ledger(question, answer, told),
    sensitivity(question, answer, told),
    nextFacts(question, answer, told),
  );
}

function ranking({ ranking: list }: Weighed, told: Told): Element {
  const { values, print, words, share: shown } = told;
  const share = (id: FigureId) => values.get(id) ?? 0;
  const rows = list.map((e) => {
    const [value, from, to] = [e.probability, e.from, e.to].map((id) => roundedOf100(share(id)) / 100) as [
      number,
      number,
      number,
    ];
    const title = words.range(shown(share(e.probability)), shown(share(e.from)), shown(share(e.to)));
    return el(
      "tr",
      {},
      el("th", { scope: "row" }, name(e.text)),
      el("td", { class: "nw" }, print(e.probability), words.in100, print(e.from), told.to, print(e.to), ")"),
      el(
        "td",
        {},
        e.words === null
          ? el("span", { class: "soft" }, words.tooUncertain)
          : e.words.map(told.likelihood).join(told.to),
      ),
      el("td", { class: "post" }, posteriorBar({ value, from, to, title })),
      el("td", { class: "nw" }, print(e.boxFrom), told.to, print(e.boxTo)),
      el("td", { class: "r" }, print(e.inconsistent, short(share(e.inconsistent)))),
    );
  });
  const head = [
    el("th", { scope: "col" }, words.heads[0]),
    el("th", { scope: "col" }, words.heads[1]),
    el("th", { scope: "col" }, words.heads[2]),
    el("th", { scope: "col", class: "post" }, el("span", { class: "vh" }, words.heads[3]), posteriorAxis(words.bands)),
    el("th", { scope: "col" }, words.heads[4]),
    el("th", { scope: "col", class: "r" }, words.heads[5]),
  ];
  return el(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": words.explanations },
    el("table", { class: "mx" }, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...rows)),
  );
}

/** While nobody has picked a reference class for a silence: what each would give the leader [SI9]. */
function classLines(
  { classLines: lines = [], ranking: [leader] }: Weighed,
  { print, words, to, ours }: Told,
): Element | null {
  if (lines.length === 0 || leader === undefined) return null;
  const rows = lines.flatMap((l) => {
    const own = l.explanations.find((e) => e.id === leader.id);
    if (own === undefined) return [];
    const cell = el(
      "td",
      { class: "nw" },
      print(own.probability),
      words.in100,
      print(own.from),
      to,
      print(own.to),
      ")",
    );
    return [el("tr", {}, el("th", { scope: "row" }, name(ours(l.name))), cell)];
  });
  const caption = el("caption", {}, words.unpicked[0], el("b", {}, name(leader.text)), words.unpicked[1]);
  return el(
    "div",
    { class: "scroll gap-top", tabindex: 0, role: "region", "aria-label": words.byClass },
    el("table", { class: "led small" }, caption, el("tbody", {}, ...rows)),
  );
}

const MOST_THRESHOLDS = 5;
/** Told from here on: an item twice as rare beside the rest as by itself. */
const TOLD_CONFLICT = 3;

/** The answers at which another explanation would lead, and the items that the rest of the evidence speaks against [XP6]. */
function sensitivity(
  question: AssessedQuestion,
  answer: Weighed,
  { values, print, words, marks, item, comma }: Told,
): Element | null {
  const textOf = (id: string) => question.explanations.find((e) => e.id === id)?.text ?? id;
  const said = (text: string): Child[] => [marks[0], name(text), marks[1]];
  const levels = (answer.thresholds ?? []).slice(0, MOST_THRESHOLDS).map((t) => {
    const lower = (values.get(t.at) ?? 0) < (values.get(t.now) ?? 0);
    const [under, as, below, above, leads] = words.taken;
    const now = [under, ...said(t.underText), as, print(t.now)];
    const then = [lower ? below : above, print(t.at), comma, ...said(textOf(t.leads)), leads];
    return el("li", {}, ...said(item(t)), ...now, ...then);
  });
  const conflicts = (answer.conflicts ?? []).filter((c) => (values.get(c.figure) ?? 0) >= TOLD_CONFLICT);
  const against = conflicts.map((c) => {
    const times = short(10 ** ((values.get(c.figure) ?? 0) / 10), 2);
    return el("li", {}, ...said(item(c)), words.rarer[0], print(c.figure, times), words.rarer[1]);
  });
  if (levels.length + against.length === 0) return null;
  return el(
    "div",
    { class: "gap-top small" },
    levels.length > 0 && el("h3", {}, words.deciding),
    levels.length > 0 && el("ul", {}, ...levels),
    against.length > 0 && el("h3", {}, words.conflicting),
    against.length > 0 && el("ul", {}, ...against),
  );
}

/** The facts worth finding next, with what each would tell [XP7]. */
function nextFacts(question: AssessedQuestion, answer: Weighed, { values, print, words }: Told): Element | null {
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
  const head = [...words.next, ...(crosses ? [words.crossed] : []), words.bits];
  return el(
    "div",
    { class: "scroll gap-top", tabindex: 0, role: "region", "aria-label": words.nextLabel },
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
function ledger(question: AssessedQuestion, answer: Weighed, { values, print, words, item }: Told): Element | null {
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
      el("td", { class: "barcell" }, decibanBar({ value: decibans, most, title: words.decibans(shown) })),
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
    return [print(left.probability), who === "" ? null : [words.forWhom, " ", name(who)]];
  };
  const rows = answer.decibans.map((d) => row(name(item(d)), d.figure, without(d.evidence), false));
  const head = words.ledger.map((text, i) =>
    el("th", { scope: "col", class: i > 1 ? "r" : i === 1 ? "barcell mid" : null }, text),
  );
  const caption = el(
    "caption",
    {},
    el("b", {}, name(leader.text)),
    words.ledgerCaption[0],
    el("b", {}, name(second.text)),
    words.ledgerCaption[1],
  );
  return el(
    "div",
    { class: "scroll gap-top", tabindex: 0, role: "region", "aria-label": words.ledgerLabel },
    el(
      "table",
      { class: "led small" },
      caption,
      el("thead", {}, el("tr", {}, ...head)),
      el("tbody", {}, ...rows, row(words.sum, answer.decibansTotal, print(leader.probability), true)),
    ),
  );
}
