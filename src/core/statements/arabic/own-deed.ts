import { fold } from "../../text/fold.ts";
import type { Draft } from "../draft.ts";
import { type Range, spanOf, tokensOf, type View } from "../view.ts";

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

/** "قال إن أصابع الاتهام تتجه إلى O": an accusation, by the words for one. */
export function asMeant(made: Draft): Draft {
  const { view, act, content } = made;
  if (act !== "says" || content.length === 0 || made.negative) return made;
  const norms = view.norms.slice(tokensOf(view, content[0]!).from).filter((norm) => norm !== '"');
  return norms[0] === "اصابع" && norms[1] === "الاتهام" ? { ...made, act: "accuses" } : made;
}

/** Whether the words name a group that claims attacks, or one who speaks for it. */
export function speaksForArmed(view: View, { from, to }: Range): boolean {
  if (view.norms.slice(from, Math.min(to, from + 6)).some((norm) => ARMED.test(norm))) return true;
  return view.norms[from] === '"' && isIntroduced(view, { from, to });
}

const BEFORE = 24;

/** "حركة «فجر الوادي»" anywhere before: a name in quote marks was said to be a group's. */
function isIntroduced(view: View, range: Range): boolean {
  const { start, end } = spanOf(view, range);
  const name = view.text.slice(start, end);
  const first = view.text.indexOf(name);
  if (name.length < 4 || first < 0 || first >= start) return false;
  const word =
    view.text
      .slice(Math.max(0, first - BEFORE), first)
      .trimEnd()
      .split(" ")
      .at(-1) ?? "";
  return ARMED.test(fold(word).replace(/^[بلك]/u, ""));
}
