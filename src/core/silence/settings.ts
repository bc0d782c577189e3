import type { AssessedSilence } from "../model/assessment.ts";
import type { AssumptionStated, Entry, Range } from "../model/event.ts";
import type { Ground } from "../model/figure.ts";
import { type Problem, problem } from "../model/problem.ts";
import type { LagLaw } from "../model/silence.ts";
import { byCodeUnit } from "../model/span.ts";
import { lagParameters } from "../stats/lag-law.ts";
import { type Assumed, type NamedLag, shippedAssumptions, shippedLags } from "./data.ts";
import type { Filed, FiledRange, Filer } from "./filed.ts";

type Stated = Entry<"assumption.stated">;

/** A lag law in use, and on whose word. */
export interface UsedLag {
  readonly id: string;
  readonly name: string;
  readonly lag: LagLaw;
  readonly citation: string;
  readonly ground: Ground;
}

/** A chance in use: its values, grounds and who stated it. */
export interface UsedChance {
  readonly from: number;
  /** Null: the middle of the range. */
  readonly at: number | null;
  readonly to: number;
  readonly grounds: readonly Ground[];
  readonly statedBy: string | null;
}

/** What one actor's silence is reckoned with. */
export interface UsedAssumptions {
  readonly lags: readonly UsedLag[];
  readonly seen: UsedChance;
  readonly falseShare: UsedChance;
  /** Whether any of it was stated for this class alone. */
  readonly own: boolean;
  /** Whether a person stated the lag law. */
  readonly lagsStated: boolean;
}

const judged = ({ seq, who }: { readonly seq: number; readonly who: string }): Ground => ({ is: "judgment", seq, who });
const isLaw = (value: AssumptionStated["value"]): value is LagLaw => typeof value === "object" && "law" in value;

/** Why an assessment can't use it [SI7]; null where it can. */
function unusable({ what, value }: AssumptionStated): string | null {
  if (what === "lag") return isLaw(value) ? null : "a lag is a law with its parameters in hours";
  if (isLaw(value)) return "it is a chance, not a lag law";
  const { from, to } = typeof value === "number" ? { from: value, to: value } : value;
  if (!(from <= to)) return "the smaller end comes first";
  if (what === "false-share")
    return from > 0 && to < 1 ? null : "a group that never claims falsely can't be ruled out; give over 0 and under 1";
  return from > 0 && to <= 1 ? null : "give a chance over 0 and up to 1";
}

const USED = ["lag", "seen", "false-share"] as const;

/** The latest of each stated assumption that bears on a silence, in the order of their statement. */
function latest(stated: readonly Stated[]): readonly Stated[] {
  const last = new Map<string, Stated>();
  const bySeq = [...stated].sort((a, b) => a.seq - b.seq);
  for (const one of bySeq) last.set(one.body.assumption, one);
  return [...last.values()].filter((e) => (USED as readonly string[]).includes(e.body.what));
}

/** Stated assumptions that can't be used, as problems. */
export function assumptionProblems(stated: readonly Stated[]): readonly Problem[] {
  return latest(stated).flatMap(({ body }) => {
    const why = unusable(body);
    const value = JSON.stringify(body.value);
    return why === null
      ? []
      : [problem("assumption-not-usable", { assumption: body.assumption, what: body.what, value, why })];
  });
}

/** Those of a kind that hold for an actor and class: of the narrowest scope that anything was stated for. */
function inForce(stated: readonly Stated[], what: (typeof USED)[number], scope: Scope): readonly Stated[] {
  const fit = latest(stated).filter(
    ({ body }) =>
      body.what === what &&
      unusable(body) === null &&
      body.explanation === undefined &&
      (body.actor === undefined || body.actor === scope.actor) &&
      (body.class === undefined || body.class === scope.class),
  );
  const width = ({ body }: Stated) => (body.class === undefined ? 1 : 0) + (body.actor === undefined ? 1 : 0);
  const narrowest = Math.min(...fit.map(width));
  return fit.filter((e) => width(e) === narrowest);
}

export interface Scope {
  readonly actor: string;
  readonly class: string | null;
}

function chance(entries: readonly Stated[], name: string, assumed: Assumed): UsedChance {
  const last = entries.at(-1);
  if (last === undefined) {
    const { from, at, to, why } = assumed;
    const middle = at === (from + to) / 2 ? null : at;
    return { from, at: middle, to, grounds: [{ is: "table", name, citation: why }], statedBy: null };
  }
  const value = last.body.value as number | Range;
  const { from, to } = typeof value === "number" ? { from: value, to: value } : value;
  return {
    from,
    at: null,
    to,
    grounds: [judged({ seq: last.seq, who: last.body.who })],
    statedBy: last.body.who,
  };
}

const shippedLag = ({ id, name, lag, fittedTo, citation }: NamedLag): UsedLag => ({
  id,
  name,
  lag,
  citation,
  ground: { is: "table", name: "lag-laws.json", citation: `${citation} (fitted to ${fittedTo})` },
});

const statedLag = ({ seq, body }: Stated): UsedLag => ({
  id: body.assumption,
  name: "as stated",
  lag: body.value as LagLaw,
  citation: `stated by ${body.who}: ${body.why}`,
  ground: judged({ seq, who: body.who }),
});

