import type { CasualtyRole, FactValue, Quoted } from "../model/assessment.ts";
import { type FigureId, figureId, slug } from "../model/id.ts";
import type { Comparator, CountMention } from "../model/reading.ts";
import { overlaps, quote, type Span } from "../model/span.ts";
import { type Stated, statedFrom, type Version } from "../model/stated.ts";
import { fold } from "../text/fold.ts";
import { findIncidentWords } from "../text/incident-words.ts";
import { quoted, type RecordDocument, type RecordInput } from "./input.ts";
import { statementAt } from "./parties.ts";
import type { SentenceOf } from "./telling.ts";

/** One passage that counts the victims: the whole, and the counts of its roles. */
interface Tally {
  readonly document: RecordDocument;
  /** What the total is the sum of: one count, or several that no total joins. */
  readonly counted: readonly CountMention[];
  readonly roles: readonly CountMention[];
  readonly by: string | null;
}

interface Asked {
  readonly id: string;
  readonly sentences: readonly SentenceOf[];
  readonly of: "killed" | "wounded";
}

/**
 * How many were killed or wounded [ST8]: the first count of each document, and any later toll or count by another speaker that differs from it.
 * Conflicting totals stand side by side, never averaged; attackers are a role of their own and in no total. A part is not added to its whole.
 */
export function casualties(input: RecordInput, asked: Asked): Stated<FactValue> {
  const tallies: Tally[] = [];
  for (const t of bodyFirst(asked.sentences)) {
    const tally = tallyOf(t, asked.of);
    if (tally !== null && isNew(tallies, tally, t)) tallies.push(tally);
  }
  const groups = new Map<string, Tally[]>();
  for (const tally of tallies) {
    const key = `${sum(tally, "from")}..${sum(tally, "to")} ${comparatorsOf(tally)}`;
    groups.set(key, [...(groups.get(key) ?? []), tally]);
  }
  return statedFrom([...groups].map(([key, list]) => version(input, asked, { key, list })));
}

/** A headline counts only where its document's body doesn't. */
function bodyFirst(sentences: readonly SentenceOf[]): readonly SentenceOf[] {
  const isBody = (s: SentenceOf) => s.sentence.part !== "headline";
  return [...sentences.filter(isBody), ...sentences.filter((s) => !isBody(s))];
}

function tallyOf({ document, sentence }: SentenceOf, of: Asked["of"]): Tally | null {
  const all = document.reading.counts.filter((c) => c.of === of && overlaps(c.span, sentence));
  const victims = all.filter((c) => !isAttacker(document, c));
  const [first, ...rest] = victims;
  if (first === undefined || isPart(document, first)) return null;
  const whole = rest.length > 0 && isWhole(document, first, rest);
  return {
    document,
    counted: whole ? [first] : victims,
    roles: [...(whole ? rest : victims), ...all.filter((c) => isAttacker(document, c))],
    by: statementAt(document, first.span),
  };
}

const PART = /^\s*(?:of\s+(?:the|them|these|those|whom|its|their)(?!\p{L})|من\s+(?:بين|ال\p{L}))/u;

/** "Two of the dead": a part, whose whole the text tells elsewhere or nowhere. */
function isPart({ text }: RecordDocument, { span, what }: CountMention): boolean {
  const end = span.end > what.start ? what.start : span.end;
  return PART.test(text.slice(end, end + 24)) || PART.test(text.slice(span.start, what.end + 24).replace(/^\S+/u, ""));
}

function isAttacker({ text }: RecordDocument, count: CountMention): boolean {
  return findIncidentWords(quote(text, count.what), "attacker").length > 0;
}

const GENERIC =
  /^(?:people|persons?|others?|dead|casualties|victims|شخص|شخصا|اشخاص|قتلي|قتيلا|ضحايا|ضحيه|جرحي|جريحا|مصابين|مصابا)$/u;

/** Whether the first count is the whole of the next ones: they add up to it, or words such as "including" stand between. */
function isWhole({ text }: RecordDocument, first: CountMention, rest: readonly CountMention[]): boolean {
  const next = rest[0] as CountMention;
  const between = text.slice(Math.max(first.span.end, first.what.end), next.span.start);
  const adds = rest.reduce((n, c) => n + c.number.from, 0) === first.number.from;
  const generic = GENERIC.test(fold(quote(text, first.what)).split(" ").at(-1) ?? "");
  return (
    findIncidentWords(between, "among").length > 0 || (adds && (generic || rest.length > 1 || /[:—–]/u.test(between)))
  );
}

