import type { Draft } from "../draft.ts";
import { type Range, tokensOf, type View } from "../view.ts";

/** Heads of groups that claim attacks. */
const ARMED =
  /^[وف]?(?:ال)?(?:تنظيم|جماعه|كتائب|كتيبه|لواء|سرايا|جبهه|ميليشيا|فصيل|مجموعه|عصابه|خليه|عصبه|فيلق|حركه|قراصنه)$/u;
const SELF = /^(?:ب?ان)(?:ه|ها|هم|هما|نا|ني)$/u;
const FIGHTERS =
  /^(?:مقاتل|مقاتلي|عناصر|مسلحي|رجال|مجاهدي|مفرزه|مفارز|قناص|غواصي|افراد|اعضاء|اعضائ|ابناء|جنود|وحدات|انتحاريي|مهاجمي)(?:ه|ها|هم|نا)?$/u;
const DEED =
  /^[وف]?(?:وراء|خلف|المسؤول|المسؤوله|المسؤولون|(?:ي|ت)?(?:نفذ|شارك|استهدف|شن|فجر|هاجم|اغتال|خطف|اسقط|زرع|نصب|اطلق|قصف|قتل|احرق|اقتحم|دمر|فخخ|اغرق|سمم|اخترق|سرق|سحب|عطل|شفر|دس|وضع|خبا|نسف)(?:ت|ا|تا|وا|نا|ه|ها)?)$/u;

/** "أعلنت الجبهة أنها نفذت الهجوم", "قال التنظيم إن مقاتليه زرعوا": what a group says that it did is a claim of responsibility [ST4]. */
export function asOwnDeed(made: Draft): Draft {
  const { view, voice, act, content, negative } = made;
  if (
    (act !== "says" && act !== "confirms" && act !== "alleges") ||
    negative ||
    content.length === 0 ||
    made.frame !== "that-clause"
  )
    return made;
  if (voice.is !== "words" || !speaksForArmed(view, voice.range)) return made;
  const { from } = tokensOf(view, content[0]!);
  const norms = view.norms.slice(from, from + 6);
  const self =
    SELF.test(norms[0] ?? "") ||
    FIGHTERS.test(norms[0] ?? "") ||
    FIGHTERS.test(norms[1] ?? "") ||
    (norms[1] === "من" && FIGHTERS.test(norms[2] ?? ""));
  const near = norms.slice(1, SELF.test(norms[0] ?? "") ? 4 : 5);
  if (!self || !near.some((norm) => DEED.test(norm)) || near.some((norm) => /^(?:لم|لا|ليس|ليست|لن|لا)$/u.test(norm)))
    return made;
  return { ...made, act: "claims-responsibility", object: "responsibility" };
}

/** Whether the words name a group that claims attacks, or one who speaks for it. */
export function speaksForArmed({ norms }: View, { from, to }: Range): boolean {
  return norms.slice(from, Math.min(to, from + 6)).some((norm) => ARMED.test(norm));
}
