import { type Problem, problem } from "../../../core/model/problem.ts";
import { withoutPlaces } from "../../decoded.ts";
import { decode } from "../../encoding.ts";
import { addressOf, fieldOf } from "../../fields.ts";
import { declaredCharset } from "../../sniff.ts";
import type { FormatRead, InputBytes } from "../../types.ts";
import type { FormatContext } from "../format.ts";
import { readHtml } from "../html/html.ts";
import { bytesOf, parseMail } from "./parse-mail.ts";

/** The page that a browser saved as one file. */
export async function readMhtml(
  input: InputBytes,
  context: FormatContext,
): Promise<FormatRead | { readonly problems: readonly Problem[] }> {
  const mail = await parseMail(input);
  if ("problem" in mail) return { problems: [mail.problem] };
  const html = mail.html ?? attachedPage(mail.attachments, context);
  if (html === undefined) return { problems: [problem("page-without-text", { name: input.name })] };
  const header = (key: string) => mail.headers.find((h) => h.key === key)?.value;
  const address = addressOf(header("snapshot-content-location") ?? header("content-location"));
  const page = readHtml(withoutPlaces(html), { ...context, ...(address !== undefined && { address }) });
  if (!("text" in page)) return page;
  const title = page.title ?? fieldOf(mail.subject);
  return { ...(address !== undefined && { address }), ...page, ...(title !== undefined && { title }) };
}

function attachedPage(
  attachments: Parameters<typeof bytesOf>[0][],
  { name, limits }: FormatContext,
): string | undefined {
  const page = attachments.find((a) => /^(?:text\/html|application\/xhtml)/.test(a.mimeType));
  if (page === undefined) return undefined;
  const bytes = bytesOf(page);
  const declared = declaredCharset(bytes, page.mimeType);
  const decoded = decode(bytes, { name, undecodable: limits.undecodable, ...(declared !== undefined && { declared }) });
  return "raw" in decoded ? decoded.raw : undefined;
}
