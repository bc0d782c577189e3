import type { EventBodies, EventType, NewEvent } from "../model/event.ts";
import { type Problem, problem } from "../model/problem.ts";
import { byCodeUnit, type Span } from "../model/span.ts";
import type { CaseState } from "../model/state.ts";
import { checkBody, isEventType, newEvent } from "./event.ts";
import { isProblems } from "./fold.ts";
import { undoneSeqs, viewCase } from "./view.ts";

/** What anybody (terminal, web, another program) asks of a case; `decide` answers with events or problems. */
export interface Command {
  readonly who: string;
  readonly ask: readonly Ask[];
}

/** One wish: an event to record as it is, if the case allows it. */
export type Ask = { [K in EventType]: { readonly type: K; readonly body: EventBodies[K] } }[EventType];

/** The words of texts by their hash; null when they were erased or never came in. */
export type Texts = (text: string) => string | null;

export type Decision = { readonly events: readonly NewEvent[] } | { readonly problems: readonly Problem[] };

/**
 * The events that a command makes, or everything that stands in its way, all at once [DESIGN §3].
 * The asks are taken in order: a later one may name what an earlier one states.
 */
export function decide(state: CaseState, command: Command, texts: Texts): Decision {
  const known = knownIds(state);
  const problems: Problem[] = [];
  const events: NewEvent[] = [];
  if (command.who.trim() === "") problems.push(problem("bad-command", { fault: "nobody is named; give --who" }));
  for (const ask of command.ask) {
    const found = checkAsk(ask, state, known, texts);
    problems.push(...found);
    if (found.length === 0) events.push(newEvent(ask.type, command.who, ask.body));
    learn(ask, known);
  }
  return problems.length > 0 ? { problems } : { events };
}

type Known = Record<
  "document" | "set" | "actor" | "class" | "incident" | "question" | "explanation" | "evidence" | "fact" | "source",
  Set<string>
>;

function knownIds(state: CaseState): Known {
  const view = viewCase(state);
  return {
    document: new Set(view.documents.keys()),
    set: new Set(view.records.keys()),
    actor: new Set(view.actors.keys()),
    class: new Set(view.classes.keys()),
    incident: new Set(view.incidents.keys()),
    question: new Set(view.questions.keys()),
    explanation: new Set(view.explanations.keys()),
    evidence: new Set(view.evidence.keys()),
    fact: new Set(view.facts.keys()),
    source: new Set(view.sources.keys()),
  };
}

function learn(ask: Ask, known: Known): void {
  if (ask.type === "document.added") known.document.add(ask.body.document);
  if (ask.type === "records.added") known.set.add(ask.body.set);
  if (ask.type === "actor.stated") known.actor.add(ask.body.actor?.id);
  if (ask.type === "class.stated") known.class.add(ask.body.class?.id);
  if (ask.type === "incident.stated") known.incident.add(ask.body.incident);
  if (ask.type === "question.stated") known.question.add(ask.body.question);
  if (ask.type === "explanation.stated") known.explanation.add(ask.body.explanation);
  if (ask.type === "evidence.stated") known.evidence.add(ask.body.evidence);
  if (ask.type === "fact.stated") known.fact.add(ask.body.fact);
  if (ask.type === "source.stated") known.source.add(ask.body.source);
}

function checkAsk(ask: Ask, state: CaseState, known: Known, texts: Texts): readonly Problem[] {
  if (!isEventType(ask.type))
    return [problem("bad-command", { fault: `"${String((ask as Ask).type)}" is no kind of event` })];
  const body = checkBody(ask.type, ask.body);
  if (isProblems(body)) return body;
  return [...references(ask, known), ...wordsHold(ask, state, texts), ...undoable(ask, state)];
}

