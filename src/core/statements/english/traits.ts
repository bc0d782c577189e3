import type { VerbCue } from "./verb-cue.ts";

/** The form of the reporting verb and what governs it, by name: the scorer weighs these [ST2]. */
export function traitsOf({ clause, c, form, use }: VerbCue): string[] {
  const { view, chunks } = clause;
  const chunk = chunks[c]!;
  const norm = view.norms[chunk.head]!;
  const shape = use.passive
    ? "passive"
    : use.infinitive || view.norms[chunk.from - 1] === "to"
      ? "infinitive"
      : use.gerund
        ? "gerund"
        : use.bareParticiple
          ? `past ${norm.endsWith("ed") ? "or participle" : "form"}`
          : form.kinds.includes("past")
            ? "past"
            : form.kinds.includes("present")
              ? "present"
              : "base";
  const out = [`form ${shape}`, `word ${form.cue.lemma} ${shape}`];
  if (use.negated) out.push("negated");
  if (use.modal !== null) out.push(`modal ${use.modal}`);
  if (view.tokens.slice(chunk.from, chunk.head).some(({ pos }) => pos === "AUX")) out.push("with an auxiliary");
  if (shape === "infinitive" || shape === "gerund") out.push(`${shape} governed by ${governor({ clause, c })}`);
  if (chunks[0]!.kind === "sub" || view.norms[0] === "as") out.push(`sentence opens with ${view.norms[0]}`);
  return out;
}

/** The verb that stands before, by its lemma, or what else does. */
function governor({ clause, c }: Pick<VerbCue, "clause" | "c">): string {
  const { chunks, view } = clause;
  const before = chunks[c - 1];
  if (before === undefined) return "nothing";
  if (before.kind === "vg") return view.tokens[before.head]!.lemma;
  if (before.kind === "adp" || before.kind === "sub" || before.kind === "p" || before.kind === "cc") {
    return view.norms[before.from]!;
  }
  const further = chunks[c - 2];
  return further?.kind === "vg" ? `${view.tokens[further.head]!.lemma} something` : before.kind;
}
