import type { Attribution } from "../model/assessment.ts";
import { figureId, slug } from "../model/id.ts";
import { byCodeUnit } from "../model/span.ts";
import type { Act, Speaker } from "../model/statement.ts";
import { fold } from "../text/fold.ts";
import { findIncidentWords } from "../text/incident-words.ts";
import { nameWords } from "../text/name-words.ts";
import { type HeldStatement, nameOf, quoted, type RecordInput } from "./input.ts";

const SAID: Partial<Record<Act, Attribution["said"]>> = {
  "claims-responsibility": "claims",
  blames: "blames",
  accuses: "accuses",
  alleges: "accuses",
  assesses: "assesses",
  suggests: "suggests",
  praises: "praises",
  denies: "denies",
};

/** Who speaks, to print: the actor's name, else the source's own label, else that nobody is named. */
export function speakerName(input: RecordInput, h: HeldStatement): string {
  const { speaker } = h.statement;
  if (speaker.is === "outlet") return h.document.publisher ?? `doc ${h.document.position}`;
  return labelOf(input, speaker) ?? "nobody named";
}

function labelOf(input: RecordInput, speaker: Speaker): string | null {
  if (speaker.is === "unstated") return null;
  if (speaker.is === "unnamed") return speaker.label ?? "a source not named";
  if (speaker.actor === undefined) return speaker.label ?? null;
  // The source's words for a person in a role ("the defence minister") say more than the name of what stands behind does.
  return speaker.label !== undefined && isPerson(speaker.label) ? speaker.label : nameOf(input, speaker.actor);
}

/** Whether a label is of a person in a role, by its title. */
function isPerson(label: string): boolean {
  return fold(label)
    .split(/[^\p{L}]+/u)
    .some((word) => nameWords.titles.has(word) || word.startsWith("spokes"));
}

/** Who the statement is about, to print; null when it names nobody. */
export function targetName(input: RecordInput, h: HeldStatement): string | null {
  const { target } = h.statement;
  if (target === undefined) return null;
  return target.actor === undefined ? target.label : nameOf(input, target.actor);
}

/** "its own", or those it cites: on whose word the statement rests [ST10]. */
function onWhoseWord(input: RecordInput, h: HeldStatement): string {
  const { speaker, relays } = h.statement;
  const cited = (relays ?? []).map((r) => labelOf(input, r)).filter((x) => x !== null);
  if (cited.length > 0) return cited.join(", ");
  return speaker.is === "named" || speaker.is === "role" ? "its own" : "nobody named";
}

/** The kind of an attribution after EuRepoC [ST10]; an agency or a state speaks officially. */
function kindOf(input: RecordInput, h: HeldStatement): Attribution["kind"] {
  const { speaker, act } = h.statement;
  if (act === "claims-responsibility") return "self";
  const kind = speaker.actor === undefined ? undefined : input.actor(speaker.actor)?.kind;
  const official = ["state", "government", "ministry", "force", "office", "agency"];
  return speaker.is !== "outlet" && kind !== undefined && official.includes(kind) ? "official" : "unofficial";
}

/** Whether it was said at all: what might be said, would be said or was not said is no attribution and no ledger entry. */
export function wasSaid({ statement }: HeldStatement): boolean {
  const supposed =
    statement.voice === "conditional" || statement.voice === "forecast" || statement.voice === "question";
  return (
    !supposed &&
    statement.factuality !== "speculated" &&
    (statement.polarity === "positive" || statement.act === "denies" || statement.act === "no-claim")
  );
}

function saidOf(h: HeldStatement): Attribution["said"] | null {
  const { statement } = h;
  if (!wasSaid(h)) return null;
  const said = SAID[statement.act] ?? (namesTheDoer(h) ? "suggests" : null);
  if (said === null || statement.act === "no-claim") return null;
  if (said === "denies") return statement.object === "responsibility" || statement.object === "link" ? said : null;
  if (said === "claims") return said;
  return statement.target === undefined ? null : said;
}

/** Whether the outlet's own sentence says of somebody that it did an attack. */
function namesTheDoer({ document, statement }: HeldStatement): boolean {
  const { target, voice, sentence } = statement;
  if (target?.actor === undefined || voice === undefined) return false;
  return findIncidentWords(document.text.slice(sentence.start, sentence.end), "attack").length > 0;
}

/** The statements that name who did it, or deny it, one row for each who-says-what, with the documents and origins that carry it [ST10]. */
export function attributions(input: RecordInput, held: readonly HeldStatement[]): readonly Attribution[] {
  const groups = new Map<string, { said: Attribution["said"]; list: HeldStatement[] }>();
  for (const h of held) {
    const said = saidOf(h);
    if (said === null) continue;
    const by = h.statement.speaker.actor ?? speakerName(input, h);
    const whom = h.statement.target?.actor ?? h.statement.target?.label ?? "";
    const key = JSON.stringify([by, said, whom]);
    const group = groups.get(key) ?? { said, list: [] };
    group.list.push(h);
    groups.set(key, group);
  }
  const paths = new Map<string, number>();
  return [...groups]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([key, group]) => {
      const path = (JSON.parse(key) as string[]).map(slug);
      // Two names that read alike as a path are told apart by number, in their order.
      const uses = (paths.get(path.join("/")) ?? 0) + 1;
      paths.set(path.join("/"), uses);
      return row(input, uses === 1 ? path : [...path, String(uses)], group);
    });
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
  const origins = new Set(list.map((x) => x.document.origin)).size;
  const from = words.map((q) => ({ is: "words" as const, span: q.span, quote: q.quote }));
  const path = [input.slug, "attribution", ...steps];
  return {
    statement: h.statement.id,
    incident: null,
    by: speakerName(input, h),
    byActor: h.statement.speaker.actor ?? null,
    said,
    whom: targetName(input, h),
    whomActor: h.statement.target?.actor ?? null,
    kind: kindOf(input, h),
    onWhoseWord: onWhoseWord(input, h),
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
    origins: input.book.add({
      id: figureId(...path, "origins"),
      value: origins,
      unit: "count",
      rule: "LI6",
      from,
      by: "origins",
    }),
  };
}

/** The statement that stands for the group: a dated one, by the speaker himself, the earliest; order of documents settles ties. */
function first(list: readonly HeldStatement[]): HeldStatement {
  const rank = (h: HeldStatement) => h.statement.saidAt?.from ?? h.document.published?.from ?? "9999";
  return [...list].sort(
    (a, b) => byCodeUnit(rank(a), rank(b)) || a.document.position - b.document.position,
  )[0] as HeldStatement;
}
