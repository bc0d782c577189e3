import { loosePrecedentsPage, precedentsPage } from "../../casework/pages.ts";
import type { AssessedPrecedents, OfferedAndLookedUp } from "../../core/model/assessment.ts";
import { type Figure, figureBook } from "../../core/model/figure.ts";
import type { FigureId } from "../../core/model/id.ts";
import { type Problem, problem } from "../../core/model/problem.ts";
import type { Unknown } from "../../core/model/stated.ts";
import { whenInWords } from "../../core/model/time.ts";
import { assessPrecedents } from "../../core/precedents/assess-precedents.ts";
import type { Features } from "../../core/precedents/features.ts";
import { hoursInWords, SAYS } from "../../exchange/precedent-words.ts";
import { actorNamed } from "../actors.ts";
import { assessing, recordsOption } from "../assessing.ts";
import type { Invocation, Outcome, Run } from "../command.ts";
import { EXIT } from "../exit.ts";
import { featureOptions } from "../features.ts";
import { exitFor } from "../inputs.ts";
import { refuse, whenOf } from "../options.ts";
import { of100 } from "../rounded.ts";
import { clean, type Paint, table, wrap } from "../terminal.ts";

const SCHEMA = "silverblaze/precedents/1";

export const run: Run = (invocation) => (invocation.args.length === 0 ? byFeatures(invocation) : ofCase(invocation));

async function ofCase(invocation: Invocation): Promise<Outcome> {
  const { assessment, problems: met } = await assessing(invocation);
  const problems = [...withoutEffect(invocation), ...met];
  const { precedents, demonstration } = assessment;
  const figures = assessment.figures.filter((f) => f.id.includes("/precedents/"));
  return {
    schema: SCHEMA,
    result: { precedents, figures },
    problems: [...problems, ...assessment.problems],
    exit: exitFor(problems),
    text: (paint, columns) => [
      ...(demonstration === null ? [] : [paint.soft(demonstration)]),
      ...told(precedents, figures, { paint, columns }),
    ],
    page: () => precedentsPage(assessment),
  };
}

/** Features, an actor and a day of one's own are for a question without texts; a text gives its own. */
function withoutEffect({ lists, text }: Invocation): readonly Problem[] {
  const given = { "--feature": lists.feature, "--actor": text.actor, "--attack": text.attack };
  return Object.entries(given).flatMap(([option, value]) =>
    value === undefined || value.length === 0
      ? []
      : [problem("option-without-effect", { option, command: "precedents", beside: "a case or texts" })],
  );
}

async function byFeatures(invocation: Invocation): Promise<Outcome> {
  const { text } = invocation;
  const features = featuresOf(invocation);
  const records = await recordsOption(invocation);
  const book = figureBook();
  const attack = text.attack === undefined ? {} : { attack: whenOf("--attack", text.attack) };
  const asked = { caseName: "asked", incident: "asked", features, offered: [], records: records.rows, ...attack };
  const precedents = assessPrecedents(asked, book);
  const figures = book.list();
  return {
    schema: SCHEMA,
    result: { precedents, figures },
    problems: records.problems,
    exit: EXIT.done,
    text: (paint, columns) => told(precedents, figures, { paint, columns }),
    ...(precedents.is === "found" && { page: () => loosePrecedentsPage({ precedents, figures }) }),
  };
}

function featuresOf(invocation: Invocation): Features {
  const { lists, text } = invocation;
  const { traits, problems } = featureOptions(invocation);
  const wrong = [...problems];
  const actor = text.actor === undefined ? null : actorNamed(text.actor);
  if ((lists.feature ?? []).length === 0 && actor === null) {
    wrong.push(
      problem("missing-option", {
        command: "precedents",
        option: "--feature",
        about: "a case, texts, or at least one feature",
        example: "silverblaze precedents --feature country=SY --feature insider=yes",
      }),
    );
  }
  refuse(wrong);
  return { ...traits, ...(actor !== null && { actor: actor.id, actorName: actor.name }) };
}

interface Layout {
  readonly paint: Paint;
  readonly columns: number;
}

