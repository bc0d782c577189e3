// What the steps of `assess` hand to each other: from a case's statements to the input of silence and explanations.

import type { AssessOptions } from "./assess-options.ts";
import type { QuestionsInput, SilenceTerm } from "./explanations/stated-input.ts";
import type { Known } from "./known.ts";
import type { AssessedActor, AssessedLineage, AssessedSilence, LedgerEntry, UsedJudgment } from "./model/assessment.ts";
import type { Entry, Watched } from "./model/event.ts";
import type { FigureBook } from "./model/figure.ts";
import { type ActorId, figureId, slug } from "./model/id.ts";
import { SURPRISE_RANGES } from "./model/likelihood.ts";
import { type Problem, ProblemError, problem } from "./model/problem.ts";
import type { RecordRow } from "./model/silence.ts";
import { byCodeUnit } from "./model/span.ts";
import { exactly, hoursBetween, isInstant, latest, millis, parseIso, type When } from "./model/time.ts";
import type { FoundIncident } from "./record/incidents.ts";
import { claimsFor } from "./record/ledger-over-time.ts";
import type { RecordOf } from "./record-of.ts";
import { assessSilences, type SilenceInput, type SilentActor, silenceTrouble } from "./silence/assess-silence.ts";

/** The day or instant asked about. Throws a ProblemError if it is neither. */
export function asOfWhen(asOf: string): When {
  const when = parseIso(asOf) ?? (isInstant(asOf) ? exactly(asOf) : null);
  if (when?.to != null) return when;
  const want = "an ISO date such as 2031-03-04, or 2031-03-04T18:00Z";
  throw new ProblemError([problem("bad-value", { option: "asOf", value: asOf, fault: "no day or instant", want })]);
}

/** The rows of the case's record sets and of the options; those of the case only as far as they were known by then [SI9, CA3]. */
export function recordRows(
  known: Known,
  texts: Readonly<Record<string, string>>,
  options: AssessOptions,
): readonly RecordRow[] {
  const own = [...known.view.records.values()].flatMap(({ body }) => {
    const json = Object.hasOwn(texts, body.rows) ? (texts[body.rows] ?? "[]") : "[]";
    return (JSON.parse(json) as readonly RecordRow[]).map((row) => ({ ...row, set: body.set }));
  });
  const asOf = latest(asOfWhen(options.asOf)) ?? "9999";
  return [...own, ...(options.records ?? [])]
    .filter((row) => row.knownFrom === null || row.knownFrom <= asOf)
    .sort((a, b) => byCodeUnit(a.set, b.set) || a.line - b.line);
}

export interface SilenceSources {
  readonly known: Known;
  readonly record: RecordOf;
  readonly rows: readonly RecordRow[];
  readonly options: AssessOptions;
  readonly slug: string;
  /** The day asked about. */
  readonly when: When;
}

/** Step 5: the silence of each actor that was watched, or that a text reports as not having claimed. */
export function silencesOf(
  sources: SilenceSources,
  book: FigureBook,
): { readonly silences: readonly AssessedSilence[]; readonly problems: readonly Problem[] } {
  const inputs = silentActors(sources).map((silent) => inputFor(sources, silent));
  const silences = inputs.flatMap((input) => assessSilences(input, book));
  return { silences, problems: [...inputs.flatMap((input) => silenceTrouble(input)), ...rivals(silences)] };
}

function inputFor(sources: SilenceSources, silent: SilentActor): SilenceInput {
  const { known, rows, options, slug: caseName } = sources;
  const stated = (options.classes ?? []).map(
    (c): Entry<"class.stated"> => ({
      seq: 0,
      at: "",
      who: "command line",
      body: { class: c.actor === undefined ? { ...c, actor: silent.actor } : c, who: "command line", why: c.citation },
    }),
  );
  return {
    caseName,
    silentActors: [silent],
    until: untilOf(sources, silent),
    classes: [...known.view.classes.values(), ...stated],
    picked: [...known.view.picks.values()],
    assumptions: [...known.view.assumptions.values()],
    records: rows,
  };
}

