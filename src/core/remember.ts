import type { JudgedPair } from "./lineage/links.ts";
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

/** The key of what was judged of two readings, in their order: both, the model and its options; nothing of the case. */
export function judgedKey({ a, b, closely, priorOdds, model }: JudgedPair): string {
  return JSON.stringify(["judged", readingKey(a.info), readingKey(b.info), model.made, priorOdds, closely]);
}

/** The text's reading, from the memo if it is there. */
export function rememberedReading(info: TextInfo, memo?: Memo): Reading {
  return remembered(memo, readingKey(info), () => readText(info));
}
