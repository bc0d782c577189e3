// From the record to step 7: the features of the incident, and the past incidents that the texts bring up beside it.

import type { AssessedIncident, FactValue, LedgerEntry, Quoted } from "./model/assessment.ts";
import type { Figure } from "./model/figure.ts";
import type { OfferedPrecedent } from "./model/precedents.ts";
import type { RecordRow, Traits } from "./model/silence.ts";
import { casualtiesOf } from "./model/silence.ts";
import type { PrecedentsInput } from "./precedents/assess-precedents.ts";
import type { FoundIncident } from "./record/incidents.ts";
import type { RecordOf } from "./record-of.ts";

export interface OfferedSources {
  readonly record: RecordOf;
  readonly rows: readonly RecordRow[];
  readonly caseName: string;
  readonly figures: readonly Figure[];
}

/** Step 7's input; null where the texts tell of no incident. */
export function precedentsInput({ record, rows, caseName, figures }: OfferedSources): PrecedentsInput | null {
  const [main, ...others] = record.found;
  if (main === undefined) return null;
  const { period: _period, ...traits } = main.traits;
  const actor = laidTo(record, main.incident.id);
  return {
    caseName,
    incident: main.incident.id,
    features: {
      ...killedIn(main, figures),
      ...traits,
      ...(actor !== null && { actor, actorName: record.nameOf(actor) }),
    },
    attack: main.when,
    offered: others.filter((f) => broughtUp(f, main)).map((f) => offeredAs(record, figures, f)),
    records: rows,
  };
}

/** The one armed group that the incident is laid to or claimed by; null where there is none, or more than one. */
function laidTo(record: RecordOf, incident: string): string | null {
  const named = record.attributions
    .filter((a) => a.incident === incident && a.said !== "denies" && a.said !== "praises")
    .flatMap((a) => (a.said === "claims" ? a.byActor : a.whomActor) ?? [])
    .filter((id) => record.kindOf(id) === "armed-group");
  const ids = [...new Set(named)];
  return ids.length === 1 ? (ids[0] as string) : null;
}

/** What a text likens to the incident, or dates before it. */
function broughtUp({ incident, when }: FoundIncident, main: FoundIncident): boolean {
  if (incident.precedentOf !== undefined) return true;
  return when?.to != null && main.when?.from != null && when.to <= main.when.from;
}

function offeredAs(
  record: RecordOf,
  figures: readonly Figure[],
  found: FoundIncident,
): PrecedentsInput["offered"][number] {
  const { incident, when, traits } = found;
  const quotes = incident.precedentOf?.quotes ?? quotesOf(incident);
  const { period: _period, ...features } = traits;
  const asOffered: OfferedPrecedent = {
    label: incident.label,
    when,
    country: traits.country ?? null,
    places: placesOf(incident),
    actor: laidTo(record, incident.id),
    traits: { ...killedIn(found, figures), ...features },
    claim: claimOf(record.ledger.filter((e) => e.incident === incident.id)),
  };
  return {
    incident: incident.id,
    label: incident.label,
    when,
    likened: incident.precedentOf !== undefined,
    quotes,
    asOffered,
  };
}

function claimOf(ledger: readonly LedgerEntry[]): "yes" | "no" | null {
  if (ledger.some((e) => e.is === "claim")) return "yes";
  return ledger.some((e) => e.is === "no-claim-seen") ? "no" : null;
}

function values({ facts }: AssessedIncident, field: string): readonly FactValue[] {
  const value = facts.find((f) => f.field === field)?.value;
  if (value?.is === "stated") return [value.value];
  return value?.is === "disputed" ? value.versions.map((v) => v.value) : [];
}

const placesOf = (incident: AssessedIncident): readonly string[] =>
  values(incident, "place").map((v) => v.text.replace(/ \([A-Z]{2}\)$/, ""));

/** The band of the number killed, where the texts agree on one number and nothing more or less is said. */
function killedIn({ incident }: FoundIncident, figures: readonly Figure[]): Pick<Traits, "casualties"> {
  const [killed, ...others] = values(incident, "killed");
  if (killed === undefined || others.length > 0 || killed.figureTo !== undefined) return {};
  const exact = killed.comparator === undefined || killed.comparator === "exactly";
  const figure = figures.find((f) => f.id === killed.figure);
  return figure === undefined || !exact ? {} : { casualties: casualtiesOf(figure.value) };
}

function quotesOf(incident: AssessedIncident): readonly Quoted[] {
  return [...values(incident, "date"), ...values(incident, "place")].flatMap((v) => v.quotes).slice(0, 2);
}
