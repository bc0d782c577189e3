import type {
  AssessedActor,
  AssessedCount,
  AssessedIncident,
  AssessedStatement,
  AssessmentBody,
  Attribution,
  FactValue,
  LedgerEntry,
} from "../model/assessment.ts";
import { figureId } from "../model/id.ts";
import type { Problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";
import { statedFrom } from "../model/stated.ts";
import { findIncidentWords } from "../text/incident-words.ts";
import { attributions, speakerName, targetName } from "./attributions.ts";
import { actorsNamed, attackCounts } from "./counts.ts";
import { heldStatements } from "./hold.ts";
import { aboutIncident, type FoundIncident, findIncidents } from "./incidents.ts";
import { type HeldStatement, quoted, type RecordInput } from "./input.ts";
import { ledger } from "./ledger.ts";

export interface RecordResult {
  readonly statements: readonly AssessedStatement[];
  readonly incidents: readonly AssessedIncident[];
  readonly found: readonly FoundIncident[];
  readonly attributions: readonly Attribution[];
  readonly ledger: readonly LedgerEntry[];
  readonly counts: readonly AssessedCount[];
  readonly actors: readonly AssessedActor[];
  readonly named: AssessmentBody["named"];
  readonly problems: readonly Problem[];
}

/** Step 4 of the main path: statements and decisions → incidents, who says who did it, the ledger, counts, actors [ST7–ST10]. */
export function buildRecord(input: RecordInput): RecordResult {
  const { held, problems: undecided } = heldStatements(input);
  const { found, problems: unfound } = findIncidents(input);
  const main = found[0];
  const about = aboutIncident(main);
  const who = attributions(input, held.filter(about));
  const { entries, problems: early } = ledger(input, {
    held,
    attack: main?.when ?? null,
    incident: main?.incident.id ?? null,
    about,
  });
  return {
    statements: held.map((h) => assessed(input, h, found)),
    incidents: found.map((f) => ({
      ...f.incident,
      facts: withPerpetrator(f, f === main ? who.filter((a) => ofTheAttack(a, held)) : []),
    })),
    found,
    attributions: who.map((a) => ({ ...a, incident: main?.incident.id ?? null })),
    ledger: entries,
    counts: attackCounts(input),
    actors: actorsNamed(input),
    named: namedExplanations(held),
    problems: [...undecided, ...unfound, ...early],
  };
}

function assessed(input: RecordInput, h: HeldStatement, found: readonly FoundIncident[]): AssessedStatement {
  const { precision, ...statement } = h.statement;
  const id = h.document.reading.text;
  const at = (span: Span): Span => ({ text: id, start: span.start, end: span.end });
  const home = found.find((f) =>
    f.tellings.some((t) => t.document.id === h.document.id && t.sentence.start === h.statement.sentence.start),
  );
  return {
    ...statement,
    sentence: at(statement.sentence),
    content: statement.content.map(at),
    document: h.document.id,
    incident: (home ?? found[0])?.incident.id ?? null,
    status: h.status,
    precision: input.book.add({
      id: figureId("method", "st2", statement.frame, String(precision)),
      value: precision,
      unit: "share",
      rule: "ST2",
      from: [
        {
          is: "table",
          name: "frame-precision",
          citation: "Measured by bench/statements on a split not used to write the rules; docs/method/ST2.md",
        },
      ],
    }),
    quote: quoted(h.document, statement.sentence),
    speakerName: speakerName(input, h),
    targetName: targetName(input, h),
  };
}

/** Whether an attribution is of the attack: an accusation may be of something else, a cover-up or a lie. */
function ofTheAttack(a: Attribution, held: readonly HeldStatement[]): boolean {
  if (a.said !== "accuses" && a.said !== "suggests") return true;
  const h = held.find((x) => x.statement.id === a.statement);
  const words = h?.statement.content.map((c) => h.document.text.slice(c.start, c.end)).join(" ") ?? "";
  return a.said === "suggests" || findIncidentWords(words, "attack").length > 0;
}

/** The perpetrator as sources give it: one version for each actor that is blamed or claims; a claim and a blame of one actor agree. */
function withPerpetrator(found: FoundIncident, who: readonly Attribution[]): AssessedIncident["facts"] {
  const versions = new Map<
    string,
    { text: string; actor: string | null; quotes: Attribution["quote"][]; by: string[] }
  >();
  for (const a of who) {
    const accused = a.said === "claims" ? { name: a.by, actor: a.byActor } : { name: a.whom, actor: a.whomActor };
    if (a.said === "denies" || a.said === "praises" || accused.name === null) continue;
    const key = accused.actor ?? accused.name;
    const version = versions.get(key) ?? { text: accused.name, actor: accused.actor, quotes: [], by: [] };
    version.quotes.push(a.quote);
    version.by.push(a.statement);
    versions.set(key, version);
  }
  const value = statedFrom(
    [...versions.values()].map((v) => {
      const fact: FactValue = { text: v.text, quotes: v.quotes, ...(v.actor !== null && { actor: v.actor }) };
      return { value: fact, by: v.by };
    }),
  );
  return [...found.incident.facts, { field: "perpetrator" as const, value }];
}

const NAMED = {
  inference: "inference",
  conditional: "conditional",
  forecast: "forecast",
  question: "question",
} as const;

/** Inferences, conditionals, forecasts and questions of the outlets' own voice: explanations named and next facts, as proposals [ST6]. */
function namedExplanations(held: readonly HeldStatement[]): AssessmentBody["named"] {
  return held.flatMap((h) => {
    const kind = h.statement.voice === undefined ? undefined : NAMED[h.statement.voice as keyof typeof NAMED];
    if (kind === undefined) return [];
    return [{ kind, statement: h.statement.id, quote: quoted(h.document, h.statement.sentence) }];
  });
}
