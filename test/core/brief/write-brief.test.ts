import { describe, expect, it } from "vitest";
import { lintBrief } from "../../../src/core/brief/lint.ts";
import { PAGE_ONE } from "../../../src/core/brief/page-one.ts";
import { read, wordCount } from "../../../src/core/brief/prose.ts";
import { saidRows } from "../../../src/core/brief/select.ts";
import { writeBrief } from "../../../src/core/brief/write-brief.ts";
import type { AssessmentBody } from "../../../src/core/model/assessment.ts";
import type { Brief, BriefSectionId } from "../../../src/core/model/brief.ts";
import { arabicOf } from "./arabic-twin.ts";
import { asked, body, day, full, QUARREL, silence } from "./fixture.ts";

const of = (brief: Brief, id: BriefSectionId): string[] =>
  (brief.sections.find((s) => s.id === id)?.sentences ?? []).map((s) => read(s));
// Whatever is told here in English is told in Arabic too, with the same figures and notes.
const twinned = (a: AssessmentBody): Brief => {
  arabicOf(a);
  return writeBrief(a);
};
const section = (a: AssessmentBody, id: BriefSectionId): string => of(twinned(a), id).join(" ");
const clean = (a: AssessmentBody): Brief => {
  const brief = twinned(a);
  expect(lintBrief(brief).map((p) => p.message)).toEqual([]);
  return brief;
};
const pageOne = (brief: Brief): number =>
  brief.sections
    .filter((s) => PAGE_ONE.includes(s.id))
    .reduce((n, s) => n + wordCount(s.heading) + s.sentences.reduce((m, x) => m + wordCount(read(x)), 0), 0);

describe("the judgment", () => {
  it("[BR3] stands in sentence one, with its condition, its words, the range before the point", () => {
    const [first] = of(clean(full()), "judgment");
    expect(first).toBe(
      "“a quarrel between guards” is the leading answer to “Who fired at the post?”, given the judgments of the night desk: " +
        "likely to very likely, 75 to 90 in 100; 80 at the middle of what was stated.",
    );
  });

  it("[BR2] likelihood and confidence are two sentences; confidence is never high, since nobody has checked", () => {
    const brief = clean(full());
    const judgment = brief.sections[0]!.sentences;
    expect(judgment.filter((s) => s.confidence !== undefined)).toHaveLength(1);
    expect(judgment.find((s) => s.confidence !== undefined)?.confidence).toBe("moderate");
    for (const s of judgment) {
      expect(s.confidence !== undefined && s.parts.some((p) => p.is === "likelihood")).toBe(false);
    }
  });

  it("one item without which another would lead makes confidence low, and is named; it stands under contrary evidence too", () => {
    const a = body(2, (d, m) => {
      d.questions = asked(m, {
        explanations: [
          { id: "a", text: "the one", prior: 0.4 },
          { id: "b", text: "the other", prior: 0.6 },
        ],
        items: [{ id: "only", text: "the single item", weights: { a: 0.9, b: 0.2 } }],
      });
    });
    const brief = clean(a);
    expect(of(brief, "judgment").join(" ")).toContain(
      "Confidence is low: without “the single item”, “the other” would lead.",
    );
    expect(of(brief, "contrary").join(" ")).toContain("Without “the single item”, “the other” would lead.");
  });

  it("[XP3] without a judgment, sentence one says that there is none, and no likelihood word stands anywhere", () => {
    const a = full((d, m) => {
      const { explanations, items } = QUARREL;
      d.questions = asked(m, { explanations: explanations.map(({ prior: _, ...e }) => e), items });
    });
    const brief = clean(a);
    expect(of(brief, "judgment")[0]).toBe(
      "Nobody has stated a judgment that can be weighed, so this brief gives none: no probability and no ranking.",
    );
    expect(of(brief, "judgment")[1]).toContain("On “Who fired at the post?”: nobody has stated a starting chance");
    expect(brief.sections.flatMap((s) => s.sentences.flatMap((x) => x.parts)).some((p) => p.is === "likelihood")).toBe(
      false,
    );
    expect(of(brief, "would-change").join(" ")).toContain(
      "missing: a starting chance for “something else”, “an order by the Amber Column” and “a quarrel between guards”.",
    );
  });

  it("[XP4] a range over more than two bands has no word, and says why; one beyond 99 in 100 has none either", () => {
    const ranged = (from: number, to: number) =>
      body(1, (d, m) => {
        d.questions = asked(m, {
          explanations: [
            { id: "a", text: "the one", prior: 0.5 },
            { id: "b", text: "the other", prior: 0.5 },
          ],
          items: [{ id: "i", text: "an item", weights: { a: { from, to }, b: 0.3 } }],
        });
      });
    expect(of(clean(ranged(0.1, 0.95)), "judgment")[0]).toContain("too uncertain for one likelihood word");
    const sure = body(1, (d, m) => {
      d.questions = asked(m, {
        explanations: [
          { id: "a", text: "the one", prior: 0.99 },
          { id: "b", text: "the other", prior: 0.01 },
        ],
        items: [{ id: "i", text: "an item", weights: { a: 0.9, b: 0.1 } }],
      });
    });
    const [first] = of(clean(sure), "judgment");
    expect(first).toContain("given the judgments of the night desk: more than 99 in 100");
    expect(first).not.toContain("uncertain");
  });

  it("many explanations fit: what is less likely goes to a note, with its numbers as figures", () => {
    const a = body(1, (d, m) => {
      const ids = Array.from({ length: 12 }, (_, i) => `e${i}`);
      d.questions = asked(m, {
        explanations: ids.map((id, i) => ({
          id,
          text: `an explanation of some length called number ${id}`,
          prior: (i + 1) / 78,
        })),
        items: [{ id: "i", text: "an item", weights: Object.fromEntries(ids.map((id, i) => [id, (i + 1) / 13])) }],
      });
    });
    const brief = clean(a);
    expect(of(brief, "judgment")[1]).toContain("what is less likely stands in the note");
    const note = brief.notes.find((n) => n.text?.startsWith("Given the same judgments"));
    expect(note?.figures).toHaveLength(14);
  });
});

