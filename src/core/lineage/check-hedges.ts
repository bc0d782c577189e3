import type { Change } from "../model/lineage.ts";
import { setOf, WORDS } from "./change-lists.ts";
import { isPastQad } from "./check-arabic.ts";
import { type Field, wordChange } from "./check-field.ts";
import { isMatch, type Term } from "./check-terms.ts";
import { isUnrealisedWord, type Predicate } from "./clauses.ts";
import type { Side } from "./side.ts";
import { isSameSense } from "./word-senses.ts";

/** Who says, thinks or fears something has not found it out. */
const { shown, sure, ...unsure } = WORDS.certainty;
const UNSURE = setOf(Object.values(unsure).join(" "));

/** "The likely cause" there, "the cause" here, with no other word of doubt. */
export function hedgeLost({ source, side, there, own }: Field): Change | null {
  if (side.marks.some((m) => m.hedges.length > 0 || m.conditions.length > 0)) return null;
  if (side.clauses.predicates.some((p) => p.open)) return null;
  for (const mark of source.marks)
    for (const { span, value } of mark.hedges) {
      if (value === "confirmed" || value === "asserted") continue;
      const next = there.find((t) => t.start >= span.end);
      if (
        next?.telling !== true ||
        (next.arabic && isPastQad(there.find((t) => t.start === span.start)?.norm ?? "", next.norm))
      )
        continue;
      const kept = own.find((t) => t.telling && isMatch(t, next, { broader: false }));
      if (kept !== undefined) return { ...wordChange(span, kept, 0.9), class: "modality-hardened" };
    }
  return null;
}

/** A word of doubt where the source has none, and tells it as so. */
export function hedgeAdded({ source, side }: Field): Change | null {
  const [mark] = side.marks.flatMap((m) => m.hedges.filter((h) => h.value !== "confirmed" && h.value !== "asserted"));
  if (mark === undefined || source.marks.some((m) => m.hedges.length > 0 || m.conditions.length > 0)) return null;
  if (source.clauses.predicates.some((p) => p.open || UNSURE.has(p.lemma))) return null;
  return { ...wordChange(undefined, mark.span, 0.5), class: "modality-softened" };
}

const SHARES = setOf("half third quarter majority all");

/** "Up to half" there, "half" here: the bound of a share is gone, or another has come. */
export function boundLost({ there, own }: Field): Change | null {
  const bound = (terms: readonly Term[], t: Term) => {
    const at = terms.indexOf(t);
    const [far, near] = [terms[at - 2]?.norm ?? "", terms[at - 1]?.norm ?? ""];
    return /^(?:to|than|least|most|nearly|almost|over|under|about)$/.test(near) ? `${far} ${near}` : "";
  };
  for (const b of own.filter((t) => SHARES.has(t.norm))) {
    const same = there.filter((a) => a.norm === b.norm);
    const [a] = same;
    if (a !== undefined && same.every((x) => bound(there, x) !== bound(own, b)))
      return { ...wordChange(a, b, 0.5), class: "comparator" };
  }
  return shortOf(there, own);
}

const SHORT_OF = setOf("almost nearly virtually practically");

/** "Almost doubled" there, "doubled" here. */
function shortOf(there: readonly Term[], own: readonly Term[]): Change | null {
  const isShort = (terms: readonly Term[], t: Term) => SHORT_OF.has(terms[terms.indexOf(t) - 1]?.norm ?? "");
  for (const b of own.filter((t) => t.telling && !isShort(own, t))) {
    const same = there.filter((a) => a.keys[0] === b.keys[0]);
    const [a] = same;
    if (a !== undefined && same.every((x) => isShort(there, x)))
      return { ...wordChange(a, b, 0.5), class: "comparator" };
  }
  return null;
}

/** Demanded, planned or feared there by a noun, "demanded her arrest", and done here. */
export function wishDone({ source, side, own }: Field): Change | null {
  for (const { phrase, verb, role } of source.clauses.slots) {
    if (role !== "patient") continue;
    const wish = source.clauses.predicates.find((p) => p.stem === verb && isUnrealisedWord(p.lemma));
    if (wish === undefined || side.clauses.predicates.some((q) => isSameSense(q.stem, wish.stem))) continue;
    if (side.clauses.predicates.some((q) => q.open || q.negated)) continue;
    const done = own.find((t) => t.verb && t.keys.includes(phrase.head));
    if (done !== undefined) return { ...wordChange(wish.span, done, 0.9), class: "possible-to-happened" };
  }
  return null;
}

const MIGHT = /\b(?:may|might)\b/;
/** What somebody hopes, fears or plans is open whichever verb helps. */
const OPEN = setOf("hope fear want plan threaten warn consider suspect wonder doubt ask");

/** "Expects prices to fall" there, "expects that prices might fall" here. */
export function mightAdded({ source, side }: Field): Change | null {
  const unsure = source.marks.some((m) => m.conditions.length > 0 || m.hedges.some((h) => h.value === "possible"));
  if (unsure || source.clauses.predicates.some((p) => p.force === "weak" || OPEN.has(p.lemma))) return null;
  const raw = side.text.read.info.text;
  for (const q of side.clauses.predicates) {
    if (q.force !== "weak" || !MIGHT.test(raw.slice(q.span.start, q.span.end).toLowerCase())) continue;
    if (source.clauses.predicates.some((p) => p.stem === q.stem))
      return { ...wordChange(undefined, q.span, 0.5), class: "modality-softened" };
  }
  return null;
}

const BEGINNING = setOf("open launch start begin hold conduct make give set");
const CHARGING = setOf("suspect accuse charge");

/** Told as done of what the source only tells as due, asked for, threatened or suspected. */
export function openDone({ source, side }: Field): Change | null {
  if (side.marks.some((m) => m.hedges.length > 0 || m.conditions.length > 0 || m.negations.length > 0)) return null;
  if (side.clauses.predicates.some((q) => q.open || isUnrealisedWord(q.lemma) || CHARGING.has(q.lemma))) return null;
  for (const q of side.clauses.predicates) {
    if (!q.realised || !q.finite) continue;
    const same = source.clauses.predicates.filter((p) => p.stem === q.stem || isSameSense(p.stem, q.stem));
    const [first] = same;
    if (first !== undefined && same.every((p) => p.open && !p.negated && !p.purpose))
      return { ...wordChange(first.span, q.span, 0.9), class: "possible-to-happened" };
    const wished = q.patient === undefined || same.length > 0 ? undefined : wishFor(source, q.patient.head);
    if (wished !== undefined && (BEGINNING.has(q.lemma) || (q.lemma === "commit" && CHARGING.has(wished.lemma))))
      return { ...wordChange(wished.span, q.span, 0.9), class: "possible-to-happened" };
  }
  return null;
}

/** The verb of wish or suspicion that a noun of the source hangs on. */
function wishFor({ clauses }: Side, head: string): Predicate | undefined {
  const slot = clauses.slots.find((s) => s.phrase.head === head);
  return clauses.predicates.find(
    (p) =>
      p.stem === slot?.verb && !p.negated && (isUnrealisedWord(p.lemma) || CHARGING.has(p.lemma) || p.lemma === "call"),
  );
}
