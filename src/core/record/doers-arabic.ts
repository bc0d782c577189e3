import { overlaps, type Span } from "../model/span.ts";
import { fold } from "../text/fold.ts";
import { findIncidentWords } from "../text/incident-words.ts";
import { type FoldedText, foldText, placeIn } from "../text/word-finder.ts";
import { allParties, withQuoted } from "./described.ts";
import type { Doer } from "./doer.ts";
import type { RecordDocument } from "./input.ts";
import type { Party } from "./parties.ts";

// All patterns are spelled as `fold` spells Arabic: no marks, ا for every alef, ه for ة, ي for ى.

/** "Accused", "accusing", then of what. */
const ACCUSES = /(?<!\p{L})[وف]?(?:اتهم|اتهمت|اتهموا|يتهم|تتهم|يتهمون|متهما|متهمه|متهمين)(?!\p{L})/gu;
const OF_IT =
  /(?<!\p{L})ب(?:ال)?(?:وقوف|مسؤولي|تنفيذ|شن|ارتكاب|تدبير|تخطيط|ضلوع|تورط|اعتدا|استهداف|هجوم|هجمات|قتل|تفجير|قصف|اغتيال|محاول|اطلاق|تنظيم|تمويل|دعم|ارسال|اختراق|اضرام|اشعال|خطف|اختطاف|مهاجم|زرع|خرق|انتهاك|رعاي|ايوا|تحريض|قرصن|تخريب|عمل|ان)/u;
/** Where nothing says of what: the end of the clause. */
const NEAR_END = /[،:]|(?<!\p{L})(?:بلا|بدون|دون|من|في|علي|لكن|الا|وقال\p{L}?|واكد\p{L}?|عقب|بعد)\s|$/u;
/** "Held … responsible": the verb, then the responsibility. */
const HOLDS = /(?<!\p{L})[وف]?(?:حمل|حملت|حملوا|يحمل|تحمل|يحملون|محملا|محمله|محملين)(?!\p{L})/gu;
const RESPONSIBLE = /(?<!\p{L})(?:كامل\s)?(?:ال)?مسؤولي/u;
const PARTICIPLE = /^[وف]?م/u;
const FAR = 170;

/** "The one who carried it out is X". */
const THE_DOER_IS =
  /(?<!\p{L})[وب]?(?:ال)?(?:منفذ|منفذي|منفذو|مرتكب|مرتكبي|مدبر|مهاجم|انتحاري)\s(?:(?:ال)?(?:هجوم|تفجير|عمليه|اعتدا\p{L}?|جريمه|انفجار|هجمات)\s)?(?:هو|هي|هم|يدعي|اسمه)\s/gu;

/** "That X attacked": the subject of a clause, then its verb. */
const THAT_X_DID =
  /(?<!\p{L})[وب]?ان\s((?:[^\s.،؛:]{2,24}\s){1,8}?)(?:قد\s|كانت?\s)?((?:شن|نفذ|ارتكب|دبر|اطلق|خطط|نظم)(?:ت|وا)?|(?:هاجم|استهدف|قصف|فجر|اغتال|خطف|اختطف|اقتحم|اخترق|احرق|زرع|اضرم)(?:ت|وا)?)(?!\p{L})/gu;
const NEEDS_A_DEED = /^(?:شن|نفذ|ارتكب|دبر|اطلق|خطط|نظم)/u;
const RELATIVE = /(?<!\p{L})(?:الذي|التي|الذين|عندما|حين|بعد|قبل|الي|ان)(?!\p{L})/u;

const TIME =
  /^(?:(?:يوم|مسا\p{L}?|صباح|فجر|ليل|امس|اليوم|الليله|(?:ال)?(?:احد|اثنين|ثلاثا\p{L}?|اربعا\p{L}?|خميس|جمعه|سبت)|الماضي|الجاري)\s)+/u;
const CONNECTS =
  /^(?:[وف]?(?:قد|كان|كانت|كما|لكن|حيث|بينما|فيما|ثم|بدوره\p{L}?|ذلك|ايضا)|(?:في|من)\s\S{1,12}|من\sجهت\p{L}{1,3}|بحسب\s\S{1,12})?$/u;
const MEDIUM = /(?:تصريح|تصريحات|حديث|مقابله|بيان|تغريده|تدوينه|منشور)\p{L}{0,2}\s(?:ل\p{L}{0,12}\s)?$/u;

/** Whom an Arabic sentence accuses, holds responsible, names as the one who did it, or says to have done it: "اتهم X Y بالوقوف وراءه", "حمل X Y مسؤولية", "منفذ الهجوم هو X", "أن X شن الهجوم". */
export function arabicDoers(document: RecordDocument, sentence: Span): readonly Doer[] {
  const words = document.text.slice(sentence.start, sentence.end);
  if (!/\p{Script=Arabic}/u.test(words)) return [];
  const at: Sentence = { document, sentence, folded: foldText(words) };
  return [
    ...laidOn(at, { verb: ACCUSES, charge: OF_IT, how: "accuses" }),
    ...laidOn(at, { verb: HOLDS, charge: RESPONSIBLE, how: "blames" }),
    ...namedAsDoer(at),
    ...standsBehind(at),
    ...chargedWith(at),
    ...saidToHaveDone(at),
  ];
}