/** The assumptions in force for an actor, and for one class where some were stated for that class alone [SI7]. */
export function assumptionsFor(stated: readonly Stated[], scope: Scope): UsedAssumptions {
  const shipped = shippedAssumptions();
  const of = (what: (typeof USED)[number]) => inForce(stated, what, scope);
  const lags = [...of("lag")].sort((a, b) => byCodeUnit(a.body.assumption, b.body.assumption));
  const all = [...lags, ...of("seen"), ...of("false-share")];
  return {
    lags: lags.length === 0 ? shippedLags().map(shippedLag) : lags.map(statedLag),
    seen: chance(of("seen"), "assumptions.json, seen", shipped.seen),
    falseShare: chance(of("false-share"), "assumptions.json, falseShare", shipped.falseShare),
    own: all.some((e) => e.body.class !== undefined),
    lagsStated: lags.length > 0,
  };
}

/** The figures that every class of one actor is reckoned with. */
export interface FiledSettings {
  readonly seen: FiledRange;
  readonly falseShare: FiledRange;
  /** F(t): of the claims that come, made by now; the mean over the laws in the middle, their lowest and highest at the ends. */
  readonly byNow: FiledRange;
  /** 1 − F in the middle. */
  readonly after: Filed;
  readonly unclaimedIfNot: Filed;
  readonly lags: AssessedSilence["lags"];
  /** F in the middle, law by law. */
  readonly each: readonly { readonly name: string; readonly byNow: Filed }[];
  readonly used: UsedAssumptions;
  readonly hours: FiledRange;
  readonly outages: readonly FiledOutage[];
}

function fileChance(to: Filer, step: string, used: UsedChance): FiledRange {
  const read = (end: string, value: number) =>
    to.read(`${step}/${end}`, { value, unit: "share", rule: "SI7", from: used.grounds });
  const [from, last] = [read("from", used.from), read("to", used.to)];
  const middle =
    used.at === null
      ? to.derive(`${step}/middle`, "middle", { unit: "share", rule: "SI7", of: [from, last] })
      : read("middle", used.at);
  return { from, middle, to: last };
}

/** An outage as filed: when it began and ended, hours after the attack, and the chance that its claims are seen afterwards. */
export interface FiledOutage {
  readonly channel: string;
  readonly from: Filed;
  readonly to: Filed;
  readonly afterwards: Filed;
}

/** A law's F at the hours of the silence, as far as it was heard, and what is left of it in the middle [SI4, SI7]. */
export function fileLaw(
  to: Filer,
  { id, lag, ground }: Pick<UsedLag, "id" | "lag"> & { readonly ground: readonly Ground[] },
  { hours, outages }: { readonly hours: FiledRange; readonly outages: readonly FiledOutage[] },
): FiledRange & { readonly after: Filed } {
  const filed = Object.entries(lagParameters(lag)).map(([name, value]) =>
    to.read(`lag/${id}/${name}`, {
      value,
      unit: name === "scale" || name === "median" ? "hours" : "score",
      rule: "SI4",
      from: ground,
    }),
  );
  const lost = outages.flatMap((o) => [o.from, o.to, o.afterwards]);
  const name = (by: "by-now" | "after") =>
    lost.length === 0 ? `${lag.law}-${by}` : `${lag.law}-${by === "by-now" ? "heard" : "unheard"}`;
  const at = (by: "by-now" | "after", end: keyof FiledRange) =>
    to.derive(`${by}/${id}/${end}`, name(by), { unit: "share", rule: "SI4", of: [hours[end], ...filed, ...lost] });
  return {
    from: at("by-now", "from"),
    middle: at("by-now", "middle"),
    to: at("by-now", "to"),
    after: at("after", "middle"),
  };
}

/** Files hours, assumptions and the lag laws' values, once for an actor or once for a class with assumptions of its own. */
export function fileSettings(
  to: Filer,
  used: UsedAssumptions,
  { hours, outages }: { readonly hours: FiledRange; readonly outages: readonly FiledOutage[] },
): FiledSettings {
  const laws = used.lags.map((lag) => fileLaw(to, { ...lag, ground: [lag.ground] }, { hours, outages }));
  const over = (step: string, by: string, of: readonly Filed[]) =>
    to.derive(step, by, { unit: "share", rule: "SI2", of });
  const byNow = {
    from: over(
      "by-now/from",
      "lowest",
      laws.map((l) => l.from),
    ),
    middle: over(
      "by-now/middle",
      "mean",
      laws.map((l) => l.middle),
    ),
    to: over(
      "by-now/to",
      "highest",
      laws.map((l) => l.to),
    ),
  };
  const after = over(
    "after/middle",
    "mean",
    laws.map((l) => l.after),
  );
  const seen = fileChance(to, "seen", used.seen);
  const falseShare = fileChance(to, "false-share", used.falseShare);
  const unclaimedIfNot = to.derive("unclaimed-if-not", "unclaimed-if-not", {
    ...{ unit: "share", rule: "SI7" },
    of: [seen.middle, falseShare.middle, byNow.middle],
  });
  const lags = used.lags.map(({ name, lag, citation }) => ({ name, law: lag.law, citation }));
  const each = used.lags.map(({ name }, i) => ({ name, byNow: laws[i]!.middle }));
  return { seen, falseShare, byNow, after, unclaimedIfNot, lags, each, used, hours, outages };
}
