import type { BriefSectionId } from "../../model/brief.ts";
import type { ChangeClass, Relation } from "../../model/lineage.ts";
import type { LagLaw } from "../../model/silence.ts";
import { joinedBy, listedBy, name, plain, together } from "../prose.ts";
import { ARABIC_MONTHS, arabicInstant, arabicOnDay, arabicWhen } from "./arabic-days.ts";
import { arabicShown, unitOnce } from "./arabic-numbers.ts";
import { arabicOurs } from "./arabic-ours.ts";
import type { Act, Piece, Pieces, SaidWhen, Word, Wording } from "./wording.ts";

// Nobody's gender is known: what somebody did is told by its noun ("صدر عن … نفي"), never by a verb with its subject. A name follows a word
// that stands alone ("عن", "إلى"), never a letter written onto it, and no sentence begins with a name: a line takes its direction from its
// first word.

const HEADINGS: Readonly<Record<BriefSectionId, string>> = {
  judgment: "الحكم",
  "who-says-what": "من يقول ماذا",
  silence: "الصمت",
  "in-dispute": "موضع خلاف",
  "what-copies-lost": "ما فقدته النسخ",
  "other-questions": "أسئلة أخرى",
  contrary: "الأدلة المخالفة",
  assumptions: "الافتراضات الرئيسية",
  "would-change": "ما قد يغيّر هذا",
  "not-seen": "ما لم نتمكن من رؤيته",
  "made-how": "كيف أُعدّ الموجز",
};

const FIELDS: Wording["fields"] = {
  date: "التاريخ",
  time: "الوقت",
  place: "المكان",
  killed: "عدد القتلى",
  wounded: "عدد الجرحى",
  target: "الهدف",
  weapon: "السلاح",
  perpetrator: "الفاعل",
  "group-part": "دور الجماعة",
  investigation: "حالة التحقيق",
};

/** What was done to what was lost or changed. */
const LOST: Readonly<Record<ChangeClass, string>> = {
  attribution: "فقدان",
  date: "فقدان أو تغيير",
  number: "تغيير",
  comparator: "فقدان أو تغيير",
  place: "فقدان أو تغيير",
  "entity-replaced": "استبدال",
  "role-moved": "نقل",
  quantifier: "توسيع أو تضييق",
  "modality-hardened": "زيادة الجزم في",
  "modality-softened": "تخفيف الجزم في",
  "possible-to-happened": "تحويل",
  "alternative-dropped": "فقدان",
  "cause-added": "إضافة",
  "statement-to-question": "تحويل",
  "revision-invented": "إضافة",
  "as-of-lost": "فقدان",
  "loaded-word-added": "إضافة",
  contradicted: "مناقضة",
  "sentence-dropped": "حذف",
  "sentence-added": "إضافة",
};

/** What a text is to another, with the word before the other. */
const RELATIONS: Readonly<Record<Relation, readonly [what: string, of: string]>> = {
  verbatim: ["نسخة حرفية", "من "],
  "light-edit": ["نسخة بتعديل طفيف", "من "],
  "heavy-rewrite": ["إعادة صياغة", "ل"],
  "shared-source": ["تقرير يشترك في المصدر", "مع "],
  "same-material": ["تقرير يشترك في المادة", "مع "],
  "same-event-independent": ["تقرير مستقل", "عن "],
  unrelated: ["نص لا صلة له", "ب"],
};

const LAWS: Readonly<Record<LagLaw["law"], string>> = {
  exponential: "التوزيع الأسي",
  weibull: "توزيع ويبول",
  lognormal: "التوزيع اللوغاريتمي الطبيعي",
  loglogistic: "التوزيع اللوغاريتمي اللوجستي",
};

const REASONS: Readonly<Record<string, string>> = {
  "no-prior": "لم يذكر أحد احتمال بداية لكل تفسير",
  "no-judged-evidence": "لم يزن أحد دليلًا في ظل تفسيرين",
  "unusable-judgment": "أحد الأحكام المذكورة لا يصلح للاستعمال",
  "accuses-person": "أحد التفسيرات يتهم شخصًا، ولم يوافق على ذلك شخص ثانٍ",
  "no-strategic-share": "لم يذكر أحد نسبة ما تخفيه الجماعة عمدًا من هجماتها",
  "too-large": "المسائل المترابطة أكبر من أن توزن معًا",
};

