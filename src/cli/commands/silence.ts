import { silencePage } from "../../casework/pages.ts";
import type { AssessedSilence, Assessment } from "../../core/model/assessment.ts";
import { type Problem, problem } from "../../core/model/problem.ts";
import type { LagLaw } from "../../core/model/silence.ts";
import { isUnknown } from "../../core/model/stated.ts";
import { type When, whenInWords } from "../../core/model/time.ts";
import { classesFor } from "../../core/silence/classes.ts";
import { type ComparedClass, type ComparedSilence, compareClasses } from "../../core/silence/compare.ts";
import { shippedAssumptions, shippedLags } from "../../core/silence/data.ts";
import { silentHours } from "../../core/silence/hours.ts";
import { parseClassOption, parseLagOption } from "../../core/silence/parse.ts";
import { curveData, LETTERS } from "../../exchange/silence-curve-data.ts";
import { guardWords } from "../../exchange/silence-words.ts";
import { actorNamed } from "../actors.ts";
import { assessing, recordsOption } from "../assessing.ts";
import { usageError } from "../cases.ts";
import type { Invocation, Outcome, Run } from "../command.ts";
import { curveText } from "../curve.ts";
import { EXIT } from "../exit.ts";
import { figureReader } from "../figures.ts";
import { refuse, whenOf } from "../options.ts";
import { of100, percent } from "../rounded.ts";
import { clean, type Paint, table, wrap } from "../terminal.ts";

const SCHEMA = "silverblaze/silence/1";

export const run: Run = async (invocation) =>
  invocation.args.length === 1 ? ofCase(invocation) : withoutCase(invocation);

async function ofCase(invocation: Invocation): Promise<Outcome> {
  const asOf = invocation.lists["as-of"]?.at(-1);
  const text = { ...invocation.text, ...(asOf !== undefined && { "as-of": asOf }) };
  const { assessment, problems } = await assessing({ ...invocation, text });
  return {
    schema: SCHEMA,
    result: { silences: assessment.silences, figures: assessment.figures.filter((f) => f.id.includes("/silence/")) },
    problems: [...problems, ...assessment.problems],
    exit: EXIT.done,
    text: (paint, columns) => caseText(assessment, { paint, columns }),
    page: () => silencePage(assessment),
  };
}

interface Layout {
  readonly paint: Paint;
  readonly columns: number;
}

function caseText(assessment: Assessment, { paint, columns }: Layout): string[] {
  const value = figureReader(assessment);
  const demo = assessment.demonstration === null ? [] : [paint.soft(assessment.demonstration)];
  if (assessment.silences.length === 0)
    return [
      ...demo,
      ...wrap("No silence to weigh: no text reports that no claim was seen, and no channel was watched.", columns),
    ];
  return assessment.silences.flatMap((s) => [
    ...demo,
    paint.bold(clean(`${s.actorName}, no claim seen by ${whenInWords(s.until)}`)),
    "",
    ...table(
      HEADS,
      s.classes.map((c, i) => [
        `${LETTERS.charAt(i)} ${c.name}`,
        `${value(c.k)} / ${value(c.n)}${c.kind === "counted" ? "" : ` ${c.kind}`}`,
        percent(value(c.share)),
        of100(value(c.unclaimedIfDid)),
        percent(value(c.stillToCome)),
        c.differs.join(", "),
      ]),
      columns,
    ),
    ...caseCurve(assessment, s, columns),
    ...moreText(s, value, columns),
    ...closing({ ifNot: value(s.unclaimedIfNot), note: s.note, actor: s.actorName }, columns),
    "",
  ]);
}

function caseCurve(assessment: Assessment, silence: AssessedSilence, columns: number): string[] {
  const data = curveData({ silence, values: new Map(assessment.figures.map((f) => [f.id, f])) });
  return data === null ? [] : ["", "of 100 such attacks, still unclaimed", ...curveText(data, columns).map(clean), ""];
}

