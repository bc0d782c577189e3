import type { Relation } from "../core/model/lineage.ts";
import { dayInWords, type Instant } from "../core/model/time.ts";

/** The words of the drawings; a page in another language hands in its own. */
export interface ChartWords {
  readonly relation: Readonly<Record<Relation, string>>;
  /** Put before a relation that is only possible, with the space between them. */
  readonly possibly: string;
  readonly asOf: string;
  readonly noDate: string;
  readonly andMore: (count: number) => string;
  readonly attack: string;
  readonly silenceOf: (actor: string) => string;
  readonly timeline: string;
  readonly lineage: string;
  /** A day, with its year where the drawing is long. */
  readonly day: (instant: Instant, year: boolean) => string;
  /** An instant in the table that stands for a drawing; as in English where left out. */
  readonly instant?: (instant: Instant) => string;
}

export const ENGLISH: ChartWords = {
  relation: {
    verbatim: "verbatim",
    "light-edit": "light edit",
    "heavy-rewrite": "heavy rewrite",
    "shared-source": "shared source",
    "same-material": "same material",
    "same-event-independent": "same event",
    unrelated: "unrelated",
  },
  possibly: "possibly ",
  asOf: "as of",
  noDate: "no date",
  andMore: (count) => `and ${count} more cited, not seen`,
  attack: "attack",
  silenceOf: (actor) => `silence of ${actor}`,
  timeline: "What happened and what was said, in time",
  lineage: "Which document was made from which, in time",
  day: (instant, year) => (year ? dayInWords(instant) : dayInWords(instant).slice(0, -5)),
};
