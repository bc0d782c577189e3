import { MARKS_STYLE } from "./style-marks.ts";
import { PAGES_STYLE } from "./style-pages.ts";
import { PRINT_STYLE } from "./style-print.ts";

/** A font of the page, as the caller read it from the installed packages. */
export interface PageFont {
  readonly face: FontFace;
  /** The woff2 file in base64. */
  readonly base64: string;
}

/** The files that a page may need; Arabic and latin-ext only where a character of theirs is in it. */
export type FontFace = "sans" | "sans-ext" | "serif" | "serif-ext" | "sans-arabic" | "serif-arabic";

const LATIN_EXT =
  /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u02bd-\u02c5\u02c7-\u02cc\u02ce-\u02d7\u02dd-\u02ff\u1d00-\u1dbf\u1e00-\u1e9f\u1ef2-\u1eff\u2020\u20a0-\u20ab\u20ad-\u20c0\u2113\u2c60-\u2c7f\ua720-\ua7ff]/;
const ARABIC = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/;

/** Which fonts the text of a page needs, the two Latin ones always. */
export function fontsNeeded(text: string): readonly FontFace[] {
  const ext: FontFace[] = LATIN_EXT.test(text) ? ["sans-ext", "serif-ext"] : [];
  const arabic: FontFace[] = ARABIC.test(text) ? ["sans-arabic", "serif-arabic"] : [];
  return ["sans", "serif", ...ext, ...arabic];
}

interface Face {
  readonly family: string;
  readonly weight: string;
  readonly range?: string;
  readonly sizeAdjust?: string;
}

const EXT_RANGE =
  "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF";
const ARABIC_RANGE = "U+0600-06FF,U+0750-077F,U+08A0-08FF,U+FB50-FDFF,U+FE70-FEFC";

// The size adjustments bring both scripts to one optical size beside each other.
const FACES: Readonly<Record<FontFace, Face>> = {
  sans: { family: "SB Sans", weight: "200 900" },
  "sans-ext": { family: "SB Sans", weight: "200 900", range: EXT_RANGE },
  serif: { family: "SB Serif", weight: "400" },
  "serif-ext": { family: "SB Serif", weight: "400", range: EXT_RANGE },
  "sans-arabic": { family: "SB Sans Arabic", weight: "100 900", range: ARABIC_RANGE, sizeAdjust: "94%" },
  "serif-arabic": { family: "SB Naskh", weight: "400 700", range: ARABIC_RANGE, sizeAdjust: "124%" },
};

function faceRule({ face, base64 }: PageFont): string {
  if (!/^[A-Za-z0-9+/]+=*$/.test(base64)) throw new Error(`the font ${face} is not base64`);
  const { family, weight, range, sizeAdjust } = FACES[face];
  const rest = [range && `unicode-range:${range}`, sizeAdjust && `size-adjust:${sizeAdjust}`].filter(Boolean);
  const source = `src:url(data:font/woff2;base64,${base64}) format("woff2")`;
  return `@font-face{${[`font-family:"${family}"`, source, `font-weight:${weight}`, "font-display:block", ...rest].join(";")}}`;
}

/** The whole style of a page, fonts in it: one text, so that one hash admits it and nothing else. */
export function pageStyle(fonts: readonly PageFont[]): string {
  const faces = [...fonts].sort((a, b) => FONT_ORDER.indexOf(a.face) - FONT_ORDER.indexOf(b.face)).map(faceRule);
  return `${faces.join("\n")}\n${[BASE_STYLE, MARKS_STYLE, PAGES_STYLE, PRINT_STYLE].map(packed).join("\n")}\n`;
}

const FONT_ORDER = Object.keys(FACES);

