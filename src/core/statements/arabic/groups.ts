import type { Agreement } from "../../text/arabic-verbs.ts";
import { nameWords } from "../../text/name-words.ts";
import { mentionsIn } from "../speaker.ts";
import type { Range, View } from "../view.ts";
import { tidyRange } from "./content.ts";
import { cueAt, participleAt } from "./words.ts";

/** Words after which no more of the speaker comes: manner, time, place of saying. */
const AFTER_SPEAKER = new Set(
  (
    "بالقول بقوله بقولها بقولهم ايضا امس اليوم غدا يوم مساء صباح ليله فجر ظهر ظهرا عصر خلال عبر في علي الي عن بعد قبل لدي رسميا اكثر الذي التي الذين اللذان مؤخرا لاحقا قد كذلك بدوره بدورها " +
    "الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت الاحد حيال بشان حول ازاء قوله قولها قولهم فيه فيها لها عنه عنها حينها انذاك وقتها اذ حيث ردا تعليقا تعقيبا " +
    "وقت عقب اثر فور بينما فيما كما ان بحسب وفق حسب مجددا سابقا بان انه انها من مع ضد امام عند بشكل بوضوح بشده قائلا قائله قائلين"
  ).split(" "),
);
const PLACE_OF_SAYING = new Set(
  (
    "بيان بيانات تصريح تصريحات مؤتمر حديث كلمه مقابله تغريده تغريدات وقت ختام خطاب خطابه رساله منشور اتصال مقال مكالمه تدوينه تسجيل فيديو شريط حوار لقاء مداخله بيانه " +
    "كلمته تصريحه اشاره رد رده تقرير تقريرها معرض سياق تعليق تعليقه جلسه اعقاب حين اول هذا مقطع صفحته حسابه بلاغ نشره اطار وقتٍ"
  ).split(" "),
);
/** Time that may stand between a verb and its subject. */
const TIME =
  /^(?:ايضا|امس|اليوم|يوم|مساء|صباح|فجر|ليله|لاحقا|الاول|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد|سابقا|كذلك|بدوره|بدورها|مجددا|مؤخرا|اول|ظهر|رسميا|حينها|انذاك)$/u;
/** فيه, له: pronouns that stand between a verb and its subject. */
const PRONOUN_PHRASE = /^(?:في|ل|عن|من|ب|علي|الي|لدي|خلال|عبر|مع)(?:ه|ها|هم|هما|نا|ك|كم)$/u;

/** Where the speaker's words can begin after the verb: past a time and "to him". */
export function afterTime({ norms, tokens }: View, from: number, limit: number): number {
  let at = from;
  while (at < limit && (TIME.test(norms[at]!) || PRONOUN_PHRASE.test(norms[at]!))) at++;
  return at < limit && tokens[at]!.pos !== "PUNCT" ? at : from;
}

/** The end of the speaker's words from token `from`, at latest `limit`: "وزارة الداخلية في فلمورا", "المتحدث باسم الوزارة، رائد كوشان". */
export function speakerEnd(view: View, from: number, limit: number): number {
  const to = groupOfSpeaker(view, from, limit);
  return apposition(view, { from, to }, limit) ?? to;
}

function groupOfSpeaker(view: View, from: number, limit: number): number {
  const { norms, tokens } = view;
  let to = from;
  while (to < limit) {
    const norm = norms[to]!;
    const at = { from, at: to, limit };
    const closed = nameInQuotes(view, at) ?? shortQuote(view, at) ?? namesake(view, at);
    if (closed !== null) {
      to = closed;
      continue;
    }
    const named = selfNamed(view, at);
    if (named !== null) {
      to = named;
      continue;
    }
    if (tokens[to]!.pos === "PUNCT" || norm === "ل") break;
    if (norm === "في" && isPlace(view, { from, to, limit })) {
      to += 2;
      continue;
    }
    if (to > from && /^(?:منسوب|منسوبه|صادر|صادره|تابع|تابعه)$/u.test(norms[to - 1]!) && /^(?:الي|عن|ل)$/u.test(norm)) {
      to++;
      continue;
    }
    if (norm === "من" && to > from && isKindOf(view, from, to)) {
      to += 2;
      continue;
    }
    if (AFTER_SPEAKER.has(norm)) break;
    if (to > from && participleAt(view, to) !== undefined) break;
    // To whom he spoke: "المدير لوكالة فلمورا".
    if (/^ل\p{L}{4,}$/u.test(norm) && to > from && !/^ل(?:جن|واء|بنان|ندن|يبي)/u.test(norm)) break;
    to++;
  }
  return to;
}

