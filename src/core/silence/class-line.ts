import type { SilenceClassLine } from "../model/assessment.ts";
import type { Ground } from "../model/figure.ts";
import type { OfferedClass } from "./classes.ts";
import { publishedCorners } from "./data.ts";
import type { Filed, FiledRange, Filer } from "./filed.ts";
import { silenceFormulas } from "./formulas.ts";
import type { FiledOwnLags } from "./own-lags.ts";
import type { FiledSettings } from "./settings.ts";
import type { Counts } from "./share.ts";

/** A class of an assessment: with who stated it, the parent that its share leans on, and the words for how it differs. */
export interface LinedClass extends OfferedClass {
  readonly stated: { readonly seq: number; readonly who: string } | null;
  readonly leansOn: (Counts & { readonly citation: string }) | null;
}

export interface FiledShare {
  readonly k: Filed;
  readonly n: Filed;
  readonly share: Filed;
  readonly lower: Filed | null;
  readonly upper: Filed | null;
}

/** Where k or n come from: rows first, else the person's judgment, else the table. */
function grounds(one: LinedClass, lines: readonly number[] | undefined): readonly Ground[] {
  const judgment: Ground[] = one.stated === null ? [] : [{ is: "judgment", ...one.stated }];
  const rows: Ground[] = (lines ?? []).map((line) => ({ is: "row", set: one.rows?.set ?? "", line }));
  const table: Ground = {
    is: "table",
    name: one.stated === null ? "published-counts.json" : "class",
    citation: one.citation,
  };
  return rows.length > 0 ? [...judgment, ...rows] : [...judgment, table];
}

/** k, n and the share with its interval; no interval unless it was counted [SI9], one side only for 0 of n and n of n [SI6]. */
export function fileShare(to: Filer, one: LinedClass, parentSize: Filed | null): FiledShare {
  const count = (step: string, value: number, from: readonly Ground[]) =>
    to.read(step, { value, unit: "count", rule: "SI9", from });
  const k = count("k", one.k, grounds(one, one.rows?.claimed));
  const n = count("n", one.n, grounds(one, one.rows?.all));
  const [by, of] = prior();
  const derive = (step: string, end: string) => to.derive(step, `${by}-${end}`, { unit: "share", rule: "SI6", of });
  const share = derive("share", "mean");
  if (one.kind !== "counted") return { k, n, share, lower: null, upper: null };
  if (one.spread !== undefined)
    return { k, n, share, lower: derive("share-lower", "lower"), upper: derive("share-upper", "upper") };
  return {
    ...{ k, n, share },
    lower: one.k === 0 ? null : derive("share-lower", one.k === one.n ? "at-least" : "lower"),
    upper: one.k === one.n ? null : derive("share-upper", one.k === 0 ? "at-most" : "upper"),
  };

  function prior(): readonly [string, readonly Filed[]] {
    const from: readonly Ground[] = [{ is: "table", name: "published-counts.json", citation: one.citation }];
    if (one.spread !== undefined) {
      const part = (name: "a" | "b") =>
        to.read(`spread-${name}`, { value: one.spread?.[name] ?? 0, unit: "score", rule: "SI6", from });
      return ["beta", [part("a"), part("b")]];
    }
    if (one.leansOn === null || parentSize === null) return ["jeffreys", [k, n]];
    const parent: readonly Ground[] = [{ is: "table", name: "parent class", citation: one.leansOn.citation }];
    return [
      "shrunk",
      [k, n, count("parent-k", one.leansOn.k, parent), count("parent-n", one.leansOn.n, parent), parentSize],
    ];
  }
}

/** What of the silence a class line is reckoned from: π and F, or P(t) of the class's own lags [SI5]. */
interface Terms {
  /** The figures of 1 − κπF, or 1 − κP, after κ. */
  readonly did: (end: keyof FiledRange) => readonly Filed[];
  readonly byDid: "unclaimed-if-did" | "unclaimed-by-lags";
  readonly byFactor: "silence-factor" | "factor-by-lags";
  /** F₀ of false claims. */
  readonly not: (end: keyof FiledRange) => Filed;
}

function termsOf(share: Filed, { byNow }: FiledSettings, own: FiledOwnLags | null): Terms {
  if (own === null) {
    return {
      ...{ did: (end) => [share, byNow[end]], not: (end) => byNow[end] },
      ...{ byDid: "unclaimed-if-did", byFactor: "silence-factor" },
    };
  }
  return {
    ...{ did: (end) => [own.claimedBy[end]], not: (end) => own.byNow[end] },
    ...{ byDid: "unclaimed-by-lags", byFactor: "factor-by-lags" },
  };
}

/** The figures of the factor in the order of its formula: κ, then π, φ, F or P, φ, F₀. */
function factorOf(
  terms: Terms,
  end: keyof FiledRange,
  { seen, falseShare }: { readonly seen: Filed; readonly falseShare: Filed },
): readonly Filed[] {
  const [first, ...rest] = terms.did(end);
  return [seen, first!, falseShare, ...(rest.length > 0 ? rest : [terms.not(end)])];
}

