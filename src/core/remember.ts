import { type Memo, remembered } from "./model/memo.ts";
import type { Reading, TextInfo } from "./model/reading.ts";
import { readText } from "./read.ts";
import { VERSION } from "./version.ts";

/** The key of a text's reading: everything that `readText` sees of it, and the method; nothing of the case [DESIGN §3]. */
export function readingKey(info: TextInfo): string {
  const { id, published, publisher, language, parts, url } = info;
  return JSON.stringify([
    "reading",
    VERSION,
    id,
    published?.edtf ?? "",
    publisher ?? "",
    language ?? "",
    url ?? "",
    parts ?? "",
  ]);
}

/** The text's reading, from the memo if it is there. */
export function rememberedReading(info: TextInfo, memo?: Memo): Reading {
  return remembered(memo, readingKey(info), () => readText(info));
}
