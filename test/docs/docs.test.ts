import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/manifest.ts";
import { parseCommand } from "../../src/cli/parse.ts";
import { anchorsOf, commandsOf, linksOf, pages, read, root, wordsOf } from "./markdown.ts";

const all = pages();

describe("links", () => {
  it("every relative link leads to a file, and to a heading that is there", () => {
    const broken = all.flatMap((page) =>
      linksOf(read(page))
        .filter((link) => !/^[a-z]+:/i.test(link))
        .filter((link) => !leadsSomewhere(page, link))
        .map((link) => `${page}: ${link}`),
    );
    expect(broken).toEqual([]);
  });

  it("the test of that sees a broken one, and leaves code alone", () => {
    expect(linksOf("[a](b.md) `[c](d.md)`\n```\n[e](f.md)\n```\n![g](h.png)")).toEqual(["b.md", "h.png"]);
    expect(leadsSomewhere("README.md", "docs/reference/cli.md#exit-codes")).toBe(true);
    expect(leadsSomewhere("README.md", "docs/reference/cli.md#no-such-heading")).toBe(false);
    expect(leadsSomewhere("README.md", "docs/no-such-page.md")).toBe(false);
  });

  it("docs/README.md leads to every page of guide, reference and decisions, docs/method/README.md to every rule's", () => {
    const reached = new Set(linksOf(read("docs/README.md")).map((l) => posix.join("docs", l)));
    const listed = all.filter((p) => /^docs\/(guide|reference|decisions)\//.test(p));
    expect(listed.filter((p) => !reached.has(p))).toEqual([]);
    const rules = new Set(linksOf(read("docs/method/README.md")).map((l) => posix.join("docs/method", l)));
    const written = all.filter((p) => p.startsWith("docs/method/") && !p.endsWith("README.md"));
    expect(written.filter((p) => !rules.has(p))).toEqual([]);
  });

  it("decisions are numbered one after the other", () => {
    const numbers = readdirSync(join(root, "docs/decisions")).map((f) => Number(f.slice(0, 4)));
    expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, i) => i + 1));
  });
});

function leadsSomewhere(page: string, link: string): boolean {
  const [path = "", anchor] = decodeURIComponent(link).split("#");
  const target = path === "" ? page : posix.join(dirname(page), path);
  if (!existsSync(join(root, target))) return false;
  if (anchor === undefined) return true;
  return statSync(join(root, target)).isFile() && anchorsOf(read(target)).includes(anchor);
}

describe("commands", () => {
  const withCommands = all.filter((p) => /^(README|CONTRIBUTING|docs\/|examples\/)/.test(p));

  it("every silverblaze line of the docs is understood: its command, options and number of arguments", () => {
    const lines = withCommands.flatMap((page) => commandsOf(read(page)).map((line) => ({ page, line })));
    expect(lines.length).toBeGreaterThan(30);
    const wrong = lines.flatMap(({ page, line }) => {
      const parsed = parseCommand(wordsOf(line).slice(1));
      return "problems" in parsed ? [`${page}: ${line}: ${parsed.problems.map((p) => p.message).join(" ")}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it("the test of that refuses a wrong option, and reads quotes and pipes", () => {
    expect(commandsOf("```\n$ cat x | silverblaze check - --against y > z\n# silverblaze\n```")).toEqual([
      "silverblaze check - --against y",
    ]);
    expect(wordsOf(`a "b c"=d 'e f'`)).toEqual(["a", "b c=d", "e f"]);
    expect(parseCommand(["check", "a", "--agianst", "b"])).toHaveProperty("problems");
  });

  it("every example of the help is understood", () => {
    for (const { examples, name } of COMMANDS) {
      expect(examples.length, name).toBeGreaterThan(0);
      for (const [line] of examples) expect(parseCommand(wordsOf(line)), line).not.toHaveProperty("problems");
    }
  });

  it("every option named in the guides and the README is one of the program's", () => {
    const known = new Set(COMMANDS.flatMap((c) => c.options.map((o) => o.name)));
    for (const o of ["json", "output", "quiet", "no-color", "help", "version"]) known.add(o);
    // Of npm.
    for (const o of ["data", "ignore-scripts"]) known.add(o);
    const wrong = all
      .filter((p) => /^(README|docs\/guide|examples\/)/.test(p))
      .flatMap((p) =>
        [...read(p).matchAll(/(?<![-\w])--([a-z][a-z-]+)/g)]
          .filter((m) => !known.has(m[1] ?? ""))
          .map((m) => `${p}: ${m[0]}`),
      );
    expect(wrong).toEqual([]);
  });
});

describe("rules", () => {
  const index = read("docs/method/README.md");
  const sources = (folder: string) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((f) => /\.tsx?$/.test(f))
      .map((f) => `${folder}/${f}`);
  const RULE = /\b(?:SI|LI|ST|XP|NA|RE|BR|CO|CA|PR)\d+\b/g;
  const known = new Set(index.match(RULE) ?? []);

  it("every rule that a test or the code cites is in the index of the method", () => {
    const cited = [...sources("test"), ...sources("src")].flatMap((f) =>
      // A range, "ST7–ST10", names its ends.
      (readFileSync(join(root, f), "utf8").match(RULE) ?? []).map((rule) => `${rule} in ${f}`),
    );
    expect(cited.length).toBeGreaterThan(100);
    expect(cited.filter((c) => !known.has(c.split(" ")[0] ?? ""))).toEqual([]);
  });

  it("the index numbers each family without a gap", () => {
    const most = { SI: 12, LI: 8, ST: 11, XP: 11, NA: 4, RE: 3, BR: 7, CO: 13, CA: 5, PR: 2 };
    for (const [family, last] of Object.entries(most)) {
      const numbers = [...known].filter((r) => r.startsWith(family)).map((r) => Number(r.slice(2)));
      expect(
        numbers.sort((a, b) => a - b),
        family,
      ).toEqual(Array.from({ length: last }, (_, i) => i + 1));
    }
  });
});

describe("SAFETY.md", () => {
  const rows = [...read("SAFETY.md").matchAll(/^\| (CO\d+) \|(.*)\| *([^|]*?) *\|$/gm)];

  it("has a row for each rule of conduct, with a test that is there or the words 'no test yet'", () => {
    expect(rows.map((r) => r[1])).toEqual(Array.from({ length: 13 }, (_, i) => `CO${i + 1}`));
    const wrong = rows.flatMap(([, rule, , named = ""]) => {
      if (named.startsWith("no test yet")) return [];
      const files = [...named.matchAll(/`([^`]+\.test\.ts)`/g)].map((m) => m[1] ?? "");
      if (files.length === 0) return [`${rule}: names no test`];
      return files
        .filter((f) => !existsSync(join(root, f)) || !read(f).includes(String(rule)))
        .map((f) => `${rule}: ${f} is not there or doesn't name the rule`);
    });
    expect(wrong).toEqual([]);
  });
});
