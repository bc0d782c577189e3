import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/manifest.ts";
import { LIKELIHOOD_BANDS } from "../../src/core/model/likelihood.ts";
import { cli, json } from "./world.ts";

const WIRE = `Two guards killed at Tarn Bridge post

TARN BRIDGE, 3 March 2031 - Two guards were killed on 3 March 2031 when a gunman opened fire at a bridge post near Tarn Bridge, the Interior Ministry said.

The Defence Ministry blamed the Amber Column for the attack.

The Amber Column has not claimed responsibility for the attack.
`;

const LATER = `Roster of the Tarn Bridge post

The Interior Ministry said on 5 March 2031 that the gunman stood on the roster of the post.
`;

let dir = "";
let at = "";
const state = (items: unknown, who = "night desk") =>
  cli(["state", at, "-", "--who", who], { input: JSON.stringify(items) });

const question = { state: "question", question: "who", text: "Who did it?", threshold: 0.8 };
const explanation = (id: string, text: string, more = {}) => ({
  state: "explanation",
  explanation: id,
  question: "who",
  text,
  actors: [],
  ...more,
});
const evidence = (id: string, text: string, more = {}) => ({
  state: "evidence",
  evidence: id,
  text,
  questions: ["who"],
  facts: [],
  values: ["yes", "no"],
  observed: "yes",
  rests: [],
  ...more,
});

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "weighing-"));
  at = join(dir, "tarn.silverblaze");
  await writeFile(join(dir, "wire.txt"), WIRE);
  await writeFile(join(dir, "later.txt"), LATER);
  expect((await cli(["new", at, "--title", "Tarn Bridge", "--who", "night desk"])).exit).toBe(0);
  expect((await cli(["add", at, join(dir, "wire.txt"), "--who", "night desk"])).exit).toBe(0);
  const stated = await state([
    question,
    explanation("column", "The Amber Column"),
    explanation("quarrel", "A quarrel among the guards"),
    explanation("other", "Something else"),
    evidence("roster", "the gunman on the roster", { relevance: "low" }),
    evidence("radio", "radio contact lost before the shots", { relevance: "high" }),
    evidence("weapon", "the weapon not issued", { observed: null }),
  ]);
  expect(stated.exit).toBe(0);
});

/** Commands that change a case, or need more than one: what they print is no account of it. */
const CHANGES = ["new", "add", "import", "state", "weigh", "decide", "undo", "erase", "serve", "watch", "mcp"];

/** Likelihood words of ICD 203, both rows, as whole words. */
const WORDS = new RegExp(
  `\\b(${[...LIKELIHOOD_BANDS.map((b) => b.word), "almost certainly", "remote", "improbable", "probable", "probably", "roughly even odds", "nearly certain"].join("|")})\\b`,
  "iu",
);

