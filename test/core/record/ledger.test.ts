import { describe, expect, test } from "vitest";
import { assessTexts } from "../../../src/core/index.entry.ts";
import type { TextObject } from "../../../src/core/model/reading.ts";

const LEAD =
  "Two guards were killed on 3 March 2031 when a gunman opened fire at a bridge post near Tarn Bridge, the Interior Ministry said.";
const report = (text: string, more: Partial<TextObject> = {}): TextObject => ({
  text: `${LEAD}\n\n${text}\n`,
  name: "report",
  publishedAt: "2031-03-04T09:00Z",
  ...more,
});
const assessed = (...texts: TextObject[]) => assessTexts(texts, { asOf: "2031-03-09" });
const ledger = (text: string, more?: Partial<TextObject>) => assessed(report(text, more)).ledger;

describe("whose act it is, and of which incident [ST9]", () => {
  test.each([
    "An attack that the Salt Front had no part in would look just like one that it prefers not to own.",
    "For the Salt Front had no role in the politics of the valley until last year, the columnist forgets the attack.",
  ])("a column's own words deny nothing for a group: %s", (text) => {
    expect(ledger(text).filter((e) => e.is === "denial")).toEqual([]);
  });

  test("a claim told in an aside is of the aside's own date", () => {
    const text =
      "The Lantern Front, which claimed the bombing of the Ostwen customs house in August 2022, has said nothing.";
    const entries = ledger(text).filter((e) => e.is === "claim");
    const main = assessed(report(text)).incidents.find((i) => i.main)?.id;
    expect(entries.map((e) => e.incident)).not.toContain(main);
  });
});

describe("who claims, and by which way it came [ST9]", () => {
  test("a group's own outlet speaks for the group, and is its channel", () => {
    const [claim] = ledger("Amaq claimed responsibility for the attack.");
    expect([claim?.actor, claim?.actorName, claim?.channel]).toEqual(["islamic-state", "Islamic State", "Amaq"]);
    expect(claim?.authenticity).toBe("own-channel");
  });

  test("the channel is found beside the group's name too", () => {
    const [claim] = ledger(
      "The Islamic State group claimed responsibility for the attack through its Amaq news agency.",
    );
    expect([claim?.actor, claim?.channel, claim?.authenticity]).toEqual(["islamic-state", "Amaq", "own-channel"]);
  });

  test("a newspaper that carries a claim is a relay and no channel", () => {
    const [claim] = ledger("The Taliban claimed responsibility for the attack, Reuters reported.", {
      publisher: "Tarn Courier",
    });
    expect([claim?.channel, claim?.relays, claim?.authenticity]).toEqual([
      null,
      ["Reuters", "Tarn Courier"],
      "reported",
    ]);
  });

  test("an outlet of another group is no channel of this one", () => {
    const [claim] = ledger("The Taliban claimed responsibility for the attack, Amaq reported.");
    expect([claim?.actor, claim?.channel]).toEqual(["taliban", null]);
  });

  test.each([
    ["bare", "The Taliban claimed responsibility for the attack."],
    ["some", "The Taliban claimed responsibility for the attack, saying its men had killed 12 soldiers."],
  ])("the level of detail is %s", (detail, text) => {
    expect(ledger(text)[0]?.detail).toBe(detail);
  });
});

