import type { Precedent, PrecedentStatement } from "../model/precedents.ts";
import { hoursBetween, type When } from "../model/time.ts";

/** Whether a time ended before the attack began. A time that nobody gives can't be told to. */
function endedBefore(when: When | null, attack: When): boolean {
  return when?.to != null && attack.from !== null && when.to <= attack.from;
}

/**
 * The precedents that could be known when the attack happened [SI9]: those that ended before it, each with the statements made before
 * it. One whose only dated claims came later is, as of then, one without a claim. Without an attack everything counts.
 */
export function knownThen(precedents: readonly Precedent[], attack: When | undefined): readonly Precedent[] {
  if (attack === undefined) return precedents;
  return precedents.filter((p) => endedBefore(p.when, attack)).map((p) => asOf(p, attack));
}

function asOf(precedent: Precedent, attack: When): Precedent {
  const statements = precedent.statements.filter((s) => s.when === null || endedBefore(s.when, attack));
  if (statements.length === precedent.statements.length) return precedent;
  const claims = (list: readonly PrecedentStatement[]) => list.filter((s) => s.is === "claim").length;
  const unclaimed = claims(precedent.statements) > 0 && claims(statements) === 0;
  return { ...precedent, statements, ...(unclaimed && { claim: "no" as const }) };
}

/**
 * Hours from the attack to the first claim by the row's own actor, as far as sources give them: their own count of hours, else the two
 * dates, whose clock times nobody gives. Null where no claim is dated. Never under 0: a claim of an attack comes after it [SI2].
 */
export function lagOf({ when, statements }: Precedent): { readonly from: number; readonly to: number } | null {
  const lags = statements
    .filter((s) => s.is === "claim" && s.actor === undefined)
    .flatMap((s) => s.hours ?? (when === null || s.when === null ? [] : (hoursBetween(when, s.when) ?? [])))
    .map(({ from, to }) => ({ from: Math.max(0, from), to }))
    .sort((a, b) => a.to - b.to || a.from - b.from);
  return lags[0] ?? null;
}
