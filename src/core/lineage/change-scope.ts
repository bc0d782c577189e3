import type { Change, ChangeClass } from "../model/lineage.ts";
import type { Span } from "../model/span.ts";
import type { Word } from "../text/words.ts";
import { isDateWord } from "./change-dates.ts";
import { type Found, findListed, type Listed, listed, setOf, WORDS } from "./change-lists.ts";
import type { Vocabulary } from "./prepare.ts";
import { type Side, wholeOf } from "./side.ts";

const phrases = (list: readonly string[]) => listed({ yes: list });
const AS_OF = phrases(WORDS.asOf);
const STRONG_AS_OF = phrases(WORDS.strongAsOf);
const ALTERNATIVES = phrases(WORDS.alternatives);
const CONDITIONS = phrases(WORDS.conditions);
const CAUSES = phrases(WORDS.causes);
const INTENTS = phrases(WORDS.intents);
const REVISIONS = phrases(WORDS.revisions);
const QUANTIFIERS = listed(WORDS.quantifiers);
const FREQUENCY = listed(WORDS.frequency);
const ONLY = setOf(WORDS.only.join(" "));
const TELLING = 2.2;

/** Marks found among the words of a side, with their span. */
function marked<T>(side: Side, table: readonly Listed<T>[]): readonly (Found<T> & { readonly span: Span })[] {
  return findListed(side.norms, table).map((f) => ({
    ...f,
    span: { start: (side.words[f.from] as Word).start, end: (side.words[f.to] as Word).end },
  }));
}

/** Scope, alternatives, conditions, reasons, revisions and "so far": what narrows or widens a statement [LI7]. */
export function scopeChanges(a: Side, b: Side, vocabulary: Vocabulary): readonly Change[] {
  return [
    ...quantifierChanges(a, b, vocabulary),
    ...alternativesDropped(a, b, vocabulary),
    ...causesAdded(a, b, vocabulary),
    ...refusalAdded(a, b),
  ];
}

const ACCOUNTS = setOf(WORDS.accounts);
const UNRAVELLING = setOf(WORDS.unravelling);

/** "Initially", "now admits"; "the story fell apart": an account said to have changed that the source does not say changed. */
export function revisionsAdded(a: Side, b: Side): readonly Change[] {
  const found = gained(a, b, { table: REVISIONS, of: "revision-invented", weight: 0.8 });
  if (found.length > 0) return found;
  const turned = (s: Side) =>
    s.norms.findIndex((n, i) => ACCOUNTS.has(n) && s.norms.slice(i + 1, i + 4).some((w) => UNRAVELLING.has(w)));
  const at = turned(b);
  if (at < 0 || turned(a) >= 0 || marked(a, REVISIONS).length > 0) return [];
  const last = b.words.slice(at + 1, at + 4).find((_, k) => UNRAVELLING.has(b.norms[at + 1 + k] ?? ""));
  const [first, end] = [b.words[at] as Word, last ?? (b.words[at] as Word)];
  return [{ class: "revision-invented", b: { start: first.start, end: end.end }, weight: 0.8 }];
}

const REFUSING = setOf("refuse decline withhold");

const CLAIMING = setOf("claim acknowledge admit own");

/** "Did not claim it" told as "refused to claim it": a silence made an intent. Of other acts the two are much the same. */
function refusalAdded(a: Side, b: Side): readonly Change[] {
  if (a.clauses.predicates.some((p) => REFUSING.has(p.lemma))) return [];
  for (const p of a.clauses.predicates) {
    if (!p.negated || p.open || !CLAIMING.has(p.lemma)) continue;
    const same = b.clauses.predicates.find(
      (q) => q.stem === p.stem && q.governor !== undefined && REFUSING.has(q.governor),
    );
    const verb = b.clauses.predicates.find((q) => q.lemma === same?.governor);
    if (verb !== undefined) return [{ class: "cause-added", a: p.span, b: verb.span, weight: 0.5 }];
  }
  return [];
}

/** The weight where there is none on one side: the other side denies it. */
export const NONE = 0.9;
const ORDER = ["none", "few", "some", "many", "most", "all"] as const;

