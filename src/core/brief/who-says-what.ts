import type { Quoted } from "../model/assessment.ts";
import type { BriefSentence } from "../model/brief.ts";
import { byCodeUnit } from "../model/span.ts";
import { capital, folded, joined, name, onDay, type Piece, sentence, shortQuote } from "./prose.ts";
import { byDay, denialOf, type SaidRow, saidRows, varied } from "./select.ts";
import { counted, docs, rangePieces, type Writing } from "./writing.ts";

/** What was said, in the past tense, with whom it names. */
function verbPieces(w: Writing, { said, whom, object, who }: SaidRow): Piece[] {
  const target = whom === null || folded(whom) === folded(who) ? null : name(w.called(whom));
  switch (said) {
    case "claims":
      return target === null ? ["claimed responsibility"] : ["claimed responsibility for ", target];
    case "retracts":
      return ["took back an earlier statement"];
    case "denies":
      if (object === "link") return target === null ? ["denied a link"] : ["denied a link to ", target];
      if (object === "responsibility")
        return target === null ? ["denied responsibility"] : ["denied that ", target, " was responsible"];
      if (object === "warning") return ["denied that there was a warning"];
      return target === null ? ["issued a denial"] : ["issued a denial about ", target];
    case "blames":
      return ["blamed ", target ?? "somebody who is not named"];
    case "accuses":
      return ["accused ", target ?? "somebody who is not named"];
    case "assesses":
      return target === null ? ["gave an assessment that names nobody"] : ["named ", target, " in an assessment"];
    case "suggests":
      return target === null ? ["hinted at somebody who is not named"] : ["pointed to ", target];
    case "praises":
      return target === null ? ["praised the attack"] : ["praised ", target];
    case "threatens":
      return ["made a threat"];
    case "no-claim-seen":
      return [];
  }
}

const UNDATED = ", on a day not stated";

function whenPieces({ when, dated }: SaidRow): Piece[] {
  if (when === null || dated === "undated") return [UNDATED];
  return [dated === "published" ? ` in a report ${onDay(when).replace(/^on /, "of ")}` : ` ${onDay(when)}`];
}

function wordPieces(w: Writing, { onWhoseWord, who }: SaidRow): Piece[] {
  if (onWhoseWord === null) return [];
  if (onWhoseWord === "its own") return [", on the speaker’s own word"];
  // "an early assessment by the directorate": the words for who speaks name the source.
  if (onWhoseWord === "nobody named") return / (?:by|of|from) /u.test(who) ? [] : [", naming no source"];
  return [", on the word of ", name(w.called(onWhoseWord))];
}

/** The speaker at the head of a sentence: "nobody named" is not a name. */
const speaker = (w: Writing, who: string): Piece =>
  who === "nobody named" ? "a speaker who is not named" : name(capital(w.called(who)));

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
  const reports = counted(w, attribution.documents, ["report", "reports"]);
  const origins = counted(w, attribution.origins, ["origin", "origins"]);
  const [from, to] = [attribution.originsFrom, attribution.originsTo];
  const range = w.value(from) === w.value(to) ? [] : [", perhaps ", ...rangePieces(w, { from, to }, "count")];
  return [" (", ...reports, " from ", ...origins, ...range, ")"];
}

/** One attribution: speaker, verb, whom, date, on whose word, and the denial beside it [CO5]. */
function attributionSentence(w: Writing, row: SaidRow, rows: readonly SaidRow[]): BriefSentence {
  const denial = denialOf(row, rows);
  const own = cited(w, row);
  const beside = denial === null ? { notes: [], cites: [] } : cited(w, denial);
  const denied: Piece[] =
    denial === null
      ? []
      : [
          "; ",
          name(w.called(row.whom ?? "")),
          " denied it",
          ...(denial.when === null ? [] : [` ${onDay(denial.when)}`]),
        ];
  return sentence(
    [
      speaker(w, row.who),
      " ",
      ...verbPieces(w, row),
      ...whenPieces(row),
      ...wordPieces(w, row),
      ...carriedBy(w, row),
      ...denied,
      ".",
    ],
    { notes: [...own.notes, ...beside.notes], cites: [...own.cites, ...beside.cites] },
  );
}

function noClaimSentence(w: Writing, row: SaidRow): BriefSentence {
  const from = docs(
    w,
    row.quotes.map((q) => q.document),
  );
  const notes = row.quotes.map((q) => w.cite(q, { statement: row.statement }));
  return sentence(
    [
      `${capital(from)} ${from.startsWith("docs") ? "say" : "says"} that no claim${row.whoActor === null ? "" : " by "}`,
      row.whoActor === null ? null : name(w.called(row.who)),
      " was seen.",
    ],
    { notes },
  );
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
  const not = answers.filter((a) => a.reply?.asked !== true).map((a) => a.whom);
  const asked = answers.filter((a) => a.reply?.asked === true);
  return [
    ...asked.map(({ whom, reply }) =>
      reply?.text == null
        ? sentence(["Reply asked of ", name(whom), ": yes; none is recorded."])
        : sentence(["Reply asked of ", name(whom), ": yes; it answered “", name(shortQuote(reply.text)), "”."]),
    ),
    ...(not.length === 0 ? [] : [sentence(["Reply asked of ", name(joined(not)), ": no."])]),
  ];
}

/** Sentences of which none has a day, without the words for it in each; it is said once. */
export function dayless(sentences: readonly BriefSentence[]): BriefSentence[] | null {
  const told = sentences.filter((s) => s.parts.some((p) => p.is === "text" && p.text.includes(UNDATED)));
  if (told.length < 2 || told.length < sentences.length) return null;
  const without = sentences.map((s) => ({
    ...s,
    parts: s.parts.map((p) => (p.is === "text" ? { ...p, text: p.text.replace(UNDATED, "") } : p)),
  }));
  return [...without, sentence(["None of these statements has a day."])];
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
      sentence: row.said === "no-claim-seen" ? noClaimSentence(w, row) : attributionSentence(w, row, all),
    })),
    replies: (printed) => replySentences(w, printed),
    inOrder: (printed) => [...printed].sort(byDay),
  };
}

/** A row in few words, for a note: "Harbour Today pointed to the guard (doc 3, par 2)". */
export function rowInBrief(w: Writing, row: SaidRow): string {
  const words = [speaker(w, row.who), " ", ...verbPieces(w, row)]
    .map((p) => (p === null ? "" : typeof p === "string" ? p : p.is === "text" ? p.text : ""))
    .join("");
  const [quote] = row.quotes;
  const says =
    row.said === "no-claim-seen" ? `no claim${row.whoActor === null ? "" : ` by ${w.called(row.who)}`} seen` : words;
  return quote === undefined ? says : `${says} (${w.place(quote)})`;
}
