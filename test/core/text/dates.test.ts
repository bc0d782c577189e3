import { describe, expect, test } from "vitest";
import { parseIso } from "../../../src/core/model/time.ts";
import { annotate } from "../../../src/core/text/annotate.ts";
import { parseWhen } from "../../../src/core/text/dates.ts";

// 5 March 2031 is a Wednesday.
const published = parseIso("2031-03-05")!;
function dates(text: string, day = published): string[] {
  const a = annotate({ id: "t", text, published: day });
  return a.dates.map((d) => `${text.slice(d.span.start, d.span.end)} = ${d.when.edtf}${d.relative ? " r" : ""}`);
}

describe("dates in English", () => {
  test.each([
    ["It happened on December 13th, 2030, at 6:10 pm.", ["December 13th, 2030 = 2030-12-13"]],
    ["It happened in May 2030.", ["May 2030 = 2030-05"]],
    ["In 2017 and 2018, two ports were hit.", ["2017 = 2017", "2018 = 2018"]],
    ["Since the 2019 attack the port is closed.", ["2019 = 2019"]],
    ["In 2014 troops entered; 2,000 people left.", ["2014 = 2014"]],
    ["In the 1990s, and in 2017-18.", ["1990s = 199X", "2017-18 = 2017/2018"]],
    ["This year it claimed nothing.", ["This year = 2031 r"]],
    ["Last week and last month.", ["Last week = 2031-02-24/2031-03-02 r", "last month = 2031-02 r"]],
    ["On Tuesday the ministry denied it.", ["Tuesday = 2031-03-04 r"]],
    ["The minister said on Friday that it will answer.", ["Friday = 2031-02-28 r"]],
    ["The minister will answer on Friday.", ["Friday = 2031-03-07 r"]],
    ["It was hit on Monday, March 3.", ["Monday, March 3 = 2031-03-03 r"]],
    ["It was hit in December.", ["December = 2030-12 r"]],
    [
      "Two days ago, three weeks ago, two months ago.",
      ["Two days ago = 2031-03-03 r", "three weeks ago = 2031-02-09/2031-02-15 r", "two months ago = 2031-01 r"],
    ],
    ["Over the past three days nothing came.", ["past three days = 2031-03-02/2031-03-05 r"]],
    [
      "From 3 to 5 March 2031, and between 3 and 5 May 2030.",
      ["3 to 5 March 2031 = 2031-03-03/2031-03-05", "3 and 5 May 2030 = 2030-05-03/2030-05-05"],
    ],
    ["On 03/04/2031 it struck.", ["03/04/2031 = [2031-03-04,2031-04-03]"]],
    ["On 23/04/2031 it struck.", ["23/04/2031 = 2031-04-23"]],
    ["For now, nothing; but this may be wrong, and he sat down. Two days later, within 24 hours, at 5 pm.", []],
    ["In today's world a march of 2000 people is small. Resolution 2254 costs $2019.", []],
  ])("[ST8] %s", (text, expected) => {
    expect(dates(text)).toEqual(expected);
  });
});

describe("dates in Arabic", () => {
  test.each([
    [
      "وقع الهجوم يوم السبت 14 كانون الأول/ديسمبر ٢٠٣٠ قرب الميناء.",
      ["يوم السبت 14 كانون الأول/ديسمبر ٢٠٣٠ = 2030-12-14"],
    ],
    ["وقع في 3 آذار (مارس) 2031.", ["3 آذار (مارس) 2031 = 2031-03-03"]],
    ["وقع في كانون الثاني الماضي، وفي ديسمبر.", ["كانون الثاني الماضي = 2031-01 r", "ديسمبر = 2030-12 r"]],
    ["مارس الوزير الضغط.", []],
    ["في عام 2017 و2018 لم يعلن شيئا.", ["عام 2017 = 2017", "2018 = 2018"]],
    ["في الثالث عشر من ديسمبر قتل حارس.", ["في الثالث عشر من ديسمبر = 2030-12-13 r"]],
    ["قال الوزير أمس الثلاثاء إن التحقيق مستمر.", ["أمس الثلاثاء = 2031-03-04 r"]],
    ["وقع الهجوم الجمعة الماضي.", ["الجمعة الماضي = 2031-02-28 r"]],
    ["قبل ثلاثة أيام وقبل أسبوعين.", ["قبل ثلاثة أيام = 2031-03-02 r", "قبل أسبوعين = 2031-02-16/2031-02-22 r"]],
    ["منذ سنوات وفي اليوم التالي.", []],
    ["خلال الأسبوع الماضي والعام الجاري.", ["الأسبوع الماضي = 2031-02-24/2031-03-02 r", "العام الجاري = 2031 r"]],
  ])("[ST8] %s", (text, expected) => {
    expect(dates(text)).toEqual(expected);
  });
});

describe("dates and publication", () => {
  test("[ST8] without a day of publication a relative date is left out, an absolute one stays", () => {
    const text = "On Tuesday, and on 3 March 2031, it struck.";
    const dated = (p?: string) =>
      annotate({ id: "t", text, ...(p === undefined ? {} : { published: parseIso(p)! }) }).dates.map(
        (d) => d.when.edtf,
      );
    expect(dated()).toEqual(["2031-03-03"]);
    expect(dated("2031")).toEqual(["2031-03-03"]);
    expect(dated("2031-03-05T23:30:00Z")).toEqual(["2031-03-04", "2031-03-03"]);
  });

  test("[ST8] a day and month belong to the nearest year that had them", () => {
    expect(dates("It happened on 31 December.", parseIso("2031-01-02")!)).toEqual(["31 December = 2030-12-31 r"]);
  });
});

describe("EDTF", () => {
  test.each([
    ["2031-03-03", "2031-03-03T00:00:00.000Z", "2031-03-04T00:00:00.000Z"],
    ["2031-03~", "2031-03-01T00:00:00.000Z", "2031-04-01T00:00:00.000Z"],
    ["203X", "2030-01-01T00:00:00.000Z", "2040-01-01T00:00:00.000Z"],
    ["2031-03-03/..", "2031-03-03T00:00:00.000Z", null],
    ["../2031", null, "2032-01-01T00:00:00.000Z"],
    ["[2031-03-04,2031-04-03]", "2031-03-04T00:00:00.000Z", "2031-04-04T00:00:00.000Z"],
    ["2031-21", "2031-01-01T00:00:00.000Z", "2032-03-01T00:00:00.000Z"],
  ])("%s spans its instants and keeps its string", (text, from, to) => {
    expect(parseWhen(text)).toEqual({ edtf: text, from, to });
  });

  test.each(["", "soon", "2031-13", "2031-02-30", "2031/2030", "Y17000", "-0044", "9999"])(
    "%j is no time we can hold",
    (text) => {
      expect(parseWhen(text)).toBeNull();
    },
  );
});
