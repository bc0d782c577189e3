import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/manifest.ts";
import { why } from "../../src/core/why.ts";
import { cli, json } from "./world.ts";

const dir = mkdtempSync(join(tmpdir(), "silverblaze-cli-"));
const path = (name: string) => join(dir, name);
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(path(name), content);
  return path(name);
};

const WIRE = `Two guards killed at Tarn Bridge post

Two guards were killed on 3 March 2031 when a gunman opened fire at a bridge post near Tarn Bridge, the Interior Ministry said.

The Defence Ministry blamed the Amber Column for the attack. The Amber Column has not claimed responsibility for the attack.
`;
const COPY = `Two guards were killed on 3 March 2031 when a gunman opened fire at a bridge post near Tarn Bridge, the Interior Ministry said.

The Defence Ministry blamed the Amber Column for the attack. Forty warnings were ignored by a harbour office in Velm.
`;

let wire = "";
let copy = "";
beforeAll(() => {
  wire = file("wire.txt", WIRE);
  copy = file("copy.txt", COPY);
});

describe("help and usage", () => {
  test("the help names every command, and each command's help has examples", async () => {
    const help = await cli(["--help"]);
    expect(help.exit).toBe(0);
    for (const command of COMMANDS) {
      expect(help.out).toContain(`  ${command.name}`);
      const own = await cli([command.name, "--help"]);
      expect(own.exit).toBe(0);
      expect(own.out).toContain("Examples:");
      expect(own.out).toContain("--json");
    }
  });

  test("nothing, an unknown command, an unknown option and too few arguments are usage: exit 2, each with what to do", async () => {
    const cases = [[], ["chek"], ["compare", "--nope", "a", "b"], ["compare", wire], ["check", wire]];
    for (const args of cases) {
      const answer = await cli(args);
      expect(answer.exit).toBe(2);
      expect(answer.out + answer.talk).toContain("silverblaze");
    }
    expect((await cli(["chek"])).talk).toContain("Did you mean check?");
  });

  test("no line of help is wider than 80 columns, but for a command that is typed as it stands", async () => {
    for (const args of [["--help"], ...COMMANDS.map((c) => [c.name, "--help"])]) {
      const wide = (await cli(args)).out.split("\n").filter((l) => l.length > 80 && !l.startsWith("  silverblaze "));
      expect(wide, args.join(" ")).toEqual([]);
    }
  });

  test("a field that is left out is said to be missing, with what it takes", async () => {
    const at = path("missing.silverblaze");
    await cli(["new", at, "--who", "night desk"]);
    const input = JSON.stringify({ state: "explanation", explanation: "quarrel", question: "who", text: "A quarrel" });
    const { exit, talk } = await cli(["state", at, "-", "--who", "night desk"], { input });
    expect(exit).toBe(3);
    expect(talk.replace(/\s+/g, " ")).toContain(
      "field actors: missing; give a list, [] if it is empty. Mend the field",
    );
  });

  test.each(["statements", "assess", "lineage", "precedents"])(
    "%s says so when no document could be known by the day",
    async (command) => {
      const later = file("later.txt", `Published: 2031-03-05 10:00 UTC\n\n${WIRE}`);
      const { talk } = await cli([command, later, "--as-of", "2031-03-04"]);
      expect(talk).toContain("No document could be known by 4 Mar 2031");
    },
  );

  test("notes of one kind are told twice and then counted; --json gives each", async () => {
    const paths = [1, 2, 3, 4].map((n) => file(`undated-${n}.txt`, `${WIRE} The guard spoke on Monday (${n}).`));
    const { talk } = await cli(["statements", ...paths]);
    expect(talk.match(/can't be resolved/g)).toHaveLength(2);
    expect(talk).toContain("2 more of this kind");
    const { out } = await cli(["statements", ...paths, "--json"]);
    const { problems } = JSON.parse(out) as { problems: { code: string }[] };
    expect(problems.filter((p) => p.code === "relative-dates-left-out")).toHaveLength(4);
  });

  test("a wrong port, language code or place to write is refused with what to give, and a file that is no JSON is no assessment", async () => {
    for (const [args, words] of [
      [["serve", wire, "--port", "99999"], "a port from 1 to 65535"],
      [["serve", wire, "--port", "abc"], "a port from 1 to 65535"],
      [["assess", wire, "--language", "klingon"], "such as en or ar"],
      [["compare", wire, copy, "--prior-odds", "-1"], "--prior-odds=VALUE"],
      [["check", copy, "--against", wire, "-o", path("nowhere/check.html")], "there is no such folder"],
      [["why", wire], "no case and no assessment"],
    ] as const) {
      const { exit, talk } = await cli(args);
      expect(exit, args.join(" ")).toBeGreaterThan(1);
      expect(talk.replace(/\s+/g, " ")).toContain(words);
    }
  });

  test("assess says which document each number stands for, on the terminal and in Markdown", async () => {
    const { out } = await cli(["assess", wire, copy, "--as-of", "2031-03-05"]);
    expect(out).toContain("Documents\n1 copy.txt, undated\n2 wire.txt, undated\n");
    await cli(["assess", wire, copy, "--as-of", "2031-03-05", "-o", path("key.md")]);
    expect(readFileSync(path("key.md"), "utf8")).toContain(
      "## Documents\n\n1. copy.txt, undated\n2. wire.txt, undated\n",
    );
  });

  test("days of another year than the one asked about stand whole on the first screen", async () => {
    const dated = file("dated.txt", `Published: 2031-03-03 10:00 UTC\n\n${WIRE}`);
    const { out } = await cli(["assess", dated, "--as-of", "2032-01-01"]);
    expect(out).toMatch(/^ ?3 Mar 2031 .*Defence Ministry/m);
  });

  test("a failure has the same envelope as an answer", async () => {
    const { exit, envelope } = await json(["why", path("nowhere.silverblaze")]);
    expect(exit).toBe(3);
    expect(Object.keys(envelope)).toEqual(["schema", "version", "result", "problems"]);
    expect(envelope.result).toBeNull();
    expect(envelope.problems[0].message).toContain("nowhere");
  });

  test("--version prints the package's version", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    expect((await cli(["--version"])).out).toBe(`${version}\n`);
  });
});

describe("texts", () => {
  test("check says what is backed and what has no source; --strict exits 4", async () => {
    const { envelope, exit } = await json(["check", copy, "--against", wire]);
    expect(exit).toBe(0);
    expect(envelope.result.sentences.map((s: { verdict: string }) => s.verdict)).toEqual([
      "backed",
      "backed",
      "no-source",
    ]);
    expect((await cli(["check", copy, "--against", wire, "--strict"])).exit).toBe(4);
    expect((await cli(["check", wire, "--against", wire, "--strict"])).exit).toBe(0);
  });

  test("[CO12] compare never says what was meant", async () => {
    const { out } = await cli(["compare", wire, copy]);
    expect(out.replace(/\s+/g, " ")).toMatch(/best explained by|or both from a source that we have not seen/);
    expect(out).not.toMatch(/plagiar|stolen|fake|deliberate(?:ly)? copied/i);
  });

  test("-o writes a page, text or JSON by its ending, and names the forms when it can't", async () => {
    for (const ending of ["html", "json", "txt"]) {
      const to = path(`compare.${ending}`);
      expect((await cli(["compare", wire, copy, "-o", to])).exit).toBe(0);
      expect(readFileSync(to, "utf8").length).toBeGreaterThan(300);
    }
    const wrong = await cli(["compare", wire, copy, "-o", path("compare.pdf")]);
    expect(wrong.exit).toBe(2);
    expect(wrong.talk).toContain(".html");
    expect((await cli(["compare", wire, copy, "-o", path("no/such/folder/x.txt")])).exit).toBe(2);
  });

  test("stdin is a text too", async () => {
    const { envelope } = await json(["check", "-", "--against", wire], { input: COPY });
    expect(envelope.result.sentences).toHaveLength(3);
  });

  test("assess prints a first screen within 25 lines of 80 columns, without any probability", async () => {
    const { out, exit } = await cli(["assess", wire, copy, "--as-of", "2031-03-04"]);
    expect(exit).toBe(0);
    const screen = out.split("\n").slice(0, out.split("\n").indexOf(""));
    const end = out.split("\n").findIndex((l) => l.startsWith("───"));
    expect(end).toBeGreaterThan(0);
    expect(end - 1).toBeLessThanOrEqual(25);
    expect(
      out
        .split("\n")
        .slice(0, end)
        .every((l) => l.length <= 80),
    ).toBe(true);
    expect(out).toContain("No probabilities: nobody has stated a judgment yet");
    expect(screen.length).toBeGreaterThan(0);
  });

  test("control characters of a text never reach the terminal", async () => {
    const evil = file(
      "evil.txt",
      `${WIRE}\nThe Defence Ministry \u001b]0;owned\u0007\u001b[31msaid\u202e that it blamed the Amber Column.\n`,
    );
    for (const args of [
      ["statements", evil, "--all"],
      ["compare", wire, evil],
      ["assess", evil],
      ["check", evil, "--against", wire],
    ]) {
      const { out, talk } = await cli(args);
      expect(out + talk).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }
  });

  test("lineage as a tree and in Graphviz' language", async () => {
    expect((await cli(["lineage", wire, copy])).out).toMatch(/└─/);
    expect((await cli(["lineage", wire, copy, "--dot"])).out).toMatch(/^digraph lineage \{/);
  });
});

describe("bad input", () => {
  test.each([
    ["an empty file", () => file("empty.txt", "")],
    ["a binary file", () => file("binary.bin", new Uint8Array([0, 1, 2, 3, 0, 255, 254, 0, 7]))],
    ["a 50 MB line", () => file("long.txt", Buffer.alloc(50_000_000, 97))],
    [
      "a broken encoding",
      () =>
        file(
          "broken.txt",
          Buffer.concat([Buffer.from("Text "), Buffer.alloc(400, 0x81), Buffer.from([0xff, 0xfe, 0x00])]),
        ),
    ],
    ["a missing file", () => path("missing.txt")],
    ["an address without --fetch", () => "https://maren.example/report"],
  ])("%s is refused by name with exit 3, and the rest is still done", async (_what, make) => {
    const bad = make();
    const { exit, envelope } = await json(["statements", bad, wire]);
    expect(exit).toBe(3);
    expect(
      envelope.problems.some(
        (p: { severity: string; message: string }) =>
          p.severity === "error" && p.message.includes(bad.split("/").at(-1) ?? bad),
      ),
    ).toBe(true);
    expect(envelope.result.statements.length).toBeGreaterThan(0);
  });

  test("a folder with one bad file: the others are added, the bad one is named, exit 3; the case holds", async () => {
    mkdirSync(path("folder"), { recursive: true });
    file("folder/a.txt", WIRE);
    file("folder/b.txt", COPY);
    file("folder/bad.pdf", "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
    const at = path("folder.silverblaze");
    await cli(["new", at, "--who", "night desk"]);
    const { exit, envelope } = await json(["add", at, path("folder"), "--who", "night desk"]);
    expect(exit).toBe(3);
    expect(envelope.result.added).toHaveLength(2);
    expect((await cli(["verify", at])).exit).toBe(0);
  });

  test("a case where a text is wanted, and a text where a case is wanted, are each refused", async () => {
    const at = path("kind.silverblaze");
    await cli(["new", at, "--who", "x"]);
    expect((await cli(["compare", at, wire])).exit).toBe(3);
    expect((await cli(["history", wire])).exit).toBe(3);
  });

  test("a day that is none, and an as-of before the attack, are usage errors that say what to give", async () => {
    const wrong = await cli(["assess", wire, "--as-of", "yesterday"]);
    expect([wrong.exit, wrong.talk.includes("2031-03-04")]).toEqual([2, true]);
    const german = await cli(["assess", wire, "--lang", "de"]);
    expect([german.exit, german.talk.includes("Give en or ar")]).toEqual([2, true]);
    const early = await cli(["silence", "--actor", "Amber Column", "--attack", "2031-03-03", "--as-of", "2031-03-01"]);
    expect([early.exit, early.talk.includes("as-of-before-attack")]).toEqual([2, true]);
  });
});

describe("a case, from new to export", () => {
  const at = join(dir, "tarn.silverblaze");
  const state = (items: unknown) => cli(["state", at, "-", "--who", "night desk"], { input: JSON.stringify(items) });

  test("new, add, state, weigh, explanations: a posterior comes only when somebody has judged", async () => {
    expect((await cli(["new", at, "--title", "Tarn Bridge", "--who", "night desk"])).exit).toBe(0);
    expect((await cli(["add", at, wire, copy, "--who", "night desk"])).exit).toBe(0);
    const stated = await state([
      { state: "question", question: "who", text: "Who did it?" },
      {
        state: "explanation",
        explanation: "column",
        question: "who",
        text: "The Amber Column",
        actors: [],
        prior: 0.5,
      },
      { state: "explanation", explanation: "other", question: "who", text: "Something else", actors: [], prior: 0.5 },
      {
        state: "evidence",
        evidence: "roster",
        text: "the gunman on the roster",
        questions: ["who"],
        facts: [],
        values: ["yes", "no"],
        observed: "yes",
        rests: [],
      },
    ]);
    expect(stated.exit).toBe(0);
    expect((await json(["explanations", at])).envelope.result.questions[0].answer.is).toBe("unknown");
    for (const [x, w] of [
      ["column", "would be surprised"],
      ["other", "would expect it"],
    ] as const) {
      expect((await cli(["weigh", at, "roster", x, w, "--who", "night desk", "--why", "two rosters"])).exit).toBe(0);
    }
    const { envelope } = await json(["explanations", at]);
    expect(envelope.result.questions[0].answer.ranking[0].id).toBe("other");
  });

  test("weigh without an item asks one at a time, skips on an empty answer, stops at q", async () => {
    const { envelope } = await json(["weigh", at, "--who", "day desk"], { answers: ["", "4", "q"] });
    expect(envelope.result.events).toBe(1);
    expect((await cli(["weigh", at, "--who", "day desk"])).exit).toBe(2);
  });

  test("decide: a proposal accepted, another rejected; the statements follow", async () => {
    const list = (await json(["statements", at])).envelope.result.statements as {
      id: string;
      frame: string;
      status: string;
    }[];
    const [first, second] = list.filter((s) => s.frame !== "own-voice");
    expect((await cli(["decide", at, first?.id ?? "", "accept", "--who", "editor"])).exit).toBe(0);
    expect((await cli(["decide", at, second?.id ?? "", "reject", "--who", "editor", "--why", "misread"])).exit).toBe(0);
    const after = (await json(["statements", at])).envelope.result.statements as { id: string; status: string }[];
    expect(after.find((s) => s.id === first?.id)?.status).toBe("accepted");
    expect(after.some((s) => s.id === second?.id)).toBe(false);
    expect((await cli(["decide", at, "nothing:1-2", "accept", "--who", "editor"])).exit).toBe(3);
    const accepted = (await json(["statements", at, "--basis", "accepted"])).envelope.result.statements;
    expect(accepted).toHaveLength(1);
  });

  test("statements --queue: only what nobody has decided, that on which most figures rest first", async () => {
    const { result } = (await json(["statements", at, "--queue"])).envelope;
    expect(result.statements.length).toBeGreaterThan(0);
    expect(result.statements.every((s: { status: string }) => s.status === "proposed")).toBe(true);
    const { out } = await cli(["statements", at, "--queue"]);
    const counts = [...out.matchAll(/^doc \d+ par \d+ .*?\s(\d+)\s/gm)].map((m) => Number(m[1]));
    expect(counts.length).toBe(result.statements.length);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });

  test("statements -o report.html: the page holds the whole text with what was said marked in it", async () => {
    const page = path("marked.html");
    expect((await cli(["statements", wire, "-o", page])).exit).toBe(0);
    const html = readFileSync(page, "utf8");
    expect(html).toContain("Two guards killed at Tarn Bridge post");
    expect(html).toMatch(/blamed the Amber Column for <span class="sp prop">the attack<sup>/);
  });

  test("undo takes an event back, undoing that brings it again; --at-seq shows what was recorded", async () => {
    const before = (await json(["history", at])).envelope.result;
    const question = before.events.find((e: { type: string }) => e.type === "question.stated").seq;
    expect((await cli(["undo", at, String(question), "--who", "editor", "--why", "test"])).exit).toBe(0);
    expect((await json(["explanations", at])).envelope.result.questions).toEqual([]);
    const old = await json(["explanations", at, "--at-seq", String(before.head.seq)]);
    expect(old.envelope.result.questions).toHaveLength(1);
    const seq = (await json(["history", at])).envelope.result.head.seq;
    expect((await cli(["undo", at, String(seq), "--who", "editor"])).exit).toBe(0);
    expect((await json(["explanations", at])).envelope.result.questions).toHaveLength(1);
    expect((await cli(["undo", at, "999", "--who", "editor"])).exit).toBe(3);
  });

  test("why: a figure of a case, and of the assessment's JSON; a tampered one exits 4", async () => {
    const to = path("assessment.json");
    expect((await cli(["assess", at, "--as-of", "2031-03-04", "-o", to])).exit).toBe(0);
    const envelope = JSON.parse(readFileSync(to, "utf8"));
    const figures = envelope.result.figures as { id: string; value: number; by?: string }[];
    const origins = figures.find((f) => f.id.endsWith("/lineage/origins"));
    expect((await cli(["why", to, origins?.id ?? ""])).exit).toBe(0);
    expect((await cli(["why", at, origins?.id ?? "", "--as-of", "2031-03-04"])).exit).toBe(0);
    const tampered = {
      ...envelope,
      result: { ...envelope.result, figures: figures.map((f) => (f.id === origins?.id ? { ...f, value: 7 } : f)) },
    };
    const bad = file("tampered.json", JSON.stringify(tampered));
    const answer = await cli(["why", bad, origins?.id ?? ""]);
    expect([answer.exit, answer.talk.includes("figure-differs")]).toEqual([4, true]);
    expect((await cli(["why", to, "no/such"])).exit).toBe(3);
    expect((await cli(["why", file("other.json", "{}"), "x"])).exit).toBe(3);
    expect((await cli(["why", file("broken.json", "{"), "x"])).exit).toBe(3);
  });

  test("export writes Markdown, a page and JSON, and each is an event with its hash", async () => {
    for (const format of ["md", "html", "json"]) {
      const to = path(`brief.${format}`);
      expect((await cli(["export", at, "--format", format, "-o", to])).exit).toBe(0);
      expect(readFileSync(to, "utf8")).toContain("Tarn Bridge");
    }
    const types = (await json(["history", at])).envelope.result.events.map((e: { type: string }) => e.type);
    expect(types.filter((t: string) => t === "export.made")).toHaveLength(3);
  });

  test("lint finds nothing in our own brief, and something in one that was changed", async () => {
    expect((await cli(["lint", at])).exit).toBe(0);
    const brief = JSON.parse(readFileSync(path("brief.json"), "utf8")).brief;
    const changed = { ...brief, sections: brief.sections.filter((s: { id: string }) => s.id !== "not-seen") };
    expect((await cli(["lint", file("changed.json", JSON.stringify(changed))])).exit).toBe(4);
  });

  test("[CO10] erase: the words are in no file of the case any more, and the case verifies", async () => {
    const added = (await json(["history", at])).envelope.result.events.find(
      (e: { type: string; body: { name?: string } }) =>
        e.type === "document.added" && e.body.name?.endsWith("copy.txt"),
    );
    const options = ["--who", "editor", "--why", "court order", "--authority", "a court"];
    const phrase = "Forty warnings were ignored";
    const holds = () =>
      ["", "-wal", "-shm", ".head", "-cache", "-cache-wal"].some((end) => {
        try {
          return readFileSync(at + end).includes(phrase);
        } catch {
          return false;
        }
      });
    expect(holds()).toBe(true);
    expect((await cli(["erase", at, added.body.original, ...options])).exit).toBe(2);
    expect((await cli(["erase", at, added.body.original, ...options, "--yes"])).exit).toBe(0);
    expect(holds()).toBe(false);
    const verified = await cli(["verify", at]);
    expect([verified.exit, verified.out.includes("court order")]).toEqual([0, true]);
    expect((await cli(["assess", at])).out).not.toContain(phrase);
    const export_ = await json(["export", at, "--format", "json"]);
    expect(JSON.stringify(export_.envelope)).not.toContain(phrase);
  });
});

describe("the demo case", () => {
  const made = cli(["demo", "--dir", path("demo")]);
  const files = ["brief.html", "brief.md", "assessment.json"];

  test("prints the first screen, the brief and where its files are, and says everywhere that it is a demonstration", async () => {
    const { exit, out } = await made;
    expect(exit).toBe(0);
    expect(out.split("\n").findIndex((l) => l.startsWith("───"))).toBeLessThanOrEqual(26);
    for (const name of files) {
      expect(out).toContain(join(path("demo"), name));
      expect(readFileSync(join(path("demo"), name), "utf8")).toContain("Demonstration: invented texts");
    }
    const at = join(path("demo"), "demo.silverblaze");
    for (const args of [
      ["assess", at],
      ["statements", at],
      ["lineage", at],
      ["silence", at],
      ["explanations", at],
      ["export", at],
    ]) {
      expect((await cli(args)).out).toContain("Demonstration: invented texts");
    }
    const [a, b] = ["wire.txt", "rewrite.html"].map(
      (n) => new URL(`../../examples/demo/documents/${n}`, import.meta.url).pathname,
    );
    expect((await cli(["compare", a ?? "", b ?? ""])).out).toContain("Demonstration: invented texts");
  });

  test("[CO8] the name and contact of a protected source are in no export", async () => {
    await made;
    const items = JSON.parse(readFileSync(new URL("../../examples/demo/case.json", import.meta.url), "utf8"));
    const held = items.find((i: { state?: string; protected?: boolean }) => i.state === "source" && i.protected);
    expect(held.name.length).toBeGreaterThan(5);
    for (const name of files) expect(readFileSync(join(path("demo"), name), "utf8")).not.toContain(held.name);
    const at = join(path("demo"), "demo.silverblaze");
    for (const args of [
      ["assess", at, "--json"],
      ["statements", at, "--json"],
      ["lineage", at, "--dot"],
    ]) {
      const { out, talk } = await cli(args);
      expect(out + talk).not.toContain(held.name);
    }
  });

  test("every figure of the demo comes out again, down to words, judgments, rows and tables", async () => {
    await made;
    const assessment = JSON.parse(readFileSync(join(path("demo"), "assessment.json"), "utf8"));
    const bad = assessment.figures.filter((f: { id: string }) => {
      const trace = why(assessment, f.id);
      return !("holds" in trace) || !trace.holds;
    });
    expect(assessment.figures.length).toBeGreaterThan(300);
    expect(bad.map((f: { id: string }) => f.id)).toEqual([]);
  });
});

describe("silence without a case", () => {
  const base = ["silence", "--actor", "Amber Column", "--attack", "2031-03-03T00:00Z"];

  test("classes and laws as typed, side by side, at each as-of; intervals for counted classes only", async () => {
    const { envelope, exit } = await json([
      ...base,
      "--as-of",
      "2031-03-04T00:00Z",
      "--as-of",
      "2031-03-08T00:00Z",
      "--class",
      "counted=18/31",
      "--class",
      "ratio=153/551:ratio",
      "--class",
      "assumed=95/100:assumed",
      "--lag",
      "weibull:13.612292739077622h,0.9495103812325691",
      "--seen",
      "1",
      "--false-share",
      "0",
    ]);
    expect(exit).toBe(0);
    expect(envelope.result.classes).toHaveLength(2);
    const [counted, ratio, assumed] = envelope.result.classes[0].classes;
    expect([typeof counted.lower, ratio.lower, assumed.lower]).toEqual(["number", undefined, undefined]);
    expect(envelope.result.assumptions.falseClaims).toBe("no false claims");
    expect(ratio.factor).toBeCloseTo(0.77, 2);
  });

  test("[SI9] a class typed as a query is counted in the records; features of the attack cut and tell the offered ones", async () => {
    const rows = Array.from({ length: 12 }, (_, i) => {
      const month = String(i + 1).padStart(2, "0");
      return `r${i},2030-${month}-01,Amber Column,${i % 3 === 0 ? "no" : "yes"},XV,security,${i < 4 ? "yes" : "no"}`;
    });
    const register = file("register.csv", ["incident,date,actor,claimed,country,target,insider", ...rows].join("\n"));
    const asked = [...base, "--as-of", "2031-03-04", "--records", register];
    const counts = (envelope: {
      result: { silences: readonly { classes: readonly { name: string; n: string }[] }[] };
    }) => {
      const { figures } = envelope.result as unknown as { figures: readonly { id: string; value: number }[] };
      const classes = envelope.result.silences[0]?.classes ?? [];
      return Object.fromEntries(classes.map((c) => [c.name, figures.find((f) => f.id === c.n)?.value]));
    };
    const typed = await json([
      ...asked,
      "--class",
      "insiders: insider=yes",
      "--class",
      "spring: period=2030-03/2030-05",
    ]);
    expect(counts(typed.envelope)).toMatchObject({ insiders: 4, spring: 3 });
    const offered = await json([...asked, "--feature", "insider=yes", "--feature", "country=XV"]);
    expect(Object.values(counts(offered.envelope))).toEqual(expect.arrayContaining([4, 12]));
    const none = await json([...base, "--as-of", "2031-03-04", "--class", "insiders: insider=yes"]);
    expect([none.exit, none.envelope.problems[0].code]).toEqual([2, "class-needs-records"]);
  });

  test("the same figures as in a case: curve, what each thing moves, what missing records do, and a page", async () => {
    const typed = [...base, "--as-of", "2031-03-04", "--class", "all=62/155", "--class", "posts=18/31<all=62/155"];
    const { envelope, exit } = await json(typed);
    expect(exit).toBe(0);
    const [silence] = envelope.result.silences;
    const value = (id: string) => envelope.result.figures.find((f: { id: string }) => f.id === id).value;
    expect(silence.classes.map((c: { name: string }) => c.name)).toEqual(["posts", "all"]);
    // Beta(18 + 10·62/155, 13 + 10·93/155).
    expect(value(silence.classes[0].share)).toBeCloseTo(22 / 41, 12);
    const { out } = await cli(typed);
    for (const words of ["still unclaimed", "one thing changed", "claims seen: 50 in 100", "so many are laid to it"])
      expect(out).toContain(words);
    const page = path("silence.html");
    expect((await cli([...typed, "-o", page])).exit).toBe(0);
    const html = readFileSync(page, "utf8");
    for (const words of ["Still unclaimed, of 100", "What moves it", "If unclaimed attacks are missing"])
      expect(html).toContain(words);
  });

  test("without a class for an unknown actor it says that there is no record", async () => {
    const { out } = await cli([...base, "--as-of", "2031-03-05"]);
    expect(out).toContain("any");
    expect(out).toContain("can't tell");
  });

  test("all wrong options are refused at once", async () => {
    const { exit, talk } = await cli([...base, "--as-of", "2031-03-05", "--class", "x=9/3", "--lag", "gamma:2h"]);
    expect(exit).toBe(2);
    expect(talk.match(/^error/gm)).toHaveLength(2);
  });
});
