import { overlaps, type Span } from "../model/span.ts";
import type { Act } from "../model/statement.ts";
import { actorById } from "../text/gazetteer.ts";
import { foldText, placeIn } from "../text/word-finder.ts";
import { allParties, withQuoted } from "./described.ts";
import { quotedName } from "./doers.ts";
import type { RecordDocument } from "./input.ts";
import { OFFICIAL_WORDS } from "./office-words.ts";
import type { Party } from "./parties.ts";

// All patterns are spelled as `fold` spells Arabic: no marks, ا for every alef, ه for ة, ي for ى.

interface Frame {
  readonly act: Act;
  readonly verb: RegExp;
  /** What must stand behind the verb, in the same sentence. */
  readonly object: RegExp;
  /** Only of a group: a ministry announces that it was broken into. */
  readonly groups?: true;
}

const FRAMES: readonly Frame[] = [
  {
    act: "claims-responsibility",
    verb: /(?<!\p{L})[وف]?(?:اعلن|اعلنت|اعلنوا|يعلن|تعلن|اقر|اقرت|ادعي|ادعت|اكد|اكدت|اعترف|اعترفت|معلنا|معلنه)(?!\p{L})/gu,
    object:
      /(?<!\p{L})(?:(?:عن\s)?(?:ب)?مسؤوليت(?:ه|ها|هم|هما|نا)|(?:عن\s)?تبني(?:ه|ها|هم)(?=\s)|تبني(?=\s(?:ال|عمليه|هجوم|تفجير)))/u,
  },
  {
    act: "claims-responsibility",
    verb: /(?<!\p{L})[وف]?(?:تبني|تبنت|تبنوا|يتبني|تتبني|متبنيا|متبنيه)(?!\p{L})/gu,
    object:
      /(?<!\p{L})(?:ال)?(?:مسؤوليه|هجوم|هجوما|هجمات|هجومين|عمليه|عمليتين|تفجير|تفجيرا|تفجيرات|انفجار|اغتيال|قصف|كمين|كمينا|اختراق|اعتداء|اطلاق|استهداف|حادث|قتل|خطف|اختطاف|اسقاط|احراق|تخريب|عمليات)(?!\p{L})/u,
  },
  {
    act: "claims-responsibility",
    verb: /(?<!\p{L})[وف]?(?:اعلن|اعلنت|قال|قالت|اكد|اكدت|ذكر|ذكرت|اضاف|اضافت|زعم|زعمت|ادعي|ادعت|افاد|افادت|مدعيا|مدعيه|زاعما|زاعمه|مؤكدا|مؤكده|معلنا|معلنه|قائلا|قائله|تزعم|يزعم|تدعي|يدعي)(?!\p{L})/gu,
    object:
      /(?<!\p{L})[وب]?ان(?:\s["«“]?(?:مقاتل|عناصر|عنصر|رجال|جنود|جندي|مجاهد|مسلح|اعضا|افراد|وحدات|قوات|ابطال|انصار|مهندس|خلايا|شباب|فدائي|طيران|مدفعيت|سرايا|كتائب|اخوان|اسود|مفارز)\p{L}{0,3}(?:ه|ها|هم)\s(?:من\s\p{L}{2,12}\s){0,2}|\s["«“]?(?:احد|عددا من|مجموعه من|مفرزه من)\s(?:\p{L}{2,12}\s){0,2}\p{L}{2,12}(?:ه|ها|هم)["»”]?\s|(?:ه|ها|هم)\s)(?:(?:هي\sالتي|هو\sالذي|هم\sالذين|قد)\s)?(?:نفذ|هاجم|استهدف|فجر|اخترق|اغتال|قصف|اسقط|خطف|احرق|اغرق|زرع|دمر|اقتحم|اضرم|اطلق|سحب|سرق|شن|قتل)(?:ت|وا)?(?!\p{L})/u,
  },
  {
    act: "claims-responsibility",
    verb: /(?<!\p{L})[وف]?(?:اعترف|اعترفت|اعترفا|اعترفوا|اقر|اقرت|اقرا|اقروا)(?!\p{L})/gu,
    object: /(?<!\p{L})ب(?:انه\p{L}{0,2}\s|ارتكاب|تنفيذ|قتل|زرع|طعن|صنع|اطلاق|ال(?:هجوم|جريمه|عمليه|تفجير|قتل))/u,
  },
  {
    act: "claims-responsibility",
    verb: /(?<!\p{L})[وف]?(?:اضاف|اضافت|ادرج|ادرجت|وضع|وضعت|نشر|نشرت|نسب|نسبت)(?!\p{L})/gu,
    object:
      /(?<!\p{L})(?:(?:الي|علي|في|ضمن)\s(?:(?:قائمه|لائحه|قوائم|لوائح|سجل)\s)?ضحايا(?:ها|ه|هم)|(?:الي|علي|في)\s(?:موقع|صفحه|مدونه)(?:ها|ه|هم)?\s(?:ال)?(?:تسريب|تسريبات|ابتزاز)|الي\sنفس(?:ها|ه|هم))(?!\p{L})/u,
  },
  {
    act: "claims-responsibility",
    groups: true,
    verb: /(?<!\p{L})[وف]?(?:اعلن|اعلنت|اعلنوا|تعلن|يعلن)(?!\p{L})/gu,
    object:
      /(?<!\p{L})(?:اختراق|تنفيذ|استهداف|قصف|تفجير|مهاجمه|اسقاط|قتل|اسر|خطف|اختطاف|سرقه|تدمير|اغتيال|احراق|تعطيل)(?:ها|ه|هم)?\s/u,
  },
  {
    act: "denies",
    verb: /(?<!\p{L})[وف]?(?:نفي|نفت|نفوا|ينفي|تنفي|ينفون|نافيا|نافيه|انكر|انكرت|ينكر|تنكر)(?!\p{L})/gu,
    object:
      /(?<!\p{L})(?:اي\s)?(?:(?:عن\s)?(?:صلت|علاقت|مسؤوليت|تورط|ضلوع|وقوف|مشاركت|دور)(?:ه|ها|هم|نا)(?!\p{L})|(?:صله|علاقه|دور|تورط|ضلوع|مسؤوليه|يد)\s(?:له|لها|لهم|لنا)|(?:ال|هذه\s(?:ال)?)?اتهام\p{L}{0,3}|وقوف\s|تورط\s|ضلوع\s|انه?\p{L}{0,2}\s(?:يقف|تقف|وراء|نفذ))/u,
  },
];
const GROUP =
  /["«“]|جماع|مجموع|حرك|تنظيم|جبه|كتيب|كتائب|ميليشيا|عصاب|خلي|فصيل|لواء|سرايا|قراصنة|مخترق|مقاتل|مسلح|أنصار|جند/u;
const NEGATES = /(?<!\p{L})[وف]?(?:لم|لن|لا|ما|دون ان|احد|ان|اذا)\s$/u;
const FAR = 150;
const NEAR = 16;

/** An act that an Arabic sentence tells of with more than a few words between the verb and its object: "أعلن X، يوم …، مسؤوليته", with who does it. */
export interface ArabicAct {
  readonly act: Act;
  readonly cue: Span;
  readonly who: Party;
}

export function arabicActs(document: RecordDocument, sentence: Span): readonly ArabicAct[] {
  const words = document.text.slice(sentence.start, sentence.end);
  if (!/\p{Script=Arabic}/u.test(words)) return [];
  const folded = foldText(words);
  const place = (from: number, to: number): Span => {
    const { start, end } = placeIn(folded, from, to);
    return { start: sentence.start + start, end: sentence.start + end };
  };
  return FRAMES.flatMap(({ act, verb, object, groups }) =>
    [...folded.text.matchAll(verb)].flatMap((m): readonly ArabicAct[] => {
      if (NEGATES.test(folded.text.slice(0, m.index))) return [];
      const end = m.index + m[0].length;
      const rest = folded.text.slice(end, end + FAR).split(/[.؛!؟]/u, 1)[0] ?? "";
      const found = object.exec(rest);
      if (found === null) return [];
      const cue = place(m.index, end);
      const who = subjectOf(document, { cue, until: place(end, end + found.index).end, sentence });
      if (who === null) return [];
      const label = document.text.slice(who.span.start, who.span.end);
      // An army that killed the attackers claims no attack.
      const office = act === "claims-responsibility" && (OFFICIAL_WORDS.test(label) || /عسكري|أمني/u.test(label));
      if (
        groups &&
        (who.actor === null
          ? !GROUP.test(document.text.slice(Math.min(cue.end, who.span.start), who.span.end + 1))
          : actorById(who.actor)?.kind !== "armed-group")
      )
        return [];
      return office ? [] : [{ act, cue, who }];
    }),
  );
}

/** "A crew that calls itself «X»", "a spokesman in the name of «X»": by the name. */
function ownName(document: RecordDocument, party: Party, limit: number): Party {
  const { end } = party.span;
  const calls =
    /^[^.،؛]{0,24}?(?:تسمي نفسها|يسمي نفسه|تطلق على نفسها(?: اسم)?|تدعى|يدعى|تحمل اسم|يحمل اسم|باسم)(?=\s)/u.exec(
      document.text.slice(end, Math.min(limit, end + 50)),
    );
  const name = calls === null ? null : quotedName(document, end + calls[0].length, limit);
  if (name !== null) return { span: name, actor: null };
  const { start } = party.span;
  const article = party.actor === null && document.text.slice(start - 2, start) === "ال" ? 2 : 0;
  return { ...party, span: { start: start - article, end } };
}

const CALLS_ITSELF = /^\s\S{2,12}\s(?:تسمي نفسها|يسمي نفسه|يطلق على نفسه|تطلق على نفسها|يدعى|تدعى)(?=\s)/u;

/** "An account that calls itself «X»", right behind the verb: X. */
function calledSo(document: RecordDocument, from: number, until: number): Span | null {
  const m = CALLS_ITSELF.exec(document.text.slice(from, until));
  return m === null ? null : quotedName(document, from + m[0].length, until);
}

/** Who stands right behind the verb; where nobody does, who stands right before it in its clause. */
function subjectOf(
  document: RecordDocument,
  { cue, until, sentence }: { readonly cue: Span; readonly until: number; readonly sentence: Span },
): Party | null {
  const behind = { start: cue.end, end: until };
  const name = until > cue.end ? quotedName(document, cue.end, until) : null;
  const called = until > cue.end ? calledSo(document, cue.end, until) : null;
  if (called !== null) return { span: called, actor: null };
  const next = allParties(document, behind).find((p) => p.span.start >= cue.end && p.span.end <= until + 1);
  if (name !== null && (next === undefined || name.start <= next.span.start + NEAR))
    return { span: name, actor: next !== undefined && overlaps(next.span, name) ? next.actor : null };
  if (next !== undefined && next.span.start <= cue.end + NEAR) return ownName(document, next, sentence.end);
  const before = withQuoted(document, { start: sentence.start, end: cue.start }).filter((p) => p.span.end <= cue.start);
  const last = before.at(-1);
  if (last === undefined) return null;
  return /^[\s"»)]*(?:[^\s،.:؛]{1,20}\s){0,3}$/u.test(document.text.slice(last.span.end, cue.start)) ? last : null;
}