/** Under the table: what each assumption moves, lags of the classes, ascertainment, cuts, outages. */
function moreText(s: AssessedSilence, value: (id: string) => number, columns: number): string[] {
  const led = s.leaders[0];
  const moved = s.sensitivity.map((v, i) => {
    const row = led?.rows[i];
    const words = row?.words === null ? "no one word" : (row?.words.join(" or ") ?? "");
    const leads = row === undefined ? "" : `${row.changes ? row.leaderText : "the same"}, ${words}`;
    return [v.name, of100(value(v.unclaimedIfDid)), of100(value(v.unclaimedIfNot)), leads];
  });
  const changes = [...new Set(s.leaders.flatMap((l) => l.rows.filter((r) => r.changes).map((r) => r.name)))];
  const leader =
    led === undefined
      ? "Who leads is not told: no class is picked, or no judgment stated."
      : `What single value changes the leader: ${changes.length === 0 ? "none in range" : changes.join("; ")}.`;
  return [
    ...(moved.length === 0 ? [] : [...table(MOVED_HEADS, moved, columns), ...wrap(clean(leader), columns)]),
    ...s.classes.flatMap((c) => {
      if (c.ownLags === null) return [];
      const { claimedBy, dated, share, withheld } = c.ownLags;
      const end = share === null ? guardWords(withheld) : `Of 100 it claims ${of100(value(share))} in the end.`;
      return wrap(
        clean(
          `${c.name}: of 100, ${of100(value(claimedBy))} were claimed by now, by ${value(dated)} dated claims. ${end}`,
        ),
        columns,
      );
    }),
    ...s.classes.flatMap((c) => {
      if (c.ascertained.length === 0) return [];
      const at = c.ascertained.map((a) => `${of100(value(a.share))} if ${Math.round(100 * value(a.q))} %`).join(", ");
      const corner = c.corner === null ? "" : `; ${of100(value(c.corner))} if every nameless attack were its own`;
      return wrap(clean(`${c.name}: of 100 it claims ${at} of the unclaimed ones are laid to it${corner}.`), columns);
    }),
    ...(s.cuts === null
      ? []
      : wrap(
          `Over where to stop narrowing it claims ${of100(value(s.cuts.share))} of 100 on average (${of100(value(s.cuts.lower))} to ${of100(value(s.cuts.upper))}); each class's counts are ${s.cuts.evidence.map((e) => value(e).toPrecision(2)).join(", ")} times as likely with a share of its own.`,
          columns,
        )),
    ...s.outages.flatMap((o) =>
      wrap(
        clean(
          `${o.channel}: nothing could be heard from ${Math.round(value(o.from))} to ${Math.round(value(o.to))} hours after the attack.`,
        ),
        columns,
      ),
    ),
  ];
}

const MOVED_HEADS = [
  { head: "one thing changed", grows: true },
  { head: "it did", right: true },
  { head: "it did not", right: true },
  { head: "leads then" },
];

const HEADS = [
  { head: "reference class", grows: true },
  { head: "claimed of", right: true },
  { head: "share", right: true },
  { head: "unclaimed", right: true },
  { head: "to come", right: true },
  { head: "differs in", grows: true },
];

function closing(
  { ifNot, note, actor }: { readonly ifNot: number; readonly note: string | null; readonly actor: string },
  columns: number,
): string[] {
  return [
    ...wrap(
      `unclaimed: of 100 such attacks that it did, unclaimed by then; of 100 it did not do, ${of100(ifNot)}.`,
      columns,
    ),
    ...(note === "no-record"
      ? wrap(`There is no record of how often ${clean(actor)} claims; what is shown is the widest class.`, columns)
      : []),
    ...wrap(
      'It can\'t tell "did it and hides it" from "did not do it". Which class fits is yours to say, with who and why: silverblaze state … (class.picked).',
      columns,
    ),
  ];
}

interface Asked {
  readonly actor: { readonly id: string; readonly name: string };
  readonly attack: When;
  readonly until: readonly When[];
  readonly classes: readonly ComparedClass[];
  readonly lags: readonly { readonly name: string; readonly lag: LagLaw; readonly citation: string | null }[];
  readonly seen: number | { readonly from: number; readonly to: number };
  readonly falseShare: number | { readonly from: number; readonly to: number; readonly at: number };
  /** Nobody gave a class, and none of the actor's own is on record. */
  readonly noRecord: boolean;
  readonly problems: readonly Problem[];
}

