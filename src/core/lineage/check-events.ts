import type { Span } from "../model/span.ts";
import { setOf } from "./change-lists.ts";
import type { NounPhrase } from "./chunks.ts";
import type { Predicate, Slot } from "./clauses.ts";
import { phrasesIn } from "./paraphrase.ts";
import type { Side } from "./side.ts";
import { isBroader, isSameSense } from "./word-senses.ts";

/** What is told to happen, by a verb, by a phrase ("came under attack") or by a noun ("the arrest of two men"), with its parties. */
export interface Event {
  readonly stem: string;
  readonly lemma: string;
  readonly span: Span;
  readonly agent?: NounPhrase;
  readonly patient?: NounPhrase;
  /** By a noun: nothing is known of who does it but what "by" and "of" tell. */
  readonly nominal: boolean;
  /** The verb that tells it, where one does. */
  readonly predicate?: Predicate;
}

/** Verbs that leave it to their object to say what is done. */
export const LIGHT = setOf("be have do make take get go come give put suffer call");
const CARRYING = setOf(
  "carry make take give stage launch conduct mount commit perform perpetrate execute issue hold suffer sustain undergo undertake face put impose place pay file lodge deliver wage order receive",
);

const known = new WeakMap<Side, readonly Event[]>();

/** The events of a side, remembered with it. */
export function eventsOf(side: Side): readonly Event[] {
  const found = known.get(side) ?? [...verbal(side), ...nominal(side)];
  known.set(side, found);
  return found;
}

function verbal(side: Side): readonly Event[] {
  const tokens = side.tokens;
  const phrases = phrasesIn(tokens);
  return side.clauses.predicates.flatMap((p): Event[] => {
    const plain = eventOf(p, p);
    const phrase = phrases.find(({ from, to }) => {
      const [first, last] = [tokens[from]?.start ?? 0, tokens[to]?.end ?? 0];
      return p.span.start < last && first < p.span.end;
    });
    if (phrase !== undefined) {
      const parties = phrase.turned ? { patient: p.agent } : { agent: p.agent, patient: outside(side, p, phrase.key) };
      return [eventOf(p, { stem: phrase.key, lemma: phrase.key, ...parties })];
    }
    const object = p.patient ?? behindPassive(p);
    if (object === undefined || !CARRYING.has(p.lemma) || object.pronoun) return [plain];
    const borne = BEARING.has(p.lemma);
    const target = side.clauses.slots.find((s) => isTarget(s, object))?.phrase;
    const parties = borne ? { patient: p.agent } : { agent: p.agent, patient: target };
    return [plain, eventOf(p, { stem: object.head, lemma: object.headLemma, ...parties })];
  });
}

const BEARING = setOf("suffer sustain undergo face receive");

/** "An appeal was lodged": the object of the deed is the subject. */
function behindPassive({ patient }: Predicate): NounPhrase | undefined {
  return patient;
}

/** "Set the depot on fire", "took two men hostage": an object that is no word of the phrase. */
function outside({ clauses }: Side, { patient, span }: Predicate, key: string): NounPhrase | undefined {
  const next = clauses.slots.find((s) => s.phrase.span.start >= span.end && s.preposition === "of");
  return patient !== undefined && patient.head !== key && !patient.pronoun && next === undefined
    ? undefined
    : next?.phrase;
}

function eventOf(
  predicate: Predicate,
  {
    stem,
    lemma,
    agent,
    patient,
  }: { stem: string; lemma: string; agent?: NounPhrase | undefined; patient?: NounPhrase | undefined },
): Event {
  return {
    stem,
    lemma,
    span: predicate.span,
    nominal: false,
    predicate,
    ...(agent === undefined ? {} : { agent }),
    ...(patient === undefined ? {} : { patient }),
  };
}

function isTarget({ preposition, after }: Slot, object: NounPhrase): boolean {
  return after === object.head && preposition !== undefined && TOWARDS.has(preposition);
}

const TOWARDS = setOf("on against upon");

function nominal({ clauses }: Side): readonly Event[] {
  return clauses.slots.flatMap(({ phrase }, k): Event[] => {
    if (phrase.pronoun || phrase.names.includes(phrase.head)) return [];
    const behind = clauses.slots.slice(k + 1, k + 4);
    const next = behind[0];
    const of = next?.preposition === "of" && next.after === phrase.head ? next.phrase : undefined;
    const agent = behind.find(
      (s) => s.preposition === "by" && (s.after === phrase.head || s.after === next?.phrase.head),
    )?.phrase;
    // Without a doer, "the support of the union" and "the closure of the road" look alike.
    const patient = next !== undefined && isTarget(next, phrase) ? next.phrase : agent === undefined ? undefined : of;
    if (patient === undefined && agent === undefined) return [];
    return [
      {
        stem: phrase.head,
        lemma: phrase.headLemma,
        span: phrase.span,
        nominal: true,
        ...(agent === undefined ? {} : { agent }),
        ...(patient === undefined ? {} : { patient }),
      },
    ];
  });
}

/** Whether the source's event is the sentence's: the same verb, one of its sense, or a narrower one. */
export function isEvent(there: Event, own: Event): boolean {
  return there.stem === own.stem || isSameSense(there.stem, own.stem) || isBroader(own.stem, there.stem, 1);
}