/** في before a place that belongs to the speaker, not before a statement or a time. */
function isPlace(view: View, { from, to, limit }: { from: number; to: number; limit: number }): boolean {
  const next = view.norms[to + 1];
  return (
    to > from &&
    next !== undefined &&
    to + 1 < limit &&
    !PLACE_OF_SAYING.has(next) &&
    !/^(?:ال)?(?:بيان|تصريح|تغريد|مقابل|كلم|حديث|خطاب|رسال|مؤتمر|اتصال)/u.test(next) &&
    (to - from <= 5 || to === limit - 2)
  );
}

/** "قيادي من الجماعة", "عدد من السكان". */
function isKindOf({ norms, lexicon, tokens }: View, from: number, to: number): boolean {
  const next = norms[to + 1];
  return (
    next !== undefined &&
    tokens[to + 1]!.pos !== "PUNCT" &&
    !lexicon.complementizers.has(next) &&
    (to - from <= 2 || /^(?:عدد|مجموعه|كل|اي)$/u.test(norms[from]!)) &&
    norms[to] === "من" &&
    !/^(?:جهت|جانب|خلال|قبل|بعد|دون|اجل)/u.test(next)
  );
}

const LONGEST_APPOSITION = 7;

/** "، رائد كوشان،" behind the speaker: the end of it; null where the words between the commas are no name or office. */
function apposition(view: View, { from, to }: Range, limit: number): number | null {
  const { norms, tokens } = view;
  if (to === from || to + 1 >= limit || norms[to] !== "،") return null;
  for (let i = to + 1; i <= limit && i < tokens.length && i <= to + 1 + LONGEST_APPOSITION; i++) {
    const norm = norms[i]!;
    if (i > to + 1 && (norm === "،" || i === limit)) return i;
    if (tokens[i]!.pos === "PUNCT" || AFTER_SPEAKER.has(norm) || /^[وف]?في$/u.test(norm) || cueAt(view, i) !== null)
      return null;
    if (participleAt(view, i) !== undefined) return null;
  }
  return null;
}

const LONGEST_NAME = 5;

interface InQuotes {
  readonly from: number;
  readonly at: number;
  readonly limit: number;
}

/** The token after a name in quote marks that belongs to a group's head, جماعة "المد", or stands before a complementizer: "المد" إن; else null. */
export function nameInQuotes({ norms, lexicon }: View, { from, at, limit }: InQuotes): number | null {
  if (norms[at] !== '"') return null;
  const close = norms.indexOf('"', at + 1);
  if (close < at + 2 || close > at + 1 + LONGEST_NAME || close >= limit + 1) return null;
  const head = at === from + 1 && nameWords.groupHeads.has(norms[from]!.replace(/^[وفبلك]?(?:ال)?/u, ""));
  const said = at === from && lexicon.complementizers.has(norms[close + 1] ?? "");
  return head || said ? close + 1 : null;
}

/** A short name in quote marks or brackets inside a speaker's words: الناطق باسم «المد» سامي, تنظيم الدولة (المد). */
function namesake(view: View, { from, at, limit }: InQuotes): number | null {
  const { norms, tokens } = view;
  const [open, end] = norms[at] === "(" ? ["(", ")"] : ['"', '"'];
  if (at === from || norms[at] !== open || norms[at - 1] === ":") return null;
  const close = norms.indexOf(end!, at + 1);
  if (close < at + 2 || close > at + 1 + LONGEST_NAME || close >= limit) return null;
  for (let k = at + 1; k < close; k++) if (tokens[k]!.pos === "PUNCT" || cueAt(view, k) !== null) return null;
  // A word follows: the speaker goes on, or his clause begins.
  return open === "(" || tokens[close + 1]?.pos !== "PUNCT" ? close + 1 : null;
}

