import type { Change } from "../model/lineage.ts";
import { setOf } from "./change-lists.ts";
import { areOpposite } from "./change-opposites.ts";
import { ahead, behind, type Field, wordChange } from "./check-field.ts";
import { isMatch, type Term } from "./check-terms.ts";
import type { Side } from "./side.ts";
import { hasSense, isBroader, isKin, isSameSense, mayBeSame } from "./word-senses.ts";

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
  ["قبل", "بعد"],
  ["من", "الي"],
  ["مع", "ضد"],
  ["داخل", "خارج"],
];

/** "Before the fire" there, "after the fire" here: each word on one side only, and the same word behind it. */
export function orderTurned(field: Field): Change | null {
  const { there, own } = field;
  for (const [x, y] of [...TURNED, ...TURNED.map(([a, b]) => [b, a] as const)]) {
    if (own.some((t) => t.norm === x) || there.some((t) => t.norm === y)) continue;
    for (const a of there.filter((t) => t.norm === x))
      for (const b of own.filter((t) => t.norm === y)) {
        const beside = isBeside(behind(there, a), behind(own, b)) || isBeside(ahead(there, a), ahead(own, b));
        if (beside && hangAlike(field, a, b)) return wordChange(a, b, 1);
      }
  }
  return null;
}

/** Of ways: they turn only behind one verb or noun; "broke into the museum" says what "stole from the museum" does. */
const WAYS = setOf("into from to in out on off for against up down");

function hangAlike({ there, own }: Field, a: Term, b: Term): boolean {
  if (!WAYS.has(a.norm)) return true;
  const verb = (terms: readonly Term[], t: Term) => terms.findLast((o) => o.start < t.start && o.verb && o.telling);
  const [p, q] = [verb(there, a), verb(own, b)];
  if (p === undefined || q === undefined) return true;
  return p.keys.some((x) => q.keys.some((y) => isSameSense(x, y)));
}

function isBeside(p: Term | undefined, q: Term | undefined): boolean {
  return p !== undefined && q !== undefined && isMatch(q, p, { broader: true });
}

/** Another word in the very same place, and no other word for the same. */
export function exchanged(field: Field): Change | null {
  for (const b of field.novel) for (const a of field.lost) if (isExchange(field, a, b)) return wordChange(a, b, 1);
  return null;
}

function isExchange(field: Field, a: Term, b: Term): boolean {
  if (a.name || b.name || (a.number === undefined) !== (b.number === undefined)) return false;
  if (a.number !== undefined && b.number !== undefined) return isRecount(field, a, b);
  const opposite = a.keys.some((x) => b.keys.some((y) => areOpposite(x, y)));
  if (!opposite && (isRelated(a, b) || (a.verb && b.verb && !isOtherDeed(field, a, b) && isKinTerm(a, b, 2))))
    return false;
  if (stands(field, a, b)) return true;
  if (a.verb && b.verb) return isOtherDeed(field, a, b);
  return !a.verb && !b.verb && isKinTerm(a, b) && sharesSlot(field, a, b);
}

/** "Twelve patients died", "twelve patients recovered": another deed of the same, and nothing else is another. */
function isOtherDeed({ novel, lost, there, own }: Field, a: Term, b: Term): boolean {
  if (novel.length > 1 || lost.length > 1 || a.reports || b.reports) return false;
  // "Break out" is another verb than "break".
  if ([there[there.indexOf(a) + 1], own[own.indexOf(b) + 1]].some((t) => PARTICLES.has(t?.norm ?? ""))) return false;
  if (!a.keys.some((x) => b.keys.some((y) => isKin(x, y) && !mayBeSame(x, y)))) return false;
  return isBeside(ahead(there, a), ahead(own, b)) && own.length > 2;
}

const PARTICLES = setOf("up down off out over away back in on through apart");

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

/** "Seven drivers and two soldiers" there, "two drivers and seven soldiers" here: a count of the source, of another thing than it counts. */
export function recounted({ there, own }: Field): Change | null {
  const counts = (terms: readonly Term[]) =>
    terms.flatMap((count, i) => {
      const of = count.number === undefined ? undefined : terms.slice(i + 1, i + 4).find((t) => t.telling);
      // "Two of the dead" counts no dead.
      return of === undefined || of.number !== undefined || terms[i + 1]?.norm === "of" ? [] : [{ count, of }];
    });
  const said = counts(there);
  for (const { count, of } of counts(own)) {
    const same = said.filter((s) => s.of.keys[0] === of.keys[0]);
    const other = said.find((s) => s.count.number === count.number);
    const [first] = same;
    if (first === undefined || other === undefined || same.some((s) => s.count.number === count.number)) continue;
    if (!isMatch(of, other.of, { broader: true })) return wordChange(first.count, count, 1);
  }
  return null;
}

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

/** The exchange is one of places alone, which another rule calls a change. */
export function isPlaceOnly(changes: readonly Change[], exchanges: readonly Change[]): boolean {
  return exchanges.every(({ b }) =>
    changes.some(
      (c) => c.class === "place" && b !== undefined && c.b !== undefined && c.b.start < b.end && b.start < c.b.end,
    ),
  );
}
