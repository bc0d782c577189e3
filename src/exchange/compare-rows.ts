import type { Comparison } from "../core/model/lineage.ts";
import type { Span } from "../core/model/span.ts";
import { type ChangeLook, distinct, lookOf, type PlacedChange, placed } from "./change-look.ts";

export type Side = "a" | "b";

/** A change with its number, as both texts and the list between them show it. */
export interface NumberedChange extends PlacedChange {
  readonly number: number;
  readonly look: ChangeLook;
}

/** Sentences that lie side by side, or that stand alone on one side. */
export interface CompareRow {
  readonly source: readonly number[];
  readonly copy: readonly number[];
  readonly moved: boolean;
  readonly changes: readonly NumberedChange[];
}

/** Which text is read as the source: a, unless a derives from b. */
export function sourceSide({ direction }: Comparison): Side {
  return direction.derived === "a" ? "b" : "a";
}

type Row = Omit<CompareRow, "changes"> & { readonly changes: readonly PlacedChange[]; readonly order: number };

/**
 * The sentences of both texts in rows, in the order of the source; what only the copy has stands after what it follows there. Sentences
 * that stand alone and follow each other share a row. Changes are numbered down the page.
 *
 * @param options alone: false where neither text is made from the other, so that a sentence of one alone is neither dropped nor added
 */
export function compareRows(comparison: Comparison, options: { readonly alone?: boolean } = {}): readonly CompareRow[] {
  const paired = pairs(comparison);
  const rows = [...paired, ...alone(comparison, paired, "source"), ...alone(comparison, paired, "copy")];
  rows.sort((x, y) => x.order - y.order || (x.copy[0] ?? 0) - (y.copy[0] ?? 0));
  const told =
    options.alone === false ? rows.map((row) => (paired.includes(row) ? row : { ...row, changes: [] })) : rows;
  return numbered(joined(told), comparison);
}

function wholeOf(spans: readonly Span[], indices: readonly number[]): Span | null {
  const own = indices.flatMap((i) => spans[i] ?? []);
  if (own.length === 0) return null;
  return { start: Math.min(...own.map((s) => s.start)), end: Math.max(...own.map((s) => s.end)) };
}

function pairs(comparison: Comparison): Row[] {
  const source = sourceSide(comparison);
  const copy = source === "a" ? "b" : "a";
  const { sentences, alignment } = comparison;
  return alignment
    .filter((group) => group.a.length > 0 && group.b.length > 0)
    .map((group) => {
      const sourceWhole = wholeOf(sentences[source], group[source]);
      const copyWhole = wholeOf(sentences[copy], group[copy]);
      return {
        source: group[source],
        copy: group[copy],
        moved: group.moved === true,
        order: Math.min(...group[source]),
        changes: distinct(group.changes).map((change) => placed(change, { source, sourceWhole, copyWhole })),
      };
    });
}

/** Sentences without a counterpart: those of one-sided groups, and any that no group holds. */
function alone(comparison: Comparison, paired: readonly Row[], side: "source" | "copy"): Row[] {
  const source = sourceSide(comparison);
  const letter = side === "source" ? source : source === "a" ? "b" : "a";
  const spans = comparison.sentences[letter];
  const taken = new Set(paired.flatMap((row) => row[side]));
  const own = comparison.alignment.filter((group) => group.a.length === 0 || group.b.length === 0);
  return [...spans.keys()]
    .filter((i) => !taken.has(i))
    .map((i) => {
      const changes = own
        .filter((group) => group[letter].includes(i))
        .flatMap((group) => group.changes)
        .map((change) => placed(change, { source, sourceWhole: null, copyWhole: null }));
      const lone = side === "source" ? { source: [i], copy: [] } : { source: [], copy: [i] };
      return { ...lone, moved: false, order: side === "source" ? i : afterCopy(paired, i), changes };
    });
}

/** A place in the source's order just after the sentences that the copy has before this one. */
function afterCopy(paired: readonly Row[], copyIndex: number): number {
  const before = paired
    .filter((row) => !row.moved && Math.max(...row.copy) < copyIndex)
    .sort((x, y) => Math.max(...y.copy) - Math.max(...x.copy))[0];
  return before === undefined ? -0.5 : Math.max(...before.source) + 0.5;
}

function joined(rows: readonly Row[]): readonly Row[] {
  const out: Row[] = [];
  for (const row of rows) {
    const last = out.at(-1);
    const sides = (r: Row) => (r.source.length === 0 ? "copy" : r.copy.length === 0 ? "source" : "both");
    if (last === undefined || sides(row) === "both" || sides(row) !== sides(last)) out.push(row);
    else {
      const [source, copy] = [
        [...last.source, ...row.source],
        [...last.copy, ...row.copy],
      ];
      out[out.length - 1] = { ...last, source, copy, changes: [...last.changes, ...row.changes] };
    }
  }
  return out;
}

function numbered(rows: readonly Row[], comparison: Comparison): readonly CompareRow[] {
  const letter = sourceSide(comparison);
  const spans = { source: comparison.sentences[letter], copy: comparison.sentences[letter === "a" ? "b" : "a"] };
  let number = 0;
  return rows.map((row) => {
    const wholes = { source: wholeOf(spans.source, row.source), copy: wholeOf(spans.copy, row.copy) };
    const sorted = [...row.changes].sort((x, y) => along(x, wholes) - along(y, wholes));
    const changes = sorted.map((change) => ({ ...change, number: ++number, look: lookOf(change) }));
    return { source: row.source, copy: row.copy, moved: row.moved, changes };
  });
}

/** How far along its row a change stands, 0 to 1: in the source, else in the copy. */
function along(change: PlacedChange, wholes: { readonly source: Span | null; readonly copy: Span | null }): number {
  const side = change.source === null ? "copy" : "source";
  const [span, whole] = [change[side], wholes[side]];
  if (span === null || whole === null) return 1;
  return (span.start - whole.start) / Math.max(1, whole.end - whole.start);
}
