import { statementId } from "../model/id.ts";
import type { DateMention } from "../model/reading.ts";
import { overlaps, type Span } from "../model/span.ts";
import type { Act, Speaker, Statement } from "../model/statement.ts";
import type { Annotation, Quotation } from "../text/annotation.ts";
import { type Lexicon, lexiconOf, phraseAt } from "../text/lexicon.ts";
import { actorRange, doerIn, factualityOf, levelIn, objectOf, saidAtOf, targetOf } from "./about.ts";
import { personOf } from "./arabic/agreement.ts";
import { arabicDrafts } from "./arabic/arabic.ts";
import { mainSubject } from "./arabic/groups.ts";
import type { Draft } from "./draft.ts";
import { englishDrafts } from "./english/english.ts";
import { openerOf } from "./english/opener.ts";
import { ownFactuality, plainView, voiceOf } from "./own-voice.ts";
import { partsOf } from "./own-voice-parts.ts";
import { type Lowering, type PrecisionTable, precisionOf, shippedPrecision } from "./precision.ts";
import { type Scorer, shippedScorers } from "./scorer.ts";
import { genderOf, numberOf, outletOf, type Spoken, speakerOf } from "./speaker.ts";
import { LONGEST_CONTENT, type Range, spanOf, tidy, tokensOf, type View, viewsOf } from "./view.ts";
import { type Group, type Weighed, weighAll } from "./weigh.ts";

/** What the rules read with: the shipped lexicons and precisions unless others are given. */
export interface StatementData {
  readonly lexiconFor?: (language: string) => Lexicon;
  readonly precision?: PrecisionTable;
  readonly scorers?: Readonly<Record<string, Scorer>>;
  /** Also finds that the scorer holds for no statement, for fitting it. */
  readonly all?: boolean;
}

/**
 * All statements of a text in order: those of others by the frames of ST2, and the outlet's own sentences with their kind [ST6].
 * A sentence that repeats an earlier part is left out; so are bylines and footers, but for what they quote.
 */
export function findStatementsIn(annotation: Annotation, data: StatementData = {}): Statement[] {
  return findWithReasons(annotation, data).map(({ statement }) => statement);
}

/** A statement with what its precision was told from [ST2]. */
export interface Reasoned {
  readonly statement: Statement;
  /** Of a find that the scorer weighed; null and none where the table of frames did. */
  readonly group: Group | null;
  readonly features: readonly string[];
  /** What lowers the precision of a find that the table weighs. */
  readonly lowerings: readonly Lowering[];
}

/** The same, each with what its precision was told from; scorer and table are fitted on this. */
export function findWithReasons(annotation: Annotation, data: StatementData = {}): Reasoned[] {
  const views = viewsOf(annotation, data.lexiconFor ?? lexiconOf);
  const table = data.precision ?? shippedPrecision;
  const scales = { table, scorers: data.scorers ?? shippedScorers, all: data.all ?? false };
  const found: Found[] = [];
  const own: Reasoned[] = [];
  let paragraph = -1;
  let spoken: readonly Spoken[] = [];
  for (const view of views) {
    if (view.sentence.repeat) continue;
    if (view.sentence.paragraph !== paragraph) {
      // Arabic news sets one sentence a paragraph, and its verbs need no subject: the speaker goes on.
      if (view.lexicon.language !== "ar") spoken = spoken.filter(({ far, silent }) => !far && !silent).map(fromFar);
      paragraph = view.sentence.paragraph;
    }
    const here: Found[] = [];
    const drafts = draftsOf(view);
    const weights = weighAll(drafts, scales);
    for (const [i, draft] of drafts.entries()) {
      const weighed = weights[i]!;
      if (weighed === null) continue;
      const speaker = speakerOf(draft, spoken);
      here.push({ draft, speaker, content: [...draft.content], weighed });
      spoken = remember(draft, speaker, spoken);
    }
    if (view.lexicon.language !== "ar") spoken = rememberOpener(view, spoken);
    else if (here.length === 0) spoken = rememberSubject(view, spoken);
    continueQuotes(view, found.at(-1), here);
    found.push(...here);
    const rest = ownSentence(view, { here, found, table });
    if (rest !== null) own.push({ statement: rest, group: null, features: [], lowerings: [] });
  }
  const others = found.map((f, i) => ({
    statement: finish(f, { found, i }),
    group: f.weighed.group,
    features: f.weighed.features,
    lowerings: f.weighed.lowerings,
  }));
  return [...others, ...own].sort((a, b) => inOrder(a.statement, b.statement));
}

