import type { SilenceCurve, SilenceLine } from "../charts/silence-curve.ts";
import type { AssessedSilence, SilenceClassLine } from "../core/model/assessment.ts";
import type { Figure } from "../core/model/figure.ts";
import type { FigureId } from "../core/model/id.ts";
import { silenceFormulas } from "../core/silence/formulas.ts";
import { of100 } from "./numbers.ts";

export interface SilenceFigures {
  readonly silence: AssessedSilence;
  readonly values: ReadonlyMap<FigureId, Figure>;
}

/** The value of a figure; NaN where the assessment has none of that id. */
export function valueAt({ values }: SilenceFigures, id: FigureId): number {
  return values.get(id)?.value ?? Number.NaN;
}

/** The letter of each class, in the curve and in the table. */
export const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const POINTS = 48;

/** The same formulas at other hours: the figures stand on each other, so that only the hours change [SI7]. */
function at(told: SilenceFigures, id: FigureId, hours: number): number {
  const { from, middle, to } = told.silence.hours;
  const memo = new Map<FigureId, number>([from, middle, to].map((h) => [h, hours]));
  const value = (one: FigureId): number => {
    const known = memo.get(one);
    if (known !== undefined) return known;
    const figure = told.values.get(one);
    if (figure === undefined) return Number.NaN;
    memo.set(one, Number.NaN);
    const formula = figure.by === undefined ? undefined : silenceFormulas[figure.by];
    const found =
      formula === undefined
        ? figure.value
        : formula(figure.from.flatMap((g) => (g.is === "figure" ? [value(g.id)] : [])));
    memo.set(one, found);
    return found;
  };
  return value(id);
}

/** The class whose range is drawn as a band: the one picked, else the narrowest. */
export function bandedClass({ classes, picked }: AssessedSilence): SilenceClassLine | undefined {
  return classes.find((c) => c.class === picked?.class) ?? classes[0];
}

/** The lines of the curve, each through its figure at the hour of the silence; null where a figure can't be reckoned again. */
export function curveData(told: SilenceFigures): SilenceCurve | null {
  const { silence } = told;
  const now = valueAt(told, silence.hours.middle);
  if (silence.classes.length === 0 || !(now > 0)) return null;
  const until = Math.ceil((now * 2.2) / 12) * 12;
  const hours = Array.from({ length: POINTS + 1 }, (_, i) => until * (i / POINTS) ** 1.5);
  const along = (id: FigureId) => hours.map((h) => (h === 0 ? 100 : 100 * at(told, id, h)));
  const banded = bandedClass(silence);
  const lines = silence.classes.map((c, i): SilenceLine => {
    const picked = c.class === silence.picked?.class;
    const band = (id: FigureId) => (c === banded ? along(id) : null);
    return {
      ...{ letter: LETTERS.charAt(i), name: c.name, picked, now: of100(valueAt(told, c.unclaimedIfDid)) },
      unclaimed: along(c.unclaimedIfDid),
      lower: band(c.unclaimedIfDidFrom),
      upper: band(c.unclaimedIfDidTo),
    };
  });
  const ifNot: SilenceLine = {
    ...{ letter: "", name: "not done by it", picked: false, now: of100(valueAt(told, silence.unclaimedIfNot)) },
    unclaimed: along(silence.unclaimedIfNot),
    ...{ lower: null, upper: null },
  };
  if ([...lines, ifNot].some((l) => l.unclaimed.some((v) => !Number.isFinite(v)))) return null;
  return { hours, nowHours: now, nowWords: `${Math.round(now)} h`, lines, ifNot };
}
