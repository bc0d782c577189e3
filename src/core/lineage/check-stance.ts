import type { Change } from "../model/lineage.ts";
import type { Span } from "../model/span.ts";
import { stemOf } from "../text/words.ts";
import { setOf, WORDS } from "./change-lists.ts";
import { LIGHT } from "./check-events.ts";
import { type Field, wordChange } from "./check-field.ts";
import { samePhrase } from "./check-roles.ts";
import type { Term } from "./check-terms.ts";
import type { Side } from "./side.ts";

/** Told there as not so, here as so, or the other way: the same verb of the same party. */
export function polarityTurned({ source, side }: Field): Change | null {
  const [there, own] = [source.clauses.predicates, side.clauses.predicates];
  for (const q of own) {
    const same = there.filter((p) => p.stem === q.stem);
    const [p, twin] = same;
    if (p === undefined || twin !== undefined || p.negated === q.negated || p.agent === undefined) continue;
    if (q.agent === undefined || !samePhrase(p.agent, q.agent) || p.agent.pronoun || q.agent.pronoun) continue;
    if (
      denials(side) + own.filter((o) => o.negated).length + denials(source) + there.filter((o) => o.negated).length ===
      1
    )
      return wordChange(p.span, q.span, 1);
  }
  return null;
}

const DENIALS = setOf(WORDS.denials);
const DENYING = new Set([...DENIALS].map(stemOf));

function denials({ clauses }: Side): number {
  return clauses.predicates.filter((p) => DENIALS.has(p.lemma)).length;
}

/** Somebody denies here what he says, thinks or suspects there, or the other way; all else of the sentence stands. */
export function stanceTurned({ source, side, there, own, novel }: Field): Change | null {
  if ([...source.marks, ...side.marks].some((m) => m.negations.length > 0)) return null;
  const [denied, deny] = [there.filter((t) => isDenial(there, t)), own.filter((t) => isDenial(own, t))];
  if (denied.length + deny.length !== 1) return null;
  const [from, to] = [denied[0] ?? reporting(there, own), deny[0] ?? reporting(own, there)];
  if (from === undefined || to === undefined || novel.some((t) => t !== to)) return null;
  return wordChange(from, to, 1);
}

/** A reporting verb that the other side lacks. */
function reporting(terms: readonly Term[], other: readonly Term[]): Term | undefined {
  return terms.find((t) => t.reports && !other.some((o) => o.reports && o.keys.some((k) => t.keys.includes(k))));
}

function isDenial(terms: readonly Term[], term: Term): boolean {
  const stem = term.keys.find((k) => DENYING.has(k));
  return stem !== undefined && (stem !== "rule" || terms[terms.indexOf(term) + 1]?.norm === "out");
}

const NEGATING = setOf(`${WORDS.impliedNegations} without nobody none nothing neither nor`);

/** A negation that the source lacks, or a verb that is denied otherwise than there; null where all stand. */
export function negationAstray({ source, side, there, own }: Field): Span | null {
  const count = (of: Side, terms: readonly Term[]) => {
    const at = of.marks.flatMap((m) => m.negations.map((n) => n.span.start));
    return new Set([
      ...at,
      ...terms.filter((t) => NEGATING.has(t.norm) || (t.arabic && NEGATING.has(t.norm.slice(1)))).map((t) => t.start),
    ]).size;
  };
  if (count(side, own) > count(source, there))
    return side.marks.flatMap((m) => m.negations)[0]?.span ?? own.find((t) => NEGATING.has(t.norm)) ?? null;
  if (count(source, there) === 0 || count(side, own) > 0) return null;
  const astray = side.clauses.predicates.find((q) => {
    const same = source.clauses.predicates.filter((p) => p.stem === q.stem);
    return !LIGHT.has(q.lemma) && same.length > 0 && !same.some((p) => p.negated === q.negated);
  });
  return astray?.span ?? null;
}
