import { hundredDiscs } from "../charts/bars.ts";
import { silenceCurve } from "../charts/silence-curve.ts";
import type { AssessedSilence, Assessment, Quoted, SilenceClassLine } from "../core/model/assessment.ts";
import type { FigureId } from "../core/model/id.ts";
import { whenInWords } from "../core/model/time.ts";
import { figureLink } from "./grounds-html.ts";
import { type Child, type Element, el, name, quoted } from "./html.ts";
import { of100, roundedOf100, short } from "./numbers.ts";
import { quoteWithPlace } from "./places.ts";
import { curveData, LETTERS, type SilenceFigures, valueAt } from "./silence-curve-data.ts";
import { silenceMoreHtml } from "./silence-more-html.ts";

export interface SilencePart {
  readonly body: readonly Element[];
  /** The figures that it prints. */
  readonly figures: readonly FigureId[];
}

interface Told extends SilenceFigures {
  readonly assessment: Assessment;
  readonly print: (id: FigureId, shown?: string) => Element;
  readonly used: FigureId[];
}

/** One silence: the sentence in counts as its heading, discs, the curve, and the table with the numbers [BR4]. */
export function silenceHtml(assessment: Assessment, silence: AssessedSilence): SilencePart {
  const used: FigureId[] = [];
  const values = new Map(assessment.figures.map((f) => [f.id, f]));
  const print = (id: FigureId, shown?: string) => {
    used.push(id);
    return figureLink(id, shown ?? of100(values.get(id)?.value ?? 0));
  };
  const told: Told = { assessment, silence, values, print, used };
  const body = [
    el("div", { class: "row" }, el("div", {}, ...heading(told), ...curve(told)), aside(told)),
    ...table(told),
    ...silenceMoreHtml({ silence, print, value: (id) => valueAt(told, id) }),
  ];
  return { body, figures: used };
}

function chosen({ silence }: Told): SilenceClassLine | undefined {
  return silence.classes.find((c) => c.class === silence.picked?.class);
}

function hoursWords(told: Told): string {
  const { from, to } = told.silence.hours;
  const [a, b] = [Math.round(valueAt(told, from)), Math.round(valueAt(told, to))];
  return a === b ? `${a} hours` : `${a} to ${b} hours`;
}

function heading(told: Told): readonly Element[] {
  const { silence, print } = told;
  const { actorName, classes, unclaimedIfNot, unclaimedFrom, unclaimedTo } = silence;
  const who = name(actorName);
  if (classes.length === 0) {
    const words =
      silence.note === "claimed"
        ? [who, " has claimed it: there is no silence to weigh."]
        : ["There is no record of attacks by ", who, " to weigh its silence by."];
    return [el("h2", { class: "judg-line" }, ...words)];
  }
  const one = chosen(told);
  const range =
    unclaimedFrom === null || unclaimedTo === null ? null : [print(unclaimedFrom), " to ", print(unclaimedTo)];
  const over = ` over ${classes.length === 1 ? "one reference class" : `${classes.length} reference classes`}`;
  const did =
    one === undefined ? (range ?? []) : [print(one.unclaimedIfDid), range === null ? null : [" (", range, over, ")"]];
  const sentence: Child[] = [
    "Of 100 such attacks that ",
    who,
    " did, about ",
    did,
    ` would be unclaimed after ${hoursWords(told)}`,
    one === undefined ? over : null,
    "; of 100 it did not do, ",
    print(unclaimedIfNot),
    ".",
  ];
  const note =
    silence.note === "no-record" ? ["There is no record of ", who, ": these are other groups\u2019 attacks. "] : [];
  const denied =
    silence.denied === undefined
      ? []
      : [`It denied responsibility on ${whenInWords(silence.denied.when)}; the wait for a claim is counted to then. `];
  return [
    el("h2", { class: "judg-line" }, ...sentence),
    el(
      "p",
      { class: "soft under" },
      ...note,
      ...denied,
      "This silence can\u2019t tell \u201cdid it and hides it\u201d from \u201cdid not do it\u201d.",
    ),
    ...discs(told),
  ];
}

