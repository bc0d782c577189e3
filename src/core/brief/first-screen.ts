import type { AssessmentBody } from "../model/assessment.ts";
import { dayInWords, type When, whenInWords } from "../model/time.ts";
import { weighedQuestions } from "./judgment.ts";
import { capital, plain, read, sentence } from "./prose.ts";
import { byDay, type SaidRow, saidRows, varied } from "./select.ts";
import { silenceSentences, silencesByWeight } from "./silence-told.ts";
import { unstatedFields } from "./standing.ts";
import { lossesOf, lossPieces } from "./told-differently.ts";
import { asOfInWords, docs, documentName, type Writing, writing } from "./writing.ts";

/** The first screen as plain data [DESIGN §1]: what to print is chosen here, how it is laid out is the terminal's. */
export interface FirstScreen {
  readonly title: string;
  /** "4 Mar 2031, 18:00 UTC". */
  readonly asOf: string;
  readonly demonstration: string | null;
  /** Reports, origins seen by name, origins cited and not seen by name. */
  readonly reports: string;
  /** Chosen by weight, told by date; reports of no claim last. */
  readonly rows: readonly ScreenRow[];
  /** How many rows did not fit. */
  readonly moreRows: number;
  readonly disputes: readonly { readonly field: string; readonly versions: readonly string[] }[];
  readonly moreDisputes: number;
  readonly unstated: readonly string[];
  readonly silence: readonly {
    readonly actor: string;
    readonly lasted: string;
    readonly sentences: readonly string[];
  }[];
  readonly copies: readonly string[];
  readonly moreCopies: number;
  /** On probabilities: that nobody has stated a judgment, or who leads by whose judgments. */
  readonly last: string;
}

export interface ScreenRow {
  /** "3 Mar", or empty. */
  readonly when: string;
  readonly who: string;
  /** "blames the Amber Column". */
  readonly said: string;
  readonly onWhoseWord: string;
  /** "doc 2, par 3". */
  readonly place: string;
}

/** How much fits: the defaults leave room for 25 lines of 80 columns. */
export interface ScreenOptions {
  readonly rows?: number;
  readonly disputes?: number;
  readonly silences?: number;
  readonly copies?: number;
}

const SAYS: Readonly<Record<SaidRow["said"], string>> = {
  claims: "claims it",
  retracts: "takes back a statement",
  denies: "denies",
  blames: "blames",
  accuses: "accuses",
  assesses: "assesses it was",
  suggests: "points to",
  praises: "praises",
  threatens: "makes a threat",
  "no-claim-seen": "no claim seen",
};

function saying(w: Writing, { said, whom, object, quotes, who }: SaidRow): string {
  if (said === "no-claim-seen") {
    const from = docs(
      w,
      quotes.map((q) => q.document),
    );
    return `no claim seen, ${from.startsWith("docs") ? "say" : "says"} ${from}`;
  }
  if (said === "claims" || said === "retracts" || said === "threatens") return SAYS[said];
  const target = whom === null || whom === who ? null : whom;
  if (said === "denies") {
    if (object === "link") return target === null ? "denies a link" : `denies a link to ${target}`;
    if (object === "responsibility") return target === null ? "denies responsibility" : `denies that ${target} did it`;
    if (object === "warning") return "denies a warning";
    return target === null ? "issues a denial" : `issues a denial about ${target}`;
  }
  if (said === "praises") return `praises ${target ?? "the attack"}`;
  return target === null ? `${SAYS[said]} somebody not named` : `${SAYS[said]} ${target}`;
}

/** "officials blame", "the minister and the governor blame": the verb of several, where the words for who speaks show that they are. */
function agreed(said: string, { who, whoActor, said: kind }: SaidRow): string {
  const several = / and /.test(who) || (whoActor === null && /[a-z]s$/.test(who));
  if (!several || kind === "no-claim-seen") return said;
  return said.replace(/^\p{L}+/u, (verb) =>
    verb
      .replace(/ies$/, "y")
      .replace(/sses$/, "ss")
      .replace(/([^s])s$/, "$1"),
  );
}

/** A day without its year, unless it is not the year of the whole; other precisions as they are. */
function shortDay(when: When | null, asOf: string): string {
  if (when === null) return "";
  if (when.from === null || !/^\d{4}-\d{2}-\d{2}/.test(when.edtf)) return whenInWords(when);
  const day = dayInWords(when.from);
  return when.from.slice(0, 4) === asOf.slice(0, 4) ? day.replace(/ \d+$/u, "") : day;
}

function screenRow(w: Writing, row: SaidRow): ScreenRow {
  const [quote] = row.quotes;
  return {
    when: shortDay(row.when, w.assessment.asOf),
    who: row.said === "no-claim-seen" && row.whoActor === null ? "Any group" : capital(row.who),
    said: agreed(saying(w, row), row),
    onWhoseWord: row.onWhoseWord ?? "",
    place: row.said === "no-claim-seen" || quote === undefined ? "" : w.place(quote),
  };
}

const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

