import type { AssessedSilence, SilenceVariation } from "../model/assessment.ts";
import type { Ground } from "../model/figure.ts";
import type { FiledLine } from "./class-line.ts";
import { type Assumed, shippedAssumptions, shippedLags } from "./data.ts";
import type { Filed, FiledRange, Filer } from "./filed.ts";
import { fileLaw } from "./settings.ts";

/** The figures that one silence is reckoned from. */
interface Choice {
  readonly seen: Filed;
  readonly falseShare: Filed;
  /** π and F, or P of a class's own lags alone [SI5]. */
  readonly did: readonly [share: Filed, byNow: Filed] | readonly [claimedBy: Filed];
  /** F₀ of false claims. */
  readonly falseByNow: Filed;
}

function fileVariation(
  to: Filer,
  { what, name }: Pick<SilenceVariation, "what" | "name">,
  { seen, falseShare, did, falseByNow }: Choice,
): SilenceVariation {
  const byLags = did.length === 1;
  const derive = (step: string, by: string, of: readonly Filed[]) =>
    to.derive(step, by, { unit: step === "factor" ? "factor" : "share", rule: "SI7", of });
  return {
    ...{ what, name },
    unclaimedIfDid: derive("unclaimed-if-did", byLags ? "unclaimed-by-lags" : "unclaimed-if-did", [seen, ...did]).id,
    unclaimedIfNot: derive("unclaimed-if-not", "unclaimed-if-not", [seen, falseShare, falseByNow]).id,
    factor: byLags
      ? derive("factor", "factor-by-lags", [seen, did[0], falseShare, falseByNow]).id
      : derive("factor", "silence-factor", [seen, did[0], falseShare, falseByNow]).id,
  };
}

/** What a class line is reckoned from: the line in the table and its row here give the same numbers. */
function choiceOf({ settings, share, own }: FiledLine): Choice {
  const { seen, falseShare, byNow } = settings;
  const at = { seen: seen.middle, falseShare: falseShare.middle };
  if (own !== null) return { ...at, did: [own.claimedBy.middle], falseByNow: own.byNow.middle };
  return { ...at, did: [share.share, byNow.middle], falseByNow: byNow.middle };
}

const inHundred = (share: Filed) => `${Number((100 * share.value).toPrecision(3))} in 100`;

/**
 * A silence with one thing changed at a time: each class, Jeffreys' prior and the share that leans on a parent, φ and κ at the ends of their ranges, each lag law, and the chance q that an attack
 * not claimed is laid to the actor. All from the line given: the class picked, else the narrowest. A class with lags of its own is told by them as it is, and by π and their law where π changes.
 */
export function fileVariations(
  to: Filer,
  base: FiledLine,
  lines: readonly FiledLine[],
): AssessedSilence["sensitivity"] {
  const as = choiceOf(base);
  const { seen, falseShare } = base.settings;
  const shipped = shippedAssumptions();
  const law = base.own?.byNow.middle ?? base.settings.byNow.middle;
  const under = to.under("sensitivity");
  const out: SilenceVariation[] = [];
  const vary = (what: SilenceVariation["what"], name: string, choice: Choice) => {
    out.push(fileVariation(under.under(`${what}-${out.length}`), { what, name }, choice));
  };
  const share = (what: "prior" | "ascertainment", name: string, pi: Filed) =>
    vary(what, name, { ...as, did: [pi, law], falseByNow: law });
  vary("as-is", `as it is: ${base.line.name}`, as);
  for (const one of lines) if (one !== base) vary("class", one.line.name, choiceOf(one));
  const { k, n } = base.share;
  if (base.line.kind === "counted" && n.value > 0) {
    const jeffreys = under.derive("jeffreys", "jeffreys-mean", { unit: "share", rule: "SI6", of: [k, n] });
    share("prior", "Jeffreys, by its own counts alone", jeffreys);
    const shrunk = shrunkShare(under, base, lines);
    if (shrunk !== null) share("prior", `leaning on ${shrunk.name}`, shrunk.share);
  }
  for (const phi of endsOf(under.under("false-share"), falseShare, shipped.falseShare))
    vary("false-share", `false claims: ${inHundred(phi)}`, { ...as, falseShare: phi });
  for (const kappa of endsOf(under.under("seen"), seen, shipped.seen))
    vary("seen", `claims seen: ${inHundred(kappa)}`, { ...as, seen: kappa });
  for (const one of base.own?.each ?? [])
    vary("lag", `its own lags, ${one.name}`, { ...as, did: [one.claimedBy], falseByNow: one.byNow });
  for (const { name, byNow } of lawsOf(under, base))
    vary("lag", `lags: ${name}`, { ...as, did: [base.share.share, byNow], falseByNow: byNow });
  for (const a of base.ascertained) share("ascertainment", `unclaimed attacks laid to it: ${inHundred(a.q)}`, a.share);
  return out;
}

/** The ends of a chance in force, and those of the shipped range where a person has stated another: each value once, rising. */
function endsOf(to: Filer, { from, to: last }: FiledRange, shipped: Assumed): readonly Filed[] {
  const table: Ground = { is: "table", name: "assumptions.json", citation: shipped.why };
  const more = [shipped.from, shipped.to].flatMap((value, i) =>
    value === from.value || value === last.value
      ? []
      : [to.read(i === 0 ? "from" : "to", { value, unit: "share", rule: "SI7", from: [table] })],
  );
  const all = [from, ...(last.value === from.value ? [] : [last]), ...more];
  return all.sort((a, b) => a.value - b.value);
}

/** F under each law in force, and under the shipped ones where a person has stated another. */
function lawsOf(to: Filer, { settings }: FiledLine): readonly { readonly name: string; readonly byNow: Filed }[] {
  if (!settings.used.lagsStated) return settings.each;
  const more = shippedLags().map(({ id, name, lag, citation }) => {
    const ground: readonly Ground[] = [{ is: "table", name: "lag-laws.json", citation }];
    return { name, byNow: fileLaw(to, { id, lag, ground }, settings).middle };
  });
  const stated = settings.each.map((one, i) => ({ ...one, name: `${one.name} (${settings.lags[i]?.law})` }));
  return [...stated, ...more];
}

/** The base class leaning on the next wider counted one, as if that had been seen in ten attacks. */
function shrunkShare(
  to: Filer,
  base: FiledLine,
  lines: readonly FiledLine[],
): { readonly share: Filed; readonly name: string } | null {
  const wider = lines.find((l) => l.line.kind === "counted" && l.share.n.value > base.share.n.value);
  if (wider === undefined) return null;
  const { parentSize: size } = shippedAssumptions();
  const counted = to.read("size", {
    value: size.at,
    unit: "count",
    rule: "SI6",
    from: [{ is: "table", name: "assumptions.json, parentSize", citation: size.why }],
  });
  const of = [base.share.k, base.share.n, wider.share.k, wider.share.n, counted];
  return { share: to.derive("shrunk", "shrunk-mean", { unit: "share", rule: "SI6", of }), name: wider.line.name };
}