function packed(css: string): string {
  return css
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** Tokens, type, the frame of a page. Serif: words of a source. Sans: ours. Solid: there. Open: missing. */
const BASE_STYLE = `
:root{color-scheme:light dark;
--paper:light-dark(#fbfbfa,#14171a);--sheet:light-dark(#fff,#1a1e22);
--ink:light-dark(#15191d,#e7eaec);--soft:light-dark(#4f575f,#abb3ba);
--hair:light-dark(#dde0e3,#2d3338);--edge:light-dark(#78818a,#818b93);
--word:light-dark(#0b5878,#7cc4e0);--word-wash:light-dark(#e2eff4,#15303c);
--differ:light-dark(#854d00,#e8b25c);--differ-line:light-dark(#b06800,#d3953a);--differ-wash:light-dark(#fdf0d3,#3a2c12);
--sans:"SB Sans","SB Sans Arabic",system-ui,sans-serif;--serif:"SB Serif","SB Naskh",Georgia,serif;
--t1:.8125rem;--t2:.9375rem;--t3:1.0625rem;--t4:1.25rem;--t5:1.5625rem;--t6:1.9375rem;
--s1:4px;--s2:8px;--s3:12px;--s4:16px;--s5:24px;--s6:32px;--s7:48px;--s8:72px;
--margin:304px;--gap:64px;--side:48px}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-block-start:var(--s5)}
body{margin:0;background:var(--paper);color:var(--ink);font:400 var(--t2)/1.45 var(--sans);font-variant-numeric:lining-nums;text-rendering:optimizeLegibility;overflow-wrap:break-word}
h1,h2,h3,p,ul,ol,dl,dd,figure,table{margin:0;padding:0}
ul,ol{list-style:none}
h1{font-size:var(--t6);line-height:1.16;font-weight:640;letter-spacing:-.012em;text-wrap:balance;max-inline-size:32em}
h1:lang(ar),h1 :lang(ar){letter-spacing:0}
h2{font-size:var(--t2);font-weight:660;line-height:1.3;border-block-start:1px solid var(--ink);padding-block-start:var(--s2);margin-block-end:var(--s2)}
h2 small{font-weight:400;color:var(--soft);font-size:inherit}
h3{font-size:var(--t2);font-weight:660}
a{color:var(--word);text-decoration-thickness:1px;text-underline-offset:.2em}
strong,b{font-weight:640}
.soft{color:var(--soft)}.small{font-size:var(--t1)}.num{font-variant-numeric:lining-nums tabular-nums}.nw{white-space:nowrap}
.stack>*+*{margin-block-start:var(--s2)}
.gap-top{margin-block-start:var(--s4)}
.addr{overflow-wrap:anywhere}
.hash{font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
:focus-visible{outline:2px solid var(--word);outline-offset:2px;border-radius:2px}
.vh{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;inset-inline-start:-9999px}
.skip:focus{position:static}
.top{display:flex;align-items:baseline;gap:var(--s2) var(--s5);padding:var(--s3) var(--side);max-inline-size:1440px;margin-inline:auto;flex-wrap:wrap}
.top .mark{font-weight:700;letter-spacing:-.005em}
.top .crumbs{min-inline-size:0}
.top .case::before,.top .kind::before{content:"/";margin-inline:6px 10px;color:var(--edge)}
.top .kind{color:var(--soft)}
.top .demo{margin-inline-start:auto;font-size:var(--t1);color:var(--soft)}
.rule{border:0;border-block-start:1px solid var(--hair);margin:0}
.strip{display:grid;grid-template-columns:176px minmax(0,1fr);column-gap:var(--s6);max-inline-size:1440px;margin-inline:auto;padding:var(--s3) var(--side) var(--s2);align-items:start}
.strip .cut{font-size:var(--t1);color:var(--soft);line-height:1.4}
.strip .cut b{display:block;font-size:var(--t2);color:var(--ink)}
main{max-inline-size:1440px;margin-inline:auto;padding:var(--s5) var(--side) var(--s8)}
.row{display:grid;grid-template-columns:minmax(0,1fr) var(--margin);column-gap:var(--gap);align-items:start}
.sec{margin-block-start:var(--s7)}
.lede{font-size:var(--t4);line-height:1.4;max-inline-size:64ch;margin-block-start:var(--s2);text-wrap:pretty}
.page-foot{max-inline-size:1440px;margin:0 auto;padding:var(--s4) var(--side) var(--s6);color:var(--soft);font-size:var(--t1);border-block-start:1px solid var(--hair);display:flex;gap:var(--s2) var(--s5);flex-wrap:wrap}
table{border-collapse:collapse;inline-size:100%;font-variant-numeric:lining-nums tabular-nums}
table.small{font-size:var(--t1)}
caption{text-align:start;color:var(--soft);font-size:var(--t1);padding-block-end:var(--s2)}
th{font-weight:400;color:var(--soft);font-size:var(--t1);text-align:start;vertical-align:bottom}
th,td{padding-block:6px;padding-inline:0 var(--s4);border-block-end:1px solid var(--hair);vertical-align:baseline;text-align:start}
th:last-child,td:last-child{padding-inline-end:0}
td.r,th.r{text-align:end}
thead th{padding-block:2px 4px;border-block-end-color:var(--edge)}
tbody th{color:var(--ink);font-size:inherit;font-weight:600;vertical-align:baseline}
tbody tr:last-child>*{border-block-end-color:transparent}
.scroll{overflow-x:auto;position:relative}
.warn{border-inline-start:6px double var(--differ-line);padding-inline-start:var(--s3)}
.open-slot{border:1.5px dashed var(--edge);padding:var(--s3) var(--s4);border-radius:2px}
@media (max-width:1100px){
:root{--margin:256px;--gap:32px;--side:24px}
.strip{grid-template-columns:minmax(0,1fr);row-gap:var(--s2)}
.strip .cut b{display:inline}
}
@media (max-width:760px){
:root{--side:16px;--t6:1.5625rem;--t5:1.3125rem;--t4:1.125rem}
.row{grid-template-columns:minmax(0,1fr);row-gap:var(--s4)}
.top .demo{flex-basis:100%;margin-inline-start:0}
.only-wide{display:none!important}
.flow thead{position:absolute;clip-path:inset(50%);block-size:1px;overflow:hidden}
.flow tr{display:flex;flex-wrap:wrap;gap:1px 10px;padding-block:9px;border-block-end:1px solid var(--hair);align-items:baseline}
.flow th,.flow td{border:0;padding:0}
.flow th{flex-basis:100%}
.flow td:empty{display:none}
.flow td[data-head]::before{content:attr(data-head) " ";color:var(--soft);font-size:var(--t1)}
}
@media (min-width:761px){.only-narrow{display:none!important}}
`;
