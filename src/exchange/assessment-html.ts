import { spellingBy } from "../core/brief/called.ts";
import { wordingOf } from "../core/brief/wording/wordings.ts";
import type { Assessment } from "../core/model/assessment.ts";
import type { Brief, BriefLanguage } from "../core/model/brief.ts";
import type { FigureId } from "../core/model/id.ts";
import { briefHtml } from "./brief-html.ts";
import { type BriefWords, briefWords } from "./brief-words.ts";
import { explanationsHtml } from "./explanations-html.ts";
import { factsHtml } from "./facts-html.ts";
import { groundsHtml } from "./grounds-html.ts";
import { type Element, el } from "./html.ts";
import { lineageHtml } from "./lineage-html.ts";
import type { Page } from "./page-shell.ts";
import { pageWords } from "./page-words.ts";
import { precedentsHtml } from "./precedents-html.ts";
import { silenceHtml } from "./silence-html.ts";
import { type StatementTexts, statementsHtml } from "./statements-html.ts";
import { stripOf } from "./timeline-html.ts";

/** The brief with what it stands on: facts, explanations, silence, sources, and where each number comes from [BR1]. */
export function assessmentBody(assessment: Assessment): readonly Element[] {
  const explanations = explanationsHtml(assessment);
  const silences = assessment.silences.map((silence) => silenceHtml(assessment, silence));
  const lineage = lineageHtml(assessment, "h2");
  const figures = [
    ...briefFigures(assessment),
    ...explanations.figures,
    ...silences.flatMap((s) => s.figures),
    ...lineage.figures,
  ];
  const own = inEnglish(assessment.brief);
  return [
    briefHtml(assessment),
    ...factsHtml(assessment),
    ...explanations.body,
    ...own(
      "silence",
      silences.map((s) => el("section", { class: "sec silence" }, ...s.body)),
    ),
    el("section", { class: "sec sources" }, ...lineage.body),
    ...own("grounds", [groundsHtml(assessment, figures)]),
  ];
}

/** Parts that are in English whatever the brief's language: in a page of another one under a heading of its own, and set apart with their direction. */
function inEnglish({ language }: Brief) {
  const { inEnglish: headings } = briefWords(language);
  return (what: keyof BriefWords["inEnglish"], parts: readonly (Element | null)[]): readonly Element[] => {
    const body = parts.filter((part) => part !== null);
    if (language === "en" || body.length === 0) return body;
    const [heading, note] = headings[what];
    return [
      el("section", { class: "sec" }, el("h2", {}, heading), el("p", { class: "soft small" }, note)),
      el("div", { lang: "en", dir: "ltr" }, ...body),
    ];
  };
}

/** Every figure that the brief prints, in the order of its sentences and then of its notes. */
function briefFigures({ brief }: Assessment): readonly FigureId[] {
  const parts = brief.sections.flatMap((section) => section.sentences).flatMap((sentence) => sentence.parts);
  const printed = parts.flatMap((part) =>
    part.is === "figure" ? [part.id] : part.is === "likelihood" ? [part.from, part.to] : [],
  );
  return [...printed, ...brief.notes.flatMap((note) => note.figures)];
}

/** The silences alone, each under its sentence in counts. */
export function silenceBody(assessment: Assessment): readonly Element[] {
  const parts = assessment.silences.map((silence) => silenceHtml(assessment, silence));
  const heading = el("h1", { class: "vh" }, parts.length === 1 ? "The silence" : "The silences");
  const none =
    parts.length === 0
      ? [
          el("h1", {}, "No silence to weigh"),
          el("p", { class: "lede" }, "No actor was found of whom the texts say that it has not claimed an attack."),
        ]
      : [heading];
  const sections = parts.map((part, i) => el("section", { class: i === 0 ? "silence" : "sec silence" }, ...part.body));
  const grounds = groundsHtml(assessment, [...parts.flatMap((p) => p.figures), ...listFigures(assessment)]);
  return [...none, ...sections, ...(grounds === null ? [] : [grounds]), documentList(assessment)];
}

/** Sources and what was made from what. */
export function lineageBody(assessment: Assessment): readonly Element[] {
  const part = lineageHtml(assessment, "h1");
  const grounds = groundsHtml(assessment, part.figures);
  return [...part.body, ...(grounds === null ? [] : [grounds])];
}

/** Past cases like the one that the case is about, and those that its texts bring up. */
export function precedentsBody(assessment: Assessment): readonly Element[] {
  const { precedents, figures } = assessment;
  if (precedents.is === "unknown") return [el("h1", {}, "Past cases"), el("p", {}, NO_PRECEDENTS)];
  const part = precedentsHtml({ precedents, figures, linked: true });
  const grounds = groundsHtml(assessment, part.figures);
  return [...part.body, ...(grounds === null ? [] : [grounds])];
}

const NO_PRECEDENTS = "Nothing to compare: the texts give no incident, or no day of it.";

/** The statements found, marked in their texts where those are at hand. */
export function statementsBody(assessment: Assessment, texts: StatementTexts): readonly Element[] {
  const part = statementsHtml(assessment, texts);
  const grounds = groundsHtml(assessment, [...part.figures, ...listFigures(assessment)]);
  return [...part.body, documentList(assessment), ...(grounds === null ? [] : [grounds])];
}

/** Documents as a list, so that each link to one leads somewhere. */
function documentList(assessment: Assessment): Element {
  const { body } = lineageHtml(assessment, "h2");
  const table = body.find((part) => part.attributes.id === "documents");
  return table ?? el("section", {});
}

/** The figures that the list of documents prints. */
function listFigures({ lineage }: Assessment): readonly FigureId[] {
  return lineage.edges.map((edge) => edge.probability);
}

/** The frame of a page about an assessment; what the case says of its texts being invented goes with it. */
export function assessmentFrame(
  assessment: Assessment,
  page: Pick<Page, "kind" | "body">,
  language: BriefLanguage = "en",
): Page {
  const { title, demonstration, asOf, atSeq, version, basis } = assessment;
  const words = pageWords(language);
  const counted = basis === "accepted" ? words.accepted : words.proposed;
  return {
    ...page,
    ...{ title, demonstration, asOf, atSeq, version },
    language,
    direction: language === "ar" ? "rtl" : "ltr",
    timeline: stripOf(assessment, { words: words.drawings, actor: spellingBy(assessment, wordingOf(language)) }),
    notes: [counted],
  };
}
