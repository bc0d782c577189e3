import type { Change, CheckVerdict } from "../model/lineage.ts";
import type { Span } from "../model/span.ts";
import { stemOf } from "../text/words.ts";
import { setOf, WORDS } from "./change-lists.ts";
import { areOpposite } from "./change-opposites.ts";
import { linksStand } from "./check-links.ts";
import { isMatch, repeated, type Term, termsOf, unmatched } from "./check-terms.ts";
import type { NounPhrase } from "./chunks.ts";
import { isUnrealisedWord, type Predicate } from "./clauses.ts";
import type { Side } from "./side.ts";
import { hasSense, isBroader, isKin, isSameSense } from "./word-senses.ts";

/** What a sentence that no rule of change objects to is, and the words that say so. */
export interface Backing {
  readonly verdict: Extract<CheckVerdict, "backed" | "changed" | "contradicted" | "hardened" | "softened">;
  readonly changes: readonly Change[];
}

/**
 * Whether the source establishes each word of the sentence and who does what in it. An exchange of one thing for another in one place
 * contradicts; all else that is not established changes.
 */
export function backingOf(source: Side, side: Side): Backing {
  const terms = { there: termsOf(source), own: termsOf(side) };
  const broader = side.marks.every((m) => m.negations.length === 0);
  const novel = unmatched(terms.own, terms.there, { broader });
  const lost = unmatched(terms.there, terms.own, { broader: false }).filter(
    (t) => !terms.own.some((o) => isMatch(o, t, { broader })),
  );
  const field = { source, side, ...terms, novel, lost };
  const against =
    orderTurned(field) ?? exchanged(field) ?? roleTurned(field) ?? polarityTurned(field) ?? stanceTurned(field);
  if (against !== null) return { verdict: "contradicted", changes: [against] };
  const raised = hedgeLost(field) ?? wishDone(field);
  if (raised !== null) return { verdict: "hardened", changes: [raised] };
  const doubt = novel.length > 0 ? null : hedgeAdded(field);
  if (doubt !== null) return { verdict: "softened", changes: [doubt] };
  const bound = boundLost(field);
  if (bound !== null) return { verdict: "changed", changes: [bound] };
  const [first] = novel;
  if (first !== undefined) return { verdict: "changed", changes: [wordChange(lost[0], first, 0.5)] };
  const [again] = lost.length > 0 ? repeated(terms.own, terms.there) : [];
  if (again !== undefined) return { verdict: "changed", changes: [wordChange(lost[0], again, 0.5)] };
  return {
    verdict:
      rolesStand(field) && neighboursStand(field) && linksStand(source, side) && negationsStand(field)
        ? "backed"
        : "changed",
    changes: [],
  };
}

interface Field {
  readonly source: Side;
  readonly side: Side;
  readonly there: readonly Term[];
  readonly own: readonly Term[];
  /** Telling words of the sentence that the source lacks, and of the source that the sentence lacks. */
  readonly novel: readonly Term[];
  readonly lost: readonly Term[];
}

function wordChange(
  a: Pick<Term, "start" | "end"> | undefined,
  b: Pick<Term, "start" | "end">,
  weight: number,
): Change {
  return {
    class: weight > 0.8 ? "contradicted" : "entity-replaced",
    ...(a === undefined ? {} : { a: { start: a.start, end: a.end } }),
    b: { start: b.start, end: b.end },
    weight,
  };
}

const TURNED: readonly (readonly [string, string])[] = [
  ["before", "after"],
  ["before", "following"],
  ["with", "without"],
  ["since", "until"],
  ["more", "fewer"],
  ["more", "less"],
  ["over", "under"],
  ["first", "last"],
  ["minimum", "maximum"],
  ["earlier", "later"],
  ["early", "late"],
  ["up", "down"],
  ["in", "out"],
  ["on", "off"],
  ["into", "from"],
  ["to", "from"],
  ["for", "against"],
  ["above", "below"],
  ["inside", "outside"],
  ["most", "fewest"],
  ["next", "last"],
];

