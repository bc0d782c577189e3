import data from "../data/ledger-words.json" with { type: "json" };
import type { Speaker } from "../model/statement.ts";
import { fold } from "../text/fold.ts";
import { actorById } from "../text/gazetteer.ts";
import { findIncidentWords } from "../text/incident-words.ts";
import { wordFinder } from "../text/word-finder.ts";
import type { HeldStatement } from "./input.ts";
import { OFFICIAL_WORDS } from "./office-words.ts";
import { isDoneToOthers } from "./own-claim.ts";

const SELF =
  /^["“]?(?:that\s+)?(?:it|they|we|he|she|its|their|our|one of (?:its|their|our))\b(?:\s+\S+){0,3}?\s+(?:(?:had|has|have)\s+)?(?:carried (?:it |this |the \S+ )?out|carried out|(?:was|were|is|are) (?:behind|responsible for)|did it|done it|staged|conducted|perpetrated|orchestrated|mounted|launched|shot|bombed|attacked|ambushed|hacked|breached|infiltrated|compromised|stole|stolen|encrypted|leaked|wiped|defaced|took down|taken down|broke into|broken into|planted|detonated|killed|assassinated|murdered|shelled|stormed|raided|torched|burned|burnt|sank|sunk|sabotaged|kidnapped|abducted|hijacked|seized|laid the|fired the|fired on|fired rockets|fired missiles|opened fire|blew up|blown up|set the fire|set fire to|destroyed|cut the|executed|poisoned|stabbed|struck|targeted)\b/iu;
/** "The guards were targeted by the group". */
const BY_US =
  /\b(?:was|were|been) (?:attacked|targeted|killed|hit|struck|bombed|shot|ambushed|carried out|planted|detonated|staged|executed) by (?:us|it|them|our|its|their|the (?:group|movement|organisation|organization|front|militia|fighters))\b/iu;

/** Of a group: "one of its units had closed the tap", “they had paid the town a visit”. */
const OWN_MEN =
  /\b(?:one|two|three|four|five|six|several|some|a (?:squad|unit|team|cell|group)) of (?:its|their|our) \p{L}+ (?:had|has|have)\b|^["“]?(?:that\s)?(?:it|they|we) (?:had|have) ["“](?!(?:no|not|nothing|never|neither|nobody)\b)/iu;
/** “The pipe was ours”, “we have them”. */
const IS_OURS =
  /\b(?:is|was|are|were) ours\b|\bbelong(?:s|ed)? to us\b|^["“]?we (?:have|hold|are holding) (?:them|him|her)\b/iu;

// Spelled as `fold` spells Arabic.
const SELF_ARABIC =
  /^["«“]?[وب]?(?:ان)?(?:ه|ها|هم|نا|ني)?\s*(?:(?:كان|كانت|كانوا|هو|هي|هم)\s)?(?:(?:من\s)?(?:يقف|تقف|يقفون|نقف)\s(?:وراء|خلف)|وراء\s|(?:ال)?مسؤول(?:ه|ون|ين)?\s(?:عن|علي)|من نفذ)/u;
const DID_ARABIC =
  /^["«“]?[وب]?(?:ان)?(?:ه|ها|هم|نا)?\s*(?:(?:احد|اثنين من|عددا من|مجموعه من)\s)?(?:((?:مقاتل|عناصر|عنصر|رجال|جنود|جندي|مجاهد|مسلح|اعضا|افراد|وحدات|قوات|ابطال|انصار|مهندس|خلايا|شباب|فدائي|طيران|مدفعيت|سرايا|كتائب|اخوان|اسود|مفارز)\p{L}{0,3}(?:ه|ها|هم|نا))\s)?(?:قد\s)?(?:تمكن(?:ت|وا)?\sمن\s)?(?:نفذ|هاجم|استهدف|فجر|قتل|اخترق|اغتال|قصف|اسقط|خطف|احرق|اغرق|زرع|دمر|نصب|اقتحم|دهس|اضرم|اطلق|ضرب|خرب|قطع|سمم|طعن)(?:ت|وا|نا)?\s/u;

/** "S said it was behind the attack", "their fighters had carried it out", نفذ مقاتلونا: a claim of responsibility in plain words [ST4]. */
export function claimsItself(h: HeldStatement): boolean {
  const { document, statement } = h;
  const { act, speaker, content, polarity, factuality, cue } = statement;
  if (!/^(?:says|alleges|reports|confirms)$/.test(act) || polarity === "negative" || factuality === "denied")
    return false;
  const plain = /^(?:named|role|collective)$/.test(speaker.is);
  const [first] = content;
  const label = speaker.label ?? "";
  if (!plain || first === undefined || /^(?:no|none|nobody|neither|لا|أي)\b/iu.test(label)) return false;
  if (OFFICIAL_WORDS.test(label) || (speaker.is === "collective" && (SEVERAL.test(label) || !isGroup(speaker))))
    return false;
  const words = document.text.slice(first.start, first.end).trim();
  const body = /^the (\p{L}+) (?:had|has|have)\b/iu.exec(words)?.[1];
  // "An official of the service said the service had carried it out".
  const ofHis = body !== undefined && label.toLowerCase().includes(body.toLowerCase());
  return (
    SELF.test(words) ||
    (ofHis && SELF.test(words.replace(/^the \p{L}+/iu, "it"))) ||
    IS_OURS.test(words) ||
    ((BY_US.test(words) || OWN_MEN.test(words)) && (isGroup(speaker) || hasArm(h))) ||
    saysSoInArabic(words, speaker) ||
    (OWNS_UP.test(words) && isDoneToOthers(words)) ||
    (OWNS.has(cue?.lemma ?? "") && beginsWithAttack(words))
  );
}

/** Whether words tell of a deed of those who speak or of their men: "its members had shot the judge", مقاتليها نفذوا. */
export function tellsOwnDeed(words: string): boolean {
  return SELF.test(words) || SELF_ARABIC.test(fold(words)) || DID_ARABIC.test(fold(words));
}

/** "Two very different organisations": who they are comes later. */
export const SEVERAL = /^(?:two|three|four|five|several|many|some|various|rival|other)\b/iu;

/** "Said through its news arm": only a group speaks so. */
function hasArm({ document, statement: { sentence } }: HeldStatement): boolean {
  return /\b(?:its|their) (?:\p{Ll}+ )?(?:news|media|propaganda|telegram) (?:arm|wing|outlet|agency|channel)\b/iu.test(
    document.text.slice(sentence.start, sentence.end),
  );
}

/** In Arabic "it" may be the attack: who did it is the speaker only where it names men of its own, or is a group. */
function saysSoInArabic(words: string, speaker: Speaker): boolean {
  const folded = fold(words);
  if (SELF_ARABIC.test(folded)) return true;
  const did = DID_ARABIC.exec(folded);
  return did !== null && (did[1] !== undefined || /نا(?:\s|$)/u.test(did[0]) || isGroup(speaker));
}

const groups = wordFinder(data.group.map((word) => [word, true] as const));

/** Whether a speaker is an armed group or its man, as far as his name or the list of actors tells. */
function isGroup({ actor, label }: Speaker): boolean {
  const kind = actor === undefined ? undefined : actorById(actor)?.kind;
  return (
    kind === "armed-group" ||
    (kind === undefined && (actor !== undefined || /["“«]/u.test(label ?? "") || groups(label ?? "").length > 0))
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
  /\b(?:had|has|have) (?:had )?(?:nothing to do with|["“]?no (?:role|part|hand|involvement|link|links|connection|knowledge))\b|\b(?:was|were|is|are) not (?:behind|involved|responsible)\b|\b(?:did not|didn['’]t|had not|hadn['’]t|has not|have not|never) (?:carry out|carried out|order|ordered|plan|planned|attack|attacked|fire|fired|launch|launched|target|targeted|send|sent|plant|planted|commit|committed|do it|done it|hack|hacked|bomb|bombed|kill|killed)\b|\bneither (?:knew|ordered|planned|commanded|directed|sent|supported|armed|paid)\b|\b(?:had|has|have) (?:never|not) (?:(?:even )?heard of|met|touched|set foot|been (?:in|near|inside|to)|lent|armed|paid|given|supplied|trained)\b|^["“]?(?:that )?(?:we|it|they|he|she) (?:was|were) (?:not|never) there\b|\bhad no need of\b/iu;
// Spelled as `fold` spells Arabic.
const DISOWNS_ARABIC =
  /^["«“]?[وب]?(?:ان)?(?:ه|ها|هم|نا)?\s*(?:ال\p{L}{3,12}\s){0,2}["«“]?(?:(?:لا|ليس|ليست)\s(?:ل\p{L}{1,12}\s|هناك\s|ثمه\s)?(?:اي\s)?(?:علاقه|صله|دور|يد|ضلوع)|لا\s(?:تقف|يقف|نقف)\s(?:وراء|خلف)|لم\s[تينا](?:نفذ|طلق|شن|هاجم|ستهدف|امر|علم|قف|تورط|شارك|رتكب|ضلع|خطط|قتل|فجر|قصف)|(?:بريء|بريئه|براء)\s)/u;

/** "S said it had nothing to do with it", "it did not order the raid", لم تطلق الحركة: a denial in plain words [ST9]. */
export function disowns({ document, statement }: HeldStatement): boolean {
  const { act, speaker, content } = statement;
  if (!/^(?:says|confirms|reports)$/.test(act) || !/^(?:named|role|collective)$/.test(speaker.is)) return false;
  return content.some((c) => {
    const words = document.text.slice(c.start, c.end);
    return DISOWNS.test(words) || DISOWNS_ARABIC.test(fold(words));
  });
}
