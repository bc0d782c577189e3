import { assess } from "../core/assess.ts";
import { emptyCase } from "../core/case/fold.ts";
import type { Assessment } from "../core/model/assessment.ts";
import type { AssumptionStated, Entry } from "../core/model/event.ts";
import { figureBook } from "../core/model/figure.ts";
import type { LagLaw, RecordRow, ReferenceClass, Traits } from "../core/model/silence.ts";
import { latest, type When } from "../core/model/time.ts";
import { assessSilences, type SilenceInput, usedRows } from "../core/silence/assess-silence.ts";

/** A silence asked about without a case. */
export interface LooseSilence {
  readonly actor: { readonly id: string; readonly name: string };
  readonly attack: When;
  /** What is known of the attack: classes are offered by it, and say how it differs. */
  readonly traits?: Traits;
  /** Until when no claim was seen; a silence each. */
  readonly until: readonly When[];
  /** As typed; with any of them none of the published counts is offered, and of the records' own only where one is a query over them. */
  readonly classes: readonly ReferenceClass[];
  readonly lags: readonly LagLaw[];
  /** κ and φ where they were typed. */
  readonly seen?: number;
  readonly falseShare?: number;
  readonly records: readonly RecordRow[];
}

const WHO = "command line";
const typed = { at: "", who: WHO };

function assumptionsOf({ lags, seen, falseShare }: LooseSilence): readonly Entry<"assumption.stated">[] {
  const one = (assumption: string, what: AssumptionStated["what"], value: AssumptionStated["value"]) => ({
    body: { assumption, what, value, who: WHO, why: `typed at --${what}` },
  });
  const all = [
    ...lags.map((law, i) => one(`lag-${i + 1}`, "lag", law)),
    ...(seen === undefined ? [] : [one("seen", "seen", seen)]),
    ...(falseShare === undefined ? [] : [one("false-share", "false-share", falseShare)]),
  ];
  return all.map((entry, i) => ({ ...typed, seq: i + 1, ...entry }));
}

function inputOf(asked: LooseSilence, until: When): SilenceInput {
  const { actor, attack, traits = {}, classes, records } = asked;
  const own = classes.length === 0;
  const queried = classes.some((c) => c.query !== undefined);
  return {
    caseName: `until-${until.edtf}`,
    until,
    silentActors: [
      {
        ...{ actor: actor.id, actorName: actor.name, incident: "attack", attack, traits },
        ...{ quotes: [], claimed: false, dated: [] },
      },
    ],
    classes: classes.map((c) => ({
      ...typed,
      seq: 0,
      body: { class: { ...c, actor: actor.id }, who: WHO, why: c.citation },
    })),
    picked: [],
    assumptions: assumptionsOf(asked),
    records: own || queried ? records : [],
    ...(!own && { published: [] }),
  };
}

/**
 * A silence asked about without a case, as an assessment that holds nothing else: the same figures, text and page as in a case [SI7–SI9]. An assessment needs a κ over 0 and a φ over 0
 * and under 1; with others it throws a RangeError.
 */
export function assessLooseSilence(asked: LooseSilence): Assessment {
  const { actor, until, seen = 1, falseShare = 0.03, records } = asked;
  if (!(seen > 0 && falseShare > 0 && falseShare < 1))
    throw new RangeError(`assessLooseSilence: seen is ${seen}, falseShare ${falseShare}; neither may be certain.`);
  const book = figureBook();
  const silences = until.flatMap((u) => assessSilences(inputOf(asked, u), book));
  const last =
    until
      .map((u) => latest(u) ?? "")
      .sort()
      .at(-1) ?? "";
  const empty = assess(emptyCase, {}, { asOf: last });
  const figures = book.list();
  return { ...empty, title: `${actor.name}: no claim seen`, silences, figures, rows: usedRows(figures, records) };
}
