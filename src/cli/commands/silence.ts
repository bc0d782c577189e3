import { assessLooseSilence } from "../../casework/loose-silence.ts";
import { silencePage } from "../../casework/pages.ts";
import type { Assessment } from "../../core/model/assessment.ts";
import { type Problem, problem } from "../../core/model/problem.ts";
import type { LagLaw } from "../../core/model/silence.ts";
import { isUnknown } from "../../core/model/stated.ts";
import { type When, whenInWords } from "../../core/model/time.ts";
import { countQuery } from "../../core/silence/class-query.ts";
import { classesFor } from "../../core/silence/classes.ts";
import { type ComparedClass, type ComparedSilence, compareClasses } from "../../core/silence/compare.ts";
import { shippedAssumptions, shippedLags } from "../../core/silence/data.ts";
import { silentHours } from "../../core/silence/hours.ts";
import { parseClassOption, parseLagOption } from "../../core/silence/parse.ts";
import { actorNamed } from "../actors.ts";
import { assessing, recordsOption, typedClasses } from "../assessing.ts";
import { usageError } from "../cases.ts";
import type { Invocation, Outcome, Run } from "../command.ts";
import { EXIT } from "../exit.ts";
import { featureOptions } from "../features.ts";
import { refuse, whenOf } from "../options.ts";
import { of100, percent } from "../rounded.ts";
import { type Layout, silenceText } from "../silence-text.ts";
import { clean, table, wrap } from "../terminal.ts";

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

function caseText(assessment: Assessment, { paint, columns }: Layout): string[] {
  const demo = assessment.demonstration === null ? [] : [paint.soft(assessment.demonstration)];
  if (assessment.silences.length === 0)
    return [
      ...demo,
      ...wrap("No silence to weigh: no text reports that no claim was seen, and no channel was watched.", columns),
    ];
  return [...demo, ...assessment.silences.flatMap((s) => [...silenceText(assessment, s, { paint, columns }), ""])];
}

interface Asked {
  readonly actor: { readonly id: string; readonly name: string };
  readonly attack: When;
  readonly until: readonly When[];
  readonly classes: readonly ComparedClass[];
  /** The same as an assessment; null where a κ of 0 or a φ of 0 or 1 was typed, which no assessment takes. */
  readonly assessment: Assessment | null;
  readonly lags: readonly { readonly name: string; readonly lag: LagLaw; readonly citation: string | null }[];
  readonly seen: number | { readonly from: number; readonly to: number };
  readonly falseShare: number | { readonly from: number; readonly to: number; readonly at: number };
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
  const { traits, problems: unread } = featureOptions(invocation);
  refuse(unread);
  const records = await recordsOption(invocation, text.charset);
  const typed = parsedClasses.flatMap((p) => ("value" in p ? [p.value] : []));
  const given = countedClasses(typed, { actor: actor.id, records: records.rows, cut: { attack } });
  const offered =
    given.length > 0
      ? []
      : classesFor({ actor: actor.id, actorName: actor.name, traits, attack, records: records.rows });
  const lags = parsedLags.flatMap((p, i) =>
    "value" in p ? [{ name: lists.lag?.[i] ?? "", lag: p.value, citation: null }] : [],
  );
  const assumed = shippedAssumptions();
  const [seen, falseShare] = [shareOption(text.seen, "--seen"), shareOption(text["false-share"], "--false-share")];
  const certain = seen === 0 || falseShare === 0 || falseShare === 1;
  const assessment = certain
    ? null
    : assessLooseSilence({
        ...{
          actor,
          attack,
          traits,
          until,
          classes: typedClasses(typed),
          lags: lags.map((l) => l.lag),
          records: records.rows,
        },
        ...(seen !== undefined && { seen }),
        ...(falseShare !== undefined && { falseShare }),
      });
  return {
    actor,
    attack,
    until,
    assessment,
    classes: [...given, ...offered],
    lags: lags.length > 0 ? lags : shippedLags().map(({ name, lag, citation }) => ({ name, lag, citation })),
    seen: seen ?? { from: assumed.seen.from, to: assumed.seen.to },
    falseShare: falseShare ?? assumed.falseShare,
    problems: records.problems,
  };
}

/** Typed classes, those that are queries counted in the records; what can't be counted is refused. */
function countedClasses(
  typed: readonly ComparedClass[],
  about: Parameters<typeof countQuery>[2],
): readonly ComparedClass[] {
  const wrong: Problem[] = [];
  const counted = typed.map((one): ComparedClass => {
    const { query, ...rest } = one;
    if (query === undefined) return one;
    const found = countQuery(one.name, query, about);
    if ("code" in found) {
      wrong.push(found);
      return one;
    }
    const { k, n } = found.counts;
    const citation = `rows of ${found.set} known before the attack`;
    return { ...rest, k, n, traits: query.traits, citation, ...(found.actor !== null && { actor: found.actor }) };
  });
  refuse(wrong);
  return counted;
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
      silences: ask.assessment?.silences ?? [],
      figures: ask.assessment?.figures ?? [],
    },
    problems: ask.problems,
    exit: EXIT.done,
    text: (paint, columns) => looseText(ask, rows, { paint, columns }),
    ...pageOf(ask.assessment),
  };
}

/** The page of a silence that an assessment could take. */
const pageOf = (assessment: Assessment | null): Pick<Outcome, "page"> =>
  assessment === null ? {} : { page: () => silencePage(assessment) };

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

/** Each silence as in a case; then, with several laws typed or what no assessment takes, law by law. */
function looseText(ask: Asked, rows: readonly Row[], layout: Layout): string[] {
  const { assessment, lags } = ask;
  const told =
    assessment?.silences.flatMap((s, i) => [...(i > 0 ? [""] : []), ...silenceText(assessment, s, layout)]) ?? [];
  const typed = lags.filter((l) => l.citation === null);
  return assessment !== null && typed.length < 2 ? told : [...told, ...lawByLaw(ask, rows, layout)];
}

function lawByLaw(ask: Asked, rows: readonly Row[], { paint, columns }: Layout): string[] {
  const { actor, assessment, attack, seen, falseShare } = ask;
  const shown = (x: number | { readonly from: number; readonly to: number }) =>
    typeof x === "number" ? String(x) : `${x.from} to ${x.to}`;
  const none =
    falseShare === 0
      ? "no false claims (φ = 0, as typed)"
      : `claims what it did not do with a chance of ${shown(falseShare)}`;
  const title = paint.bold(clean(`${actor.name}, no claim seen after ${whenInWords(attack)}: law by law`));
  return [
    ...(assessment === null ? [title] : ["", title]),
    ...rows.flatMap((r) => [
      "",
      ...wrap(clean(`until ${r.asOf}${lengthOf(r)}, claims come ${r.lag}`), columns),
      ...table(LOOSE_HEADS, r.classes.map(looseRow), columns),
    ]),
    ...(assessment === null
      ? [
          "",
          ...wrap(`Assumed: a claim made would have been seen with a chance of ${shown(seen)}; ${none}.`, columns),
          ...wrap(`Of 100 attacks that it did not do, ${of100(ifNotOf(rows))} would be unclaimed by then.`, columns),
          ...wrap('It can\'t tell "did it and hides it" from "did not do it".', columns),
        ]
      : []),
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
