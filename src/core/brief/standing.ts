import type { AssessedIncident, AssessmentBody } from "../model/assessment.ts";
import type { BriefSentence, ShownAs } from "../model/brief.ts";
import type { FigureId } from "../model/id.ts";
import type { LagLaw } from "../model/silence.ts";
import { byWhom, decidingItem, given, reasonOf, type WeighedQuestion, weighedQuestions } from "./judgment.ts";
import { joined, listed, name, type Piece, sentence, titled } from "./prose.ts";
import { saidRows } from "./select.ts";
import { FIELD_NAMES } from "./told-differently.ts";
import { asOfInWords, counted, docs, rangePieces, type Writing } from "./writing.ts";

/** The sections that stand in every brief [BR5]: against the judgment, what it assumes, what would change it, what was not seen, how it was made. */

const textOf = ({ question }: WeighedQuestion, id: string): string =>
  question.explanations.find((e) => e.id === id)?.text ?? id;

/** Items that speak for the runner-up, the strongest first, and the item without which another would lead. */
function against(w: Writing, weighed: WeighedQuestion): BriefSentence[] {
  const { answer } = weighed;
  const [leader, second] = answer.ranking;
  if (leader === undefined || second === undefined) return [];
  const items = answer.decibans
    .filter((d) => d.evidence !== "prior" && w.value(d.figure) < 0)
    .sort((a, b) => w.value(a.figure) - w.value(b.figure));
  const speaks = items.map((d) => titled(d.text));
  const one = speaks.length === 1;
  const deciding = decidingItem(weighed);
  const without = answer.decibans.find((d) => d.evidence === deciding?.without)?.text ?? deciding?.without ?? "";
  const found =
    speaks.length === 0
      ? []
      : [
          ...listed(speaks),
          one ? " speaks" : " speak",
          " for ",
          ...titled(second.text),
          " and against ",
          ...titled(leader.text),
          ".",
        ];
  const none = ["No weighed item speaks for ", ...titled(second.text), " and against ", ...titled(leader.text), "."];
  // With several questions, each item is told under its own.
  const several = weighedQuestions(w.assessment.questions).length > 1;
  const on = several ? ["On ", ...titled(weighed.question.text), ": "] : [];
  return [
    sentence([...on, ...(found.length === 0 ? none.map(lowered(several)) : found)]),
    ...(deciding === null
      ? []
      : [
          sentence(["Without ", ...titled(without), ", ", ...titled(textOf(weighed, deciding.leader)), " would lead."]),
        ]),
  ];
}

/** Who gains by the explanation that it pushes [XP11]: said, and left to the reader. */
function stakeSentences(w: Writing): BriefSentence[] {
  return w.assessment.stakes.flatMap((s) => {
    const [first] = s.pushes;
    if (first === undefined) return [];
    const notes = [w.cite(first.quote, { statement: first.statement })];
    const pieces = [
      name(w.called(s.actorName)),
      " speaks for ",
      ...titled(s.explanationText),
      " and has a stake in it, says ",
      name(byWhom(s.who)),
      ": ",
      name(s.text),
      ".",
    ];
    return [sentence(pieces, { notes })];
  });
}

/** Contrary evidence; without a judgment, that there is none to be contrary to, and the denials. */
export function contrarySentences(w: Writing): BriefSentence[] {
  const weighed = weighedQuestions(w.assessment.questions);
  if (weighed.length > 0) return [...weighed.flatMap((q) => against(w, q)), ...stakeSentences(w)];
  const denials = saidRows(w.assessment).filter((r) => r.said === "denies");
  const who = [...new Map(denials.map((d) => [d.who.replace(/^the /i, ""), d.who])).values()];
  const none = sentence(["There is no judgment, so no evidence is contrary to one."]);
  if (who.length === 0) {
    return [none, sentence(["No denial was found among the statements."]), ...stakeSentences(w)];
  }
  const notes = denials.flatMap((d) => d.quotes.slice(0, 1).map((q) => w.cite(q, { statement: d.statement })));
  return [
    none,
    sentence(["Denials were issued by ", ...listed(who.map((x) => [name(w.called(x))])), "."], { notes }),
    ...stakeSentences(w),
  ];
}