/** A hundred attacks each way, for the class that a person goes by, else for the widest span's middle class. */
function discs(told: Told): readonly Element[] {
  const { silence } = told;
  const line = chosen(told) ?? silence.classes[Math.floor((silence.classes.length - 1) / 2)];
  if (line === undefined) return [];
  const did = valueAt(told, line.unclaimedIfDid);
  const not = valueAt(told, silence.unclaimedIfNot);
  const block = (title: string, share: number) =>
    el(
      "div",
      {},
      el(
        "p",
        {},
        el("b", {}, title),
        el("br"),
        el("span", { class: "soft" }, `${of100(share)} of 100 still unclaimed`),
      ),
      hundredDiscs(roundedOf100(share), `100 attacks, ${of100(share)} of them unclaimed`),
    );
  return [
    el("div", { class: "two discs-row" }, block("If the group did it", did), block("If it did not", not)),
    el(
      "p",
      { class: "small soft under" },
      "Going by ",
      name(line.name),
      ". A filled disc is an attack claimed by then, an open one has no claim.",
    ),
  ];
}

function aside(told: Told): Element {
  const { silence, assessment, print } = told;
  const reported = onceEach(silence.reportedBy).map((same) => {
    const told1 = same.map((quote) => quoteWithPlace(quote, assessment));
    const places = told1.flatMap(({ place }): Child[] => [" ", place]);
    return el("li", {}, quoted(same[0]?.quote ?? "", told1[0]?.language), ...places);
  });
  const rest = reported.length - MOST_REPORTS;
  const more = rest > 0 ? [el("li", {}, `and ${rest} more`)] : [];
  const assumed = silence.assumptions.map((a) => {
    const ends = [a.figures[0], a.figures.at(-1)].filter((id) => id !== undefined);
    const same = new Set(ends.map((id) => short(valueAt(told, id)))).size < 2;
    const shown = (same ? ends.slice(0, 1) : ends).map((id) => print(id, short(valueAt(told, id))));
    return [
      el("dt", {}, a.statedBy === null ? "assumed" : ["stated by ", name(a.statedBy)]),
      el("dd", {}, name(a.what), ": ", ...shown.flatMap((s, i): Child[] => [i > 0 && " to ", s])),
    ];
  });
  const laws = silence.lags.map((law) => [
    el("dt", {}, "how fast claims come"),
    el("dd", {}, name(law.name), ` (${law.law}). `, el("span", { class: "soft" }, name(law.citation))),
  ]);
  const picked =
    silence.picked === null
      ? [el("dt", {}, "class"), el("dd", {}, "nobody has picked one")]
      : [el("dt", {}, "class picked by"), el("dd", {}, name(silence.picked.who), ": ", name(silence.picked.why))];
  const span = [
    el("dt", {}, "from"),
    el("dd", {}, whenInWords(silence.attack)),
    el("dt", {}, "until"),
    el("dd", {}, whenInWords(silence.until)),
  ];
  return el(
    "aside",
    { class: "why open", "aria-label": "What the sentence rests on" },
    el("h3", {}, "What the sentence rests on"),
    el("dl", {}, ...span, ...picked, ...assumed, ...laws),
    reported.length > 0 && el("ul", { class: "said" }, ...reported.slice(0, MOST_REPORTS), ...more),
  );
}

const MOST_REPORTS = 5;

/** The same words in several documents stand once. */
function onceEach(quotes: readonly Quoted[]): readonly (readonly Quoted[])[] {
  const by = new Map<string, Quoted[]>();
  for (const quote of quotes) by.set(quote.quote, [...(by.get(quote.quote) ?? []), quote]);
  return [...by.values()];
}

