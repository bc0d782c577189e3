import { describe, expect, test } from "vitest";
import { assessTexts } from "../../../src/core/index.entry.ts";
import type { Assessment } from "../../../src/core/model/assessment.ts";

const LEAD =
  "Two guards were killed on 3 March 2031 when gunmen opened fire on a harbour post near Port Maren, the police said.";
const of = (text: string, published = "2031-03-07"): Assessment =>
  assessTexts([{ text: `${LEAD}\n\n${text}\n`, name: "report", publishedAt: published }], { asOf: "2031-03-10" });
const related = (text: string) =>
  of(text)
    .relations.filter((r) => !LEAD.includes(r.quote.quote))
    .map((r) => [r.from.name, r.is, r.to.name, r.polarity]);

describe("what actors have to do with each other [ST7]", () => {
  test.each([
    ["The rivalry between the Taliban and Hezbollah is old.", "rivalry"],
    ["The Taliban cooperates with Hezbollah.", "cooperates"],
    ["The Taliban views Hezbollah as traitors.", "views-as"],
    ["The Taliban warned Hezbollah twice.", "warned"],
    ["The Taliban split from Hezbollah.", "shares-origins"],
    ["The Taliban attacked Hezbollah last month.", "attacks"],
    ["The Taliban accused Hezbollah of theft.", "accuses"],
    ["تعتبر طالبان حزب الله جماعة خائنة.", "views-as"],
    ["تتعاون طالبان مع حزب الله.", "cooperates"],
  ])("%s", (text, is) => {
    expect(related(text)).toContainEqual(["Taliban", is, "Hezbollah", "positive"]);
  });

  test("a passive turns the two round, and a negation is kept", () => {
    expect(related("The Taliban is backed by Hezbollah.")).toContainEqual([
      "Hezbollah",
      "supports",
      "Taliban",
      "positive",
    ]);
    expect(related("The Taliban has never cooperated with Hezbollah.")[0]?.[3]).toBe("negative");
  });

  test.each([
    ["Masked men opened fire at a customs shed.", ["Masked men", "attacks", "a customs shed"]],
    ["A patrol boat was attacked by pirates.", ["pirates", "attacks", "A patrol boat"]],
    ["The raid was carried out by Hezbollah.", ["Hezbollah", "attacks", "raid"]],
    ["The driver had pledged allegiance to Hezbollah.", ["The driver", "member-of", "Hezbollah"]],
    ["Osk Varnel, the leader of Hezbollah, is in hiding.", ["Osk Varnel", "leads", "Hezbollah"]],
    ["Grey Lantern Brigade leader Osk Varnel is in hiding.", ["Osk Varnel", "leads", "Grey Lantern Brigade"]],
    ["The minister accused a neighbouring state of theft.", ["The minister", "accuses", "a neighbouring state"]],
    ["Lawmakers questioned the ministry's account.", ["Lawmakers", "doubts", "the ministry's account"]],
    ["هاجم مسلحون ملثمون مخفرا للجمارك.", ["مسلحون", "attacks", "مخفرا للجمارك"]],
    ["أطلق مجهولون النار على سيارة القاضي.", ["مجهولون", "attacks", "سيارة القاضي"]],
    ['نفذ "لواء الفنار" الهجوم.', ["لواء الفنار", "attacks", "هجوم"]],
    ['ينتمي المنفذ إلى "لواء الفنار".', ["منفذ", "member-of", "لواء الفنار"]],
    [
      "A member of the harbour guard shot dead two sailors.",
      ["A member of the harbour guard", "attacks", "two sailors"],
    ],
    ["شكك محامون في رواية الشرطة.", ["محامون", "doubts", "رواية الشرطة"]],
  ])("whoever is only described is a party too: %s", (text, [from, is, to]) => {
    expect(related(text)).toContainEqual([from, is, to, "positive"]);
  });

  test("an explosion that kills is nobody's attack, and who reports an attack did not make it", () => {
    expect(related("The explosion killed three sailors.")).toEqual([]);
    expect(related("The police said an explosion had killed three sailors.")).toEqual([]);
    expect(related("حملت السفينة ثلاثين راكبا.")).toEqual([]);
  });

  test.each([
    ["Despite shared origins, the Taliban views Hezbollah as traitors.", ["Taliban", "shares-origins", "Hezbollah"]],
    ["The driver was a member of Hezbollah's own border guards.", ["The driver", "member-of", "border guards"]],
    ["The Taliban spoke of attacks by deserters on the army.", ["deserters", "attacks", "attacks by"]],
  ])("the words between tell which of two names is meant: %s", (text, [from, is, to]) => {
    expect(related(text)).toContainEqual([from, is, to, "positive"]);
  });

  test("doubt as a noun relates nobody", () => {
    expect(related("The Taliban gains while doubts about Hezbollah grow.")).toEqual([]);
  });

  test("what is denied or doubted is a thing where it is nobody", () => {
    const [relation] = of("The mayor doubted that the guards had been warned.").relations.filter(
      (r) => r.is === "doubts",
    );
    expect([relation?.to.thing, relation?.to.quote.quote]).toEqual([true, "that the guards had been warned"]);
  });

  test("names in two clauses are not related by a word of one of them", () => {
    expect(related("The Taliban met; Hezbollah attacked a bridge.")).toEqual([
      ["Hezbollah", "attacks", "a bridge", "positive"],
    ]);
  });

  test("every quote of a relation is the text's own words, and its count is a figure", () => {
    const { relations, figures } = of("The Taliban attacked Hezbollah. The Taliban attacked Hezbollah again.");
    const relation = relations.find((r) => r.cue.quote === "attacked");
    expect(relation?.to.name).toBe("Hezbollah");
    expect(figures.find((f) => f.id === relation?.passages)?.value).toBe(2);
  });
});