/** A draft on its way: its content grows when the quotation goes on in the next sentence. */
interface Found {
  readonly draft: Draft;
  readonly speaker: Speaker;
  readonly content: Span[];
  readonly weighed: Weighed;
}

function draftsOf(view: View): Draft[] {
  // A footer or byline names outlets and repeats the title; it says nothing.
  if (view.sentence.part === "footer" || view.sentence.part === "byline") return [];
  return view.lexicon.language === "ar" ? arabicDrafts(view) : englishDrafts(view);
}

function inOrder(a: Statement, b: Statement): number {
  return (
    (a.cue?.span.start ?? a.sentence.start) - (b.cue?.span.start ?? b.sentence.start) ||
    a.sentence.start - b.sentence.start ||
    (a.id < b.id ? -1 : 1)
  );
}

function remember(draft: Draft, speaker: Speaker, spoken: readonly Spoken[]): readonly Spoken[] {
  const { voice, view } = draft;
  if (speaker.span === undefined || speaker.label === undefined) return spoken;
  // Who goes on speaking without being named again is nearest from now on.
  if (voice.is === "implied") {
    const own = spoken.find((s) => s.speaker.span === speaker.span);
    return own === undefined ? spoken : [own, ...spoken.filter((s) => s !== own)];
  }
  // Who is named after "by" is not whom the next "it" means.
  if (draft.frame === "passive" || voice.is !== "words") return spoken;
  const before = spoken.find((s) => s.speaker.label === speaker.label);
  const rest = spoken.filter((s) => s.speaker.label !== speaker.label).slice(0, 8);
  const gender = genderOf(view, voice.range) ?? before?.gender;
  const own = {
    speaker,
    start: speaker.span.start,
    number: before?.number ?? numberOf(view, voice.range),
    ...(gender === undefined ? {} : { gender }),
  };
  if (view.lexicon.language !== "ar") return [own, ...rest];
  return [{ ...own, person: personOf(view, voice.range, draft.agrees) }, ...rest];
}

function fromFar(spoken: Spoken): Spoken {
  return { ...spoken, far: true };
}

/** "Police arrested two men. They said": whom a sentence opens with can speak in the next, where nobody of the paragraph who spoke can. */
function rememberOpener(view: View, spoken: readonly Spoken[]): readonly Spoken[] {
  if (view.sentence.part === "footer" || view.sentence.part === "byline") return spoken;
  const range = openerOf(view);
  if (range === null) return spoken;
  const { start, end } = spanOf(view, range);
  if (spoken.some(({ speaker: { span } }) => span !== undefined && span.start < end && start < span.end)) return spoken;
  const draft: Draft = { ...NO_STATEMENT, view, voice: { is: "words", range } };
  const known = new Set(spoken.map((s) => s.speaker.label));
  const [own] = remember(draft, speakerOf(draft, []), []);
  return own === undefined || known.has(own.speaker.label) ? spoken : [{ ...own, silent: true }, ...spoken];
}

/** "وصل الوزير إلى الموقع. وقال": who does something in an Arabic sentence without a statement can speak in the next. */
function rememberSubject(view: View, spoken: readonly Spoken[]): readonly Spoken[] {
  const { part } = view.sentence;
  if (view.lexicon.language !== "ar" || part === "footer" || part === "byline") return spoken;
  const range = mainSubject(view, view.tokens.length);
  if (range === null) return spoken;
  const draft: Draft = { ...NO_STATEMENT, view, voice: { is: "words", range } };
  return remember(draft, speakerOf(draft, spoken), spoken);
}

