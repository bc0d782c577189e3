import words from "../data/change-words.json" with { type: "json" };
import type { Change } from "../model/lineage.ts";
import type { Span } from "../model/span.ts";
import { foldWord, stemOf } from "../text/words.ts";
import { loadedStems } from "./loaded.ts";
import { type Side, wholeOf } from "./side.ts";

/** What the source says and the copy only asks. */
export function turnedIntoQuestion(a: Side, b: Side): readonly Change[] {
  if (a.marks.some((m) => m.question) || !b.marks.some((m) => m.question)) return [];
  const asked = b.sentences[b.marks.findIndex((m) => m.question)];
  return asked === undefined
    ? []
    : [
        {
          class: "statement-to-question",
          a: wholeOf(a),
          b: { start: asked.span.start, end: asked.span.end },
          weight: 0.5,
        },
      ];
}

/** Plain words of reports that share a stem with a loaded one. */
const PLAIN = new Set(words.plain.split(" "));

const PLAIN_PHRASES: ReadonlySet<string> = new Set(words.plainPhrases);

let colouring: ReadonlySet<string> | undefined;

/** The fitted stems that rewrites colour with, and words of open scorn, horror and praise. */
function colouringStems(): ReadonlySet<string> {
  colouring ??= new Set([...loadedStems(), ...words.loaded.split(" ").map((w) => stemOf(foldWord(w)))]);
  return colouring;
}

/** Words that colour, in the copy only: nowhere in the source. */
export function loadedAdded(b: Side, knownToSource: (stem: string) => boolean): readonly Change[] {
  const loaded = colouringStems();
  const seen = new Set<string>();
  const changes: Change[] = [];
  for (const [i, word] of b.words.entries()) {
    if (!loaded.has(word.stem) || PLAIN.has(word.norm) || seen.has(word.stem) || knownToSource(word.stem)) continue;
    if (PLAIN_PHRASES.has(`${word.norm} ${b.words[i + 1]?.norm ?? ""}`)) continue;
    seen.add(word.stem);
    changes.push({
      class: "loaded-word-added",
      b: bare(word),
      weight: 0.3,
    });
  }
  return changes;
}

function bare({ start, end }: Span): Span {
  return { start, end };
}
