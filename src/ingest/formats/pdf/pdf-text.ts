// Runs in the reader's own process: a PDF's text as paragraphs, and what the file says of itself.

import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import { compoundsIn, type Glyphs, type Paragraph, pageParagraphs } from "./layout.ts";
import { type Page, withoutFurniture } from "./page-furniture.ts";

export interface PdfText {
  readonly paragraphs: readonly (Paragraph & { readonly page: number })[];
  readonly pages: number;
  /** Pages that were read; fewer than `pages` where there are more than the limit. */
  readonly read: number;
  /** Letters that the file says not to paint, usually under the picture of a scan. */
  readonly invisible: number;
  readonly letters: number;
  /** Lines that stand on most pages alike, with page numbers. */
  readonly furniture: number;
  readonly links: readonly string[];
  readonly info: Readonly<Record<string, string>>;
}

const OPTIONS = {
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  // Pictures are never unpacked.
  maxImageSize: 1,
  verbosity: 0,
};

/** The text of the first `most` pages. Throws for what is broken or locked. */
export async function pdfText(bytes: Uint8Array, most: number): Promise<PdfText> {
  const pdf = await getDocumentProxy(bytes, OPTIONS);
  const { OPS } = await getResolvedPDFJS();
  const read = Math.min(pdf.numPages, most);
  const pages: Page[] = [];
  const links = new Set<string>();
  let invisible = 0;
  let letters = 0;
  for (let n = 1; n <= read; n++) {
    const page = await pdf.getPage(n);
    const { items } = await page.getTextContent();
    const glyphs = items.flatMap((item) => ("str" in item ? glyphsOf(item as TextItem) : []));
    letters += glyphs.reduce((sum, g) => sum + lettersIn(g.text), 0);
    invisible += unpainted(await page.getOperatorList(), OPS);
    pages.push({ number: n, glyphs });
    for (const link of await linksOf(page)) links.add(link);
    page.cleanup();
  }
  const kept = withoutFurniture(pages);
  const around = { compounds: new Set(kept.pages.flatMap((p) => compoundsIn(p.glyphs))), gutters: new Set<number>() };
  const paragraphs = kept.pages.flatMap((p) =>
    pageParagraphs(p.glyphs, around).map((one) => ({ ...one, page: p.number })),
  );
  return {
    paragraphs: acrossPages(paragraphs),
    pages: pdf.numPages,
    read,
    invisible,
    letters,
    furniture: kept.left,
    links: [...links].slice(0, 2_000),
    info: await infoOf(pdf),
  };
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

function glyphsOf({ str, transform, width }: TextItem): Glyphs[] {
  // Presentation forms back to letters: ﻼ is written لا. Ligatures such as ﬁ too.
  const text = str
    .replaceAll("\0", "")
    .replace(/[\ufb00-\ufb06\ufb1d-\ufdff\ufe70-\ufefc]+/g, (s) => s.normalize("NFKC"));
  const [, b = 0, c = 0, d = 0, x = 0, y = 0] = transform;
  const size = Math.hypot(c, d) || 1;
  // Turned text is a watermark or the edge of a chart.
  if (text === "" || Math.abs(b) > 0.2 * size) return [];
  return [{ text, x, y, width, size }];
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** Letters shown while the render mode is "neither fill nor stroke" (ISO 32000, 9.3.6). */
function unpainted({ fnArray, argsArray }: Operators, OPS: Readonly<Record<string, number>>): number {
  let mode = 0;
  let count = 0;
  const saved: number[] = [];
  fnArray.forEach((fn, i) => {
    if (fn === OPS.setTextRenderingMode) mode = Number((argsArray[i] as unknown[])[0]);
    else if (fn === OPS.save) saved.push(mode);
    else if (fn === OPS.restore) mode = saved.pop() ?? 0;
    else if (fn === OPS.showText && (mode === 3 || mode === 7)) {
      const glyphs = (argsArray[i] as unknown[])[0] as readonly ({ readonly unicode?: string } | number)[];
      for (const g of glyphs) if (typeof g === "object" && g !== null) count += lettersIn(g.unicode ?? "");
    }
  });
  return count;
}

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>;

async function linksOf(page: Awaited<ReturnType<Proxy["getPage"]>>): Promise<readonly string[]> {
  const annotations = await page.getAnnotations().catch(() => []);
  return annotations.flatMap((a: { readonly url?: unknown }) => (typeof a.url === "string" ? [a.url] : []));
}

async function infoOf(pdf: Proxy): Promise<Readonly<Record<string, string>>> {
  const { info, metadata } = await pdf.getMetadata().catch(() => ({ info: {}, metadata: null }));
  const said: Record<string, string> = {};
  for (const key of ["Title", "Author", "CreationDate", "Language"]) {
    const value = (info as Record<string, unknown>)[key];
    if (typeof value === "string") said[key] = value.slice(0, 2_000);
  }
  for (const key of ["prism:publicationdate", "dc:date", "dc:publisher"]) {
    const value: unknown = metadata?.get(key);
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof first === "string") said[key] = first.slice(0, 2_000);
  }
  return said;
}

const ENDED = /[.!?:;…؟»”"')\]]\s*$/u;

/** A paragraph that stops at the foot of a page in the middle of a sentence goes on with the next page's first. */
function acrossPages<T extends Paragraph & { readonly page: number }>(paragraphs: readonly T[]): readonly T[] {
  const out: T[] = [];
  for (const p of paragraphs) {
    const last = out.at(-1);
    const goesOn = last !== undefined && last.page === p.page - 1 && last.size === p.size;
    if (goesOn && !ENDED.test(last.text) && /^[\p{Ll}\u0600-\u06ff]/u.test(p.text)) {
      out[out.length - 1] = { ...last, text: `${last.text} ${p.text}`, page: p.page };
    } else out.push(p);
  }
  return out;
}
