import { describe, expect, test } from "vitest";
import { findStatements } from "../../../../src/core/statements.entry.ts";

/** The statements of others in an Arabic text, each "cue | act | speaker | content". */
function read(text: string): string[] {
  return findStatements({ text, name: "t", language: "ar" }).statements.flatMap((s) => {
    if (s.cue === undefined) return [];
    const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    return [`${cut(s.cue.span)} | ${s.act} | ${s.speaker.label ?? s.speaker.is} | ${s.content.map(cut).join(" + ")}`];
  });
}

describe("[ST5] a verb without a subject goes on with the speaker that it agrees with", () => {
  test.each([
    [
      "the nearest feminine one",
      "قالت بلدية كالدر إن الجسر مغلق. وقال الحارس إن الباب كسر. وأضافت أن الإصلاح بدأ.",
      "وأضافت | says | بلدية كالدر | الإصلاح بدأ",
    ],
    [
      "the nearest masculine one",
      "قال الحارس إن الباب كسر. وقالت بلدية كالدر إن الجسر مغلق. وأوضح أن اللصوص فروا.",
      "وأوضح | says | الحارس | اللصوص فروا",
    ],
    [
      "several",
      "قال سكان الحي إنهم سمعوا دويا. وأضافوا أن النوافذ تحطمت.",
      "وأضافوا | says | سكان الحي | النوافذ تحطمت",
    ],
    [
      "two",
      "قال مسؤولان محليان إن الطريق مقطوع. وأكدا أن البديل آمن.",
      "وأكدا | confirms | مسؤولان محليان | البديل آمن",
    ],
    [
      "past the end of a paragraph",
      "قال وزير النقل في مارفيك إن السكة سليمة.\nوأشار إلى أن القطارات ستعود.",
      "وأشار | says | وزير النقل في مارفيك | القطارات ستعود",
    ],
    [
      "whoever issued the text",
      "نشرت جبهة العنبر بيانا قالت فيه إن المعبر مفتوح.",
      "قالت | says | جبهة العنبر | المعبر مفتوح",
    ],
    [
      "whoever acted in the sentence before",
      "وصل وزير النقل إلى الموقع ظهرا. وقال إن الأضرار طفيفة.",
      "وقال | says | وزير النقل | الأضرار طفيفة",
    ],
    [
      "whom the pronoun on a particle means",
      "نفى مدير الميناء وقوع انفجار، لكنه قال إن حريقا اندلع.",
      "قال | says | مدير الميناء | حريقا اندلع",
    ],
  ])("%s", (_, text, expected) => {
    expect(read(text)).toContain(expected);
  });
});

describe("[ST2] who speaks, where the subject is long or stands apart", () => {
  test.each([
    [
      "an office with its holder",
      "قال المتحدث باسم وزارة النقل، العقيد رائد كوشان، خلال مؤتمر صحفي عقده في كالدر، إن الخط مقطوع.",
      "قال | says | المتحدث باسم وزارة النقل، العقيد رائد كوشان | الخط مقطوع",
    ],
    ["a day between", "أعلن اليوم حاكم الإقليم أن المدارس مغلقة.", "أعلن | says | حاكم الإقليم | المدارس مغلقة"],
    [
      "to whom he spoke",
      "قال مدير المرفأ لـ«صدى الساحل»: «لن نغلق الأرصفة هذا الشتاء».",
      "قال | says | مدير المرفأ | لن نغلق الأرصفة هذا الشتاء",
    ],
    [
      "before the verb, with a helping verb",
      "غير أن إدارة السجن ما زالت تؤكد أن الباب لم يفتح.",
      "تؤكد | confirms | إدارة السجن | الباب لم يفتح",
    ],
    ["as a topic", "أما نقابة الصيادين فقالت إن البحر هادئ.", "فقالت | says | نقابة الصيادين | البحر هادئ"],
    ["behind «what»", "نددت البلدية بما وصفته بالإهمال المتعمد.", "وصفته | says | البلدية | بالإهمال المتعمد"],
    [
      "no feminine group behind a masculine verb",
      "قال حاكم الإقليم إن الوضع هادئ. وطالب الحكومة المركزية بإرسال الوقود.",
      "وطالب | demands | حاكم الإقليم | بإرسال الوقود",
    ],
    [
      "no accusative",
      "قالت إدارة المتحف إن اللوحة سرقت. واتهمت حارسا سابقا بالسرقة.",
      "واتهمت | accuses | إدارة المتحف | حارسا سابقا بالسرقة",
    ],
  ])("%s", (_, text, expected) => {
    expect(read(text)).toContain(expected);
  });
});

