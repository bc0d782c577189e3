import type { FactValue } from "../model/assessment.ts";
import type { Span } from "../model/span.ts";
import { type Stated, statedFrom } from "../model/stated.ts";
import { findIncidentWords } from "../text/incident-words.ts";
import { allParties } from "./described.ts";
import { isUnsaid } from "./doers.ts";
import { type Said, versionsOf } from "./fact-versions.ts";
import type { RecordDocument, RecordInput } from "./input.ts";
import type { Party } from "./parties.ts";
import type { SentenceOf } from "./telling.ts";
import { wordBefore } from "./word-before.ts";

/** The part that a group had, as sentences about the attacker or the attack tell it, one version a kind; what is negated is left to "none". */
export function partVersions(input: RecordInput, sentences: readonly SentenceOf[]): Stated<FactValue> {
  const said = sentences.flatMap(({ document, sentence: s }): readonly Said[] => {
    const words = document.text.slice(s.start, s.end);
    const ofAnAttack = findIncidentWords(words, "attacker").length > 0 || findIncidentWords(words, "attack").length > 0;
    return findIncidentWords(words, "part").flatMap((f) => {
      if (!ofAnAttack && !OF_A_DEED.test(words.slice(f.span.start, f.span.end))) return [];
      const span = { start: s.start + f.span.start, end: s.start + f.span.end };
      const ahead = words.slice(0, f.span.start);
      if (f.kind !== "none" && (wordBefore(NEGATED, ahead) || isUnsaid(ahead))) return [];
      const whom = partyOf(document, s, span);
      // Orders and help come from somebody: without a name after the words they tell of nobody's part.
      if (whom === undefined && f.kind !== "none" && f.kind !== "inspired") return [];
      if (
        whom !== undefined &&
        f.kind === "member" &&
        input.actor(whom.actor ?? "")?.kind !== "armed-group" &&
        whom.actor !== null
      )
        return [];
      const actor = whom?.actor ?? null;
      return [{ key: f.kind, value: { text: f.kind, ...(actor !== null && { actor }) }, document, span }];
    });
  });
  return statedFrom(versionsOf(said));
}

/** Words that tell of a deed done for somebody, also in a sentence that names neither attack nor attacker. */
const OF_A_DEED =
  /inspir|radicali|instruction|\borders\b|recruit|steer|task|masterm|orchestr|behest|bidding|تعليمات|أوامر|كلف|تكليف|بأمر|إيعاز|جند|متأثر|مستلهم|ولاءه|مبايع/iu;

const PASSIVE = /^(?:by|from|of|to|in|with|[\p{Script=Arabic}\p{M}]+)$/iu;

/** Whose part it is: named after "directed by", before "had directed". */
function partyOf(document: RecordDocument, sentence: Span, cue: Span): Party | undefined {
  const words = document.text.slice(cue.start, cue.end);
  if (PASSIVE.test(words.split(" ").at(-1) ?? ""))
    return allParties(document, { start: cue.end, end: Math.min(sentence.end, cue.end + 60) })[0];
  const before = allParties(document, { start: Math.max(sentence.start, cue.start - 70), end: cue.start });
  return before.filter((p) => p.span.end <= cue.start).at(-1);
}

const NEGATED = /^(?:not|never|no|nor|without|denied|deny|[وف]?(?:لم|لن|لا|ليس|نفى|نفت))$/iu;