async function asked(invocation: Invocation): Promise<Asked> {
  const { text, lists } = invocation;
  const missing = (option: string, about: string) =>
    problem("missing-option", {
      command: "silence",
      option,
      about,
      example: "silverblaze silence --actor taliban --attack 2031-03-03 --as-of 2031-03-05",
    });
  refuse([
    ...(text.actor === undefined ? [missing("--actor", "whose silence it is")] : []),
    ...(text.attack === undefined ? [missing("--attack", "when the attack was")] : []),
    ...((lists["as-of"] ?? []).length === 0 ? [missing("--as-of", "until when no claim was seen")] : []),
  ]);
  const actor = actorNamed(text.actor ?? "");
  const attack = whenOf("--attack", text.attack ?? "");
  const until = (lists["as-of"] ?? []).map((t) => whenOf("--as-of", t));
  const parsedClasses = (lists.class ?? []).map(parseClassOption);
  const parsedLags = (lists.lag ?? []).map(parseLagOption);
  const early = until
    .filter((u) => silentHours(attack, u) === null)
    .map((u) => problem("as-of-before-attack", { asOf: u.edtf, attack: attack.edtf }));
  refuse([...parsedClasses, ...parsedLags].flatMap((p) => ("problem" in p ? [p.problem] : [])).concat(early));
  const records = await recordsOption(invocation);
  const given = parsedClasses.flatMap((p) => ("value" in p ? [p.value] : []));
  const offered =
    given.length > 0
      ? []
      : classesFor({ actor: actor.id, actorName: actor.name, traits: {}, attack, records: records.rows });
  const lags = parsedLags.flatMap((p, i) =>
    "value" in p ? [{ name: lists.lag?.[i] ?? "", lag: p.value, citation: null }] : [],
  );
  const assumed = shippedAssumptions();
  return {
    actor,
    attack,
    until,
    classes: [...given, ...offered],
    lags: lags.length > 0 ? lags : shippedLags().map(({ name, lag, citation }) => ({ name, lag, citation })),
    seen: shareOption(text.seen, "--seen") ?? { from: assumed.seen.from, to: assumed.seen.to },
    falseShare: shareOption(text["false-share"], "--false-share") ?? assumed.falseShare,
    noRecord: given.length === 0 && !offered.some((c) => c.actor === actor.id),
    problems: records.problems,
  };
}

function shareOption(value: string | undefined, option: string): number | undefined {
  if (value === undefined) return undefined;
  const n = Number(value);
  if (value.trim() !== "" && n >= 0 && n <= 1) return n;
  throw usageError(problem("bad-value", { option, value, fault: "no chance", want: "a number from 0 to 1" }));
}

interface Row {
  readonly asOf: string;
  readonly lag: string;
  readonly classes: readonly ComparedSilence[];
}

async function withoutCase(invocation: Invocation): Promise<Outcome> {
  const ask = await asked(invocation);
  const { actor, attack, until, classes, lags, seen, falseShare } = ask;
  const rows = until.flatMap((u) =>
    lags.map(({ name, lag }): Row => {
      const hours = silentHours(attack, u) ?? 0;
      const exact =
        typeof hours === "number" || hours.from === hours.to ? (typeof hours === "number" ? hours : hours.to) : hours;
      return { asOf: u.edtf, lag: name, classes: compareClasses(classes, lag, { hours: exact, seen, falseShare }) };
    }),
  );
  return {
    schema: SCHEMA,
    result: {
      actor,
      attack: attack.edtf,
      assumptions: { seen, falseShare, falseClaims: falseShare === 0 ? "no false claims" : "possible", lags },
      classes: rows,
      curve: curveOf(classes, lags, {
        seen,
        falseShare,
        until: Math.max(...rows.flatMap((r) => r.classes.map(hoursOf))),
      }),
      stillToCome: rows.map((r) => ({
        asOf: r.asOf,
        lag: r.lag,
        classes: r.classes.map((c) => ({ name: c.name, stillToCome: c.stillToCome })),
      })),
    },
    problems: ask.problems,
    exit: EXIT.done,
    text: (paint, columns) => looseText(ask, rows, { paint, columns }),
  };
}

function hoursOf(c: ComparedSilence): number {
  return "range" in c ? c.range.to.hours : 0;
}

