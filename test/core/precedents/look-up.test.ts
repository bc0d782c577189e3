import { describe, expect, it } from "vitest";
import type { OfferedPrecedent } from "../../../src/core/model/precedents.ts";
import type { RecordRow } from "../../../src/core/model/silence.ts";
import { wholeDay } from "../../../src/core/model/time.ts";
import { periodOf, shippedPrecedents } from "../../../src/core/precedents/data.ts";
import { lookUpPrecedent } from "../../../src/core/precedents/look-up.ts";

const library = shippedPrecedents();
const offered = (part: Partial<OfferedPrecedent>): OfferedPrecedent => ({
  label: "as the text has it",
  when: null,
  country: null,
  places: [],
  actor: null,
  traits: {},
  claim: null,
  ...part,
});
const lookUp = (part: Partial<OfferedPrecedent>, records: readonly RecordRow[] = []) =>
  lookUpPrecedent(offered(part), { library, records });
const row = (part: Partial<RecordRow>): RecordRow => ({
  set: "quay",
  line: 4,
  date: wholeDay("2030-01-04"),
  actor: "amber-column",
  claimed: true,
  lagHours: null,
  knownFrom: null,
  traits: { country: "QM" },
  label: "Port Maren",
  ...part,
});

describe("[PR2] a precedent that a source offers", () => {
  it("is found and agrees: the day, the country, and nothing that both state differs", () => {
    const found = lookUp({ when: wholeDay("2019-01-16"), country: "SY", actor: "islamic-state", claim: "yes" });
    expect(found).toMatchObject({ verdict: "found-and-agrees", found: ["manbij-2019"], differs: [] });
    expect(found.agrees).toContain("claimed");
  });

  it("is found and differs: a text that says it was unclaimed where a claim is on record", () => {
    const found = lookUp({
      when: wholeDay("2019-01-16"),
      country: "SY",
      claim: "no",
      traits: { attackType: "shooting" },
    });
    expect(found.verdict).toBe("found-and-differs");
    expect(found.differs).toEqual([
      "a shooting, says the text; a suicide attack",
      "not claimed, says the text; claimed",
    ]);
  });

  it("where sources differ on the claim, either word on it differs", () => {
    for (const claim of ["yes", "no"] as const) {
      const found = lookUp({ when: wholeDay("2015-07-20"), country: "TR", claim });
      expect(found).toMatchObject({ verdict: "found-and-differs", found: ["suruc-2015"] });
      expect(found.differs[0]).toContain("sources differ");
    }
  });

  it("is found by the name of its place, a day off, where no country is given", () => {
    expect(lookUp({ when: wholeDay("2017-01-02"), places: ["Istanbul"] }).found).toEqual(["istanbul-reina-2017"]);
  });

  it("is not found, and says where it was looked for and what is known to be missing", () => {
    const found = lookUp({ when: periodOf("2017/2018"), country: "IQ", traits: { insider: true }, claim: "no" }, [
      row({}),
    ]);
    expect(found.verdict).toBe("not-found");
    expect(found.looked).toEqual([
      `the library of ${library.precedents.length} cited incidents`,
      "the record set quay, 1 rows",
    ]);
    expect(found.knownMissing.map((n) => n.id)).toContain("centcom-insider-iraq");
    expect(lookUp({ when: wholeDay("2016-11-04"), country: "XV" }).verdict).toBe("not-found");
    expect(lookUp({ places: ["Istanbul"] }).verdict, "without a time nothing can be looked up").toBe("not-found");
  });

  it("a period is found in what sources say of periods", () => {
    const found = lookUp({ when: periodOf("2020"), country: "SY", claim: "no" });
    expect(found).toMatchObject({ verdict: "found-and-agrees", found: ["badia-2020", "badia-2020-autumn"] });
    expect(lookUp({ when: periodOf("2020"), country: "SY", claim: "yes" }).verdict).toBe("found-and-differs");
  });

  it("is found in the case's own records, of the same actor where both name one", () => {
    const when = wholeDay("2030-01-04");
    const records = [row({}), row({ line: 5, actor: "reed-banner", claimed: false })];
    const found = lookUp({ when, country: "QM", actor: "amber-column", claim: "yes" }, records);
    expect(found).toMatchObject({ verdict: "found-and-agrees", found: ["quay, line 4"] });
    expect(lookUp({ when, country: "QM", actor: "grey-hand" }, records).verdict).toBe("not-found");
    const denied = lookUp({ when, country: "QM", claim: "yes" }, [row({ claimed: false, denied: true })]);
    expect(denied.differs).toEqual(["claimed, says the text; denied"]);
  });
});