const NO_STATEMENT = {
  frame: "own-voice",
  rule: "ST5",
  cue: { from: 0, to: 1 },
  lemma: "",
  strength: "neutral",
  act: "says",
  negative: false,
  content: [],
  quoted: false,
  complement: "subject",
} as const;

/** A quotation that starts a sentence and that no verb of it takes goes on from the statement before, in the same paragraph. */
function continueQuotes(view: View, last: Found | undefined, here: readonly Found[]): void {
  if (last === undefined || last.draft.frame !== "direct-quote") return;
  if (last.draft.view.sentence.paragraph !== view.sentence.paragraph) return;
  const first = leadingQuotation(view);
  if (
    first === null ||
    last.content.some((c) => overlaps(c, first)) ||
    here.some((f) => f.content.some((c) => overlaps(c, first)))
  )
    return;
  const end = last.content.at(-1)?.end ?? last.draft.view.sentence.end;
  // Only what follows at once: nothing but the end of the last sentence lies between.
  if (first.start - Math.max(end, last.draft.view.sentence.end) > 6) return;
  last.content.push({ start: first.start, end: first.end });
}

function leadingQuotation(view: View): Quotation | null {
  for (let i = 0; i < Math.min(3, view.quotes.length); i++) if (view.quotes[i] != null) return view.quotes[i]!;
  return null;
}

interface Context {
  readonly found: readonly Found[];
  readonly i: number;
}

function finish(own: Found, context: Context): Statement {
  const { draft, speaker, content } = own;
  const { view } = draft;
  const cue = spanOf(view, draft.cue);
  const range = contentRange(view, content);
  const act = actOf(draft, range);
  const acting = act === draft.act ? draft : { ...draft, act };
  const target = targetRange(acting, range);
  const object = objectOf(acting, range);
  const said = saidAtOf(draft, datesIn(view), content);
  const relays = relaysOf(own, context);
  return {
    id: statementId(view.annotation.id, cue),
    speaker,
    ...(speaker.is === "unstated" && isOwnForecast(draft) ? { voice: "forecast" as const } : {}),
    cue: { span: cue, lemma: draft.lemma, strength: draft.strength },
    content,
    ...(target === null ? {} : { target: targetOf(view, target) }),
    act,
    ...(object === undefined ? {} : { object }),
    factuality: factualityOf(acting, range),
    polarity: draft.negative ? "negative" : "positive",
    quoted: draft.quoted,
    ...(said === null ? {} : { saidAt: said.when }),
    ...(relays.length === 0 ? {} : { relays }),
    sentence: { start: view.sentence.start, end: view.sentence.end },
    frame: draft.frame,
    rule: draft.rule,
    precision: own.weighed.precision,
    ...(own.weighed.shown.length === 0 ? {} : { features: own.weighed.shown }),
  };
}

/** "Prices are expected to rise", من المتوقع أن: what nobody named is said to expect is the outlet's own forecast [ST6]. */
function isOwnForecast({ view, frame, cue }: Draft): boolean {
  if (frame !== "impersonal" && frame !== "passive") return false;
  const { norms, lexicon } = plainView(view);
  return [cue.from - 2, cue.from - 1, cue.from].some((i) => i >= 0 && phraseAt(lexicon.forecast, norms, i) !== null);
}

/** The tokens of the sentence that the content covers; null when it covers none. */
function contentRange(view: View, content: readonly Span[]): Range | null {
  const ranges = content.map((c) => tokensOf(view, c)).filter(({ from, to }) => from < to);
  if (ranges.length === 0) return null;
  const from = Math.min(...ranges.map((r) => r.from));
  return { from, to: Math.min(Math.max(...ranges.map((r) => r.to)), from + 2 * LONGEST_CONTENT) };
}

const COMMITS = new Set(["vow", "pledge", "promise", "swear", "تعهد", "وعد"]);
const REVENGE = /^(?:revenge|reveng|retaliat|aveng|انتقام|الانتقام|بالانتقام|ثار)/u;