describe("without stated judgments [XP3]", () => {
  /** Every command that shows a case, and each format that any of them writes, as the manifest lists them: a new one is searched too. */
  const shows = COMMANDS.filter(
    (c) => (c.takes.startsWith("CASE") || c.takes.startsWith("[CASE")) && !CHANGES.includes(c.name),
  );
  const formats = COMMANDS.flatMap((c) => c.options)
    .filter((o) => o.name === "format" && (o.value ?? "").includes("html"))
    .flatMap((o) => (o.value ?? "").split("|"));
  const lines = [
    ...shows.filter((c) => c.name !== "export").flatMap(({ name }) => [[name], [name, "--json"]]),
    ...formats.map((f) => ["export", "--format", f]),
  ];
  const commands = lines.map((words) => ({ line: words.join(" "), words }));
  const searched: string[] = [];

  test.each(commands)(
    "no likelihood word of ours stands in $line",
    async ({ line, words: [name = "", ...options] }) => {
      const asOf = COMMANDS.find((c) => c.name === name)?.options.some((o) => o.name === "as-of");
      const more = name === "diff" ? ["--from", "1", "--to", "5"] : asOf ? ["--as-of", "2031-03-05"] : [];
      const answer = await cli([name, at, ...options, ...more]);
      expect([0, 4]).toContain(answer.exit);
      expect(answer.out.length).toBeGreaterThan(20);
      expect(WORDS.exec(answer.out)?.[0]).toBeUndefined();
      searched.push(line);
    },
  );

  test.each(shows.map((c) => c.name).filter((n) => n !== "export"))(
    "nor in the page and the text that %s writes",
    async (name) => {
      for (const ending of ["html", "txt"]) {
        const path = join(dir, `page-${name}.${ending}`);
        const answer = await cli([name, at, "-o", path]);
        // Not every command has a page: then it says so.
        if (answer.talk.includes("no-page")) continue;
        const written = await readFile(path, "utf8").catch(() => null);
        if (written !== null) searched.push(`${name} -o .${ending}`);
        expect(WORDS.exec(written ?? "")?.[0]).toBeUndefined();
      }
    },
  );

  test("the list holds every format that is exported, and the pages", () => {
    const all = ["export --format md", "export --format html", "export --format json", "assess", "explanations --json"];
    for (const one of [...all, "silence -o .html", "lineage -o .html", "statements -o .html"])
      expect(searched).toContain(one);
  });

  test("the search sees one: with judgments there is a word", async () => {
    expect(WORDS.test("It is likely, 55 to 80 in 100")).toBe(true);
  });

  test("weigh asks the item first that could move most, in the words of XP2, and stops; five answers give a result, blank ones none", async () => {
    const answers = ["4", "1", "", "2", "2", "3", "q"];
    const { out, talk } = await cli(["weigh", at, "--who", "day desk"], { answers });
    const first = talk.split("\n").find((l) => l.trim() !== "");
    expect(first).toContain("radio contact lost before the shots");
    expect(talk).toContain("how surprised would you be to see it: The Amber Column");
    expect(talk).toContain("1 almost sure to see it   2 would expect it   3 as likely as not");
    expect(talk).toContain("2 of 6 answers given");
    expect(out).toContain("5 weighed; 5 of 6 answers given.");
    expect(out).toMatch(/leads with equal starting chances, a choice and nobody’s judgment: \d+ % to \d+ %/);
  });

  test("with starting chances the same answers give a result that is nobody's choice", async () => {
    await state([
      explanation("column", "The Amber Column", { prior: { from: 0.3, to: 0.5 } }),
      explanation("quarrel", "A quarrel among the guards", { prior: 0.4 }),
      explanation("other", "Something else", { prior: 0.2 }),
    ]);
    const { out } = await cli(["weigh", at, "--who", "day desk"], { answers: ["q"] });
    expect(out).toContain("0 weighed; 5 of 6 answers given.");
    expect(out).toMatch(/“A quarrel among the guards” leads: \d+ % to \d+ %/);
  });
});

describe("whose judgments [XP8]", () => {
  test("--analysts counts those alone, and the answer names them", async () => {
    expect((await cli(["weigh", at, "radio", "column", "almost sure to see it", "--who", "editor"])).exit).toBe(0);
    const all = (await json(["explanations", at])).envelope.result.questions[0].answer;
    const day = (await json(["explanations", at, "--analysts", "day desk,night desk"])).envelope.result.questions[0]
      .answer;
    expect([all.analysts, day.analysts]).toEqual([
      ["day desk", "editor", "night desk"],
      ["day desk", "night desk"],
    ]);
  });
});

describe("a brief from draft to published [BR5, BR6]", () => {
  const brief = async (more: readonly string[] = []) =>
    (await json(["assess", at, "--as-of", "2031-03-05", ...more])).envelope.result.brief;
  const approve = (object: string) =>
    state([{ state: "approval", approval: object, of: "brief", object, role: "the editor on duty" }], "editor");

  test("a draft until it is checked, by role; published after that; a draft again once something is stated", async () => {
    expect((await brief()).state).toBe("draft");
    await approve("published");
    expect((await brief()).state).toBe("draft");
    await approve("checked");
    expect(await brief()).toMatchObject({ state: "published", checkedBy: "the editor on duty" });
    await state([evidence("boots", "boots of the group")]);
    expect(await brief()).toMatchObject({ state: "draft", checkedBy: null });
    await approve("checked");
    expect((await brief()).state).toBe("checked");
  });

  test("an export is remembered, and the next brief says what has changed since, and because of what", async () => {
    const out = join(dir, "brief.md");
    expect((await cli(["export", at, "--as-of", "2031-03-04", "-o", out, "--who", "night desk"])).exit).toBe(0);
    expect(await readFile(out, "utf8")).not.toContain("Since the brief of");
    await cli(["add", at, join(dir, "later.txt"), "--who", "night desk"]);
    await cli(["weigh", at, "boots", "column", "almost sure to see it", "--who", "day desk"]);
    await cli(["weigh", at, "boots", "quarrel", "would be astonished", "--who", "day desk"]);
    const told = (await cli(["export", at, "--as-of", "2031-03-31", "--format", "md"])).out;
    expect(told).toMatch(/Since the brief of 4 Mar 2031.*went from “A quarrel among the guards”/u);
    expect(told).toContain("Judged anew since then");
    const lint = await cli(["lint", at, "--as-of", "2031-03-31"]);
    expect(lint.out).toContain("Nothing found");
  });

  test("[CA3] as of a day before, a later export is not looked at", async () => {
    expect(JSON.stringify(await brief(["--at-seq", "8"]))).not.toContain("Since the brief");
  });
});