const WHY_NOT: Readonly<Record<string, string>> = {
  "no-incident": "Nothing to compare: the texts tell of no incident.",
  "no-day":
    "Nothing to compare: no text gives the day of it, and only earlier cases are past ones. State the day, or give --feature and --attack without texts.",
};

function told(precedents: AssessedPrecedents | Unknown, figures: readonly Figure[], layout: Layout): string[] {
  const { paint, columns } = layout;
  if (precedents.is === "unknown") return wrap(WHY_NOT[precedents.reason] ?? precedents.reason, columns);
  const values = new Map(figures.map((f) => [f.id, f.value]));
  const value = (id: FigureId) => values.get(id) ?? 0;
  const rows = precedents.list.map((p) => [
    p.when === null ? "day not known" : whenInWords(p.when),
    p.label,
    p.claimWords,
    p.lag === null ? "" : `${hoursInWords(value(p.lag.from))} to ${hoursInWords(value(p.lag.to))}`,
  ]);
  const heads = [
    { head: "when" },
    { head: "what", grows: true },
    { head: "claim", grows: true },
    { head: "time to it" },
  ];
  return [
    paint.bold("PAST CASES LIKE IT"),
    ...ratio(precedents, value, columns),
    "",
    ...(rows.length === 0 ? [] : [...table(heads, rows, columns), ""]),
    ...precedents.list.flatMap((p) => [
      ...wrap(clean(p.label), columns),
      ...under(`alike: ${p.reasons.join("; ")}`, columns),
      ...(p.differences.length === 0 ? [] : under(`differs: ${p.differences.join(" | ")}`, columns)),
      ...p.statements.flatMap((s) => {
        const source = [s.source.publisher, s.source.date].filter((x) => x !== null).join(", ");
        return under(`${s.by} ${SAYS[s.is]}: ${source}`, columns);
      }),
    ]),
    ...offered(precedents.offered, layout),
  ];
}

/** A line under a case's name. */
const under = (text: string, columns: number): string[] =>
  wrap(clean(text), columns - 2, "  ").map((line) => `  ${line}`);

function ratio(
  { ratio: r, alike, cannotSay, list }: AssessedPrecedents,
  value: (id: FigureId) => number,
  columns: number,
): string[] {
  if (r.is === "unknown") {
    return wrap(
      list.length === 0 ? "None is like it by its stated features." : "None of them says whether it was claimed.",
      columns,
    );
  }
  const left = r.leftOut.map((l) => `${value(l.count)} ${l.words}`).join("; ");
  const bounds = `${of100(value(r.lower))} to ${of100(value(r.upper))}`;
  const counts = `${value(alike)} alike: ${value(r.claimed)} claimed, ${value(r.unclaimed)} not${left === "" ? "" : `; ${left}`}.`;
  return [
    ...wrap(`${counts} Of 100 picked like these, ${bounds} claimed.`, columns),
    ...cannotSay.flatMap((c) => wrap(c, columns)),
  ];
}

const VERDICT: Readonly<Record<OfferedAndLookedUp["lookedUp"]["verdict"], string>> = {
  "found-and-agrees": "found, and agrees",
  "found-and-differs": "found, and differs",
  "not-found": "not found",
};

function offered(list: readonly OfferedAndLookedUp[], { paint, columns }: Layout): string[] {
  if (list.length === 0) return [];
  return [
    "",
    paint.bold("BROUGHT UP BY THE TEXTS"),
    ...list.flatMap(({ label, lookedUp: l }) => [
      ...wrap(
        `${clean(label)}: ${VERDICT[l.verdict]}${l.found.length === 0 ? "" : ` (${l.found.join(", ")})`}`,
        columns,
        "  ",
      ),
      ...l.differs.flatMap((d) => under(`differs: ${d}`, columns)),
      ...l.knownMissing.flatMap((n) => under(`looked for on ${n.on} and not found: ${n.what}`, columns)),
      ...under(`looked in ${l.looked.join("; ")}`, columns),
    ]),
  ];
}
