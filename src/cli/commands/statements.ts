import { figuresByStatement } from "../../casework/figures-by-statement.ts";
import { statementsPage } from "../../casework/pages.ts";
import type { AssessedStatement, Assessment } from "../../core/model/assessment.ts";
import { ledgerDoes, ledgerLag, ledgerMore, ledgerWay, ledgerWhen } from "../../exchange/ledger-words.ts";
import { assessing } from "../assessing.ts";
import type { Outcome, Run } from "../command.ts";
import { exitFor } from "../inputs.ts";
import { plural } from "../say-changes.ts";
import { clean, type Paint, table, wrap } from "../terminal.ts";

export const run: Run = async (invocation) => {
  const { assessment, problems, texts } = await assessing(invocation);
  const all = invocation.flags.has("all");
  const shown = assessment.statements.filter((s) => all || s.frame !== "own-voice" || s.target !== undefined);
  const queue = invocation.flags.has("queue") ? queueOf(assessment, shown) : null;
  const statements = queue === null ? shown : queue.map(({ statement }) => statement);
  return {
    schema: "silverblaze/statements/1",
    result: {
      statements,
      ledger: assessment.ledger,
      attributions: assessment.attributions,
      counts: assessment.counts,
      actors: assessment.actors,
      incidents: assessment.incidents,
      figures: assessment.figures,
    },
    problems: [...problems, ...assessment.problems],
    exit: exitFor(problems),
    text: (paint, columns) =>
      queue === null
        ? statementsText(assessment, statements, { paint, columns, all })
        : queueText(assessment, queue, columns),
    page: () => statementsPage(assessment, texts),
  } satisfies Outcome;
};

interface Queued {
  readonly statement: AssessedStatement;
  /** How many figures rest on it. */
  readonly figures: number;
}

/** What nobody has decided: first what most figures rest on, then the surest. */
function queueOf(assessment: Assessment, statements: readonly AssessedStatement[]): readonly Queued[] {
  const counts = figuresByStatement(assessment);
  const values = new Map(assessment.figures.map((f) => [f.id, f.value]));
  const sureness = (s: AssessedStatement) => values.get(s.precision) ?? 0;
  return statements
    .filter((s) => s.status === "proposed")
    .map((statement) => ({ statement, figures: counts.get(statement.id) ?? 0 }))
    .sort((a, b) => b.figures - a.figures || sureness(b.statement) - sureness(a.statement));
}

function queueText(assessment: Assessment, queue: readonly Queued[], columns: number): readonly string[] {
  const positions = new Map(assessment.documents.map((d) => [d.id, d.position]));
  const rows = queue.map(({ statement: s, figures }) => [
    `doc ${positions.get(s.document)} par ${s.quote.paragraph}`,
    s.speakerName,
    s.act.replaceAll("-", " "),
    s.targetName ?? "",
    String(figures),
    wordsOf(s),
  ]);
  return [
    ...wrap(
      `${plural(queue.length, "proposal")} that nobody has decided; first those that most figures rest on.`,
      columns,
    ),
    "",
    ...table(heads("figures"), short(rows), columns),
    "",
    "Answer one: silverblaze decide CASE KEY accept|reject|mend (keys: --json)",
  ];
}

const heads = (fifth: string) => [
  { head: "" },
  { head: "who" },
  { head: "act" },
  { head: "whom" },
  { head: fifth },
  { head: "words", grows: true },
];

function statementsText(
  assessment: Assessment,
  statements: readonly AssessedStatement[],
  { paint, columns, all }: { readonly paint: Paint; readonly columns: number; readonly all: boolean },
): readonly string[] {
  const own = assessment.statements.length - statements.length;
  const head = `${plural(statements.length, "statement")} in ${plural(assessment.documents.length, "document")}${all ? "" : `; ${plural(own, "sentence")} of the outlets' own ${own === 1 ? "is" : "are"} left out (--all)`}.`;
  return [
    ...(assessment.demonstration === null ? [] : [paint.soft(assessment.demonstration)]),
    ...wrap(head, columns),
    ...assessment.documents.flatMap((document) => {
      const here = statements.filter((s) => s.document === document.id);
      if (here.length === 0) return [];
      const rows = here.map((s) => [
        `par ${s.quote.paragraph}`,
        s.speakerName,
        s.act.replaceAll("-", " "),
        s.targetName ?? "",
        MARK[s.status],
        wordsOf(s),
      ]);
      return [
        "",
        paint.bold(clean(`doc ${document.position}  ${document.name}`)),
        ...table(heads(""), short(rows), columns),
      ];
    }),
    ...ledgerText(assessment, { paint, columns }),
    "",
    "□ proposed  ■ accepted  ◧ mended  + added by hand.",
    "Answer one: silverblaze decide CASE KEY accept|reject|mend (keys: --json)",
  ];
}

/** The ledger [ST9]: each actor's own statements about responsibility, with when, by which way and how long after the attack. */
function ledgerText(
  assessment: Assessment,
  { paint, columns }: { readonly paint: Paint; readonly columns: number },
): readonly string[] {
  const { ledger, figures, actors, incidents } = assessment;
  if (ledger.length === 0) return [];
  const values = new Map(figures.map((f) => [f.id, f.value]));
  const nameOf = (id: string) => actors.find((a) => a.id === id)?.name ?? id;
  const many = incidents.length > 1;
  const label = (id: string | null) => incidents.find((i) => i.id === id)?.label ?? "no one incident";
  const lines = ledger.flatMap((e) => {
    const lag = ledgerLag(e, (id) => values.get(id) ?? 0);
    const parts = [
      `${ledgerWhen(e)}  ${e.actorName} ${ledgerDoes(e)}`,
      lag === "" ? "" : `${lag} after the attack`,
      ledgerWay(e),
      ledgerMore(e, e.partOf.map(nameOf)),
      many ? `of ${label(e.incident)}` : "",
    ];
    return wrap(clean(parts.filter((p) => p !== "").join("; ")), columns, "    ");
  });
  return ["", paint.bold("LEDGER: WHO CLAIMED, DENIED OR HAILED IT"), ...lines];
}

const MARK = { proposed: "□", accepted: "■", mended: "◧", added: "+" } as const;

/** Long names are cut so that the words have room. */
function short(rows: readonly (readonly string[])[]): string[][] {
  return rows.map((row) => row.map((cell, i) => (i === 1 || i === 3 ? cutTo(clean(cell), 20) : cell)));
}

function cutTo(text: string, n: number): string {
  return text.length <= n ? text : `${text.slice(0, n - 1).trimEnd()}…`;
}

/** The content where there is one, else the sentence. */
function wordsOf(s: AssessedStatement): string {
  const [first] = s.content;
  if (first === undefined) return s.quote.quote;
  const from = s.quote.span.start;
  return (
    s.content
      .map((c) => s.quote.quote.slice(Math.max(0, c.start - from), c.end - from))
      .filter((x) => x !== "")
      .join(" … ") || s.quote.quote
  );
}
