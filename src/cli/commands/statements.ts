import { statementsPage } from "../../casework/pages.ts";
import type { AssessedStatement, Assessment } from "../../core/model/assessment.ts";
import { assessing } from "../assessing.ts";
import type { Outcome, Run } from "../command.ts";
import { exitFor } from "../inputs.ts";
import { plural } from "../say-changes.ts";
import { clean, type Paint, table, wrap } from "../terminal.ts";

export const run: Run = async (invocation) => {
  const { assessment, problems } = await assessing(invocation);
  const all = invocation.flags.has("all");
  const statements = assessment.statements.filter((s) => all || s.frame !== "own-voice" || s.target !== undefined);
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
    text: (paint, columns) => statementsText(assessment, statements, { paint, columns, all }),
    page: () => statementsPage(assessment),
  } satisfies Outcome;
};

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
      const heads = [
        { head: "" },
        { head: "who" },
        { head: "act" },
        { head: "whom" },
        { head: "" },
        { head: "words", grows: true },
      ];
      return [
        "",
        paint.bold(clean(`doc ${document.position}  ${document.name}`)),
        ...table(heads, short(rows), columns),
      ];
    }),
    "",
    "□ proposed  ■ accepted  ◧ mended  + added by hand. Answer one: silverblaze decide CASE KEY accept (keys: --json)",
  ];
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
