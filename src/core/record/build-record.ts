import type {
  AssessedActor,
  AssessedCount,
  AssessedIncident,
  AssessedStatement,
  AssessmentBody,
  Attribution,
  FactValue,
  LedgerEntry,
  Quoted,
  RelationParty,
} from "../model/assessment.ts";
import { figureId } from "../model/id.ts";
import type { Problem } from "../model/problem.ts";
import { statedFrom } from "../model/stated.ts";
import { fold } from "../text/fold.ts";
import { aboutIncident } from "./about-incident.ts";
import { attributions } from "./attributions.ts";
import { isNoActOfThisCase } from "./blame.ts";
import { actorsNamed, attackCounts } from "./counts.ts";
import { isOfAnEvent } from "./doers.ts";
import { explanationsNamed } from "./explanations-named.ts";
import { heldStatements } from "./hold.ts";
import { type FoundIncident, findIncidents } from "./incidents.ts";
import { type HeldStatement, quoted, type RecordInput } from "./input.ts";
import { ledger } from "./ledger.ts";
import { speakerName, targetName } from "./names-said.ts";
import { ownActs, ownClaim } from "./own-claim.ts";
import { namedInTexts, proposedFacts } from "./own-voice.ts";
import { pinned } from "./pinned.ts";
import { relations } from "./relations.ts";
import { wordedActs } from "./worded-acts.ts";

export interface RecordResult {
  readonly statements: readonly AssessedStatement[];
  readonly incidents: readonly AssessedIncident[];
  readonly found: readonly FoundIncident[];
  readonly attributions: readonly Attribution[];
  readonly ledger: readonly LedgerEntry[];
  readonly counts: readonly AssessedCount[];
  readonly actors: readonly AssessedActor[];
  readonly named: AssessmentBody["named"];
  readonly relations: AssessmentBody["relations"];
  readonly explanationsNamed: AssessmentBody["explanationsNamed"];
  readonly proposedFacts: AssessmentBody["proposedFacts"];
  readonly problems: readonly Problem[];
}

/** Step 4 of the main path: statements and decisions → incidents, who says who did it, the ledger, counts, actors [ST7–ST10]. */
export function buildRecord(input: RecordInput): RecordResult {
  const { held, problems: undecided } = heldStatements(input);
  const { found, problems: unfound } = findIncidents(input);
  const main = found[0];
  const id = main?.incident.id ?? null;
  const about = aboutIncident(main);
  const incidentOf = (h: HeldStatement) => (about(h) ? id : (homeOf(h, found.slice(1))?.incident.id ?? null));
  const ofThisCase = held.filter((h) => !isNoActOfThisCase(h)).map(ownClaim);
  const told = found.length === 0 ? [] : wordedActs([...ofThisCase, ...ownActs(ofThisCase)]);
  const all = attributions(
    input,
    told.filter((h) => incidentOf(h) !== null),
    { main: id, incidentOf },
  );
  const who = all.filter((a) => a.incident === id);
  const { entries, problems: early } = ledger(input, {
    held: told,
    ...{ attack: main?.when ?? null, dated: datingWords(main), main: id, incidentOf },
  });
  return {
    statements: held.map((h) => assessed(input, h, found)),
    incidents: found.map((f) => ({
      ...f.incident,
      facts: withPerpetrator(
        f,
        all.filter((a) => a.incident === f.incident.id && ofTheAttack(a, held)),
      ),
    })),
    found,
    attributions: all,
    ledger: entries,
    counts: attackCounts(input),
    actors: actorsNamed(input),
    named: namedInTexts(held),
    relations: relations(input, held, { attributions: all, entries, attacked: (h) => targetOf(found, incidentOf(h)) }),
    explanationsNamed: id === null ? [] : explanationsNamed(input, { held: told, attributions: who, incident: id }),
    proposedFacts: proposedFacts(held),
    problems: [...undecided, ...unfound, ...early],
  };
}