/** "Before the fire" there, "after the fire" here: each word on one side only, and the same word behind it. */
function orderTurned({ there, own }: Field): Change | null {
  for (const [x, y] of [...TURNED, ...TURNED.map(([a, b]) => [b, a] as const)]) {
    if (own.some((t) => t.norm === x) || there.some((t) => t.norm === y)) continue;
    for (const a of there.filter((t) => t.norm === x))
      for (const b of own.filter((t) => t.norm === y)) {
        if (isBeside(behind(there, a), behind(own, b)) || isBeside(ahead(there, a), ahead(own, b)))
          return wordChange(a, b, 1);
      }
  }
  return null;
}

function isBeside(p: Term | undefined, q: Term | undefined): boolean {
  return p !== undefined && q !== undefined && isMatch(q, p, { broader: true });
}

function ahead(terms: readonly Term[], of: Term): Term | undefined {
  return terms.findLast((t) => t.start < of.start && t.telling);
}

function behind(terms: readonly Term[], of: Term): Term | undefined {
  return terms.find((t) => t.start > of.start && (t.telling || t.norm === "half"));
}

/** Another word in the very same place, and no other word for the same. */
function exchanged(field: Field): Change | null {
  for (const b of field.novel) for (const a of field.lost) if (isExchange(field, a, b)) return wordChange(a, b, 1);
  return null;
}

function isExchange(field: Field, a: Term, b: Term): boolean {
  if (a.name || b.name || (a.number === undefined) !== (b.number === undefined)) return false;
  if (a.number !== undefined && b.number !== undefined) return isRecount(field, a, b);
  const opposite = a.keys.some((x) => b.keys.some((y) => areOpposite(x, y)));
  if (!opposite && (isRelated(a, b) || (a.verb && b.verb && isKinTerm(a, b, 2)))) return false;
  if (stands(field, a, b)) return true;
  return !a.verb && !b.verb && isKinTerm(a, b) && sharesSlot(field, a, b);
}

function isRelated(a: Term, b: Term): boolean {
  return a.keys.some((x) => b.keys.some((y) => isSameSense(x, y) || isBroader(x, y, 4) || isBroader(y, x, 4)));
}

function isKinTerm(a: Term, b: Term, steps = 4): boolean {
  return a.keys.some((x) => b.keys.some((y) => hasSense(x) && hasSense(y) && isKin(x, y, steps)));
}

/** The words on both sides of it are the same, or the sentence ends there. */
function stands(field: Field, a: Term, b: Term): boolean {
  const [there, own] = [field.there, field.own].map((terms) =>
    terms.filter((t) => t === a || t === b || !HELPING.has(t.norm)),
  );
  if (there === undefined || own === undefined) return false;
  const [i, j] = [there.indexOf(a), own.indexOf(b)];
  const same = (x: Term | undefined, y: Term | undefined) =>
    x === undefined || y === undefined
      ? x === y
      : x.keys.some((k) => y.keys.includes(k)) || isMatch(y, x, { broader: false });
  const left = same(there[i - 1], own[j - 1]);
  const right = (a.ends && b.ends) || same(there[i + 1], own[j + 1]);
  const wide = same(there[i - 2], own[j - 2]) || same(there[i + 2], own[j + 2]);
  return left && right && wide;
}

const HELPING = setOf("a an the is are was were be been being has have had do does did");

/** Another count of the same thing. */
function isRecount({ there, own }: Field, a: Term, b: Term): boolean {
  const [p, q] = [behind(there, a), behind(own, b)];
  return p !== undefined && q !== undefined && isMatch(q, p, { broader: true });
}

