import type { Attribution, Quoted } from "../model/assessment.ts";
import { figureId, slug } from "../model/id.ts";
import { byCodeUnit, overlaps, type Span } from "../model/span.ts";
import type { Act, Speaker } from "../model/statement.ts";
import { fold } from "../text/fold.ts";
import { findIncidentWords } from "../text/incident-words.ts";
import { nameWords } from "../text/name-words.ts";
import { isOfAnotherTime } from "./another-time.ts";
import { type Doer, doersIn, isOfAnEvent } from "./doers.ts";
import { isForACondition } from "./for-a-condition.ts";
import { type HeldStatement, nameOf, originsOf, quoted, type RecordInput, type StatementOrigins } from "./input.ts";
import { isDoneToOthers } from "./own-claim.ts";

const SAID: Partial<Record<Act, Attribution["said"]>> = {
  "claims-responsibility": "claims",
  blames: "blames",
  accuses: "accuses",
  alleges: "accuses",
  assesses: "assesses",
  suggests: "suggests",
  praises: "praises",
  denies: "denies",
};

/** Who speaks, to print: the actor's name, else the source's own label, else that nobody is named. */
export function speakerName(input: RecordInput, h: HeldStatement): string {
  const { speaker } = h.statement;
  if (speaker.is === "outlet") return h.document.publisher ?? `doc ${h.document.position}`;
  return labelOf(input, speaker) ?? "nobody named";
}

function labelOf(input: RecordInput, speaker: Speaker): string | null {
  if (speaker.is === "unstated") return null;
  if (speaker.is === "unnamed") return speaker.label ?? "a source not named";
  if (speaker.actor === undefined) return speaker.label ?? null;
  // The source's words for a person in a role ("the defence minister") say more than the name of what stands behind does.
  return speaker.label !== undefined && isPerson(speaker.label) ? speaker.label : nameOf(input, speaker.actor);
}

/** Whether a label is of a person in a role, by its title. */
function isPerson(label: string): boolean {
  return fold(label)
    .split(/[^\p{L}]+/u)
    .some((word) => nameWords.titles.has(word) || word.startsWith("spokes"));
}

/** Who the statement is about, to print; null when it names nobody. */
export function targetName(input: RecordInput, h: HeldStatement): string | null {
  const { target } = h.statement;
  if (target === undefined) return null;
  return target.actor === undefined ? target.label : nameOf(input, target.actor);
}

/** "its own", or those it cites: on whose word the statement rests [ST10]. */
function onWhoseWord(input: RecordInput, h: HeldStatement): string {
  const { speaker, relays } = h.statement;
  const cited = (relays ?? []).map((r) => labelOf(input, r)).filter((x) => x !== null);
  if (cited.length > 0) return cited.join(", ");
  return speaker.is === "named" || speaker.is === "role" ? "its own" : "nobody named";
}

const OFFICIAL_KINDS = ["state", "government", "ministry", "force", "office", "agency"];
const OFFICIAL_WORDS =
  /(?:\b(?:minist\w|authorit\w|(?:president|governor|mayor|police|army|military|government|officials?|command|investigators?|detectives?|inspectors?|coast guard|navy|intelligence|envoy|embassy)\b)|وزار|وزير|رئيس|محافظ|شرط|الجيش|حكوم|سلطات|مسؤول|قياد|خفر السواحل|مخابرات|استخبارات|سفار|محقق)/iu;
const LEGAL_WORDS =
  /(?:\b(?:prosecut\w|(?:courts?|judges?|tribunal|indictment|attorney|magistrate|jury)\b)|نياب|محكم|قاض|القضاء|المدعي|ادعاء عام|لائحة)/iu;
const LEGAL_LEMMAS = new Set(["charge", "indict", "convict", "sentence", "sue", "prosecute", "أدان", "حكم"]);
const TECHNICAL_WORDS =
  /(?:\b(?:forensic|laborator\w|ballistic|ip address|code overlap|(?:malware|researchers?|cert|fingerprints?|dna|security firm|analysis of the|metadata)\b)|مختبر|الأدلة الجنائية|الطب الشرعي|بصمات|تحليل|باحث|برمجيات خبيثة|شركة أمن)/iu;