describe("explanations named in the texts [XP1]", () => {
  const named = (text: string) =>
    of(text).explanationsNamed.map((e) => [e.kind, e.actor, e.passages.map((p) => p.how)]);

  test.each([
    ["The fire could turn out to be the deed of a lone actor.", "lone-actor", "names"],
    ["A ballistic report points to an insider.", "insider", "supports"],
    ["The police ruled out an accident.", "accident", "weakens"],
    ["The police have not ruled out an accident.", "accident", "names"],
    ["واستبعدت الشرطة فرضية العطل الفني.", "accident", "weakens"],
    ["ولا تستبعد الشرطة فرضية العطل الفني.", "accident", "names"],
  ])("%s", (text, kind, how) => {
    expect(named(text)).toContainEqual([kind, null, [how]]);
  });

  test("a kind's word without words for what it was names nothing", () => {
    expect(named("An accident closed the harbour road for an hour.")).toEqual([]);
  });

  test("who is blamed is an explanation, and his denial weakens it", () => {
    expect(
      named("The defence ministry blamed the Taliban for the attack. The Taliban denied responsibility."),
    ).toContainEqual(["actor", "taliban", ["names", "weakens"]]);
  });
});

describe("the investigation, as the texts give it [ST10]", () => {
  const state = (text: string) => {
    const value = of(text).incidents[0]?.facts.find((f) => f.field === "investigation")?.value;
    return value?.is === "stated" ? value.value.investigation : value?.is;
  };

  test("open, by whom and since when", () => {
    const found = state("Prosecutors opened an investigation on 4 March 2031.");
    expect(found).toMatchObject({ status: "open", by: "Prosecutors", since: { edtf: "2031-03-04" } });
  });

  test.each([
    ["The coast guard closed its investigation.", "closed", "The coast guard"],
    ["An inquiry is under way.", "open", null],
    ["Detectives are examining the wreckage.", "open", "Detectives"],
    ["وشُكلت لجنة للتحقيق في الحادث.", "open", "لجنة"],
    ["وفتحت النيابة العامة تحقيقا في الحادث.", "open", "النيابة العامة"],
    ["وأغلقت الشرطة التحقيق.", "closed", "الشرطة"],
  ])("%s", (text, status, by) => {
    expect(state(text)).toMatchObject({ status, by, since: null });
  });

  test("one that is only asked for is none", () => {
    expect(state("The union called for an investigation to be opened.")).toBe("unstated");
  });

  test("two states stand side by side", () => {
    expect(state("An inquiry is under way. Later the police closed the case.")).toBe("disputed");
  });
});