/** A short name in quote marks that opens a group, تبنت «كتيبة الطرفاء» الكمين: no verb stands in it. */
function shortQuote(view: View, { from, at, limit }: InQuotes): number | null {
  if (at !== from || view.norms[at] !== '"') return null;
  const close = view.norms.indexOf('"', at + 1);
  if (close < at + 2 || close > at + LONGEST_NAME || close > limit) return null;
  return view.norms.slice(at + 1, close).some((_, k) => cueAt(view, at + 1 + k) !== null) ? null : close + 1;
}

const NAMES = /^(?:[يت]طلق|[يت]سمي|[يت]دعي|[يت]حمل|[يت]عرف|المعروف|المعروفه|الملقب|[يت]لقب|[يت]سمون|[يت]طلقون)$/u;

/** "تنظيم يطلق على نفسه اسم «نسور السهل»": the end of the name that a group gives itself; null where no name in quote marks follows. */
function selfNamed({ norms }: View, { from, at, limit }: InQuotes): number | null {
  if (at === from || !NAMES.test(norms[at]!)) return null;
  const open = norms.indexOf('"', at + 1);
  if (open < 0 || open > at + 4) return null;
  const close = norms.indexOf('"', open + 1);
  return close > open + 1 && close <= open + 1 + LONGEST_NAME && close < limit ? close + 1 : null;
}

const DEFINITE = /^(?:[وف]?ال|لل)/u;

/**
 * The end of one noun group from token `from`, by its grammar alone: indefinite heads up to the first definite word, then adjectives with
 * the article; a word without it begins another group ("رئيس البلدية | رابطة النهر"). Names known to the gazetteer are one group.
 */
export function groupEnd(view: View, from: number, limit: number): number {
  const { norms, tokens } = view;
  if (from >= tokens.length) return from;
  const { start } = tokens[from]!;
  const mention = mentionsIn(view, tokens[from]!).find((m) => m.span.start >= start && m.span.start <= start + 2);
  let to = from;
  let closed = false;
  const office = isOffice(norms[from]!);
  while (to < limit) {
    const norm = norms[to]!;
    const at = { from, at: to, limit };
    const quoted = nameInQuotes(view, at) ?? shortQuote(view, at) ?? namesake(view, at);
    if (quoted !== null) {
      to = quoted;
      closed = true;
      // تنظيم «المد» المسلح; but جماعة «المد» | السفن.
      if (!/^ال\p{L}+(?:ي|يه|ون|ين|ل?مسلح|مسلحه)$/u.test(norms[to] ?? "")) break;
      continue;
    }
    const named = selfNamed(view, { from, at: to, limit });
    if (named !== null) {
      to = named;
      break;
    }
    if (tokens[to]!.pos === "PUNCT" || AFTER_SPEAKER.has(norm)) break;
    if (closed && isAccusative(norm)) break;
    const inMention = mention !== undefined && tokens[to]!.start < mention.span.end;
    // رئيس البلدية نادر تلمود: the holder of an office is named behind it.
    if (closed && office && nameWords.firstNames.has(norm)) return Math.min(limit, nameEnd(view, to, limit));
    if (closed && !DEFINITE.test(norm) && norm !== "باسم" && !inMention) break;
    if (to > from && (DEEDS.has(norm) || POINTING.test(norm)) && !inMention) break;
    if (norm === "باسم") closed = false;
    else if (DEFINITE.test(norm)) closed = true;
    to++;
    if (inMention && tokens[to] !== undefined && tokens[to]!.start >= mention.span.end) closed = true;
  }
  return to;
}

const OFFICE =
  /^[وف]?(?:ال)?(?:وزير|وزيره|رئيس|رئيسه|مدير|مديره|قائد|محافظ|حاكم|سفير|سفيره|نائب|نائبه|امين|متحدث|متحدثه|ناطق|ناطقه|زعيم|زعيمه|عميد|عقيد|مقدم|رائد|لواء|فريق|محامي|محاميه|مدعي|قاضي|مفتي|شيخ|والي|عمده|نقيب|خبير|خبيره|محلل|محلله|باحث|باحثه|كاتب|كاتبه|مبعوث|مسؤول|مسؤوله|مستشار|مستشاره|مفاوض|مفاوضه|مهندس|مهندسه|قيادي|مراسل|مراسله|طبيب|طبيبه|دكتور|دكتوره|استاذ|استاذه|جنرال|ملك|امير|جار|جاره|شاهد|شاهده|سائق|حارس|والد|والده|شقيق|شقيقه|ناشط|ناشطه)$/u;

