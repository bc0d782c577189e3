import type { AssessedSilence, Quoted } from "../model/assessment.ts";
import type { BriefSentence } from "../model/brief.ts";
import type { FigureId } from "../model/id.ts";
import { byCodeUnit } from "../model/span.ts";
import { whenInWords } from "../model/time.ts";
import { byWhom } from "./judgment.ts";
import { name, type Piece, read, sentence, titled, withoutStop, wordCount } from "./prose.ts";
import { docs, rangePieces, type Writing } from "./writing.ts";

/** What every silence must be told with: that it cannot separate two explanations which both fit it [SI12]. */
export const CANNOT_TELL = "This cannot tell “did it and hides it” from “did not do it”.";

const MOST_NOTES = 4;

/** The first words of each document, of a few documents: enough to show who says it. */
function onePerDocument(quotes: readonly Quoted[]): Quoted[] {
  const firsts = quotes.filter((q, i) => quotes.findIndex((x) => x.document === q.document) === i);
  return firsts.slice(0, MOST_NOTES);
}

/** The most telling silence first: of actors on record, reported by most; a claimed attack last. */
export function silencesByWeight(silences: readonly AssessedSilence[]): AssessedSilence[] {
  const rank = (s: AssessedSilence) => (s.note === null ? 0 : s.note === "no-record" ? 1 : 2);
  return [...silences].sort(
    (a, b) => rank(a) - rank(b) || b.reportedBy.length - a.reportedBy.length || byCodeUnit(a.actorName, b.actorName),
  );
}

function heard(w: Writing, s: AssessedSilence): BriefSentence {
  const from = docs(
    w,
    s.reportedBy.map((q) => q.document),
  );
  // A report says so of its own day, which may be long before the end of the silence.
  const own = from.startsWith("docs") ? " say so, each of its own day" : " says so of its own day";
  const say = s.reportedBy.length === 0 ? [] : [`; ${from}${own}`];
  const after = [...rangePieces(w, { from: s.hours.from, to: s.hours.to }, "hours"), " after the attack"];
  return sentence(
    ["No claim by ", name(w.called(s.actorName)), ` was seen by ${whenInWords(s.until)}, `, ...after, ...say, "."],
    {
      notes: onePerDocument(s.reportedBy).map((q) => w.cite(q)),
    },
  );
}

const range = (w: Writing, from: FigureId, to: FigureId): Piece[] => rangePieces(w, { from, to }, "of-100");

/** A note for each class: k of n, kind, how the attack differs, source. */
function classNotes(w: Writing, s: AssessedSilence): number[] {
  return s.classes.map((c) => {
    const list = c.differs.map(withoutStop).join("; ");
    const differs = list === "" ? "" : ` What differs: ${list}.`;
    const counts = `${Math.round(w.value(c.k))} of ${Math.round(w.value(c.n))} claimed (${c.kind})`;
    const figures = [c.k, c.n, c.unclaimedIfDid, c.unclaimedIfDidFrom, c.unclaimedIfDidTo];
    return w.remark(`${c.name}: ${counts}.${differs} Source: ${c.citation}`, figures);
  });
}

/** Of 100 that it did, of 100 it did not [BR4]: the picked class and the span of all, or the span alone. */
function inCounts(w: Writing, s: AssessedSilence): BriefSentence[] {
  const [first] = s.classes;
  if (first === undefined) {
    const why = "so this silence is given no weight";
    return [
      sentence(["There is no record of how often ", name(w.called(s.actorName)), ` claims what it does, ${why}.`]),
    ];
  }
  const notes = classNotes(w, s);
  const span = { from: s.unclaimedFrom ?? first.unclaimedIfDidFrom, to: s.unclaimedTo ?? first.unclaimedIfDidTo };
  const picked = s.classes.find((c) => c.class === s.picked?.class);
  const all = s.classes.length > 1;
  const head = ["Of 100 such attacks that ", name(w.called(s.actorName)), " did, "];
  const tail = ["; of 100 that it did not do, ", w.figure(s.unclaimedIfNot, "of-100"), "."];
  if (picked !== undefined && s.picked !== null) {
    const spread = [
      " (",
      ...range(w, span.from, span.to),
      all ? " across the reference classes)" : " with its uncertainty)",
    ];
    const own = [
      "about ",
      w.figure(picked.unclaimedIfDid, "of-100"),
      " would be unclaimed by then in the class ",
      ...titled(picked.name),
      ", picked by ",
    ];
    return [sentence([...head, ...own, name(byWhom(s.picked.who)), ...spread, ...tail], { notes })];
  }
  const across = all ? ", depending on the reference class" : " in the one reference class at hand";
  return [
    sentence([...head, ...range(w, span.from, span.to), ` would be unclaimed by then${across}`, ...tail], { notes }),
  ];
}

/** One actor's silence in counts, with what it cannot tell; the first sentence says what was seen until when. */
export function silenceSentences(w: Writing, s: AssessedSilence): BriefSentence[] {
  if (s.note === "claimed")
    return [sentence([name(w.called(s.actorName)), " has claimed the attack, so there is no silence to weigh."])];
  const told = inCounts(w, s);
  const denied =
    s.denied === undefined
      ? []
      : [
          sentence(
            [
              name(s.actorName),
              ` denied responsibility on ${whenInWords(s.denied.when)}; the wait for a claim is counted to then.`,
            ],
            { notes: [w.cite(s.denied.quote)] },
          ),
        ];
  const others = s.note === "no-record" && s.classes.length > 0;
  const strange = others
    ? [sentence(["No attack by ", name(w.called(s.actorName)), " is on record: the classes are of others."])]
    : [];
  return [heard(w, s), ...denied, ...told, ...strange, ...(s.classes.length === 0 ? [] : [sentence([CANNOT_TELL])])];
}

/**
 * The section: the silences, as many as there is room for (the first always), and once at the end what no silence can tell. What is left
 * out is named in a note.
 */
export function silenceSection(w: Writing, room: number): BriefSentence[] {
  const silences = silencesByWeight(w.assessment.silences);
  if (silences.length === 0)
    return [sentence(["No silence is weighed: no group is known here by a record of claims."])];
  const told = silences.map((s) => ({ s, sentences: silenceSentences(w, s).filter((x) => !isCannotTell(x)) }));
  const words = (list: readonly BriefSentence[]) => list.reduce((n, x) => n + wordCount(read(x)), 0);
  const kept: BriefSentence[] = [];
  const left: string[] = [];
  for (const { s, sentences } of told) {
    if (kept.length === 0 || words(kept) + words(sentences) + wordCount(CANNOT_TELL) <= room) kept.push(...sentences);
    else left.push(w.called(s.actorName));
  }
  const note = left.length === 0 ? [] : [w.remark(`Also silent, as the assessment tells: ${left.join(", ")}.`, [])];
  const more = left.length === 0 ? [] : [sentence(["Who else kept silent stands in the note."], { notes: note })];
  const weighed = silences.some((s) => s.note !== "claimed" && s.classes.length > 0);
  return [...kept, ...(weighed ? [sentence([CANNOT_TELL])] : []), ...more];
}

function isCannotTell({ parts: [part] }: BriefSentence): boolean {
  return part?.is === "text" && part.text === CANNOT_TELL;
}
