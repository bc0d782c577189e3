import type { Agreement } from "../../text/arabic-verbs.ts";
import type { Range, View } from "../view.ts";

/** What an Arabic speaker can later be called by: the gender and number of a verb or participle that goes on without naming him. */
export interface Person {
  readonly gender: "m" | "f";
  readonly number: "one" | "two" | "many";
}

/** Feminine without its ending: heads of groups that news writing has speak. */
const FEMININE = new Set(
  (
    "مصادر سلطات قوات وسائل صحف تقارير دول كتائب ميليشيات سرايا قوي حماس طالبان فصائل جماعات عائلات اسر منظمات وكالات بيانات دراسات نقابات شركات " +
    "جهات اجهزه لجان مواقع حسابات منصات روسيا فرنسا بريطانيا المانيا ايطاليا اسبانيا تركيا سوريا ليبيا اوكرانيا ايران باكستان افغانستان اليابان الصين اسرائيل " +
    "امريكا واشنطن موسكو دمشق بغداد طهران باريس لندن برلين بكين الرياض الدوحه بيروت عمان كييف تل انقره تونس مصر الجزائر اليونان نيجيريا الهند"
  ).split(" "),
);
/** ة on a man's office, and plurals of men: خليفة, عدة. */
const MASCULINE = /^(?:خليفه|علامه)$/u;
const MEN =
  /^(?:محللون|محللين|خبراء|مراقبون|مراقبين|شهود|سكان|اهالي|ناشطون|ناشطين|نشطاء|معارضون|منتقدون|صحفيون|صحافيون|باحثون|مواطنون|علماء|دبلوماسيون|مهندسون|مسؤولون|مسؤولين|مسئولون|مسئولين|ضباط|قاده|زعماء|وزراء|نواب|جيران|اقارب|ذوو|محققون|محققين|مقاتلون|متظاهرون|محتجون|عمال|اطباء|متمردون|مسلحون|متحدثون|كثيرون|اخرون|بعضهم|البعض)$/u;

/** Gender and number of the speaker's head, its first word; by its verb where that stands before it. */
export function personOf({ norms, lexicon }: View, range: Range, verb: Agreement | undefined): Person {
  const first = (norms[range.from] ?? "").replace(/^["«]/u, "");
  const head = first.replace(/^[وفبل]?(?:ال|لل)(?=\p{L}{3})/u, "");
  const second = norms[range.from + 1] ?? "";
  const men = MEN.test(head) || (/[وي]ن$/u.test(head) && /[وي]ن$/u.test(second) && second.length > 4);
  if (men) return { gender: "m", number: "many" };
  if (verb !== undefined && (verb.number === "two" || verb.number === "many"))
    return { gender: verb.gender, number: verb.number };
  const two =
    /(?:ان|ين)$/u.test(head) &&
    (lexicon.speakers.has(head.slice(0, -2)) || (/(?:ان|ين)$/u.test(second) && second.length > 4));
  const gender = verb?.gender ?? (isFeminine(head) ? "f" : "m");
  return { gender, number: two ? "two" : "one" };
}

function isFeminine(head: string): boolean {
  return (/(?:ه|ات|اء)$/u.test(head) && !MASCULINE.test(head)) || FEMININE.has(head);
}

/** Whether a verb or participle of this form can be that speaker's. */
export function canBe(person: Person | undefined, agrees: Agreement | undefined): boolean {
  if (person === undefined || agrees === undefined || agrees.number === "us") return true;
  if (person.gender !== agrees.gender) return false;
  return agrees.gender === "f" && agrees.number !== "two" ? person.number !== "two" : person.number === agrees.number;
}