/** Whether the word is an office or calling that one person holds. */
export function isOffice(norm: string): boolean {
  return OFFICE.test(norm);
}

/** The end of a person's name that begins with a first name: one or two words more. */
function nameEnd({ norms, tokens }: View, from: number, limit: number): number {
  let to = from + 1;
  while (to < limit && to < from + 3) {
    const norm = norms[to]!;
    const ends = tokens[to]!.pos !== "X" || AFTER_SPEAKER.has(norm) || DEEDS.has(norm) || POINTING.test(norm);
    if (ends || (to > from + 1 && !nameWords.firstNames.has(norms[to - 1]!))) break;
    to++;
  }
  return to;
}

/** Verbal nouns that begin what is said of somebody, never his name: "رجح مسؤول | وقوف X وراء". */
const DEEDS = new Set(
  (
    "وقوف تورط ضلوع وجود وقوع حدوث مشاركه ارتباط انتماء علاقه صله مسؤوليه مقتل اصابه سقوط اصابته مسؤوليتها مسؤوليته صحه اي ان حصول استخدام تعرض عدم اعتقال توقيف ضبط " +
    "تهمه التهمه التهم تهم خبر نبا انباء روايه روايات الروايه الخبر النبا الاتهام الاتهامات الاعلان احباط تنفيذ شن اطلاق اسقاط تدمير وفاه ارتفاع انفجار استهداف فتح وقف رفض دعم سرقه فرضيه صحته علاقته علاقتها صلته صلتها تورطه تورطها ضلوعه ضلوعها مسؤوليتهم اداء سوء تقصير فشل"
  ).split(" "),
);
/** Whether the word is a verbal noun that begins what is said of somebody: مقتل, وقوع. */
export function isDeed(norm: string): boolean {
  return DEEDS.has(norm);
}

const POINTING = /^(?:هذا|هذه|ذلك|تلك|هؤلاء|ما|اي|ايه|كل|كافه|جميع)$/u;

/**
 * Where one run of definite words is two groups, "محامي المقاول | التقرير": before its last word, unless that is an adjective in ي;
 * `to` where it is one.
 */
export function splitDefinite(view: View, from: number, to: number): number {
  // A possessive makes a word definite too: "أسرته | التعليق".
  const definite = view.norms
    .slice(from, to)
    .filter((norm) => DEFINITE.test(norm) || /ت(?:ه|ها|هم)$/u.test(norm)).length;
  const last = view.norms[to - 1];
  return definite >= 2 && last !== undefined && /^[وف]?ال/u.test(last) && !/(?:ي|يه)$/u.test(last) ? to - 1 : to;
}

/** Whom news has appealed to, and who says nothing himself. */
const ADDRESSED = /^(?:جميع|كافه|المجتمع|الاطراف|الشعب|العالم|الجماهير|الناس)$/u;

/** Indefinite and in the accusative, by its spelling: بيانا. */
export function isAccusative(norm: string): boolean {
  return /^\p{L}{3,}ا$/u.test(norm) && !/^ال|(?:ها|وا|هما)$/u.test(norm);
}

/** Whether a noun group behind a verb can be its subject: not a thing that is denied or blamed, and no feminine one behind a masculine verb. */
export function canBeSubject(view: View, { from }: Range, agrees: Agreement | undefined): boolean {
  const norm = view.norms[from]!;
  const { responsibility, nouns, speakers } = view.lexicon;
  // "ودعا المواطنين إلى": a plural in ين is no subject.
  if (/^(?:ال\p{L}{3,}|مسؤول|محلل|مراقب|ناشط|محقق|مواطن|مسلح)ين$/u.test(norm) && !/^ال(?:ام|يم|سج|تمر)ين$/u.test(norm))
    return false;
  if (ADDRESSED.test(norm)) return false;
  if (speakers.has(norm)) {
    // "قال شقيقه": his brother, though spelt as a sister.
    const feminine = norm.endsWith("ه") && !speakers.has(norm.slice(0, -1));
    return !(agrees?.gender === "m" && agrees.number === "one" && feminine);
  }
  // بثقة: how, not who.
  if (norm === "ل" || (isWrittenOn(view, from) && (norm.length > 5 || /ه$/u.test(norm)))) return false;
  // اتهمت جناحا منافسا: two accusatives are an object.
  if (isAccusative(norm) && isAccusative(view.norms[from + 1] ?? "")) return false;
  if (norm === "كل" && view.norms[from + 1] === "من") return true;
  // "هذا الفصيل", "هذه الجماعة": whom it points at can speak.
  const pointed = (view.norms[from + 1] ?? "").replace(/^ال/u, "");
  if (/^هذ[اه]$/u.test(norm) && (speakers.has(pointed) || nameWords.groupHeads.has(pointed))) return true;
  if (POINTING.test(norm) || DEEDS.has(norm) || responsibility.things.has(norm) || nouns.has(norm)) return false;
  if (agrees === undefined) return true;
  if (agrees.number !== "one") return false;
  return !(agrees.gender === "m" && /^ال\p{L}+(?:ه|ات)$/u.test(norm));
}

