import type { AssessedSilence, SilenceVariation } from "../model/assessment.ts";
import type { FiledLine } from "./class-line.ts";
import type { Filed, Filer } from "./filed.ts";

/** The figures that one silence is reckoned from. */
interface Choice {
  readonly seen: Filed;
  readonly share: Filed;
  readonly falseShare: Filed;
  readonly byNow: Filed;
}

function fileVariation(
  to: Filer,
  { what, name }: Pick<SilenceVariation, "what" | "name">,
  { seen, share, falseShare, byNow }: Choice,
): SilenceVariation {
  const derive = (step: string, by: string, of: readonly Filed[]) =>
    to.derive(step, by, { unit: step === "factor" ? "factor" : "share", rule: "SI7", of });
  return {
    ...{ what, name },
    unclaimedIfDid: derive("unclaimed-if-did", "unclaimed-if-did", [seen, share, byNow]).id,
    unclaimedIfNot: derive("unclaimed-if-not", "unclaimed-if-not", [seen, falseShare, byNow]).id,
    factor: derive("factor", "silence-factor", [seen, share, falseShare, byNow]).id,
  };
}

/**
 * A silence with one thing changed at a time: each class, Jeffreys' prior and the share that leans on a parent, φ and κ at the ends of their ranges, each lag law, and the chance q that an attack
 * not claimed is laid to the actor. All from the line given: the class picked, else the narrowest.
 */
export function fileVariations(
  to: Filer,
  base: FiledLine,
  lines: readonly FiledLine[],
): AssessedSilence["sensitivity"] {
  const { settings } = base;
  const { seen, falseShare, byNow, each } = settings;
  const as: Choice = { seen: seen.middle, share: base.share.share, falseShare: falseShare.middle, byNow: byNow.middle };
  const under = to.under("sensitivity");
  const out: SilenceVariation[] = [];
  const vary = (what: SilenceVariation["what"], name: string, change: Partial<Choice>) => {
    out.push(fileVariation(under.under(`${what}-${out.length}`), { what, name }, { ...as, ...change }));
  };
  vary("as-is", `as it is: ${base.line.name}`, {});
  for (const one of lines) if (one !== base) vary("class", one.line.name, { share: one.share.share });
  const { k, n } = base.share;
  if (base.line.kind === "counted" && n.value > 0) {
    const jeffreys = under.derive("jeffreys", "jeffreys-mean", { unit: "share", rule: "SI6", of: [k, n] });
    vary("prior", "Jeffreys, by its own counts alone", { share: jeffreys });
    const shrunk = shrunkShare(under, base, lines);
    if (shrunk !== null) vary("prior", `leaning on ${shrunk.name}`, { share: shrunk.share });
  }
  vary("false-share", "false claims at the low end", { falseShare: falseShare.from });
  vary("false-share", "false claims at the high end", { falseShare: falseShare.to });
  vary("seen", "a claim seen at the low end", { seen: seen.from });
  vary("seen", "a claim seen at the high end", { seen: seen.to });
  for (const law of each) vary("lag", law.name, { byNow: law.byNow });
  for (const a of base.ascertained)
    vary("ascertainment", `${Math.round(100 * a.q.value)} % of the unclaimed ones laid to it`, { share: a.share });
  return out;
}

/** The base class leaning on the next wider counted one, as if that had been seen in ten attacks. */
function shrunkShare(
  to: Filer,
  base: FiledLine,
  lines: readonly FiledLine[],
): { readonly share: Filed; readonly name: string } | null {
  const wider = lines.find((l) => l.line.kind === "counted" && l.share.n.value > base.share.n.value);
  if (wider === undefined) return null;
  const size = to.read("size", {
    value: 10,
    unit: "count",
    rule: "SI6",
    from: [{ is: "table", name: "assumptions.json, parentSize", citation: "s = 10" }],
  });
  const of = [base.share.k, base.share.n, wider.share.k, wider.share.n, size];
  return { share: to.derive("shrunk", "shrunk-mean", { unit: "share", rule: "SI6", of }), name: wider.line.name };
}
