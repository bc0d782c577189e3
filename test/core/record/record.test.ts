import { describe, expect, test } from "vitest";
import { firstScreen } from "../../../src/core/brief/first-screen.ts";
import { assessTexts } from "../../../src/core/index.entry.ts";
import type { Actor } from "../../../src/core/model/actor.ts";
import type { TextObject } from "../../../src/core/model/reading.ts";
import { readText } from "../../../src/core/read.ts";
import { joinActors } from "../../../src/core/record/join-actors.ts";
import { joinUnseen } from "../../../src/core/unseen-sources.ts";

const LEAD =
  "Two guards were killed on 3 March 2031 when a gunman opened fire at a bridge post near Tarn Bridge, the Interior Ministry said.";
const report = (text: string, more: Partial<TextObject> = {}): TextObject => ({
  text: `${LEAD}\n\n${text}\n`,
  name: "report",
  publishedAt: "2031-03-04T09:00Z",
  ...more,
});
const assessed = (...texts: TextObject[]) => assessTexts(texts, { asOf: "2031-03-06" });
const claims = (...texts: TextObject[]) => {
  const { ledger, incidents } = assessed(...texts);
  const main = incidents[0]?.id;
  return ledger.filter((e) => e.is === "claim" && e.incident === main);
};

describe("the ledger of an incident [ST9]", () => {
  test("a claim of this attack is one", () => {
    expect(claims(report("The Taliban claimed responsibility for the attack."))).toHaveLength(1);
  });

  test.each([
    ["of another attack", "In August 2029 the Taliban claimed responsibility for a bombing at a customs house."],
    ["that might come", "A claim could still come if the Taliban decides to take credit for the attack."],
    ["of a number of attacks", "The Taliban has claimed at least 40 attacks in the province since 2029."],
  ])("a claim %s is no claim of this one", (_what, text) => {
    expect(claims(report(text))).toEqual([]);
  });

  test("[SI11] a number of attacks is a numerator, marked as such, with the source's own verb", () => {
    const [count] = assessed(
      report("The Taliban has carried out more than 150 attacks in the province this year."),
    ).counts;
    expect([count?.note, count?.verb, count?.comparator]).toEqual(["numerator-only", "carry out", "more-than"]);
  });

  test("a claim said before the attack is a threat or a mistake, and is told, never clipped", () => {
    const early = {
      text: "The Taliban claimed responsibility for the attack near Tarn Bridge.",
      name: "early",
      publishedAt: "2031-03-01T09:00Z",
    };
    const { ledger, problems } = assessed(report("No weapon was found."), early);
    expect(ledger.find((e) => e.quote.quote.includes("claimed"))?.is).toBe("threat");
    expect(problems.map((p) => p.code)).toContain("claim-before-incident");
  });

  test("[ST4] a report that no claim was seen is its own kind, about the one who kept silent", () => {
    const [entry] = assessed(report("The Taliban has not claimed responsibility for the attack.")).ledger;
    expect([entry?.is, entry?.actor]).toEqual(["no-claim-seen", "taliban"]);
  });
});

describe("claims and denials in plain words [ST4, ST9]", () => {
  const entries = (text: string) => assessed(report(text)).ledger.map((e) => [e.is, e.object, e.actorName]);

  test.each([
    ["The Taliban said it had carried out the attack.", ["claim", "responsibility", "Taliban"]],
    ["The Taliban said it had nothing to do with the attack.", ["denial", "responsibility", "Taliban"]],
  ])("%s", (text, entry) => {
    expect(entries(text)).toEqual([entry]);
  });

  test.each([
    ['وأقر تنظيم "عقبان الليل" بأنه نفذ التفجير.', ["claim", "responsibility", 'تنظيم "عقبان الليل"']],
    ["واعترفت الجماعة بالتفجير بعد أسبوع.", ["claim", "responsibility", "الجماعة"]],
    ['وقالت جماعة "عقبان الليل" إن لا علاقة لها بالتفجير.', ["denial", "responsibility", 'جماعة "عقبان الليل"']],
  ])("a name in quote marks is the speaker's, no quotation: %s", (text, entry) => {
    expect(entries(text)).toContainEqual(entry);
  });

  test("an official who says that he attacked has told of a battle, not claimed an attack", () => {
    expect(entries("The Defence Ministry said it had attacked a smugglers' camp.")).toEqual([]);
  });
});

describe("a drill", () => {
  test("is no incident, though it plays one", () => {
    const text = "Tarn Bridge held a drill on 3 March 2031 in which gunmen attacked a ferry, the port said.";
    const drill = assessed({ text, name: "drill", publishedAt: "2031-03-04" });
    expect(drill.incidents).toEqual([]);
    expect(drill.problems.map((p) => p.code)).toContain("no-incident");
  });
});