describe("score [XP8]", () => {
  test("says what is missing; with an outcome it scores what was given out before it was known", async () => {
    expect((await cli(["score", at])).out).toContain("what proved true");
    const known = { edtf: "2031-05-01", from: "2031-05-01T00:00:00.000Z", to: "2031-05-02T00:00:00.000Z" };
    const stated = await state([{ state: "outcome", question: "who", explanation: "column", known }]);
    expect(stated.exit).toBe(0);
    const { scores } = (await json(["score", at])).envelope.result;
    expect(scores.scores).toHaveLength(1);
    expect(scores.scores[0]).toMatchObject({
      question: "who",
      truth: "column",
      asOf: expect.stringContaining("2031-03"),
    });
    expect(scores.scores[0].log).toBeCloseTo(-Math.log(scores.scores[0].chance), 12);
    expect((await cli(["score", at])).out).toContain("Brier score");
  });
});

describe("an accusation of a person [XP10]", () => {
  const accused = (more: object) =>
    state([explanation("column", "The Amber Column", { prior: { from: 0.3, to: 0.5 }, ...more })]);
  const exported = async (format: string) =>
    (await cli(["export", at, "--as-of", "2031-03-31", "--format", format])).out;
  const FORMATS = ["md", "html", "json"];

  test("takes every number and word off every export, what was given out before too, until a second person has approved", async () => {
    for (const format of FORMATS) expect(WORDS.test(await exported(format)), format).toBe(true);
    await accused({ accusesPerson: true });
    for (const format of FORMATS) {
      const out = await exported(format);
      expect(WORDS.exec(out)?.[0], format).toBeUndefined();
      expect(out, format).not.toMatch(/ in 100 |went from “/u);
      expect(out, format).toContain("no second person has approved");
    }
    const approve = (who: string) =>
      state([{ state: "approval", approval: "named", of: "named-accusation", object: "column", role: "editor" }], who);
    await approve("night desk");
    expect(WORDS.test(await exported("md"))).toBe(false);
    await approve("the editor on duty");
    expect(WORDS.test(await exported("md"))).toBe(true);
    await accused({});
  });
});

describe("weigh [XP2, XP9]", () => {
  const weigh = (...args: readonly string[]) => cli(["weigh", at, "boots-found", ...args, "--who", "third desk"]);

  beforeAll(async () => {
    await state([evidence("boots-found", "boots of the group were found")]);
  });

  test("a chance of 0, a range from 0 and one that runs backwards are refused, with what to give", async () => {
    for (const value of ["0", "0..0.4", "0.7..0.2", "0 %"]) {
      const { exit, talk } = await weigh("column", value);
      expect(exit, value).toBe(2);
      expect(talk, value).toContain("Give a chance over 0 and up to 1");
    }
    expect((await weigh("column", "1.2")).talk).toContain("is none of the words");
  });

  test("a chance may be a number, a percentage, a range or the beginning of a word", async () => {
    for (const value of [".4", "40 %", "30%..50%", "would be a", "1"])
      expect((await weigh("column", value)).exit, value).toBe(0);
  });

  test("asked one by one, a slip is asked again and nothing is lost", async () => {
    const { talk, out } = await cli(["weigh", at, "--who", "fourth desk"], { answers: ["perhaps", "0", "2", "q"] });
    expect(talk).toContain('"perhaps" is none of the words');
    expect(talk).toContain("The answer is 0.");
    expect(out).toContain("1 weighed;");
  });

  test("asks for the values of a fact, and for pairs of two questions", async () => {
    const other = join(dir, "pairs.silverblaze");
    expect((await cli(["new", other, "--title", "Pairs", "--who", "night desk"])).exit).toBe(0);
    const made = await cli(["state", other, "-", "--who", "night desk"], {
      input: JSON.stringify([
        question,
        explanation("column", "The Amber Column"),
        explanation("quarrel", "A quarrel"),
        { state: "question", question: "part", text: "What part?" },
        ...["ordered", "helped"].map((id) => ({
          ...explanation(id, `It ${id}`),
          question: "part",
        })),
        {
          state: "fact",
          fact: "wire-right",
          text: "What the wire says is right",
          values: ["yes", "no"],
          table: { column: [0.8, 0.2], quarrel: [0.3, 0.7] },
        },
        evidence("report", "a second report", { questions: [], facts: ["wire-right"] }),
        evidence("leaflet", "a leaflet", { questions: ["who", "part"] }),
      ]),
    });
    expect(made.exit).toBe(0);
    const { talk, out } = await cli(["weigh", other, "--who", "day desk"], { answers: Array(6).fill("2") });
    expect(talk).toContain("What the wire says is right: yes");
    expect(talk).toContain("The Amber Column and It ordered");
    expect(out).toContain("6 weighed; 6 of 6 answers given.");
  });
});