describe("several questions", () => {
  const two = (long: number) =>
    full((d, m) => {
      const why = { ...QUARREL, id: "why", text: `Why was nothing said${" for so very long".repeat(long)}?` };
      d.questions = [...asked(m, QUARREL), ...asked(m, why)];
    });

  it("[BR3] the further ones stand whole in a section of their own where page one has no room, and page one says so", () => {
    const brief = clean(two(1));
    expect(of(brief, "judgment").at(-1)).toBe("The other questions are answered below.");
    const below = of(brief, "other-questions");
    expect(below[0]).toContain("is the leading answer to “Why was nothing said for so very long?”");
    expect(below.map((s) => s.split(" ")[0])).toEqual([expect.any(String), "Given", "Confidence"]);
  });

  it("one question has no such section", () => {
    expect(clean(full()).sections.map((s) => s.id)).not.toContain("other-questions");
    expect(of(clean(full()), "judgment").join(" ")).not.toContain("answered below");
  });

  it("a checked brief does not say that nobody has checked the judgments", () => {
    const confidence = (checkedBy: string | null) =>
      writeBrief(full(), { checkedBy })
        .sections[0]!.sentences.filter((s) => s.confidence !== undefined)
        .map((s) => read(s));
    expect(confidence(null)).toEqual([expect.stringContaining("nobody has checked")]);
    expect(confidence("the editor on duty")).toEqual([expect.not.stringContaining("nobody has checked")]);
  });
});

