import type { AssessedSilence, Quoted } from "../model/assessment.ts";
import type { BriefSentence } from "../model/brief.ts";
import type { FigureId } from "../model/id.ts";
import { byCodeUnit } from "../model/span.ts";
import { name, type Piece, read, sentence, withoutStop, wordCount } from "./prose.ts";
import { areSeveral, docs, rangePieces, type Writing } from "./writing.ts";

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
  const ids = s.reportedBy.map((q) => q.document);
  return sentence(
    w.say.silence.heard({
      who: w.named(s.actorName),
      until: s.until,
      after: rangePieces(w, { from: s.hours.from, to: s.hours.to }, "hours"),
      docs: docs(w, ids),
      several: areSeveral(w, ids),
      reported: ids.length > 0,
    }),
    { notes: onePerDocument(s.reportedBy).map((q) => w.cite(q)) },
  );
}

const range = (w: Writing, from: FigureId, to: FigureId): Piece[] => rangePieces(w, { from, to }, "of-100");

/** A note for each class: k of n, kind, how the attack differs, source. */
function classNotes(w: Writing, s: AssessedSilence): number[] {
  return s.classes.map((c) => {
    const text = w.say.silence.classNote({
      name: w.say.ours(c.name),
      claimed: Math.round(w.value(c.k)),
      of: Math.round(w.value(c.n)),
      kind: c.kind,
      differs: c.differs.map((d) => withoutStop(w.say.ours(d))),
      source: w.say.ours(c.citation),
    });
    return w.remark(text, [c.k, c.n, c.unclaimedIfDid, c.unclaimedIfDidFrom, c.unclaimedIfDidTo]);
  });
}

/** Of 100 that it did, of 100 it did not [BR4]: the picked class and the span of all, or the span alone. */
function inCounts(w: Writing, s: AssessedSilence): BriefSentence[] {
  const [first] = s.classes;
  const who = w.named(s.actorName);
  if (first === undefined) return [sentence(w.say.silence.noRecord(who))];
  const notes = classNotes(w, s);
  const span = range(w, s.unclaimedFrom ?? first.unclaimedIfDidFrom, s.unclaimedTo ?? first.unclaimedIfDidTo);
  const picked = s.classes.find((c) => c.class === s.picked?.class);
  const all = s.classes.length > 1;
  const not = w.figure(s.unclaimedIfNot, "of-100");
  if (picked === undefined || s.picked === null) {
    return [sentence(w.say.silence.spread({ who, range: span, all, not }), { notes })];
  }
  const pieces = w.say.silence.picked({
    ...{ who, spread: span, all, not },
    about: w.figure(picked.unclaimedIfDid, "of-100"),
    name: w.titled(w.say.ours(picked.name)),
    by: name(w.say.byWhom(s.picked.who)),
  });
  return [sentence(pieces, { notes })];
}

/** One actor's silence in counts, with what it cannot tell; the first sentence says what was seen until when. */
export function silenceSentences(w: Writing, s: AssessedSilence): BriefSentence[] {
  const { silence } = w.say;
  const who = w.named(s.actorName);
  if (s.note === "claimed") return [sentence(silence.claimed(who))];
  const told = inCounts(w, s);
  const denied =
    s.denied === undefined
      ? []
      : [
          sentence(silence.denied(name(w.spelled(s.actorName)), s.denied.when), {
            notes: [w.cite(s.denied.quote)],
          }),
        ];
  const others = s.note === "no-record" && s.classes.length > 0;
  const strange = others ? [sentence(silence.noAttack(who))] : [];
  const limit = s.classes.length === 0 ? [] : [sentence([silence.cannotTell])];
  return [heard(w, s), ...denied, ...told, ...strange, ...limit];
}

/**
 * The section: the silences, as many as there is room for (the first always), and once at the end what no silence can tell. What is left
 * out is named in a note.
 */
export function silenceSection(w: Writing, room: number): BriefSentence[] {
  const { silence } = w.say;
  const silences = silencesByWeight(w.assessment.silences);
  if (silences.length === 0) return [sentence([silence.none])];
  const isLimit = ({ parts: [part] }: BriefSentence) => part?.is === "text" && part.text === silence.cannotTell;
  const told = silences.map((s) => ({ s, sentences: silenceSentences(w, s).filter((x) => !isLimit(x)) }));
  const words = (list: readonly BriefSentence[]) => list.reduce((n, x) => n + wordCount(read(x)), 0);
  const kept: BriefSentence[] = [];
  const left: string[] = [];
  for (const { s, sentences } of told) {
    if (kept.length === 0 || words(kept) + words(sentences) + wordCount(silence.cannotTell) <= room) {
      kept.push(...sentences);
    } else left.push(w.called(s.actorName));
  }
  const note = left.length === 0 ? [] : [w.remark(silence.alsoSilent(left), [])];
  const more = left.length === 0 ? [] : [sentence([silence.rest], { notes: note })];
  const weighed = silences.some((s) => s.note !== "claimed" && s.classes.length > 0);
  return [...kept, ...(weighed ? [sentence([silence.cannotTell])] : []), ...more];
}
