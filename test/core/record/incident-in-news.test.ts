import { describe, expect, test } from "vitest";
import { assessTexts } from "../../../src/core/index.entry.ts";
import type { AssessedIncident, FactValue, IncidentField } from "../../../src/core/model/assessment.ts";

const PUBLISHED = "2031-03-05"; // a Wednesday
const assessed = (text: string, language: "en" | "ar" = "en") =>
  assessTexts([{ text, name: "report", publishedAt: PUBLISHED, publisher: "Tarn Courier", language }], {
    asOf: "2031-03-20",
  });

function values(incident: AssessedIncident | undefined, field: IncidentField): readonly FactValue[] {
  const value = incident?.facts.find((f) => f.field === field)?.value;
  if (value === undefined || value.is === "unstated") return [];
  return value.is === "stated" ? [value.value] : value.versions.map((v) => v.value);
}
const days = (incident: AssessedIncident | undefined) => values(incident, "date").map((v) => v.when?.edtf);

describe("the day of an attack is not the day on which it is told of [ST8]", () => {
  test.each([
    ["Gunmen attacked a customs post near Tarn on Monday, officials said Tuesday."],
    ["Officials on Tuesday said gunmen attacked a customs post near Tarn on Monday."],
    ["A spokesman told reporters in Tarn on Tuesday that gunmen had attacked a customs post on Monday."],
    ["Police arrested two men on Tuesday. Gunmen had attacked a customs post near Tarn on Monday."],
  ])("%s", (text) => {
    const { incidents } = assessed(text);
    expect(incidents.map((i) => days(i))).toEqual([["2031-03-03"]]);
  });

  test.each([
    ["قالت الشرطة اليوم الأربعاء إن مسلحين هاجموا مركزا للجمارك في سلهب أمس الثلاثاء."],
    ["هاجم مسلحون مركزا للجمارك في سلهب أمس الثلاثاء. وأدانت الحكومة اليوم الهجوم."],
  ])("%s", (text) => {
    const { incidents } = assessed(text, "ar");
    expect(incidents.map((i) => days(i))).toEqual([["2031-03-04"]]);
  });
});

describe("what a report tells of first is its incident [ST8]", () => {
  test("a day of another month, far from the lead, does not date it", () => {
    const { incidents } = assessed(
      "Gunmen attacked a customs post near Tarn, officials said Tuesday. Three guards were killed.\n\nThe post is small.\n\nNobody was arrested.\n\nThe deadliest attack was on 4 January, when 20 people were killed after a bomber struck a market in Peshawar.",
    );
    expect(incidents.map((i) => [i.main, values(i, "killed").map((v) => v.text)])).toEqual([
      [true, ["Three guards"]],
      [false, ["20 people"]],
    ]);
  });

  test.each([
    ["The country has been hit by a wave of attacks in recent weeks that have killed at least 130 people.", "en"],
    ["وتشهد البلاد هجمات منذ عام 2025 أودت بحياة أكثر من 1500 شخص.", "ar"],
  ] as const)("a sum of many attacks is neither its toll nor an incident: %s", (more, language) => {
    const lead =
      language === "en"
        ? "Gunmen attacked a customs post near Tarn on Monday."
        : "هاجم مسلحون مركزا للجمارك في سلهب أمس الثلاثاء.";
    const { incidents } = assessed(`${lead}\n\n${lead}\n\n${more}`, language);
    expect([incidents.length, values(incidents[0], "killed")]).toEqual([1, []]);
  });
});

describe("counts of victims [ST8]", () => {
  test.each([
    ["The attack on a customs post in Tarn, one of the deadliest in years, killed 23 officers.", [23]],
    ["A raid on a customs post in Tarn killed 3 people. Two of the dead were officers.", [3]],
    ["A blast that killed ten people at a market in Tarn was probably caused by a gas leak.", [10]],
  ])("%s", (text, expected) => {
    const { counts } = assessed(text);
    expect(counts).toEqual([]);
    const [main] = assessed(text).incidents;
    expect(values(main, "killed").map((v) => Number(/\d+/.exec(v.text.replace("ten", "10"))?.[0]))).toEqual(expected);
  });

  test("قتل 63 شخصا وأصاب 182: the killed and the wounded of one attack", () => {
    const [main] = assessed(
      "قالت الشرطة إن انتحاريا قتل 63 شخصا وأصاب 182 في هجوم على قاعة زفاف في سلهب.",
      "ar",
    ).incidents;
    expect([values(main, "killed"), values(main, "wounded")].map((v) => v.map((x) => x.text))).toEqual([
      ["63 شخصا"],
      ["182"],
    ]);
  });

  test("مدنيين is a plural, not two civilians", () => {
    const [main] = assessed("هاجم مسلحون سوقا في سلهب أمس الثلاثاء وأسفر الهجوم عن مقتل مدنيين.", "ar").incidents;
    expect(values(main, "killed")).toEqual([]);
  });
});