/** How much is spoken of, or how often: another step, or the mark gone from a word that stays. */
function quantifierChanges(a: Side, b: Side, vocabulary: Vocabulary): readonly Change[] {
  for (const table of [QUANTIFIERS, FREQUENCY]) {
    const [mine, theirs] = [scopes(a, table), scopes(b, table)];
    const step = (value: string) => ORDER.indexOf(value as (typeof ORDER)[number]);
    for (const mark of mine) {
      if (theirs.some((t) => t.value === mark.value)) continue;
      // "Half" and "50 percent".
      if (side(a, mark.from) === "half" && b.words.some((w) => w.number === 50)) continue;
      const other = theirs.find(
        (t) => !mine.some((m) => m.value === t.value) && areOfOne(a, b, { mark, other: t, vocabulary }),
      );
      if (
        other !== undefined &&
        Math.abs(step(other.value) - step(mark.value)) >= 1 &&
        !isNear(mark.value, other.value)
      )
        return [
          {
            class: "quantifier",
            a: mark.span,
            b: other.span,
            weight: (mark.value === "none") !== (other.value === "none") ? NONE : 0.6,
          },
        ];
      if (other === undefined && isLimiting(mark.value) && staysBehind(a, b, { mark, vocabulary }))
        return [{ class: "quantifier", a: mark.span, b: behind(b, a, mark), weight: 0.5 }];
    }
    const all = theirs.find((t) => t.value === "all" && !mine.some((m) => m.value === "all" || m.value === "none"));
    const of = all === undefined ? undefined : nounBehind(b, all.to, vocabulary);
    if (all !== undefined && mine.length === 0 && table === QUANTIFIERS && of !== undefined && a.stems.has(of))
      return [{ class: "quantifier", b: all.span, weight: 0.5 }];
  }
  return onlyChanges(a, b);
}

/** The stem right behind a word, an article left out. */
function nounBehind({ words, norms }: Side, to: number, vocabulary: Vocabulary): string | undefined {
  const at = /^(?:the|of|its|his|her|their|these|those)$/.test(norms[to + 1] ?? "") ? to + 2 : to + 1;
  const stem = words[at]?.stem;
  return stem !== undefined && vocabulary.words.of(stem) >= TELLING ? stem : undefined;
}

/** Both marks stand with one thing: what is behind them is shared, or what is before. */
function areOfOne(
  a: Side,
  b: Side,
  {
    mark,
    other,
    vocabulary,
  }: { readonly mark: Found<string>; readonly other: Found<string>; readonly vocabulary: Vocabulary },
): boolean {
  const near = (side: Side, f: Found<string>) =>
    side.words
      .slice(Math.max(0, f.from - 4), f.to + 6)
      .filter((w) => vocabulary.words.of(w.stem) >= TELLING)
      .map((w) => w.stem);
  const [x, y] = [near(a, mark), near(b, other)];
  const shared = x.filter((s) => y.includes(s)).length;
  return shared >= Math.min(x.length, y.length) / 2;
}

function scopes<T extends string>(side: Side, table: readonly Listed<T>[]) {
  return marked(side, table).filter((m) => {
    const next = side.words[m.to + 1];
    // "Some 300" counts; "one of" is one thing only before a plural.
    if (side.norms[m.to] === "most" && LIKELY.test(next?.norm ?? "")) return false;
    return next?.number === undefined && !(side.norms[m.from] === "all" && side.norms[m.from - 1] === "at");
  });
}

const LIKELY = /^(?:likely|probably|recent|recently|notably|important|importantly|[a-z]+ly)$/;

/** "Many" and "most" are a step, "some" and "many" too small a one for two writers. */
function isNear(x: string, y: string): boolean {
  return (x === "some" && y === "many") || (x === "many" && y === "some");
}

function isLimiting(value: string): boolean {
  return value === "few" || value === "some" || value === "most";
}

/** The telling words right behind the mark. */
function behindOf(side: Side, to: number, vocabulary: Vocabulary): readonly string[] {
  return side.words
    .slice(to + 1, to + 5)
    .filter((w) => w.number === undefined && vocabulary.words.of(w.stem) >= TELLING)
    .map((w) => w.stem);
}