/** Both hang on the same verb or noun in the same way, or on the same head. */
function sharesSlot({ source, side }: Field, a: Term, b: Term): boolean {
  const slotOf = (of: Side, { start }: Term) =>
    of.clauses.slots.find((s) => s.phrase.span.start <= start && start < s.phrase.span.end);
  const [x, y] = [slotOf(source, a), slotOf(side, b)];
  if (x === undefined || y === undefined) return false;
  if (x.phrase.head === y.phrase.head) return true;
  return x.after !== undefined && x.after === y.after && x.preposition === y.preposition && x.role === y.role;
}

const LIGHT = new Set("be have do make take get go come give put suffer call".split(" "));

function samePhrase(x: NounPhrase, y: NounPhrase): boolean {
  if (x.pronoun || y.pronoun) return true;
  if (x.head === y.head || x.stems.some((s) => y.stems.includes(s))) return true;
  return isSameSense(x.head, y.head) || isBroader(x.head, y.head) || isBroader(y.head, x.head);
}

function samePredicate(p: Predicate, q: Predicate): boolean {
  return p.stem === q.stem || isSameSense(p.stem, q.stem) || isBroader(q.stem, p.stem, 1);
}

const ROLES = ["agent", "patient"] as const;

/** Who does it here does something else there, and another does this. */
function roleTurned({ source, side }: Field): Change | null {
  for (const q of side.clauses.predicates) {
    if (LIGHT.has(q.lemma)) continue;
    const same = source.clauses.predicates.filter((p) => samePredicate(p, q));
    for (const role of ROLES) {
      const y = q[role];
      if (y === undefined || y.pronoun || same.length === 0) continue;
      const fillers = same.map((p) => p[role]);
      if (fillers.some((x) => x === undefined || samePhrase(x, y) || isReached(side, y, x))) continue;
      const elsewhere = source.clauses.slots.some(
        ({ phrase, preposition }) =>
          preposition === undefined &&
          phrase.head === y.head &&
          !fillers.some((x) => x !== undefined && areNear(source, x, phrase)),
      );
      if (elsewhere) return { ...wordChange(fillers[0]?.span, y.span, 1), class: "role-moved" };
    }
  }
  return null;
}

/** One and the same under two names, or one a part of what is said of the other: too near to be told apart. */
function areNear({ text }: Side, x: NounPhrase, y: NounPhrase): boolean {
  const [first, second] = x.span.start < y.span.start ? [x, y] : [y, x];
  const gap = text.read.info.text.slice(first.span.end, second.span.start);
  return gap.length < 24 && !/\band\b|[.;]/.test(gap);
}