const AS: Readonly<Record<string, ShownAs>> = { share: "percent", hours: "hours", factor: "factor" };

/** A stated or assumed number with its unit: a share as a percentage, a time in hours. */
function assumed(w: Writing, ids: readonly FigureId[]): Piece[] {
  const unit = (id: FigureId) => w.assessment.figures.find((f) => f.id === id)?.unit ?? "count";
  const shown = ids.map((id) => w.figure(id, AS[unit(id)] ?? "count"));
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return [];
  const same = first.is === "figure" && last.is === "figure" && first.shown === last.shown;
  return same ? [", ", first] : [", ", first, " to ", last];
}

const LAWS: Readonly<Record<LagLaw["law"], string>> = {
  exponential: "exponential",
  weibull: "Weibull",
  lognormal: "lognormal",
  loglogistic: "loglogistic",
};

/** What the numbers rest on that nobody has shown: independence, equal chances, and the assumptions of each silence. */
export function assumptionSentences(w: Writing): BriefSentence[] {
  const { silences, equalPriors, questions } = w.assessment;
  const weighed = weighedQuestions(questions);
  const seen = new Set<string>();
  const of = silences
    .filter((s) => s.classes.length > 0)
    .flatMap((s) => s.assumptions)
    .filter((a) => !seen.has(a.what) && seen.add(a.what))
    .map((a) => {
      const who = a.statedBy === null ? " (stated by nobody)" : ` (stated by ${byWhom(a.statedBy)})`;
      return sentence(["Assumed for the silence: ", name(a.what), ...assumed(w, a.figures), who, "."]);
    });
  const laws = new Map(
    silences.flatMap((s) => (s.classes.length > 0 ? s.lags.map((l) => [l.name, l.law] as const) : [])),
  );
  const delays = [...laws].map(([of, law]) => [`${LAWS[law]} (`, ...titled(of), ")"]);
  return [
    ...(weighed.length > 0
      ? [
          sentence([
            "Items of evidence are taken as independent of each other, given the explanation; copies of one origin count once.",
          ]),
        ]
      : []),
    ...(weighed.length > 0 ? surpriseSentences(w) : []),
    ...(equalPriors && weighed.length > 0
      ? [sentence(["The explanations start with equal chances: that is a choice, and nobody’s judgment."])]
      : []),
    ...unpickedSentences(w),
    ...of,
    ...hiddenSentences(w),
    ...(delays.length > 0
      ? [sentence(["The delay of the claims that come is taken to be ", ...listed(delays, "or"), "."])]
      : []),
    ...(weighed.length + of.length + delays.length === 0
      ? [sentence(["Statements are read by rules, which miss some and mistake some; nothing else is assumed."])]
      : []),
  ];
}

/** The first letter small where words of ours follow a colon. */
const lowered =
  (after: boolean) =>
  (piece: Piece, i: number): Piece =>
    after && i === 0 && typeof piece === "string" ? piece.charAt(0).toLowerCase() + piece.slice(1) : piece;

/** The shares of what an actor hides on purpose, by who stated them [SI12]. */
function hiddenSentences(w: Writing): BriefSentence[] {
  const figures = w.assessment.figures.filter((f) => f.rule === "SI12" && f.id.includes("/strategic/"));
  const ends = figures.filter((f) => f.by === undefined);
  const [first, last] = [ends[0], ends.at(-1)];
  if (first === undefined || last === undefined) return [];
  const who = first.from.flatMap((g) => (g.is === "judgment" ? [g.who] : []))[0];
  const by = who === undefined ? "" : ` (stated by ${byWhom(who)})`;
  const what = "Assumed for what is hidden: share of its attacks that the group keeps quiet about on purpose";
  return [sentence([what, ...assumed(w, [first.id, last.id]), by, "."])];
}

/** What answers in words stand for, where somebody answered in words [XP2]. */
function surpriseSentences(w: Writing): BriefSentence[] {
  const { surpriseRanges = [], judgments } = w.assessment;
  if (!judgments.some((j) => surpriseRanges.some(({ word }) => j.what.endsWith(`: ${word}`)))) return [];
  const of100 = (id: FigureId) => Math.round(w.value(id) * 100);
  const list = surpriseRanges.map(({ word, from, to }) => `“${word}” ${of100(from)} to ${of100(to)} in 100`).join("; ");
  const figures = surpriseRanges.flatMap(({ from, to }) => [from, to]);
  const note = w.remark(`If the explanation were true, the chance to see it: ${list}.`, figures);
  return [sentence(["Answers in words count as ranges of chances, a convention."], { notes: [note] })];
}