function staysBehind(
  a: Side,
  b: Side,
  { mark, vocabulary }: { readonly mark: Found<string>; readonly vocabulary: Vocabulary },
): boolean {
  const first = behindOf(a, mark.to, vocabulary).find((s) => b.stems.has(s));
  if (first === undefined) return false;
  const counted = b.words.findIndex((w) => w.stem === first);
  const single = side(b, counted - 1) === "a" || side(b, counted - 1) === "an";
  if (side(a, mark.from) === "one" && single) return false;
  // A number now stands where the vague word stood.
  return b.words.slice(Math.max(0, counted - 3), counted).every((w) => w.number === undefined);
}

function behind(b: Side, a: Side, mark: Found<string>): Span {
  const stems = new Set(a.words.slice(mark.to + 1, mark.to + 5).map((w) => w.stem));
  const word = b.words.find((w) => stems.has(w.stem));
  return word === undefined ? wholeOf(b) : { start: word.start, end: word.end };
}

/** "Only", "alone" gone: what held there alone holds now in general; or come. */
function onlyChanges(a: Side, b: Side): readonly Change[] {
  const place = (side: Side) => side.norms.findIndex((n, i) => ONLY.has(n) && !isWeakOnly(side.norms, i));
  const [i, j] = [place(a), place(b)];
  const word = (side: Side, k: number) => ({ start: (side.words[k] as Word).start, end: (side.words[k] as Word).end });
  if (i >= 0 && j < 0 && a.norms[i] === "only") return [{ class: "quantifier", a: word(a, i), weight: 0.5 }];
  return [];
}

/** "Not only", "only if", "just before" narrow nothing by themselves. */
function isWeakOnly(norms: readonly string[], i: number): boolean {
  return norms[i] === "just" || norms[i] === "merely" || norms[i - 1] === "not" || norms[i + 1] === "if";
}

interface Gaining {
  readonly table: readonly Listed<"yes">[];
  readonly of: ChangeClass;
  readonly weight: number;
}

function gained(a: Side, b: Side, { table, of, weight }: Gaining): readonly Change[] {
  const [mark] = marked(b, table);
  if (mark === undefined || marked(a, table).length > 0) return [];
  return [{ class: of, b: mark.span, weight }];
}

/** "So far", "as of" gone; between sentences that are not near only where nothing else can be meant. */
export function asOfLost(a: Side, b: Side, { close }: { readonly close: boolean }): readonly Change[] {
  const [mark] = close ? [...marked(a, AS_OF), ...byDates(a), ...notYet(a)] : marked(a, STRONG_AS_OF);
  if (mark === undefined || side(a, mark.from) === "still") return [];
  if (marked(b, AS_OF).length > 0 || byDates(b).length > 0 || b.norms.includes("until") || b.norms.includes("yet"))
    return [];
  return [{ class: "as-of-lost", a: mark.span, weight: 0.4 }];
}

/** "No group has yet claimed it". */
function notYet({ norms, words, marks }: Side): readonly { readonly from: number; readonly span: Span }[] {
  const at = norms.indexOf("yet", 1);
  const word = words[at];
  const denied =
    marks.some((m) => m.negations.length > 0) || norms.slice(0, at).some((n) => n === "no" || n === "none");
  return word === undefined || !denied ? [] : [{ from: at, span: { start: word.start, end: word.end } }];
}

const CLOCK = setOf("midnight noon dawn dusk morning evening nightfall tonight today");

/** "By Tuesday evening", "by midnight". */
function byDates({ norms, words }: Side): readonly { readonly from: number; readonly span: Span }[] {
  return words.flatMap((w, i) => {
    const next = words[i + 1];
    const dated = next !== undefined && (isDateWord(next) || CLOCK.has(next.norm));
    return norms[i] === "by" && dated ? [{ from: i, span: { start: w.start, end: next.end } }] : [];
  });
}

function side({ norms }: Side, k: number): string {
  return norms[k] ?? "";
}

