import type { Direction } from "../model/lineage.ts";
import { candidatePairs } from "./candidates.ts";
import { type Credit, linksTo, namesOf } from "./credit.ts";
import { areApart, weightOf, withCredit } from "./credit-weight.ts";
import { type Credits, directionFrom, NO_CREDITS, wordingVote } from "./direction.ts";
import { pairFeatures } from "./features.ts";
import { type JudgeOptions, LINEAGE_MODEL, type LineageModel, type Weighed, weighFeatures } from "./judge.ts";
import type { ReadText } from "./prepared.ts";
import { type Publisher, publisherBook } from "./publisher.ts";
import type { Node } from "./sketch.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface LinkOptions extends JudgeOptions {
  /** What a person has decided of two texts, by their ids; of "derives" the second derives from the first. It stands above every rule [CA4]. */
  readonly decided?: readonly { readonly texts: readonly [string, string]; readonly answer: LinkAnswer }[];
  /** Publishers under all their names, beside the shipped ones: what people have stated of them. */
  readonly publishers?: readonly Publisher[];
  /** Gives what is remembered of two readings, or computes and keeps it. */
  readonly remember?: (pair: JudgedPair, compute: () => Judged) => Judged;
  readonly vocabulary: Vocabulary;
  /** The documents with each document's words, by its id, itself included: what one is credited with, all are. */
  readonly groups: ReadonlyMap<string, readonly Node[]>;
}

/** All that follows from two readings alone: plain JSON, null where they have nothing to do with each other. */
export type Judged = (Weighed & { readonly vote: number }) | null;

/** What a judgment follows from: two readings, in their order, how they are judged, and whether the wording is looked at whatever it says. */
export interface JudgedPair {
  readonly a: ReadText;
  readonly b: ReadText;
  readonly closely: boolean;
  readonly priorOdds: number;
  readonly model: LineageModel;
}

type LinkAnswer = "derives" | "common-origin" | "independent";

/** Two documents, by their places, that are or may be of one history. */
export interface Link {
  readonly x: number;
  readonly y: number;
  readonly verdict: Weighed;
  /** That y derives from x, given that one derives from the other. */
  readonly forward: number;
  readonly basis: Direction["basis"];
  /** Probability of one text history. */
  readonly history: number;
  readonly firm: boolean;
  readonly possible: boolean;
  /** One history, but neither derives from the other: no edge. */
  readonly siblings: boolean;
}

/** A pair is named "possible" from this probability. */
const POSSIBLE = 0.5;

interface Pair {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  /** Of x to y is `inA`. */
  readonly named: Credits;
  readonly linked: Credits;
  readonly judged: NonNullable<Judged> | null;
}

/** The links among documents: by their words, with what they credit each other with [LI3], and what people decided [CA4]. */
export function judgeLinks(leaders: readonly Node[], options: LinkOptions): readonly Link[] {
  const decided = decidedPairs(leaders, options);
  const judge = judging(leaders, options);
  const credit = crediting(leaders, options);
  const pairs = [...pairsOf(leaders, options, decided)].map(([key, [x, y]]): Pair => {
    const { named, linked } = credit(x, y);
    const closely = decided.has(key) || weightOf(joined(named, linked)) > 0;
    return { key, x, y, named, linked, judged: judge(x, y, closely) };
  });
  const meant = meantOnly(pairs, leaders);
  return pairs.flatMap((pair) => linkOf(pair, { leaders, options, meant, person: decided.get(pair.key) }) ?? []);
}

function pairsOf(
  leaders: readonly Node[],
  { vocabulary }: LinkOptions,
  decided: ReadonlyMap<string, Decided>,
): ReadonlyMap<string, readonly [number, number]> {
  const pairs = new Map<string, readonly [number, number]>();
  const texts = leaders.map((n) => n.text);
  const candidates = candidatePairs(texts, vocabulary);
  for (const [x, y] of [...candidates, ...[...decided.values()].map((d) => d.pair)]) pairs.set(`${x} ${y}`, [x, y]);
  return pairs;
}

interface LinkContext {
  readonly leaders: readonly Node[];
  readonly options: LinkOptions;
  readonly meant: (pair: Pair) => Credits;
  readonly person: Decided | undefined;
}