/** Nouns and particles that begin with ب or ل themselves. */
const ITS_OWN =
  /^(?:باسم|باسمه|باسمها|بلا|بلد|بلاد|بلاده|بلادها|بلادهم|بلادنا|بلده|بيت|باب|بحر|بر|برلمان|برلماني|بطل|بنك|بناء|برنامج|بعض|بعضهم|بعضها|بضعه|بضع|بحث|بشر|بدل|بين|بينهم|بينها|بعد|بينما|بيان|بيانا|بيانات|بلديه|برج|برد|بدون|بدا|بات|بحسب|بقيه|بعثه|بدوره|بدورها|بشكل|بسبب|بعدما|بل|بلغ|بريد|لجنه|لجان|لكن|لكنه|لكنها|لدي|لن|لم|ليس|ليله|لقاء|لدينا|لانه|لان|لذلك|لواء|لبنان|ليبيا|لندن|لا|ليل|لائحه|باطل|باطله|بارد|بارز|بارزه|بالغ|بالغه|بديل|بسيط|بسيطه|بعيد|بعيده|بشع|بطيء|باهظ)$/u;

/** Whether ب or ل is a preposition on the word, and not its first letter: "بلدية", "بيان" after في or as the head of a known name. */
export function isWrittenOn(view: View, i: number): boolean {
  const norm = view.norms[i]!;
  if (!/^[بل]/u.test(norm) || norm.length < 3 || ITS_OWN.test(norm) || view.lexicon.speakers.has(norm)) return false;
  if (view.tokens[i - 1]?.pos === "ADP") return false;
  const { start } = view.tokens[i]!;
  return !mentionsIn(view, view.tokens[i]!).some((m) => m.span.start === start);
}

/** The subject behind the verb of a sentence that reports nothing itself, "نشرت الجبهة بيانا": who the verbs after it go on with; null where none can speak. */
export function mainSubject(view: View, limit: number): Range | null {
  const { norms, tokens } = view;
  for (let at = 0; at < limit && at < 8; at++) {
    if (at > 0 && norms[at - 1] !== "،" && !/^[وف]?(?:قد|كان|كانت|كما|فيما)$/u.test(norms[at - 1]!)) continue;
    // "في المقابل، زار الوزير", "وبعد ساعات نشر": a time or manner is no subject.
    for (const from of [at, at + 1]) {
      if (from >= limit || cueAt(view, from) !== null || !canSpeakHere(view, from)) continue;
      if (from > at && tokens[at]!.pos === "ADP") continue;
      return tidyRange(view, from, groupEnd(view, from, limit));
    }
  }
  return null;
}

function canSpeakHere(view: View, i: number): boolean {
  const norm = view.norms[i]!;
  if (norm === '"') return shortQuote(view, { from: i, at: i, limit: view.norms.length }) !== null && i > 0;
  if (view.tokens[i]!.pos === "PUNCT" || view.tokens[i - 1]?.pos === "ADP") return false;
  const plain = norm.replace(/^ال/u, "");
  if (view.lexicon.speakers.has(norm) || nameWords.groupHeads.has(plain)) return true;
  return mentionsIn(view, view.tokens[i]!).some((m) => m.is === "actor" && m.span.start === view.tokens[i]!.start);
}
