import { findIncidentWords } from "../text/incident-words.ts";
import type { HeldStatement } from "./input.ts";
import { OFFICIAL_WORDS } from "./office-words.ts";
import { isDoneToOthers } from "./own-claim.ts";

const SELF =
  /^(?:that\s+)?(?:it|they|we|he|she|its|their|our)\b(?:\s+\S+){0,3}?\s+(?:(?:had|has|have)\s+)?(?:carried (?:it |this |the \S+ )?out|carried out|(?:was|were|is|are) (?:behind|responsible for)|did it|done it|staged|conducted|shot|bombed|attacked|ambushed|hacked|broke into|broken into|planted|detonated|killed|shelled|stormed|raided|torched|burned|burnt|sank|sunk|sabotaged|kidnapped|abducted|seized|laid the|fired the|fired on|opened fire|blew up|blown up|set the fire|set fire to|destroyed|cut the|executed|poisoned|stabbed|struck|targeted)\b|^(?:إن|أن|بأن)?(?:ه|ها|هم|نا)?\s*(?:[\p{L}\p{M}]{2,12}(?:ه|ها|هم|نا)\s+|مجاهدونا\s+)?(?:قد\s+)?(?:نفذ|هاجم|استهدف|فجر|قتل|اخترق|اغتال|قصف|أسقط|خطف|أحرق|أغرق|زرع|دمر|نصب|اقتحم|دهس|أضرم|أطلق|ضرب|خرب|قطع|سمم|طعن)(?:ت|وا|نا)?\s/iu;

/** "S said it was behind the attack", "their fighters had carried it out", نفذ مقاتلونا: a claim of responsibility in plain words [ST4]. */
export function claimsItself({ document, statement }: HeldStatement): boolean {
  const { act, speaker, content, polarity, factuality } = statement;
  if (!/^(?:says|alleges|reports|confirms)$/.test(act) || polarity === "negative" || factuality === "denied")
    return false;
  const plain = /^(?:named|role|collective)$/.test(speaker.is);
  const [first] = content;
  if (!plain || first === undefined || /^(?:no|none|nobody|neither|لا|أي)\b/iu.test(speaker.label ?? "")) return false;
  if (OFFICIAL_WORDS.test(speaker.label ?? "")) return false;
  const words = document.text.slice(first.start, first.end).trim();
  return (
    SELF.test(words) ||
    (OWNS_UP.test(words) && isDoneToOthers(words)) ||
    (OWNS.has(statement.cue?.lemma ?? "") && beginsWithAttack(words))
  );
}

/** “We take full responsibility for …” in somebody's quoted words. */
const OWNS_UP =
  /^["“]?we (?:hereby |proudly )?(?:take|claim|accept|assume) (?:full |sole )?(?:responsibility|credit) for\s/iu;

/** Verbs that own up to what follows. */
const OWNS: ReadonlySet<string> = new Set(["admit", "acknowledge", "boast", "اعترف", "أقر", "تباهى", "تفاخر", "تبنى"]);

/** "Admitted the bombing", اعترفت بالتفجير: the attack stands at once. */
function beginsWithAttack(words: string): boolean {
  const [first] = findIncidentWords(words, "attack");
  return first !== undefined && words.slice(0, first.span.start).trim().split(/\s+/u).length <= 2;
}

const DISOWNS =
  /\b(?:had|has|have) (?:had )?(?:nothing to do with|no (?:role|part|hand|involvement|link|links|connection))\b|\b(?:was|were|is|are) not (?:behind|involved|responsible)\b|^(?:إن\S*|أن\S*|بأن\S*)?\s*لا (?:علاقة|صلة|دور|يد) ل/iu;

/** "S said it had nothing to do with it": a denial in plain words [ST9]. */
export function disowns({ document, statement }: HeldStatement): boolean {
  const { act, speaker, content } = statement;
  if (act !== "says" || !/^(?:named|role|collective)$/.test(speaker.is)) return false;
  return content.some((c) => DISOWNS.test(document.text.slice(c.start, c.end)));
}
