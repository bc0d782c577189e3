import type { AssessedIncident, IncidentField } from "../model/assessment.ts";
import type { BriefPart, BriefSentence, ShownAs } from "../model/brief.ts";
import type { FigureId } from "../model/id.ts";
import { decidingItem, given, itemText, reasonOf, type WeighedQuestion, weighedQuestions } from "./judgment.ts";
import { name, type Piece, sentence } from "./prose.ts";
import { saidRows } from "./select.ts";
import { asOfInWords, counted, docs, rangePieces, type Writing } from "./writing.ts";

/** The sections that stand in every brief [BR5]: against the judgment, what it assumes, what would change it, what was not seen, how it was made. */

const textOf = ({ question }: WeighedQuestion, id: string): string =>
  question.explanations.find((e) => e.id === id)?.text ?? id;

/** Items that speak for the runner-up, the strongest first, and the item without which another would lead. */
function against(w: Writing, weighed: WeighedQuestion): BriefSentence[] {
  const { answer } = weighed;
  const { contrary } = w.say;
  const [leader, second] = answer.ranking;
  if (leader === undefined || second === undefined) return [];
  const items = answer.decibans
    .filter((d) => d.evidence !== "prior" && w.value(d.figure) < 0)
    .sort((a, b) => w.value(a.figure) - w.value(b.figure));
  const deciding = decidingItem(weighed);
  // With several questions, each item is told under its own.
  const several = weighedQuestions(w.assessment.questions).length > 1;
  const told = contrary.speaks({
    on: several ? w.titled(weighed.question.text) : null,
    items: items.map((d) => w.titled(itemText(w, d))),
    second: w.titled(second.text),
    leader: w.titled(leader.text),
  });
  if (deciding === null) return [sentence(told)];
  const item = answer.decibans.find((d) => d.evidence === deciding.without) ?? { evidence: deciding.without };
  const would = w.titled(textOf(weighed, deciding.leader));
  return [sentence(told), sentence(contrary.without(w.titled(itemText(w, item)), would))];
}

/** Who gains by the explanation that it pushes [XP11]: said, and left to the reader. */
function stakeSentences(w: Writing): BriefSentence[] {
  return w.assessment.stakes.flatMap((s) => {
    const [first] = s.pushes;
    if (first === undefined) return [];
    const notes = [w.cite(first.quote, { statement: first.statement })];
    const pieces = w.say.contrary.stake({
      who: w.named(s.actorName),
      explanation: w.titled(s.explanationText),
      says: name(w.say.byWhom(s.who)),
      text: name(s.text),
    });
    return [sentence(pieces, { notes })];
  });
}

/** Contrary evidence; without a judgment, that there is none to be contrary to, and the denials. */
export function contrarySentences(w: Writing): BriefSentence[] {
  const { contrary } = w.say;
  const weighed = weighedQuestions(w.assessment.questions);
  if (weighed.length > 0) return [...weighed.flatMap((q) => against(w, q)), ...stakeSentences(w)];
  const denials = saidRows(w.assessment).filter((r) => r.said === "denies");
  const who = [...new Map(denials.map((d) => [d.who.replace(/^the /i, ""), d.who])).values()];
  const none = sentence([contrary.noJudgment]);
  if (who.length === 0) return [none, sentence([contrary.noDenial]), ...stakeSentences(w)];
  const notes = denials.flatMap((d) => d.quotes.slice(0, 1).map((q) => w.cite(q, { statement: d.statement })));
  return [none, sentence(contrary.denials(who.map((x) => [w.named(x)])), { notes }), ...stakeSentences(w)];
}

const AS: Readonly<Record<string, ShownAs>> = { share: "percent", hours: "hours", factor: "factor" };

/** A stated or assumed number with its unit: a share as a percentage, a time in hours. */
function assumed(w: Writing, ids: readonly FigureId[]): Piece[] {
  const unit = (id: FigureId) => w.assessment.figures.find((f) => f.id === id)?.unit ?? "count";
  const shown = ids.map((id) => w.figure(id, AS[unit(id)] ?? "count"));
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return [];
  const same = first.is === "figure" && last.is === "figure" && first.shown === last.shown;
  return same ? [w.say.comma, first] : [w.say.comma, first, w.say.to, last];
}