/** A document's first count; after it only a toll or another speaker's count, and no part of the first. */
function isNew(list: readonly Tally[], tally: Tally, { document, sentence }: SentenceOf): boolean {
  const before = list.filter((x) => x.document.id === document.id);
  const [first] = before;
  if (first === undefined) return true;
  if (sentence.part === "headline") return false;
  if (first.roles.some((r) => r.number.from === sum(tally, "from"))) return false;
  // One person told of later is one of them.
  if (sum(tally, "to") === 1 && sum(first, "from") > 1) return false;
  const toll = findIncidentWords(document.text.slice(sentence.start, sentence.end), "toll").length > 0;
  const other = tally.by !== null && tally.by !== first.by && sameThing(first, tally);
  return toll || other;
}

/** Whether both count people at large, or the same kind of people: one killed guard is no rival to "three people". */
function sameThing(a: Tally, b: Tally): boolean {
  const head = (t: Tally) => {
    const words = fold(quote(t.document.text, (t.counted[0] as CountMention).what)).split(" ");
    return GENERIC.test(words.at(-1) ?? "") ? "people" : (words.at(-1) ?? "");
  };
  return head(a) === head(b);
}

function version(
  input: RecordInput,
  { id, of }: Asked,
  { key, list }: { readonly key: string; readonly list: readonly Tally[] },
): Version<FactValue> {
  const [first] = list as readonly [Tally, ...Tally[]];
  const quotes = list.flatMap((t) => t.counted.map((c) => quoted(t.document, whole(c))));
  const figure = (end: "from" | "to", value: number): FigureId =>
    input.book.add({
      id: figureId(input.slug, id, of, key, ...(end === "to" ? ["to"] : [])),
      value,
      unit: "count",
      rule: "ST8",
      from: quotes.map((q) => ({ is: "words", span: q.span, quote: q.quote })),
    });
  const [from, to] = [sum(first, "from"), sum(first, "to")];
  const roles = rolesOf(input, { id, of, key }, list);
  return {
    value: {
      text: first.counted.map((c) => quote(first.document.text, whole(c))).join(", "),
      figure: figure("from", from),
      ...(to !== from && { figureTo: figure("to", to) }),
      comparator: comparatorOf(first),
      ...(roles.length > 0 && { roles }),
      quotes,
    },
    by: [...new Set(list.flatMap((t) => t.by ?? []))],
  };
}

/** The count of each role as the passage with the most of them gives it, each with its own figure and words. */
function rolesOf(
  input: RecordInput,
  { id, of, key }: { readonly id: string; readonly of: string; readonly key: string },
  list: readonly Tally[],
): readonly CasualtyRole[] {
  const best = [...list].sort((a, b) => b.roles.length - a.roles.length)[0] as Tally;
  const { document } = best;
  const uses = new Map<string, number>();
  return best.roles.map((c) => {
    const role = roleName(quote(document.text, c.what));
    const n = (uses.get(slug(role)) ?? 0) + 1;
    uses.set(slug(role), n);
    const words: Quoted = quoted(document, whole(c));
    const add = (end: "from" | "to") =>
      input.book.add({
        id: figureId(
          input.slug,
          id,
          of,
          key,
          "role",
          role,
          ...(n > 1 ? [String(n)] : []),
          ...(end === "to" ? ["to"] : []),
        ),
        value: c.number[end],
        unit: "count",
        rule: "ST8",
        from: [{ is: "words", span: words.span, quote: words.quote }],
      });
    return {
      role,
      figure: add("from"),
      to: c.number.to === c.number.from ? null : add("to"),
      comparator: c.comparator,
      quote: words,
    };
  });
}

/** The source's words for who was hit, without article and number. */
function roleName(words: string): string {
  const plain = words.replace(/^(?:a|an|the|one|of)\s+/iu, "").trim();
  return plain === "" ? words : plain;
}

function whole(count: CountMention): Span {
  return { start: Math.min(count.span.start, count.what.start), end: Math.max(count.span.end, count.what.end) };
}

function sum(tally: Tally, end: "from" | "to"): number {
  return tally.counted.reduce((n, c) => n + c.number[end], 0);
}

function comparatorsOf(tally: Tally): string {
  return [...new Set(tally.counted.map((c) => c.comparator).filter((c) => c !== "exactly"))].join("+");
}

/** Of several counts added up: exact only where all are. */
function comparatorOf({ counted }: Tally): Comparator {
  return counted.find((c) => c.comparator !== "exactly")?.comparator ?? "exactly";
}
