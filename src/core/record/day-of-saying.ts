import type { Span } from "../model/span.ts";
import { fold } from "../text/fold.ts";
import { findIncidentWords } from "../text/incident-words.ts";
import type { RecordDocument } from "./input.ts";

/** Verbs of saying, and of what comes after an attack: arrests, burials, visits, charges. The day beside one is the day of that, not of the attack. */
const ACTS =
  "said|says|told|spoke|speaking|Speaking|announced|announces|reported|confirmed|added|stated|tweeted|wrote|posted|published|vowed|condemned|denied|blamed|accused|" +
  "arrested|detained|charged|indicted|sentenced|convicted|released|identified|buried|visited|met|warned|praised|urged|offered|declared|" +
  "acknowledged|admitted|revised|raised|lowered|updated|claimed responsibility|claimed the attack|took responsibility";
/** What may stand between such a verb and its day: "said in a statement late on", "told reporters in Tarn on". */
const BETWEEN =
  "in|at|to|via|by|through|during|late|later|early|earlier|on|a|an|the|its|his|her|their|press|news|conference|briefing|statement|statements|" +
  "reporters|journalists|interview|television|tv|state|radio|parliament|lawmakers|telegram|channel|twitter|facebook|social|media|post|email|message";
const AFTER_VERB = new RegExp(
  `(?<!\\p{L})(?:${ACTS})(?:\\s(?:${BETWEEN}|\\p{Lu}[\\p{L}.]{1,20})){0,8}?\\s(?:on\\s|late\\s|early\\s){0,2}$`,
  "u",
);
const BEFORE_VERB = new RegExp(`^,?\\s(?:also\\s|later\\s|had\\s|has\\s|have\\s)?(?:${ACTS})(?!\\p{L})`, "u");

/** "Charged a retired cook and his nephew on": a verb of what comes after, with its object. */
const WITH_OBJECT =
  /(?<!\p{L})(?:charged|arrested|detained|sentenced|convicted|indicted|identified|released|condemned|accused|blamed|questioned|buried|visited|named)\s[^.,;:]{1,60}\son\s$/u;

const SAYS =
  /(?<!\p{L})[وف]?(?:قال|قالت|قالوا|اعلن|اعلنت|اعلنوا|ذكر|ذكرت|افاد|افادت|صرح|صرحت|اكد|اكدت|اضاف|اضافت|اوضح|اوضحت|كشف|كشفت|نقلت|نقل|ادان|ادانت|دان|دانت|ندد|نددت|نفي|نفت|اتهم|اتهمت|حذر|حذرت|بيان|مؤتمر صحفي|مؤتمر صحافي|تصريح|تصريحات|اعتقل|اعتقلت|اوقف|اوقفت|القت|تبني|تبنت|رد|ردت|جزم|جزمت|شدد|شددت|اعتبر|اعتبرت|علق|علقت|استدعت|زعم|زعمت|نشر|نشرت|بث|بثت|وصف|وصفت|ادرجت|طالب|طالبت|دعا|دعت|تحدث|تحدثت|شيع|شيعت|افرجت|استجوب|استجوبت|وجه|وجهت|وجهت)(?!\p{L})/gu;
/** Where what is said begins. */
const THAT = /(?<!\p{L})(?:[وب]?ان(?:ه|ها|هم)?|عن|الي|بعد|قبل)(?!\p{L})/u;
const FAR = 110;

/** "Authorities said Wednesday", "officials on Friday said", قالت الوزارة اليوم الأحد: the day on which something was said or done about an attack. */
export function isDayOfSaying({ text }: RecordDocument, sentence: Span, { start, end }: Span): boolean {
  const before = text.slice(Math.max(sentence.start, start - FAR), start);
  const after = text.slice(end, Math.min(sentence.end, end + 40));
  if (isOfWhatFollowed(text.slice(sentence.start, start), text.slice(end, sentence.end))) return true;
  if (/\p{Script=Arabic}/u.test(text.slice(start, end))) return arabic(before, after);
  if (AFTER_VERB.test(before) || BEFORE_VERB.test(after)) return true;
  const done = WITH_OBJECT.exec(before);
  return done !== null && findIncidentWords(done[0], "attack").length === 0;
}

/** "Still at large on Sunday, after an attack": the day of what came after, with the attack behind it and none before. */
function isOfWhatFollowed(before: string, after: string): boolean {
  if (findIncidentWords(before, "attack").length > 0) return false;
  const [attack] = findIncidentWords(after, "attack");
  return attack !== undefined && FOLLOWS.test(after.slice(0, attack.span.start));
}

const FOLLOWS =
  /^[^.;:]{0,90}?\b(?:after|following|since|over|in connection with|in response to|linked to|suspected of|accused of|on suspicion of|in the wake of)\b|^[^.؛:]{0,90}?(?<!\p{L})(?:بعد|إثر|عقب|على خلفية|في أعقاب|للاشتباه في|بتهمة|على صلة ب)/u;

function arabic(before: string, after: string): boolean {
  const clause = fold(before.split(/[.؛:؟!]/u).at(-1) ?? "");
  const said = [...clause.matchAll(SAYS)].at(-1);
  if (said === undefined) return false;
  const between = clause.slice(said.index + said[0].length);
  if (THAT.test(between) || findIncidentWords(between, "attack").length > 0) return false;
  // "Announced on Sunday the killing of three in an attack": nothing but the day stands between the saying and what is said.
  return between.length < 60 || /^[،,]?\s(?:[بو]?(?:أن|إن)|عن)/u.test(after);
}