describe("what speaks for and against an explanation, as news tells it [XP1]", () => {
  const LEAD = "A bomb killed two guards at a depot in Orla on Monday.";
  const LEAD_ARABIC = "قتل حارسان في تفجير استهدف مستودعا في أورلا أمس الثلاثاء.";
  const passages = (text: string, language: "en" | "ar" = "en") =>
    assessTexts([{ text, name: "r", publishedAt: "2031-03-05", publisher: "Tarn Courier", language }], {
      asOf: "2031-03-10",
    })
      .explanationsNamed.flatMap((e) => e.passages.map((p) => p.how))
      .sort();

  test.each([
    ["Ada Brill, an analyst, suspects that a rival courier firm wanted the depot gone.", ["names"]],
    [
      "Ada Brill suspects that a rival courier firm was behind the blast, pointing to a threat it had sent in May.",
      ["names", "supports"],
    ],
    [
      "Ada Brill suspects that a rival courier firm was behind the blast. The firm's lawyer called the suggestion grotesque.",
      ["names", "weakens"],
    ],
    [
      "Ada Brill suspects that a rival courier firm was behind the blast. She said footage showed one of its vans.",
      ["names", "supports"],
    ],
    [
      "Ada Brill suspects that a rival courier firm was behind the blast. But its vans were all abroad that week.",
      ["names", "weakens"],
    ],
    ["It is not known who was behind the blast.", []],
  ] as const)("%s", (text, expected) => {
    expect(passages(`${LEAD}\n\n${text}`)).toEqual(expected);
  });

  test.each([
    ["ورجح محلل أن يكون الدافع خلافا بين شركتين، مشيرا إلى تهديد سابق.", ["names", "supports"]],
    ["ويرى محلل أن شركة منافسة كانت وراء الهجوم. إلا أن شاحناتها كانت كلها خارج البلاد.", ["names", "weakens"]],
    ["ولا يعرف من يقف وراء الهجوم.", []],
  ] as const)("%s", (text, expected) => {
    expect(passages(`${LEAD_ARABIC}\n\n${text}`, "ar")).toEqual(expected);
  });

  test("an objection in a later paragraph is against the explanation that shares its words", () => {
    const text = `${LEAD}\n\nAda Brill suspects that the Halden courier firm was behind the blast.\n\nPolice spoke of an accident with a gas cylinder.\n\nLawyers of the Halden courier firm disagree.`;
    const found = assessTexts([{ text, name: "r", publishedAt: "2031-03-05", publisher: "Tarn Courier" }], {
      asOf: "2031-03-10",
    }).explanationsNamed;
    expect(
      found.filter((e) => e.passages.some((p) => p.how === "weakens")).map((e) => e.passages[0]?.quote.quote),
    ).toEqual(["Ada Brill suspects that the Halden courier firm was behind the blast."]);
  });
});

describe("relations in the wording of news [ST7]", () => {
  const found = (text: string, language: "en" | "ar" = "en") =>
    assessTexts([{ text, name: "r", publishedAt: "2031-03-05", publisher: "Tarn Courier", language }], {
      asOf: "2031-03-10",
    }).relations.map((r) => `${r.is}: ${r.from.name} → ${r.to.name}`);

  test.each([
    ["The weapons were seized from the pirates.", []],
    ["The trail led to the militia.", []],
    ["The frigate repulsed an attack on a tanker.", []],
    ["No group has attacked the convoy.", []],
  ] as const)("none: %s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    [
      "The Halden Brigade claimed responsibility for the attack on a customs post in Orla.",
      "attacks: The Halden Brigade → a customs post",
    ],
    [
      "The blast at a customs post in Orla was the work of the Halden Brigade, the interior ministry said.",
      "accuses: the interior ministry → the Halden Brigade",
    ],
  ])("%s", (text, expected) => {
    expect(found(text)).toContain(expected);
  });
});
