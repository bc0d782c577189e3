import type { VerbForm } from "../../text/lexicon.ts";
import { type Draft, fromCue, type Voice } from "../draft.ts";
import { type Range, spanOf, tidy } from "../view.ts";
import type { Clause, VerbUse } from "./clause.ts";

/** A reporting verb in its place. */
export interface VerbCue {
  readonly clause: Clause;
  readonly c: number;
  readonly form: VerbForm;
  readonly use: VerbUse;
  /** Who does it, as the words before it tell; null where they tell nobody. */
  readonly subject: Range | null;
  readonly isCueChunk: (c: number) => boolean;
}

/** The reporting verb at the head of a verb group, with its particle where it needs one; null when it is none. */
export function cueAt(clause: Clause, c: number): VerbForm | null {
  const { chunks, view } = clause;
  const chunk = chunks[c];
  if (chunk?.kind !== "vg" || view.tokens[chunk.head]!.pos !== "VERB") return null;
  const forms = view.lexicon.verbs.get(view.norms[chunk.head]!);
  return forms?.find((form) => form.cue.particle === undefined || hasParticle(clause, c, form.cue.particle)) ?? null;
}

function hasParticle(clause: Clause, c: number, particle: string): boolean {
  const { norms } = clause.view;
  const { to } = clause.chunks[c]!;
  return norms[to] === particle || (particle === "responsible" && norms.slice(to, to + 7).includes(particle));
}

export interface Parts {
  readonly frame: Draft["frame"];
  readonly complement: string;
  readonly voice: Voice;
  readonly content: readonly (Range | null)[];
  readonly target?: Range | null;
  readonly lastResort?: boolean;
}

export function draft({ clause, c, form }: VerbCue, parts: Parts): Draft {
  const { view, chunks } = clause;
  const chunk = chunks[c]!;
  const to = chunk.to + (form.cue.particle !== undefined && view.norms[chunk.to] === form.cue.particle ? 1 : 0);
  const content = parts.content.flatMap((range) => {
    const tidied = range === null ? null : tidy(view, range);
    return tidied === null ? [] : [spanOf(view, tidied)];
  });
  return {
    view,
    ...fromCue(form.cue),
    frame: parts.frame,
    rule: "ST2",
    cue: { from: firstOfCue(clause, c), to },
    voice: parts.voice,
    content,
    quoted: false,
    complement: parts.complement,
    ...(parts.target ? { target: parts.target } : {}),
    ...(parts.lastResort ? { lastResort: true } : {}),
  };
}

/** The cue without the adverbs before it, but with its negation: "has not said". */
function firstOfCue(clause: Clause, c: number): number {
  const { chunks, view } = clause;
  const { from, head } = chunks[c]!;
  for (let i = from; i < head; i++) {
    if (view.tokens[i]!.pos === "AUX" || view.lexicon.negators.has(view.norms[i]!)) return i;
  }
  return head;
}

export function voiceOf(range: Range | null): Voice {
  return range === null ? { is: "nobody" } : { is: "words", range };
}

// "said so", "said the same of": no content of its own.
export const ECHO: ReadonlySet<string> = new Set([
  "so",
  "no",
  "yes",
  "nothing",
  "anything",
  "something",
  "it",
  "this",
  "them",
  "him",
  "her",
  "me",
]);
