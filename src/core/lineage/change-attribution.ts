import type { Change } from "../model/lineage.ts";
import type { Span } from "../model/span.ts";
import type { Act, Speaker, Statement } from "../model/statement.ts";
import { wordsOf } from "../text/words.ts";
import type { Vocabulary } from "./prepare.ts";
import type { Side } from "./side.ts";
import { wholeOf } from "./side.ts";
import { nameKey } from "./specifics.ts";

/**
 * A source that the copy no longer names [LI7]: nobody speaks any more (weight .8), or somebody unnamed does (.6).
 * Goes by the readings' statements; where a reading has none at all, by the cues of the sentence.
 */
export function attributionChanges(a: Side, b: Side, vocabulary: Vocabulary): readonly Change[] {
  const read = a.text.read.reading.statements.length > 0 || b.text.read.reading.statements.length > 0;
  return read ? byStatements(a, b, vocabulary) : byCues(a, b);
}

/** Telling words of what was said that the copy must still have, or it left out more than the source. */
const CONTENT_KEPT = 0.25;
const TELLING = 2.2;

function byStatements(a: Side, b: Side, vocabulary: Vocabulary): readonly Change[] {
  const changes: Change[] = [];
  const done = new Set<string>();
  for (const statement of a.statements) {
    const { speaker } = statement;
    if (!isTold(speaker) || isStillThere(speaker, a, b) || !keepsContent(statement, { a, b, vocabulary })) continue;
    const key = speaker.actor ?? labelOf(speaker, a).toLowerCase();
    if (done.has(key)) continue;
    done.add(key);
    const vague = b.statements.find((s) => s.speaker.is === "collective" || s.speaker.is === "unnamed");
    if (vague === undefined && b.statements.some((s) => isTold(s.speaker))) continue;
    if (vague === undefined && b.marks.some((m) => m.cues.length > 0) && speaker.is !== "named") continue;
    changes.push({
      class: "attribution",
      a: placeOf(statement),
      b: vague === undefined ? wholeOf(b) : placeOf(vague),
      weight: vague === undefined ? 0.8 : 0.6,
    });
  }
  return changes;
}

function keepsContent(
  { content, sentence }: Statement,
  { a, b, vocabulary }: { readonly a: Side; readonly b: Side; readonly vocabulary: Vocabulary },
): boolean {
  const spans = content.length > 0 ? content : [sentence];
  const said = a.words.filter((w) => spans.some((s) => s.start <= w.start && w.end <= s.end));
  const telling = said.filter((w) => vocabulary.words.of(w.stem) >= TELLING);
  return telling.filter((w) => b.stems.has(w.stem)).length >= CONTENT_KEPT * telling.length;
}

function isTold(speaker: Speaker): boolean {
  return speaker.is === "named" || speaker.is === "role";
}

function placeOf(statement: Statement): Span {
  const { speaker, cue, sentence } = statement;
  const { start, end } = speaker.span ?? cue?.span ?? sentence;
  return { start, end };
}

function labelOf(speaker: Speaker, side: Side): string {
  const text = side.text.read.info.text;
  return speaker.label ?? (speaker.span === undefined ? "" : text.slice(speaker.span.start, speaker.span.end));
}

/** Whether the copy's sentences still name the speaker: the same actor, or a telling word of the label. */
function isStillThere(speaker: Speaker, a: Side, b: Side): boolean {
  if (speaker.actor !== undefined) {
    const { actor } = speaker;
    if (b.statements.some((s) => s.speaker.actor === actor)) return true;
    const spans = b.sentences.map((s) => s.span);
    const mentioned = b.text.read.reading.mentions.some(
      (m) =>
        (m.id === actor || m.standsFor === actor) && spans.some((s) => s.start <= m.span.start && m.span.end <= s.end),
    );
    if (mentioned) return true;
  }
  const label = wordsOf(labelOf(speaker, a)).filter((w) => w.norm.length > 2);
  const names = new Set(b.words.map((w) => nameKey(w.norm)));
  return label.some((w) => (w.capital || label.length === 1) && names.has(nameKey(w.norm)));
}

/** Acts that bid rather than tell: who asks for a boat is no source of anything. */
const BIDDING: ReadonlySet<Act> = new Set(["asks", "demands", "threatens", "praises"]);

function byCues(a: Side, b: Side): readonly Change[] {
  const told = (side: Side) =>
    side.marks.flatMap((m) => m.cues).filter(({ value }) => value === "according" || !BIDDING.has(value.act));
  const [first] = told(a);
  const any = told(b).length > 0;
  return first === undefined || any ? [] : [{ class: "attribution", a: first.span, b: wholeOf(b), weight: 0.8 }];
}