/** Reasons whose particulars are the messages of problems, which are in English. */
const TOLD_BY_PROBLEMS: readonly string[] = ["unusable-judgment", "too-large"];

const PARTS: Readonly<Record<string, string>> = {
  directed: "توجيه",
  enabled: "تمكين",
  inspired: "تأثير بلا اتصال",
  member: "عضوية المنفّذ",
  none: "لا دور",
};

const TARGETS: Readonly<Record<string, string>> = {
  security: "هدف أمني",
  civilian: "هدف مدني",
  political: "هدف سياسي",
  infrastructure: "بنية تحتية",
  business: "هدف تجاري",
};

const INQUIRY = { open: "مفتوح", closed: "مغلق", "not-opened": "لم يُفتح" } as const;
const KINDS = { counted: "معدودة", ratio: "نسبة بين عدّين", assumed: "مفترضة" } as const;

const AND = { between: " و", last: " و" };
const OR = { between: " أو ", last: " أو " };
const CLAUSES = { between: "، و", last: "، و" };
const SEMICOLON = { between: "؛ ", last: "؛ " };

/** "و" is written onto an Arabic word, a number or a quotation mark; before a name in other letters it stands apart, and on its line. */
function listed(items: readonly Pieces[], last: "and" | "or" = "and"): Piece[] {
  if (last === "or") return listedBy(items, OR);
  return items.flatMap((item, i) => [
    ...(i === 0 ? [] : [/^[\p{Script=Arabic}\p{N}«]/u.test(begins(item)) ? " و" : " و\u00a0"]),
    ...item,
  ]);
}

/** The first words of pieces, those of a figure too. */
function begins([first = null]: Pieces): string {
  if (first === null || typeof first === "string") return first ?? "";
  return first.is === "figure" ? first.shown : first.is === "text" ? first.text : "«";
}
const NOT_NAMED = "جهة لم تُسمَّ";

/** What was said, as a noun. */
function saying({ said, whom, object }: Act): Piece[] {
  switch (said) {
    case "claims":
      return ["إعلان تبنٍّ للمسؤولية", ...(whom === null ? [] : [" عن ", whom])];
    case "retracts":
      return ["تراجع عن قول سابق"];
    case "denies":
      if (object === "link") return ["نفي لوجود صلة", ...(whom === null ? [] : [" مع ", whom])];
      if (object === "responsibility") return whom === null ? ["نفي للمسؤولية"] : ["نفي لمسؤولية ", whom];
      if (object === "warning") return ["نفي لوجود تحذير"];
      return ["نفي", ...(whom === null ? [] : [" في شأن ", whom])];
    case "blames":
      return ["تحميل ", whom ?? NOT_NAMED, " المسؤولية"];
    case "accuses":
      return ["اتهام موجّه إلى ", whom ?? NOT_NAMED];
    case "assesses":
      return whom === null ? ["تقدير لا يسمّي أحدًا"] : ["تقدير يسمّي ", whom];
    case "suggests":
      return ["تلميح إلى ", whom ?? NOT_NAMED];
    case "praises":
      return ["ثناء على ", whom ?? "الهجوم"];
    case "threatens":
      return ["تهديد"];
  }
}

const speaker = (who: Piece): Piece => who ?? "متحدث لم يُسمَّ";
const UNDATED = "، بلا تاريخ مذكور";

function saidWhen(when: SaidWhen): string {
  if (when === null) return UNDATED;
  return when.published ? ` في تقرير مؤرّخ ${arabicOnDay(when.when)}` : ` ${arabicOnDay(when.when)}`;
}

function onWord(word: Word): Piece[] {
  if (word.is === "own") return ["، على ذمة صاحب القول"];
  if (word.is === "nobody") return ["، بلا تسمية مصدر"];
  return word.is === "name" ? ["، على ذمة ", word.name] : [];
}

const stated = (who: string | null): Piece[] => (who === null ? [" (لم يذكره أحد)"] : [" (بحسب ", name(who), ")"]);

