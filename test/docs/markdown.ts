import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

const LEFT_OUT = new Set(["node_modules", "dist", ".git", ".tsbuild", "coverage", "fixtures"]);

/** Every Markdown page of the repository, by its path from the root; fixtures are somebody's documents, not ours. */
export function pages(under = ""): string[] {
  return readdirSync(join(root, under), { withFileTypes: true }).flatMap((entry) => {
    const path = under === "" ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : pages(path);
    return entry.name.endsWith(".md") ? [path] : [];
  });
}

export function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** What `](…)` leads to, code left out. */
export function linksOf(markdown: string): string[] {
  const prose = markdown.replace(/^(```|~~~).*?^\1/gms, "").replace(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)/g)].map((m) => m[1] ?? "");
}

/** The anchors of a page, as GitHub makes them of its headings. */
export function anchorsOf(markdown: string): string[] {
  const prose = markdown.replace(/^(```|~~~).*?^\1/gms, "");
  return [...prose.matchAll(/^#+ +(.*)$/gm)].map((m) =>
    (m[1] ?? "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replace(/\s/g, "-"),
  );
}

/** The lines of code blocks that call the program, a pipe's last part, without comments. */
export function commandsOf(markdown: string): string[] {
  const blocks = [...markdown.matchAll(/^```(?:sh|bash|console)?\n(.*?)^```/gms)].map((m) => m[1] ?? "");
  return blocks.flatMap((block) =>
    block
      .replace(/\\\n\s*/g, " ")
      .split("\n")
      .map((line) => line.replace(/^\$ /, "").trim())
      .flatMap((line) => /(?:^|\| )(silverblaze(?: .*)?)$/.exec(line)?.[1] ?? [])
      .map((line) => line.replace(/\s+(?:2?>|&&|\||#).*$/, "")),
  );
}

/** A line of a shell as its words: blanks split, quotes hold together. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map((m) => m[0].replace(/"([^"]*)"|'([^']*)'/g, "$1$2"));
}