describe("a group that no list knows", () => {
  test("its silence is told by its own name, with no record and the widest classes", () => {
    const { silences } = assessed(report("The Blue Heron Movement has not claimed responsibility for the attack."));
    expect(silences.map((s) => [s.actor, s.actorName, s.note])).toEqual([
      ["blue-heron-movement", "The Blue Heron Movement", "no-record"],
    ]);
  });

  test("'the group' names nobody, and makes no silence of its own", () => {
    expect(assessed(report("The group has not claimed responsibility for the attack.")).silences).toEqual([]);
  });
});

describe("who did it, as sources give it [ST10]", () => {
  test("an accusation of something else is no version of who did it", () => {
    const { incidents, attributions } = assessed(report("Opposition voices accused the Taliban of a cover-up."));
    const who = incidents[0]?.facts.find((f) => f.field === "perpetrator")?.value;
    expect(attributions.map((a) => a.said)).toEqual(["accuses"]);
    expect(who?.is).toBe("unstated");
  });

  const laid = (text: string) => assessed(report(text)).attributions.map((a) => [a.by, a.said, a.whom, a.kind]);

  test.each([
    ["Prosecutors have charged two dockers over the attack.", ["Prosecutors", "accuses", "two dockers", "legal"]],
    ["The mayor said the port union was behind the attack.", ["The mayor", "blames", "the port union", "official"]],
    [
      "Investigators suspect a former employee of the attack.",
      ["Investigators", "suggests", "a former employee", "official"],
    ],
    [
      'A regional paper spoke of "hired criminals" after the attack.',
      ["A regional paper", "suggests", "hired criminals", "unofficial"],
    ],
    ["The police linked the attack to a rival gang.", ["The police", "suggests", "a rival gang", "official"]],
    ["نسبت الشرطة الهجوم إلى عصابة تهريب.", ["الشرطة", "blames", "عصابة تهريب", "official"]],
    ["قال مسؤول أمني إن دولة مجاورة تقف وراء الهجوم.", ["مسؤول أمني", "blames", "دولة مجاورة", "official"]],
    ['الهجوم من تنفيذ "عقبان الليل"، بحسب خبير.', ["خبير", "blames", "عقبان الليل", "unofficial"]],
  ])("who did it may stand in words of its own: %s", (text, row) => {
    expect(laid(text)).toContainEqual(row);
  });

  test.each([
    "The mayor said the port union was not behind the attack.",
    "The inspection board said the leak was caused by rust.",
    "لا تقف أي دولة وراء الهجوم، بحسب الوزير.",
  ])("what is denied of somebody, or done by nobody, is laid on nobody: %s", (text) => {
    expect(laid(text)).toEqual([]);
  });

  test("two reports that blame one actor are one row, with its documents and origins counted", () => {
    const blame = "The Defence Ministry blamed the Taliban for the attack.";
    const { attributions, figures } = assessed(report(blame, { name: "a" }), report(blame, { name: "b" }));
    const row = attributions.find((a) => a.said === "blames");
    const value = (id: string | undefined) => figures.find((f) => f.id === id)?.value;
    expect([value(row?.documents), value(row?.origins)]).toEqual([2, 1]);
  });
});

const ACTORS: readonly Actor[] = [
  { id: "interior", kind: "ministry", names: { en: ["Interior Ministry of Quell"] } },
  { id: "defence", kind: "ministry", names: { en: ["Defence Ministry of Quell"] } },
  { id: "amber-column", kind: "armed-group", names: { en: ["Amber Column"], ar: ["رتل العنبر"] } },
];

describe("the analyst's own names [ST7]", () => {
  const speakers = (text: string, publisher: string | null) =>
    joinActors(readText({ id: "t", text }), { text, publisher }, ACTORS).statements.map((s) => s.speaker.actor);

  test("a part of a name that only one actor has is that actor", () => {
    expect(speakers("The Interior Ministry said that the post was closed.", null)).toContain("interior");
  });

  test("one word that points back is the text's own publisher, and else nobody", () => {
    const text = "The Ministry said that the post was closed.";
    expect(speakers(text, "Defence Ministry of Quell")).toContain("defence");
    expect(speakers(text, "Tarn Wire")).toEqual([undefined]);
  });

  test("an Arabic name with a letter written onto it is found, and its span is the name", () => {
    const text = "وقالت الشرطة إن الهجوم نُسب لرتل العنبر.";
    const mention = joinActors(readText({ id: "t", text }), { text, publisher: null }, ACTORS).mentions.find(
      (m) => m.id === "amber-column",
    );
    expect(text.slice(mention?.span.start, mention?.span.end)).toBe("رتل العنبر");
  });
});

