import type { Change, CheckVerdict } from "../model/lineage.ts";
import type { Span } from "../model/span.ts";
import { setOf, WORDS } from "./change-lists.ts";
import { arabicDone, arabicStanceTurned } from "./check-arabic.ts";
import { dayPairs, isSameDay } from "./check-days.ts";
import { exchanged, orderTurned, recounted } from "./check-exchange.ts";
import { wordChange } from "./check-field.ts";
import { boundLost, hedgeAdded, hedgeLost, mightAdded, openDone, wishDone } from "./check-hedges.ts";
import { linkAstray } from "./check-links.ts";
import { neighbourAstray, roleAstray, roleTurned } from "./check-roles.ts";
import { ownActs, speakerExchanged, speakerLost } from "./check-speaker.ts";
import { negationAstray, polarityTurned, stanceTurned } from "./check-stance.ts";
import { isMatch, repeated, type Term, termsOf, unmatched } from "./check-terms.ts";
import { areTied } from "./check-ties.ts";
import { wayTurned } from "./check-ways.ts";
import type { Side } from "./side.ts";

/** What a sentence that no rule of change objects to is, and the words that say so. */
export interface Backing {
  readonly verdict: Exclude<CheckVerdict, "no-source">;
  readonly changes: readonly Change[];
}

/**
 * Whether the source establishes each word of the sentence and who does what in it. An exchange of one thing for another in one place
 * contradicts; all else that is not established changes.
 */
export function backingOf(source: Side, side: Side): Backing {
  const acts = ownActs(source, side);
  const days = dayPairs(source, side).map((d) => d.own);
  const within = (t: Term) => (s: Span) => s.start <= t.start && t.start < s.end;
  const isPlain = (t: Term) => (t.reports && acts.some(within(t))) || days.some(within(t));
  const terms = {
    there: termsOf(source),
    own: termsOf(side).map((t) => (isPlain(t) ? { ...t, telling: false } : t)),
  };
  const broader = side.marks.every((m) => m.negations.length === 0);
  const names = terms.there.filter((t) => t.telling).flatMap((t) => t.keys);
  const novel = unmatched(terms.own, terms.there, { broader }).filter((t) => !areTied(source.text, t.keys, names));
  const lost = unmatched(terms.there, terms.own, { broader: false }).filter(
    (t) => !terms.own.some((o) => isMatch(o, t, { broader })),
  );
  const field = { source, side, ...terms, novel, lost };
  const against =
    orderTurned(field) ??
    wayTurned(field) ??
    exchanged(field) ??
    recounted(field) ??
    roleTurned(field) ??
    speakerExchanged(field) ??
    polarityTurned(field) ??
    stanceTurned(field) ??
    arabicStanceTurned(field);
  if (against !== null) return { verdict: "contradicted", changes: [against] };
  const untold = speakerLost(field);
  if (untold !== null) return { verdict: "source-dropped", changes: [untold] };
  const raised = hedgeLost(field) ?? wishDone(field) ?? arabicDone(field);
  if (raised !== null) return { verdict: "hardened", changes: [raised] };
  const doubt = novel.length > 0 ? null : (hedgeAdded(field) ?? mightAdded(field));
  if (doubt !== null) return { verdict: "softened", changes: [doubt] };
  const bound = boundLost(field);
  if (bound !== null) return { verdict: "changed", changes: [bound] };
  const done = openDone(field);
  if (done !== null) return { verdict: "hardened", changes: [done] };
  const [first] = novel;
  if (first !== undefined) return { verdict: "changed", changes: [wordChange(lost[0], first, 0.5)] };
  const [again] = lost.length > 0 ? repeated(terms.own, terms.there) : [];
  if (again !== undefined) return { verdict: "changed", changes: [wordChange(lost[0], again, 0.5)] };
  const astray = roleAstray(field) ?? neighbourAstray(field) ?? linkAstray(field) ?? negationAstray(field);
  return astray === null
    ? { verdict: "backed", changes: [] }
    : { verdict: "changed", changes: [wordChange(undefined, astray, 0.5)] };
}

/** A name or a hedge taken for another that the source has in the same place, in other words or these: "unknown" for "unidentified". */
export function isReworded({ class: of, a, b }: Change, source: Side, side: Side): boolean {
  if (of === "attribution") return a !== undefined && isDeniedReport(a, source, side);
  if (of === "date") return b !== undefined && isSameDay(b, source, side);
  if (a === undefined || b === undefined || (of !== "entity-replaced" && of !== "modality-softened")) return false;
  if (of === "entity-replaced" && areTied(source.text, stemsIn(source, a), stemsIn(side, b))) return true;
  const within = (span: Span) => (t: Term) => t.telling && span.start <= t.start && t.start < span.end;
  const own = termsOf(side).filter(within(b));
  if (of === "modality-softened") {
    const doubted = termsOf(side).filter((t) => t.reports && b.start <= t.start && t.start < b.end);
    return (
      doubted.length > 0 && doubted.every((t) => termsOf(source).some((o) => o.keys.some((k) => t.keys.includes(k))))
    );
  }
  return own.length > 0 && unmatched(own, termsOf(source).filter(within(a)), { broader: false }).length === 0;
}

function stemsIn({ words }: Side, span: Span): readonly string[] {
  return words.filter((w) => span.start <= w.start && w.end <= span.end && w.norm.length > 3).map((w) => w.stem);
}

const ACCOUNTS = setOf(WORDS.accountNouns);
const DENIALS = setOf(WORDS.denials);

/** "Rejects reports that it failed", "denies that it failed": the reports were nobody's word. */
function isDeniedReport(a: Span, source: Side, side: Side): boolean {
  const noun = source.tokens.find((t) => a.start <= t.start && t.end <= a.end);
  const denies = (of: Side) => of.clauses.predicates.some((p) => DENIALS.has(p.lemma));
  return noun !== undefined && ACCOUNTS.has(noun.norm) && denies(source) && denies(side);
}