const given = (analysts: readonly string[]): Piece[] =>
  analysts.length === 0 ? ["الأحكام المذكورة"] : ["أحكام ", ...listed(analysts.map((a) => [name(a)]))];

const quoted = (text: string): Piece[] => ["«", name(text), "»"];
const withPlace = (words: string, place: string | null) => (place === null ? words : `${words} (${place})`);

const ARABIC_LETTER = "[\\p{L}\\p{M}]";
/** A pattern of whole words: with what is written onto an Arabic word, the article too. */
const words = (list: string) =>
  new RegExp(`(?<!${ARABIC_LETTER})(?:[وف]?[بلك]?(?:ال)?)(${list})(?!${ARABIC_LETTER})`, "u");

/** The brief's sentences in Arabic: Modern Standard Arabic, Western digits, names as the case has them. */
export const arabic: Wording = {
  language: "ar",
  headings: HEADINGS,
  to: " إلى ",
  about: "نحو ",
  comma: "، ",
  marks: ["«", "»"],
  listed,
  shown: arabicShown,
  counted: (_n, _noun, { whole }) => [whole],
  unitOnce,
  instant: arabicInstant,
  when: arabicWhen,
  onDay: arabicOnDay,
  byWhom: (who) => who,
  docs(positions) {
    const list = joinedBy(positions.map(String), AND);
    if (positions.length === 1) return `الوثيقة ${list}`;
    return `${positions.length === 2 ? "الوثيقتين" : "الوثائق"} ${list}`;
  },
  place: (position, paragraph) => `وثيقة ${position}، فقرة ${paragraph}`,
  documentName: (text, position) => `${text} (الوثيقة ${position})`,
  aDocument: "وثيقة",
  andMore: (title, others) => `${title}، ومعه ${others === 1 ? "آخر" : `${others} غيره`}`,
  fields: FIELDS,
  ours: arabicOurs,
  factValue(field, { text, when, investigation }) {
    if (field === "date" && when !== undefined) return arabicWhen(when);
    if (field === "group-part") return PARTS[text] ?? null;
    if (field === "target") return TARGETS[text] ?? null;
    if (field !== "investigation" || investigation === undefined) return null;
    const { status, by, since } = investigation;
    const told = [INQUIRY[status], by && `بحسب ${by.replaceAll(" and ", " و")}`, since && `منذ ${arabicWhen(since)}`];
    return told.filter((x) => x !== null).join("، ");
  },

  judgment: {
    leading: ({ first, question, given: by, chance, middle }) => [
      "الجواب المتقدّم عن السؤال ",
      ...question,
      " هو ",
      ...first,
      "، ",
      ...by,
      ": ",
      ...chance,
      "؛ وفي وسط ما ذُكر ",
      middle,
      ".",
    ],
    chance(range, word, why) {
      if (why === "word") return [word, "، ", ...range];
      if (why === "beyond") return [...range];
      if (why === "far") return [...range, "، وهو نطاق أوسع من أن تصفه كلمة واحدة"];
      const reason = why === "one-item" ? "إذ يتوقف الأمر على دليل واحد" : "إذ لا يسنده غير صمت أو دافع";
      return [...range, `، بلا كلمة تصفه ${reason}`];
    },
    in100: (range) => [...range, " من 100"],
    judgmentsOf: given,
    given: (judgments, equalPriors) => [
      equalPriors ? "بناءً على احتمالات بداية متساوية، وهي اختيار، وعلى " : "بناءً على ",
      ...judgments,
    ],
    others: (items, more) => [
      "بناءً على الأحكام نفسها: ",
      ...listedBy(
        items.map(({ text, chance }) => [...text, "، ", ...chance]),
        SEMICOLON,
      ),
      ...(more ? ["؛ وما هو أقل احتمالًا في الحاشية"] : []),
      ".",
    ],
    lessLikely: (items) =>
      `بناءً على الأحكام نفسها: ${items.map(({ text, range }) => `«${text}»، ${range} من 100`).join("؛ ")}.`,
    lowWithout: (item, other) => ["الثقة منخفضة: من دون ", ...item, " يتقدّم الجواب ", ...other, "."],
    lowAnswers: (some, of) => ["الثقة منخفضة: عدد ما أُعطي من الأجوبة المطلوبة ", some, " فقط من أصل ", of, "."],
    lowRange: "الثقة منخفضة: الأحكام المذكورة تترك نطاقًا واسعًا.",
    moderate: (checked) =>
      `الثقة متوسطة: لا دليل بمفرده يقرّر الجواب المتقدّم${checked ? "" : "، ولم يراجع أحد الأحكام"}.`,
    reason: (reason) => REASONS[reason] ?? "ما يلزمه ناقص",
    unanswered: (question, reason, alone) => [alone ? "عن " : "لا حكم في ", ...question, ": ", reason, "."],
    none: "لم يُدلِ أحد بحكم يمكن وزنه، ولذلك لا يقدّم هذا الموجز حكمًا: لا احتمالات ولا ترتيب.",
    below: "الأسئلة الأخرى مجاب عنها أدناه.",
  },

  said: {
    statement: ({ act, when, word, carried, denied }) => [
      "صدر عن ",
      speaker(act.who),
      " ",
      ...saying(act),
      saidWhen(when),
      ...onWord(word),
      ...carried,
      ...(denied === null
        ? []
        : ["؛ وصدر عن ", denied.who, " نفي لذلك", denied.when === null ? null : ` ${arabicOnDay(denied.when)}`]),
      ".",
    ],
    carriedBy: (reports, origins, range) => [
      " (في ",
      ...reports,
      " عن ",
      ...origins,
      ...(range === null ? [] : ["، وربما ", ...range]),
      ")",
    ],
    undated: UNDATED,
    noneDated: "لا تاريخ مذكور لأي من هذه الأقوال.",
    noClaim: ({ docs, who }) => [`بحسب ${docs}، لم يُر أي تبنٍّ`, ...(who === null ? [] : [" صادر عن ", who]), "."],
    reply(who, answer) {
      const asked = ["طلب الرد من ", ...who];
      if (answer === "not-asked") return [...asked, ": لا."];
      if (answer === "none") return [...asked, ": نعم؛ ولا رد مسجّل."];
      return [...asked, ": نعم؛ والرد: «", answer, "»."];
    },
    nothing: "لم يوجد قول عن الفاعل.",
    alsoSaid: (rows) => `ومما قيل أيضًا: ${rows.join("؛ ")}.`,
    rest: "ما قيل غير ذلك في الحاشية.",
    brief: (act, place) => withPlace(plain(["صدر عن ", speaker(act.who), " ", ...saying(act)]), place),
    noClaimBrief: (who, place) => withPlace(`لم يُر تبنٍّ${who === null ? "" : ` صادر عن ${who}`}`, place),
  },

  silence: {
    heard: ({ who, until, after, docs, several, reported }) => [
      "لم يُر تبنٍّ صادر عن ",
      who,
      ` حتى ${arabicWhen(until)}، أي بعد `,
      ...after,
      " من الهجوم",
      reported ? `؛ وذلك بحسب ${docs}، ${several ? "وكل وثيقة عن يومها" : "عن يومها"}` : null,
      ".",
    ],
    noRecord: (who) => ["لا سجل لما يُتبنّى من هجمات ", who, "، ولذلك لا يُعطى هذا الصمت أي وزن."],
    picked: ({ who, about, name: called, by, spread, all, not }) => [
      "من كل 100 هجوم كهذا من تنفيذ ",
      who,
      "، يبقى نحو ",
      about,
      " بلا تبنٍّ حتى ذلك الوقت في الفئة ",
      ...called,
      "، وهي من اختيار ",
      by,
      " (",
      ...spread,
      all ? " بين الفئات المرجعية)" : " مع هامش الشك فيها)",
      ...ofOthers(not),
    ],
    spread: ({ who, range, all, not }) => [
      "من كل 100 هجوم كهذا من تنفيذ ",
      who,
      "، يبقى ",
      ...range,
      ` بلا تبنٍّ حتى ذلك الوقت${all ? "، بحسب الفئة المرجعية" : " في الفئة المرجعية الوحيدة المتاحة"}`,
      ...ofOthers(not),
    ],
    claimed: (who) => ["صدر تبنٍّ للهجوم عن ", who, "، فلا صمت يوزن."],
    denied: (who, when) => [
      "صدر نفي للمسؤولية عن ",
      who,
      ` في ${arabicWhen(when)}؛ ويُحسب انتظار التبني حتى ذلك الوقت.`,
    ],
    noAttack: (who) => ["لا هجوم في السجل من تنفيذ ", who, ": الفئات لجهات أخرى."],
    cannotTell: "لا يفرّق هذا بين «فعلها ويخفيها» و«لم يفعلها».",
    none: "لا صمت موزون: لا جماعة معروفة هنا بسجل من التبني.",
    alsoSilent: (names) => `وممن لم يُر لهم تبنٍّ أيضًا، بحسب التقييم: ${names.join("، ")}.`,
    rest: "من لم يُر لهم تبنٍّ غير ذلك في الحاشية.",
    classNote({ name: called, claimed, of, kind, differs, source }) {
      const what = differs.length === 0 ? "" : ` أوجه الاختلاف: ${differs.join("؛ ")}.`;
      return `الفئة «${called}»: تُبنّي ${claimed} من أصل ${of} (${KINDS[kind]}).${what} المصدر: ${source}`;
    },
    term: (what, who) => (what === "silence" ? `غياب تبنٍّ من ${who}` : `التبني الصادر عن ${who}`),
  },

  told: {
    dispute: ({ label, field, versions }) => [
      ...(label === null ? [] : ["في ", label, ": "]),
      FIELDS[field],
      ": ",
      ...listedBy(versions, versions.length === 2 ? { between: "", last: " مقابل " } : SEMICOLON),
      ".",
    ],
    from: (docs) => ` (في ${docs})`,
    noDispute: "لم توجد وثيقتان ترويان واقعة واحدة على نحوين.",
    copy({ copy, relation, source, losses, example }) {
      const [what, of] = RELATIONS[relation];
      return [
        "أفضل تفسير لنص ",
        copy,
        ` أنه ${what} ${of}نص `,
        source,
        ` أو ${of}مصدر للنصين معًا؛ وفيه `,
        ...losses,
        ...(example === null
          ? []
          : example.softened
            ? [": عبارة المصدر ", example.quote, " أكثر تحفظًا"]
            : [": غابت عبارة ", example.quote]),
        ".",
      ];
    },
    losses(list) {
      const done = [...new Set(list.map((l) => LOST[l.class]))];
      const clauses = done.map((verb) => {
        const things = list.filter((l) => LOST[l.class] === verb).map((l) => [l.count(l.class)]);
        return [`${verb} `, ...listed(things)];
      });
      return listedBy(clauses, CLAUSES);
    },
    lostNothing: "لم تفقد النسخ شيئًا مما تراه القواعد.",
    noCopy: "لم توجد وثيقة منسوخة من أخرى.",
  },

  contrary: {
    speaks({ on, items, second, leader }) {
      const head = on === null ? [] : ["في السؤال ", ...on, ": "];
      const against = ["يسند ", ...second, " على حساب ", ...leader];
      if (items.length === 0) return [...head, "لا دليل موزونًا ", ...against, "."];
      return [...head, "مما ", ...against, ": ", ...listed(items), "."];
    },
    without: (item, other) => ["من دون ", ...item, " يتقدّم الجواب ", ...other, "."],
    stake: ({ who, explanation, says, text }) => [
      "كلام ",
      who,
      " يسند ",
      ...explanation,
      "، مع مصلحة فيه بحسب ",
      says,
      ": ",
      text,
      ".",
    ],
    noJudgment: "لا حكم هنا، فلا دليل يخالفه.",
    noDenial: "لم يوجد نفي بين الأقوال.",
    denials: (who) => ["صدر نفي عن ", ...listed(who), "."],
  },

  assumed: {
    independent: "تُعدّ الأدلة مستقلة بعضها عن بعض في ظل كل تفسير؛ وتُحسب نسخ الأصل الواحد مرة واحدة.",
    equal: "تبدأ التفسيرات باحتمالات متساوية: هذا اختيار، وليس حكم أحد.",
    unpicked: "لم يختر أحد فئة مرجعية للصمت: تمتد النطاقات على الفئات كلها.",
    rulesOnly: "تُقرأ الأقوال بقواعد يفوتها بعضها وتخطئ في بعضها؛ ولا افتراض غير ذلك.",
    silence: ({ what, value, who }) => ["افتراض في شأن الصمت: ", what, ...value, ...stated(who), "."],
    hidden: (value, who) => [
      "افتراض في شأن ما يُخفى: نسبة ما تسكت عنه الجماعة عمدًا من هجماتها",
      ...value,
      ...(who === null ? [] : stated(who)),
      ".",
    ],
    delays: (laws) => [
      "يُفترض أن تأخّر ما يصدر من تبنٍّ يتبع ",
      ...listed(
        laws.map(({ law, name: called }) => [`${LAWS[law]} (`, ...called, ")"]),
        "or",
      ),
      ".",
    ],
    words: "الأجوبة المذكورة بالكلمات تُحسب نطاقات من الاحتمالات، وذلك اصطلاح.",
    wordsNote(list) {
      const said = list.map(({ word, from, to }) => `«${word}» ${from} إلى ${to} من 100`).join("؛ ");
      return `احتمال رؤية الدليل لو صح التفسير: ${said}.`;
    },
  },

  change: {
    since: (asOf) => `منذ موجز ${arabicInstant(asOf)}`,
    moved: ({ since, question, from, to }) => [
      since,
      "، وبناءً على أحكام ذلك الوقت وأحكام الآن، انتقل الجواب المتقدّم عن ",
      ...question,
      " من ",
      ...(from ?? ["غياب أي حكم"]),
      " إلى ",
      ...(to ?? ["غياب أي حكم"]),
      ".",
    ],
    end: (text, range) => [...text, " (", ...range, " من 100)"],
    unmoved: (since) => `${since} لم يتغير جواب متقدّم ولا نطاق جواب منها.`,
    cameIn: (docs) => `أضيف منذ ذلك الحين ما في ${docs}.`,
    judged: (what, more) => [
      "جرى الحكم من جديد منذ ذلك الحين في: ",
      ...listedBy(what, SEMICOLON),
      more === 0 ? null : more > 1 ? "؛ وفي غيرها مما يشبهها" : "؛ وفي واحد غيرها",
      ".",
    ],
    nextFact({ text, given: by, chance, seen, not, answer }) {
      const head = ["مما تلزم معرفته: ", ...text];
      if (seen === null && not === null)
        return [...head, ". من شأنه أن يحرّك الاحتمالات ويُبقي الجواب المتقدّم في مكانه."];
      const so = answer === null ? [". فإن صح ذلك"] : [". فإن كان الجواب ", ...quoted(answer)];
      const otherwise = answer === null ? [". فإن لم يصح"] : [". فإن كان الجواب غير ", ...quoted(answer)];
      const leads = (whom: Pieces) => [" تقدّم الجواب ", ...whom];
      return [
        ...head,
        ...(seen === null ? [] : [...so, ...leads(seen)]),
        ...(not === null ? [] : [...(seen === null ? otherwise : ["؛ وإلا"]), ...leads(not)]),
        "؛ و",
        ...by,
        "، احتمال ذلك ",
        chance,
        ".",
      ];
    },
    needs: (question, needs) => ["للحكم في ", ...question, ": ", ...needs, "."],
    missing: (list, more, reason) =>
      TOLD_BY_PROBLEMS.includes(reason)
        ? [`${REASONS[reason]}، والتفصيل بين مشكلات التقييم`]
        : [
            "ينقص ",
            name(together(list, "«", (rests) => joinedBy(rests, AND)).replaceAll("; ", "؛ ")),
            more ? "، وغير ذلك مما يشبهه" : "",
          ],
    names: (docs, kind, quote) => [`في ${docs} ${kind === "forecast" ? "توقّع" : "شرط"}: `, quote, "."],
    nothingStated: "يحتاج الحكم إلى سؤال، وتفسيرات له مع احتمالات بدايتها، ودليل يزنه شخص.",
    noOpenFact: "لم تُذكر واقعة مفتوحة يمكن لجوابها أن يحرّك الحكم.",
  },

  unseen: {
    cited: (list, more) => ["ذُكر ولم يُر: ", ...listed(list), more ? "، وغير ذلك في الحاشية." : "."],
    citedIn: (docs) => ` (في ${docs})`,
    alsoCited: (names) => `وذُكر أيضًا ولم يُر: ${names.join("؛ ")}.`,
    unstated: (fields) =>
      `لا وثيقة تذكر ${joinedBy(
        fields.map((f) => FIELDS[f]),
        OR,
      )}.`,
    elsewhere: "ربما صدر تبنٍّ حيث لم يبحث أحد.",
    none: "كل أصل تذكره الوثائق موجود بينها.",
  },

  made: {
    read: ({ documents, origins, span }) => [
      "بُني على قراءة ",
      ...documents,
      "؛ وهذا يستند إلى ",
      ...origins,
      ...(span === null ? [] : [" (", ...span, ")"]),
      ".",
    ],
    checked: (by) => (by === null ? ["لم يراجعه أحد بعد."] : ["جهة المراجعة: ", by, "."]),
    cut: (asOf, atSeq) => `يروي ما كان يمكن معرفته حتى ${asOf}${atSeq === null ? "" : `، مما سُجّل حتى الحدث ${atSeq}`}.`,
    dayless: "حكم الشخص لا يحمل يومًا خاصًا به ويسري على كل يوم.",
    accepted: "لا يُحسب فيه من الأقوال إلا ما قبله شخص.",
    proposed: "تُحسب فيه الأقوال التي وجدتها القواعد قبل أن يبتّ فيها شخص.",
    by: (version) => ["أُعدّ ببرنامج ", name("Silverblaze"), " ", version, "."],
    notLegal: "ليس هذا استنتاجًا قانونيًا، ولا مسوّغًا لاتخاذ إجراء ضد أي شخص.",
  },

  lint: {
    legal: /ليس هذا استنتاجًا قانونيًا/u,
    checked: /لم يراجعه أحد بعد|جهة المراجعة: /u,
    cannotTell: /لا يفرّق هذا بين/u,
    confidence: words("ثقة|ثقتنا|واثقون|واثق|واثقة"),
    factor:
      /[عم]امل بايز|نسبة الأرجحية|نسبة الترجيح|نسبة الإمكان|بعامل|(?:أضعاف|ضعف)[اًي]* (?:ال)?احتمال|مر(?:ة|ات) (?:أكثر|أقل) احتمال/u,
    condition: words("بناء(?:ً|ًا|ا)? على|إذا|إن|لو|في حال|افتراض|شرط|ما لم|عندما"),
    counted(said) {
      const at = said.indexOf("من كل 100 هجوم");
      return at >= 0 && said.includes("من تنفيذ", at);
    },
    ownRow: words(
      "شبه معدوم(?:ة)?|مستبعد(?:ة)?|متعادل(?:ة)? (?:ال)?احتمالين|متعادل(?:ة)? الاحتمال|مرجّ?ح(?:ة)?|شبه مؤكد(?:ة)?",
    ),
    // ICD 203's second row, and what the press says for both.
    otherRow: words(
      "بعيد(?:ة)? الاحتمال|ضئيل(?:ة)? الاحتمال|محتمل(?:ة)?|متكافئ(?:ة)? (?:ال)?فرص|أرجح|يُ?رجَّ?ح أن|يكاد يكون مؤكدًا|مؤكد(?:ة)? تقريبًا",
    ),
    comparing: /(?:أقل|أكثر) (?:ترجيحًا|احتمالًا|استبعادًا)/gu,
    notFigures: [
      new RegExp(`(?:\\d{1,2} )?(?:${ARABIC_MONTHS.join("|")}) \\d{1,4}(?:، \\d{2}:\\d{2} UTC)?`, "gu"),
      /(?:في|حتى) \d{4}(?!\d)/gu,
      /(?:ال)?(?:وثيقة|وثيقتين|وثائق|فقرة|حاشية|حدث) \d+(?:(?:،? و|، )\d+)*/gu,
      /من (?:كل )?100(?!\d)/gu,
    ],
    inMarks: /«[^«»]*»/gu,
  },
};

function ofOthers(not: Piece): Pieces {
  return ["؛ ومن كل 100 هجوم كهذا من تنفيذ جهة أخرى، ", not, "."];
}
