import type { SilenceClassLine } from "../model/assessment.ts";
import type { Ground } from "../model/figure.ts";
import type { OfferedClass } from "./classes.ts";
import type { Filed, Filer } from "./filed.ts";
import { silenceFormulas } from "./formulas.ts";
import type { FiledSettings } from "./settings.ts";
import type { Counts } from "./share.ts";

/** A class of an assessment: with who stated it, the parent that its share leans on, and the words for how it differs. */
export interface LinedClass extends OfferedClass {
  readonly stated: { readonly seq: number; readonly who: string } | null;
  readonly leansOn: (Counts & { readonly citation: string }) | null;
}

interface FiledShare {
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
function fileShare(to: Filer, one: LinedClass, parentSize: Filed | null): FiledShare {
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

/** The factor at the ends of hours and assumptions: it is monotone in κF and in φ, so a corner holds each end. */
function factorEnds(to: Filer, share: Filed, { seen, falseShare, byNow }: FiledSettings) {
  const seenBy: readonly (readonly [Filed, Filed])[] = [
    [seen.from, byNow.from],
    [seen.to, byNow.to],
  ];
  const corners = seenBy.flatMap(([s, f]) => [falseShare.from, falseShare.to].map((phi) => [s, share, phi, f]));
  const value = (corner: readonly Filed[]) => silenceFormulas["silence-factor"]?.(corner.map((f) => f.value)) ?? 1;
  const sorted = [...corners].sort((a, b) => value(a) - value(b));
  const file = (step: string, corner: readonly Filed[]) =>
    to.derive(step, "silence-factor", { unit: "factor", rule: "SI7", of: corner });
  return { from: file("factor-from", sorted[0] ?? []), to: file("factor-to", sorted.at(-1) ?? []) };
}

/** One line of the table of a silence, every number of it filed [SI7, SI8, SI9], and the number that the lines' span is of. */
export function fileClassLine(
  to: Filer,
  one: LinedClass,
  { settings, parentSize }: { readonly settings: FiledSettings; readonly parentSize: Filed | null },
): { readonly line: SilenceClassLine; readonly unclaimed: Filed } {
  const { seen, falseShare, byNow, after } = settings;
  const { k, n, share, lower, upper } = fileShare(to, one, parentSize);
  const did = (step: string, s: Filed, f: Filed) =>
    to.derive(step, "unclaimed-if-did", { unit: "share", rule: "SI7", of: [s, share, f] });
  const ends = factorEnds(to, share, settings);
  const factor = to.derive("factor", "silence-factor", {
    ...{ unit: "factor", rule: "SI7" },
    of: [seen.middle, share, falseShare.middle, byNow.middle],
  });
  const stillToCome = to.derive("still-to-come", "still-to-come", {
    ...{ unit: "share", rule: "SI8" },
    of: [seen.middle, share, byNow.middle, after],
  });
  const unclaimed = did("unclaimed-if-did", seen.middle, byNow.middle);
  const line: SilenceClassLine = {
    ...{ class: one.id, name: one.name, kind: one.kind, k: k.id, n: n.id, share: share.id },
    ...{ shareLower: lower?.id ?? null, shareUpper: upper?.id ?? null },
    unclaimedIfDid: unclaimed.id,
    unclaimedIfDidFrom: did("unclaimed-if-did-from", seen.to, byNow.to).id,
    unclaimedIfDidTo: did("unclaimed-if-did-to", seen.from, byNow.from).id,
    ...{ factor: factor.id, factorFrom: ends.from.id, factorTo: ends.to.id, stillToCome: stillToCome.id },
    ...{ differs: one.differs, citation: one.citation },
  };
  return { line, unclaimed };
}