/** "Still unclaimed" over time, class by class: 25 points from the attack to the last hour asked about. */
function curveOf(
  classes: readonly ComparedClass[],
  lags: Asked["lags"],
  { seen, falseShare, until }: Pick<Asked, "seen" | "falseShare"> & { readonly until: number },
) {
  const hours = Array.from({ length: 25 }, (_, i) => (until * i) / 24);
  return lags.map(({ name, lag }) => {
    const at = hours.map((h) => compareClasses(classes, lag, { hours: h, seen, falseShare }));
    return {
      lag: name,
      hours,
      classes: classes.map((c, i) => ({
        name: c.name,
        unclaimedIfDid: at.map((rows) => {
          const row = rows[i];
          return row !== undefined && "unclaimedIfDid" in row ? row.unclaimedIfDid : null;
        }),
      })),
    };
  });
}

function looseText(ask: Asked, rows: readonly Row[], { paint, columns }: Layout): string[] {
  const { actor, attack, seen, falseShare, lags } = ask;
  const shown = (x: number | { readonly from: number; readonly to: number }) =>
    typeof x === "number" ? String(x) : `${x.from} to ${x.to}`;
  const none =
    falseShare === 0
      ? "no false claims (φ = 0, as typed)"
      : `claims what it did not do with a chance of ${shown(falseShare)}`;
  return [
    paint.bold(clean(`${actor.name}, no claim seen after ${whenInWords(attack)}`)),
    ...rows.flatMap((r) => [
      "",
      ...wrap(clean(`until ${r.asOf}${lengthOf(r)}, claims come ${r.lag}`), columns),
      ...table(LOOSE_HEADS, r.classes.map(looseRow), columns),
    ]),
    "",
    ...wrap(`Assumed: a claim made would have been seen with a chance of ${shown(seen)}; ${none}.`, columns),
    ...lags.flatMap(({ name, citation }) =>
      citation === null ? [] : wrap(clean(`Lag "${name}": ${citation}.`), columns),
    ),
    ...classNotes(rows, columns),
    ...closing({ ifNot: ifNotOf(rows), note: ask.noRecord ? "no-record" : null, actor: actor.name }, columns),
  ];
}

function lengthOf({ classes }: Row): string {
  const [first] = classes;
  if (first === undefined || !("range" in first)) return "";
  const { from, to } = first.range;
  const n = (h: number) => Number(h.toFixed(1));
  return from.hours === to.hours ? ` (${n(to.hours)} h)` : ` (${n(from.hours)} to ${n(to.hours)} h)`;
}

const LOOSE_HEADS = [
  { head: "reference class", grows: true },
  { head: "claimed of", right: true },
  { head: "share", right: true },
  { head: "95 %", right: true },
  { head: "unclaimed", right: true },
  { head: "factor", right: true },
  { head: "to come", right: true },
];

function looseRow(c: ComparedSilence): string[] {
  const counts = `${c.k} / ${c.n}${c.kind === "counted" ? "" : ` ${c.kind}`}`;
  if (isUnknown(c.share) || !("unclaimedIfDid" in c)) return [c.name, counts, "no record", "", "", "", ""];
  const span = (a: number, b: number, show: (x: number) => string) =>
    show(a) === show(b) ? show(a) : `${show(a)} to ${show(b)}`;
  return [
    c.name,
    counts,
    percent(c.share),
    intervalOf(c),
    span(c.ends.unclaimedIfDid.from, c.ends.unclaimedIfDid.to, of100),
    span(c.ends.factor.from, c.ends.factor.to, (x) => x.toFixed(2)),
    percent(c.stillToCome as number),
  ];
}

/** The 95 % interval of a counted class; one side only where all or none were claimed [SI6]. */
function intervalOf(c: ComparedSilence): string {
  if (!("lower" in c) || c.lower === undefined || c.upper === undefined) return "";
  if (c.sides === "at-least") return `from ${of100(c.lower)}`;
  if (c.sides === "at-most") return `to ${of100(c.upper)}`;
  const [low, high] = [of100(c.lower), of100(c.upper)];
  return low === high ? low : `${low} to ${high}`;
}

function ifNotOf(rows: readonly Row[]): number {
  const [first] = rows[0]?.classes ?? [];
  return first !== undefined && "unclaimedIfNot" in first ? first.unclaimedIfNot : 1;
}

function classNotes(rows: readonly Row[], columns: number): string[] {
  return (rows[0]?.classes ?? []).flatMap((c) => {
    const words = [...c.differs, ...(c.citation === undefined ? [] : [c.citation])];
    return words.length === 0 ? [] : wrap(clean(`${c.name}: ${words.join("; ")}.`), columns, "  ");
  });
}
