import { overlaps } from "../model/span.ts";
import { findIncidentWords } from "../text/incident-words.ts";

/** Words of no weight: an article that a quote follows, a pronoun, nobody, "a party". */
const NOBODYS =
  /^(?:an?|the|it|him|her|them|us|me|you|we|they|this|that|those|these|nobody|no one|anyone|any|which|who|what|others?|أحد|أحدا|ذلك|هذا|هذه|تلك|جهة|الجهة|جهات|طرف|الطرف|أي|أن(?:ه|ها|هم)|لها?|فيها?|به|بها|نفس(?:ه|ها|هم)|himself|herself|itself|themselves)$/iu;
const WHOEVER =
  /^(?:whoever|(?:the|those|a|an|any|all)?\s*(?:men|man|women|woman|persons?|people|individuals?|ones?|those|attackers?|culprits?|perpetrators?|suspects?|group)\s+(?:who|that|responsible|behind)\b|those\s+(?:who|responsible|behind)\b|the\s+(?:attackers?|culprits?|perpetrators?|assailants?|suspects?|bombers?|gunm[ae]n)$|(?:ال)?(?:جهة|جهات|طرف|أشخاص|شخص|منفذي?|فاعل|فاعلين|جناة|مسؤولين?)\s+(?:التي|الذي|الذين|عن|المسؤول|مجهول|الهجوم|العملية))/iu;
/** Arabic: what stands behind "standing", the deed; or by which way something was said. */
const OF_THE_DEED = /^(?:[بل]?(?:وراء|خلف)|[بلف]?(?:هذا|هذه)|في|عبر|خلال|على|إلى)(?:\s|$)/u;

/** Whether words name no one of whom one could say that he did it: a pronoun, "two gunmen", "the man who did it", the attack itself. */
export function isNobody(label: string): boolean {
  return (
    NOBODYS.test(label) || WHOEVER.test(label) || OF_THE_DEED.test(label) || isWhoeverDidIt(label) || isADeed(label)
  );
}

/** "Hackers", "two gunmen", a lone attacker: whoever did it. */
function isWhoeverDidIt(label: string): boolean {
  const [found] = findIncidentWords(label, "attacker");
  if (found === undefined || label.split(/\s+/u).length > 3) return false;
  return found.span.end === label.length && !/\p{Lu}/u.test(label.slice(1, found.span.start));
}

/** "Twin explosions", الهجوم الذي وقع: an English noun group ends with what it is of, an Arabic one begins with it. */
function isADeed(label: string): boolean {
  const attackers = findIncidentWords(label, "attacker");
  return findIncidentWords(label, "attack").some(
    ({ span }) =>
      !attackers.some((a) => overlaps(a.span, span)) &&
      (/\p{Script=Arabic}/u.test(label) ? span.start <= 3 : span.end === label.length),
  );
}
