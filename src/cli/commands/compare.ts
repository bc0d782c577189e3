import { comparisonPage } from "../../casework/pages.ts";
import { compareInfos } from "../../core/lineage.entry.ts";
import type { Change, Comparison } from "../../core/model/lineage.ts";
import type { TextInfo } from "../../core/model/reading.ts";
import type { Span } from "../../core/model/span.ts";
import { distinct } from "../../exchange/change-look.ts";
import { oddsInWords } from "../../exchange/numbers.ts";
import type { Outcome, Run } from "../command.ts";
import { EXIT } from "../exit.ts";
import { demonstrationOf, exitFor, oneTextEach } from "../inputs.ts";
import { oddsOption } from "../options.ts";
import { percent } from "../rounded.ts";
import { CHANGE_WORDS, type ChangeGroup, groupOf, plural } from "../say-changes.ts";
import { clean, cut, type Paint, padEnd, wrap } from "../terminal.ts";

export const run: Run = async (invocation) => {
  const priorOdds = oddsOption(invocation, "prior-odds");
  const { infos, problems, missing, hashes } = await oneTextEach(invocation, invocation.args);
  const [a, b] = infos;
  if (missing || a === undefined || b === undefined) {
    return { schema: "silverblaze/compare/1", result: null, problems, exit: EXIT.refused, text: () => [] };
  }
  const comparison = compareInfos(a, b, priorOdds === undefined ? {} : { priorOdds });
  return {
    schema: "silverblaze/compare/1",
    result: { texts: { a: a.id, b: b.id }, demonstration: demonstrationOf(infos), ...comparison },
    problems: [...problems, ...comparison.problems],
    exit: exitFor(problems),
    text: (paint, columns) => comparisonText({ a, b, comparison }, paint, columns),
    page: () => comparisonPage({ a, b, comparison, hashes, demonstration: demonstrationOf(infos) }),
  } satisfies Outcome;
};

interface Compared {
  readonly a: TextInfo;
  readonly b: TextInfo;
  readonly comparison: Comparison;
}

function comparisonText(compared: Compared, paint: Paint, columns: number): readonly string[] {
  const { source, copy } = roles(compared);
  const mark = demonstrationOf([compared.a, compared.b]);
  return [
    ...(mark === null ? [] : [paint.soft(clean(mark))]),
    ...wrap(clean(headline(compared)), columns),
    ...wrap(clean(coverage(compared, source.side)), columns),
    ...wrap(
      `Prior odds that one derives from the other: ${oddsInWords(compared.comparison.verdict.priorOdds)}.`,
      columns,
    ),
    "",
    ...changeLines(compared, source.side, paint, columns),
    "",
    ...wrap(`Reply asked of ${clean(copy.info.publisher ?? copy.info.id)}: no.`, columns),
    ...wrap(`Next: silverblaze compare … -o compare.html for a page to send.`, columns),
  ];
}

type Side = "a" | "b";

/** Which text is read as the source: a, unless a derives from b. */
function roles({ a, b, comparison }: Compared) {
  const swapped = comparison.direction.derived === "a";
  return swapped
    ? { source: { side: "b" as Side, info: b }, copy: { side: "a" as Side, info: a } }
    : { source: { side: "a" as Side, info: a }, copy: { side: "b" as Side, info: b } };
}

const BASIS = {
  credit: "from a credit or link",
  time: "from the times of publication",
  wording: "from the wording alone",
} as const;

/** What best explains the two texts; never a word on intent [CO12]. */
function headline(compared: Compared): string {
  const { a, b, comparison } = compared;
  const { verdict, direction } = comparison;
  if (verdict.derived < 0.5) {
    const most = verdict.relation.replaceAll("-", " ");
    return `${a.id} and ${b.id}: ${most} (chance that one derives from the other ${percent(verdict.derived)}).`;
  }
  const relation = verdict.relation.replaceAll("-", " ");
  if (direction.derived === null) {
    return `One of ${a.id} and ${b.id} derives from the other, or both from a source that we have not seen (${percent(verdict.derived)}, ${relation}); which from which can't be told ${BASIS[direction.basis]}.`;
  }
  const { source, copy } = roles(compared);
  const chance = direction.derived === "b" ? direction.probability : 1 - direction.probability;
  return `${copy.info.id} is best explained by ${source.info.id}, or by a source of both that we have not seen (${percent(verdict.derived)}, ${relation}); that ${copy.info.id} is the later one: ${percent(chance)}, ${BASIS[direction.basis]}.`;
}

