import type { AssessedSilence, Quoted, UsedRow } from "../model/assessment.ts";
import type { Entry } from "../model/event.ts";
import type { Figure, FigureBook, Ground } from "../model/figure.ts";
import type { IncidentId } from "../model/id.ts";
import { type Problem, problem } from "../model/problem.ts";
import type { RecordRow, ReferenceClass, Traits } from "../model/silence.ts";
import { byCodeUnit } from "../model/span.ts";
import { hoursBetween, type When, whenInWords } from "../model/time.ts";
import { type ClaimedIn, fileClaim } from "./claim-terms.ts";
import { type FiledLine, fileClassLine, fileShare, type LinedClass } from "./class-line.ts";
import { countQuery } from "./class-query.ts";
import { classesFor, endedBefore, hasRecord, narrowFirst } from "./classes.ts";
import { parentOf } from "./compare.ts";
import { publishedClasses, shippedAssumptions } from "./data.ts";
import { differences } from "./differs.ts";
import { type Filed, type FiledRange, type Filer, filer } from "./filed.ts";
import type { Outage } from "./heard.ts";
import { hoursEnds, silentHours } from "./hours.ts";
import { fileOwnLags } from "./own-lags.ts";
import { assumptionProblems, assumptionsFor, type FiledOutage, type FiledSettings, fileSettings } from "./settings.ts";
import { fileVariations } from "./variations.ts";

/** An actor of whom no claim was seen, or who has claimed. */
export interface SilentActor {
  readonly actor: string;
  readonly actorName: string;
  readonly incident: IncidentId;
  readonly attack: When;
  readonly traits: Traits;
  /** The words that report that no claim was seen. */
  readonly quotes: readonly Quoted[];
  readonly claimed: boolean;
  /** When it claimed, hours after the attack; without it the claim is not weighed. */
  readonly claimedIn?: ClaimedIn;
  /** Its first denial of responsibility, where one was seen: the silence is counted to it [SI10]. */
  readonly denied?: { readonly when: When; readonly quote: Quoted };
  /** What dates the attack; the quotes where left out. */
  readonly dated?: readonly Ground[];
  /** When a channel could not be heard, hours after the attack, in order and apart. */
  readonly outages?: readonly (Outage & { readonly channel: string; readonly watched: string })[];
}

export interface SilenceInput {
  /** First step of the figures' ids. */
  readonly caseName: string;
  readonly silentActors: readonly SilentActor[];
  /** The earlier of `asOf` and the end of what was watched. */
  readonly until: When;
  readonly classes: readonly Entry<"class.stated">[];
  readonly picked: readonly Entry<"class.picked">[];
  readonly assumptions: readonly Entry<"assumption.stated">[];
  readonly records: readonly RecordRow[];
  /** Published counts; those shipped where left out. */
  readonly published?: readonly ReferenceClass[];
}

/** With fewer stated classes than this, those offered by default stand beside them [SI9]. */
const LEAST = 3;

/** A class as stated, its k and n counted again where it is a query over records that are there; the reason where no row answers it. */
function statedClass(
  { seq, body }: Entry<"class.stated">,
  silent: SilentActor,
  input: SilenceInput,
): LinedClass | Problem {
  const { query: typed, ...one } = body.class;
  const lined = (c: ReferenceClass): LinedClass => ({
    ...c,
    differs: differences(c, { actor: silent.actor, traits: silent.traits, attack: silent.attack }),
    ...{ stated: { seq, who: body.who }, leansOn: null },
  });
  const query = body.query === undefined ? typed : { actor: "any", ...body.query };
  const held = query?.set === undefined || input.records.some((row) => row.set === query.set);
  if (query === undefined || (!held && one.n > 0)) {
    return one.n > 0 ? lined(one) : problem("class-not-counted", { class: one.name, set: query?.set ?? "–" });
  }
  const cut = { attack: silent.attack, incident: silent.incident };
  const found = countQuery(one.name, query, { actor: silent.actor, records: input.records, cut });
  if ("code" in found) return found;
  if (typed === undefined) return lined({ ...one, ...found.counts });
  const { actor: _asked, ...rest } = one;
  const whose = found.actor === null ? {} : { actor: found.actor };
  const citation = `rows of ${found.set} known before the attack`;
  return lined({ ...rest, ...whose, ...found.counts, traits: query.traits, citation });
}

const latestOf = <T extends Entry>(entries: readonly T[], key: (e: T) => string): readonly T[] => [
  ...new Map([...entries].sort((a, b) => a.seq - b.seq).map((e) => [key(e), e])).values(),
];

/** The statements of classes that are for this actor or for anybody. */
function statedFor(silent: SilentActor, input: SilenceInput): readonly Entry<"class.stated">[] {
  return latestOf(input.classes, (e) => e.body.class.id).filter(
    ({ body }) => body.class.actor === undefined || body.class.actor === silent.actor,
  );
}

