import { describe, expect, test } from "vitest";
import { byRule } from "../../../src/core/text/arabic.ts";

const split = (text: string) => byRule.tag(text, { start: 0, end: text.length }).map((s) => text.slice(s.start, s.end));

describe("Arabic sentences", () => {
  test.each([
    "قال المتحدث إن التحقيق مستمر. لم تتبن أي جهة الهجوم.",
    "من أطلق النار؟ لا أحد يعرف! التحقيق مستمر.",
    "قتل 3.5 في المئة من الحراس. جرح آخرون.",
    "قال الوزير: «لم نطلق النار.» ثم غادر.",
  ])("[ST1] our rule splits as Intl.Segmenter does: %s", (text) => {
    const theirs = [...new Intl.Segmenter("ar", { granularity: "sentence" }).segment(text)].map((s) =>
      s.segment.trim(),
    );
    expect(split(text)).toEqual(theirs);
  });

  test("[ST1] three points end a sentence, unlike Intl.Segmenter's, since headlines part so", () => {
    expect(split("الوزارة تنفي… والأهالي يتهمون")).toEqual(["الوزارة تنفي…", "والأهالي يتهمون"]);
  });

  test("[ST1] an abbreviation, a number and a quotation that goes on end no sentence", () => {
    expect(split("وصل د. سمير في 13.5.2031 إلى الميناء. ثم غادر.")).toEqual([
      "وصل د. سمير في 13.5.2031 إلى الميناء.",
      "ثم غادر.",
    ]);
    expect(split('قال "نعم." ومضى؟!')).toEqual(['قال "نعم."', "ومضى؟!"]);
  });
});
