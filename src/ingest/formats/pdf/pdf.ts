import { type Problem, problem } from "../../../core/model/problem.ts";
import { readApart } from "../../apart/apart.ts";
import { fieldOf, languageTag, publishedByFile, publishedOf } from "../../fields.ts";
import type { FormatRead, InputBytes } from "../../types.ts";
import type { FormatContext } from "../format.ts";
import { oneLine, textOfLines } from "../lines.ts";
import { keptLinks } from "../links.ts";
import type { PdfText } from "./pdf-text.ts";

const AS_TEXT = "Save its text as .txt and add that.";

/** The text of a PDF, or why it is refused. */
export async function readPdf(
  { name, bytes }: InputBytes,
  context: FormatContext,
): Promise<FormatRead | { readonly problems: readonly Problem[] }> {
  const { limits } = context;
  const read = await readApart<PdfText>({ kind: "pdf", bytes, limits });
  if ("failed" in read) return { problems: [whyNot(name, read, limits)] };
  const pdf = read.result;
  if (pdf.letters === 0) return { problems: [problem("pdf-without-text", { name, pages: pdf.pages })] };
  const title = titleOf(pdf);
  const lines = pdf.paragraphs.map(
    (p) => ({ text: oneLine(p.text), kind: p.text === title?.shown ? "headline" : "body" }) as const,
  );
  const { text, parts } = textOfLines(lines.filter((l) => l.text !== ""));
  const date = pdf.info["prism:publicationdate"] ?? pdf.info["dc:date"];
  const stated = date === undefined ? null : publishedOf(name, date).when;
  const dated = stated ? { published: stated, problems: [] } : publishedByFile(name, pdf.info.CreationDate);
  const publisher = fieldOf(pdf.info["dc:publisher"]);
  const author = fieldOf(pdf.info.Author);
  const language = languageTag(pdf.info.Language);
  const links = keptLinks(context, pdf.links, undefined);
  return {
    text,
    parts,
    offsets: [],
    links: links.links,
    ...(title !== undefined && { title: title.named }),
    ...(publisher !== undefined && { publisher }),
    ...(author !== undefined && { author }),
    ...(dated.published !== undefined && { published: dated.published }),
    ...(language !== undefined && { language }),
    problems: [...dated.problems, ...links.problems, ...toldOf(name, pdf, text)],
  };
}

function whyNot(
  name: string,
  read: { readonly failed: string; readonly reason: string },
  limits: FormatContext["limits"],
): Problem {
  if (/password/i.test(read.reason)) {
    return problem("file-locked", { name });
  }
  if (read.failed === "out-of-time") return problem("out-of-time", { name });
  if (read.failed === "out-of-memory") return problem("out-of-memory", { name, limit: limits.apartMegabytes });
  return problem("file-broken", { name, reason: read.reason, instead: AS_TEXT });
}

/** What the file calls itself, unless that is a file's name; else the largest words of the first page. */
function titleOf({ paragraphs, info }: PdfText): { readonly shown?: string; readonly named: string } | undefined {
  const first = paragraphs.filter((p) => p.page === paragraphs[0]?.page);
  const sizes = first.map((p) => p.size);
  const largest = Math.max(...sizes);
  const big = first.find((p) => p.size === largest);
  const stands =
    big !== undefined && sizes.some((s) => s < 0.9 * largest) && big.text.length < 300 ? big.text : undefined;
  const said = fieldOf(info.Title);
  const named = said !== undefined && !/\.\w{2,4}$|^untitled|^microsoft word/i.test(said) ? said : fieldOf(stands);
  if (named === undefined) return undefined;
  if (stands !== undefined && named.startsWith(stands)) return { shown: stands, named: fieldOf(stands) ?? named };
  const shown = stands ?? first.find((p) => p.text === named)?.text;
  return shown === undefined ? { named } : { shown, named };
}

/** What an analyst should know before trusting the words. */
function toldOf(name: string, pdf: PdfText, text: string): readonly Problem[] {
  const rightToLeft = /[\u0590-\u08ff]/.test(text);
  return [
    ...(rightToLeft ? [problem("pdf-right-to-left", { name })] : []),
    ...(pdf.invisible > 0 ? [problem("pdf-invisible-text", { name, count: pdf.invisible, of: pdf.letters })] : []),
    ...(pdf.read < pdf.pages ? [problem("pdf-pages-cut", { name, pages: pdf.pages, limit: pdf.read })] : []),
    ...(pdf.furniture > 0 ? [problem("pdf-furniture", { name, count: pdf.furniture })] : []),
  ];
}
