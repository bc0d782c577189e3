import type { AssessmentBody, Attribution, LedgerEntry, Quoted } from "../model/assessment.ts";
import type { ActorId, StatementId } from "../model/id.ts";
import { byCodeUnit } from "../model/span.ts";
import type { DenialObject } from "../model/statement.ts";
import type { When } from "../model/time.ts";
import { folded } from "./prose.ts";

/** One line of "who says who did it": a distinct speaker, act and target. */
export interface SaidRow {
  readonly who: string;
  readonly whoActor: ActorId | null;
  readonly said: Attribution["said"] | "retracts" | "threatens" | "no-claim-seen";
  readonly whom: string | null;
  readonly whomActor: ActorId | null;
  /** Of a denial: what is denied. */
  readonly object: DenialObject;
  readonly onWhoseWord: string | null;
  readonly when: When | null;
  readonly dated: Attribution["dated"];
  readonly statement: StatementId;
  readonly quotes: readonly Quoted[];
  /** Null for rows of the ledger. */
  readonly attribution: Attribution | null;
  /** What is told first: the lower, the sooner. */
  readonly rank: number;
}

const OFFICIAL: readonly string[] = ["official", "legal", "technical"];

/** What is told first: claims, denials, official blame, praise by a known actor, reports of no claim; then what is weaker. Nobody's word comes last. */
function rankOf(
  said: SaidRow["said"],
  { kind, by, object, known }: { kind: string; by: string; object: DenialObject; known: boolean },
): number {
  const nobody = by === "nobody named" ? 4 : 0;
  const official = OFFICIAL.includes(kind);
  switch (said) {
    case "claims":
    case "retracts":
      return nobody;
    case "denies":
      return (object === "responsibility" || object === "link" ? 1 : object === "unstated" ? 8 : 5) + nobody;
    case "blames":
    case "accuses":
    case "assesses":
      return (official ? 2 : 4) + nobody;
    case "no-claim-seen":
      return 3;
    case "praises":
      return (known ? 3 : 5) + nobody;
    case "suggests":
      return (official ? 5 : 6) + nobody;
    case "threatens":
      return 7 + nobody;
  }
}

function fromAttribution(a: Attribution, assessment: AssessmentBody): SaidRow {
  const object = assessment.statements.find((s) => s.id === a.statement)?.object ?? "unstated";
  return {
    who: a.by,
    whoActor: a.byActor,
    said: a.said,
    whom: a.whom,
    whomActor: a.whomActor,
    object,
    onWhoseWord: a.onWhoseWord,
    when: a.when,
    dated: a.dated,
    statement: a.statement,
    quotes: [a.quote],
    attribution: a,
    rank: rankOf(a.said, { kind: a.kind, by: a.by, object, known: a.byActor !== null }),
  };
}

const LEDGER_SAID: Partial<Record<LedgerEntry["is"], SaidRow["said"]>> = {
  claim: "claims",
  denial: "denies",
  praise: "praises",
  threat: "threatens",
  retraction: "retracts",
};

function fromLedger(e: LedgerEntry): SaidRow[] {
  const said = LEDGER_SAID[e.is];
  if (said === undefined) return [];
  const row = { who: e.actorName, whoActor: e.actor, said, whom: null, whomActor: null, object: e.object };
  const rank = rankOf(said, { kind: "self", by: e.actorName, object: e.object, known: e.actor !== null });
  const dated = e.when === null ? ("undated" as const) : ("stated" as const);
  const rest = { onWhoseWord: "its own", when: e.when, dated, statement: e.statement, quotes: [e.quote] };
  return [{ ...row, ...rest, attribution: null, rank }];
}

/** Reports that no claim was seen, one row an actor, with all their words. */
function noClaims(ledger: readonly LedgerEntry[]): SaidRow[] {
  const groups = new Map<string, LedgerEntry[]>();
  for (const e of ledger) {
    if (e.is !== "no-claim-seen") continue;
    // Reports that name no actor ("no group has claimed it") are one row, whatever their words.
    const key = e.actor ?? "";
    groups.set(key, [...(groups.get(key) ?? []), e]);
  }
  return [...groups.values()].map((list) => {
    const [first] = list as [LedgerEntry];
    return {
      who: first.actorName,
      whoActor: first.actor,
      said: "no-claim-seen",
      whom: null,
      whomActor: null,
      object: "unstated",
      onWhoseWord: null,
      when: null,
      dated: "undated",
      statement: first.statement,
      quotes: list.map((e) => e.quote),
      attribution: null,
      // The silence that most reports tell of comes first.
      rank:
        rankOf("no-claim-seen", { kind: "self", by: first.actorName, object: "unstated", known: false }) -
        Math.min(list.length, 99) / 1000,
    };
  });
}