/** The factor at the ends of hours and assumptions: it is monotone in κF and in φ, so a corner holds each end. */
function factorEnds(to: Filer, terms: Terms, { seen, falseShare }: FiledSettings) {
  const corners = (["from", "to"] as const).flatMap((end) =>
    [falseShare.from, falseShare.to].map((phi) => factorOf(terms, end, { seen: seen[end], falseShare: phi })),
  );
  const value = (corner: readonly Filed[]) => silenceFormulas[terms.byFactor]?.(corner.map((f) => f.value)) ?? 1;
  const sorted = [...corners].sort((a, b) => value(a) - value(b));
  const file = (step: string, corner: readonly Filed[]) =>
    to.derive(step, terms.byFactor, { unit: "factor", rule: "SI7", of: corner });
  return { from: file("factor-from", sorted[0] ?? []), to: file("factor-to", sorted.at(-1) ?? []) };
}

/** The chances q at which π(q) is shown [SI6]. */
const CHANCES = [1, 0.75, 0.5, 0.25] as const;

/** π(q) of a counted class, and the corner where every nameless attack is the actor's. */
function fileAscertained(to: Filer, one: LinedClass, { k, n }: FiledShare) {
  const corner = publishedCorners().find((c) => c.of === one.id);
  const table: Ground = { is: "table", name: "SI6", citation: "the chances at which the share is shown" };
  const counted = one.kind === "counted" && one.spread === undefined && one.k > 0;
  const ascertained = counted
    ? CHANCES.map((chance) => {
        const q = to.read(`ascertained/${100 * chance}/q`, {
          value: chance,
          unit: "share",
          rule: "SI6",
          from: [table],
        });
        const share = to.derive(`ascertained/${100 * chance}/share`, "ascertained", {
          unit: "share",
          rule: "SI6",
          of: [k, n, q],
        });
        return { q, share };
      })
    : [];
  if (corner === undefined) return { ascertained, corner: null };
  const from: readonly Ground[] = [{ is: "table", name: "published-counts.json", citation: corner.citation }];
  const count = (step: string, value: number) => to.read(`corner/${step}`, { value, unit: "count", rule: "SI6", from });
  const share = to.derive("corner/share", "jeffreys-mean", {
    unit: "share",
    rule: "SI6",
    of: [count("k", corner.k), count("n", corner.n)],
  });
  return { ascertained, corner: share };
}

/** A class line with the figures that the rest of a silence is reckoned from. */
export interface FiledLine {
  readonly line: SilenceClassLine;
  readonly unclaimed: Filed;
  readonly share: FiledShare;
  readonly ascertained: readonly { readonly q: Filed; readonly share: Filed }[];
  readonly own: FiledOwnLags | null;
  readonly settings: FiledSettings;
}

/** One line of the table of a silence, every number of it filed [SI5, SI7, SI8, SI9], and the number that the lines' span is of. */
export function fileClassLine(
  to: Filer,
  one: LinedClass,
  {
    settings,
    parentSize,
    own,
  }: { readonly settings: FiledSettings; readonly parentSize: Filed | null; readonly own: FiledOwnLags | null },
): FiledLine {
  const { seen, falseShare, byNow, after } = settings;
  const shares = fileShare(to, one, parentSize);
  const { k, n, share, lower, upper } = shares;
  const terms = termsOf(share, settings, own);
  const did = (step: string, s: Filed, end: keyof FiledRange) =>
    to.derive(step, terms.byDid, { unit: "share", rule: own === null ? "SI7" : "SI5", of: [s, ...terms.did(end)] });
  const ends = factorEnds(to, terms, settings);
  const factor = to.derive("factor", terms.byFactor, {
    ...{ unit: "factor", rule: "SI7" },
    of: factorOf(terms, "middle", { seen: seen.middle, falseShare: falseShare.middle }),
  });
  const stillToCome = to.derive("still-to-come", "still-to-come", {
    ...{ unit: "share", rule: "SI8" },
    of:
      own === null
        ? [seen.middle, share, byNow.middle, after]
        : [seen.middle, own.share ?? share, own.stillBy, own.stillAfter],
  });
  const unclaimed = did("unclaimed-if-did", seen.middle, "middle");
  const { ascertained, corner } = fileAscertained(to, one, shares);
  const line: SilenceClassLine = {
    ...{ class: one.id, name: one.name, kind: one.kind, k: k.id, n: n.id, share: share.id },
    ...{ shareLower: lower?.id ?? null, shareUpper: upper?.id ?? null },
    unclaimedIfDid: unclaimed.id,
    unclaimedIfDidFrom: did("unclaimed-if-did-from", seen.to, "to").id,
    unclaimedIfDidTo: did("unclaimed-if-did-to", seen.from, "from").id,
    ...{ factor: factor.id, factorFrom: ends.from.id, factorTo: ends.to.id, stillToCome: stillToCome.id },
    ascertained: ascertained.map((a) => ({ q: a.q.id, share: a.share.id })),
    ...{ corner: corner?.id ?? null, ownLags: own?.told ?? null },
    ...{ differs: one.differs, citation: one.citation },
  };
  return { line, unclaimed, share: shares, ascertained, own, settings };
}
