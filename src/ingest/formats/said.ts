import { addressOf, fieldOf, languageTag, publishedOf } from "../fields.ts";

/** Where the text behind a head begins: after the blank lines. */
export function behindBlank(raw: string, from: number): number {
  let at = from;
  while (at < raw.length && (raw.charAt(at) === "\n" || raw.charAt(at) === "\r")) at++;
  return at;
}

/** What the keys of a head say of the document: front matter in Markdown, `Key: value` lines in a plain text. */
export function saidBy(matter: ReadonlyMap<string, string>, name: string) {
  const first = (...keys: readonly string[]) => keys.map((k) => fieldOf(matter.get(k))).find((v) => v !== undefined);
  const title = first("title", "headline");
  const publisher = first("publisher", "site", "outlet", "source");
  const author = first("author", "authors", "byline");
  const language = languageTag(first("lang", "language"));
  const address = addressOf(first("canonical", "url", "link", "address"));
  const mark = first("demonstration");
  const demonstration = mark === undefined || /^demonstration/i.test(mark) ? mark : `Demonstration: ${mark}`;
  const date = first("published", "date", "date_published");
  const { when, problem } = date === undefined ? {} : publishedOf(name, date);
  return {
    ...(title !== undefined && { title }),
    ...(publisher !== undefined && { publisher }),
    ...(author !== undefined && { author }),
    ...(language !== undefined && { language }),
    ...(address !== undefined && { address }),
    ...(demonstration !== undefined && { demonstration }),
    ...(when !== undefined && { published: when }),
    problems: problem ? [problem] : [],
  };
}
