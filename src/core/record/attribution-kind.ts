import type { Attribution, Quoted } from "../model/assessment.ts";
import { type HeldStatement, quoted, type RecordInput } from "./input.ts";
import { LEGAL_WORDS, OFFICIAL_WORDS, TECHNICAL_WORDS } from "./office-words.ts";
import { claimsItself } from "./self-said.ts";

const OFFICIAL_KINDS = ["state", "government", "ministry", "force", "office", "agency"];
const LEGAL_LEMMAS = new Set(["charge", "indict", "convict", "sentence", "sue", "prosecute", "أدان", "حكم"]);
/** The kind of an attribution after EuRepoC [ST10]: by the one himself, a court or prosecutor, technical evidence, an office of a state, else unofficial. */
export function kindOf(input: RecordInput, h: HeldStatement): Attribution["kind"] {
  const { speaker, act, cue, content } = h.statement;
  if (act === "claims-responsibility" || claimsItself(h) || (act === "denies" && deniesItself(h))) return "self";
  if (speaker.is === "outlet" || speaker.is === "unstated") return "unofficial";
  const label = speaker.label ?? "";
  const words = content.map((c) => h.document.text.slice(c.start, c.end)).join(" ");
  if (LEGAL_WORDS.test(label) || LEGAL_LEMMAS.has(cue?.lemma ?? "")) return "legal";
  if (TECHNICAL_WORDS.test(label) || TECHNICAL_WORDS.test(words)) return "technical";
  const kind = speaker.actor === undefined ? undefined : input.actor(speaker.actor)?.kind;
  if (kind !== undefined && kind !== "armed-group") return OFFICIAL_KINDS.includes(kind) ? "official" : "unofficial";
  return kind === undefined && OFFICIAL_WORDS.test(label) ? "official" : "unofficial";
}

function deniesItself({ statement: { speaker, target } }: HeldStatement): boolean {
  return (
    speaker.is !== "outlet" && (target === undefined || (target.actor !== undefined && target.actor === speaker.actor))
  );
}

const BASIS =
  /(?:\b(?:based on|on the basis of|citing|judging by|after (?:analysing|analyzing|examining|reviewing|questioning)|on the strength of|because of|pointing to)\s|(?:بناء على|استنادا إلى|مستندا إلى|مستندة إلى|على أساس|بعد تحليل|بعد فحص)\s)[^.;؛]{3}/iu;
const LONGEST_BASIS = 120;

/** What the sentence says the attribution rests on, in its own words [ST10]. */
export function basisOf({ document, statement }: HeldStatement): Quoted | null {
  const words = document.text.slice(statement.sentence.start, statement.sentence.end);
  const m = BASIS.exec(words);
  if (m === null) return null;
  const opening = m.index + m[0].length - 3;
  const grounds = words
    .slice(opening, opening + LONGEST_BASIS)
    .split(/[.;؛]/u, 1)[0]!
    .trimEnd();
  const { start } = statement.sentence;
  return quoted(document, { start: start + m.index, end: start + opening + grounds.length });
}
