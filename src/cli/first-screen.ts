import type { FirstScreen } from "../core/brief/first-screen.ts";
import { clean, cut, type Paint, padEnd, padStart, width, wrap } from "./terminal.ts";

/** Lines of a screen that nobody has to scroll [DESIGN §1]. */
const LINES = 25;

/** The first screen in at most 25 lines: what does not fit is cut from the least telling parts, and said. */
export function firstScreenText(screen: FirstScreen, paint: Paint, columns: number): string[] {
  const fixed = [
    ...head(screen, paint, columns),
    ...wrap(clean(screen.reports), columns).slice(0, 4),
    ...rows(screen, paint, columns),
  ];
  const silence = silenceLines(screen, paint, columns);
  const last = wrap(clean(screen.last), columns).slice(0, 2);
  const room = LINES - fixed.length - silence.length - last.length;
  const { disputes, copies } = fitted(disputeLines(screen, paint, columns), copyLines(screen, paint, columns), room);
  return [...fixed, ...disputes, ...silence, ...copies, ...last];
}

/** Disputes first, then what copies lost, as far as there is room. */
function fitted(disputes: readonly string[], copies: readonly string[], room: number) {
  const first = disputes.slice(0, Math.max(0, Math.min(disputes.length, room - Math.min(copies.length, 1))));
  return { disputes: first, copies: copies.slice(0, Math.max(0, room - first.length)) };
}

function head(screen: FirstScreen, paint: Paint, columns: number): string[] {
  const right = `as of ${screen.asOf}`;
  const title = cut(clean(screen.title), columns - width(right) - 2);
  const demo = screen.demonstration === null ? [] : [paint.soft(clean(screen.demonstration))];
  return [`${paint.bold(padEnd(title, columns - width(right)))}${right}`, ...demo];
}

function rows(screen: FirstScreen, paint: Paint, columns: number): string[] {
  const list = screen.rows;
  if (list.length === 0) return ["", "No text says who did it, and none that no claim was seen."];
  const longest = (cells: readonly string[], most: number) =>
    Math.min(most, Math.max(0, ...cells.map((c) => width(clean(c)))));
  const when = longest(
    list.map((r) => r.when),
    11,
  );
  const place = longest(
    list.map((r) => r.place),
    14,
  );
  const word = longest([...list.map((r) => r.onWhoseWord), "on whose word"], 18);
  const who = longest(
    list.map((r) => r.who),
    20,
  );
  const said = columns - 1 - when - who - word - place - 8;
  const line = (r: FirstScreen["rows"][number]) => {
    // A row without source and place has their room for what was said.
    const room = r.onWhoseWord === "" && r.place === "" ? said + word + place + 4 : said;
    const cells = [
      padStart(cut(clean(r.when), when), when),
      padEnd(cut(clean(r.who), who), who),
      padEnd(cut(clean(r.said), room), room),
      ...(room === said ? [padEnd(cut(clean(r.onWhoseWord), word), word), padEnd(clean(r.place), place)] : []),
    ];
    return cells.join("  ").trimEnd();
  };
  const more =
    screen.moreRows > 0 ? [`${" ".repeat(when)}  … and ${screen.moreRows} more (silverblaze statements)`] : [];
  const heading = padEnd("WHO SAYS WHO DID IT", when + who + said + 6);
  return [`${paint.bold(heading)}${word > 0 ? paint.soft("on whose word") : ""}`, ...list.map(line), ...more];
}

function disputeLines(screen: FirstScreen, paint: Paint, columns: number): string[] {
  const disputes = screen.disputes.map((d, i) => {
    const label = padEnd(i === 0 ? "IN DISPUTE" : "", 12);
    const text = cut(clean(`${d.field}: ${d.versions.join(", ")}`), columns - 12);
    return `${paint.bold(label)}${paint.differ(text)}`;
  });
  const unstated =
    screen.unstated.length === 0
      ? []
      : [`${paint.bold("UNSTATED    ")}${cut(clean(screen.unstated.join("; ")), columns - 12)}`];
  return [...disputes, ...unstated];
}

function silenceLines(screen: FirstScreen, paint: Paint, columns: number): string[] {
  return screen.silence.flatMap((s) => [
    paint.bold(clean(`THE SILENCE of ${s.actor}${s.lasted === "" ? "" : `, ${s.lasted}`}`)),
    ...s.sentences.flatMap((x) => wrap(` ${clean(x)}`, columns - 1).map((l) => ` ${l}`)).slice(0, 6),
  ]);
}

function copyLines(screen: FirstScreen, paint: Paint, columns: number): string[] {
  return screen.copies.map(
    (c, i) => `${paint.bold(padEnd(i === 0 ? "WHAT COPIES LOST" : "", 18))}${cut(clean(c), columns - 18)}`,
  );
}
