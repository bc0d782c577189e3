import assumed from "../data/assumptions.json" with { type: "json" };
import lags from "../data/lag-laws.json" with { type: "json" };
import counts from "../data/published-counts.json" with { type: "json" };
import type { ClassKind, LagLaw, ReferenceClass, Traits } from "../model/silence.ts";

/** A published source of counts. */
interface CountSource {
  readonly publisher: string;
  readonly title: string;
  readonly date: string | null;
  readonly address: string | null;
  readonly note: string;
}

/** A row of `published-counts.json`: a class whose citation is in `sources`. */
interface CountRow {
  readonly id: string;
  readonly name: string;
  readonly actor?: string;
  readonly k: number;
  readonly n: number;
  readonly kind: ClassKind;
  readonly bound?: "at most" | "at least";
  readonly traits: Traits;
  readonly parent?: string;
  readonly note?: string;
  readonly spread?: { readonly a: number; readonly b: number };
  readonly source: string;
}

/** The share if every attack that nobody was named for were the actor's own [SI6]. */
export interface Corner {
  readonly of: string;
  readonly k: number;
  readonly n: number;
  readonly bound: "at least";
  readonly note: string;
  readonly citation: string;
}

interface CountFile {
  readonly sources: Readonly<Record<string, CountSource>>;
  readonly classes: readonly CountRow[];
  readonly corners: readonly (Omit<Corner, "citation"> & { readonly source: string })[];
}

/** A lag law with what it was fitted to. */
export interface NamedLag {
  readonly id: string;
  readonly name: string;
  readonly lag: LagLaw;
  readonly fittedTo: string;
  readonly citation: string;
}

/** A value with its range and the reason for it, where nobody stated one. */
export interface Assumed {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly why: string;
}

const file = counts as unknown as CountFile;

/** Publisher, title, date and address in one line; what is not known is left out. */
function cite(source: string): string {
  const { publisher, title, date, address } = file.sources[source] as CountSource;
  return [publisher, title, ...(title.includes("release of") ? [] : [date]), address].filter(Boolean).join(", ");
}

/** The published counts that the package ships, as reference classes; new classes are rows of `published-counts.json`. */
export function publishedClasses(): readonly ReferenceClass[] {
  return file.classes.map(({ source, ...row }) => ({ ...row, citation: cite(source) }));
}

/** For some classes, the corner where every nameless attack is the actor's. */
export function publishedCorners(): readonly Corner[] {
  return file.corners.map(({ source, ...row }) => ({ ...row, citation: cite(source) }));
}

/** The lag laws that stand in where none is stated, fastest first. */
export function shippedLags(): readonly NamedLag[] {
  return lags.laws.map((row) => {
    const { id, name, fittedTo, citation, ...lag } = row;
    return { id, name, fittedTo, citation, lag: lag as LagLaw };
  });
}

/** φ and κ where nobody stated them, and the weight s of a parent class. */
export function shippedAssumptions(): {
  readonly falseShare: Assumed;
  readonly seen: Assumed;
  readonly parentSize: { readonly at: number; readonly why: string };
} {
  const { falseShare, seen, parentSize } = assumed.assumptions;
  // In the middle: 1 − κπF is linear in κ, so the middle is the mean over the range [SI7].
  return { falseShare, seen: { ...seen, at: (seen.from + seen.to) / 2 }, parentSize };
}