/** What is negated was not done: "did not blame" blames nobody, "did not rule out" denies nothing. */
const UNDONE: ReadonlySet<Act> = new Set([
  "blames",
  "accuses",
  "confirms",
  "praises",
  "threatens",
  "alleges",
  "retracts",
  "warns",
  "demands",
]);

/** The act of a statement; a vow of an attack is a threat. */
function actOf(draft: Draft, content: Range | null): Act {
  if (draft.act === "denies" && !draft.negative) return "suggests";
  if (draft.negative && UNDONE.has(draft.act)) return "says";
  if (!COMMITS.has(draft.lemma) || content === null) return draft.act;
  const { things } = draft.view.lexicon.responsibility;
  const norms = draft.view.norms.slice(content.from, content.to);
  return norms.some((norm) => things.has(norm) || REVENGE.test(norm)) ? "threatens" : draft.act;
}

const ABOUT_SOMEBODY: ReadonlySet<Act> = new Set(["blames", "accuses", "praises", "denies", "threatens"]);

/** Whom the statement is about: as its frame gave it, who its content says did it, or the actor that its object names. */
function targetRange(draft: Draft, content: Range | null): Range | null {
  const { view } = draft;
  if (draft.act === "denies" || draft.act === "threatens") return content === null ? null : actorRange(view, content);
  if (draft.target !== undefined && (ABOUT_SOMEBODY.has(draft.act) || draft.act === "no-claim")) {
    const range = tidy(view, draft.target);
    // A long stretch of words is about the actor in it.
    return range !== null && range.to - range.from > 6 ? (actorRange(view, range) ?? range) : range;
  }
  if (content === null) return null;
  const doer = doerIn(view, content);
  if (doer !== null) return doer;
  // "S views X as": X where it is somebody, not "this tactic".
  if (draft.frame === "attitude-verb" && draft.target !== undefined) return actorRange(view, draft.target);
  return ABOUT_SOMEBODY.has(draft.act) ? actorRange(view, content) : null;
}

function datesIn(view: View): readonly DateMention[] {
  const { dates } = view.annotation;
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dates[middle]!.span.start < view.sentence.start) low = middle + 1;
    else high = middle;
  }
  const out: DateMention[] = [];
  for (let i = low; i < dates.length && dates[i]!.span.start < view.sentence.end; i++) out.push(dates[i]!);
  return out;
}

/** Through whom the words came: the speaker of the statement of the same sentence in whose content this one stands, nearest first, or "citing Y". */
function relaysOf(own: Found, { found, i }: Context): Speaker[] {
  const { view, cue, through } = own.draft;
  const at = view.tokens[cue.from]!;
  const out: Speaker[] =
    through === undefined ? [] : [speakerOf({ ...own.draft, voice: { is: "words", range: through } }, [])];
  for (let k = i - 1; k >= 0 && found[k]!.draft.view === view; k--) {
    const outer = found[k]!;
    const inside = outer.content.some((c) => c.start <= at.start && at.end <= c.end);
    if (inside && outer.speaker.is !== "unstated" && outer.speaker.is !== "outlet") out.push(outer.speaker);
  }
  return [...out, ...citedBy(own)];
}