describe("[ST2] quotations", () => {
  test.each([
    [
      "before the verb",
      "«لم نر شيئا كهذا من قبل»، يقول صاحب المخبز.",
      "يقول | says | صاحب المخبز | لم نر شيئا كهذا من قبل",
    ],
    [
      "before «thus»",
      "«من المبكر الجزم بالأسباب»، هكذا علق مدير الميناء على الحريق.",
      "علق | says | مدير الميناء | من المبكر الجزم بالأسباب",
    ],
    [
      "behind two words of saying",
      "قال مدير الميناء إن الرصيف سليم. وتابع قائلا: «سنفتحه غدا».",
      "وتابع قائلا | says | مدير الميناء | سنفتحه غدا",
    ],
    [
      "of several sentences",
      "صرح مدير السد: «الماء يرتفع. والجدار متين. ولا خطر على أحد».",
      "صرح | says | مدير السد | الماء يرتفع. والجدار متين. ولا خطر على أحد",
    ],
    [
      "behind أن, and no more than it",
      "أكد الوالي أن «المخزون يكفي ستة أشهر كاملة»، قبل أن يغادر القاعة.",
      "أكد | confirms | الوالي | «المخزون يكفي ستة أشهر كاملة»",
    ],
    [
      "a name in quote marks is none",
      "عصابة «ريح التل» تزعم سرقة الخزنة.",
      "تزعم | alleges | عصابة «ريح التل» | سرقة الخزنة",
    ],
  ])("%s", (_, text, expected) => {
    expect(read(text)).toContain(expected);
  });
});

describe("[ST2] where what is said ends", () => {
  test.each([
    [
      "before a participle",
      "رفض المصرف هذا الرقم واصفا إياه بالخيالي.",
      ["رفض | denies | المصرف | هذا الرقم", "واصفا | says | المصرف | بالخيالي"],
    ],
    [
      "before another who says otherwise",
      "رجح المحققون أن يكون السبب تماسا، غير أن الشركة قالت إن الأسلاك جديدة.",
      ["رجح | assesses | المحققون | يكون السبب تماسا", "قالت | says | الشركة | الأسلاك جديدة"],
    ],
    [
      "before «and S says»",
      "سكان يتحدثون عن دوي والبلدية تنفي وقوع انفجار.",
      ["يتحدثون | says | سكان | دوي", "تنفي | denies | والبلدية | وقوع انفجار"],
    ],
    [
      "before what the outlet adds",
      "ذكر حارس المنارة أن الموج هدأ، وهو ما تنفيه الصور.",
      ["ذكر | reports | حارس المنارة | الموج هدأ"],
    ],
  ])("%s", (_, text, expected) => {
    expect(read(text)).toEqual(expect.arrayContaining(expected));
  });
});