interface Sentence {
  readonly document: RecordDocument;
  readonly sentence: Span;
  readonly folded: FoldedText;
}

interface Charge {
  readonly verb: RegExp;
  readonly charge: RegExp;
  readonly how: Doer["how"];
}

function laidOn(at: Sentence, { verb, charge, how }: Charge): readonly Doer[] {
  const { text } = at.folded;
  return [...text.matchAll(verb)].flatMap((m): readonly Doer[] => {
    const end = m.index + m[0].length;
    const rest = text.slice(end, end + FAR).split(/[.؛:!؟]/u, 1)[0] ?? "";
    const of = charge.exec(rest) ?? (how === "accuses" ? NEAR_END.exec(rest) : null);
    if (of === null || of.index < 2) return [];
    const handed = how === "blames" ? /^(?:ال)?مسؤولي\p{L}*\s(?:ل|الي\s|علي\s)/u.exec(rest.slice(of.index)) : null;
    if (handed !== null) {
      const from = end + of.index + handed[0].length;
      const whom = wholeOf(at, { from, to: from + 45 });
      const by = wholeOf(at, { from: end, to: end + of.index });
      return whom === null || by === null ? [] : [{ whom, by, cue: spanAt(at, m.index, end), how }];
    }
    const participle = PARTICIPLE.test(m[0]);
    const before =
      text
        .slice(0, m.index)
        .split(/[.،؛:"]/u)
        .at(-1)
        ?.trim() ?? "";
    const after = { from: end, to: end + of.index };
    const pair = participle || !CONNECTS.test(before) ? { by: null, whom: wholeOf(at, after) } : split(at, after);
    if (pair.whom === null) return [];
    const by = participle ? firstParty(at, m.index) : (pair.by ?? subjectBefore(at, m.index));
    const cue = spanAt(at, m.index, end);
    return [{ whom: pair.whom, by, cue, how, ...(participle && by !== null && { beside: true as const }) }];
  });
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A verb's subject and object, both behind it: the first and the last party; or what is left of the stretch beside the only one. */
function split(at: Sentence, { from, to }: Stretch): { readonly by: Party | null; readonly whom: Party | null } {
  const parties = partiesBetween(at, { from, to });
  const [first, last] = [parties[0], parties.at(-1)];
  if (first === undefined || last === undefined) return { by: null, whom: null };
  if (!overlaps(first.span, last.span)) return { by: first, whom: last };
  const lead = at.sentence.start + (at.folded.at?.[from] ?? from);
  const opens = first.span.start - lead <= 5;
  if (!opens) return { by: null, whom: first };
  const rest = wholeOf(at, { from: indexOf(at, first.span.end), to });
  return rest === null ? { by: null, whom: first } : { by: first, whom: rest };
}

/** The party of a stretch; where none is known, its words without the time that leads them, when they are few. */
function wholeOf(at: Sentence, { from, to }: Stretch): Party | null {
  const parties = partiesBetween(at, { from, to });
  if (parties.length > 0) return parties[0] ?? null;
  const words = at.folded.text.slice(from, to);
  const lead = words.length - words.trimStart().length;
  const time = TIME.exec(words.slice(lead))?.[0].length ?? 0;
  const phrase = words.slice(lead + time).trimEnd();
  if (phrase.length < 3 || phrase.split(" ").length > 6 || /^(?:في|علي|من|الي|عن|ب)(?:\s|$)/u.test(phrase)) return null;
  return { span: spanAt(at, from + lead + time, from + lead + time + phrase.length), actor: null };
}

function partiesBetween(at: Sentence, { from, to }: Stretch): readonly Party[] {
  const span = spanAt(at, from, to);
  return withQuoted(at.document, span).filter((p) => {
    const before = at.folded.text.slice(from, Math.max(from, indexOf(at, p.span.start)));
    return p.span.start >= span.start && p.span.end <= span.end && !MEDIUM.test(`${before.trimEnd()} `);
  });
}

function subjectBefore(at: Sentence, verb: number): Party | null {
  const span = spanAt(at, Math.max(0, verb - 70), verb);
  return (
    allParties(at.document, span)
      .filter((p) => p.span.end <= span.end)
      .at(-1) ?? null
  );
}

/** Whose act a participle goes with: the subject of the sentence's own verb, its first party. */
function firstParty(at: Sentence, before: number): Party | null {
  return allParties(at.document, spanAt(at, 0, before))[0] ?? null;
}

function namedAsDoer(at: Sentence): readonly Doer[] {
  const { text } = at.folded;
  return [...text.matchAll(THE_DOER_IS)].flatMap((m): readonly Doer[] => {
    const from = m.index + m[0].length;
    const name = /^(?:[^\s.،؛:]{2,20}\s?){1,3}/u.exec(text.slice(from, from + 60))?.[0] ?? "";
    const end = name.search(/\s(?:من|في|الذي|التي|وان|وهو|علي|كان|بعد|قبل)(?:\s|$)/u);
    const own = (end < 0 ? name : name.slice(0, end)).trimEnd();
    if (own.length < 3) return [];
    const span = spanAt(at, from, from + own.length);
    const known = allParties(at.document, span).find((p) => overlaps(p.span, span));
    return [{ whom: known ?? { span, actor: null }, by: null, cue: spanAt(at, m.index, from), how: "blames" }];
  });
}

/** Whether Arabic words before a name make of it the medium of a saying: "في تصريح لوكالة". */
export function isMedium(before: string): boolean {
  return MEDIUM.test(
    `${fold(before.slice(-40))
      .trimEnd()
      .replace(/\sل(?:وكاله|شبكه|قناه|صحيفه|موقع)?$/u, "")} `,
  );
}

/** "Brought against X the charge of". */
const CHARGES =
  /(?<!\p{L})[وف]?(?:وجه|وجهت|يوجه|توجه)\s((?:[^\s.؛:]{2,20}\s){1,8}?)(?:الي\s|ل)((?:[^\s.،؛:]{2,20}\s){1,6}?)(?:تهمه|تهم|تهمتي|اتهامات|اتهاما|الاتهام)(?!\p{L})/gu;

function chargedWith(at: Sentence): readonly Doer[] {
  return [...at.folded.text.matchAll(CHARGES)].flatMap((m): readonly Doer[] => {
    const [subject = "", object = ""] = [m[1], m[2]];
    const from = m.index + m[0].indexOf(subject);
    const end = m.index + m[0].lastIndexOf(object) + object.trimEnd().length;
    const whom = { span: spanAt(at, end - object.trimEnd().length, end), actor: null };
    const [by] = partiesBetween(at, { from, to: from + subject.length });
    return [{ whom, by: by ?? null, cue: spanAt(at, m.index, from), how: "accuses" }];
  });
}

/** "That behind the attack was X", "that the doers were X". */
const BEHIND_IS =
  /(?<!\p{L})(?:[يت]كون|[يت]قف|كان|كانت|وقف|وقفت)\s(?:(?:وراء|خلف)\s(?:هذا\s|هذه\s)?ال\p{L}{3,12}\s(?:ال\p{L}{3,12}\s)?|ال(?:فاعلون|فاعلين|فاعل|منفذون|منفذين|منفذ|جناه)\s)/gu;

function standsBehind(at: Sentence): readonly Doer[] {
  const { text } = at.folded;
  return [...text.matchAll(BEHIND_IS)].flatMap((m): readonly Doer[] => {
    const from = m.index + m[0].length;
    const [party] = partiesBetween(at, { from, to: Math.min(text.length, from + 40) });
    if (party === undefined || indexOf(at, party.span.start) > from + 2) return [];
    return [{ whom: party, by: null, cue: spanAt(at, m.index, from), how: "blames" }];
  });
}

function saidToHaveDone(at: Sentence): readonly Doer[] {
  const { text } = at.folded;
  return [...text.matchAll(THAT_X_DID)].flatMap((m): readonly Doer[] => {
    const who = m[1] ?? "";
    const verb = m[2] ?? "";
    const end = m.index + m[0].length;
    if (RELATIVE.test(who)) return [];
    const next = text.slice(end, end + 40);
    if (NEEDS_A_DEED.test(verb) && findIncidentWords(next, "attack").length === 0) return [];
    const start = m.index + m[0].indexOf(who);
    const span = spanAt(at, start, start + who.trimEnd().length);
    if (isAThing(at.document.text.slice(span.start, span.end))) return [];
    const known = allParties(at.document, span).find((p) => p.span.start <= span.start + 8);
    const whom = known?.actor == null ? { span, actor: null } : known;
    return [{ whom, by: null, cue: spanAt(at, end - verb.length, end), how: "blames" }];
  });
}

/** A weapon, or a pronoun: nobody. */
function isAThing(words: string): boolean {
  return findIncidentWords(words, "weapon").some(({ span }) => span.start <= 3) || words.length < 3;
}

function spanAt({ sentence, folded }: Sentence, from: number, to: number): Span {
  const { start, end } = placeIn(folded, from, to);
  return { start: sentence.start + start, end: sentence.start + end };
}

/** The folded letter at a place of the document. */
function indexOf({ sentence, folded }: Sentence, place: number): number {
  const offset = place - sentence.start;
  if (folded.at === null) return offset;
  let low = 0;
  let high = folded.at.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((folded.at[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
