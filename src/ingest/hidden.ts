// Characters that a reader does not see. They are evidence: they stay in the text, and are told.

import { type Problem, problem } from "../core/model/problem.ts";

interface Kind {
  readonly name: string;
  readonly found: RegExp;
}

const KINDS: readonly Kind[] = [
  { name: "control characters", found: /[\x01-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]/gu },
  { name: "zero-width characters", found: /[\u200b\u2060-\u2064\ufeff\u180e\u00ad\u115f\u1160\u3164\uffa0]/gu },
  { name: "direction overrides", found: /[\u202a-\u202e\u2066-\u2069]/gu },
  { name: "tag characters", found: /[\u{e0000}-\u{e007f}]/gu },
  { name: "variation selectors of no use", found: /[\u{e0100}-\u{e01ef}]/gu },
  // In Persian, Urdu and emoji a joiner is spelling; between Latin letters it hides something.
  { name: "joiners between Latin letters", found: /(?<=[A-Za-z0-9])[\u200c\u200d](?=[A-Za-z0-9])/gu },
];

const DIRECTION_MARKS = /[\u200e\u200f\u061c]/gu;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** What the text hides, as one warning with the count and the first place; none if it hides nothing. Marks that steer direction are usual where right-to-left letters are. */
export function hiddenCharacters(name: string, text: string): Problem[] {
  const kinds = RIGHT_TO_LEFT.test(text) ? KINDS : [...KINDS, { name: "direction marks", found: DIRECTION_MARKS }];
  const found = kinds.flatMap((kind) => {
    const { count, first } = countOf(text, kind.found);
    return count === 0 ? [] : [{ kind: kind.name, count, first }];
  });
  if (found.length === 0) return [];
  const first = found.reduce((a, b) => (b.first < a.first ? b : a)).first;
  return [
    problem("hidden-characters", {
      name,
      count: found.reduce((n, f) => n + f.count, 0),
      first,
      character: `U+${text.codePointAt(first)!.toString(16).toUpperCase().padStart(4, "0")}`,
      kinds: found.map((f) => `${f.count} ${f.kind}`).join(", "),
    }),
  ];
}

function countOf(text: string, pattern: RegExp): { readonly count: number; readonly first: number } {
  let count = 0;
  let first = -1;
  for (const match of text.matchAll(pattern)) {
    if (first < 0) first = match.index;
    count++;
  }
  return { count, first };
}