function pickedFor(silent: SilentActor, input: SilenceInput): Entry<"class.picked"> | null {
  const fit = input.picked.filter(
    ({ body }) => body.actor === silent.actor && (body.incident === undefined || body.incident === silent.incident),
  );
  return [...fit].sort((a, b) => a.seq - b.seq).at(-1) ?? null;
}

/** The classes of one silence, narrow to wide: those stated, those offered where too few are, and the one picked. */
function classesOf(silent: SilentActor, input: SilenceInput): readonly LinedClass[] {
  const published = input.published ?? publishedClasses();
  const stated = statedFor(silent, input).flatMap((e) => {
    const one = statedClass(e, silent, input);
    return "code" in one ? [] : [one];
  });
  const plain = (c: ReferenceClass): LinedClass => ({
    ...c,
    differs: differences(c, { actor: silent.actor, traits: silent.traits, attack: silent.attack }),
    ...{ stated: null, leansOn: null },
  });
  const { actor, actorName, traits, attack, incident } = silent;
  const offered =
    stated.length >= LEAST
      ? []
      : classesFor({ actor, actorName, traits, attack, incident, records: input.records, published }).map(plain);
  const picked = pickedFor(silent, input)?.body.class;
  const also = published.filter((c) => c.id === picked && endedBefore(c, attack)).map(plain);
  const byId = new Map([...also, ...offered, ...stated].map((c) => [c.id, c]));
  const all = [...byId.values()].filter((c) => !sameRows(c, stated));
  return all.sort(narrowFirst).map((c) => leaning(c, [...all, ...published.filter((p) => !byId.has(p.id))]));
}

/** Whether a person has stated the very class that was counted for an offer. */
function sameRows(one: LinedClass, stated: readonly LinedClass[]): boolean {
  if (one.stated !== null || one.rows === undefined) return false;
  const key = (c: LinedClass) => `${c.rows?.set} ${c.rows?.all.join(",")}`;
  return stated.some((s) => key(s) === key(one));
}

/** The class with the counts that its share leans on, where it narrows another and has fewer than three siblings [SI6]. */
function leaning(one: LinedClass, all: readonly ReferenceClass[]): LinedClass {
  if (one.kind !== "counted") return one;
  const parent = parentOf(one, all);
  if (parent === undefined) return one;
  const named = all.find((c) => c.id === one.parent);
  return {
    ...one,
    leansOn: { ...parent, citation: named === undefined ? one.citation : `${named.name}: ${named.citation}` },
  };
}

/** The path of an actor's figures: with the incident where the actor is silent on several. */
function pathOf(silent: SilentActor, input: SilenceInput): readonly string[] {
  const several = input.silentActors.some((s) => s.actor === silent.actor && s.incident !== silent.incident);
  return [input.caseName, "silence", silent.actor, ...(several ? [silent.incident] : [])];
}

/** A class's step in a path: its id without the actor's, which stands before it. */
const stepOf = (one: ReferenceClass, actor: string) =>
  one.id.startsWith(`${actor}.`) ? one.id.slice(actor.length + 1) : one.id;

/** Hours of the silence; their ground is the words that date it, or the times as given. */
function fileHours(to: Filer, silent: SilentActor, until: When): FiledRange | null {
  const hours = silentHours(silent.attack, until);
  if (hours === null) return null;
  const ends = hoursEnds(hours);
  const words: readonly Ground[] = silent.quotes.map(({ span, quote }) => ({ is: "words", span, quote }));
  const given: Ground = {
    is: "table",
    name: "the times given",
    citation: `attack ${silent.attack.edtf}, no claim seen until ${until.edtf}`,
  };
  const from = [...(silent.dated ?? words), given];
  const read = (end: "from" | "to") => to.read(`hours/${end}`, { value: ends[end], unit: "hours", rule: "SI2", from });
  const [first, last] = [read("from"), read("to")];
  const middle = to.derive("hours/middle", "middle", { unit: "hours", rule: "SI2", of: [first, last] });
  return { from: first, middle, to: last };
}

function assumptionsOf(settings: FiledSettings, parentSize: Filed | null): AssessedSilence["assumptions"] {
  const ids = ({ from, middle, to }: FiledRange) => [from.id, middle.id, to.id];
  const { seen, falseShare, used } = settings;
  return [
    { what: "chance that a claim made would have been seen by now", figures: ids(seen), statedBy: used.seen.statedBy },
    {
      what: "share of such attacks that it would claim without having done them",
      ...{ figures: ids(falseShare), statedBy: used.falseShare.statedBy },
    },
    ...(parentSize === null
      ? []
      : [
          {
            what: "weight that a wider class lends to a narrower one, in attacks",
            figures: [parentSize.id],
            statedBy: null,
          },
        ]),
  ];
}

