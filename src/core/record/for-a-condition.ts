import { fold } from "../text/fold.ts";
import type { HeldStatement } from "./input.ts";

const CONDITION = new Set(
  (
    "condition conditions state lack shortage shortages failure failures failings lapse lapses neglect negligence delay delays safety upkeep " +
    "maintenance handling response slowness weakness weaknesses gaps shortcomings poor weak bad lax slow inadequate insufficient underfunding cuts"
  ).split(" "),
);
const CONDITION_ARABIC =
  /^[وبلف]?(?:ال)?(?:حالة|وضع|أوضاع|تدهور|تقصير|فشل|إهمال|نقص|ضعف|سلامة|تأخر|بطء|ثغرات|غياب|سوء|صيانة)/u;

const RESPONSIBILITY = /^(?:ال)?مسؤولية\s+(?:عن\s+)?/u;

const LEADS = new Set(["the", "a", "an", "its", "their", "his", "this", "that"]);
const OF = new Set(["of", "in", "at", "on", "to", "for", "by"]);

/** "Holds the government responsible for the condition of its depots": blame for how things are kept, not for the attack [ST10]. */
export function isForACondition({ document, statement: { content } }: HeldStatement): boolean {
  const [first] = content;
  if (first === undefined) return false;
  const told = document.text.slice(first.start, first.end);
  if (CONDITION_ARABIC.test(told.replace(RESPONSIBILITY, ""))) return true;
  const words = fold(told).split(/\s+/u);
  const at = words.findIndex((word) => !LEADS.has(word));
  const end = words.findIndex((word, i) => i > at && OF.has(word));
  return at >= 0 && words.slice(at, end < 0 ? at + 3 : Math.min(end, at + 3)).some((word) => CONDITION.has(word));
}
