import type { AssessedPrecedent, AssessedPrecedents, OfferedAndLookedUp } from "../model/assessment.ts";
import type { FigureBook } from "../model/figure.ts";
import { figureId, type IncidentId } from "../model/id.ts";
import type { OfferedPrecedent, PrecedentLibrary, SimilarPrecedent } from "../model/precedents.ts";
import type { RecordRow } from "../model/silence.ts";
import { isUnknown, type Unknown } from "../model/stated.ts";
import type { When } from "../model/time.ts";
import { actorName } from "../text/gazetteer.ts";
import { citePrecedent, shippedPrecedents } from "./data.ts";
import type { Features } from "./features.ts";
import { claimInWords, lookUpPrecedent } from "./look-up.ts";
import { CANNOT_SAY, type Similar, similarPrecedents } from "./similar.ts";

export interface PrecedentsInput {
  /** First step of every figure's path. */
  readonly caseName: string;
  readonly incident: IncidentId;
  readonly features: Features;
  /** Null: nobody gives its day. Left out: it is not asked, and the whole library counts. */
  readonly attack?: When | null;
  readonly offered: readonly (Omit<OfferedAndLookedUp, "lookedUp"> & { readonly asOffered: OfferedPrecedent })[];
  readonly records: readonly RecordRow[];
  readonly library?: PrecedentLibrary;
  /** So many are told; all are counted. */
  readonly most?: number;
}

const MOST = 8;

/**
 * Step 7: past cases like this one with their ratio [PR1], and the precedents that the texts bring up, looked up [PR2]. Unknown where the
 * incident's day is: without it nobody can say what came before.
 */
export function assessPrecedents(input: PrecedentsInput, book: FigureBook): AssessedPrecedents | Unknown {
  const { incident, features, attack, offered, records, library = shippedPrecedents(), most = MOST } = input;
  if (attack === null) return { is: "unknown", reason: "no-day" };
  const similar = similarPrecedents({ features, library, ...(attack !== undefined && { attack }) });
  const found: Similar = isUnknown(similar) ? { list: [], ratio: similar } : similar;
  const count = (step: string, value: number) =>
    book.add({
      id: figureId(input.caseName, "precedents", step),
      value,
      unit: "count",
      rule: "PR1",
      from: [
        {
          is: "table",
          name: "precedents",
          citation: "The rows like this incident by its stated features: docs/method/PR1.md",
        },
      ],
    });
  return {
    is: "found",
    incident,
    list: found.list.slice(0, most).map((s) => told(s, input, book)),
    alike: count("alike", found.list.length),
    ratio: ratioFigures(found, { input, count, book }),
    cannotSay: CANNOT_SAY,
    offered: offered.map(({ asOffered, ...o }) => ({
      ...o,
      lookedUp: lookUpPrecedent(asOffered, { library, records }),
    })),
  };
}

function ratioFigures(
  { ratio }: Similar,
  {
    input,
    count,
    book,
  }: {
    readonly input: PrecedentsInput;
    readonly count: (step: string, value: number) => string;
    readonly book: FigureBook;
  },
): AssessedPrecedents["ratio"] {
  if (isUnknown(ratio)) return ratio;
  const claimed = count("claimed", ratio.claimed);
  const unclaimed = count("unclaimed", ratio.unclaimed);
  const bound = (end: "lower" | "upper") =>
    book.add({
      id: figureId(input.caseName, "precedents", end),
      value: ratio[end],
      unit: "share",
      rule: "PR1",
      from: [claimed, unclaimed].map((id) => ({ is: "figure" as const, id })),
      by: `precedents-${end}`,
    });
  const leftOut = ratio.leftOut.map((l) => ({
    claim: l.claim,
    words: claimInWords(l.claim),
    count: count(l.claim, l.count),
  }));
  return { is: "counted", claimed, unclaimed, lower: bound("lower"), upper: bound("upper"), leftOut };
}

function told(
  { precedent: p, lagHours, ...why }: SimilarPrecedent,
  { caseName }: PrecedentsInput,
  book: FigureBook,
): AssessedPrecedent {
  const from = p.statements
    .filter((s) => s.is === "claim")
    .map((s) => ({ is: "table" as const, name: "precedents", citation: citePrecedent(s.source) }));
  const hours = (end: "from" | "to", value: number) =>
    book.add({ id: figureId(caseName, "precedents", p.id, "lag", end), value, unit: "hours", rule: "PR1", from });
  return {
    id: p.id,
    label: p.label,
    when: p.when,
    actorName: p.actor === null ? null : actorName(p.actor),
    claim: p.claim,
    claimWords: claimInWords(p.claim),
    lag: lagHours === null ? null : { from: hours("from", lagHours.from), to: hours("to", lagHours.to) },
    ...why,
    statements: p.statements,
    note: p.note ?? null,
  };
}