function coverage({ a, b, comparison }: Compared, source: Side): string {
  const copy: Side = source === "a" ? "b" : "a";
  const info = { a, b };
  const aligned = (side: Side) =>
    new Set(comparison.alignment.filter((g) => g.a.length > 0 && g.b.length > 0).flatMap((g) => g[side])).size;
  // A repeated headline, a byline or a footer is in no group: nothing of it could be lost or gained.
  const total = (side: Side) => new Set(comparison.alignment.flatMap((g) => g[side])).size;
  const left = total(source) - aligned(source);
  return `${aligned(copy)} of ${plural(total(copy), "sentence")} of ${info[copy].id} have a source in ${info[source].id}; ${left} of its ${total(source)} were left out.`;
}

interface Line {
  readonly group: ChangeGroup;
  readonly words: string;
  readonly what: string;
  readonly where: string;
}

const ORDER: readonly ChangeGroup[] = ["Lost", "Hardened", "Softened", "Changed", "Added"];

function changeLines(compared: Compared, source: Side, paint: Paint, columns: number): string[] {
  const lines = compared.comparison.alignment.flatMap((group) =>
    distinct(group.changes).map((change) => lineOf(compared, fromSource(change, source), source)),
  );
  if (lines.length === 0) return ["No change of substance was found in the sentences that match."];
  return ORDER.flatMap((group) => {
    const own = lines.filter((l) => l.group === group);
    return own.map((l, i) => {
      const head = padEnd(i === 0 ? group : "", 9);
      const label = padEnd(l.words, 20);
      const room = Math.max(16, columns - 9 - 20 - l.where.length - 2);
      const what = padEnd(cut(l.what, room), room);
      return `${paint.bold(head)} ${paint.differ(label)}${what}  ${paint.soft(l.where)}`;
    });
  });
}

/** The change with the source's words as `a` and the copy's as `b`. */
function fromSource({ a, b, ...rest }: Change, source: Side): Change {
  const [from, to] = source === "a" ? [a, b] : [b, a];
  return { ...rest, ...(from && { a: from }), ...(to && { b: to }) };
}

/** A change as a line: what it was, what it became, and in which sentences. */
function lineOf({ a, b, comparison }: Compared, change: Change, source: Side): Line {
  const sideOf = { a: source === "a" ? a : b, b: source === "a" ? b : a };
  const sentences = { a: comparison.sentences[source], b: comparison.sentences[source === "a" ? "b" : "a"] };
  const words = (side: Side) =>
    change[side] === undefined ? null : clean(sideOf[side].text.slice(change[side].start, change[side].end));
  const place = (side: Side) => (change[side] === undefined ? "–" : String(1 + indexOf(sentences[side], change[side])));
  const to = words("b");
  const group = groupOf(change) === "Changed" && to !== null && to.length > LONG ? "Lost" : groupOf(change);
  return {
    group,
    words: CHANGE_WORDS[change.class],
    what: said(group, words("a"), to),
    where: `${place("a")} → ${place("b")}`,
  };
}

/** Longer than this it is the place where something stood or stands, not the words that changed. */
const LONG = 60;

/** The words that changed: those that came where something was added, those that went where something was lost, else both. */
function said(group: ChangeGroup, from: string | null, to: string | null): string {
  if (from === null || to === null) return `"${from ?? to ?? ""}"`;
  if (group === "Added" || from.length > LONG) return `"${to}"`;
  if (group === "Lost" || to.length > LONG) return `"${from}"`;
  return `${from} → ${to}`;
}

function indexOf(sentences: readonly Span[], span: Span): number {
  return Math.max(
    0,
    sentences.findIndex((s) => s.start <= span.start && span.start < s.end),
  );
}
