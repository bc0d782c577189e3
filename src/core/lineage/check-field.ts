import type { Change } from "../model/lineage.ts";
import type { Term } from "./check-terms.ts";
import type { Side } from "./side.ts";

export interface Field {
  readonly source: Side;
  readonly side: Side;
  readonly there: readonly Term[];
  readonly own: readonly Term[];
  /** Telling words of the sentence that the source lacks, and of the source that the sentence lacks. */
  readonly novel: readonly Term[];
  readonly lost: readonly Term[];
}

export function wordChange(
  a: Pick<Term, "start" | "end"> | undefined,
  b: Pick<Term, "start" | "end">,
  weight: number,
): Change {
  return {
    class: weight > 0.8 ? "contradicted" : "entity-replaced",
    ...(a === undefined ? {} : { a: { start: a.start, end: a.end } }),
    b: { start: b.start, end: b.end },
    weight,
  };
}

export function ahead(terms: readonly Term[], of: Term): Term | undefined {
  return terms.findLast((t) => t.start < of.start && t.telling);
}

export function behind(terms: readonly Term[], of: Term): Term | undefined {
  return terms.find((t) => t.start > of.start && (t.telling || t.norm === "half"));
}
