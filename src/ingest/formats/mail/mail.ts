import { type Problem, problem } from "../../../core/model/problem.ts";
import { withoutPlaces } from "../../decoded.ts";
import { fieldOf, isoOfMailTime, publishedOf } from "../../fields.ts";
import type { FormatRead, InputBytes } from "../../types.ts";
import type { FormatContext } from "../format.ts";
import { readHtml } from "../html/html.ts";
import { parseMail, personOf } from "./parse-mail.ts";

/** Characters of a mail's HTML; more takes longer to build than a mail is worth. */
const MOST_HTML = 3_000_000;

/** The words of a mail: its text, else its HTML. */
export async function readMail(
  input: InputBytes,
  context: FormatContext,
): Promise<FormatRead | { readonly problems: readonly Problem[] }> {
  const mail = await parseMail(input);
  if ("problem" in mail) return { problems: [mail.problem] };
  const { name } = input;
  const plain = mail.text?.trim() ?? "";
  if (plain === "" && (mail.html ?? "").trim() === "") return { problems: [problem("text-blank", { name })] };
  const markup = plain === "" ? (mail.html?.length ?? 0) : 0;
  if (markup > MOST_HTML) return { problems: [problem("file-too-big", { name, bytes: markup, limit: MOST_HTML })] };
  const words: Words = plain === "" ? htmlWords(mail.html ?? "", context) : plainWords(plain);
  if (!("text" in words)) return words;
  if (words.text.trim() === "") return { problems: [problem("text-blank", { name })] };
  const title = fieldOf(mail.subject);
  const author = personOf(mail.from ?? mail.sender);
  const { when, problem: undated } = mail.date === undefined ? {} : publishedOf(name, isoOfMailTime(mail.date));
  return {
    ...words,
    ...(title !== undefined && { title }),
    ...(author !== undefined && { author }),
    ...(when !== undefined && { published: when }),
    problems: [...words.problems, ...(undated ? [undated] : [])],
  };
}

type Words = FormatRead | { readonly problems: readonly Problem[] };

function plainWords(text: string): FormatRead {
  const clean = text
    .replace(/\r\n?/g, "\n")
    .replaceAll("\0", "")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .trim();
  return { text: `${clean}\n`, offsets: [], links: [], problems: [] };
}

function htmlWords(html: string, context: FormatContext): Words {
  return readHtml(withoutPlaces(html), { ...context, fragment: true });
}