/** "9 reports, 3 origins seen (Maren Wire, …), 2 cited but not seen (…). 6 reports rest on Maren Wire alone." */
function reportsLine(w: Writing): string {
  const { lineage, documents } = w.assessment;
  const shown = (names: readonly string[]) =>
    names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
  const [reports, origins, unseen] = [lineage.documents, lineage.origins, lineage.unseenCount].map((id) =>
    Math.round(w.value(id)),
  );
  const [low, high] = [Math.round(w.value(lineage.originsFrom)), Math.round(w.value(lineage.originsTo))];
  const span = low === high ? "" : `, perhaps ${low} to ${high}`;
  const names = lineage.list.map((o) => o.name);
  const seen = `${span}${names.length === 0 ? "" : ` (${shown(names)})`}`;
  const cited = lineage.unseen.map((u) => u.name);
  const hidden = (unseen ?? 0) === 0 ? ", none cited but not seen" : `, ${unseen} cited but not seen (${shown(cited)})`;
  const [largest] = [...lineage.list].sort((a, b) => w.value(b.count) - w.value(a.count));
  const on = largest === undefined ? 0 : Math.round(w.value(largest.count));
  const rest =
    on > 1 && largest !== undefined
      ? ` ${on === documents.length ? (on === 2 ? "Both" : "All") : many(on, "report", "reports")} rest on ${largest.name} alone.`
      : "";
  return `${many(reports ?? 0, "report", "reports")}, ${many(origins ?? 0, "origin", "origins")} seen${seen}${hidden}.${rest}`;
}

function disputes(w: Writing): FirstScreen["disputes"] {
  return w.assessment.incidents.flatMap((i) =>
    i.facts.flatMap(({ field, value }) => {
      if (value.is !== "disputed") return [];
      const versions = value.versions.map(({ value: v }) => {
        const from =
          v.quotes.length === 0
            ? ""
            : ` (${docs(
                w,
                v.quotes.map((q) => q.document),
              )})`;
        return `${v.text}${from}`;
      });
      const label = w.assessment.incidents.length > 1 && !i.main ? `${i.label}: ` : "";
      return [{ field: `${label}${w.say.fields[field].replace(/^the /u, "")}`, versions }];
    }),
  );
}

/** One line a copy: what it lost most of, with an example where there is one. */
function copyLines(w: Writing): string[] {
  return w.assessment.lineage.edges
    .filter((e) => !e.possible)
    .map((edge) => ({ edge, losses: lossesOf(w, edge) }))
    .filter(({ losses }) => losses.length > 0)
    .sort((a, b) => total(w, b.losses) - total(w, a.losses))
    .map(({ edge, losses }) => {
      const said = read(sentence(lossPieces(w, losses.slice(0, 3))));
      return `${documentName(w, edge.to)}, from ${documentName(w, edge.from)}: ${said.charAt(0).toLowerCase()}${said.slice(1)}`;
    });
}

const total = (w: Writing, losses: ReturnType<typeof lossesOf>): number =>
  losses.reduce((n, l) => n + w.value(l.count), 0);

function lastLine({ questions }: AssessmentBody, w: Writing): string {
  const weighed = weighedQuestions(questions);
  const [first] = weighed;
  if (first === undefined) return "No probabilities: nobody has stated a judgment yet (silverblaze weigh …).";
  const [leader] = first.answer.ranking;
  if (leader === undefined) return "No probabilities.";
  const [low, high] = [w.figure(leader.from, "of-100"), w.figure(leader.to, "of-100")];
  const range =
    low.is === "figure" && high.is === "figure"
      ? low.shown === high.shown
        ? low.shown
        : `${low.shown} to ${high.shown}`
      : "";
  const words = leader.words === null ? "" : `${leader.words.join(" to ")}, `;
  const whose = plain(w.say.judgment.judgmentsOf(first.answer.analysts));
  return `Given ${whose}, “${leader.text}” leads: ${words}${range} in 100 (silverblaze explanations …).`;
}

/**
 * What the first screen tells of an assessment, without any probability until somebody has stated a judgment: reports and origins, who says
 * who did it and on whose word, facts in dispute, what is unstated, the silence in counts, what copies lost.
 */
export function firstScreen(assessment: AssessmentBody, options: ScreenOptions = {}): FirstScreen {
  const w = writing(assessment);
  const rows = saidRows(assessment);
  const chosen = varied(rows)
    .slice(0, options.rows ?? 5)
    .sort(byDay);
  const inDispute = disputes(w);
  const copies = copyLines(w);
  const silences = silencesByWeight(assessment.silences);
  const limits = { disputes: options.disputes ?? 2, copies: options.copies ?? 2, silences: options.silences ?? 1 };
  return {
    title: assessment.title,
    asOf: asOfInWords(assessment),
    demonstration: assessment.demonstration,
    reports: reportsLine(w),
    rows: chosen.map((r) => screenRow(w, r)),
    moreRows: rows.length - chosen.length,
    disputes: inDispute.slice(0, limits.disputes),
    moreDisputes: Math.max(0, inDispute.length - limits.disputes),
    unstated: unstatedFields(assessment.incidents).map((f) => w.say.fields[f].replace(/^the /u, "")),
    silence: silences.slice(0, limits.silences).map((s) => ({
      actor: s.actorName,
      lasted: lastedOf(w, s),
      // The first sentence, what was seen until when, stands in the heading and the rows already.
      sentences: silenceSentences(w, s)
        .map((x) => read(x))
        .filter((_, i, list) => i > 0 || list.length === 1),
    })),
    copies: copies.slice(0, limits.copies),
    moreCopies: Math.max(0, copies.length - limits.copies),
    last: lastLine(assessment, w),
  };
}

/** "31 hours", "24 hours to 2 days". */
function lastedOf(w: Writing, s: AssessmentBody["silences"][number]): string {
  const [from, to] = [w.figure(s.hours.from, "hours"), w.figure(s.hours.to, "hours")];
  if (from.is !== "figure" || to.is !== "figure") return "";
  return from.shown === to.shown
    ? from.shown
    : `${from.shown.replace(/ hours$/u, to.shown.endsWith("hours") ? "" : " hours")} to ${to.shown}`;
}