function curve(told: Told): readonly Element[] {
  const data = curveData(told);
  if (data === null) return [];
  const { svg, narrow } = silenceCurve(data);
  const of = data.lines.find((l) => l.lower !== null);
  const band = of === undefined ? "" : `; band: the range over what is assumed, for class ${of.letter}`;
  const heading2 = el(
    "h2",
    {},
    "Still unclaimed, of 100 such attacks ",
    el("small", {}, `hours since the attack${band}`),
  );
  const wide = { ...svg, attributes: { ...svg.attributes, class: "chart only-wide" } };
  const slim = narrow === null ? null : { ...narrow, attributes: { ...narrow.attributes, class: "chart only-narrow" } };
  return [el("section", { class: "sec curve" }, heading2, wide, slim)];
}

/** A factor to two digits after the point. */
const times = (factor: number) => factor.toFixed(2);

/** The lowest and the highest factor over what is assumed; nothing where they print alike. */
function factorSpan(told: Told, c: SilenceClassLine): readonly Child[] {
  const [from, to] = [times(valueAt(told, c.factorFrom)), times(valueAt(told, c.factorTo))];
  return from === to ? [] : [" (", told.print(c.factorFrom, from), " to ", told.print(c.factorTo, to), ")"];
}

function table(told: Told): readonly Element[] {
  const { silence, print } = told;
  if (silence.classes.length === 0) return [];
  const rows = silence.classes.map((c, i) => {
    const range =
      c.shareLower === null || c.shareUpper === null
        ? null
        : [" (", print(c.shareLower), " to ", print(c.shareUpper), ")"];
    const counts = [print(c.k, String(valueAt(told, c.k))), " of ", print(c.n, String(valueAt(told, c.n)))];
    const differs =
      c.differs.length === 0 ? null : c.differs.flatMap((d, j): Child[] => [j > 0 && "; ", name(d.replace(/\.$/, ""))]);
    return el(
      "tr",
      {},
      el(
        "th",
        { scope: "row" },
        `${LETTERS.charAt(i)} `,
        name(c.name),
        c.class === silence.picked?.class && el("span", { class: "soft small" }, " picked"),
      ),
      el("td", { class: "r nw", "data-head": "claimed" }, ...counts),
      el("td", { class: "r nw", "data-head": "ever claimed, of 100" }, print(c.share), range),
      el(
        "td",
        { class: "r nw", "data-head": "unclaimed by now if it did" },
        print(c.unclaimedIfDid),
        " (",
        print(c.unclaimedIfDidFrom),
        " to ",
        print(c.unclaimedIfDidTo),
        ")",
      ),
      el(
        "td",
        { class: "r nw", "data-head": "chance of the silence, over that if it did not" },
        print(c.factor, times(valueAt(told, c.factor))),
        factorSpan(told, c),
      ),
      el("td", { class: "r nw", "data-head": "claim still to come" }, print(c.stillToCome)),
      el(
        "td",
        { class: "soft small pad" },
        c.kind === "counted" ? null : `${c.kind}: no interval. `,
        differs,
        differs !== null && ". ",
        el("span", { class: "cite" }, name(c.citation)),
      ),
    );
  });
  const head = [
    "class",
    "claimed",
    "of 100, ever claimed",
    `unclaimed after ${hoursWords(told)}, if it did`,
    "chance of it, over that if it did not",
    "claim still to come",
    "how this attack differs; source",
  ];
  const headRow = el(
    "tr",
    {},
    ...head.map((words, i) => el("th", { scope: "col", class: i > 0 && i < 6 ? "r" : i === 6 ? "pad" : null }, words)),
  );
  const scroll = el(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": "Reference classes" },
    el("table", { class: "flow classes" }, el("thead", {}, headRow), el("tbody", {}, ...rows)),
  );
  return [
    el(
      "section",
      { class: "sec" },
      el(
        "h2",
        {},
        silence.classes.length === 1
          ? "One reference class"
          : `${silence.classes.length} reference classes, side by side`,
      ),
      scroll,
    ),
  ];
}
