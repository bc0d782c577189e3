import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Assessment } from "../core/model/assessment.ts";
import type { Sha256 } from "../core/model/id.ts";
import type { Check, Comparison } from "../core/model/lineage.ts";
import type { TextInfo } from "../core/model/reading.ts";
import { VERSION } from "../core/version.ts";
import {
  assessmentBody,
  assessmentFrame,
  lineageBody,
  precedentsBody,
  silenceBody,
  statementsBody,
} from "../exchange/assessment-html.ts";
import { briefWords } from "../exchange/brief-words.ts";
import { checkHtml } from "../exchange/check-html.ts";
import { comparisonHtml } from "../exchange/compare-html.ts";
import { draftPage, type Page, pageShell } from "../exchange/page-shell.ts";
import { type PrecedentsShown, precedentsHtml } from "../exchange/precedents-html.ts";
import { type FontFace, fontsNeeded, pageStyle } from "../exchange/style.ts";
import type { ShownInfo } from "../exchange/text-facts.ts";
import { sha256 } from "./effects.ts";

const FONT_FILES: Readonly<Record<FontFace, string>> = {
  sans: "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
  "sans-ext": "@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2",
  serif: "@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2",
  "serif-ext": "@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal.woff2",
  "sans-arabic": "@fontsource-variable/vazirmatn/files/vazirmatn-arabic-wght-normal.woff2",
  "serif-arabic": "@fontsource-variable/markazi-text/files/markazi-text-arabic-wght-normal.woff2",
};

const require = createRequire(import.meta.url);

async function readFont(face: FontFace) {
  return { face, base64: await readFile(require.resolve(FONT_FILES[face]), "base64") };
}

/** The page as one file that loads nothing: the fonts that its text needs are in it, and its policy admits its own style alone. */
export async function finishPage(page: Page): Promise<string> {
  const draft = draftPage(page);
  const fonts = await Promise.all(fontsNeeded(draft.markup).map(readFont));
  const css = pageStyle(fonts);
  return pageShell(draft, { css, sha256: createHash("sha256").update(css, "utf8").digest("base64") });
}

/** Hashes of what was captured, by the id of the text. */
export type CaptureHashes = Readonly<Record<string, Sha256>>;

export interface ComparisonPageInput {
  readonly a: TextInfo;
  readonly b: TextInfo;
  readonly comparison: Comparison;
  readonly hashes?: CaptureHashes;
  readonly demonstration?: string | null;
}

/** Two texts side by side on one page to send. */
export function comparisonPage({ a, b, comparison, hashes, demonstration }: ComparisonPageInput): Promise<string> {
  const { title, body } = comparisonHtml({ a: shown(a, hashes), b: shown(b, hashes), comparison });
  return finishPage(looseFrame({ title, kind: "Compare", body, demonstration: demonstration ?? null }));
}

export interface CheckPageInput {
  readonly draft: TextInfo;
  readonly against: readonly TextInfo[];
  readonly check: Check;
  readonly hashes?: CaptureHashes;
  readonly demonstration?: string | null;
}

/** A draft beside its sources, sentence by sentence, on one page to send. */
export function checkPage({ draft, against, check, hashes, demonstration }: CheckPageInput): Promise<string> {
  const sources = against.map((text) => shown(text, hashes));
  const { title, body } = checkHtml({ draft: shown(draft, hashes), against: sources, check });
  return finishPage(looseFrame({ title, kind: "Check", body, demonstration: demonstration ?? null }));
}

function shown(info: TextInfo, hashes: CaptureHashes | undefined): ShownInfo {
  return { info, capture: hashes?.[info.id], text: sha256(info.text) };
}

type LoosePage = Pick<Page, "title" | "kind" | "body" | "demonstration">;

/** A page on loose texts: no case, so no cut. */
function looseFrame(page: LoosePage): Page {
  return {
    ...page,
    language: "en",
    direction: "ltr",
    asOf: null,
    atSeq: null,
    version: VERSION,
    timeline: null,
    notes: [],
  };
}

/** The brief of an assessment with what it stands on, down to the words, on one page to send, in the brief's language. */
export function assessmentPage(assessment: Assessment): Promise<string> {
  const { language } = assessment.brief;
  const { kind } = briefWords(language);
  return finishPage(assessmentFrame(assessment, { kind, body: assessmentBody(assessment) }, language));
}

/** The statements of an assessment; marked in the whole texts where these are handed in by their SHA-256. */
export function statementsPage(assessment: Assessment, texts: Readonly<Record<Sha256, string>> = {}): Promise<string> {
  return finishPage(assessmentFrame(assessment, { kind: "Statements", body: statementsBody(assessment, texts) }));
}

/** The silences of an assessment, each with its sentence, curve and table. */
export function silencePage(assessment: Assessment): Promise<string> {
  return finishPage(assessmentFrame(assessment, { kind: "Silence", body: silenceBody(assessment) }));
}

/** The sources of an assessment: what was made from what. */
export function lineagePage(assessment: Assessment): Promise<string> {
  return finishPage(assessmentFrame(assessment, { kind: "Sources", body: lineageBody(assessment) }));
}

/** Past cases like the one of an assessment, with reasons, differences and sources. */
export function precedentsPage(assessment: Assessment): Promise<string> {
  return finishPage(assessmentFrame(assessment, { kind: "Precedents", body: precedentsBody(assessment) }));
}

/** Past cases like one of whom only features were stated, without a case. */
export function loosePrecedentsPage(shown: Omit<PrecedentsShown, "linked">): Promise<string> {
  const { body } = precedentsHtml({ ...shown, linked: false });
  return finishPage(
    looseFrame({ title: "Past cases by stated features", kind: "Precedents", body, demonstration: null }),
  );
}
