import { type Unknown, unknown } from "../model/stated.ts";
import { betaQuantile } from "../stats/beta.ts";
import { checkShares } from "../stats/check.ts";
import { type AnyLag, checkHearing, type Hearing, heardAt } from "./heard.ts";

/** What was seen of one actor. */
export type Seen =
  /** Its first claim, made in (from, to] hours: never a density; an exact time is widened to its precision. */
  | { readonly is: "claim"; readonly from: number; readonly to: number }
  /** Its first denial of responsibility, made in (from, to] hours. */
  | { readonly is: "denial"; readonly from: number; readonly to: number }
  /** Neither, up to so many hours. */
  | { readonly is: "silence"; readonly hours: number };

/** The share of attacks that an actor ever claims or denies first, and how fast. */
export interface Habit {
  readonly share: number;
  readonly lag: AnyLag;
}

/** An actor of whom something was seen, and how it speaks of attacks that it did and did not do. */
export interface WeighedActor extends Hearing {
  readonly actor: string;
  readonly seen: Seen;
  /** κ: the chance that a statement made would have been seen by now. */
  readonly heard: number;
  readonly ifDid: { readonly claim: Habit; readonly denial?: Habit };
  readonly ifNot: { readonly claim: Habit; readonly denial?: Habit };
  /** Praise without a claim was seen: how likely it is if it did it and if not. It does not end the wait. */
  readonly praise?: { readonly ifDid: number; readonly ifNot: number };
}

/** An explanation: the set of actors that did it, none for "nobody known". A joint attack is an explanation of its own. */
export interface ActorExplanation {
  readonly id: string;
  readonly actors: readonly string[];
  /** Where every explanation has one, there is a posterior. */
  readonly prior?: number;
  /** How an actor speaks under this explanation alone: "inspired without contact" states its own π. */
  readonly habits?: Readonly<Record<string, WeighedActor["ifDid"]>>;
}

export interface WeighedActors {
  readonly explanations: readonly {
    readonly id: string;
    /** The chance of all that was seen. */
    readonly likelihood: number;
    /** Its factors, an actor each, in the order given. */
    readonly terms: readonly number[];
    readonly posterior: number | Unknown;
  }[];
  /** Two actors have claimed: the claims were taken as independent given the explanation. */
  readonly note: "claims-taken-as-independent" | null;
}

function within(habit: Habit, [from, to]: readonly [number, number], actor: WeighedActor): number {
  const at = (hours: number) => heardAt(habit.lag, hours, actor).byNow;
  return actor.heard * habit.share * (at(to) - at(from));
}

/** The chance of what was seen of one actor, given how it speaks [SI10]. */
function term(actor: WeighedActor, habits: WeighedActor["ifDid"], praise: number): number {
  const { seen } = actor;
  if (seen.is === "claim") return praise * within(habits.claim, [seen.from, seen.to], actor);
  if (seen.is === "denial")
    return habits.denial === undefined ? 0 : praise * within(habits.denial, [seen.from, seen.to], actor);
  const denied = habits.denial === undefined ? 0 : within(habits.denial, [0, seen.hours], actor);
  return praise * (1 - within(habits.claim, [0, seen.hours], actor) - denied);
}

function check(actors: readonly WeighedActor[], explanations: readonly ActorExplanation[]): void {
  const known = new Set(actors.map((a) => a.actor));
  for (const actor of actors) {
    checkHearing("weighActors", actor);
    checkShares("weighActors", {
      heard: actor.heard,
      ...(actor.praise && { praise: actor.praise.ifDid, praiseIfNot: actor.praise.ifNot }),
    });
    for (const { claim, denial } of [actor.ifDid, actor.ifNot]) {
      checkShares("weighActors", {
        claim: claim.share,
        denial: denial?.share ?? 0,
        both: claim.share + (denial?.share ?? 0),
      });
    }
    const { seen } = actor;
    if (seen.is !== "silence" && !(seen.from >= 0 && seen.to > seen.from)) {
      throw new RangeError(
        `weighActors: a ${seen.is} of "${actor.actor}" came in ${seen.from} to ${seen.to} h; give an interval as wide as its time is exact, from 0 h on.`,
      );
    }
    if (seen.is === "denial" && actor.ifDid.denial === undefined && actor.ifNot.denial === undefined) {
      throw new RangeError(
        `weighActors: "${actor.actor}" has denied it; give the share of attacks that it denies, ifDid or ifNot.`,
      );
    }
  }
  if (!explanations.some((e) => e.actors.length === 0)) {
    throw new RangeError(
      'weighActors: every explanation names an actor; add one that names none ("nobody known"), or two rival claims force a false certainty.',
    );
  }
  for (const e of explanations) {
    const stranger = e.actors.find((a) => !known.has(a));
    if (stranger !== undefined)
      throw new RangeError(
        `weighActors: explanation "${e.id}" names "${stranger}", of whom nothing is given; add the actor.`,
      );
  }
}

/**
 * How likely all that was seen of several actors is under each explanation, and the posterior where every explanation has a prior [SI10]: a product of a term an actor.
 * Unknown posteriors: `no-prior`, or `seen-is-impossible` where no explanation allows what was seen.
 */
export function weighActors(actors: readonly WeighedActor[], explanations: readonly ActorExplanation[]): WeighedActors {
  check(actors, explanations);
  const rows = explanations.map((e) => {
    const terms = actors.map((a) => {
      const did = e.actors.includes(a.actor);
      const praise = a.praise === undefined ? 1 : did ? a.praise.ifDid : a.praise.ifNot;
      return term(a, e.habits?.[a.actor] ?? (did ? a.ifDid : a.ifNot), praise);
    });
    return { id: e.id, prior: e.prior, terms, likelihood: terms.reduce((x, y) => x * y, 1) };
  });
  const total = rows.reduce((sum, r) => sum + (r.prior ?? Number.NaN) * r.likelihood, 0);
  const posterior = (r: (typeof rows)[number]) =>
    Number.isNaN(total)
      ? unknown("no-prior")
      : total === 0
        ? unknown("seen-is-impossible")
        : ((r.prior as number) * r.likelihood) / total;
  return {
    explanations: rows.map((r) => ({ id: r.id, likelihood: r.likelihood, terms: r.terms, posterior: posterior(r) })),
    note: actors.filter((a) => a.seen.is === "claim").length > 1 ? "claims-taken-as-independent" : null,
  };
}

/** Of an actor's attacks, the shares that it first claims, first denies, or neither; with 95 % intervals. */
export type FirstWords = Readonly<
  Record<"claim" | "denial" | "neither", { readonly mean: number; readonly lower: number; readonly upper: number }>
>;

/** The shares of attacks first claimed, first denied and neither, from counts of each, on Dirichlet(½, ½, ½) [SI10]. All 0: unknown, `no-record`. */
export function firstWords(counts: Readonly<Record<"claim" | "denial" | "neither", number>>): FirstWords | Unknown {
  const n = counts.claim + counts.denial + counts.neither;
  for (const [name, count] of Object.entries(counts)) {
    if (!(count >= 0 && Number.isFinite(count)))
      throw new RangeError(`firstWords: ${name} is ${count}; give a count of 0 or more.`);
  }
  if (n === 0) return unknown("no-record");
  const of = (k: number) => {
    const [a, b] = [k + 0.5, n - k + 1];
    return { mean: a / (a + b), lower: betaQuantile(0.025, a, b), upper: betaQuantile(0.975, a, b) };
  };
  return { claim: of(counts.claim), denial: of(counts.denial), neither: of(counts.neither) };
}