/** While nobody has picked a reference class [SI9]. */
function unpickedSentences(w: Writing): BriefSentence[] {
  const open = weighedQuestions(w.assessment.questions).some((q) => q.answer.classLines !== undefined);
  return open
    ? [sentence(["Nobody has picked a reference class for the silence: the ranges run over all of them."])]
    : [];
}

function nextFactSentences(w: Writing, weighed: WeighedQuestion): BriefSentence[] {
  const { answer } = weighed;
  const leader = answer.ranking[0]?.id;
  return answer.nextFacts.slice(0, 3).map((fact) => {
    const seen = fact.leaderIfSeen !== undefined && fact.leaderIfSeen !== leader ? fact.leaderIfSeen : null;
    const not = fact.leaderIfNot !== undefined && fact.leaderIfNot !== leader ? fact.leaderIfNot : null;
    const head = ["To find out: ", ...titled(fact.text)];
    if (seen === null && not === null)
      return sentence([...head, ". It would move the chances, and leave the leader in place."]);
    const lead = (id: string, how: string): Piece[] => [how, ...titled(textOf(weighed, id)), " would lead"];
    const plainly = fact.seen === undefined || /^(yes|true|seen)$/iu.test(fact.seen);
    const so = plainly ? "so" : `the answer is “${fact.seen}”`;
    const effect = [
      ...(seen === null ? [] : lead(seen, `. If ${so}, `)),
      ...(not === null
        ? []
        : lead(
            not,
            seen === null
              ? plainly
                ? ". If not, "
                : `. If the answer is anything but “${fact.seen}”, `
              : "; if not, ",
          )),
    ];
    return sentence([
      ...head,
      ...effect,
      `; ${given(w, answer)}, the chance of that is `,
      w.figure(fact.changesLeader, "percent"),
      ".",
    ]);
  });
}

const MOST_MISSING = 4;

/** A list whose items begin alike, the beginning said once: "a starting chance for “A” and “B”". */
function together(items: readonly string[]): string {
  const groups = new Map<string, string[]>();
  for (const item of items) {
    const at = item.indexOf("“");
    const [head, rest] = at < 0 ? [item, ""] : [item.slice(0, at), item.slice(at)];
    groups.set(head, [...(groups.get(head) ?? []), rest]);
  }
  return [...groups].map(([head, rests]) => `${head}${joined(rests)}`).join("; ");
}

/** What would change the judgment: next facts, what is missing for one, and the conditions and forecasts that the texts name. */
export function wouldChangeSentences(w: Writing): BriefSentence[] {
  const { questions, named } = w.assessment;
  const weighed = weighedQuestions(questions);
  const facts = weighed.flatMap((q) => nextFactSentences(w, q));
  const missing = questions.flatMap((q) => {
    if (q.answer.is !== "unknown") return [];
    const { missing } = q.answer;
    const more = missing.length > MOST_MISSING ? ", and more of the kind" : "";
    const needs =
      missing.length === 0 ? [reasonOf(q.answer)] : ["missing: ", name(together(missing.slice(0, MOST_MISSING))), more];
    return [sentence(["For a judgment on ", ...titled(q.text), ", ", ...needs, "."])];
  });
  const texts = named
    .filter((n) => n.kind === "conditional" || n.kind === "forecast")
    // What hangs on a condition tells more than what is only foretold.
    .sort((a, b) => Number(a.kind === "forecast") - Number(b.kind === "forecast"))
    .slice(0, 2)
    .map((n) => {
      const note = w.cite(n.quote, { statement: n.statement });
      const says = `${docs(w, [n.quote.document])} names a ${n.kind === "forecast" ? "forecast" : "condition"}: `;
      const whole = w.notes().find((x) => x.number === note)?.quote ?? n.quote.quote;
      const quote = whole.replace(/\.$/u, "");
      return sentence([says, { is: "quote", text: quote, note }, "."], { notes: [note] });
    });
  const stated =
    questions.length > 0
      ? []
      : [
          sentence([
            "A judgment needs a question, its explanations with starting chances, and an item of evidence weighed by a person.",
          ]),
        ];
  const all = [...facts, ...missing, ...stated, ...texts];
  return all.length > 0 ? all : [sentence(["No open fact is stated whose answer could move the judgment."])];
}

