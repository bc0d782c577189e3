import { spellingBy } from "../core/brief/called.ts";
import { itemText } from "../core/brief/judgment.ts";
import { wordingOf } from "../core/brief/wording/wordings.ts";
import type { AssessedQuestion, Assessment } from "../core/model/assessment.ts";
import type { BriefSection } from "../core/model/brief.ts";
import type { FigureId } from "../core/model/id.ts";
import { briefWords } from "./brief-words.ts";
import { figureLink } from "./grounds-html.ts";
import { type Child, type Element, el, name } from "./html.ts";
import { oddsInWords, of100, short } from "./numbers.ts";

type Weighed = Extract<AssessedQuestion["answer"], { is: "weighed" }>;

/** Beside the judgment: the odds that it comes from, item by item; or an open slot with what is missing for one [XP3]. */
export function leadWhy(assessment: Assessment, judgment: BriefSection): readonly Element[] {
  const printed = new Set(judgment.sentences.flatMap((s) => s.parts).flatMap((p) => (p.is === "figure" ? [p.id] : [])));
  for (const question of assessment.questions) {
    if (question.answer.is !== "weighed") continue;
    const leader = question.answer.ranking[0];
    if (leader !== undefined && [leader.probability, leader.from, leader.to].some((id) => printed.has(id))) {
      return [oddsOf(assessment, question.answer)];
    }
  }
  return assessment.questions.some((q) => q.answer.is === "weighed") ? [] : [slot(assessment)];
}

/** The odds of the leader against the runner-up: where they start, and what each item multiplies them by. */
function oddsOf(assessment: Assessment, answer: Weighed): Element {
  const values = new Map(assessment.figures.map((f) => [f.id, f.value]));
  const value = (id: FigureId) => values.get(id) ?? 0;
  const [leader, second] = answer.ranking;
  const { language } = assessment.brief;
  const words = briefWords(language);
  const say = wordingOf(language);
  const writing = { assessment, say, spelled: spellingBy(assessment, say) };
  const odds = (ratio: number) => oddsInWords(ratio, words.to);
  const of = (text: string) => (language === "ar" ? text.replace("< ", "أقل من ").replace("> ", "أكثر من ") : text);
  const lines = answer.decibans.map((d): readonly [Child, Child] => {
    const ratio = 10 ** (value(d.figure) / 10);
    const shown =
      d.evidence === "prior" ? odds(ratio) : ratio >= 1 ? `\u00d7 ${short(ratio, 2)}` : `\u00f7 ${short(1 / ratio, 2)}`;
    return [figureLink(d.figure, shown), name(itemText(writing, d))];
  });
  const sum: readonly [Child, Child] = [
    figureLink(answer.decibansTotal, odds(10 ** (value(answer.decibansTotal) / 10))),
    words.inAll,
  ];
  const rows = [...lines, sum].flatMap(([odds, text]) => [el("dt", { class: "num" }, odds), el("dd", {}, text)]);
  return el(
    "div",
    { class: "why open" },
    el("h2", {}, words.why(leader === undefined ? "" : of(of100(value(leader.probability))))),
    el(
      "p",
      {},
      words.odds[0],
      quotedName(leader?.text, words.marks),
      words.odds[1],
      quotedName(second?.text, words.marks),
      words.odds[2],
    ),
    el("dl", {}, ...rows),
  );
}

function quotedName(text: string | undefined, [open, close]: readonly [string, string]): Child {
  return [open, name(text ?? ""), close];
}

const MOST_MISSING = 4;

function slot({ questions, brief }: Assessment): Element {
  const words = briefWords(brief.language);
  const { ours } = wordingOf(brief.language);
  const missing = [...new Set(questions.flatMap((q) => (q.answer.is === "unknown" ? q.answer.missing : [])))];
  const rest = missing.length - MOST_MISSING;
  const listed = missing.slice(0, MOST_MISSING).map((text) => el("li", {}, name(ours(text))));
  const more = rest > 0 ? [el("li", {}, words.more(rest))] : [];
  const none = questions.length === 0 ? words.nothingStated : words.missing;
  return el(
    "div",
    { class: "open-slot small" },
    el("p", {}, el("b", {}, words.noProbabilities), el("span", { class: "soft" }, none)),
    missing.length > 0 && el("ul", { class: "soft" }, ...listed, ...more),
  );
}