/** The outages of what was watched; afterwards none of their claims is looked up unless the watch says so. */
function fileOutages(to: Filer, { outages = [] }: SilentActor): readonly FiledOutage[] {
  return outages.map(({ channel, watched, from, to: until, afterwards = 0 }, i) => {
    const ground: readonly Ground[] = [{ is: "table", name: "what was watched", citation: watched }];
    const read = (step: string, value: number, unit: "hours" | "share") =>
      to.read(`outage/${i + 1}/${step}`, { value, unit, rule: "SI7", from: ground });
    return {
      channel,
      from: read("from", from, "hours"),
      to: read("to", until, "hours"),
      afterwards: read("afterwards", afterwards, "share"),
    };
  });
}

/** Classes of one record set, each inside the next: whether each differs from its parent, and the average over where to stop [SI9]. */
function fileCuts(to: Filer, classes: readonly LinedClass[], filed: readonly FiledLine[]): AssessedSilence["cuts"] {
  const path = nestedPath(classes);
  if (path.length < 2) return null;
  const of = path.map((i) => filed[i]!);
  const cut = to.under("cuts");
  const counts = of.flatMap((f) => [f.share.k, f.share.n]);
  const share = (end: "mean" | "lower" | "upper") =>
    cut.derive(end, `cuts-${end}`, { unit: "share", rule: "SI9", of: counts }).id;
  const evidence = of.slice(1).map(
    (f, i) =>
      cut.derive(`evidence/${i + 1}`, "cut-evidence", {
        ...{ unit: "factor", rule: "SI9" },
        of: [of[i]!.share.k, of[i]!.share.n, f.share.k, f.share.n],
      }).id,
  );
  return {
    path: of.map((f) => f.line.class),
    evidence,
    share: share("mean"),
    lower: share("lower"),
    upper: share("upper"),
  };
}

/** The claim of an actor under each of its classes [SI10]. */
function claimOf(
  to: Filer,
  claimedIn: ClaimedIn,
  {
    all,
    settings,
    parentSize,
    actor,
  }: {
    readonly all: readonly LinedClass[];
    readonly settings: FiledSettings;
    readonly parentSize: Filed | null;
    readonly actor: string;
  },
) {
  const classes = all.map((one) => ({
    class: one.id,
    name: one.name,
    share: fileShare(to.under(stepOf(one, actor)), one, parentSize).share,
  }));
  return fileClaim(to, claimedIn, { classes, settings });
}

/** The longest path from the widest class of a record set inwards, as places in the list, wide to narrow. */
function nestedPath(classes: readonly LinedClass[]): readonly number[] {
  const byRows = classes.flatMap((c, i) => (c.kind === "counted" && c.rows !== undefined ? [{ i, rows: c.rows }] : []));
  const wideFirst = byRows.sort((a, b) => b.rows.all.length - a.rows.all.length);
  const path: typeof byRows = [];
  for (const one of wideFirst) {
    const last = path.at(-1);
    const inside = (wide: (typeof byRows)[number]) => {
      const lines = new Set(wide.rows.all);
      return (
        wide.rows.set === one.rows.set &&
        wide.rows.all.length > one.rows.all.length &&
        one.rows.all.every((line) => lines.has(line))
      );
    };
    if (last === undefined || inside(last)) path.push(one);
  }
  return path.map((p) => p.i);
}

