import type { AssessedSilence, SilenceClassLine } from "../core/model/assessment.ts";
import type { FigureId } from "../core/model/id.ts";
import { type Child, type Element, el, name } from "./html.ts";
import { short } from "./numbers.ts";
import { LETTERS } from "./silence-curve-data.ts";
import { guardWords } from "./silence-words.ts";

export interface MoreTold {
  readonly silence: AssessedSilence;
  readonly print: (id: FigureId, shown?: string) => Element;
  readonly value: (id: FigureId) => number;
}

type Cell = readonly Child[];

function tableOf(label: string, head: readonly string[], rows: readonly (readonly Cell[])[]): Element {
  const cells = (row: readonly Cell[]) =>
    row.map((cell, i) =>
      i === 0 ? el("th", { scope: "row" }, ...cell) : el("td", { class: "r nw", "data-head": head[i] ?? "" }, ...cell),
    );
  return el(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": label },
    el(
      "table",
      { class: "flow" },
      el("thead", {}, el("tr", {}, ...head.map((h, i) => el("th", { scope: "col", class: i > 0 ? "r" : null }, h)))),
      el("tbody", {}, ...rows.map((row) => el("tr", {}, ...cells(row)))),
    ),
  );
}

const section = (title: string, ...body: readonly Child[]): Element =>
  el("section", { class: "sec" }, el("h2", {}, title), ...body);

/** π(q), a row a class: if unclaimed attacks are laid to the actor only now and then, it claims less than its record says [SI6]. */
function ascertainment({ silence, print, value }: MoreTold): readonly Element[] {
  const shown = silence.classes.flatMap((c, i) =>
    c.ascertained.length === 0 ? [] : [{ c, letter: LETTERS.charAt(i) }],
  );
  if (shown.length === 0) return [];
  const chances = shown[0]?.c.ascertained.map((a) => `${Math.round(100 * value(a.q))} %`) ?? [];
  const rows = shown.map(({ c, letter }): readonly Cell[] => [
    [`${letter} `, name(c.name)],
    ...c.ascertained.map((a): Cell => [print(a.share)]),
    c.corner === null ? ["–"] : [print(c.corner)],
  ]);
  return [
    section(
      "If unclaimed attacks are missing from the record",
      el(
        "p",
        { class: "soft" },
        "Of 100 of its attacks, how many it claims, if an attack that it did not claim is laid to it with a chance of …",
      ),
      tableOf(
        "Share claimed by the chance that an unclaimed attack is counted",
        ["class", ...chances, "every nameless one"],
        rows,
      ),
    ),
  ];
}

/** What is known of how fast a class's own claims came, and why its fitted share is not told [SI5]. */
function lags({ silence, print, value }: MoreTold): readonly Element[] {
  const items = silence.classes.flatMap((c: SilenceClassLine, i) => {
    const { ownLags: own } = c;
    if (own === null) return [];
    const odd = value(own.undated) + value(own.negative);
    return [
      el(
        "li",
        {},
        `${LETTERS.charAt(i)} `,
        name(c.name),
        ": of 100 of its attacks ",
        print(own.claimedBy),
        " (",
        print(own.claimedByFrom),
        " to ",
        print(own.claimedByTo),
        ") were claimed by now, by ",
        print(own.dated, short(value(own.dated))),
        " dated claims",
        odd > 0 && `; ${short(odd)} more have no date, or one before the attack, and count as claims at some time`,
        ". ",
        own.share === null ? guardWords(own.withheld) : ["Of 100 it claims ", print(own.share), " in the end."],
      ),
    ];
  });
  return items.length === 0 ? [] : [section("How fast these classes were claimed", el("ul", {}, ...items))];
}

/** Whether each class differs from the next wider one, and the average over where to stop [SI9]. */
function cuts({ silence, print, value }: MoreTold): readonly Element[] {
  const { cuts: found } = silence;
  if (found === null) return [];
  const named = (id: string) => name(silence.classes.find((c) => c.class === id)?.name ?? id);
  const items = found.evidence.map((figure, i) =>
    el(
      "li",
      {},
      named(found.path[i + 1] ?? ""),
      " beside the rest of ",
      named(found.path[i] ?? ""),
      ": its counts have ",
      print(figure, short(value(figure))),
      " times the chance with a share of its own.",
    ),
  );
  return [
    section(
      "Do the classes differ?",
      el("ul", {}, ...items),
      el(
        "p",
        {},
        "On average over where to stop narrowing it claims ",
        print(found.share),
        " of 100 (",
        print(found.lower),
        " to ",
        print(found.upper),
        "). This stands beside the classes, never instead of them.",
      ),
    ),
  ];
}

/** One assumption changed at a time, and who leads then [SI7]. */
function sensitivity({ silence, print }: MoreTold): readonly Element[] {
  if (silence.sensitivity.length === 0) return [];
  const led = silence.leaders[0];
  const rows = silence.sensitivity.map((v, i): readonly Cell[] => {
    const row = led?.rows[i];
    const words = row?.words === null ? "too uncertain for one word" : (row?.words.join(" or ") ?? "");
    return [
      [name(v.name)],
      [print(v.unclaimedIfDid)],
      [print(v.unclaimedIfNot)],
      ...(row === undefined ? [] : [[name(row.leaderText), ", ", words] as Cell]),
    ];
  });
  const changes = silence.leaders.flatMap((l) => l.rows.filter((r) => r.changes));
  const closing =
    led === undefined
      ? "Nobody leads yet: no class is picked, or no judgment stated."
      : changes.length === 0
        ? "What single value changes the leader: none in range."
        : `What single value changes the leader: ${[...new Set(changes.map((r) => r.name))].join("; ")}.`;
  const head = [
    "changed",
    "of 100 it did, unclaimed",
    "of 100 it did not do",
    ...(led === undefined ? [] : ["leads then"]),
  ];
  return [
    section(
      "What moves it, one thing at a time",
      tableOf("The silence with one assumption changed", head, rows),
      el("p", { class: "soft" }, closing),
    ),
  ];
}

function outages({ silence, print, value }: MoreTold): readonly Element[] {
  if (silence.outages.length === 0) return [];
  const items = silence.outages.map((o) =>
    el(
      "li",
      {},
      name(o.channel),
      ": nothing could be heard from ",
      print(o.from, short(value(o.from))),
      " to ",
      print(o.to, short(value(o.to))),
      " hours after the attack.",
    ),
  );
  return [section("When nobody could listen", el("ul", {}, ...items))];
}

/** What stands under the table of classes: lags of their own, ascertainment, cuts, outages, and what each assumption moves. */
export function silenceMoreHtml(told: MoreTold): readonly Element[] {
  return [...sensitivity(told), ...lags(told), ...ascertainment(told), ...cuts(told), ...outages(told)];
}
