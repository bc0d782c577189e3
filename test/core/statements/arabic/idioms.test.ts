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

describe("[ST2] who speaks", () => {
  test.each([
    ["behind to whom he spoke", "وقال لوكالة كالدر مهندس إن السد سليم.", "وقال | says | مهندس | السد سليم"],
    [
      "behind a preposition with the outlet",
      "وأكدت لصحيفتنا باحثة في فلمورا أن العينة قديمة.",
      "وأكدت | confirms | باحثة في فلمورا | العينة قديمة",
    ],
    ["pointed at", "وصلت رسالة يتبرأ فيها هذا التنظيم من الحريق.", "يتبرأ | denies | هذا التنظيم | الحريق"],
    [
      "in front of سبق أن",
      "قالت شركة الملح إن الرصيف سليم. لكن النقابة سبق أن حذرت من انهياره.",
      "حذرت | warns | النقابة | انهياره",
    ],
    [
      "with a name behind the office",
      "أنكر مفاوض الجبهة سامي المرجي التهمة.",
      "أنكر | denies | مفاوض الجبهة سامي المرجي | التهمة",
    ],
    ["whose country it is", "تقول بلاده إن المعبر مغلق.", "تقول | says | بلاده | المعبر مغلق"],
  ])("%s", (_, text, expected) => {
    expect(read(text)).toContain(expected);
  });

  test("asks for nothing by wanting its names unnamed", () => {
    const found = read("تحدثت مصادر في الميناء، اشترطت ألا تذكر أسماؤها، عن حاويات فارغة.");
    expect(found.filter((line) => line.includes("demands"))).toEqual([]);
  });
});

describe("[ST2] idioms of blame", () => {
  test.each([
    [
      "the ball in somebody's court",
      "ورمت النقابة الكرة في ملعب وزارة النقل.",
      "ورمت | blames | النقابة | وزارة النقل",
    ],
    ["a burden laid on somebody", "حمّلت البلدية الشركة تبعات الفيضان.", "حمّلت | blames | البلدية | تبعات الفيضان"],
  ])("%s", (_, text, expected) => {
    expect(read(text)).toContain(expected);
  });
});

describe("[ST2] words that report", () => {
  test.each([
    ["همس", "يهمس حرس الميناء بأن الباب كان مفتوحا.", "يهمس | says | حرس الميناء | الباب كان مفتوحا"],
    ["مال إلى أن", "يميل المحققون إلى أن التماس سبب الحريق.", "يميل | assesses | المحققون | التماس سبب الحريق"],
    [
      "مستدلا بأن",
      "قال مدير المتحف إن اللصوص محترفون، مستدلا بأن القفل سليم.",
      "مستدلا | assesses | مدير المتحف | القفل سليم",
    ],
    ["تداول ورقة", "تداول ناشطون ورقة عليها ختم البلدية.", "تداول | reports | ناشطون | ورقة عليها ختم البلدية"],
  ])("%s", (_, text, expected) => {
    expect(read(text)).toContain(expected);
  });
});

describe("[ST4] what a group says that it did", () => {
  test("is a claim too where the outlet keeps its distance, and of some of its members", () => {
    expect(read("زعمت جماعة العنبر أن ثلاثة من عناصرها زرعوا العبوة في القبو.")).toContain(
      "زعمت | claims-responsibility | جماعة العنبر | ثلاثة من عناصرها زرعوا العبوة في القبو",
    );
  });
});

describe("[ST4] a claim of responsibility without the word for it", () => {
  test.each([
    [
      "by what a group lays on itself",
      "نسبت جماعة العنبر إلى نفسها حريق المستودع.",
      "نسبت | claims-responsibility | جماعة العنبر | حريق المستودع",
    ],
    [
      "also where the deed stands first",
      "نسب حساب مجهول الهجوم إلى نفسه.",
      "نسب | claims-responsibility | حساب مجهول | الهجوم إلى نفسه",
    ],
    [
      "by a list of victims",
      "أضافت عصابة القفل اسم البلدية إلى قائمة ضحاياها.",
      "أضافت | claims-responsibility | عصابة القفل | اسم البلدية إلى قائمة ضحاياها",
    ],
  ])("%s", (_, text, expected) => {
    expect(read(text)).toContain(expected);
  });

  test("is missed with a group that was called one before, by its name alone", () => {
    const text = "يتدرب هناك شبان من حركة «فجر الوادي».\nولم يصدر عن «فجر الوادي» أي بيان.";
    expect(read(text)).toContain("ولم يصدر | no-claim | outlet | ");
  });
});

describe("[ST2] what is said by other means", () => {
  test.each([
    ["coming to say", "خرجت بلدية كالدر عن صمتها لتقول إن الجسر سليم.", "لتقول | says | بلدية كالدر | الجسر سليم"],
    ["seeing in it", "وصل الوزير إلى الميناء ورأى فيه خطرا على الحي.", "ورأى | assesses | الوزير | خطرا على الحي"],
    [
      "without ruling out",
      "قال مدير السد إن الشق قديم، من دون أن يستبعد ضلوع لصوص.",
      "أن يستبعد | doubts | مدير السد | ضلوع لصوص",
    ],
    [
      "pointing fingers",
      "قالت الشرطة إن أصابع الاتهام تتجه إلى لصوص النحاس.",
      "قالت | accuses | الشرطة | أصابع الاتهام تتجه إلى لصوص النحاس",
    ],
    ["not commenting on it", "قال الموقع إن السد مهدد، وهو ما لم تعلق عليه الوزارة.", "لم تعلق | says | الوزارة | "],
    [
      "explaining its own delay",
      "قالت الشركة إن الجسر سليم. وعزت تأخرها إلى الأمطار.",
      "وعزت | says | الشركة | تأخرها إلى الأمطار",
    ],
    [
      "by nobody, where a sign makes it passive",
      "قالت الشرطة إن الباب كسر. ويُتهم الحارس بالسرقة.",
      "ويُتهم | accuses | unstated | الحارس بالسرقة",
    ],
  ])("%s", (_, text, expected) => {
    expect(read(text)).toContain(expected);
  });

  test.each([
    ["a name that is spelt as we insist", "وعلق الناطق، نصر المرجي، على الخبر."],
    ["what the outlet thinks", "أما نحن فنعتقد أن السد سينهار."],
    ["what the outlet recalls", "ويُذكر أن السد بني قبل عام."],
    ["a seal on a paper", "وصلت ورقة تحمل ختم «بلدية كالدر» القديم."],
  ])("not %s", (_, text) => {
    expect(read(text).filter((line) => !line.startsWith("وعلق"))).toEqual([]);
  });
});

describe("[ST4] claims that are missed", () => {
  test.each([
    ["in two words", "قتل حارسان في الميناء، ولا بيان ولا تبن.", "ولا بيان ولا تبن | no-claim | outlet | "],
    ["of a group that kept silent", "لكن كتيبة العنبر صمتت بعد الحريق.", "صمتت | no-claim | outlet | "],
  ])("%s", (_, text, expected) => {
    expect(read(text)).toContain(expected);
  });
});

describe("[ST2] أعاد إلى الأذهان", () => {
  test("recalls, and ends what was denied before", () => {
    const found = read("نفى مدير الميناء التهمة، وأعاد إلى الأذهان أن السياج قديم.");
    expect(found).toContain("نفى | denies | مدير الميناء | التهمة");
    expect(found).toContain("وأعاد | says | مدير الميناء | السياج قديم");
  });

  test("says nothing where something is given back", () => {
    expect(read("أعاد الحارس المفتاح قبل أن يغادر.")).toEqual([]);
  });
});