/** Who kept silent or has claimed: the actors of claims, of reports that no claim was seen, and those watched; a report of "no group" counts for each blamed group. */
function silentActors(sources: SilenceSources): readonly SilentActor[] {
  const { record, known } = sources;
  const main = record.found[0];
  if (main?.when == null) return [];
  // A report on other attacks says nothing of this one.
  const reports = record.ledger.filter((e) => e.is === "no-claim-seen" && e.incident === main.incident.id);
  const named = reports.flatMap((e) => e.actor ?? []);
  const blamed = record.attributions.flatMap((a) =>
    a.incident === main.incident.id &&
    a.whomActor !== null &&
    a.said !== "praises" &&
    record.kindOf(a.whomActor) === "armed-group"
      ? [a.whomActor]
      : [],
  );
  const anybody = reports.some((e) => e.actor === null);
  const watched = known.view.watched.flatMap((w) => w.body.actor ?? []);
  const claimants = record.ledger.flatMap((e) =>
    e.is === "claim" && e.incident === main.incident.id ? (e.actor ?? []) : [],
  );
  const ids = [...new Set([...named, ...watched, ...claimants, ...(anybody ? blamed : [])])].sort(byCodeUnit);
  return ids.map((actor) =>
    silentActor(main, {
      ...{ actor, name: record.nameOf(actor), ledger: record.ledger },
      watched: known.view.watched.map((w) => w.body).filter((w) => (w.actor ?? actor) === actor),
    }),
  );
}

function silentActor(
  { incident, when, traits }: FoundIncident,
  {
    actor,
    name,
    ledger,
    watched,
  }: {
    readonly actor: string;
    readonly name: string;
    readonly ledger: readonly LedgerEntry[];
    readonly watched: readonly Watched[];
  },
): SilentActor {
  const claimed = ledger.some((e) => claimsFor(e, actor) && e.incident === incident.id);
  const reports = ledger.filter((e) => e.incident === incident.id && reportsSilence(e, actor));
  const dated = incident.facts.find((f) => f.field === "date")?.value;
  const quotes =
    dated?.is === "stated"
      ? dated.value.quotes
      : dated?.is === "disputed"
        ? dated.versions.flatMap((v) => v.value.quotes)
        : [];
  return {
    actor,
    actorName: name,
    incident: incident.id,
    attack: when as When,
    traits,
    quotes: reports.map((e) => e.quote),
    claimed,
    ...claimedIn(
      ledger.filter((e) => e.is === "claim" && e.actor === actor && e.incident === incident.id),
      when as When,
    ),
    ...denialOf(ledger, { actor, incident: incident.id, attack: when as When }),
    outages: outagesOf(watched, when as When),
    ...(quotes.length > 0 && {
      dated: quotes.map((q) => ({ is: "words" as const, span: q.span, quote: q.quote })),
    }),
  };
}

/** An actor's first dated denial of responsibility after the attack: it ends the wait as a claim does [SI10]. */
function denialOf(
  ledger: readonly LedgerEntry[],
  { actor, incident, attack }: { readonly actor: string; readonly incident: string; readonly attack: When },
): Pick<SilentActor, "denied"> {
  const dated = ledger.flatMap((e) => {
    const own = e.is === "denial" && e.object === "responsibility" && e.actor === actor && e.incident === incident;
    const hours = own && e.when !== null ? hoursBetween(attack, e.when) : null;
    return hours === null || hours.to <= 0 || e.when === null ? [] : [{ when: e.when, quote: e.quote, hours }];
  });
  const [first] = dated.sort((a, b) => a.hours.to - b.hours.to || a.hours.from - b.hours.from);
  return first === undefined ? {} : { denied: { when: first.when, quote: first.quote } };
}

/** Hours from the attack to an actor's first dated claim, as wide as both times leave it; nothing where no claim of it has a date, or all lie before the attack. */
function claimedIn(claims: readonly LedgerEntry[], attack: When): Pick<SilentActor, "claimedIn"> {
  const dated = claims.flatMap((claim) => {
    const hours = claim.when === null ? null : hoursBetween(attack, claim.when);
    return hours === null || hours.to <= 0 ? [] : [{ claim, from: Math.max(0, hours.from), to: hours.to }];
  });
  const [first] = dated.sort((a, b) => a.to - b.to || a.from - b.from);
  if (first === undefined) return {};
  const { claim, from, to } = first;
  const grounds = [{ is: "words" as const, span: claim.quote.span, quote: claim.quote.quote }];
  // A time as exact as the clock is still an interval: a minute.
  return { claimedIn: { from: Math.min(from, Math.max(0, to - 1 / 60)), to, grounds } };
}