/** The kind of an attribution after EuRepoC [ST10]: by the one himself, a court or prosecutor, technical evidence, an office of a state, else unofficial. */
function kindOf(input: RecordInput, h: HeldStatement): Attribution["kind"] {
  const { speaker, act, cue, content } = h.statement;
  if (act === "claims-responsibility" || claimsItself(h) || (act === "denies" && deniesItself(h))) return "self";
  if (speaker.is === "outlet" || speaker.is === "unstated") return "unofficial";
  const label = speaker.label ?? "";
  const words = content.map((c) => h.document.text.slice(c.start, c.end)).join(" ");
  if (LEGAL_WORDS.test(label) || LEGAL_LEMMAS.has(cue?.lemma ?? "")) return "legal";
  if (TECHNICAL_WORDS.test(label) || TECHNICAL_WORDS.test(words)) return "technical";
  const kind = speaker.actor === undefined ? undefined : input.actor(speaker.actor)?.kind;
  if (kind !== undefined && kind !== "armed-group") return OFFICIAL_KINDS.includes(kind) ? "official" : "unofficial";
  return kind === undefined && OFFICIAL_WORDS.test(label) ? "official" : "unofficial";
}

function deniesItself({ statement: { speaker, target } }: HeldStatement): boolean {
  return (
    speaker.is !== "outlet" && (target === undefined || (target.actor !== undefined && target.actor === speaker.actor))
  );
}

const BASIS =
  /(?:\b(?:based on|on the basis of|citing|judging by|after (?:analysing|analyzing|examining|reviewing|questioning)|on the strength of|because of|pointing to)\s|(?:بناء على|استنادا إلى|مستندا إلى|مستندة إلى|على أساس|بعد تحليل|بعد فحص)\s)[^.;؛]{3}/iu;
const LONGEST_BASIS = 120;

/** What the sentence says the attribution rests on, in its own words [ST10]. */
function basisOf({ document, statement }: HeldStatement): Quoted | null {
  const words = document.text.slice(statement.sentence.start, statement.sentence.end);
  const m = BASIS.exec(words);
  if (m === null) return null;
  const opening = m.index + m[0].length - 3;
  const grounds = words
    .slice(opening, opening + LONGEST_BASIS)
    .split(/[.;؛]/u, 1)[0]!
    .trimEnd();
  const { start } = statement.sentence;
  return quoted(document, { start: start + m.index, end: start + opening + grounds.length });
}

/** A claim, a denial or blame that is a habit, a thing supposed, or of other attacks: no entry of the ledger, and no attribution [ST9, ST10]. */
export function isNoActOfThisCase(h: HeldStatement): boolean {
  const { document, statement } = h;
  const { act, cue, sentence, voice } = statement;
  if (cue === undefined || voice !== undefined || act === "threatens" || act === "retracts") return false;
  const acts = SAID[act] !== undefined || act === "no-claim" || claimsItself(h) || disowns(h);
  return acts && isOfAnotherTime(document, sentence, cue.span);
}

/** Whether it was said at all: what might be said, would be said or was not said is no attribution and no ledger entry. */
export function wasSaid({ statement }: HeldStatement): boolean {
  const supposed =
    statement.voice === "conditional" || statement.voice === "forecast" || statement.voice === "question";
  return (
    !supposed &&
    statement.factuality !== "speculated" &&
    (statement.polarity === "positive" || statement.act === "denies" || statement.act === "no-claim")
  );
}

function saidOf(h: HeldStatement): Attribution["said"] | null {
  const { statement } = h;
  if (!wasSaid(h)) return null;
  if (claimsItself(h)) return "claims";
  const said = SAID[statement.act] ?? (namesTheDoer(h) ? "suggests" : tellsTheDoer(h));
  if (said === null || statement.act === "no-claim") return null;
  if (said === "denies") return statement.object === "responsibility" || statement.object === "link" ? said : null;
  if (said === "claims") return said;
  const { target } = statement;
  if (said === "blames" && isForACondition(h)) return null;
  return target === undefined || NOBODYS.test(target.label) || isWhoeverDidIt(target.label) ? null : said;
}