const EARLIER = 20;

/** The beginning of the main incident's day, where the texts agree on one. */
function dayOfAttack({ incidents }: AssessmentBody): string | null {
  const main = incidents.find((i) => i.main) ?? incidents[0];
  const date = main?.facts.find((f) => f.field === "date")?.value;
  return date?.is === "stated" ? (date.value.when?.from ?? null) : null;
}

/** "The Interior Ministry" and "Interior Ministry" are one. */
const withoutArticle = (name: string): string => folded(name).replace(/^(?:the|an?) /, "");

const key = (r: SaidRow): string =>
  // Whatever the words for what is praised: one line a speaker.
  JSON.stringify([
    r.whoActor ?? withoutArticle(r.who),
    r.said,
    r.said === "praises" ? "" : (r.whomActor ?? withoutArticle(r.whom ?? "")),
  ]);

const time = (r: SaidRow): string => r.when?.from ?? "9999";

/** By rank, then by date, the undated last, then by name. */
export function byRank(a: SaidRow, b: SaidRow): number {
  return (
    a.rank - b.rank || byCodeUnit(time(a), time(b)) || byCodeUnit(a.who, b.who) || byCodeUnit(a.statement, b.statement)
  );
}

/** As they are read: by date, of one day the denials after what they answer, the undated last, reports of no claim at the end. */
export function byDay(a: SaidRow, b: SaidRow): number {
  const silent = Number(a.said === "no-claim-seen") - Number(b.said === "no-claim-seen");
  const answers = Number(a.said === "denies") - Number(b.said === "denies");
  return silent || byCodeUnit(time(a), time(b)) || answers || byRank(a, b);
}

/**
 * Who says who did it, one row a distinct speaker, act and target, the most telling first: claims, denials, official blame, reports of no
 * claim, then unofficial blame, praise, hints, threats. Of several statements alike the first by rank and date stands.
 */
export function saidRows(assessment: AssessmentBody): SaidRow[] {
  const attributed = new Set(assessment.attributions.map((a) => a.statement));
  const attack = dayOfAttack(assessment);
  // An entry of another incident, or of many, says nothing on who did this one.
  const others = new Set(assessment.incidents.flatMap((i) => (i.main ? [] : [i.id])));
  const ours = assessment.ledger.filter((e) => e.incident !== null && !others.has(e.incident));
  const all = [
    ...assessment.attributions
      .filter((a) => a.incident === null || !others.has(a.incident))
      .map((a) => fromAttribution(a, assessment)),
    ...ours.filter((e) => !attributed.has(e.statement)).flatMap(fromLedger),
    ...noClaims(ours),
  ]
    // What was said before the attack is about something else, and comes after all the rest.
    .map((r) => (attack !== null && r.when?.to != null && r.when.to <= attack ? { ...r, rank: r.rank + EARLIER } : r))
    .sort(byRank);
  const seen = new Set<string>();
  return all.filter((row) => !seen.has(key(row)) && seen.add(key(row)));
}

/** Of each of these one line comes first: claims, denials, blame, reports of no claim. */
const KINDS: readonly (readonly SaidRow["said"][])[] = [
  ["claims", "retracts"],
  ["denies"],
  ["blames", "accuses", "assesses"],
  ["no-claim-seen"],
];

/** The rows in the order in which they are printed while there is room: of each kind one before any kind has two, so that three claims don't crowd out who is blamed. */
export function varied(rows: readonly SaidRow[]): SaidRow[] {
  const now = rows.filter((r) => r.rank < EARLIER);
  const firsts = KINDS.flatMap((kind) => now.find((r) => kind.includes(r.said)) ?? []);
  return [...firsts, ...rows.filter((r) => !firsts.includes(r))];
}

/** The denial that stands beside an accusation [CO5]: by the accused, of responsibility or of a link. */
export function denialOf(row: SaidRow, rows: readonly SaidRow[]): SaidRow | null {
  if (row.whom === null || !["blames", "accuses", "assesses", "suggests"].includes(row.said)) return null;
  const accused = (r: SaidRow) =>
    r.whoActor !== null && row.whomActor !== null
      ? r.whoActor === row.whomActor
      : folded(r.who) === folded(row.whom ?? "");
  return rows.find((r) => r.said === "denies" && accused(r) && ["responsibility", "link"].includes(r.object)) ?? null;
}
