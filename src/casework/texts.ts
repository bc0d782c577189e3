import type { Sha256 } from "../core/model/id.ts";
import type { Problem } from "../core/model/problem.ts";
import type { TextInfo } from "../core/model/reading.ts";
import { readDocument } from "../ingest/read-document.ts";
import type { Delivered, InputBytes, ReadDocument, ReadOptions } from "../ingest/types.ts";
import { sha256 } from "./effects.ts";

/** A loose text: read, but in no case. */
export interface LooseText {
  readonly name: string;
  readonly input: InputBytes;
  readonly document: ReadDocument;
  readonly original: Sha256;
  readonly text: Sha256;
}

export interface LooseTexts {
  readonly texts: readonly LooseText[];
  /** What was refused, and warnings of what was read. */
  readonly problems: readonly Problem[];
  readonly refused: number;
}

/** The texts that the inputs hold; one that is refused stops none of the others. The same bytes under two names are two texts. */
export async function readLoose(
  inputs: AsyncIterable<Delivered> | Iterable<Delivered>,
  options: ReadOptions,
): Promise<LooseTexts> {
  const texts: LooseText[] = [];
  const problems: Problem[] = [];
  let refused = 0;
  for await (const delivered of inputs) {
    if ("problem" in delivered) {
      problems.push(delivered.problem);
      if (delivered.problem.severity === "error") refused++;
      continue;
    }
    const { input } = delivered;
    const read = await readDocument(input, options);
    if (!("document" in read)) {
      problems.push(...read.problems);
      refused++;
      continue;
    }
    problems.push(...read.document.problems);
    const bytes = new TextEncoder().encode(read.document.text);
    texts.push({
      name: input.name,
      input,
      document: read.document,
      original: sha256(input.bytes),
      text: sha256(bytes),
    });
  }
  return { texts: named(texts), problems, refused };
}

/** Short names, told apart: the last step of the path, or more of it where two share it. */
function named(texts: readonly LooseText[]): readonly LooseText[] {
  const short = (name: string, steps: number) => name.split(/[\\/]/).slice(-steps).join("/");
  const uses = (steps: number) => {
    const counts = new Map<string, number>();
    for (const t of texts) counts.set(short(t.name, steps), (counts.get(short(t.name, steps)) ?? 0) + 1);
    return counts;
  };
  const byLast = uses(1);
  return texts.map((t) => ({ ...t, name: (byLast.get(short(t.name, 1)) ?? 0) > 1 ? t.name : short(t.name, 1) }));
}

/** What reading and lineage need of a loose text; its id is its name [DESIGN §2]. */
export function infoOf(text: LooseText): TextInfo {
  const { document } = text;
  return {
    id: text.name,
    text: document.text,
    name: text.name,
    ...(document.publisher !== undefined && { publisher: document.publisher }),
    ...(document.published !== undefined && { published: document.published }),
    ...(document.address !== undefined && { url: document.address }),
    ...(document.language !== undefined && { language: document.language }),
    ...(document.parts !== undefined && { parts: document.parts }),
    links: document.links,
    ...(document.demonstration !== undefined && { demonstration: document.demonstration }),
  };
}