/** What the numbers rest on that nobody has shown: independence, equal chances, and the assumptions of each silence. */
export function assumptionSentences(w: Writing): BriefSentence[] {
  const { silences, equalPriors, questions } = w.assessment;
  const { assumed: say } = w.say;
  const weighed = weighedQuestions(questions).length > 0;
  const seen = new Set<string>();
  const of = silences
    .filter((s) => s.classes.length > 0)
    .flatMap((s) => s.assumptions)
    .filter((a) => !seen.has(a.what) && seen.add(a.what))
    .map((a) =>
      sentence(say.silence({ what: name(w.say.ours(a.what)), value: assumed(w, a.figures), who: a.statedBy })),
    );
  const laws = new Map(
    silences.flatMap((s) => (s.classes.length > 0 ? s.lags.map((l) => [l.name, l.law] as const) : [])),
  );
  const delays = [...laws].map(([called, law]) => ({ law, name: w.titled(w.say.ours(called)) }));
  const nothing = !weighed && of.length + delays.length === 0;
  return [
    ...(weighed ? [sentence([say.independent]), ...surpriseSentences(w)] : []),
    ...(equalPriors && weighed ? [sentence([say.equal])] : []),
    ...unpickedSentences(w),
    ...of,
    ...hiddenSentences(w),
    ...(delays.length > 0 ? [sentence(say.delays(delays))] : []),
    ...(nothing ? [sentence([say.rulesOnly])] : []),
  ];
}

/** The shares of what an actor hides on purpose, by who stated them [SI12]. */
function hiddenSentences(w: Writing): BriefSentence[] {
  const figures = w.assessment.figures.filter((f) => f.rule === "SI12" && f.id.includes("/strategic/"));
  const ends = figures.filter((f) => f.by === undefined);
  const [first, last] = [ends[0], ends.at(-1)];
  if (first === undefined || last === undefined) return [];
  const who = first.from.flatMap((g) => (g.is === "judgment" ? [g.who] : []))[0] ?? null;
  return [sentence(w.say.assumed.hidden(assumed(w, [first.id, last.id]), who))];
}

/** What answers in words stand for, where somebody answered in words [XP2]. */
function surpriseSentences(w: Writing): BriefSentence[] {
  const { surpriseRanges = [], judgments } = w.assessment;
  if (!judgments.some((j) => surpriseRanges.some(({ word }) => j.what.endsWith(`: ${word}`)))) return [];
  const of100 = (id: FigureId) => Math.round(w.value(id) * 100);
  const list = surpriseRanges.map(({ word, from, to }) => ({
    word: w.say.ours(word),
    from: of100(from),
    to: of100(to),
  }));
  const figures = surpriseRanges.flatMap(({ from, to }) => [from, to]);
  const note = w.remark(w.say.assumed.wordsNote(list), figures);
  return [sentence([w.say.assumed.words], { notes: [note] })];
}

/** While nobody has picked a reference class [SI9]. */
function unpickedSentences(w: Writing): BriefSentence[] {
  const open = weighedQuestions(w.assessment.questions).some((q) => q.answer.classLines !== undefined);
  return open ? [sentence([w.say.assumed.unpicked])] : [];
}

function nextFactSentences(w: Writing, weighed: WeighedQuestion): BriefSentence[] {
  const { answer } = weighed;
  const leader = answer.ranking[0]?.id;
  const another = (id: string | undefined) =>
    id !== undefined && id !== leader ? w.titled(textOf(weighed, id)) : null;
  return answer.nextFacts.slice(0, 3).map((fact) => {
    const plainly = fact.seen === undefined || /^(yes|true|seen)$/iu.test(fact.seen);
    return sentence(
      w.say.change.nextFact({
        text: w.titled(fact.text),
        given: given(w, answer),
        chance: w.figure(fact.changesLeader, "percent"),
        seen: another(fact.leaderIfSeen),
        not: another(fact.leaderIfNot),
        answer: plainly ? null : (fact.seen ?? null),
      }),
    );
  });
}

const MOST_MISSING = 4;