/**
 * When nothing could be heard [SI7]: stretches in which every try to read the channel failed, but for the parts in which another one was read. Hours after the attack, the middle of its span. Between two
 * watches nothing is lost: posts stay, and the next look finds them.
 */
function outagesOf(watched: readonly Watched[], attack: When): NonNullable<SilentActor["outages"]> {
  if (attack.from === null || attack.to === null) return [];
  const zero = (millis(attack.from) + millis(attack.to)) / 2;
  const hours = (instant: string) => Math.max(0, (millis(instant) - zero) / 3_600_000);
  const dead = watched.filter((w) => w.tries > 0 && w.failures >= w.tries);
  const heard = watched.filter((w) => w.failures < w.tries).map((w) => ({ from: hours(w.from), to: hours(w.until) }));
  const stretches = dead
    .flatMap((w) => without({ from: hours(w.from), to: hours(w.until) }, heard).map((s) => ({ ...s, w })))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  let before = 0;
  return stretches.flatMap(({ from, to, w }) => {
    const start = Math.max(from, before);
    if (!(to > start)) return [];
    before = to;
    const told = `${w.channel}, ${w.from} to ${w.until}: ${w.failures} of ${w.tries} tries failed`;
    return [{ channel: w.channel, from: start, to, watched: told }];
  });
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What is left of a stretch without the others. */
function without(stretch: Stretch, others: readonly Stretch[]): readonly Stretch[] {
  return others.reduce<readonly Stretch[]>(
    (left, o) =>
      left.flatMap((s) => {
        if (o.to <= s.from || o.from >= s.to) return [s];
        return [
          { from: s.from, to: o.from },
          { from: o.to, to: s.to },
        ].filter((part) => part.to > part.from);
      }),
    [stretch],
  );
}

/** Whether a ledger entry reports that the actor, or anybody, made no claim. */
function reportsSilence(entry: LedgerEntry, actor: string): boolean {
  return entry.is === "no-claim-seen" && (entry.actor === actor || entry.actor === null);
}

/**
 * How far a silence is counted: to the earlier of the day asked about and the end of what was watched. A report that no claim was seen
 * extends what was watched to its own time: the day it names, else its publication [ST4]. A denial of responsibility ends the wait [SI10].
 */
function untilOf({ record, known, when }: SilenceSources, silent: SilentActor): When {
  const reports = record.ledger.filter((e) => reportsSilence(e, silent.actor));
  const ends = [
    ...known.view.watched
      .filter((w) => (w.body.actor ?? silent.actor) === silent.actor)
      .map((w) => exactly(w.body.until)),
    ...reports.flatMap((e) => record.reportedAsOf(e) ?? []),
  ].filter((w) => (w.to ?? "") > (silent.attack.from ?? ""));
  const last = ends.sort((a, b) => byCodeUnit(b.to ?? "", a.to ?? ""))[0];
  const watched = last === undefined || (last.to ?? "9") > (when.to ?? "9") ? when : last;
  const denied = silent.denied?.when;
  return denied !== undefined && (denied.to ?? "9") < (watched.to ?? "9") ? denied : watched;
}

export interface QuestionSources {
  readonly known: Known;
  readonly lineage: AssessedLineage;
  readonly silences: readonly AssessedSilence[];
  readonly actors: readonly AssessedActor[];
  readonly slug: string;
  readonly options: AssessOptions;
}

/** Step 6's input: what the persons of the case have stated, the silences as terms, and which items lineage makes one. */
export function questionsInput({
  known,
  lineage,
  silences,
  actors,
  slug: name,
  options,
}: QuestionSources): QuestionsInput {
  const { view } = known;
  const ids = new Set(known.documents.map((d) => d.id));
  // An item that rests only on documents that could not be known yet is not yet observed [CA3].
  const evidence = [...view.evidence.values()].map((e) => {
    const rests = e.body.rests.flatMap((r) => r.document ?? []);
    const unseen = rests.length > 0 && !rests.some((d) => ids.has(d));
    return unseen ? { ...e, body: { ...e.body, observed: null } } : e;
  });
  return {
    path: [name],
    questions: [...view.questions.values()],
    explanations: [...view.explanations.values()],
    evidence,
    weights: [...view.weights.values()],
    approvals: [...view.approvals.values()],
    silences: silences.flatMap(termOf),
    states: statesOf(view, actors),
    facts: [...view.facts.values()],
    assumptions: [...view.assumptions.values()],
    unjudged: unjudgedOf(evidence, view) ?? {},
    credibility: credibilityOf(evidence, lineage) ?? {},
    copies: copiesOf(evidence, lineage),
    ...(view.title?.body.surpriseRanges && { surpriseRanges: view.title.body.surpriseRanges }),
    equalPriors: options.equalPriors ?? false,
    ...(options.analysts && { analysts: options.analysts }),
  };
}

/** What was stated, without what bears on questions of which nothing may be told [XP10]. */
export function toldOf(asked: QuestionsInput, withheld: readonly string[]): QuestionsInput {
  if (withheld.length === 0) return asked;
  return {
    ...asked,
    explanations: asked.explanations.filter((e) => !withheld.includes(e.body.question)),
    evidence: asked.evidence.filter((e) => !e.body.questions.some((q) => withheld.includes(q))),
  };
}

/** What the words for surprise stand for in the case, as figures [XP2]. */
export function surpriseFigures({ path = [], surpriseRanges }: QuestionsInput, book: FigureBook) {
  const own = surpriseRanges !== undefined;
  const citation = own ? "as the case states them" : "docs/method/XP2.md: a convention, changeable per case";
  return Object.entries(surpriseRanges ?? SURPRISE_RANGES).map(([word, ends]) => {
    const file = (end: "from" | "to") =>
      book.add({
        id: figureId(...path, "explanations", "surprise", slug(word), end),
        value: ends[end],
        ...{ unit: "share", rule: "XP2", from: [{ is: "table", name: "words for surprise", citation }] },
      });
    return { word, from: file("from"), to: file("to") };
  });
}

const OF_A_STATE: readonly string[] = ["state", "government", "ministry", "force", "office"];

/** Actors that are a state or a part of one, as stated or as the gazetteer has them [XP10]. */
function statesOf(view: Known["view"], actors: readonly AssessedActor[]): ActorId[] {
  const stated = [...view.actors.values()].map((e) => e.body.actor);
  const known = actors.filter((a) => !stated.some((s) => s.id === a.id));
  return [...stated, ...known].flatMap((a) => (OF_A_STATE.includes(a.kind) ? [a.id] : []));
}

/** A silence as a term of the explanations that name its actor: the line of the picked class, or one line a class while nobody has picked one [SI9]. */
function termOf(silence: AssessedSilence): SilenceTerm[] {
  const picked = silence.classes.filter((c) => c.class === silence.picked?.class);
  const lines = picked.length > 0 ? picked : silence.classes;
  if (silence.note === "claimed") return claimTerm(silence);
  if (lines.length === 0) return [];
  return [
    {
      id: `silence-${slug(silence.actor)}`,
      text: `no claim by ${silence.actorName}`,
      actor: silence.actor,
      incident: silence.incident,
      lines: lines.map((line) => ({
        name: line.name,
        ifDid: { value: line.unclaimedIfDid, from: line.unclaimedIfDidFrom, to: line.unclaimedIfDidTo },
        share: line.share,
      })),
      ifNot: { value: silence.unclaimedIfNot, from: silence.unclaimedIfNot, to: silence.unclaimedIfNot },
    },
  ];
}

/** Two actors have claimed one incident: their claims are taken as independent, and that is said [SI10]. */
function rivals(silences: readonly AssessedSilence[]): readonly Problem[] {
  const names = silences.flatMap((s) => (s.claim === null ? [] : [s.actorName]));
  return names.length < 2 ? [] : [problem("claims-taken-as-independent", { actors: names.join(", ") })];
}

/** A claim as a term: the picked class, else one line a class [SI10]. */
function claimTerm({ claim, picked, actor, actorName, incident }: AssessedSilence): SilenceTerm[] {
  if (claim === null) return [];
  const own = claim.lines.filter((l) => l.class === picked?.class);
  const lines = (own.length > 0 ? own : claim.lines).map(({ name, ifDid }) => ({
    ...{ name, ifDid: { value: ifDid, from: ifDid, to: ifDid } },
  }));
  const ifNot = { value: claim.ifNot, from: claim.ifNotFrom, to: claim.ifNotTo };
  return [{ id: `claim-${slug(actor)}`, text: `the claim by ${actorName}`, actor, incident, lines, ifNot }];
}

/** Sources graded F, by document, with who graded them. */
function gradedF(view: Known["view"]): ReadonlyMap<string, Entry<"source.stated">> {
  const graded = new Map([...view.sources].filter(([, e]) => e.body.letter === "F"));
  return new Map(
    [...view.documentStated.values()].flatMap(({ body }) => {
      const source = body.source === undefined ? undefined : graded.get(body.source);
      return source === undefined ? [] : [[body.document, source] as const];
    }),
  );
}

/** Items that rest on documents of sources graded F alone [XP5]. */
function unjudgedOf(evidence: readonly Entry<"evidence.stated">[], view: Known["view"]): QuestionsInput["unjudged"] {
  const graded = gradedF(view);
  return Object.fromEntries(
    evidence.flatMap(({ body }) => {
      const rests = body.rests.flatMap((r) => r.document ?? []);
      const [first] = rests.map((d) => graded.get(d));
      if (first === undefined || !rests.every((d) => graded.has(d))) return [];
      return [[body.evidence, { seq: first.seq, who: first.body.who || first.who }]];
    }),
  );
}

/** Credibility as far as it can be counted [XP6]: 1 for two independent origins or more, 3 for one, 6 where an item rests on nothing. */
function credibilityOf(
  evidence: readonly Entry<"evidence.stated">[],
  lineage: AssessedLineage,
): QuestionsInput["credibility"] {
  const home = new Map(lineage.list.flatMap((o) => o.documents.map((d) => [d, o.id] as const)));
  return Object.fromEntries(
    evidence.map(({ body }) => {
      const origins = new Set(
        body.rests.flatMap((r) => (r.document === undefined ? [] : (home.get(r.document) ?? []))),
      );
      return [body.evidence, origins.size > 1 ? (1 as const) : origins.size === 1 ? (3 as const) : (6 as const)];
    }),
  );
}

/** Items of evidence that rest on one origin only, and on the same one, with the same text of the item: the later is the earlier [XP5]. */
function copiesOf(
  evidence: readonly Entry<"evidence.stated">[],
  lineage: AssessedLineage,
): Readonly<Record<string, string>> {
  const home = new Map(lineage.list.flatMap((o) => o.documents.map((d) => [d, o.id] as const)));
  const first = new Map<string, string>();
  const copies: Record<string, string> = {};
  for (const { body } of evidence) {
    const origins = new Set(
      body.rests.flatMap((r) => (r.document === undefined ? [] : (home.get(r.document) ?? r.document))),
    );
    if (origins.size !== 1) continue;
    const key = JSON.stringify([[...origins], body.text, body.questions, body.facts]);
    const known = first.get(key);
    if (known === undefined) first.set(key, body.evidence);
    else copies[body.evidence] = known;
  }
  return copies;
}

/** The judgments that the silences use, for `why`: classes, picks and assumptions. */
export function silenceJudgments(known: Known): readonly UsedJudgment[] {
  const { classes, picks, assumptions } = known.view;
  return [
    ...[...classes.values()].map((e) => ({
      ...said(e),
      what: `reference class: ${e.body.class.name}`,
      values: [e.body.class.k, e.body.class.n],
    })),
    ...[...picks.values()].map((e) => ({ ...said(e), what: `class picked: ${e.body.class}`, values: [] })),
    ...[...assumptions.values()].map((e) => ({
      ...said(e),
      what: `assumption: ${e.body.what}`,
      values: Object.values(typeof e.body.value === "number" ? [e.body.value] : e.body.value).filter(
        (v) => typeof v === "number",
      ),
    })),
  ];
}

function said(e: Entry<"class.stated" | "class.picked" | "assumption.stated">) {
  return { seq: e.seq, who: e.body.who || e.who, why: e.body.why };
}
