import { changeMark } from "../charts/marks.ts";
import type { Assessment } from "../core/model/assessment.ts";
import type { Brief, BriefNote, BriefPart, BriefSection, BriefSentence } from "../core/model/brief.ts";
import type { FigureId } from "../core/model/id.ts";
import { placeLink } from "./brief-places.ts";
import { briefWords } from "./brief-words.ts";
import { figureLink } from "./grounds-html.ts";
import { type Child, type Element, el, inBrief, name, quoted } from "./html.ts";
import { leadWhy } from "./lead-why.ts";
import { short } from "./numbers.ts";

/** The brief as it is read: the judgment first, the words that each sentence rests on in the margin beside it [BR1, BR3]. */
export function briefHtml(assessment: Assessment): Element {
  const { brief } = assessment;
  const placed = notesBySection(brief);
  const [first, ...rest] = brief.sections;
  const lead = first === undefined ? [] : leading(assessment, first, placed.get(first) ?? []);
  const whole = el(
    "div",
    { class: "bg" },
    ...lead,
    state(assessment),
    ...rest.flatMap((section) => [body(assessment, section), ...margin(assessment, placed.get(section) ?? [])]),
  );
  return withoutAddresses(whole);
}

/** The brief without a channel's address in any of its words [CO2]. */
function withoutAddresses(element: Element): Element {
  const children = element.children.map((child) =>
    typeof child === "string" ? inBrief(child) : withoutAddresses(child),
  );
  return { ...element, children };
}

/** Each note stands beside the first section that needs it. */
function notesBySection({ sections, notes }: Brief): ReadonlyMap<BriefSection, readonly BriefNote[]> {
  const done = new Set<number>();
  return new Map(
    sections.map((section) => {
      const wanted = section.sentences.flatMap((s) => [
        ...s.notes,
        ...s.parts.flatMap((p) => (p.is === "quote" ? [p.note] : [])),
      ]);
      const own = notes.filter((note) => wanted.includes(note.number) && !done.has(note.number));
      for (const note of own) done.add(note.number);
      return [section, own] as const;
    }),
  );
}

function leading(assessment: Assessment, section: BriefSection, notes: readonly BriefNote[]): readonly Element[] {
  const { brief } = assessment;
  const [judgment, ...more] = section.sentences;
  const { direction, known } = briefWords(brief.language);
  const cut = known(brief.asOf, null);
  const eyebrow = el(
    "p",
    { class: "eyebrow" },
    name(brief.title),
    `. ${cut}`,
    brief.demonstration !== null && [" ", direction === "rtl" ? name(brief.demonstration) : brief.demonstration, "."],
  );
  const box =
    judgment === undefined
      ? null
      : el("div", { class: "judgbox" }, el("h1", { class: "judg" }, ...words(assessment, judgment)));
  const paragraphs = more.map((s) => el("p", {}, ...words(assessment, s)));
  return [
    eyebrow,
    el("div", { class: "prose lead" }, box, ...paragraphs),
    el(
      "div",
      { class: "notes lead-notes" },
      ...leadWhy(assessment, section),
      ...notes.map((n) => noteOf(assessment, n)),
    ),
  ];
}

function body(assessment: Assessment, section: BriefSection): Element {
  const { sentences, list, heading, id } = section;
  const look = id === "made-how" ? { class: "made" } : {};
  const content = list
    ? el("ul", look, ...sentences.map((s) => el("li", {}, ...words(assessment, s))))
    : el("p", look, ...sentences.flatMap((s, i): Child[] => [i > 0 && " ", words(assessment, s)]));
  return el("section", { class: "prose" }, el("h2", {}, heading), content);
}

/** Past two notes the margin opens to both columns beside the text. */
function margin(assessment: Assessment, notes: readonly BriefNote[]): readonly Element[] {
  if (notes.length === 0) return [];
  return [el("div", { class: notes.length > 2 ? "notes wide" : "notes" }, ...notes.map((n) => noteOf(assessment, n)))];
}

function words(assessment: Assessment, sentence: BriefSentence): readonly Child[] {
  const { brief } = assessment;
  const { note } = briefWords(brief.language);
  const marks = sentence.notes.map((n) =>
    el("sup", {}, el("a", { class: "ref", href: `#note-${n}` }, el("span", { class: "vh" }, note), n)),
  );
  return [...sentence.parts.map((part) => partNode(part, brief)), ...marks];
}

function partNode(part: BriefPart, { notes, language }: Brief): Child {
  switch (part.is) {
    case "text":
      return part.name === true ? spaced(part.text, name) : part.text;
    case "figure":
      return figureLink(part.id, part.shown);
    case "likelihood":
      return figureLink(part.from, part.words.join(briefWords(language).to));
    default:
      return quoted(part.text, notes.find((n) => n.number === part.note)?.language);
  }
}

/** White space at the ends stays outside: the name's own element trims it. */
function spaced(text: string, make: (text: string) => Element): Child {
  return [/^\s/u.test(text) && " ", make(text), /\s$/u.test(text) && " "];
}

function noteOf(assessment: Assessment, note: BriefNote): Element {
  const place = note.place === undefined ? null : [" ", placeLink(assessment, note.place)];
  const quote = note.quote === undefined ? null : [" ", quoted(note.quote, note.language)];
  const text = note.text === undefined ? null : [" ", name(note.text)];
  return el(
    "div",
    { class: "why", id: `note-${note.number}` },
    el("b", {}, note.number),
    quote,
    text,
    place,
    ...figuresOf(assessment, note.figures),
  );
}

function figuresOf(assessment: Assessment, ids: readonly FigureId[]): readonly Child[] {
  const values = new Map(assessment.figures.map((f) => [f.id, f.value]));
  const links = ids.flatMap((id) => {
    const value = values.get(id);
    return value === undefined ? [] : [figureLink(id, short(value))];
  });
  return links.length === 0 ? [] : [" ", ...links.flatMap((link, i): Child[] => [i > 0 && ", ", link])];
}

/** What a reader must know of the brief itself: checked or not, whether a reply was asked. */
function state({ brief, replies, actors }: Assessment): Element {
  const words = briefWords(brief.language);
  const done = (yes: boolean, text: Child) => el("li", {}, changeMark(yes ? "backed" : "open"), el("span", {}, text));
  const checked =
    brief.checkedBy === null ? el("b", {}, words.nobodyChecked) : [words.checkedByWho, name(brief.checkedBy)];
  const asked = replies.map((reply) => {
    const actor = actors.find((a) => a.id === reply.actor);
    const own = brief.language === "ar" ? actor?.arabicName : undefined;
    const who = own ?? actor?.name ?? reply.actor;
    return done(reply.asked, [
      reply.asked ? words.replyAsked : words.replyNotAsked,
      name(who),
      reply.text !== null && [": ", quoted(reply.text)],
    ]);
  });
  const none = replies.length === 0 ? [done(false, words.noReplyAsked)] : [];
  return el(
    "aside",
    { class: "side", "aria-label": words.state },
    el("h2", {}, words.states[brief.state]),
    el("ul", {}, done(brief.checkedBy !== null, checked), ...asked, ...none),
  );
}