/** Told there as not so, here as so, or the other way: the same verb of the same party. */
function polarityTurned({ source, side }: Field): Change | null {
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
function stanceTurned({ source, side, there, own, novel }: Field): Change | null {
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

const CERTAIN = setOf(Object.values(WORDS.certainty).join(" "));

/** "The likely cause" there, "the cause" here, with no other word of doubt. */
function hedgeLost({ source, side, there, own }: Field): Change | null {
  if (side.marks.some((m) => m.hedges.length > 0 || m.conditions.length > 0)) return null;
  if (side.clauses.predicates.some((p) => p.open)) return null;
  for (const mark of source.marks)
    for (const { span, value } of mark.hedges) {
      if (value === "confirmed" || value === "asserted") continue;
      const next = there.find((t) => t.start >= span.end);
      if (next?.telling !== true) continue;
      const kept = own.find((t) => t.telling && isMatch(t, next, { broader: false }));
      if (kept !== undefined) return { ...wordChange(span, kept, 0.9), class: "modality-hardened" };
    }
  return null;
}

/** A word of doubt where the source has none, and tells it as so. */
function hedgeAdded({ source, side }: Field): Change | null {
  const [mark] = side.marks.flatMap((m) => m.hedges.filter((h) => h.value !== "confirmed" && h.value !== "asserted"));
  if (mark === undefined || source.marks.some((m) => m.hedges.length > 0 || m.conditions.length > 0)) return null;
  if (source.clauses.predicates.some((p) => p.open || CERTAIN.has(p.lemma))) return null;
  return { ...wordChange(undefined, mark.span, 0.5), class: "modality-softened" };
}

const SHARES = setOf("half third quarter majority all");

/** "Up to half" there, "half" here: the bound of a share is gone, or another has come. */
function boundLost({ there, own }: Field): Change | null {
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
  return null;
}

/** Demanded, planned or feared there by a noun, "demanded her arrest", and done here. */
function wishDone({ source, side, own }: Field): Change | null {
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

/** "Flights between Ulm and Corra": a noun phrase with no verb between it and the one that was taken for the party. */
function isReached({ clauses }: Side, from: NounPhrase, wanted: NounPhrase): boolean {
  return clauses.slots.some(({ phrase }) => {
    if (!samePhrase(phrase, wanted) || phrase.pronoun) return false;
    const [x, y] = phrase.span.start < from.span.start ? [phrase, from] : [from, phrase];
    return !clauses.predicates.some((p) => x.span.end <= p.span.start && p.span.end <= y.span.start);
  });
}

/** For each verb of the sentence one of the source with nobody else in its roles. */
function rolesStand({ source, side }: Field): boolean {
  return side.clauses.predicates.every((q) => {
    if (LIGHT.has(q.lemma)) return true;
    const same = source.clauses.predicates.filter((p) => samePredicate(p, q));
    return (
      same.length === 0 ||
      same.some((p) =>
        ROLES.every((role) => {
          const [x, y] = [p[role], q[role]];
          return y === undefined || x === undefined || samePhrase(x, y) || isReached(side, y, x);
        }),
      )
    );
  });
}

/** A name or a hedge taken for another that the source has in the same place, in other words or these: "unknown" for "unidentified". */
export function isReworded({ class: of, a, b }: Change, source: Side, side: Side): boolean {
  if (a === undefined || b === undefined || (of !== "entity-replaced" && of !== "modality-softened")) return false;
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

/** The exchange is one of places alone, which another rule calls a change. */
export function isPlaceOnly(changes: readonly Change[], exchanges: readonly Change[]): boolean {
  return exchanges.every(({ b }) =>
    changes.some(
      (c) => c.class === "place" && b !== undefined && c.b !== undefined && c.b.start < b.end && b.start < c.b.end,
    ),
  );
}

const NEGATING = setOf(`${WORDS.impliedNegations} without nobody none nothing neither nor`);

/** No negation that the source lacks, and each verb denied as it is there. */
function negationsStand({ source, side, there, own }: Field): boolean {
  const count = (of: Side, terms: readonly Term[]) => {
    const at = of.marks.flatMap((m) => m.negations.map((n) => n.span.start));
    return new Set([...at, ...terms.filter((t) => NEGATING.has(t.norm)).map((t) => t.start)]).size;
  };
  if (count(side, own) > count(source, there)) return false;
  return side.clauses.predicates.every((q) => {
    const same = source.clauses.predicates.filter((p) => p.stem === q.stem);
    return (
      LIGHT.has(q.lemma) ||
      same.length === 0 ||
      count(source, there) === 0 ||
      same.some((p) => p.negated === q.negated) ||
      count(side, own) > 0
    );
  });
}

/** Words further apart than this in the source belong to different things. */
const BESIDE = 2;

/** Arabic has no clauses here: of words that stand together in the sentence, those of the source must too. */
function neighboursStand({ there, own }: Field): boolean {
  const [telling, places] = [
    own.filter((t) => t.telling || t.number !== undefined),
    there.filter((t) => t.telling || t.number !== undefined),
  ];
  return telling.every((t, i) => {
    const next = telling[i + 1];
    if (!t.arabic || t.ends || next === undefined) return true;
    const at = (w: Term) => places.flatMap((p, k) => (isMatch(w, p, { broader: false }) ? [k] : []));
    const [from, to] = [at(t), at(next)];
    return from.length === 0 || to.length === 0 || from.some((k) => to.some((l) => Math.abs(k - l) <= BESIDE));
  });
}
