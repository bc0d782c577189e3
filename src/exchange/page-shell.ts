import { escapeMarkup } from "../charts/node.ts";
import type { Instant } from "../core/model/time.ts";
import { type Child, type Element, el, name, toHtml } from "./html.ts";
import { pageWords } from "./page-words.ts";
import { defanged, shownText } from "./shown.ts";

/** The style of a page and the SHA-256 of its UTF-8 bytes in base64: the page's policy admits this style and no other. */
export interface AdmittedStyle {
  readonly css: string;
  readonly sha256: string;
}

export interface Page {
  /** The case, or what the page is about. */
  readonly title: string;
  /** What kind of page: "Brief", "Compare". */
  readonly kind: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** The case's own words that its texts are invented, or null; there is no page without this field. */
  readonly demonstration: string | null;
  readonly body: readonly Element[];
  /** What could be known by then; null where nothing was cut [RE1]. */
  readonly asOf: Instant | null;
  /** Recorded to this event; null where there is no case. */
  readonly atSeq: number | null;
  readonly version: string;
  /** A drawing of the time that the page covers. */
  readonly timeline: Element | null;
  /** Lines for the foot of the page. */
  readonly notes: readonly string[];
}

/** A page whose fonts are still to come: its text says which ones it needs. */
export interface PageDraft {
  readonly page: Page;
  readonly markup: string;
}

/** The body of the page as markup, to find the fonts that it needs. */
export function draftPage(page: Page): PageDraft {
  const children = [skipLink(page), header(page), el("main", { id: "main" }, ...page.body), footer(page)];
  return { page, markup: toHtml(...children) };
}

/**
 * One self-contained document: no script, nothing loaded from anywhere. The style is admitted by its hash, so that neither a style attribute
 * nor a style element of anybody else would take effect; fonts come from the style itself.
 */
export function pageShell({ page, markup }: PageDraft, style: AdmittedStyle): string {
  const { language, direction } = page;
  if (/<\/style/i.test(style.css)) throw new Error("the style ends itself");
  return `<!doctype html>
<html lang="${escapeMarkup(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="generator" content="Silverblaze ${escapeMarkup(page.version)}">
<title>${escapeMarkup(shownText(defanged(documentTitle(page))))}</title>
<style>${style.css}</style>
</head>
<body>
${markup}
</body>
</html>
`;
}

function policy({ sha256 }: AdmittedStyle): string {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(sha256)) throw new Error("a SHA-256 in base64 is wanted for the style");
  return `default-src 'none'; style-src 'sha256-${sha256}'; font-src data:; img-src 'none'; base-uri 'none'; form-action 'none'`;
}

function documentTitle({ title, kind, demonstration }: Page): string {
  return [demonstration, title, kind, "Silverblaze"].filter((part) => part !== null && part !== "").join(" · ");
}

function skipLink({ language }: Page): Element {
  return el("a", { class: "skip", href: "#main" }, pageWords(language).skip);
}

function header(page: Page): Element {
  const { title, kind, demonstration } = page;
  return el(
    "header",
    {},
    el(
      "div",
      { class: "top" },
      el(
        "p",
        { class: "crumbs" },
        el("span", { class: "mark", lang: "en" }, "Silverblaze"),
        " ",
        title !== "" && [el("span", { class: "case" }, name(title)), " "],
        el("span", { class: "kind" }, kind),
      ),
      demonstration !== null && el("strong", { class: "demo" }, demonstration),
    ),
    el("hr", { class: "rule" }),
    ...strip(page),
  );
}

function strip({ asOf, atSeq, timeline, language }: Page): readonly Element[] {
  if (asOf === null) return [];
  const words = pageWords(language);
  const recorded = atSeq === null ? null : words.recorded(atSeq);
  const cut = el(
    "p",
    { class: "cut" },
    words.asOf,
    el("b", {}, words.instant(asOf)),
    recorded === null ? null : [" ", recorded],
  );
  return [el("section", { class: "strip", "aria-label": words.asOfWhat }, cut, timeline), el("hr", { class: "rule" })];
}

function footer({ demonstration, version, notes, atSeq, language }: Page): Element {
  const words = pageWords(language);
  const lines: Child[] = [
    demonstration,
    ...notes,
    `Silverblaze ${version}`,
    atSeq === null ? null : words.recorded(atSeq),
    words.notLegal,
  ];
  return el(
    "footer",
    { class: "page-foot" },
    ...lines.filter((line) => line !== null).map((line) => el("span", {}, line)),
  );
}