/** Ids that an object names and that the case must hold. Actors and classes may also be shipped ones, so they are not asked for here. */
function references(ask: Ask, known: Known): readonly Problem[] {
  const missing: Problem[] = [];
  const need = (kind: keyof Known, ids: readonly (string | undefined)[]) => {
    for (const id of ids) {
      if (id === undefined || known[kind].has(id)) continue;
      missing.push(
        problem("unknown-reference", { kind, id, known: [...known[kind]].sort(byCodeUnit).slice(0, 8).join(", ") }),
      );
    }
  };
  switch (ask.type) {
    case "document.read":
    case "proposals.added":
      need("document", [ask.body.document]);
      break;
    case "document.added":
      need("document", [ask.body.newVersionOf]);
      break;
    case "document.stated":
      need("document", [ask.body.document, ask.body.correctedBy, ask.body.retracted?.by]);
      need("source", [ask.body.source]);
      break;
    case "class.picked":
      need("incident", [ask.body.incident]);
      break;
    case "class.stated":
      need("set", [ask.body.query?.set]);
      break;
    case "assumption.stated":
      need("explanation", [ask.body.explanation]);
      need("evidence", ask.body.items ?? []);
      break;
    case "question.stated":
      need("incident", [ask.body.incident]);
      need("question", [ask.body.dependsOn]);
      break;
    case "explanation.stated":
      need("question", [ask.body.question]);
      need("explanation", [ask.body.partOf, ...Object.keys(ask.body.priorGiven ?? {})]);
      break;
    case "fact.stated":
      need("explanation", Object.keys(ask.body.table));
      break;
    case "evidence.stated":
      need("question", ask.body.questions);
      need("fact", ask.body.facts);
      need(
        "document",
        ask.body.rests.map((r) => r.document),
      );
      break;
    case "evidence.weighed":
      need("evidence", [ask.body.evidence]);
      need(
        "explanation",
        ask.body.explanations.filter((e) => !e.includes("=")),
      );
      need(
        "fact",
        ask.body.explanations.flatMap((e) => (e.includes("=") ? [e.slice(0, e.indexOf("="))] : [])),
      );
      break;
    case "stake.stated":
    case "stance.decided":
      need("explanation", [ask.body.explanation]);
      break;
    case "outcome.stated":
      need("question", [ask.body.question]);
      need("explanation", [ask.body.explanation]);
      break;
    default:
  }
  return missing;
}

/** A command whose quote is not the text at its range is refused. */
function wordsHold(ask: Ask, state: CaseState, texts: Texts): readonly Problem[] {
  if (ask.type !== "statement.decided" || ask.body.statement === undefined) return [];
  const { key, quote, statement } = ask.body;
  const spans: readonly Span[] = [
    statement.sentence,
    ...statement.content,
    ...(statement.cue ? [statement.cue.span] : []),
  ];
  const id = statement.sentence.text ?? key.split(":")[0] ?? "";
  const words = texts(id);
  if (words === null) return [problem("text-missing", { text: id, erased: Object.hasOwn(state.erased, id) })];
  const outside = spans.find((s) => s.end > words.length);
  const found = words.slice(statement.sentence.start, statement.sentence.end);
  const range = { key, start: statement.sentence.start, end: statement.sentence.end };
  if (outside !== undefined) {
    return [
      problem("quote-not-there", { ...range, end: outside.end, given: quote, found: "nothing so far into the text" }),
    ];
  }
  return found === quote ? [] : [problem("quote-not-there", { ...range, given: quote, found })];
}

const PERMANENT: Partial<Record<EventType, string>> = {
  erased: "what was erased is gone",
  "export.made": "what went out is out",
  "assessment.made": "it records what was given out",
  "head.sealed": "a seal stands",
};

function undoable(ask: Ask, state: CaseState): readonly Problem[] {
  if (ask.type !== "undone") return [];
  const gone = undoneSeqs(state);
  const typeOf = new Map<number, EventType>();
  for (const [type, entries] of Object.entries(state.entries)) {
    for (const entry of entries) typeOf.set(entry.seq, type as EventType);
  }
  return ask.body.seqs.flatMap((seq) => {
    const type = typeOf.get(seq);
    if (type === undefined) return [problem("nothing-to-undo", { seq, last: state.seq })];
    const why = PERMANENT[type] ?? (gone.has(seq) ? "it is undone already; undo the event that undid it" : undefined);
    return why === undefined ? [] : [problem("cannot-undo", { seq, type, fault: why })];
  });
}