/** A condition, or another possibility, that the source leaves open and the copy does not [LI7]. */
export function alternativesDropped(a: Side, b: Side | null, vocabulary: Vocabulary): readonly Change[] {
  const open = (s: Side) => marked(s, ALTERNATIVES).length > 0 || conditionsOf(s).length > 0 || orAt(s) >= 0;
  if (b !== null && (open(b) || b.norms.includes("both") || isInverted(b) || b.marks.some((m) => m.question)))
    return [];
  const at = b === null ? {} : { b: wholeOf(b) };
  const [alternative] = marked(a, ALTERNATIVES);
  if (alternative !== undefined) {
    const hedged = a.marks.some((m) => m.hedges.some((h) => h.value === "possible" || h.value === "likely"));
    const either =
      alternative.to - alternative.from > 0 || side(a, alternative.from) === "alternatively" || orAt(a) >= 0;
    if (hedged || (b !== null && either))
      return [{ class: "alternative-dropped", a: alternative.span, ...at, weight: 0.8 }];
  }
  if (b === null) return [];
  const [condition] = conditionsOf(a);
  if (condition !== undefined && conditionGone(a, b, condition, vocabulary))
    return [{ class: "alternative-dropped", a: condition.span, ...at, weight: 0.7 }];
  if (isInverted(a)) return [{ class: "alternative-dropped", a: wholeOf(a), ...at, weight: 0.7 }];
  return orDropped(a, b, vocabulary);
}

/** "At once" is no condition. */
function conditionsOf(s: Side) {
  return marked(s, CONDITIONS).filter((m) => !(side(s, m.from) === "once" && side(s, m.from - 1) === "at"));
}

/** Verbs after which "if" asks: "asked if", "to see if". */
const ASKING = setOf(
  "ask asks asked asking wonder wonders wondered see seen know knows knew known unclear even as check tell",
);

/** What the condition says is gone, and the rest of its sentence stays. */
function conditionGone(a: Side, b: Side, mark: Found<string>, vocabulary: Vocabulary): boolean {
  if (/^(?:should|once|until|subject|except|pending)$/.test(side(a, mark.from))) return false;
  if (ASKING.has(side(a, mark.from - 1))) return false;
  const sentence = a.sentences.find(({ words }) => words.includes(a.words[mark.from] as Word));
  const own = sentence === undefined ? [] : sentence.words.filter((w) => vocabulary.words.of(w.stem) >= TELLING);
  const start = (a.words[mark.from] as Word).start;
  const raw = a.text.read.info.text;
  const comma = raw.indexOf(",", start);
  const first = sentence !== undefined && start - sentence.span.start < 6;
  const end = first && comma > 0 ? comma : (sentence?.span.end ?? start);
  const inside = own.filter((w) => w.start >= start && w.end <= end);
  const outside = own.filter((w) => w.end <= start || w.start >= end);
  const kept = (list: readonly Word[]) => list.filter((w) => b.stems.has(w.stem)).length;
  if (outside.length > 0 && kept(outside) < 0.6 * outside.length) return false;
  return inside.length === 0 || kept(inside) < inside.length || outside.length > 0;
}

/** "Were the ministry to approve", "Had it been". */
function isInverted({ sentences, norms, words }: Side): boolean {
  return sentences.some(({ span }) => {
    const i = words.findIndex((w) => w.start >= span.start);
    return (norms[i] === "were" || norms[i] === "had" || norms[i] === "should") && i + 1 < words.length;
  });
}

/** The first "or" that joins two possibilities: not "or more", not "whether … or". */
function orAt({ norms }: Side): number {
  return norms.findIndex(
    (n, i) => (n === "or" || n === "او") && !/^(?:more|less|fewer|so|اكثر|اقل)$/.test(norms[i + 1] ?? ""),
  );
}

/** One side of an "or" kept, the other gone. */
function orDropped(a: Side, b: Side, vocabulary: Vocabulary): readonly Change[] {
  const at = orAt(a);
  if (at < 0) return othersDropped(a, b, vocabulary);
  const near = (from: number, to: number) =>
    a.words.slice(Math.max(0, from), to).filter((w) => vocabulary.words.of(w.stem) >= TELLING);
  const [before, after] = [near(at - 4, at), near(at + 1, at + 6)];
  const kept = (list: readonly Word[]) => list.filter((w) => b.stems.has(w.stem)).length;
  // The words next to the "or" are what it joins: one side must stand, all of it, and the other lack a word.
  const [last, first] = [before.slice(-2), after.slice(0, 2)];
  const afterGone = after.length > 0 && kept(after) < after.length && last.length > 0 && kept(last) === last.length;
  const beforeGone =
    before.length > 0 && kept(before) < before.length && first.length > 0 && kept(first) === first.length;
  if (!afterGone && !beforeGone) return [];
  const word = a.words[at] as Word;
  return [{ class: "alternative-dropped", a: { start: word.start, end: word.end }, b: wholeOf(b), weight: 0.8 }];
}