describe("the state of an investigation", () => {
  test.each([
    ["Authorities have not opened an inquiry into the attack.", "en", "not-opened"],
    ["Neither the ministry nor the owner has ordered an inquiry.", "en", "not-opened"],
    ["The ministry declined to open an investigation.", "en", "not-opened"],
    ["Police have opened an investigation.", "en", "open"],
    ["Why then has no inquiry been ordered?", "en", "not-opened"],
    ["A criminal case has been opened.", "en", "open"],
    ["The public prosecutor closed his case in January for want of suspects.", "en", "closed"],
    ["Ada Brill, who leads the inquiry, spoke of sabotage.", "en", "open"],
    ["Prosecutors have dropped the case.", "en", "closed"],
    ["واستجوبت النيابة ثلاثة عمال ثم حفظت الدعوى ضد مجهول.", "ar", "closed"],
    ["ولم تفتح الشرطة أي تحقيق في الهجوم.", "ar", "not-opened"],
    ["ولا تزال الشرطة تحقق في الهجوم.", "ar", "open"],
  ] as const)("%s", (more, language, state) => {
    const lead =
      language === "en"
        ? "Gunmen attacked a customs post near Tarn on Monday."
        : "هاجم مسلحون مركزا للجمارك في سلهب أمس الثلاثاء.";
    const [main] = assessed(`${lead} ${more}`, language).incidents;
    expect(values(main, "investigation").map((v) => v.investigation?.status)).toEqual([state]);
  });

  test("its beginning is the day beside its words, not the year of what is investigated", () => {
    const since = (more: string) =>
      values(assessed(`Gunmen attacked a customs post near Tarn on Monday. ${more}`).incidents[0], "investigation").map(
        (v) => v.investigation?.since?.edtf ?? null,
      );
    expect(since("The prosecutor opened an inquiry on Tuesday.")).toEqual(["2031-03-04"]);
    expect(since("On Tuesday the prosecutor opened an inquiry.")).toEqual(["2031-03-04"]);
    expect(since("The prosecutor opened an inquiry into the killing of a guard in 2029.")).toEqual([null]);
  });

  test("who says that none was opened has opened none", () => {
    const [main] = assessed(
      "Gunmen attacked a customs post near Tarn on Monday. The harbour police said no investigation had been launched.",
    ).incidents;
    expect(values(main, "investigation").map((v) => v.investigation?.by)).toEqual(["The harbour police"]);
  });

  test("what somebody asks for is no state of it", () => {
    const [main] = assessed(
      "Gunmen attacked a customs post near Tarn on Monday. The opposition demanded that the police open an investigation.",
    ).incidents;
    expect(values(main, "investigation")).toEqual([]);
  });
});

const place = (text: string, language: "en" | "ar" = "en") =>
  values(assessed(text, language).incidents[0], "place")[0]?.text;

describe("where it happened [ST7]", () => {
  test.each([
    ["KABUL, March 4 (Tarn Wire) - Gunmen attacked a customs post on Tuesday.", "Kabul (AF)"],
    ["KABUL (Tarn Wire) - Gunmen attacked a customs post near the village of Orla on Tuesday.", "Orla"],
    ["MARENPORT, March 4 (Tarn Wire) - Gunmen attacked a customs post on Tuesday.", "MARENPORT"],
    ["Gunmen attacked a customs post in the village of Orla in Helmand province on Tuesday.", "Orla (AF)"],
    ["Gunmen attacked a customs post in Orla, a town south of Kabul, on Tuesday.", "Orla (AF)"],
    ["Gunmen attacked a customs post of the Ninth Shore Movement in Orla on Tuesday.", "Orla"],
  ])("%s", (text, expected) => {
    expect(place(text)).toBe(expected);
  });

  test("a name inside a longer name is no place: a ship, a saint's town", () => {
    expect(
      place("Gunmen attacked a customs post on Tuesday. The frigate INS Mysore gave chase after the attack."),
    ).toBe(undefined);
  });

  test.each([
    ["بغداد - هاجم مسلحون مركزا للجمارك في قرية أورلا أمس.", "أورلا"],
    ["انفجرت عبوة ناسفة في ساحة الفنار بمدينة بغداد أمس.", "الفنار (IQ)"],
  ])("%s", (text, expected) => {
    expect(place(text, "ar")).toBe(expected);
  });
});