describe("cited and not seen [LI6]", () => {
  const cited = (name: string) => ({ name, citedBy: [{ document: "d", statement: "s", span: { start: 0, end: 1 } }] });

  test("a source cited under two names is one, and one that published a document has been seen", () => {
    const unseen = [cited("the Interior Ministry"), cited("Defence Ministry"), cited("The Defence Ministry of Quell")];
    const left = joinUnseen(unseen, { actors: ACTORS, publishers: ["Interior Ministry of Quell"] });
    expect(left.map((u) => [u.name, u.citedBy.length])).toEqual([["Defence Ministry of Quell", 2]]);
  });

  test("'the ministry' and 'the group' only point back and are no source of their own", () => {
    expect(
      joinUnseen([cited("The Ministry"), cited("the group"), cited("الوزارة")], { actors: [], publishers: [] }),
    ).toEqual([]);
  });
});

describe("the place of an incident [ST7]", () => {
  test("a place that no list knows is told by the word before it; the narrowest counts, with the country of what holds it", () => {
    const place = (text: string) => {
      const fact = assessTexts([{ text, name: "r", publishedAt: "2031-03-04" }], { asOf: "2031-03-06" }).incidents[0]
        ?.facts;
      const value = fact?.find((f) => f.field === "place")?.value;
      return value?.is === "stated" ? value.value.text : value?.is;
    };
    const attack = (where: string) => `Two guards were killed on 3 March 2031 in an attack ${where}, the police said.`;
    expect(place(attack("at Tarn Bridge"))).toBe("Tarn Bridge");
    expect(place(attack("at Tarn Bridge in Kandahar"))).toBe("Tarn Bridge (AF)");
    expect(place(attack("before dawn"))).toBe("unstated");
  });
});

describe("what was attacked, and who was hit", () => {
  const facts = (text: string, ...fields: string[]) => {
    const found = assessTexts([{ text, name: "r", publishedAt: "2031-03-07" }], { asOf: "2031-03-10" }).incidents[0]
      ?.facts;
    return fields.map((field) => {
      const value = found?.find((f) => f.field === field)?.value;
      return value?.is === "stated" ? value.value.text : value?.is;
    });
  };

  test.each([
    ["A gunman shot dead three sailors and wounded two cooks on Tuesday.", "three sailors"],
    ["A patrol boat was attacked on Tuesday, killing two sailors.", "A patrol boat"],
    ["Gunmen attacked the old harbour on Tuesday. Twelve people were killed.", "the old harbour"],
    ["هاجم مسلحون ملثمون الميناء الثلاثاء.", "الميناء"],
  ])("[ST8] the target of: %s", (text, target) => {
    expect(facts(text, "target")).toEqual([target]);
  });

  test("[ST8] that nobody was hurt is a count of none", () => {
    expect(facts("A bomb went off at the harbour on Tuesday. Nobody was hurt.", "killed", "wounded")).toEqual([
      "unstated",
      "Nobody",
    ]);
    expect(facts("انفجرت قنبلة في الميناء الثلاثاء ولم تقع إصابات.", "wounded")).toEqual(["لم تقع إصابات"]);
  });
});

describe("another incident that a text brings up [PR2]", () => {
  test.each([
    "The group claimed a similar attack near Lorn in January.",
    "وفي كانون الثاني الماضي أصيب بحار في هجوم مماثل في لورن.",
  ])("%s", (text) => {
    const other = assessed(report(text)).incidents.find((i) => !i.main);
    expect(other?.label).toContain("2031-01");
    expect(other?.precedentOf).toBeDefined();
  });
});

describe("the part that somebody had [XP1]", () => {
  test.each([
    ["A foreign service had guided the attackers.", "directed"],
    ["The attackers were paid by a shipping company.", "enabled"],
    ["وكان الهجوم بتمويل من دولة مجاورة.", "enabled"],
  ])("%s", (text, part) => {
    const value = assessed(report(text)).incidents[0]?.facts.find((f) => f.field === "group-part")?.value;
    expect(value?.is === "stated" && value.value.text).toBe(part);
  });
});

describe("who speaks, on the first screen", () => {
  test.each([
    ["Officials", "blame Taliban"],
    ["The Defence Ministry", "blames Taliban"],
  ])("%s %s", (who, said) => {
    const screen = firstScreen(assessed(report(`${who} blamed the Taliban for the attack.`)));
    expect(screen.rows.map((r) => [r.who, r.said])).toContainEqual([who, said]);
  });
});
