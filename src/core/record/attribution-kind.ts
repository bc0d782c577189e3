import type { Attribution, Quoted } from "../model/assessment.ts";
import type { Span } from "../model/span.ts";
import type { Speaker } from "../model/statement.ts";
import { actorById, shippedGazetteer } from "../text/gazetteer.ts";
import { type HeldStatement, quoted, type RecordDocument, type RecordInput } from "./input.ts";
import { LEGAL_WORDS, OFFICIAL_WORDS, TECHNICAL_WORDS } from "./office-words.ts";
import { claimsItself } from "./self-said.ts";

const OFFICIAL_KINDS = ["state", "government", "ministry", "force", "office"];
const LEGAL_LEMMAS = new Set(["charge", "indict", "convict", "sentence", "sue", "prosecute", "أدان", "حكم"]);

/** The kind of an attribution after EuRepoC [ST10]: by the one himself, a court or prosecutor, technical evidence, an office of a state, else unofficial. */
export function kindOf(input: RecordInput, h: HeldStatement): Attribution["kind"] {
  const { speaker, act, cue, content } = h.statement;
  if (act === "claims-responsibility" || claimsItself(h) || (act === "denies" && deniesItself(h))) return "self";
  // A ministry's own paper speaks for the ministry.
  if (speaker.is === "outlet") return OFFICIAL_WORDS.test(h.document.publisher ?? "") ? "official" : "unofficial";
  if (speaker.is === "unstated") return "unofficial";
  const label = speaker.label ?? "";
  const words = content.map((c) => h.document.text.slice(c.start, c.end)).join(" ");
  if (LEGAL_WORDS.test(label) || (LEGAL_LEMMAS.has(cue?.lemma ?? "") && !SAYS_SO.test(words))) return "legal";
  if (TECHNICAL_WORDS.test(label) || TECHNICAL_WORDS.test(words)) return "technical";
  const kind = speaker.actor === undefined ? undefined : input.actor(speaker.actor)?.kind;
  if (kind === "organisation" && isOfAState(speaker.actor)) return "official";
  if (kind !== undefined && kind !== "armed-group") return OFFICIAL_KINDS.includes(kind) ? "official" : "unofficial";
  if (kind !== undefined) return "unofficial";
  return OFFICIAL_WORDS.test(label) ? "official" : kindByIntroduction(h);
}

/** The FBI: the list of actors has it as part of a state. */
function isOfAState(id: string | undefined): boolean {
  const whole = id === undefined ? undefined : actorById(id)?.partOf;
  return whole !== undefined && shippedGazetteer.states.some((state) => state.id === whole);
}

/** "It was the army, charged the rebel": a saying, and no charge. */
const SAYS_SO = /^(?:the|that|it)\s.{0,80}\b(?:has|have|had|was|were)\s/iu;
const PRONOUN = /^(?:he|she|they|it|who)$/iu;

/** "Varga warned", of whom the text said before that he is the defence minister; "he", by the words that open the sentence before. */
function kindByIntroduction({ document, statement }: HeldStatement): Attribution["kind"] {
  const introduced = introduction(document, statement.speaker, statement.sentence);
  if (LEGAL_WORDS.test(introduced)) return "legal";
  if (TECHNICAL_WORDS.test(introduced)) return "technical";
  return OFFICIAL_WORDS.test(introduced) ? "official" : "unofficial";
}

function introduction({ text, reading }: RecordDocument, { label }: Speaker, sentence: Span): string {
  if (label === undefined) return "";
  if (PRONOUN.test(label)) {
    const before = reading.sentences[reading.sentences.findIndex((s) => s.start === sentence.start) - 1];
    return before === undefined ? "" : text.slice(before.start, Math.min(before.end, before.start + 60));
  }
  const name = label.split(/\s+/u).at(-1) ?? "";
  const at = name.length < 4 || !/^(?:\p{Lu}|\p{Script=Arabic})/u.test(name) ? -1 : text.indexOf(name);
  if (at < 0 || at >= sentence.end) return "";
  const before =
    text
      .slice(Math.max(0, at - 45), at)
      .split(/[.;:!?\n،]/u)
      .at(-1) ?? "";
  const after =
    /^[^\s,.]*,\s(?:an?|the)\s[^,.;:]{3,60}/u.exec(text.slice(at + name.length, at + name.length + 90))?.[0] ?? "";
  return `${before} ${after}`;
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