describe("who says what [CO5]", () => {
  it("a name has its article where the texts give it one, or where it is an institution's that they don't write out", () => {
    const named = (name: string, words: string) =>
      of(
        clean(
          body(1, (_, m) => {
            m.said("blames", "the night porter", { whom: name, words });
          }),
        ),
        "who-says-what",
      )[0];
    expect(named("Amber Column", "The night porter blamed the Amber Column.")).toContain("blamed the Amber Column on");
    expect(named("Red Tide", "The night porter blamed Red Tide.")).toContain("blamed Red Tide on");
    expect(named("Harbour Ministry of Maren", "The night porter blamed them.")).toContain(
      "blamed the Harbour Ministry of Maren on",
    );
    expect(named("Grey Hand", "The night porter blamed them.")).toContain("blamed Grey Hand on");
  });

  it("of an actor that praises the attack in several ways, one line stands, before hints", () => {
    const a = body(1, (_, m) => {
      m.said("suggests", "a column", { whom: "the guard" });
      m.said("praises", "Red Tide", { byActor: "red-tide", whom: "the shooting" });
      m.said("praises", "Red Tide", { byActor: "red-tide", whom: "the gunman" });
    });
    expect(of(clean(a), "who-says-what").filter((s) => s.includes("praised"))).toHaveLength(1);
    expect(saidRows(a).map((r) => r.said)).toEqual(["praises", "suggests"]);
  });

  it("each has speaker, verb, whom, date and on whose word; copies are counted beside their origins [CO7]", () => {
    const said = of(clean(full()), "who-says-what");
    expect(said).toContain(
      "The defence minister blamed the Amber Column on 3 Mar 2031, on the speaker’s own word (4 reports from 1 origin).",
    );
    expect(said).toContain("Coast Ledger pointed to the guard in a report of 4 Mar 2031, naming no source.");
    expect(said).toContain("Reply asked of the Amber Column and the guard: no.");
  });

  it("[LI6] an attribution's count of origins is told as a range where its ends differ", () => {
    const a = full((_, m) => {
      m.said("blames", "the harbour police", {
        whom: "the Amber Column",
        documents: m.fig("police/documents", 5),
        origins: m.fig("police/origins", 2),
        originsTo: m.fig("police/origins-to", 4),
      });
    });
    expect(of(clean(a), "who-says-what").join(" ")).toContain("(5 reports from 2 origins, perhaps 1 to 4).");
  });

  it("the denial of the accused stands in the accusation's own sentence, with both notes", () => {
    const a = full((_, m) => {
      m.said("denies", "Amber Column", {
        byActor: "amber-column",
        when: day("2031-03-05"),
        quote: m.quoted(3, 4, "The Amber Column said it had no part in it."),
      });
    });
    const brief = clean(a);
    const blame = brief.sections[1]!.sentences.find((s) => read(s).includes("blamed"));
    expect(read(blame!)).toContain("; the Amber Column denied it on 5 Mar 2031.");
    expect(blame!.notes).toHaveLength(2);
  });

  it("a reply that was asked is told, with its text or that none is recorded", () => {
    const replied = (text: string | null) =>
      section(
        full((d) => {
          d.replies = [{ actor: "amber-column", asked: true, text }];
        }),
        "who-says-what",
      );
    expect(replied("We were not there.")).toContain(
      "Reply asked of the Amber Column: yes; it answered “We were not there.”.",
    );
    expect(replied(null)).toContain(
      "Reply asked of the Amber Column: yes; none is recorded. Reply asked of the guard: no.",
    );
  });

  it("a missing date, an unnamed speaker and a month read as sentences", () => {
    const a = body(1, (_, m) => {
      m.said("accuses", "nobody named", {
        whom: "Blue League",
        when: null,
        dated: "undated",
        onWhoseWord: "nobody named",
      });
      m.said("claims", "Grey Hand", { when: day("2031-02"), onWhoseWord: "Maren Wire" });
      m.said("blames", "an official", { whom: null, dated: "published", when: day("2031-03-02") });
    });
    const said = of(clean(a), "who-says-what");
    expect(said).toContain("A speaker who is not named accused Blue League, on a day not stated, naming no source.");
    expect(said).toContain("Grey Hand claimed responsibility in Feb 2031, on the word of Maren Wire.");
    expect(said).toContain(
      "An official blamed somebody who is not named in a report of 2 Mar 2031, on the speaker’s own word.",
    );
  });

  it("[BR3] forty speakers with long names stay within page one, and those left out stand in a note", () => {
    const a = full((_, m) => {
      for (let i = 0; i < 40; i++) {
        const long = `the acting deputy spokesman of the provincial council of fisheries and harbours of district ${String.fromCharCode(65 + (i % 26))}${i > 25 ? "x" : ""}`;
        m.said("blames", long, { whom: "Amber Column", whomActor: "amber-column" });
      }
    });
    const brief = clean(a);
    expect(pageOne(brief)).toBeLessThanOrEqual(350);
    expect(pageOne(brief)).toBeGreaterThan(250);
    expect(of(brief, "who-says-what").at(-1)).toBe("What else was said stands in the note.");
    expect(brief.notes.find((n) => n.text?.startsWith("Also said: "))?.text).toContain("district");
  });

  it("where no statement has a day, that is said once, not in each", () => {
    const a = body(1, (_, m) => {
      for (const who of ["an official", "a farmer"])
        m.said("blames", who, { whom: "Blue League", when: null, dated: "undated" });
    });
    expect(of(clean(a), "who-says-what").slice(0, 3)).toEqual([
      "A farmer blamed Blue League, on the speaker’s own word.",
      "An official blamed Blue League, on the speaker’s own word.",
      "None of these statements has a day.",
    ]);
  });

  it("nothing said reads as that", () => {
    expect(section(body(1), "who-says-what")).toBe("No statement was found on who did it.");
  });

  it("reports that no claim was seen, of nobody in particular, name nobody", () => {
    const a = body(2, (_, m) => {
      m.ledger("no-claim-seen", "nobody named", { actor: null });
    });
    expect(section(a, "who-says-what")).toBe("Doc 1 says that no claim was seen.");
    const two = body(2, (_, m) => {
      m.ledger("no-claim-seen", "the group", { actor: null });
      m.ledger("no-claim-seen", "no group", { actor: null, quote: m.quoted(2, 3, "No group has claimed it.") });
    });
    expect(section(two, "who-says-what")).toBe("Docs 1 and 2 say that no claim was seen.");
  });
});

