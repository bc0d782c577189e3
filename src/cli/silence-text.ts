import type { AssessedSilence, Assessment } from "../core/model/assessment.ts";
import { whenInWords } from "../core/model/time.ts";
import { curveData, LETTERS } from "../exchange/silence-curve-data.ts";
import { guardWords } from "../exchange/silence-words.ts";
import { curveText } from "./curve.ts";
import { figureReader } from "./figures.ts";
import { of100 } from "./rounded.ts";
import { clean, type Paint, table, wrap } from "./terminal.ts";

export interface Layout {
  readonly paint: Paint;
  readonly columns: number;
}

interface Told {
  readonly silence: AssessedSilence;
  readonly value: (id: string) => number;
  readonly columns: number;
}

const HEADS = [
  { head: "reference class", grows: true },
  { head: "claimed of", right: true },
  { head: "ever claimed", right: true },
  { head: "unclaimed by now", right: true },
  { head: "factor", right: true },
  { head: "to come", right: true },
];

const span = (from: string, to: string) => (from === to ? "" : ` (${from} to ${to})`);

/** One silence in the terminal: the classes side by side, the curve, and what each assumption moves [BR4]. */
export function silenceText(assessment: Assessment, silence: AssessedSilence, { paint, columns }: Layout): string[] {
  const told: Told = { silence, value: figureReader(assessment), columns };
  const head = paint.bold(
    clean(`${silence.actorName}, no claim seen by ${whenInWords(silence.until)}${hoursWords(told)}`),
  );
  if (silence.classes.length === 0) return [head, ...closing(told)];
  return [
    ...[head, ...deniedText(told), ""],
    ...[`of 100 such attacks that it did`, ...classTable(told), ...ifNot(told), ...curve(assessment, told)],
    ...[...differText(told), ...lagsText(told), ...ascertainedText(told), ...cutsText(told), ...outagesText(told)],
    ...[...movedText(told), ...assumedText(told), ...closing(told)],
  ];
}

function hoursWords({ silence, value }: Told): string {
  const [a, b] = [silence.hours.from, silence.hours.to].map((id) => String(Math.round(value(id))));
  return a === b ? `, ${a} hours after` : `, ${a} to ${b} hours after`;
}

function deniedText({ silence: { denied }, columns }: Told): string[] {
  if (denied === undefined) return [];
  return wrap(
    `It denied responsibility on ${whenInWords(denied.when)}: the wait for a claim is counted to then.`,
    columns,
  );
}

function classTable({ silence, value, columns }: Told): string[] {
  const rows = silence.classes.map((c, i) => {
    const share =
      c.shareLower === null && c.shareUpper === null
        ? ""
        : span(
            c.shareLower === null ? "< 1" : of100(value(c.shareLower)),
            c.shareUpper === null ? "> 99" : of100(value(c.shareUpper)),
          );
    return [
      `${LETTERS.charAt(i)} ${c.name}${c.class === silence.picked?.class ? " (picked)" : ""}`,
      `${value(c.k)} / ${value(c.n)}${c.kind === "counted" ? "" : ` ${c.kind}`}`,
      `${of100(value(c.share))}${share}`,
      `${of100(value(c.unclaimedIfDid))}${span(of100(value(c.unclaimedIfDidFrom)), of100(value(c.unclaimedIfDidTo)))}`,
      value(c.factor).toFixed(2),
      of100(value(c.stillToCome)),
    ];
  });
  return table(HEADS, rows, columns);
}

function ifNot({ silence, value, columns }: Told): string[] {
  const lead =
    "Factor: the chance of this silence if it did it, over that if it did not. To come: of 100 such silences, if it did it, in how many a claim is still to be seen.";
  return [
    "",
    ...wrap(
      `Of 100 that it did not do, ${of100(value(silence.unclaimedIfNot))} would be unclaimed by now. ${lead}`,
      columns,
    ),
  ];
}

function curve(assessment: Assessment, { silence, columns }: Told): string[] {
  const data = curveData({ silence, values: new Map(assessment.figures.map((f) => [f.id, f])) });
  return data === null ? [] : ["", "of 100 such attacks, still unclaimed", ...curveText(data, columns).map(clean), ""];
}

/** The lines of a part under its title; none without lines. */
const part = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [title, ...lines, ""]);

/** A point under a title, hung in by two. */
const point = (text: string, columns: number): string[] => wrap(clean(text), columns - 2, "  ").map((l) => `  ${l}`);

const withoutStop = (text: string) => text.replace(/\.$/, "");

function differText({ silence, columns }: Told): string[] {
  const lines = silence.classes.flatMap((c, i) =>
    point(`${LETTERS.charAt(i)} ${[...c.differs, c.citation].map(withoutStop).join("; ")}.`, columns),
  );
  return part("how this attack differs from each class, and where the class is from", lines);
}

function lagsText({ silence, value, columns }: Told): string[] {
  const lines = silence.classes.flatMap((c, i) => {
    if (c.ownLags === null) return [];
    const { claimedBy, claimedByFrom, claimedByTo, dated, share, withheld } = c.ownLags;
    const end = share === null ? guardWords(withheld) : `Of 100 it claims ${of100(value(share))} in the end.`;
    const by = `${of100(value(claimedBy))}${span(of100(value(claimedByFrom)), of100(value(claimedByTo)))}`;
    return point(
      `${LETTERS.charAt(i)} of 100, ${by} were claimed by now, by ${value(dated)} dated claims. ${end}`,
      columns,
    );
  });
  return part("classes told by lags of their own", lines);
}

