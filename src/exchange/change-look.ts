import type { ChangeShape } from "../charts/marks.ts";
import type { Change, ChangeClass, CheckVerdict, Relation } from "../core/model/lineage.ts";
import type { Span } from "../core/model/span.ts";

/** The changes, each once: a hedge lost over one deed is both "possible became happened" and "more certain". */
export function distinct(changes: readonly Change[]): readonly Change[] {
  const done = changes.filter((c) => c.class === "possible-to-happened");
  const same = (x?: Span, y?: Span) => x !== undefined && y !== undefined && x.start < y.end && y.start < x.end;
  return changes.filter((c) => c.class !== "modality-hardened" || !done.some((d) => same(c.a, d.a) && same(c.b, d.b)));
}

/** How words of one text are marked: gone from the other, weaker twin, more certain, other meaning, added. */
export type MarkClass = "gone" | "weak" | "hard" | "chg" | "add";

/** A change as it is drawn: its shape in the list, its words, and the marks in both texts. */
export interface ChangeLook {
  readonly shape: ChangeShape;
  readonly words: string;
  readonly source: MarkClass | null;
  readonly copy: MarkClass | null;
  /** A caret in the copy where something stood. */
  readonly caret: boolean;
}

/** A change with its places read from source to copy; a place is null where the whole sentence only stands for "somewhere here". */
export interface PlacedChange {
  readonly class: ChangeClass;
  readonly source: Span | null;
  readonly copy: Span | null;
}

/** The change read from source to copy; a span that covers all of what it lies beside names no place. */
export function placed(
  change: Change,
  sides: { readonly source: "a" | "b"; readonly sourceWhole: Span | null; readonly copyWhole: Span | null },
): PlacedChange {
  const copySide = sides.source === "a" ? "b" : "a";
  const whole = change.class === "sentence-dropped" || change.class === "sentence-added";
  const place = (span: Span | undefined, all: Span | null) =>
    span === undefined || (!whole && all !== null && span.start <= all.start && span.end >= all.end) ? null : span;
  return {
    class: change.class,
    source: place(change[sides.source], sides.sourceWhole),
    copy: place(change[copySide], sides.copyWhole),
  };
}

/** What can be dropped, added or changed, and its word. */
const THINGS: Readonly<Partial<Record<ChangeClass, string>>> = {
  attribution: "source",
  date: "date",
  number: "number",
  comparator: "\u201cabout\u201d or \u201cat least\u201d",
  place: "place",
  "entity-replaced": "name",
  quantifier: "scope",
};

const CHANGED_WORDS: Readonly<Partial<Record<ChangeClass, string>>> = {
  attribution: "source made vague",
  "entity-replaced": "name replaced",
};

/** How a change looks. Never a word on intent [CO12]. */
export function lookOf(change: PlacedChange): ChangeLook {
  switch (change.class) {
    case "modality-hardened":
      return hardened("hardened: more certain than the source");
    case "possible-to-happened":
      return hardened("hardened: possible became happened");
    case "modality-softened":
      return {
        shape: "softened",
        words: "softened: less certain than the source",
        source: "hard",
        copy: "weak",
        caret: false,
      };
    case "statement-to-question":
      return { shape: "softened", words: "statement made a question", source: null, copy: "chg", caret: false };
    case "alternative-dropped":
      return { shape: "fork", words: "other explanation dropped", source: "gone", copy: null, caret: true };
    case "contradicted":
      return { shape: "contradicted", words: "says the opposite", source: "weak", copy: "chg", caret: false };
    case "role-moved":
      return { shape: "changed", words: "moved to another actor", source: "weak", copy: "chg", caret: false };
    case "as-of-lost":
      return { shape: "dropped", words: "as-of mark lost", source: "gone", copy: null, caret: true };
    case "sentence-dropped":
      return { shape: "dropped", words: "sentence dropped", source: "gone", copy: null, caret: true };
    case "sentence-added":
      return added("sentence added");
    case "loaded-word-added":
      return added("loaded word added");
    case "cause-added":
      return added("cause or purpose added");
    case "revision-invented":
      return added("a revision that the source does not have");
    default:
      return plainLook(change);
  }
}

function hardened(words: string): ChangeLook {
  return { shape: "hardened", words, source: "weak", copy: "hard", caret: false };
}

function added(words: string): ChangeLook {
  return { shape: "added", words, source: null, copy: "add", caret: false };
}

/** A date, number, name, place or source: dropped, added or changed as its places say. */
function plainLook(change: PlacedChange): ChangeLook {
  const thing = THINGS[change.class] ?? change.class;
  if (change.copy === null)
    return { shape: "dropped", words: `${thing} dropped`, source: "gone", copy: null, caret: true };
  if (change.source === null) return added(`${thing} added`);
  const words = CHANGED_WORDS[change.class] ?? `${thing} changed`;
  return { shape: "changed", words, source: "weak", copy: "chg", caret: false };
}

/** The headings of a count of changes, in the order in which they matter. */
export const SHAPE_WORDS: readonly (readonly [ChangeShape, string])[] = [
  ["contradicted", "says the opposite"],
  ["hardened", "hardened"],
  ["fork", "other explanation dropped"],
  ["changed", "changed"],
  ["dropped", "dropped"],
  ["added", "added"],
  ["softened", "softened"],
];

export const VERDICT_LOOKS: Readonly<Record<CheckVerdict, { readonly shape: ChangeShape; readonly words: string }>> = {
  backed: { shape: "backed", words: "backed" },
  hardened: { shape: "hardened", words: "hardened" },
  softened: { shape: "softened", words: "softened" },
  "source-dropped": { shape: "dropped", words: "source dropped" },
  changed: { shape: "changed", words: "changed" },
  contradicted: { shape: "contradicted", words: "contradicted" },
  "no-source": { shape: "open", words: "no source found" },
};

export const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  verbatim: "verbatim",
  "light-edit": "light edit",
  "heavy-rewrite": "heavy rewrite",
  "shared-source": "a shared source",
  "same-material": "the same material, each alone",
  "same-event-independent": "the same event, told independently",
  unrelated: "unrelated",
};