describe("the silence [BR4, SI12]", () => {
  it("is told in counts, over the classes, and says what it cannot tell", () => {
    expect(of(clean(full()), "silence")).toEqual([
      "No claim by the Amber Column was seen by 4 Mar 2031, 18:00 UTC, 31 hours after the attack; doc 1 says so of its own day.",
      "Of 100 such attacks that the Amber Column did, 40 to 85 would be unclaimed by then, depending on the reference class; of 100 that it did not do, 97.",
      "This cannot tell “did it and hides it” from “did not do it”.",
    ]);
  });

  it("a silence of some days names the unit once", () => {
    const a = full((d, m) => {
      const hours = {
        from: m.fig("h/from", 76, "hours"),
        middle: m.fig("h/middle", 88, "hours"),
        to: m.fig("h/to", 100, "hours"),
      };
      d.silences = [silence(m, { hours })];
    });
    expect(of(clean(a), "silence")[0]).toContain("3 to 4 days after the attack");
  });

  it("with a class that a person picked, its number stands first, the span of all beside it", () => {
    const a = full((d, m) => {
      d.silences = [silence(m, { picked: { class: "all its attacks", who: "the night desk", why: "widest" } })];
    });
    expect(of(clean(a), "silence")[1]).toBe(
      "Of 100 such attacks that the Amber Column did, about 60 would be unclaimed by then in the class “all its attacks”, picked by the night desk (40 to 85 across the reference classes); of 100 that it did not do, 97.",
    );
  });

  it("without a record it has no weight and no number; with a claim there is none", () => {
    const with_ = (over: Parameters<typeof silence>[1]) =>
      section(
        body(1, (d, m) => {
          d.silences = [silence(m, over)];
        }),
        "silence",
      );
    expect(with_({ classes: [], note: "no-record" })).toContain(
      "There is no record of how often Amber Column claims what it does, so this silence is given no weight.",
    );
    expect(with_({ note: "no-record" })).toContain(
      "No attack by Amber Column is on record: the classes are of others.",
    );
    expect(with_({ classes: [], note: "claimed" })).toBe(
      "Amber Column has claimed the attack, so there is no silence to weigh.",
    );
  });

  it("several silences share the sentence about what none can tell; too many are named in a note", () => {
    const a = full((d, m) => {
      d.silences = ["Amber Column", "Blue League", "Grey Hand", "Red Tide", "White Reef", "Black Sail"].map((x) =>
        silence(m, {}, x),
      );
    });
    const brief = clean(a);
    expect(pageOne(brief)).toBeLessThanOrEqual(350);
    expect(of(brief, "silence").filter((s) => s.startsWith("This cannot tell"))).toHaveLength(1);
    expect(brief.notes.some((n) => n.text?.startsWith("Also silent"))).toBe(true);
  });
});