function linkOf(pair: Pair, { leaders, options, meant, person }: LinkContext): Link | null {
  const { x, y, judged } = pair;
  if (judged === null) return null;
  const [a, b] = [(leaders[x] as Node).text.read, (leaders[y] as Node).text.read];
  const credits = joined(meant(pair), pair.linked);
  const weight = weightOf(credits);
  const apart = areApart(a, b);
  const verdict = withCredit(judged, weight, { apart, priorOdds: options.priorOdds });
  // Of two languages the words say nothing, for or against.
  const familyOdds = (apart && weight > 0 ? Math.max(0, verdict.familyOdds) : verdict.familyOdds) + weight;
  const edge = (options.model ?? LINEAGE_MODEL).edge;
  const firm = person === undefined ? familyOdds >= edge : person.answer !== "independent";
  const possible = person === undefined && !firm && verdict.derived >= POSSIBLE;
  if (!firm && !possible) return null;
  const direction = directionFrom(a.info, b.info, { vote: judged.vote, credits });
  const history = person === undefined ? 1 / (1 + Math.exp(-familyOdds)) : 1;
  const forward = person?.answer === "derives" ? (person.forward ? 0.999 : 0.001) : direction.probability;
  const siblings = person?.answer === "common-origin";
  return { x, y, verdict, forward, basis: direction.basis, history, firm, possible, siblings };
}

/** Judges two places, from memory where it can; the wording is looked at only where there is a link, or always if `closely`. */
function judging(leaders: readonly Node[], options: LinkOptions): (x: number, y: number, closely: boolean) => Judged {
  const { vocabulary, model = LINEAGE_MODEL, priorOdds = 1, remember = (_pair, compute) => compute() } = options;
  return (x, y, closely) => {
    const [a, b] = [(leaders[x] as Node).text, (leaders[y] as Node).text];
    const compute = (): Judged => {
      const features = pairFeatures(a, b, vocabulary);
      const weighed = weighFeatures(features, options);
      if (!closely && weighed.familyOdds < model.edge && weighed.derived < POSSIBLE) return null;
      return { ...weighed, vote: wordingVote(a, b, { features, model }) };
    };
    return remember({ a: a.read, b: b.read, closely, priorOdds, model }, compute);
  };
}

/** What two places credit each other with, the most that any two documents with their words do: by name, and by address. */
function crediting(leaders: readonly Node[], { groups, publishers }: LinkOptions) {
  const book = publisherBook(publishers);
  const members = leaders.map((n) => groups.get(n.id) ?? [n]);
  const most = (copies: readonly Node[], sources: readonly Node[], find: typeof linksTo): readonly Credit[] => {
    let best: readonly Credit[] = [];
    for (const c of copies)
      for (const s of sources) {
        const found = find(c.text.read, s.text.read, book);
        if (weightOf({ inA: found, inB: [] }) > weightOf({ inA: best, inB: [] })) best = found;
      }
    return best;
  };
  const both = (x: number, y: number, find: typeof linksTo): Credits => {
    const [a, b] = [members[x] as readonly Node[], members[y] as readonly Node[]];
    return { inA: most(a, b, find), inB: most(b, a, find) };
  };
  return (x: number, y: number) => ({ named: both(x, y, namesOf), linked: both(x, y, linksTo) });
}

/**
 * A name says from whom, not from which text: of the texts of one publisher, the one meant is the nearest in wording. Two texts that a third
 * draws on would else become one.
 */
function meantOnly(pairs: readonly Pair[], leaders: readonly Node[]): (pair: Pair) => Credits {
  const best = new Map<string, Pair>();
  const sides = (p: Pair) =>
    [
      [p.named.inA, p.x, p.y],
      [p.named.inB, p.y, p.x],
    ] as const;
  const keyOf = (copy: number, source: number) =>
    `${copy} ${(leaders[source] as Node).text.read.info.publisher ?? source}`;
  const odds = (p: Pair | undefined) => p?.judged?.familyOdds ?? Number.NEGATIVE_INFINITY;
  for (const pair of pairs)
    for (const [credits, copy, source] of sides(pair)) {
      const key = keyOf(copy, source);
      if (credits.length > 0 && (!best.has(key) || odds(pair) > odds(best.get(key)))) best.set(key, pair);
    }
  return (pair) => {
    const [inA, inB] = sides(pair).map(([credits, copy, source]) =>
      best.get(keyOf(copy, source)) === pair ? credits : [],
    );
    return inA === undefined || inB === undefined ? NO_CREDITS : { inA, inB };
  };
}

function joined(p: Credits, q: Credits): Credits {
  return { inA: [...p.inA, ...q.inA], inB: [...p.inB, ...q.inB] };
}

interface Decided {
  readonly pair: readonly [number, number];
  readonly answer: LinkAnswer;
  /** The second place derives from the first. */
  readonly forward: boolean;
}

/** The decided pairs among the texts, by their places, the smaller first. */
function decidedPairs(leaders: readonly Node[], { decided = [] }: LinkOptions): ReadonlyMap<string, Decided> {
  const places = new Map(leaders.map((n, i) => [n.text.read.info.id, i]));
  const found = new Map<string, Decided>();
  for (const { texts, answer } of decided) {
    const [from, to] = [places.get(texts[0]), places.get(texts[1])];
    if (from === undefined || to === undefined || from === to) continue;
    const pair: readonly [number, number] = from < to ? [from, to] : [to, from];
    found.set(pair.join(" "), { pair, answer, forward: from < to });
  }
  return found;
}
