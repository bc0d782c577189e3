import type { Assessment } from "../core/model/assessment.ts";

/** How many figures of an assessment rest on each statement, at one step or through other figures. */
export function figuresByStatement(assessment: Assessment): ReadonlyMap<string, number> {
  const restOn = new Map<string, string[]>();
  for (const figure of assessment.figures) {
    for (const ground of figure.from) {
      if (ground.is === "figure") restOn.set(ground.id, [...(restOn.get(ground.id) ?? []), figure.id]);
    }
  }
  const above = (id: string, seen: Set<string>): Set<string> => {
    for (const next of restOn.get(id) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      above(next, seen);
    }
    return seen;
  };
  const counts = new Map<string, number>();
  for (const s of assessment.statements) counts.set(s.id, above(s.precision, new Set()).size);
  for (const figure of assessment.figures) {
    for (const ground of figure.from) {
      if (ground.is !== "words") continue;
      for (const id of quotedBy(assessment).get(`${ground.span.text}:${ground.span.start}`) ?? []) {
        counts.set(id, (counts.get(id) ?? 0) + 1 + above(figure.id, new Set()).size);
      }
    }
  }
  return counts;
}

const quotedCache = new WeakMap<Assessment, ReadonlyMap<string, readonly string[]>>();

/** Statements by where the words that an assessment quotes of them begin. */
function quotedBy(assessment: Assessment): ReadonlyMap<string, readonly string[]> {
  const had = quotedCache.get(assessment);
  if (had) return had;
  const made = new Map<string, string[]>();
  for (const s of assessment.statements) {
    const key = `${s.quote.span.text}:${s.quote.span.start}`;
    made.set(key, [...(made.get(key) ?? []), s.id]);
  }
  quotedCache.set(assessment, made);
  return made;
}
