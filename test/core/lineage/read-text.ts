import type { TracedText } from "../../../src/core/lineage/trace.ts";
import type { Reading, Sentence, TextInfo } from "../../../src/core/model/reading.ts";
import { wholeDay } from "../../../src/core/model/time.ts";

/** A text with its sentences only, so that lineage is tested on its own. */
export function textOf(id: string, text: string, more: Partial<TextInfo> & { day?: string } = {}): TracedText {
  const { day, ...rest } = more;
  const info: TextInfo = { id, text, ...(day === undefined ? {} : { published: wholeDay(day) }), ...rest };
  return { info, reading: readingOf(info) };
}

export function readingOf({ id, text, language = "en" }: TextInfo): Reading {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const line of text.matchAll(/[^\n]+/g)) {
    paragraph++;
    const footer = /^The post .* appeared first on /.test(line[0]);
    for (const m of line[0].matchAll(/\S.*?(?:[.!?؟]["”]?(?=\s|$)|$)/g)) {
      const start = line.index + m.index;
      sentences.push({ start, end: start + m[0].length, part: footer ? "footer" : "body", paragraph, language });
    }
  }
  const parts = [{ start: 0, end: text.length, kind: "body" as const }];
  return { text: id, language, parts, sentences, mentions: [], dates: [], counts: [], statements: [], problems: [] };
}
