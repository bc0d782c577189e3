import { fold } from "../text/fold.ts";
import { isOfAnEvent } from "./doers.ts";
import type { HeldStatement } from "./input.ts";

/** Own voice: "our fighters brought down", "we have nothing to do with". */
const OUR_DEED =
  /\b(?:our\s(?:\p{Ll}[\p{Ll}-]*\s){1,3}?|we\s)(?:have\s|had\s|again\s|today\s|\p{Ll}+ly\s){0,2}(?:attacked|bombed|shot|killed|executed|ambushed|blew up|brought down|shot down|sabotaged|struck|shelled|stormed|burned|burnt|torched|destroyed|derailed|hacked|breached|encrypted|leaked|wiped|targeted|raided|kidnapped|abducted|seized|fired|detonated|planted|hit|carried out|set fire to|sank|assassinated|eliminated|liquidated|cut)\b/iu;
const NOT_OURS =
  /\bwe\s(?:have|had)\s(?:nothing to do with|no (?:part|hand|role|link|connection|involvement) (?:in|to|with))\b|\bour hands were not in\b|\bwe (?:did not|had not|have not|are not|were not) (?:carry out|carried out|behind|attack|attacked|plan|planned|order|ordered|kill|killed|responsible)\b/iu;
// Spelled as `fold` spells Arabic.
const OUR_DEED_ARABIC =
  /(?<!\p{L})[وف]?(?:قد\s)?(?:(?:نفذ|هاجم|استهدف|فجر|قصف|اقتحم|دمر|احرق|اغتال|قتل|اسقط|نصب|تمكن|قام|اخترق|زرع|اطلق|خاض|شن)(?:ت|وا)?\s(?:من\s)?(?:مجاهدون?ا|مجاهدونا|مقاتلونا|ابطالنا|رجالنا|اخواننا|جنودنا|اسودنا|وحداتنا|سرايانا|عناصرنا|قواتنا|مفارزنا|شبابنا|مهندسونا|كتائبنا|احد\s\p{L}+نا)|(?:نفذ|هاجم|استهدف|فجر|قصف|اقتحم|دمر|احرق|اغتل|قتل|اسقط|نصب|اخترق|زرع|اطلق|شن)نا\s(?:ال|علي|هجوم|عمليه|كمين|في|\p{L}{3}))/u;
const NOT_OURS_ARABIC =
  /(?<!\p{L})[وف]?(?:لا|ليس|ليست)\s(?:لنا\s(?:اي\s)?)?(?:علاقه|صله|دور|يد|شان)\s(?:لنا\s)?ب?|(?<!\p{L})لم\sن(?:نفذ|ستهدف|هاجم|شن|قم|كن\sوراء)/u;

/** A claim or a denial in a text's own words, by the plural of those who speak: its publisher's where that is known [ST9]. */
export function ownActs(held: readonly HeldStatement[]): readonly HeldStatement[] {
  return held.flatMap((h) => {
    const { document, statement } = h;
    if (statement.voice !== "reported-fact" && statement.voice !== "evaluation") return [];
    const words = statement.content.map((c) => document.text.slice(c.start, c.end)).join(" ");
    const folded = fold(words);
    const denies = NOT_OURS.test(words) || (/لنا|لم ن/u.test(folded) && NOT_OURS_ARABIC.test(folded));
    if (!denies && !OUR_DEED.test(words) && !OUR_DEED_ARABIC.test(folded)) return [];
    const { voice: _v, target: _t, ...kept } = statement;
    const label = document.publisher ?? words.split(/\s+/u, 2).join(" ");
    return [
      {
        ...h,
        statement: {
          ...kept,
          act: denies ? ("denies" as const) : ("claims-responsibility" as const),
          speaker: { is: "named" as const, label },
          polarity: denies ? ("negative" as const) : ("positive" as const),
          factuality: denies ? ("denied" as const) : ("asserted" as const),
          object: "responsibility" as const,
        },
      },
    ];
  });
}

const OURS = /\b(?:our|ours|us)\b/iu;
const THEIRS = /\b(?:their|your|his|its)\b|['’]s\b/iu;

/** Whether what somebody owns up to was done to others: "the encryption of their servers", "the raid", not "the breach of our systems". */
export function isDoneToOthers(words: string): boolean {
  return !OURS.test(words) && (THEIRS.test(words) || isOfAnEvent(words));
}

/** "We take responsibility for the raid" in the text's own words: its publisher claims; as it stands where the publisher is not known [ST9]. */
export function ownClaim(h: HeldStatement): HeldStatement {
  const { document, statement } = h;
  const { speaker, act, polarity, content, voice } = statement;
  if (act !== "claims-responsibility" || polarity === "negative" || voice !== undefined) return h;
  if (speaker.is !== "outlet" || speaker.span === undefined || document.publisher === null) return h;
  const words = content.map((c) => document.text.slice(c.start, c.end)).join(" ");
  if (!isDoneToOthers(words)) return h;
  return { ...h, statement: { ...statement, speaker: { ...speaker, is: "named", label: document.publisher } } };
}