/** A target of no weight: an article that a quote follows, a pronoun, nobody. */
const NOBODYS = /^(?:an?|the|it|him|her|them|nobody|no one|which|who|أحد|أحدا|ذلك)$/iu;

/** "Hackers", "two gunmen", a lone attacker: whoever did it, and so no one of whom it is said. */
function isWhoeverDidIt(label: string): boolean {
  const [found] = findIncidentWords(label, "attacker");
  if (found === undefined || label.split(/\s+/u).length > 3) return false;
  return found.span.end === label.length && !/\p{Lu}/u.test(label.slice(1, found.span.start));
}

/** A statement with what it says of who did it; where that stands in words that no frame reads as its target, with these as the target. */
interface Laid {
  readonly h: HeldStatement;
  readonly said: Attribution["said"];
}

/** The statements of a record that name who did it or deny it, and sentences that name him in words of their own [ST10]. */
function laid(held: readonly HeldStatement[]): readonly Laid[] {
  const direct = held.flatMap((h) => {
    const said = saidOf(h);
    return said === null ? [] : [{ h, said }];
  });
  const sentences = groupedBy(held, (h) => `${h.document.id}:${h.statement.sentence.start}`);
  const worded = [...sentences.values()].flatMap((here) => {
    const { document, statement } = here.at(-1) as HeldStatement;
    return doersIn(document, statement.sentence)
      .filter(({ cue }) => !isOfAnotherTime(document, statement.sentence, cue))
      .flatMap((doer) => fromDoer(here, doer) ?? []);
  });
  // A frame that read its target comes before the words alone.
  const read = groupedBy(direct, (d) => d.h.statement.id);
  const isNew = ({ h }: Laid) =>
    !(read.get(h.statement.id) ?? []).some((d) => d.said !== "denies" && sameTarget(d.h, h));
  return [...direct, ...worded.filter(isNew)];
}