/** The facts of the main incident, or of the only one, that no document states. */
export function unstatedFields(incidents: readonly AssessedIncident[]): string[] {
  const main = incidents.find((i) => i.main) ?? incidents[0];
  return (main?.facts ?? []).filter((f) => f.value.is === "unstated").map((f) => FIELD_NAMES[f.field]);
}

const MOST_UNSEEN = 6;

/** What could not be seen: origins that are cited and not among the documents, and facts that no document states. */
export function notSeenSentences(w: Writing): BriefSentence[] {
  const { lineage, incidents, silences } = w.assessment;
  const printed = lineage.unseen.slice(0, MOST_UNSEEN);
  const left = lineage.unseen.slice(MOST_UNSEEN);
  const unseen = printed.map((u) => {
    const from =
      u.citedBy.length === 0
        ? ""
        : ` (in ${docs(
            w,
            u.citedBy.map((q) => q.document),
          )})`;
    return [name(u.name), from];
  });
  const notes = printed.flatMap((u) => u.citedBy.slice(0, 1).map((q) => w.cite(q, { keep: [u.name] })));
  const cites = printed.flatMap((u) =>
    u.citedBy.slice(0, 1).flatMap((q) => (q.quote.includes(u.name) ? [u.name] : [])),
  );
  const more =
    left.length === 0 ? [] : [w.remark(`Also cited and not seen: ${left.map((u) => u.name).join("; ")}.`, [])];
  const unstated = unstatedFields(incidents);
  const channels = silences.some((s) => s.note !== "claimed");
  const all = [
    ...(unseen.length === 0
      ? []
      : [
          sentence(["Cited and not seen: ", ...listed(unseen), left.length === 0 ? "." : ", and others in the note."], {
            notes: [...notes, ...more],
            cites,
          }),
        ]),
    ...(unstated.length === 0 ? [] : [sentence([`No document states ${joined(unstated, "or")}.`])]),
    ...(channels ? [sentence(["A claim may have been made where nobody looked."])] : []),
  ];
  return all.length > 0 ? all : [sentence(["Every origin that the documents cite is among them."])];
}

/** What could be known when, and what was recorded: the cuts by their names [RE1]. */
function cutSentence(assessment: AssessmentBody): BriefSentence {
  const recorded = assessment.atSeq === null ? "" : `, of what was recorded up to event ${assessment.atSeq}`;
  return sentence([`It tells what could be known by ${asOfInWords(assessment)}${recorded}.`]);
}

/** How the brief was made and who checked it; always whole [BR5, CO13]. */
export function madeHowSentences(w: Writing, checkedBy: string | null): BriefSentence[] {
  const { lineage, basis, version, demonstration } = w.assessment;
  const documents = counted(w, lineage.documents, ["document was", "documents were"]);
  const span = rangePieces(w, { from: lineage.originsFrom, to: lineage.originsTo }, "count");
  const origins = counted(w, lineage.origins, ["origin", "origins"]);
  const sure = w.value(lineage.originsFrom) === w.value(lineage.originsTo);
  const rest = w.value(lineage.documents) === 1 ? "it rests on " : "they rest on ";
  const proposals =
    basis === "accepted"
      ? "Only statements that a person has accepted count in it."
      : "Statements found by rules count in it before a person has decided them.";
  return [
    ...(demonstration === null ? [] : [sentence([name(demonstration), "."])]),
    sentence([...documents, " read; ", rest, ...origins, ...(sure ? [] : [" (", ...span, ")"]), "."]),
    sentence(checkedBy === null ? ["Checked by nobody yet."] : ["Checked by ", name(checkedBy), "."]),
    cutSentence(w.assessment),
    sentence(["A person’s judgment carries no day of its own and holds for every day."]),
    sentence([proposals]),
    sentence([`Made by Silverblaze `, name(version), "."]),
    sentence(["This is not a legal finding, and no ground to act against a person."]),
  ];
}