/** What an incident's attack was on, in the first words that a source has for it; null where none tells or only kinds of targets are named. */
function targetOf(found: readonly FoundIncident[], id: string | null): RelationParty | null {
  const value = found.find((f) => f.incident.id === id)?.incident.facts.find((f) => f.field === "target")?.value;
  const first = value?.is === "stated" ? value.value : value?.is === "disputed" ? value.versions[0]?.value : undefined;
  const quote = first?.quotes[0];
  return quote === undefined || quote.quote !== first?.text ? null : { name: quote.quote, actor: null, quote };
}

function assessed(input: RecordInput, h: HeldStatement, found: readonly FoundIncident[]): AssessedStatement {
  const { precision, ...statement } = pinned(h.statement, h.document.reading.text);
  const home = homeOf(h, found);
  return {
    ...statement,
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
          name: statement.features === undefined ? "frame-precision" : "statement-scorer",
          citation: "Measured on articles that the weights were not fitted on; docs/method/ST2.md",
        },
      ],
    }),
    quote: quoted(h.document, h.statement.sentence),
    speakerName: speakerName(input, h),
    targetName: targetName(input, h),
  };
}

/** The words that date an incident. */
function datingWords(found: FoundIncident | undefined): readonly Quoted[] {
  const date = found?.incident.facts.find((f) => f.field === "date")?.value;
  if (date?.is === "stated") return date.value.quotes;
  return date?.is === "disputed" ? date.versions.flatMap((v) => v.value.quotes) : [];
}

/** The incident whose telling the statement's sentence is. */
function homeOf(h: HeldStatement, found: readonly FoundIncident[]): FoundIncident | undefined {
  return found.find((f) =>
    f.tellings.some((t) => t.document.id === h.document.id && t.sentence.start === h.statement.sentence.start),
  );
}

const HELPED =
  /\b(?:help|aid|back|send|sent|order|arm|hand in|behind|involv|carry|plan|direct|support|shelter|recruit|pay|train|fund)\p{L}*|وراء|دعم|تمويل|كلف|إيواء|تسليح|تنفيذ|تخطيط|مساعد|تدبير|ضلوع|تورط/iu;

/** Whether an attribution is of the attack: an accusation may be of something else, a cover-up or a lie; one that says of nothing is. */
function ofTheAttack(a: Attribution, held: readonly HeldStatement[]): boolean {
  if (a.said !== "accuses" || a.kind === "legal") return true;
  const h = held.find((x) => x.statement.id === a.statement);
  if (h === undefined) return false;
  const charge = h.statement.content.map((c) => h.document.text.slice(c.start, c.end)).join(" ");
  const isNone = /^\p{Script=Arabic}/u.test(charge) ? !/^ب/u.test(charge) : h.statement.act !== "accuses";
  return isNone || isOfAnEvent(charge) || HELPED.test(charge);
}

/** Who speaks for a group claims for the group. */
const SPEAKS_FOR =
  /^(?:(?:an?|the)\s)?(?:spokesman|spokeswoman|spokesperson)\s(?:for|of)\s(?:the\s)?|^(?:ال)?(?:ناطق|ناطقة|متحدث|متحدثة)\s(?:(?:ال\p{L}{2,10}|عسكري)\s)?باسم\s/iu;
const AT_THE_TIME = /^(?:حينها|آنذاك|حينذاك|وقتها|لاحقا|مجددا|أمس|اليوم)\s/u;

/** The perpetrator as sources give it: one version for each actor that is blamed or claims; a claim and a blame of one actor agree. */
function withPerpetrator(found: FoundIncident, who: readonly Attribution[]): AssessedIncident["facts"] {
  const versions = new Map<
    string,
    { text: string; actor: string | null; quotes: Attribution["quote"][]; by: string[] }
  >();
  for (const a of who) {
    const accused =
      a.said === "claims"
        ? { name: a.by.replace(SPEAKS_FOR, ""), actor: a.byActor }
        : { name: a.whom?.replace(AT_THE_TIME, "") ?? null, actor: a.whomActor };
    if (a.said === "denies" || a.said === "praises" || accused.name === null) continue;
    // "The Tarnwood Brigade" and "Tarnwood Brigade" are one.
    const key = accused.actor ?? fold(accused.name).replace(/^(?:the|a|an)\s+/, "");
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