/** Lists by what their members share, in their order. */
function groupedBy<T>(list: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function sameTarget(a: HeldStatement, b: HeldStatement): boolean {
  const [x, y] = [a.statement.target, b.statement.target];
  return x === undefined || y === undefined || overlaps(x.span, y.span);
}

const UNSURE: ReadonlySet<Act> = new Set(["assesses", "believes", "suggests"]);

/** Who says of a doer that he did it: the statement in whose content he stands, else the one whose cue it is, else the outlet or the subject of its sentence. */
function fromDoer(here: readonly HeldStatement[], doer: Doer): Laid | null {
  const holds = (h: HeldStatement) =>
    h.statement.content.some((c) => c.start <= doer.whom.span.start && doer.whom.span.end <= c.end);
  const others = here.filter((h) => h.statement.voice === undefined);
  const h =
    others.find(holds) ?? others.find((x) => x.statement.cue && overlaps(x.statement.cue.span, doer.cue)) ?? here[0];
  if (h === undefined || /^(?:conditional|forecast|question)$/.test(h.statement.voice ?? "")) return null;
  const { statement, document } = h;
  if (statement.polarity === "negative" || statement.factuality === "denied" || statement.act === "no-claim")
    return null;
  if (/^(?:denies|doubts|claims-responsibility|praises|retracts)$/.test(statement.act)) return null;
  const words = (span: Span) => document.text.slice(span.start, span.end);
  if (doer.whom.actor === null && isWhoeverDidIt(words(doer.whom.span))) return null;
  const target = {
    label: words(doer.whom.span),
    span: doer.whom.span,
    ...(doer.whom.actor !== null && { actor: doer.whom.actor }),
  };
  const own = statement.voice !== undefined;
  const speaker: Speaker | null =
    own && doer.by !== null
      ? {
          is: "named",
          label: words(doer.by.span),
          span: doer.by.span,
          ...(doer.by.actor !== null && { actor: doer.by.actor }),
        }
      : null;
  if (own && speaker === null && doer.how !== "blames") return null;
  if (statement.speaker.span !== undefined && overlaps(statement.speaker.span, doer.whom.span)) return null;
  return {
    h: { ...h, statement: { ...statement, target, ...(speaker !== null && { speaker }) } },
    said: howSurely(statement, doer, own && speaker === null),
  };
}

function howSurely(statement: HeldStatement["statement"], { how, cue }: Doer, outlets: boolean): Attribution["said"] {
  if (outlets || statement.factuality === "speculated") return "suggests";
  if (how === "blames" && statement.cue !== undefined && overlaps(statement.cue.span, cue)) return how;
  if (SAID[statement.act] !== undefined) return SAID[statement.act] as Attribution["said"];
  if (how === "blames" && (UNSURE.has(statement.act) || statement.factuality === "hedged")) return "assesses";
  return how;
}

/** "Was not behind", لا تقف وراء. */
const UNDONE =
  /\b(?:not|never)\s+(?:\p{L}+\s+){0,2}(?:behind|responsible|involved|to blame|carried|done|the work)\b|(?:لا|لم|ليس|ليست)\s+(?:\S+\s+){0,3}(?:وراء|مسؤول\S*|متورط\S*|ضالع\S*)/iu;
const TELLS: ReadonlySet<Act> = new Set(["says", "reports", "confirms", "believes", "warns"]);

/** What somebody else's sentence makes of the one it says did it: blame, or an assessment where it is hedged; null where it says of nobody that he did it. */
function tellsTheDoer({ document, statement }: HeldStatement): Attribution["said"] | null {
  const { target, voice, act, frame, factuality, content } = statement;
  if (target === undefined || voice !== undefined || frame === "attitude-verb" || !TELLS.has(act)) return null;
  const words = content.map((c) => document.text.slice(c.start, c.end)).join(" ");
  if (NOBODYS.test(target.label) || !isOfAnEvent(words) || UNDONE.test(words)) return null;
  return act === "believes" || factuality === "hedged" ? "assesses" : "blames";
}

const SELF =
  /^(?:that\s+)?(?:it|they|we|he|she|its|their|our)\b(?:\s+\S+){0,3}?\s+(?:(?:had|has|have)\s+)?(?:carried (?:it |this |the \S+ )?out|carried out|(?:was|were|is|are) (?:behind|responsible for)|did it|done it|staged|conducted|shot|bombed|attacked|ambushed|hacked|broke into|broken into|planted|detonated|killed|shelled|stormed|raided|torched|burned|burnt|sank|sunk|sabotaged|kidnapped|abducted|seized|laid the|fired the|fired on|opened fire|blew up|blown up|set the fire|set fire to|destroyed|cut the|executed|poisoned|stabbed|struck|targeted)\b|^(?:إن|أن|بأن)?(?:ه|ها|هم|نا)?\s*(?:[\p{L}\p{M}]{2,12}(?:ه|ها|هم|نا)\s+|مجاهدونا\s+)?(?:قد\s+)?(?:نفذ|هاجم|استهدف|فجر|قتل|اخترق|اغتال|قصف|أسقط|خطف|أحرق|أغرق|زرع|دمر|نصب|اقتحم|دهس|أضرم|أطلق|ضرب|خرب|قطع|سمم|طعن)(?:ت|وا|نا)?\s/iu;

/** "S said it was behind the attack", "their fighters had carried it out", نفذ مقاتلونا: a claim of responsibility in plain words [ST4]. */
export function claimsItself({ document, statement }: HeldStatement): boolean {
  const { act, speaker, content, polarity, factuality } = statement;
  if (!/^(?:says|alleges|reports|confirms)$/.test(act) || polarity === "negative" || factuality === "denied")
    return false;
  const plain = /^(?:named|role|collective)$/.test(speaker.is);
  const [first] = content;
  if (!plain || first === undefined || /^(?:no|none|nobody|neither|لا|أي)\b/iu.test(speaker.label ?? "")) return false;
  if (OFFICIAL_WORDS.test(speaker.label ?? "")) return false;
  const words = document.text.slice(first.start, first.end).trim();
  return (
    SELF.test(words) ||
    (OWNS_UP.test(words) && isDoneToOthers(words)) ||
    (OWNS.has(statement.cue?.lemma ?? "") && beginsWithAttack(words))
  );
}

/** “We take full responsibility for …” in somebody's quoted words. */
const OWNS_UP =
  /^["“]?we (?:hereby |proudly )?(?:take|claim|accept|assume) (?:full |sole )?(?:responsibility|credit) for\s/iu;

/** Verbs that own up to what follows. */
const OWNS: ReadonlySet<string> = new Set(["admit", "acknowledge", "boast", "اعترف", "أقر", "تباهى", "تفاخر", "تبنى"]);

/** "Admitted the bombing", اعترفت بالتفجير: the attack stands at once. */
function beginsWithAttack(words: string): boolean {
  const [first] = findIncidentWords(words, "attack");
  return first !== undefined && words.slice(0, first.span.start).trim().split(/\s+/u).length <= 2;
}

const DISOWNS =
  /\b(?:had|has|have) (?:had )?(?:nothing to do with|no (?:role|part|hand|involvement|link|links|connection))\b|\b(?:was|were|is|are) not (?:behind|involved|responsible)\b|^(?:إن\S*|أن\S*|بأن\S*)?\s*لا (?:علاقة|صلة|دور|يد) ل/iu;

/** "S said it had nothing to do with it": a denial in plain words [ST9]. */
export function disowns({ document, statement }: HeldStatement): boolean {
  const { act, speaker, content } = statement;
  if (act !== "says" || !/^(?:named|role|collective)$/.test(speaker.is)) return false;
  return content.some((c) => DISOWNS.test(document.text.slice(c.start, c.end)));
}

/** Whether the outlet's own sentence says of somebody that it did an attack. */
function namesTheDoer({ document, statement }: HeldStatement): boolean {
  const { target, voice, sentence } = statement;
  if (target?.actor === undefined || voice === undefined) return false;
  return findIncidentWords(document.text.slice(sentence.start, sentence.end), "attack").length > 0;
}

export interface IncidentOf {
  readonly main: string | null;
  /** Which incident a statement is about; null where it is of none that was found. */
  readonly incidentOf: (h: HeldStatement) => string | null;
}

/** The statements that name who did it, or deny it, one row for each who-says-what, with the documents and origins that carry it [ST10]. */
export function attributions(
  input: RecordInput,
  held: readonly HeldStatement[],
  { main, incidentOf }: IncidentOf,
): readonly Attribution[] {
  const groups = new Map<string, { said: Attribution["said"]; list: HeldStatement[] }>();
  for (const { h, said } of laid(held)) {
    const by = h.statement.speaker.actor ?? plainName(speakerName(input, h));
    const whom = h.statement.target?.actor ?? plainName(h.statement.target?.label ?? "");
    const of = incidentOf(h);
    const key = JSON.stringify([by, said, whom, ...(of === main ? [] : [of ?? ""])]);
    const group = groups.get(key) ?? { said, list: [] };
    group.list.push(h);
    groups.set(key, group);
  }
  const paths = new Map<string, number>();
  const rows = [...groups]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([key, group]) => {
      const path = (JSON.parse(key) as string[]).map(slug);
      // Two names that read alike as a path are told apart by number, in their order.
      const uses = (paths.get(path.join("/")) ?? 0) + 1;
      paths.set(path.join("/"), uses);
      return {
        ...row(input, uses === 1 ? path : [...path, String(uses)], group),
        incident: incidentOf(first(group.list)),
      };
    });
  return rows.map((a) => ({ ...a, revises: revisedBy(a, rows), denials: denialsOf(a, rows) }));
}

const speakerKey = (a: Attribution): string => a.byActor ?? plainName(a.by);
const whomKey = (a: Attribution): string | null => a.whomActor ?? (a.whom === null ? null : plainName(a.whom));
const blamed = (a: Attribution): string | null => (a.said === "claims" ? speakerKey(a) : whomKey(a));
const NOBODY = new Set(["nobody named", "a source not named"]);

/** A name as it is compared: folded, without its article. */
function plainName(name: string): string {
  return fold(name).replace(/^(?:the|a|an)\s+/, "");
}

/** The earlier attribution that this one takes back: by the same actor, on the same incident, both dated, to somebody else or in the other sense [ST10]. */
function revisedBy(a: Attribution, rows: readonly Attribution[]): string | null {
  if (a.when === null || a.said === "praises" || NOBODY.has(a.by)) return null;
  const earlier = rows.filter(
    (b) =>
      b !== a &&
      b.said !== "praises" &&
      speakerKey(b) === speakerKey(a) &&
      b.incident === a.incident &&
      isBefore(b, a) &&
      (blamed(a) !== blamed(b) || (a.said === "denies") !== (b.said === "denies")),
  );
  return [...earlier].sort((x, y) => byCodeUnit(y.when?.from ?? "", x.when?.from ?? ""))[0]?.statement ?? null;
}

function isBefore(b: Attribution, a: Attribution): boolean {
  return b.when?.to != null && a.when?.from != null && b.when.to <= a.when.from;
}

/** Denials by the one who is named, and denials by others that he did it. */
function denialsOf(a: Attribution, rows: readonly Attribution[]): readonly string[] {
  if (a.said === "denies" || a.said === "praises") return [];
  const who = blamed(a);
  if (who === null) return [];
  return rows
    .filter((d) => d.said === "denies" && d.incident === a.incident && (speakerKey(d) === who || whomKey(d) === who))
    .map((d) => d.statement);
}

function row(
  input: RecordInput,
  steps: readonly string[],
  { said, list }: { readonly said: Attribution["said"]; readonly list: readonly HeldStatement[] },
): Attribution {
  const h = first(list);
  const when = h.statement.saidAt ?? h.document.published;
  // One passage a document, so that counting the grounds counts the documents.
  const ofDocument = new Map([...list].reverse().map((x) => [x.document.id, x]));
  const words = [...ofDocument.values()].reverse().map((x) => quoted(x.document, x.statement.sentence));
  const documents = words.length;
  const origins = [...ofDocument.values()].map(originsOf);
  const from = words.map((q) => ({ is: "words" as const, span: q.span, quote: q.quote }));
  const path = [input.slug, "attribution", ...steps];
  const count = (id: string, at: (o: StatementOrigins) => string) =>
    input.book.add({
      id: figureId(...path, id),
      value: new Set(origins.map(at)).size,
      unit: "count",
      rule: "LI6",
      from,
      by: id.replace("origins", "origins-of-statements"),
    });
  return {
    statement: h.statement.id,
    incident: null,
    by: speakerName(input, h),
    byActor: h.statement.speaker.actor ?? null,
    said,
    whom: targetName(input, h),
    whomActor: h.statement.target?.actor ?? null,
    kind: kindOf(input, h),
    onWhoseWord: onWhoseWord(input, h),
    basis: basisOf(h),
    revises: null,
    denials: [],
    when: when ?? null,
    dated: h.statement.saidAt ? "stated" : when ? "published" : "undated",
    quote: quoted(h.document, h.statement.sentence),
    documents: input.book.add({
      id: figureId(...path, "documents"),
      value: documents,
      unit: "count",
      rule: "ST10",
      from,
      by: "grounds",
    }),
    origins: count("origins", (o) => o.counted),
    originsFrom: count("origins-from", (o) => o.from),
    originsTo: count("origins-to", (o) => o.to),
  };
}

/** The statement that stands for the group: a dated one, by the speaker himself, the earliest; order of documents settles ties. */
function first(list: readonly HeldStatement[]): HeldStatement {
  const rank = (h: HeldStatement) => h.statement.saidAt?.from ?? h.document.published?.from ?? "9999";
  return [...list].sort(
    (a, b) => byCodeUnit(rank(a), rank(b)) || a.document.position - b.document.position,
  )[0] as HeldStatement;
}