describe("claims beside each other [ST9, SI10]", () => {
  test("two groups in one statement claim jointly: an entry each, and no rivals", () => {
    const entries = ledger("The Taliban and al-Qaeda claimed responsibility for the attack.");
    expect(entries.map((e) => [e.actor, e.joint, e.rivals])).toEqual([
      ["taliban", ["Al-Qaeda"], []],
      ["al-qaeda", ["Taliban"], []],
    ]);
    expect(new Set(entries.map((e) => e.statement)).size).toBe(1);
  });

  test.each([
    ["Responsibility for the attack was claimed by the Taliban and al-Qaeda.", ["al-qaeda", "taliban"]],
    ["وتبنت حركة طالبان وتنظيم القاعدة الهجوم.", ["al-qaeda", "taliban"]],
    ["The Taliban claimed responsibility for the attack and al-Qaeda denied any link to the attack.", ["taliban"]],
  ])("joined behind the speaker as before it, but not who says something else: %s", (text, claimants) => {
    const claims = ledger(text).filter((e) => e.is === "claim");
    expect([...new Set(claims.map((e) => e.actor))].sort()).toEqual(claimants);
  });

  test("one sentence that tells of a claim twice is one entry, the dated one", () => {
    const entries = ledger(
      "On 5 March 2031 the Taliban claimed responsibility for the attack, saying its men had killed 12 soldiers.",
    );
    expect(entries.map((e) => [e.actor, e.is, e.said?.edtf])).toEqual([["taliban", "claim", "2031-03-05"]]);
  });

  test("two groups in statements of their own are rivals", () => {
    const entries = ledger(
      "The Taliban claimed responsibility for the attack. Hours later, al-Qaeda claimed responsibility for the attack too.",
    );
    expect(entries.map((e) => [e.actor, e.joint, e.rivals])).toEqual([
      ["taliban", [], ["Al-Qaeda"]],
      ["al-qaeda", [], ["Taliban"]],
    ]);
  });

  test("a branch and its whole are no rivals", () => {
    const entries = ledger(
      "ISIS-K claimed responsibility for the attack. The Islamic State group claimed responsibility for the attack.",
    );
    expect(entries.map((e) => [e.actor, e.partOf, e.rivals])).toEqual([
      ["is-khorasan", ["islamic-state"], []],
      ["islamic-state", [], []],
    ]);
  });

  test.each([
    ["a branch's claim ends the wait for the whole", "ISIS-K", "the Islamic State group", true],
    ["the whole's claim doesn't end the wait for a branch", "The Islamic State group", "ISIS-K", false],
  ])("%s", (_what, claimant, silent, ends) => {
    const { silences } = assessed(
      report(`Officials blamed ${silent}. ${claimant} claimed responsibility for the attack.`),
      {
        text: `${LEAD}\n\nBy the next morning ${silent} had not claimed responsibility for the attack.\n`,
        name: "silent",
        publishedAt: "2031-03-04T06:00Z",
      },
    );
    const id = silent === "ISIS-K" ? "is-khorasan" : "islamic-state";
    expect(silences.filter((s) => s.actor === id).map((s) => s.note === "claimed")).toEqual([ends]);
  });
});

describe("when a claim was made and when it was seen [ST9, SI2]", () => {
  const values = (text: string, more?: Partial<TextObject>) => {
    const { ledger: entries, figures } = assessed(report(text, more));
    const of = (id: string | undefined) => figures.find((f) => f.id === id)?.value;
    const lag = entries[0]?.lag ?? null;
    return { entry: entries[0], lag: lag === null ? null : [of(lag.from), of(lag.to)] };
  };

  test("the stated day and the day of publication are kept apart", () => {
    const { entry } = values("On 5 March 2031 the Taliban claimed responsibility for the attack.", {
      publishedAt: "2031-03-07",
    });
    expect([entry?.said?.edtf, entry?.observed?.edtf, entry?.dated]).toEqual(["2031-03-05", "2031-03-07", "stated"]);
    expect(entry?.when).toEqual(entry?.said);
  });

  test("where no time is told, the document's stands for it and is said to", () => {
    const { entry } = values("The Taliban claimed responsibility for the attack.");
    expect([entry?.said, entry?.when?.edtf, entry?.dated]).toEqual([null, "2031-03-04T09:00Z", "published"]);
  });

  test("with no time at all it is undated and has no lag", () => {
    const text = `${LEAD}\n\nThe Taliban claimed responsibility for the attack.\n`;
    const [entry] = assessed({ text, name: "report" }).ledger;
    expect([entry?.dated, entry?.when, entry?.lag]).toEqual(["undated", null, null]);
  });

  test("two days two apart are 24 to 72 hours", () => {
    expect(values("On 5 March 2031 the Taliban claimed responsibility for the attack.").lag).toEqual([24, 72]);
  });

  test("a claim on the day of the attack came after it: 0 to 24 hours, the part under 0 left off", () => {
    expect(values("On 3 March 2031 the Taliban claimed responsibility for the attack.").lag).toEqual([0, 24]);
  });

  test("a claim wholly before the attack is a threat, is told, and has no lag: it is never clipped to 0", () => {
    const early = {
      text: "The Taliban claimed responsibility for the attack near Tarn Bridge.",
      name: "early",
      publishedAt: "2031-03-01T09:00Z",
    };
    const { ledger: entries, problems, figures } = assessed(report("No weapon was found."), early);
    const entry = entries.find((e) => e.quote.quote.includes("claimed"));
    expect([entry?.is, entry?.lag]).toEqual(["threat", null]);
    expect(problems.map((p) => p.code)).toContain("claim-before-incident");
    expect(figures.filter((f) => f.id.includes("/ledger/"))).toEqual([]);
  });

  test("a retracted claim stays, and the retraction says which it closes", () => {
    const entries = ledger(
      "The Taliban claimed responsibility for the attack.\n\nThe Taliban later retracted its claim of responsibility for the attack.",
    );
    const claim = entries.find((e) => e.is === "claim");
    expect(entries.find((e) => e.is === "retraction")?.closes).toBe(claim?.statement);
    expect(claim).toBeDefined();
  });
});
