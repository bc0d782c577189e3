import type { Entry, EventBodies, EventType } from "../model/event.ts";
import type { CaseState } from "../model/state.ts";

type Latest<K extends EventType> = ReadonlyMap<string, Entry<K>>;

/** What holds now in a case: nothing undone, of each stated thing the latest, of each analyst the latest weight. Maps are in the order of first statement. */
export interface CaseView {
  readonly title: Entry<"case.stated"> | null;
  readonly documents: Latest<"document.added">;
  readonly reads: Latest<"document.read">;
  readonly documentStated: Latest<"document.stated">;
  readonly records: Latest<"records.added">;
  readonly watched: readonly Entry<"watched">[];
  readonly sources: Latest<"source.stated">;
  readonly actors: Latest<"actor.stated">;
  readonly incidents: Latest<"incident.stated">;
  readonly classes: Latest<"class.stated">;
  /** By actor and incident. */
  readonly picks: Latest<"class.picked">;
  readonly assumptions: Latest<"assumption.stated">;
  readonly questions: Latest<"question.stated">;
  readonly explanations: Latest<"explanation.stated">;
  readonly facts: Latest<"fact.stated">;
  readonly evidence: Latest<"evidence.stated">;
  /** By evidence, explanations and analyst. */
  readonly weights: Latest<"evidence.weighed">;
  readonly replies: Latest<"reply.stated">;
  readonly approvals: Latest<"approval.stated">;
  readonly stakes: Latest<"stake.stated">;
  readonly outcomes: Latest<"outcome.stated">;
  readonly reviews: Latest<"review.stated">;
  readonly indicators: Latest<"indicator.stated">;
  readonly statementDecisions: Latest<"statement.decided">;
  readonly stanceDecisions: Latest<"stance.decided">;
  /** By the two texts, in code-unit order. */
  readonly linkDecisions: Latest<"link.decided">;
  readonly proposals: readonly Entry<"proposals.added">[];
}

/**
 * The events that hold no more: an event is undone if an `undone` that itself holds names it, so undoing an `undone` is a redo.
 * An `undone` can only name earlier events, so walking backwards settles each before it is needed.
 */
export function undoneSeqs(state: CaseState): ReadonlySet<number> {
  const gone = new Set<number>();
  for (const entry of [...state.entries.undone].reverse()) {
    if (gone.has(entry.seq)) continue;
    for (const seq of entry.body.seqs) if (seq < entry.seq) gone.add(seq);
  }
  return gone;
}

/** What holds now [DESIGN §3]. */
export function viewCase(state: CaseState): CaseView {
  const gone = undoneSeqs(state);
  const standing = <K extends EventType>(type: K): readonly Entry<K>[] =>
    state.entries[type].filter((entry) => !gone.has(entry.seq));
  const latest = <K extends EventType>(type: K, key: (body: EventBodies[K]) => string): Latest<K> => {
    const map = new Map<string, Entry<K>>();
    for (const entry of standing(type)) map.set(key(entry.body), entry);
    return map;
  };
  return {
    title: standing("case.stated").at(-1) ?? null,
    documents: latest("document.added", (b) => b.document),
    reads: latest("document.read", (b) => b.document),
    documentStated: latest("document.stated", (b) => b.document),
    records: latest("records.added", (b) => b.set),
    watched: standing("watched"),
    sources: latest("source.stated", (b) => b.source),
    actors: latest("actor.stated", (b) => b.actor.id),
    incidents: latest("incident.stated", (b) => b.incident),
    classes: latest("class.stated", (b) => b.class.id),
    picks: latest("class.picked", (b) => `${b.actor}/${b.incident ?? ""}`),
    assumptions: latest("assumption.stated", (b) => b.assumption),
    questions: latest("question.stated", (b) => b.question),
    explanations: latest("explanation.stated", (b) => b.explanation),
    facts: latest("fact.stated", (b) => b.fact),
    evidence: latest("evidence.stated", (b) => b.evidence),
    weights: weightsOf(standing("evidence.weighed")),
    replies: latest("reply.stated", (b) => b.actor),
    approvals: latest("approval.stated", (b) => b.approval),
    stakes: latest("stake.stated", (b) => b.stake),
    outcomes: latest("outcome.stated", (b) => b.question),
    reviews: latest("review.stated", (b) => b.review),
    indicators: latest("indicator.stated", (b) => b.indicator),
    statementDecisions: latest("statement.decided", (b) => b.key),
    stanceDecisions: latest("stance.decided", (b) => `${b.statement}/${b.explanation}`),
    linkDecisions: latest("link.decided", (b) => linkKey(b.texts)),
    proposals: standing("proposals.added"),
  };
}

/** The key of a decided link: its two texts in code-unit order. */
export function linkKey([a, b]: readonly [string, string]): string {
  return a < b ? `${a}/${b}` : `${b}/${a}`;
}

/** The latest weight of each analyst for each cell; one taken back (null) is no weight. */
function weightsOf(entries: readonly Entry<"evidence.weighed">[]): Latest<"evidence.weighed"> {
  const map = new Map<string, Entry<"evidence.weighed">>();
  for (const entry of entries) {
    const { evidence, explanations, who, value } = entry.body;
    const key = `${evidence}/${[...explanations].sort().join("+")}/${who}`;
    if (value === null) map.delete(key);
    else map.set(key, entry);
  }
  return map;
}
