import { describe, expect, it } from "vitest";
import { firstScreen } from "../../../src/core/brief/first-screen.ts";
import { byDay, saidRows } from "../../../src/core/brief/select.ts";
import { asked, body, day, full, silence } from "./fixture.ts";

describe("the first screen", () => {
  it("counts reports, origins seen and cited ones not seen, by name, and what rests on one alone [LI6]", () => {
    expect(firstScreen(full()).reports).toBe(
      "5 reports, 3 origins seen, perhaps 2 to 4 (Maren Wire, Defence Office, Interior Ministry), 1 cited but not seen (Estuary Agency). 3 reports rest on Maren Wire alone.",
    );
    expect(firstScreen(body(1)).reports).toBe("1 report, 1 origin seen, none cited but not seen.");
  });

  it("tells who says what on whose word, dated, with the place; reports of no claim last", () => {
    expect(firstScreen(full()).rows).toEqual([
      {
        when: "3 Mar",
        who: "The defence minister",
        said: "blames Amber Column",
        onWhoseWord: "its own",
        place: "doc 2, par 3",
      },
      {
        when: "3 Mar",
        who: "The Interior Ministry",
        said: "denies responsibility",
        onWhoseWord: "its own",
        place: "doc 4, par 1",
      },
      {
        when: "4 Mar",
        who: "Coast Ledger",
        said: "points to the guard",
        onWhoseWord: "nobody named",
        place: "doc 5, par 7",
      },
      { when: "", who: "Amber Column", said: "no claim seen, says doc 1", onWhoseWord: "", place: "" },
    ]);
  });

  it("a year that is not the year asked about is printed", () => {
    const a = body(1, (_, m) => m.said("claims", "Grey Hand", { when: day("2030-12-31") }));
    expect(firstScreen(a).rows[0]?.when).toBe("31 Dec 2030");
  });

  it("facts in dispute, unstated facts, the silence in counts, what copies lost", () => {
    const screen = firstScreen(full());
    expect(screen.disputes).toEqual([{ field: "number killed", versions: ["3 (doc 1)", "at least 4 (doc 5)"] }]);
    expect(screen.unstated).toEqual(["weapon"]);
    expect(screen.silence[0]?.lasted).toBe("31 hours");
    expect(screen.silence[0]?.sentences).toEqual([
      "Of 100 such attacks that the Amber Column did, 40 to 85 would be unclaimed by then, depending on the reference class; of 100 that it did not do, 97.",
      "This cannot tell “did it and hides it” from “did not do it”.",
    ]);
    expect(screen.copies).toEqual([
      "Harbour Today (doc 3), from Maren Wire (doc 1): lost 2 attributions and lost or changed 1 date",
    ]);
  });

  it("[XP3] no probability and no likelihood word until somebody has stated a judgment", () => {
    const screen = firstScreen(
      full((d) => {
        d.questions = [];
      }),
    );
    expect(screen.last).toBe("No probabilities: nobody has stated a judgment yet (silverblaze weigh …).");
    expect(JSON.stringify(screen)).not.toMatch(/likely|even chance|certain|no chance/);
  });

  it("with a judgment the last line says by whose judgments who leads", () => {
    expect(firstScreen(full()).last).toBe(
      "Given the judgments of the night desk, “a quarrel between guards” leads: likely to very likely, 75 to 90 in 100 (silverblaze explanations …).",
    );
  });

  it("a question that is stated and not weighed gives no leader", () => {
    const a = body(1, (d, m) => {
      d.questions = asked(m, {
        explanations: [
          { id: "a", text: "the one" },
          { id: "b", text: "the other" },
        ],
        items: [],
      });
    });
    expect(firstScreen(a).last).toMatch(/^No probabilities/);
  });

  it("what does not fit is counted, not dropped in silence", () => {
    const a = full((d, m) => {
      for (let i = 0; i < 9; i++)
        m.said("suggests", `a columnist of paper ${i}`, { whom: "the guard", kind: "unofficial" });
      d.silences = [silence(m), silence(m, {}, "Blue League")];
    });
    const screen = firstScreen(a);
    expect(screen.rows).toHaveLength(5);
    expect(screen.moreRows).toBe(8);
    expect(screen.silence).toHaveLength(1);
  });
});

describe("which rows come first", () => {
  const a = body(3, (_, m) => {
    m.said("suggests", "a column", { whom: "the guard", kind: "unofficial", onWhoseWord: "nobody named" });
    m.said("praises", "Grey Hand", { whom: "the gunman", kind: "unofficial" });
    m.ledger("no-claim-seen", "Amber Column");
    m.said("blames", "an analyst", { whom: "Amber Column", kind: "unofficial" });
    m.said("blames", "the ministry", { whom: "Amber Column", kind: "official" });
    m.said("denies", "Blue League", { byActor: "blue-league" });
    m.said("claims", "Red Tide", {});
  });

  it("claims, denials, official blame, reports of no claim, then the rest", () => {
    expect(saidRows(a).map((r) => `${r.who} ${r.said}`)).toEqual([
      "Red Tide claims",
      "Blue League denies",
      "the ministry blames",
      "Amber Column no-claim-seen",
      "an analyst blames",
      "Grey Hand praises",
      "a column suggests",
    ]);
  });

  it("one line a distinct speaker, act and target: the earliest stands", () => {
    const twice = body(2, (_, m) => {
      m.said("blames", "the ministry", { whom: "Amber Column", when: day("2031-03-05") });
      m.said("blames", "Ministry", { whom: "the Amber Column", when: day("2031-03-04") });
      m.said("blames", "the ministry", { whom: "Blue League", when: day("2031-03-04") });
    });
    const rows = saidRows(twice);
    expect(rows.map((r) => `${r.whom} ${r.when?.edtf}`)).toEqual([
      "the Amber Column 2031-03-04",
      "Blue League 2031-03-04",
    ]);
  });

  it("what was said before the attack is about something else, and comes last", () => {
    const before = body(1, (d, m) => {
      m.said("claims", "Red Tide", { when: day("2029") });
      m.said("suggests", "a column", { whom: "the guard", kind: "unofficial", when: day("2031-03-04") });
      const when = day("2031-03-03");
      d.incidents = [
        {
          id: "i",
          label: "the attack",
          main: true,
          documents: ["d1"],
          facts: [{ field: "date", value: { is: "stated", value: { text: "3 Mar", when, quotes: [] }, by: [] } }],
        },
      ];
    });
    expect(saidRows(before).map((r) => r.who)).toEqual(["a column", "Red Tide"]);
  });

  it("of each kind one line stands before any kind has two", () => {
    const many = body(1, (_, m) => {
      for (const who of ["Red Tide", "Grey Hand", "Blue League"]) m.said("claims", who);
      for (const who of ["an office", "a bureau"]) m.said("denies", who);
      m.said("blames", "the ministry", { whom: "Amber Column" });
      m.ledger("no-claim-seen", "Amber Column");
    });
    const shown = firstScreen(many, { rows: 4 }).rows.map((r) => r.said);
    expect(new Set(shown)).toEqual(
      new Set(["claims it", "denies responsibility", "blames Amber Column", "no claim seen, says doc 1"]),
    );
    expect(firstScreen(many, { rows: 4 }).moreRows).toBe(3);
  });

  it("[CA5] the order of input never matters", () => {
    const turned = { ...a, attributions: [...a.attributions].reverse(), ledger: [...a.ledger].reverse() };
    expect(saidRows(turned)).toEqual(saidRows(a));
    expect([...saidRows(turned)].sort(byDay)).toEqual([...saidRows(a)].sort(byDay));
  });
});
