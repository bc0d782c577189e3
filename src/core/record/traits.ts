import type { Traits } from "../model/silence.ts";
import { overlaps } from "../model/span.ts";
import { attackTypeOf, findIncidentWords } from "../text/incident-words.ts";
import type { RecordInput } from "./input.ts";
import { LEAD, most, score, type Telling } from "./telling.ts";

export interface TraitSources {
  readonly tellings: readonly Telling[];
  readonly place: string | null;
}

/** The traits that the texts tell, for choosing a reference class; what they don't tell is left out. */
export function traitsOf(input: RecordInput, draft: TraitSources): Traits {
  const words = draft.tellings
    .filter((t) => t.index < LEAD * 2)
    .map((t) => t.document.text.slice(t.sentence.start, t.sentence.end));
  const country = draft.place === null ? undefined : input.placeName(draft.place)?.country;
  const targets = words.flatMap((w) => findIncidentWords(w, "target").map((f) => f.kind));
  const target = most(score(targets.map((kind) => [kind, 1] as const)));
  const attackType = most(score(words.flatMap((w) => attackTypeOf(w) ?? []).map((kind) => [kind, 1] as const)));
  const insider = draft.tellings.some(
    (t) => findIncidentWords(t.document.text.slice(t.sentence.start, t.sentence.end), "insider").length > 0,
  );
  const nationality = nationalityOf(input, draft);
  return {
    ...(country !== undefined && { country }),
    ...(target !== null && { target }),
    ...(attackType !== null && { attackType }),
    ...(insider && { insider }),
    ...(nationality !== undefined && { nationality }),
  };
}

/** The state whose name stands within the words that count the victims: "two Xish soldiers". */
function nationalityOf(input: RecordInput, draft: TraitSources): string | undefined {
  for (const t of draft.tellings) {
    for (const count of t.document.reading.counts) {
      if (count.of !== "killed" && count.of !== "wounded") continue;
      if (!overlaps(count.span, t.sentence)) continue;
      const whole = {
        start: Math.min(count.span.start, count.what.start),
        end: Math.max(count.span.end, count.what.end),
      };
      const state = t.document.reading.mentions
        .filter((m) => m.is === "actor" && overlaps(m.span, whole))
        .map((m) => input.actor(m.id)?.country ?? input.actor(m.standsFor ?? "")?.country)
        .find((c) => c !== undefined);
      if (state !== undefined) return state;
    }
  }
  return undefined;
}
