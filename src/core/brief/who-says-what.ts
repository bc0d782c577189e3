import type { Quoted } from "../model/assessment.ts";
import type { BriefSentence } from "../model/brief.ts";
import { byCodeUnit } from "../model/span.ts";
import { folded, name, type Piece, sentence, shortQuote } from "./prose.ts";
import { byDay, denialOf, type SaidRow, saidRows, varied } from "./select.ts";
import type { Act, SaidWhen, Word } from "./wording/wording.ts";
import { areSeveral, counted, docs, rangePieces, type Writing } from "./writing.ts";

/** What a row tells, ready to be worded; "nobody named" is no name. */
function actOf(w: Writing, row: SaidRow & { readonly said: Act["said"] }): Act {
  const { said, whom, object, who } = row;
  return {
    ...{ said, object },
    who: who === "nobody named" ? null : w.named(who),
    whom: whom === null || folded(whom) === folded(who) ? null : w.named(whom),
  };
}

function whenOf({ when, dated }: SaidRow): SaidWhen {
  return when === null || dated === "undated" ? null : { when, published: dated === "published" };
}

function wordOf(w: Writing, { onWhoseWord, who }: SaidRow): Word {
  if (onWhoseWord === null) return { is: "unsaid" };
  if (onWhoseWord === "its own") return { is: "own" };
  // "an early assessment by the directorate": the words for who speaks name the source.
  if (onWhoseWord === "nobody named") return { is: / (?:by|of|from) /u.test(who) ? "unsaid" : "nobody" };
  return { is: "name", name: w.named(onWhoseWord) };
}

/** Note of a row's words, which must hold the source's own word for the one it names [BR7]. */
function cited(w: Writing, row: SaidRow): { readonly notes: number[]; readonly cites: string[] } {
  const label = w.assessment.statements.find((s) => s.id === row.statement)?.target?.label ?? null;
  const [quote] = row.quotes;
  if (quote === undefined) return { notes: [], cites: [] };
  const keep = label === null ? [] : [label.replace(/\s+/gu, " ").trim()];
  const number = w.cite(quote, { statement: row.statement, keep });
  return { notes: [number], cites: keep.filter((k) => shortQuote(quote.quote, keep).includes(k)) };
}

function carriedBy(w: Writing, { attribution }: SaidRow): Piece[] {
  if (attribution === null || w.value(attribution.documents) < 2) return [];
  const reports = counted(w, attribution.documents, "report");
  const origins = counted(w, attribution.origins, "origin");
  const [from, to] = [attribution.originsFrom, attribution.originsTo];
  const range = w.value(from) === w.value(to) ? null : rangePieces(w, { from, to }, "count");
  return w.say.said.carriedBy(reports, origins, range);
}

type SpokenRow = SaidRow & { readonly said: Act["said"] };
const isSpoken = (row: SaidRow): row is SpokenRow => row.said !== "no-claim-seen";

/** One attribution: speaker, verb, whom, date, on whose word, and the denial beside it [CO5]. */
function attributionSentence(w: Writing, row: SpokenRow, rows: readonly SaidRow[]): BriefSentence {
  const denial = denialOf(row, rows);
  const own = cited(w, row);
  const beside = denial === null ? { notes: [], cites: [] } : cited(w, denial);
  const pieces = w.say.said.statement({
    act: actOf(w, row),
    when: whenOf(row),
    word: wordOf(w, row),
    carried: carriedBy(w, row),
    denied: denial === null ? null : { who: w.named(row.whom ?? ""), when: denial.when },
  });
  return sentence(pieces, { notes: [...own.notes, ...beside.notes], cites: [...own.cites, ...beside.cites] });
}

function noClaimSentence(w: Writing, row: SaidRow): BriefSentence {
  const ids = row.quotes.map((q) => q.document);
  const notes = row.quotes.map((q) => w.cite(q, { statement: row.statement }));
  const who = row.whoActor === null ? null : w.named(row.who);
  return sentence(w.say.said.noClaim({ docs: docs(w, ids), several: areSeveral(w, ids), who }), { notes });
}

/** The accused, each once, with whether a reply was asked [CO5]. */
function replySentences(w: Writing, rows: readonly SaidRow[]): BriefSentence[] {
  const accused = new Map<string, SaidRow>();
  for (const row of rows) {
    if (!["blames", "accuses", "assesses", "suggests"].includes(row.said) || row.whom === null) continue;
    const key = row.whomActor ?? folded(row.whom);
    if (!accused.has(key)) accused.set(key, row);
  }
  const answers = [...accused]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([, row]) => ({
      whom: w.called(row.whom as string),
      reply: w.assessment.replies.find((r) => r.actor === row.whomActor),
    }));
  const { reply: say } = w.say.said;
  const not = answers.filter((a) => a.reply?.asked !== true).map((a) => [name(a.whom)]);
  const asked = answers.filter((a) => a.reply?.asked === true);
  return [
    ...asked.map(({ whom, reply }) =>
      sentence(say([name(whom)], reply?.text == null ? "none" : name(shortQuote(reply.text)))),
    ),
    ...(not.length === 0 ? [] : [sentence(say(w.say.listed(not), "not-asked"))]),
  ];
}

/** Sentences of which none has a day, without the words for it in each; it is said once. */
export function dayless(w: Writing, sentences: readonly BriefSentence[]): BriefSentence[] | null {
  const { undated, noneDated } = w.say.said;
  const told = sentences.filter((s) => s.parts.some((p) => p.is === "text" && p.text.includes(undated)));
  if (told.length < 2 || told.length < sentences.length) return null;
  const without = sentences.map((s) => ({
    ...s,
    parts: s.parts.map((p) => (p.is === "text" ? { ...p, text: p.text.replace(undated, "") } : p)),
  }));
  return [...without, sentence([noneDated])];
}

export interface WhoSaysWhat {
  /** The most telling first; as many as fit are printed. */
  readonly rows: readonly { readonly row: SaidRow; readonly sentence: BriefSentence }[];
  readonly replies: (printed: readonly SaidRow[]) => BriefSentence[];
  /** In their reading order. */
  readonly inOrder: (printed: readonly SaidRow[]) => SaidRow[];
}

/** Everything for the section; reports of no claim are left to the silence where it tells them. */
export function whoSaysWhat(w: Writing): WhoSaysWhat {
  const place = (q: Quoted) => JSON.stringify([q.document, q.span.start, q.span.end]);
  const told = new Set(w.assessment.silences.flatMap((s) => s.reportedBy.map(place)));
  const all = saidRows(w.assessment);
  const rows = varied(all.filter((r) => r.said !== "no-claim-seen" || r.quotes.some((q) => !told.has(place(q)))));
  return {
    rows: rows.map((row) => ({
      row,
      sentence: isSpoken(row) ? attributionSentence(w, row, all) : noClaimSentence(w, row),
    })),
    replies: (printed) => replySentences(w, printed),
    inOrder: (printed) => [...printed].sort(byDay),
  };
}

/** A row in few words, for a note: "Harbour Today pointed to the guard (doc 3, par 2)". */
export function rowInBrief(w: Writing, row: SaidRow): string {
  const [quote] = row.quotes;
  const place = quote === undefined ? null : w.place(quote);
  if (isSpoken(row)) return w.say.said.brief(actOf(w, row), place);
  return w.say.said.noClaimBrief(row.whoActor === null ? null : w.called(row.who), place);
}