describe("harm at the head of a report that tells of an attack [ST8]", () => {
  test("dates and places it", () => {
    const [main] = assessed("A fire destroyed a grain silo in Orla on Monday. The mayor spoke of sabotage.").incidents;
    expect([days(main), values(main, "place").map((v) => v.text)]).toEqual([["2031-03-03"], ["Orla"]]);
  });

  test("without a word of an attack in the report it is none", () => {
    expect(assessed("A fire destroyed a grain silo in Orla on Monday. The mayor thanked the crews.").incidents).toEqual(
      [],
    );
  });
});

describe("other incidents [PR2]", () => {
  test.each([
    ["Separately, a bomb killed two policemen at a checkpoint in Senna.", "en"],
    ["Also on Monday, three soldiers were killed when gunmen ambushed a patrol in Senna.", "en"],
    ["Hours earlier, a bomb had exploded at a market in Senna.", "en"],
    ["وفي هجوم آخر، قتل شرطيان في كمين قرب سينا.", "ar"],
  ] as const)("told apart in words: %s", (more, language) => {
    const lead =
      language === "en"
        ? "Gunmen attacked a customs post in Orla on Monday."
        : "هاجم مسلحون مركزا للجمارك في أورلا أمس الثلاثاء.";
    expect(assessed(`${lead} ${more}`, language).incidents.map((i) => i.main)).toEqual([true, false]);
  });

  test("the day of an arrest after an attack dates no attack", () => {
    const { incidents } = assessed(
      "Two men were still at large on Tuesday, after an attack on a prison in Orla left a guard dead. Gunmen fired on the prison on Monday.",
    );
    expect(incidents.map((i) => days(i))).toEqual([["2031-03-03"]]);
  });
});

describe("what was attacked and with what [ST8]", () => {
  const fact = (field: IncidentField, text: string, language: "en" | "ar" = "en") =>
    values(assessed(text, language).incidents[0], field)[0]?.text;

  test.each([
    ["An explosion tore open the Halden gas pipeline near Orla on Monday.", "the Halden gas pipeline"],
    ["Gunmen attacked Kabul on Monday. They opened fire on the mayor's office, police said.", "the mayor's office"],
    ["Gunmen fired on the facility on Monday. The attack on a prison in Orla left one guard dead.", "a prison"],
  ])("%s", (text, expected) => {
    expect(fact("target", text)).toBe(expected);
  });

  test("صدم رجل بشاحنته واجهة مكتبة: what was rammed", () => {
    expect(
      fact("target", "صدم رجل بشاحنته واجهة مكتبة في سلهب أمس الثلاثاء، فقتل حارسا في هجوم هو الأول.", "ar"),
    ).toContain("مكتبة");
  });

  test.each([
    ["Two home-made devices exploded in a market in Orla on Monday.", "en", "home-made devices"],
    ["أطلق مسلح النار من مسدسه على حارس في سلهب أمس.", "ar", "مسدسه"],
  ] as const)("%s", (text, language, expected) => {
    expect(fact("weapon", text, language)).toContain(expected);
  });

  test("the day of a charge is not the day of the attack", () => {
    const { incidents } = assessed(
      "Prosecutors charged a retired cook and his nephew on Tuesday with setting fire to a depot in Orla on 9 February.",
    );
    expect(incidents.map((i) => days(i))).toEqual([["2031-02-09"]]);
  });
});

test.each([
  [
    "Hackers encrypted the servers of the Orla port authority on Monday. The Vellum ransomware crew named it on its leak site.",
    "en",
  ],
  ["اخترق قراصنة خوادم بلدية سلهب أمس الثلاثاء، واستخدموا برنامج فدية.", "ar"],
] as const)("an intrusion that hit nobody leaves no number of killed or wounded unstated: %s", (text, language) => {
  const [main] = assessed(text, language).incidents;
  expect(main?.facts.map((f) => f.field).filter((f) => f === "killed" || f === "wounded")).toEqual([]);
});

test.each([
  [
    "Gunmen attacked a customs post in Orla on Monday. Police said they had foiled a second attack on a bank in Senna.",
    "en",
  ],
  ["هاجم مسلحون مركزا للجمارك في أورلا أمس الثلاثاء. وقالت الشرطة إنها أحبطت هجوما ثانيا على مصرف في سينا.", "ar"],
] as const)("a foiled attack is an incident of its own: %s", (text, language) => {
  expect(assessed(text, language).incidents.map((i) => i.main)).toEqual([true, false]);
});