/** "Some say …, others …": those who see it otherwise are gone. */
function othersDropped(a: Side, b: Side, vocabulary: Vocabulary): readonly Change[] {
  const at = a.norms.indexOf("others");
  if (at < 0 || !a.norms.slice(0, at).includes("some") || b.norms.includes("others") || b.norms.includes("some"))
    return [];
  const near = (list: readonly Word[]) => list.filter((w) => vocabulary.words.of(w.stem) >= TELLING);
  const [before, after] = [near(a.words.slice(0, at)), near(a.words.slice(at + 1, at + 8))];
  const lost = (list: readonly Word[]) => list.some((w) => !b.stems.has(w.stem));
  if (!lost(before) && !lost(after)) return [];
  const word = a.words[at] as Word;
  return [{ class: "alternative-dropped", a: { start: word.start, end: word.end }, b: wholeOf(b), weight: 0.8 }];
}

/** A reason, purpose or intent that the source does not give for what it tells. */
function causesAdded(a: Side, b: Side, vocabulary: Vocabulary): readonly Change[] {
  const mine = [...marked(a, CAUSES), ...marked(a, INTENTS)];
  const [intent] = marked(b, INTENTS).filter((m) => !a.stems.has((b.words[m.from] as Word).stem));
  if (intent !== undefined && marked(a, INTENTS).length === 0)
    return [{ class: "cause-added", b: intent.span, weight: 0.7 }];
  const causes = marked(b, CAUSES).filter(
    (m) => !mine.some((x) => side(a, x.from) === side(b, m.from)) && !isHopedThere(a, b, m),
  );
  const [cause] = causes.filter(
    (m) => !saysTheSame(a, b, { to: m.to, vocabulary }) && isOfTold(a, b, { mark: m, vocabulary }),
  );
  if (cause !== undefined && marked(a, CAUSES).length === 0)
    return [{ class: "cause-added", b: cause.span, weight: 0.7 }];
  return purposeAdded(a, b);
}

/** "Hopes to return", "is hoping to": no reason, but the verb itself. */
function isHopedThere(a: Side, b: Side, { from }: Found<string>): boolean {
  const word = b.words[from];
  return word !== undefined && /ing$/.test(word.norm) && a.stems.has(word.stem);
}

/** What the reason is given for is told by the source: half of the telling words before the mark, or of the sentence behind its clause. */
function isOfTold(
  a: Side,
  b: Side,
  { mark, vocabulary }: { readonly mark: Found<string>; readonly vocabulary: Vocabulary },
): boolean {
  const telling = (list: readonly Word[]) => list.filter((w) => vocabulary.words.of(w.stem) >= TELLING);
  const before = telling(b.words.slice(Math.max(0, mark.from - 6), mark.from));
  const list = before.length > 0 ? before : telling(b.words.slice(mark.to + 1));
  return list.filter((w) => a.stems.has(w.stem)).length >= list.length / 2 && list.some((w) => a.stems.has(w.stem));
}

/** What stands behind the mark is told by the source too: only the link may be another. */
function saysTheSame(
  a: Side,
  b: Side,
  { to, vocabulary }: { readonly to: number; readonly vocabulary: Vocabulary },
): boolean {
  const behindIt = behindOf(b, to, vocabulary);
  return behindIt.length > 0 && behindIt.every((s) => a.stems.has(s));
}

/** "… to distract from the strike": an infinitive of purpose behind a told act, whose verb the source lacks. */
function purposeAdded(a: Side, b: Side): readonly Change[] {
  const known = new Set([...a.clauses.predicates.map((p) => p.stem), ...a.stems]);
  const mine = b.clauses.predicates;
  for (let k = 1; k < mine.length; k++) {
    const [before, here] = [mine[k - 1], mine[k]];
    if (before === undefined || here === undefined || !here.purpose || known.has(here.stem)) continue;
    if (before.realised && known.has(before.stem)) return [{ class: "cause-added", b: here.span, weight: 0.7 }];
  }
  return [];
}