/** What would change the judgment: next facts, what is missing for one, and the conditions and forecasts that the texts name. */
export function wouldChangeSentences(w: Writing): BriefSentence[] {
  const { questions, named } = w.assessment;
  const { change } = w.say;
  const facts = weighedQuestions(questions).flatMap((q) => nextFactSentences(w, q));
  const missing = questions.flatMap((q) => {
    if (q.answer.is !== "unknown") return [];
    const list = q.answer.missing.map(w.say.ours);
    const needs =
      list.length === 0
        ? [reasonOf(q.answer, w.say)]
        : change.missing(list.slice(0, MOST_MISSING), list.length > MOST_MISSING, q.answer.reason);
    return [sentence(change.needs(w.titled(q.text), needs))];
  });
  const texts = named
    .flatMap((n) => (n.kind === "conditional" || n.kind === "forecast" ? [{ ...n, kind: n.kind }] : []))
    // What hangs on a condition tells more than what is only foretold.
    .sort((a, b) => Number(a.kind === "forecast") - Number(b.kind === "forecast"))
    .slice(0, 2)
    .map(({ kind, quote, statement }) => {
      const note = w.cite(quote, { statement });
      const whole = w.notes().find((x) => x.number === note)?.quote ?? quote.quote;
      const part: BriefPart = { is: "quote", text: whole.replace(/\.$/u, ""), note };
      return sentence(change.names(docs(w, [quote.document]), kind, part), { notes: [note] });
    });
  const stated = questions.length > 0 ? [] : [sentence([change.nothingStated])];
  const all = [...facts, ...missing, ...stated, ...texts];
  return all.length > 0 ? all : [sentence([change.noOpenFact])];
}

/** The facts of the main incident, or of the only one, that no document states. */
export function unstatedFields(incidents: readonly AssessedIncident[]): IncidentField[] {
  const main = incidents.find((i) => i.main) ?? incidents[0];
  return (main?.facts ?? []).filter((f) => f.value.is === "unstated").map((f) => f.field);
}

const MOST_UNSEEN = 6;

/** What could not be seen: origins that are cited and not among the documents, and facts that no document states. */
export function notSeenSentences(w: Writing): BriefSentence[] {
  const { lineage, incidents, silences } = w.assessment;
  const { unseen: say } = w.say;
  const printed = lineage.unseen.slice(0, MOST_UNSEEN);
  const left = lineage.unseen.slice(MOST_UNSEEN);
  const unseen = printed.map((u) => {
    const ids = u.citedBy.map((q) => q.document);
    return [name(w.spelled(u.name)), ids.length === 0 ? "" : say.citedIn(docs(w, ids))];
  });
  const notes = printed.flatMap((u) => u.citedBy.slice(0, 1).map((q) => w.cite(q, { keep: [u.name] })));
  const cites = printed.flatMap((u) =>
    u.citedBy.slice(0, 1).flatMap((q) => (q.quote.includes(u.name) ? [u.name] : [])),
  );
  const more = left.length === 0 ? [] : [w.remark(say.alsoCited(left.map((u) => w.spelled(u.name))), [])];
  const unstated = unstatedFields(incidents);
  const channels = silences.some((s) => s.note !== "claimed");
  const all = [
    ...(unseen.length === 0
      ? []
      : [sentence(say.cited(unseen, left.length > 0), { notes: [...notes, ...more], cites })]),
    ...(unstated.length === 0 ? [] : [sentence([say.unstated(unstated)])]),
    ...(channels ? [sentence([say.elsewhere])] : []),
  ];
  return all.length > 0 ? all : [sentence([say.none])];
}

/** How the brief was made and who checked it; always whole [BR5, CO13]. What could be known when, and what was recorded: the cuts by their names [RE1]. */
export function madeHowSentences(w: Writing, checkedBy: string | null): BriefSentence[] {
  const { lineage, basis, version, demonstration, atSeq } = w.assessment;
  const { made } = w.say;
  const sure = w.value(lineage.originsFrom) === w.value(lineage.originsTo);
  const span = rangePieces(w, { from: lineage.originsFrom, to: lineage.originsTo }, "count");
  const read = made.read({
    documents: counted(w, lineage.documents, "document"),
    one: w.value(lineage.documents) === 1,
    origins: counted(w, lineage.origins, "origin"),
    span: sure ? null : span,
  });
  return [
    ...(demonstration === null ? [] : [sentence([name(demonstration), "."])]),
    sentence(read),
    sentence(made.checked(checkedBy === null ? null : name(checkedBy))),
    sentence([made.cut(asOfInWords(w.assessment, w.say), atSeq)]),
    sentence([made.dayless]),
    sentence([basis === "accepted" ? made.accepted : made.proposed]),
    sentence(made.by(name(version))),
    sentence([made.notLegal]),
  ];
}