describe("the rest", () => {
  it("facts in dispute stand side by side, each with its document and note [BR7]", () => {
    const brief = clean(full());
    const [dispute] = brief.sections.find((s) => s.id === "in-dispute")!.sentences;
    expect(read(dispute!)).toBe("The number killed: 3 (doc 1) against at least 4 (doc 5).");
    const quotes = dispute!.notes.map((n) => brief.notes.find((x) => x.number === n)?.quote);
    expect(quotes).toEqual(["Three guards were killed.", "At least 4 died."]);
  });

  it("a number in words stays in the source's words, its comparator with it; more than two versions are parted by semicolons", () => {
    const a = full((d, m) => {
      const value = (doc: number, text: string, n: number) => ({
        value: { text, figure: m.fig(`n-${doc}`, n, "count", "ST8"), quotes: [m.quoted(doc, 3, `${text} dead.`)] },
        by: [],
      });
      const versions = [value(1, "at least three", 3), value(2, "more than 12", 12), value(5, "4", 4)];
      d.incidents = [{ ...d.incidents[0]!, facts: [{ field: "killed", value: { is: "disputed", versions } }] }];
    });
    expect(of(clean(a), "in-dispute")).toEqual([
      "The number killed: “at least three” (doc 1); more than 12 (doc 2); 4 (doc 5).",
    ]);
  });

  it("the most telling silence comes first: of an actor on record, reported by most", () => {
    const a = full((d, m) => {
      d.silences = [silence(m, { note: "no-record", classes: [] }, "Abbey Circle"), silence(m)];
    });
    expect(of(clean(a), "silence")[0]).toContain("No claim by the Amber Column");
  });

  it("many unseen origins: some by name, the others in a note", () => {
    const a = full((d, m) => {
      const names = ["Alpha", "Bravo", "Cedar", "Delta", "Ember", "Fjord", "Grove", "Heath"].map((n) => `${n} Agency`);
      d.lineage = {
        ...d.lineage,
        unseen: names.map((name, i) => ({ name, actor: null, citedBy: [m.quoted(1, 20 + i, `${name} reported it.`)] })),
      };
    });
    const brief = clean(a);
    expect(of(brief, "not-seen")[0]).toContain("Fjord Agency (in doc 1), and others in the note.");
    expect(brief.notes.some((n) => n.text === "Also cited and not seen: Grove Agency; Heath Agency.")).toBe(true);
  });

  it("what a copy lost is told with an example, and never as an intent [CO12]", () => {
    const [copy] = of(clean(full()), "what-copies-lost");
    expect(copy).toBe(
      "Harbour Today (doc 3), best explained as a rewrite of Maren Wire (doc 1) or of a source of both, lost 2 attributions and lost or changed 1 date: “The harbour master said two guards had quarrelled that morning” is gone.",
    );
    expect(copy).not.toMatch(/plagiar|stolen|fake/i);
  });

  it("[BR5] every standing section is there, also for a document that says nothing", () => {
    const brief = clean(body(1));
    expect(brief.sections.map((s) => s.id)).toEqual([
      "judgment",
      "who-says-what",
      "silence",
      "in-dispute",
      "what-copies-lost",
      "contrary",
      "assumptions",
      "would-change",
      "not-seen",
      "made-how",
    ]);
    expect(brief.sections.every((s) => s.sentences.length > 0)).toBe(true);
    expect(of(brief, "made-how").join(" ")).toContain(
      "1 document was read; it rests on 1 origin. Checked by nobody yet.",
    );
  });

  it("what could not be seen names unseen origins and facts that no document states", () => {
    const text = section(full(), "not-seen");
    expect(text).toContain("Cited and not seen: Estuary Agency (in doc 1).");
    expect(text).toContain("No document states the weapon.");
  });

  it("the next fact says who would lead, by whose judgments, and the chance of that", () => {
    expect(section(full(), "would-change")).toBe(
      "To find out: “the weapon was not issued to the guard”. If so, “an order by the Amber Column” would lead; given the judgments of the night desk, the chance of that is 20 %.",
    );
  });

  it("a next fact with its own answers is asked by them", () => {
    const a = full((d) => {
      d.questions = d.questions.map((q) =>
        q.answer.is !== "weighed"
          ? q
          : {
              ...q,
              answer: { ...q.answer, nextFacts: q.answer.nextFacts.map((f) => ({ ...f, seen: "a hunting rifle" })) },
            },
      );
    });
    expect(section(a, "would-change")).toContain(
      "If the answer is “a hunting rifle”, “an order by the Amber Column” would lead",
    );
  });

  it("conditions and forecasts that the texts name are quoted as what would change it [ST6]", () => {
    const a = body(1, (d, m) => {
      const quote = m.quoted(1, 9, "If the roster is published, the matter is settled.");
      d.named = [
        { kind: "conditional", statement: "s9", quote },
        { kind: "question", statement: "s8", quote: m.quoted(1, 8, "Who warned whom?") },
      ];
    });
    const text = section(a, "would-change");
    expect(text).toContain("Doc 1 names a condition: “If the roster is published, the matter is settled”.");
    expect(text).not.toContain("Who warned whom");
  });

  it("it names its cut, its version, who checked it, and that a judgment holds for every day [RE1]", () => {
    const text = of(writeBrief(full(), { checkedBy: "the night editor" }), "made-how").join(" ");
    expect(text).toContain("Demonstration: invented texts.");
    expect(text).toContain("5 documents were read; they rest on 3 origins (2 to 4).");
    expect(text).toContain("Checked by the night editor.");
    expect(text).toContain(
      "It tells what could be known by 4 Mar 2031, 18:00 UTC, of what was recorded up to event 63.",
    );
    expect(text).toContain("This is not a legal finding");
    expect(writeBrief(full(), { checkedBy: "the night editor" }).state).toBe("checked");
  });

  it("[BR6] a change since the last brief is told, with who led before and what came in and was judged since", () => {
    const changed = (leader: string | null) =>
      full((draft, { fig }) => {
        draft.since = {
          asOf: "2031-03-03T18:00:00.000Z",
          questions: [
            {
              id: "who",
              leader:
                leader === null
                  ? null
                  : {
                      text: leader,
                      from: fig("before/from", 0.3, "share"),
                      to: fig("before/to", 0.52, "share"),
                    },
            },
          ],
          documents: ["d5"],
          judged: [{ who: "day desk", what: "item of evidence: the roster" }],
        };
      });
    const told = (leader: string | null) => of(clean(changed(leader)), "would-change").join(" ");
    expect(told("an order by the Amber Column")).toContain(
      "Since the brief of 3 Mar 2031, 18:00 UTC, given the judgments of then and of now, “Who fired at the post?” went from “an order by the Amber Column”, 30 to 50 in 100, to “a quarrel between guards”",
    );
    expect(told(null)).toContain("went from no judgment to “a quarrel between guards”");
    expect(told(null)).toContain("Since then came in: doc 5. Judged anew since then: item of evidence: the roster.");
  });

  it("[XP11] a speaker who gains by the explanation that it pushes is named with its stake, and judged by nobody", () => {
    const staked = full((draft, { quoted }) => {
      draft.stakes = [
        {
          id: "s",
          actor: "defence",
          actorName: "Defence Office",
          explanation: "order",
          explanationText: "an order by the Amber Column",
          kind: "predicted-effect",
          text: "a larger budget for the border",
          gains: true,
          who: "night desk",
          pushes: [{ statement: "s1", quote: quoted(2, 1, "The Column ordered it.") }],
        },
      ];
    });
    expect(of(clean(staked), "contrary").join(" ")).toContain(
      "Defence Office speaks for “an order by the Amber Column” and has a stake in it, says the night desk: a larger budget for the border.",
    );
  });

  it("[BR1] holds every figure that it prints, and numbers its notes from 1 in the order they are cited", () => {
    const brief = clean(full());
    expect(brief.notes.map((n) => n.number)).toEqual(brief.notes.map((_, i) => i + 1));
    const cited = brief.sections.flatMap((s) => s.sentences.flatMap((x) => [...x.notes]));
    expect(new Set(cited).size).toBe(brief.notes.length);
    expect(brief.figures.length).toBeGreaterThan(10);
  });

  it("a changed figure changes what is printed", () => {
    const a = full();
    const changed = {
      ...a,
      figures: a.figures.map((f) => (f.id === "t/silence/amber-column/span-to" ? { ...f, value: 0.95 } : f)),
    };
    expect(section(a, "silence")).toContain("40 to 85 would be unclaimed");
    expect(section(changed, "silence")).toContain("40 to 95 would be unclaimed");
  });

  it("an assessment that names a figure it does not hold is a mistake of ours, and throws", () => {
    expect(() => writeBrief({ ...full(), figures: [] })).toThrow(/does not hold/);
  });
});
