import { type Problem, problem } from "../../../core/model/problem.ts";
import { readApart } from "../../apart/apart.ts";
import { withoutPlaces } from "../../decoded.ts";
import { fieldOf, languageTag, publishedByFile } from "../../fields.ts";
import type { FormatRead, InputBytes } from "../../types.ts";
import type { FormatContext } from "../format.ts";
import { readHtml } from "../html/html.ts";
import type { DocxHtml } from "./docx-html.ts";

/** The text of a Word file, or why it is refused. */
export async function readDocx(
  { name, bytes }: InputBytes,
  context: FormatContext,
): Promise<FormatRead | { readonly problems: readonly Problem[] }> {
  const { limits } = context;
  const read = await readApart<DocxHtml>({ kind: "docx", bytes, limits });
  if ("failed" in read) {
    if (read.failed === "out-of-time") return { problems: [problem("out-of-time", { name })] };
    if (read.failed === "out-of-memory")
      return { problems: [problem("out-of-memory", { name, limit: limits.apartMegabytes })] };
    const instead = "Save it as plain text (UTF-8) and add that.";
    return { problems: [problem("file-broken", { name, reason: read.reason, instead })] };
  }
  const { html, properties } = read.result;
  const page = readHtml(withoutPlaces(html), { ...context, fragment: true });
  if (!("text" in page)) return page;
  const title = fieldOf(properties["dc:title"]) ?? page.title;
  const author = fieldOf(properties["dc:creator"]);
  const language = languageTag(properties["dc:language"]);
  const dated = publishedByFile(name, properties["dcterms:modified"] ?? properties["dcterms:created"]);
  return {
    ...page,
    ...(title !== undefined && { title }),
    ...(author !== undefined && { author }),
    ...(language !== undefined && { language }),
    ...(dated.published !== undefined && { published: dated.published }),
    problems: [...page.problems, ...dated.problems],
  };
}