/** "X said, citing Y": Y. */
function citedBy({ draft }: Found): Speaker[] {
  const { view, cue } = draft;
  for (let i = cue.to; i < view.tokens.length && i < cue.to + 60; i++) {
    if (view.norms[i] !== "citing" && view.norms[i] !== "quoting") continue;
    let to = i + 1;
    while (
      to < view.tokens.length &&
      to < i + 12 &&
      !/^[,.;:"“”]$/.test(view.norms[to]!) &&
      view.tokens[to]!.pos !== "VERB"
    )
      to++;
    const range = to > i + 1 ? tidy(view, { from: i + 1, to }) : null;
    return range === null ? [] : [speakerOf({ ...draft, voice: { is: "words", range } }, [])];
  }
  return [];
}

interface OwnContext {
  readonly here: readonly Found[];
  readonly found: readonly Found[];
  readonly table: PrecisionTable;
}

const SILENT_PARTS = new Set(["byline", "footer", "caption"]);

/** The outlet's own sentence, or what others leave of it; null when nothing is left that says something. */
function ownSentence(view: View, { here, found, table }: OwnContext): Statement | null {
  if (SILENT_PARTS.has(view.sentence.part)) return null;
  const covered = coveredBy(view, here, found);
  const rest = restOf(view, covered, here.length > 0);
  if (rest.length === 0) return null;
  const whole: Range = { from: 0, to: view.tokens.length };
  const voice = voiceOf(view);
  const doer = here.length === 0 && voice !== "question" ? doerIn(view, whole) : null;
  return {
    id: statementId(view.annotation.id, here.length === 0 ? view.sentence : rest[0]!),
    speaker: outletOf(view),
    voice,
    ...partsOf(view, voice, sentenceBefore(view)),
    content: rest,
    ...(doer === null ? {} : { target: targetOf(view, doer) }),
    act: "says",
    factuality: ownFactuality(voice, levelIn(view, whole)),
    polarity: "positive",
    quoted: false,
    sentence: { start: view.sentence.start, end: view.sentence.end },
    frame: "own-voice",
    rule: "ST6",
    precision: precisionOf("own-voice", view.lexicon.language, { table }),
  };
}

/** The sentence before, in the same paragraph: what "this suggests" points back to. */
function sentenceBefore({ annotation, sentence, index }: View): Span | null {
  const before = annotation.sentences[index - 1];
  return before?.paragraph === sentence.paragraph ? { start: before.start, end: before.end } : null;
}

/** For each token whether a statement of others holds it: cue, speaker or content. */
function coveredBy(view: View, here: readonly Found[], found: readonly Found[]): boolean[] {
  const spans = here.flatMap((f) => [
    spanOf(view, f.draft.cue),
    ...(f.speaker.span === undefined ? [] : [f.speaker.span]),
    ...f.content,
  ]);
  const before = found.slice(-6).flatMap((f) => f.content);
  const covered = view.quotes.map((quote) => quote != null && isClause(view, quote));
  for (const span of [...spans, ...before]) {
    if (span.end <= view.sentence.start) continue;
    const { from, to } = tokensOf(view, span);
    covered.fill(true, from, to);
  }
  return covered;
}

/** A few words in quote marks are still the outlet's sentence; a quoted clause is not. */
function isClause({ tokens }: View, { start, end }: Quotation): boolean {
  return end - start > 60 || start <= tokens[0]!.end;
}

/** The longest stretch that the outlet says itself: with a verb of its own, and of at least five words beside a statement of others. */
function restOf(view: View, covered: readonly boolean[], others: boolean): Span[] {
  if (!others && covered.every((c) => !c)) {
    const all = tidy(view, { from: 0, to: view.tokens.length });
    return all === null ? [] : [spanOf(view, all)];
  }
  const pieces: Range[] = [];
  for (let i = 0; i < covered.length; i++) {
    if (covered[i]) continue;
    let to = i;
    while (to < covered.length && !covered[to]) to++;
    pieces.push({ from: i, to });
    i = to;
  }
  const arabic = view.lexicon.language === "ar";
  // In Arabic, without parts of speech, only what stands at an end of the sentence: "in a statement on Tuesday" says nothing.
  const outer = arabic ? pieces.filter((p) => p.from === 0 || p.to >= covered.length - 1) : pieces;
  const words = outer.filter((p) => saysSomething(view, p)).flatMap((p) => tidy(view, p) ?? []);
  return words.map((p) => spanOf(view, p));
}

function saysSomething(view: View, { from, to }: Range): boolean {
  const tokens = view.tokens.slice(from, to);
  if (tokens.length < 5) return false;
  return view.lexicon.language === "ar" ? tokens.length > 7 : tokens.some(({ pos }) => pos === "VERB" || pos === "AUX");
}
