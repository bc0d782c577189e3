import { describe, expect, it } from "vitest";
import { writeBrief } from "../../src/core/brief/write-brief.ts";
import type { Assessment } from "../../src/core/model/assessment.ts";
import { assessmentBody, assessmentFrame } from "../../src/exchange/assessment-html.ts";
import { briefMarkdown } from "../../src/exchange/brief-markdown.ts";
import { briefWords } from "../../src/exchange/brief-words.ts";
import { toHtml } from "../../src/exchange/html.ts";
import { draftPage } from "../../src/exchange/page-shell.ts";
import { full } from "../core/brief/fixture.ts";

const assessed = (language: "en" | "ar"): Assessment => {
  const body = full((d) => {
    d.replies = [{ actor: "amber-column", asked: true, text: "We were not there." }];
  });
  return { ...body, brief: writeBrief(body, { language }) };
};

/** What a reader reads: without what is said to be English, without names, quotes, drawings, addresses and hashes. */
const read = (html: string): string =>
  html
    .replace(
      /<div lang="en" dir="ltr">[\s\S]*?(?=<section class="sec"><h2>\p{Script=Arabic}|<section class="sec sources"|$)/gu,
      " ",
    )
    .replace(/<(bdi|q|svg)\b[\s\S]*?<\/\1>/gu, " ")
    .replace(
      /<div class="soft hash">[\s\S]*?<\/div>|<span class="mark"[\s\S]*?<\/span>|<strong class="demo">[\s\S]*?<\/strong>/gu,
      " ",
    )
    .replace(/<[^>]*>/gu, " ")
    .replace(/\bUTC\b|Silverblaze \d+\.\d+\.\d+/gu, " ");

describe("a brief in Arabic on a page", () => {
  const page = (language: "en" | "ar") => {
    const a = assessed(language);
    const { kind } = briefWords(language);
    return assessmentFrame(a, { kind, body: assessmentBody(a) }, language);
  };

  it("says its language and its direction, and so does each part that is in English", () => {
    expect([page("ar").language, page("ar").direction, page("en").direction]).toEqual(["ar", "rtl", "ltr"]);
    const html = toHtml(...page("ar").body);
    expect(html.match(/<div lang="en" dir="ltr">/g)?.length).toBe(2);
    expect(toHtml(...page("en").body)).not.toContain('lang="en" dir="ltr"');
  });

  it("holds no English of ours but in those parts", () => {
    const { markup } = draftPage(page("ar"));
    const own = read(markup)
      .replaceAll("Demonstration: invented texts", " ")
      .replaceAll("the night desk", " ")
      // Publishers, in the list that stands for the drawing.
      .replace(/Maren Wire|Defence Office|Harbour Today|Interior Ministry|Coast Ledger/gu, " ")
      // Notes are words on one line: what is a source's or a person's stands in their own.
      .replace(/an invented count|an insider|all its attacks|attacks on posts|insiders, any group/gu, " ");
    expect(own.match(/[^\s]*[A-Za-z]{2,}[^\s]*/gu) ?? []).toEqual([]);
  });

  it("marks no character as hidden, and keeps every figure and place a link", () => {
    const html = toHtml(...page("ar").body);
    expect(html).not.toContain("U+20");
    const figures = (h: string) => new Set([...h.matchAll(/href="#why-([^"]+)"/g)].map((m) => m[1]));
    expect(figures(html)).toEqual(figures(toHtml(...page("en").body)));
    expect(html).toMatch(/href="#doc-2"[^>]*>(?:<svg[\s\S]*?<\/svg>)?وثيقة 2، فقرة 3</u);
  });

  it("in Markdown has its own quotation marks, headings and foot", () => {
    const a = assessed("ar");
    const md = briefMarkdown(a.brief, a.documents);
    expect(md).not.toMatch(/[“”]|Checked|Documents|undated/u);
    expect(md).toContain("## الوثائق");
    expect(md).toContain("لم يراجعه أحد بعد. ليس استنتاجًا قانونيًا.");
  });
});
