import { lineagePage } from "../../casework/pages.ts";
import type { AssessedDocument, AssessedEdge, Assessment } from "../../core/model/assessment.ts";
import { whenInWords } from "../../core/model/time.ts";
import { assessing } from "../assessing.ts";
import type { Outcome, Run } from "../command.ts";
import { figureReader } from "../figures.ts";
import { exitFor } from "../inputs.ts";
import { percent } from "../rounded.ts";
import { plural } from "../say-changes.ts";
import { clean, wrap } from "../terminal.ts";

export const run: Run = async (invocation) => {
  const { assessment, problems } = await assessing(invocation);
  const dot = () => dotOf(assessment);
  return {
    schema: "silverblaze/lineage/1",
    result: { lineage: assessment.lineage, documents: assessment.documents, figures: assessment.figures },
    problems: [...problems, ...assessment.problems],
    exit: exitFor(problems),
    text: (paint, columns) =>
      invocation.flags.has("dot")
        ? [dot()]
        : [
            ...(assessment.demonstration === null ? [] : [paint.soft(assessment.demonstration)]),
            ...tree(assessment, columns),
          ],
    page: () => lineagePage(assessment),
    forms: { dot },
  } satisfies Outcome;
};

/** One tree an origin; under it what derives from it, then what is cited and not seen. */
function tree(assessment: Assessment, columns: number): string[] {
  const { lineage } = assessment;
  const value = figureReader(assessment);
  const [from, to] = [value(lineage.originsFrom), value(lineage.originsTo)];
  const range = from === to ? "" : ` (${from} to ${to})`;
  const head = `${plural(value(lineage.documents), "report")}, ${plural(value(lineage.origins), "origin")}${range}, ${value(lineage.unseenCount)} more cited and not seen`;
  const documents = new Map(assessment.documents.map((d) => [d.id, d]));
  const drawn = lineage.edges.filter((e) => !e.possible);
  return [
    ...wrap(head, columns),
    "",
    ...lineage.list.flatMap((origin) =>
      branch({ documents, drawn, value, columns }, origin.root, { lead: "", edge: null, last: true }),
    ),
    ...lineage.edges
      .filter((e) => e.possible)
      .map(
        (e) =>
          `possible: ${label(documents.get(e.from))} → ${label(documents.get(e.to))} (${percent(value(e.probability))})`,
      ),
    ...lineage.passages.map(({ quote, from, by }) => {
      const place = `doc ${documents.get(quote.document)?.position ?? "?"}, par ${quote.paragraph}`;
      const how = by === "credit" ? "told on its word" : "in its very words";
      return `part: ${place} from doc ${documents.get(from)?.position ?? "?"} (${how})`;
    }),
    ...lineage.unseen.map((u) => {
      const by = [...new Set(u.citedBy.map((q) => `doc ${documents.get(q.document)?.position ?? "?"}`))].join(", ");
      return `? ${clean(u.name)}  cited by ${by}, not seen`;
    }),
  ];
}

interface Drawing {
  readonly documents: ReadonlyMap<string, AssessedDocument>;
  readonly drawn: readonly AssessedEdge[];
  readonly value: (id: string) => number;
  readonly columns: number;
}

interface Place {
  readonly lead: string;
  readonly edge: AssessedEdge | null;
  readonly last: boolean;
}

function branch(drawing: Drawing, id: string, { lead, edge, last }: Place): string[] {
  const { documents, drawn, value, columns } = drawing;
  const twig = edge === null ? "" : `${lead}${last ? "└─ " : "├─ "}`;
  const how =
    edge === null
      ? ""
      : `: ${edge.relation.replaceAll("-", " ")}, ${percent(value(edge.probability))}${lost(edge, value)}`;
  const children = drawn.filter((e) => e.from === id);
  const below = edge === null ? "" : `${lead}${last ? "   " : "│  "}`;
  return [
    ...wrap(`${label(documents.get(id))}${how}`, columns - twig.length, "   ").map(
      (line, n) => `${n === 0 ? twig : below}${line}`,
    ),
    ...children.flatMap((e, i) =>
      branch(drawing, e.to, { lead: edge === null ? " " : below, edge: e, last: i === children.length - 1 }),
    ),
  ];
}

function lost(edge: AssessedEdge, value: (id: string) => number): string {
  const words = edge.losses.filter(
    (l) => l.class === "attribution" || l.class === "date" || l.class === "alternative-dropped" || l.class === "number",
  );
  return words.length === 0
    ? ""
    : `, lost ${words.map((l) => plural(value(l.count), LOST[l.class as keyof typeof LOST])).join(", ")}`;
}

const LOST = { attribution: "source", date: "date", "alternative-dropped": "alternative", number: "number" } as const;

function label(document: AssessedDocument | undefined): string {
  if (document === undefined) return "?";
  const when = document.published === null ? "undated" : whenInWords(document.published);
  return clean(`doc ${document.position} ${document.publisher ?? document.name}, ${when}`);
}

/** The graph in Graphviz' language; names are quoted, so that no text can break out. */
function dotOf(assessment: Assessment): string {
  const name = (text: string) => `"${clean(text).replace(/["\\]/g, "\\$&")}"`;
  const value = figureReader(assessment);
  return [
    "digraph lineage {",
    "  rankdir=LR; node [shape=box];",
    ...assessment.documents.map((d) => `  ${name(d.id)} [label=${name(label(d))}];`),
    ...assessment.lineage.edges.map(
      (e) =>
        `  ${name(e.from)} -> ${name(e.to)} [label=${name(`${e.relation} ${percent(value(e.probability))}`)}${e.possible ? ", style=dotted" : ""}];`,
    ),
    ...assessment.lineage.unseen.flatMap((u) => [
      `  ${name(`unseen ${u.name}`)} [label=${name(`${u.name} (not seen)`)}, style=dashed];`,
      ...[...new Set(u.citedBy.map((q) => q.document))].map(
        (d) => `  ${name(`unseen ${u.name}`)} -> ${name(d)} [style=dashed];`,
      ),
    ]),
    "}",
  ].join("\n");
}
