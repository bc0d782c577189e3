import type { Change, ChangeClass, CheckVerdict } from "../core/model/lineage.ts";

/** The words for a class of change, as the terminal and the pages print them. */
export const CHANGE_WORDS: Readonly<Record<ChangeClass, string>> = {
  attribution: "attribution",
  date: "date",
  number: "number",
  comparator: "comparator",
  place: "place",
  "entity-replaced": "name replaced",
  "role-moved": "role moved",
  quantifier: "scope",
  "modality-hardened": "certainty",
  "modality-softened": "certainty",
  "possible-to-happened": "possible → happened",
  "alternative-dropped": "alternative",
  "cause-added": "cause added",
  "statement-to-question": "made a question",
  "revision-invented": "revision invented",
  "as-of-lost": "as-of mark",
  "loaded-word-added": "loaded word",
  contradicted: "contradicted",
  "sentence-dropped": "sentence",
  "sentence-added": "sentence",
};

export type ChangeGroup = "Lost" | "Hardened" | "Softened" | "Changed" | "Added";

/** The heading that a change stands under. */
export function groupOf(change: Change): ChangeGroup {
  switch (change.class) {
    case "modality-hardened":
    case "possible-to-happened":
      return "Hardened";
    case "modality-softened":
    case "statement-to-question":
      return "Softened";
    case "loaded-word-added":
    case "sentence-added":
    case "cause-added":
    case "revision-invented":
      return "Added";
    case "sentence-dropped":
    case "alternative-dropped":
    case "as-of-lost":
      return "Lost";
    default:
      return change.b === undefined ? "Lost" : change.a === undefined ? "Added" : "Changed";
  }
}

export const VERDICT_WORDS: Readonly<Record<CheckVerdict, string>> = {
  backed: "backed",
  hardened: "hardened",
  softened: "softened",
  "source-dropped": "source dropped",
  changed: "changed",
  contradicted: "contradicted",
  "no-source": "no source found",
};

/** "1 copy", "3 copies". */
export function plural(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