describe("[ST2] other frames", () => {
  test.each([
    ["كما ذكر", "انهار السقف فجرا، كما ذكرت إذاعة كالدر.", "كما ذكرت | says | إذاعة كالدر | انهار السقف فجرا"],
    [
      "وفق ما أفاد به",
      "بلغ عدد الجرحى تسعة، وفق ما أفاد به الثلاثاء مدير المستشفى.",
      "وفق ما أفاد | says | مدير المستشفى | بلغ عدد الجرحى تسعة",
    ],
    ["fa after the source", "ووفقا للبلدية فقد عاد التيار.", "ووفقا | says | للبلدية | فقد عاد التيار"],
    ["a noun with its owner", "جاء القرار بعد إعلان مصدر محلي أن السد تصدع.", "إعلان | says | مصدر محلي | السد تصدع"],
    [
      "a charge",
      "وجه المدعي العام إلى ساعي البريد تهمة التزوير.",
      "وجه | accuses | المدعي العام | إلى ساعي البريد تهمة التزوير",
    ],
    ["an accusation without ب", "يتهم أهالي البلدة فصيل «ظل التل».", "يتهم | accuses | أهالي البلدة | فصيل «ظل التل»"],
    ["a judgment on the verb", "وتعده وزارة النقل تضليلا.", "وتعده | assesses | وزارة النقل | تضليلا"],
    ["what a text says", "جاء في تقرير اللجنة أن السور قديم.", "جاء في | says | تقرير اللجنة | السور قديم"],
    ["بالقول", "رد مدير المتحف بالقول إن اللوحة سليمة.", "رد | says | مدير المتحف | اللوحة سليمة"],
    ["a headline", "«صدى التل»: لا صلة لنا بالحريق", ": | says | «صدى التل» | لا صلة لنا بالحريق"],
    ["to whom, in a headline", "وزير النقل لـ«المرفأ»: السكة سليمة", ": | says | وزير النقل | السكة سليمة"],
    ["a participle with ب", "أدان المجلس الحريق، متهما الحراس بالإهمال.", "متهما | accuses | المجلس | الحراس بالإهمال"],
  ])("%s", (_, text, expected) => {
    expect(read(text)).toContain(expected);
  });
});

describe("[ST4] claims and silences", () => {
  test.each([
    [
      "past a day",
      "أعلن تنظيم «جند التل»، أمس الأحد، مسؤوليته عن تفجير الجسر.",
      "أعلن تنظيم «جند التل»، أمس الأحد، مسؤوليته | claims-responsibility | تنظيم «جند التل» | تفجير الجسر",
    ],
    [
      "of a group with a given name",
      "تبنى تنظيم يطلق على نفسه اسم «نسور التل» عملية الخطف عبر معرفاته.",
      "تبنى | claims-responsibility | تنظيم يطلق على نفسه اسم «نسور التل» | عملية الخطف",
    ],
    [
      "what its own fighters did",
      "قالت جبهة العنبر إن مقاتليها فجروا الجسر.",
      "قالت | claims-responsibility | جبهة العنبر | مقاتليها فجروا الجسر",
    ],
    ["nobody came forward", "ولم تخرج أي جهة لتقول إنها وراء ما جرى.", "ولم تخرج | no-claim | outlet | ما جرى"],
    ["no comment", "ولم يصدر عن شركة الكهرباء أي تعليق.", "ولم يصدر | says | شركة الكهرباء | أي تعليق"],
    ["not known", "ولم يعرف سبب الحريق بعد.", "ولم يعرف | says | outlet | سبب الحريق بعد"],
    ["not verified", "ولم يتسن التحقق من صحة الشريط.", "ولم يتسن | says | outlet | صحة الشريط"],
  ])("%s", (_, text, expected) => {
    expect(read(text)).toContain(expected);
  });

  test("what else is adopted is no claim", () => {
    expect(read("تبنى المجلس قرارا بشأن الهجوم.")).toEqual([]);
  });
});

test.each([
  ["what the law says", "وفقا للقانون، يغلق المعبر ليلا."],
  ["what something is held to be", "يعتبر هذا الحريق الأسوأ منذ سنوات."],
  ["why a speaker has no name", "وصل رجل، رفض ذكر اسمه، إلى المركز."],
  ["a name that something bears", "أوقف رجل يدعى «أبو التل» في السوق."],
  ["what a fact shows", "انطفأت الأنوار، وهو ما يؤكد العطل."],
])("[ST2] no statement: %s", (_, text) => {
  expect(read(text)).toEqual([]);
});
