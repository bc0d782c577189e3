import type { Attribution } from "../model/assessment.ts";
import { figureId, slug } from "../model/id.ts";
import { byCodeUnit } from "../model/span.ts";
import { basisOf, kindOf } from "./attribution-kind.ts";
import { laid } from "./blame.ts";
import { type HeldStatement, originsOf, quoted, type RecordInput, type StatementOrigins } from "./input.ts";
import { labelOf, plainName, speakerName, targetName } from "./names-said.ts";

/** "its own", or those it cites: on whose word the statement rests [ST10]. */
function onWhoseWord(input: RecordInput, h: HeldStatement): string {
  const { speaker, relays } = h.statement;
  const cited = (relays ?? []).map((r) => labelOf(input, r)).filter((x) => x !== null);
  if (cited.length > 0) return cited.join(", ");
  return speaker.is === "named" || speaker.is === "role" ? "its own" : "nobody named";
}

export interface IncidentOf {
  readonly main: string | null;
  /** Which incident a statement is about; null where it is of none that was found. */
  readonly incidentOf: (h: HeldStatement) => string | null;
}

/** The statements that name who did it, or deny it, one row for each who-says-what, with the documents and origins that carry it [ST10]. */
export function attributions(
  input: RecordInput,
  held: readonly HeldStatement[],
  { main, incidentOf }: IncidentOf,
): readonly Attribution[] {
  const groups = new Map<string, { said: Attribution["said"]; list: HeldStatement[] }>();
  for (const { h, said } of laid(held)) {
    const by = h.statement.speaker.actor ?? plainName(speakerName(input, h));
    // Who claims names himself, whatever else the words name.
    const target = said === "claims" ? undefined : h.statement.target;
    const whom = target?.actor ?? plainName(target?.label ?? "");
    const of = incidentOf(h);
    const key = JSON.stringify([by, said, whom, ...(of === main ? [] : [of ?? ""])]);
    const group = groups.get(key) ?? { said, list: [] };
    group.list.push(h);
    groups.set(key, group);
  }
  const paths = new Map<string, number>();
  const rows = [...groups]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([key, group]) => {
      const path = (JSON.parse(key) as string[]).map(slug);
      // Two names that read alike as a path are told apart by number, in their order.
      const uses = (paths.get(path.join("/")) ?? 0) + 1;
      paths.set(path.join("/"), uses);
      return {
        ...row(input, uses === 1 ? path : [...path, String(uses)], group),
        incident: incidentOf(first(group.list)),
      };
    });
  return rows.map((a) => ({ ...a, revises: revisedBy(a, rows), denials: denialsOf(a, rows) }));
}

const speakerKey = (a: Attribution): string => a.byActor ?? plainName(a.by);
const whomKey = (a: Attribution): string | null => a.whomActor ?? (a.whom === null ? null : plainName(a.whom));
const blamed = (a: Attribution): string | null => (a.said === "claims" ? speakerKey(a) : whomKey(a));
const NOBODY = new Set(["nobody named", "a source not named"]);

/** The earlier attribution that this one takes back: by the same actor, on the same incident, both dated, to somebody else or in the other sense [ST10]. */
function revisedBy(a: Attribution, rows: readonly Attribution[]): string | null {
  if (a.when === null || a.said === "praises" || NOBODY.has(a.by)) return null;
  const earlier = rows.filter(
    (b) =>
      b !== a &&
      b.said !== "praises" &&
      speakerKey(b) === speakerKey(a) &&
      b.incident === a.incident &&
      isBefore(b, a) &&
      (blamed(a) !== blamed(b) || (a.said === "denies") !== (b.said === "denies")),
  );
  return [...earlier].sort((x, y) => byCodeUnit(y.when?.from ?? "", x.when?.from ?? ""))[0]?.statement ?? null;
}

function isBefore(b: Attribution, a: Attribution): boolean {
  return b.when?.to != null && a.when?.from != null && b.when.to <= a.when.from;
}

/** Denials by the one who is named, and denials by others that he did it. */
function denialsOf(a: Attribution, rows: readonly Attribution[]): readonly string[] {
  if (a.said === "denies" || a.said === "praises") return [];
  const who = blamed(a);
  if (who === null) return [];
  return rows
    .filter((d) => d.said === "denies" && d.incident === a.incident && (speakerKey(d) === who || whomKey(d) === who))
    .map((d) => d.statement);
}

function row(
  input: RecordInput,
  steps: readonly string[],
  { said, list }: { readonly said: Attribution["said"]; readonly list: readonly HeldStatement[] },
): Attribution {
  const h = first(list);
  const when = h.statement.saidAt ?? h.document.published;
  // One passage a document, so that counting the grounds counts the documents.
  const ofDocument = new Map([...list].reverse().map((x) => [x.document.id, x]));
  const words = [...ofDocument.values()].reverse().map((x) => quoted(x.document, x.statement.sentence));
  const documents = words.length;
  const origins = [...ofDocument.values()].map(originsOf);
  const from = words.map((q) => ({ is: "words" as const, span: q.span, quote: q.quote }));
  const path = [input.slug, "attribution", ...steps];
  const count = (id: string, at: (o: StatementOrigins) => string) =>
    input.book.add({
      id: figureId(...path, id),
      value: new Set(origins.map(at)).size,
      unit: "count",
      rule: "LI6",
      from,
      by: id.replace("origins", "origins-of-statements"),
    });
  return {
    statement: h.statement.id,
    incident: null,
    by: speakerName(input, h),
    byActor: h.statement.speaker.actor ?? null,
    said,
    whom: said === "claims" ? null : targetName(input, h),
    whomActor: said === "claims" ? null : (h.statement.target?.actor ?? null),
    kind: kindOf(input, h),
    onWhoseWord: onWhoseWord(input, h),
    basis: basisOf(h),
    revises: null,
    denials: [],
    when: when ?? null,
    dated: h.statement.saidAt ? "stated" : when ? "published" : "undated",
    quote: quoted(h.document, h.statement.sentence),
    documents: input.book.add({
      id: figureId(...path, "documents"),
      value: documents,
      unit: "count",
      rule: "ST10",
      from,
      by: "grounds",
    }),
    origins: count("origins", (o) => o.counted),
    originsFrom: count("origins-from", (o) => o.from),
    originsTo: count("origins-to", (o) => o.to),
  };
}

/** The statement that stands for the group: a dated one, by the speaker himself, the earliest; order of documents settles ties. */
function first(list: readonly HeldStatement[]): HeldStatement {
  const rank = (h: HeldStatement) => h.statement.saidAt?.from ?? h.document.published?.from ?? "9999";
  return [...list].sort(
    (a, b) => byCodeUnit(rank(a), rank(b)) || a.document.position - b.document.position,
  )[0] as HeldStatement;
}