function ascertainedText({ silence, value, columns }: Told): string[] {
  const shown = silence.classes.flatMap((c, i) =>
    c.ascertained.length === 0 ? [] : [{ c, letter: LETTERS.charAt(i) }],
  );
  const [first] = shown;
  if (first === undefined) return [];
  const heads = first.c.ascertained.map((a) => ({ head: `${of100From(value(a.q))} in 100`, right: true }));
  const rows = shown.map(({ c, letter }) => [
    `${letter} ${c.name}`,
    ...c.ascertained.map((a) => of100(value(a.share))),
    c.corner === null ? "–" : of100(value(c.corner)),
  ]);
  const lead = "ever claimed, of 100, if of its unclaimed attacks so many are laid to it";
  const columnsOf = [{ head: "", grows: true }, ...heads, { head: "all nameless", right: true }];
  return part(lead, table(columnsOf, rows, columns));
}

/** A chance that stands for itself, 100 of 100 included. */
const of100From = (chance: number) => String(Math.round(100 * chance));

function cutsText({ silence, value, columns }: Told): string[] {
  const { cuts } = silence;
  if (cuts === null) return [];
  const letter = (id: string | undefined) => LETTERS.charAt(silence.classes.findIndex((c) => c.class === id));
  const each = cuts.evidence.map((e, i) => {
    const times = Number(value(e).toPrecision(2));
    return `${letter(cuts.path[i + 1])} beside the rest of ${letter(cuts.path[i])}: its counts have ${times} times the chance with a share of its own as with one share for both.`;
  });
  const over = `On average over where to stop narrowing it claims ${of100(value(cuts.share))} of 100 (${of100(value(cuts.lower))} to ${of100(value(cuts.upper))}).`;
  return part(
    "do the classes differ?",
    [...each, over].flatMap((l) => point(l, columns)),
  );
}

function outagesText({ silence, value, columns }: Told): string[] {
  return silence.outages.flatMap((o) => {
    const [from, to] = [o.from, o.to].map((id) => Math.round(value(id)));
    return wrap(clean(`${o.channel}: nothing could be heard from ${from} to ${to} hours after the attack.`), columns);
  });
}

const MOVED_HEADS = [
  { head: "one thing changed", grows: true },
  { head: "it did", right: true },
  { head: "it did not", right: true },
  { head: "leads then" },
];

function movedText({ silence, value, columns }: Told): string[] {
  if (silence.sensitivity.length === 0) return [];
  const led = silence.leaders[0];
  const rows = silence.sensitivity.map((v, i) => {
    const row = led?.rows[i];
    const words = row?.words === null ? "no one word" : (row?.words.join(" or ") ?? "");
    const leads = row === undefined ? "" : `${row.changes ? row.leaderText : "the same"}, ${words}`;
    return [v.name, of100(value(v.unclaimedIfDid)), of100(value(v.unclaimedIfNot)), leads];
  });
  const changes = [...new Set(silence.leaders.flatMap((l) => l.rows.filter((r) => r.changes).map((r) => r.name)))];
  const leader =
    led === undefined
      ? "Who leads is not told: no class is picked, or no judgment stated."
      : `What single value changes the leader: ${changes.length === 0 ? "none in range" : changes.join("; ")}.`;
  const heads = led === undefined ? MOVED_HEADS.slice(0, 3) : MOVED_HEADS;
  return [...table(heads, rows, columns), ...wrap(clean(leader), columns), ""];
}

function assumedText({ silence, value, columns }: Told): string[] {
  const shown = (ids: readonly string[]) => {
    const ends = [ids[0], ids.at(-1)].flatMap((id) => (id === undefined ? [] : [Number(value(id).toPrecision(3))]));
    return [...new Set(ends)].join(" to ");
  };
  const chances = silence.assumptions.flatMap((a) =>
    wrap(
      clean(`${a.statedBy === null ? "Assumed" : `Stated by ${a.statedBy}`}: ${a.what}, ${shown(a.figures)}.`),
      columns,
      "  ",
    ),
  );
  const how = silence.classes.some((c) => c.ownLags !== null) ? "In the other classes claims come" : "Claims come";
  const laws = silence.lags.flatMap((l) =>
    wrap(clean(`${how} ${l.name} (${l.law}): ${withoutStop(l.citation)}.`), columns, "  "),
  );
  return [...chances, ...laws];
}

/** What no silence can tell, and whose choice the class is. */
function closing({ silence, columns }: Told): string[] {
  if (silence.note === "claimed")
    return wrap(`${clean(silence.actorName)} has claimed it: there is no silence to weigh.`, columns);
  const pick = "Which class fits is yours to say, with who and why: silverblaze state … (class.picked).";
  return [
    ...(silence.note === "no-record"
      ? wrap(
          `There is no record of how often ${clean(silence.actorName)} claims; what is shown is the widest class.`,
          columns,
        )
      : []),
    ...wrap(
      `It can't tell "did it and hides it" from "did not do it".${silence.picked === null ? ` ${pick}` : ""}`,
      columns,
    ),
  ];
}
