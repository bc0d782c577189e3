import type { Draft } from "../draft.ts";
import { spanOf } from "../view.ts";
import { type Clause, isComma, NOMINATIVE } from "./clause.ts";
import { asContent, clauseContent } from "./clause-content.ts";
import { complementStart } from "./content.ts";
import { infinitive, objectContent, prepositional } from "./objects.ts";
import { passive } from "./passives.ts";
import { tail } from "./tails.ts";
import type { VerbCue } from "./verb-cue.ts";

/** The statement that the verb makes by the strongest frame that fits; null when none does. */
export function verbStatement(cue: VerbCue): Draft | null {
  if (hangsOnPhrase(cue)) return null;
  return tail(cue) ?? (cue.use.passive || isReduced(cue) ? passive(cue) : active(cue));
}

/** "In a video posted hours later, S praised": a participle of a phrase's noun, not a verb. */
function hangsOnPhrase({ clause, c, use }: VerbCue): boolean {
  const { chunks } = clause;
  return (
    use.bareParticiple &&
    chunks[c - 1]?.kind === "np" &&
    chunks[c - 2]?.kind === "adp" &&
    (c < 3 || chunks[c - 3]!.kind === "p")
  );
}

/** Whether a find has the object without which its verb reports nothing: "withdrew the accusation", not "withdrew the guards". */
export function hasItsWord({ clause, form }: VerbCue, made: Draft): boolean {
  const { only } = form.cue;
  if (only === undefined) return true;
  const { view } = clause;
  const spans = [...made.content, ...(made.target === undefined ? [] : [spanOf(view, made.target)])];
  return view.tokens.some(
    (token) => only.has(token.lemma) && spans.some((s) => s.start <= token.start && token.end <= s.end),
  );
}

/** "an attack blamed on": a participle after its noun, with its preposition or "by" right behind it. */
function isReduced({ clause, c, form, use }: VerbCue): boolean {
  if (!use.bareParticiple || NOMINATIVE.has(clause.view.norms[clause.chunks[c]!.from - 1] ?? "")) return false;
  const next = clause.view.norms[clause.chunks[c]!.to];
  if (next === "by" || isAside(clause, c)) return true;
  const transitive = form.cue.takes.has("addressee") || form.cue.takes.has("object");
  return next !== undefined && form.cue.prepositions.includes(next) && transitive;
}

/** "The deal, announced on Friday, would …": a participle between commas after a noun. */
function isAside(clause: Clause, c: number): boolean {
  const noun = isComma(clause, c - 1) && clause.chunks[c - 2]?.kind === "np";
  return noun && isComma(clause, complementStart(clause, c));
}

function active(cue: VerbCue): Draft | null {
  const { subject } = cue;
  return (
    clauseContent(cue, subject) ??
    asContent(cue, subject) ??
    prepositional(cue, subject) ??
    infinitive(cue, subject) ??
    objectContent(cue, subject)
  );
}
