import { middleOf } from "../charts/ticks.ts";
import { type TimelineEvent, timeline } from "../charts/timeline.ts";
import { type ChartWords, ENGLISH } from "../charts/words.ts";
import type { Assessment } from "../core/model/assessment.ts";
import { millis } from "../core/model/time.ts";
import { type Element, el } from "./html.ts";
import { documentName, shapeOf } from "./places.ts";

/** The strip under the head of a page: what happened, what was said, and the silence up to the cut; null where nothing is dated. */
export function stripOf(
  assessment: Assessment,
  { words = ENGLISH, actor }: { readonly words?: ChartWords; readonly actor?: (name: string) => string } = {},
): Element | null {
  const { silences, documents, asOf } = assessment;
  const main = assessment.incidents.find((i) => i.main)?.id;
  const silence =
    silences.find((s) => s.incident === main && s.note !== "claimed") ??
    silences.find((s) => s.note !== "claimed") ??
    null;
  const attackAt = silence === null || silence.attack.from === null ? null : millis(silence.attack.from);
  const attack: TimelineEvent[] = attackAt === null ? [] : [{ at: attackAt, shape: "attack", label: words.attack }];
  const cut = millis(asOf);
  const said = documents.flatMap((d): TimelineEvent[] => {
    const at = middleOf(d.published);
    return at === null || at > cut ? [] : [{ at, shape: shapeOf(assessment, d.id), label: documentName(d) }];
  });
  const until = silence === null ? null : middleOf(silence.until);
  const bracket =
    silence === null || attackAt === null || until === null || until <= attackAt
      ? null
      : {
          from: attackAt,
          to: Math.min(until, cut),
          label: words.silenceOf(actor?.(silence.actorName) ?? silence.actorName),
        };
  const chart = timeline({ events: [...attack, ...said], silence: bracket, asOf: cut, words });
  if (chart === null) return null;
  const classed = (svg: Element, extra: string) => ({
    ...svg,
    attributes: { ...svg.attributes, class: `tl ${extra}` },
  });
  const rows = chart.table.rows.map(([when = "", what = ""]) => el("li", {}, `${when}: ${what}`));
  return el(
    "div",
    {},
    classed(chart.svg, "only-wide"),
    chart.narrow !== null && classed(chart.narrow, "only-narrow"),
    el("ul", { class: "vh" }, ...rows),
  );
}