function assessOne(silent: SilentActor, input: SilenceInput, book: FigureBook): AssessedSilence | null {
  const to = filer(book, pathOf(silent, input));
  const hours = fileHours(to, silent, input.until);
  if (hours === null) return null;
  const { actor, actorName, incident, attack, quotes, claimed } = silent;
  const claimedIn = claimed ? (silent.claimedIn ?? null) : null;
  const all = claimed && claimedIn === null ? [] : classesOf(silent, input);
  const classes = claimed ? [] : all;
  const outages = fileOutages(to, silent);
  const at = { hours, outages };
  const settings = fileSettings(to, assumptionsFor(input.assumptions, { actor, class: null }), at);
  const size = shippedAssumptions().parentSize;
  const parentSize = all.some((c) => c.leansOn !== null)
    ? to.read("parent-size", {
        ...{ value: size.at, unit: "count", rule: "SI6" },
        from: [{ is: "table", name: "assumptions.json, parentSize", citation: size.why }],
      })
    : null;
  const filed = classes.map((one) => {
    const under = to.under(stepOf(one, actor));
    const used = assumptionsFor(input.assumptions, { actor, class: one.id });
    // A law that a person stated goes before the class's own lags.
    const own = used.lagsStated ? null : fileOwnLags(under, one, { records: input.records, attack, hours, outages });
    return fileClassLine(under, one, {
      parentSize,
      own,
      settings: used.own ? fileSettings(under, used, at) : settings,
    });
  });
  const lines = filed.map((f) => f.line);
  const end = (step: string, by: string): string | null =>
    filed.length === 0
      ? null
      : to.derive(step, by, { unit: "share", rule: "SI9", of: filed.map((f) => f.unclaimed) }).id;
  const pick = pickedFor(silent, input);
  const isThere = pick !== null && all.some((c) => c.id === pick.body.class);
  const base = filed.find((f) => isThere && f.line.class === pick.body.class) ?? filed[0];
  return {
    ...{ actor, actorName, incident, attack, until: input.until },
    hours: { from: hours.from.id, middle: hours.middle.id, to: hours.to.id },
    ...{ reportedBy: quotes, classes: lines, unclaimedIfNot: settings.unclaimedIfNot.id },
    ...{ unclaimedFrom: end("unclaimed-from", "lowest"), unclaimedTo: end("unclaimed-to", "highest") },
    picked: isThere ? { class: pick.body.class, who: pick.body.who, why: pick.body.why } : null,
    ...{ lags: settings.lags, assumptions: assumptionsOf(settings, parentSize) },
    outages: outages.map((o) => ({ channel: o.channel, from: o.from.id, to: o.to.id })),
    cuts: fileCuts(to, classes, filed),
    sensitivity: base === undefined ? [] : fileVariations(to, base, filed),
    leaders: [],
    claim: claimedIn === null || all.length === 0 ? null : claimOf(to, claimedIn, { all, settings, parentSize, actor }),
    ...(silent.denied !== undefined && !claimed && { denied: silent.denied }),
    note: claimed ? "claimed" : hasRecord(classes, actor) ? null : "no-record",
  };
}

const inOrder = (actors: readonly SilentActor[]) =>
  [...actors].sort((a, b) => byCodeUnit(a.actor, b.actor) || byCodeUnit(a.incident, b.incident));

/**
 * The silence of each actor under its reference classes, every number filed as a figure [SI7–SI9]; in code-unit order of actors. An actor
 * who has claimed gets the note `claimed` and no classes; one of whom no attack is on record `no-record` and the widest classes only.
 * A silence without a length (the attack undated, or after `until`) is left out; `silenceTrouble` says so.
 */
export function assessSilences(input: SilenceInput, book: FigureBook): readonly AssessedSilence[] {
  return inOrder(input.silentActors).flatMap((silent) => assessOne(silent, input, book) ?? []);
}

function troubleOf(silent: SilentActor, input: SilenceInput): readonly Problem[] {
  const { actor, actorName, attack } = silent;
  if (silentHours(attack, input.until) === null) {
    const open = hoursBetween(attack, input.until) === null;
    return open
      ? [problem("attack-undated", { actor: actorName, attack: attack.edtf })]
      : [problem("as-of-before-attack", { asOf: whenInWords(input.until), attack: whenInWords(attack) })];
  }
  if (silent.claimed) return [];
  const later = (input.published ?? publishedClasses()).filter((c) => c.actor === actor && !endedBefore(c, attack));
  const empty = statedFor(silent, input).flatMap((e) => {
    const one = statedClass(e, silent, input);
    return "code" in one ? [one] : [];
  });
  const pick = pickedFor(silent, input)?.body.class;
  const lines = classesOf(silent, input).map((c) => c.id);
  return [
    ...(later.length === 0
      ? []
      : [problem("counts-later-than-attack", { count: later.length, actor: actorName, attack: whenInWords(attack) })]),
    ...empty,
    ...(pick === undefined || lines.includes(pick)
      ? []
      : [problem("picked-class-unknown", { actor: actorName, class: pick, among: lines.join(", ") })]),
  ];
}

/** What could not be weighed, or not as stated: silences without a length, counts left out, classes without a row, unusable assumptions. */
export function silenceTrouble(input: SilenceInput): readonly Problem[] {
  return [
    ...inOrder(input.silentActors).flatMap((silent) => troubleOf(silent, input)),
    ...assumptionProblems(input.assumptions),
  ];
}

/** The record rows that the figures stand on, in the order of set and line. */
export function usedRows(figures: readonly Figure[], records: readonly RecordRow[]): readonly UsedRow[] {
  const used = new Set<string>();
  // Many figures share one list of grounds, and it may be long.
  for (const from of new Set(figures.map((f) => f.from)))
    for (const g of from) if (g.is === "row") used.add(`${g.set} ${g.line}`);
  return records
    .filter((row) => used.has(`${row.set} ${row.line}`))
    .sort((a, b) => byCodeUnit(a.set, b.set) || a.line - b.line)
    .map(({ set, line, label, claimed, citation }) => ({ set, line, label, claimed, citation: citation ?? null }));
}
