import type { AssessedPrecedent, AssessedPrecedents, OfferedAndLookedUp } from "../core/model/assessment.ts";
import type { Figure } from "../core/model/figure.ts";
import type { FigureId } from "../core/model/id.ts";
import type { PrecedentStatement } from "../core/model/precedents.ts";
import { whenInWords } from "../core/model/time.ts";
import { figureLink } from "./grounds-html.ts";
import { type Child, type Element, el, name, quoted } from "./html.ts";
import { full, of100 } from "./numbers.ts";
import { hoursInWords, SAYS } from "./precedent-words.ts";
import { blank } from "./text-facts.ts";

export interface PrecedentsPart {
  readonly body: readonly Element[];
  /** The figures that it prints. */
  readonly figures: readonly FigureId[];
}

export interface PrecedentsShown {
  readonly precedents: AssessedPrecedents;
  readonly figures: readonly Figure[];
  /** Whether a page below says where each number comes from; else they are plain. */
  readonly linked: boolean;
}

/** Past cases like this one with reasons and differences [PR1], and those that the texts bring up, looked up [PR2]. */
export function precedentsHtml({ precedents, figures, linked }: PrecedentsShown): PrecedentsPart {
  const used: FigureId[] = [];
  const values = new Map(figures.map((f) => [f.id, f.value]));
  const value = (id: FigureId) => values.get(id) ?? 0;
  const print: Print = (id, shown = full(value(id))) => {
    used.push(id);
    return linked ? figureLink(id, shown) : shown;
  };
  const body = [
    el("h1", {}, "Past cases like this one"),
    ...ratio(precedents, { print, value }),
    ...precedents.list.map((p) => one(p, { print, value })),
    ...offered(precedents.offered),
  ];
  return { body, figures: used };
}

type Print = (id: FigureId, shown?: string) => Child;

interface Reader {
  readonly print: Print;
  readonly value: (id: FigureId) => number;
}

function ratio({ ratio: r, alike, cannotSay, list }: AssessedPrecedents, { print, value }: Reader): readonly Element[] {
  if (r.is === "unknown")
    return [
      el(
        "p",
        {},
        list.length === 0 ? "None is like it by its stated features." : "None of them says whether it was claimed.",
      ),
    ];
  const share = [print(r.lower, of100(value(r.lower))), " to ", print(r.upper, of100(value(r.upper)))];
  const rest = r.leftOut.flatMap((l, i): Child[] => [i === 0 ? " Beside them: " : "; ", print(l.count), ` ${l.words}`]);
  return [
    el(
      "p",
      {},
      ...[
        "Of ",
        print(alike),
        " like it by its stated features, ",
        print(r.claimed),
        " claimed and ",
        print(r.unclaimed),
        " not: of 100 picked like these, ",
      ],
      ...share,
      " claimed.",
      ...rest,
      rest.length > 0 && ".",
    ),
    el("ul", { class: "soft small" }, ...cannotSay.map((c) => el("li", {}, c))),
  ];
}

function one(p: AssessedPrecedent, { print, value }: Reader): Element {
  const lag: Child[] =
    p.lag === null
      ? [blank("lag unstated")]
      : [print(p.lag.from, hoursInWords(value(p.lag.from))), " to ", print(p.lag.to, hoursInWords(value(p.lag.to)))];
  const row = (head: string, ...cells: Child[]) =>
    el("tr", {}, el("th", { scope: "row" }, head), el("td", {}, ...cells));
  const list = (items: readonly string[]) => items.map((i) => el("div", {}, i));
  return el(
    "section",
    { class: "sec" },
    el("h2", {}, name(p.label), " ", el("small", {}, p.when === null ? "day not known" : whenInWords(p.when))),
    el(
      "table",
      { class: "facts" },
      el(
        "tbody",
        {},
        row("claim", p.claimWords, ...(p.actorName === null ? [] : [" (", name(p.actorName), ")"])),
        row("time to it", ...lag),
        row("alike", ...list(p.reasons)),
        p.differences.length > 0 && row("differs", ...list(p.differences)),
        p.notStated.length > 0 && row("not stated there", p.notStated.join("; ")),
        row("who says so", ...p.statements.map(statement)),
        p.note !== null && row("note", p.note),
      ),
    ),
  );
}

function statement(s: PrecedentStatement): Element {
  const { publisher, title, date, address } = s.source;
  return el(
    "div",
    {},
    s.when === null ? null : `${whenInWords(s.when)}: `,
    name(s.by),
    ` ${SAYS[s.is]}`,
    s.via !== undefined && `, through ${s.via}`,
    ...(s.says === undefined ? [] : [": ", quoted(s.says)]),
    s.note !== undefined && `. ${s.note}`,
    el("div", { class: "soft small" }, [publisher, title, date, address].filter((part) => part !== null).join(", ")),
  );
}

function offered(list: readonly OfferedAndLookedUp[]): readonly Element[] {
  if (list.length === 0) return [];
  return [
    el(
      "section",
      { class: "sec" },
      el("h2", {}, "Precedents that the texts bring up"),
      ...list.map(({ label, likened, lookedUp }) =>
        el(
          "div",
          {},
          el("h3", {}, name(label), likened ? "" : el("small", {}, " told beside it")),
          el("p", {}, VERDICT[lookedUp.verdict], lookedUp.found.length > 0 && `: ${lookedUp.found.join(", ")}`, "."),
          ...lookedUp.agrees.map((a) => el("div", {}, `agrees: ${a}`)),
          ...lookedUp.differs.map((d) => el("div", {}, `differs: ${d}`)),
          ...lookedUp.knownMissing.map((n) =>
            el("div", {}, `looked for on ${n.on} and not found: ${n.what}. ${n.note}`),
          ),
          el("p", { class: "soft small" }, `Looked in ${lookedUp.looked.join("; ")}.`),
        ),
      ),
    ),
  ];
}

const VERDICT: Readonly<Record<OfferedAndLookedUp["lookedUp"]["verdict"], string>> = {
  "found-and-agrees": "Found, and agrees",
  "found-and-differs": "Found, and differs",
  "not-found": "Not found",
};
