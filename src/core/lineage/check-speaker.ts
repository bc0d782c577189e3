import type { Change } from "../model/lineage.ts";
import type { Span } from "../model/span.ts";
import type { Statement } from "../model/statement.ts";
import { lexiconOf } from "../text/lexicon.ts";
import { BIDDING } from "./change-attribution.ts";
import { setOf } from "./change-lists.ts";
import type { Field } from "./check-field.ts";
import { samePhrase } from "./check-roles.ts";
import { isMatch, type Term } from "./check-terms.ts";
import { areTied } from "./check-ties.ts";
import type { Side } from "./side.ts";

/** All that the sentence tells is told in the source by somebody, and the sentence names nobody who tells it. */
export function speakerLost({ source, side, there, own }: Field): Change | null {
  if (side.marks.some((m) => m.hedges.length > 0)) return null;
  const cues = own.filter((t) => side.marks.some((m) => m.cues.some((c) => within(t, c.span))));
  const telling = own.filter((t) => t.telling);
  if (telling.length < 2) return null;
  for (const statement of source.statements) {
    const { cue, speaker, content } = statement;
    if (BIDDING.has(statement.act) || cue === undefined || speaker.span === undefined || content.length === 0) continue;
    if (isOfHimself(statement)) continue;
    const [said, spoken] = [inside(there, content), inside(there, [speaker.span])];
    const isSaid = (t: Term) => said.some((o) => isMatch(t, o, { broader: true }));
    if (!cues.every((t) => said.some((o) => o.keys.some((k) => t.keys.includes(k))))) continue;
    const isSpeaker = (t: Term) => spoken.some((o) => o.telling && isMatch(t, o, { broader: false }));
    const outside = there.filter((o) => !said.includes(o) && !spoken.includes(o) && !within(o, cue.span));
    const isElsewhere = (t: Term) => outside.some((o) => o.telling && isMatch(t, o, { broader: false }));
    if (telling.every((t) => isSaid(t) && !isSpeaker(t) && !isElsewhere(t)))
      return { class: "attribution", a: { start: speaker.span.start, end: speaker.span.end }, weight: 0.8 };
  }
  return null;
}

/** A claim, a denial or a promise is the speaker's own deed, and no report of another's. */
function isOfHimself({ act }: Statement): boolean {
  return (
    act === "denies" ||
    act === "claims-responsibility" ||
    act === "no-claim" ||
    act === "threatens" ||
    act === "praises"
  );
}

function within({ start }: Span, span: Span): boolean {
  return span.start <= start && start < span.end;
}

function inside(terms: readonly Term[], spans: readonly Span[]): readonly Term[] {
  return terms.filter((t) => spans.some((s) => within(t, s)));
}

const PLAINLY = setOf("say tell state add note report announce declare explain");

/** Words that merely report what their subject does in the source by a verb of its own: "the captain said the radar was to blame" of "the captain blamed the radar". */
export function ownActs(source: Side, side: Side): readonly Span[] {
  const { verbs } = lexiconOf("en");
  const acts = source.clauses.predicates.filter(
    (p) => verbs.has(p.lemma) || verbs.has(`${p.lemma}s`) || verbs.has(`${p.lemma}ed`),
  );
  return side.clauses.predicates
    .filter(
      (q) =>
        PLAINLY.has(q.lemma) &&
        q.agent !== undefined &&
        acts.some((p) => p.agent !== undefined && q.agent !== undefined && !p.negated && samePhrase(p.agent, q.agent)),
    )
    .map((q) => q.span);
}

/** What one says there, another says here; at least this share of the words of what is said stands in what was said. */
const SAME_MATTER = 0.5;

export function speakerExchanged({ source, side, there, own }: Field): Change | null {
  for (const b of side.statements) {
    const span = b.speaker.span;
    if (
      b.content.length === 0 ||
      span === undefined ||
      b.speaker.is === "unnamed" ||
      PRONOUNS.has(b.speaker.label?.toLowerCase() ?? "")
    )
      continue;
    const said = inside(own, b.content).filter((t) => t.telling);
    const who = inside(own, [span]).filter((t) => t.telling && !inside(own, b.content).includes(t));
    const share = (a: Statement) => {
      const matter = inside(there, a.content);
      return said.filter((t) => matter.some((o) => isMatch(t, o, { broader: true }))).length / said.length;
    };
    const same = source.statements.filter((a) => said.length > 1 && share(a) >= SAME_MATTER);
    const most = Math.max(...same.map(share));
    const spoken = same.filter((a) => share(a) === most && a.speaker.span !== undefined);
    const [first] = spoken;
    if (first?.speaker.span === undefined || who.length === 0) continue;
    const sentence = inside(
      there,
      spoken.map((a) => a.sentence),
    );
    if (who.every((t) => sentence.some((o) => isMatch(t, o, { broader: false })))) continue;
    if (spoken.some((a) => isSpeaker(who, { there, source, span: a.speaker.span as Span }))) continue;
    const { start, end } = first.speaker.span;
    return { class: "role-moved", a: { start, end }, b: { start: span.start, end: span.end }, weight: 1 };
  }
  return null;
}

const PRONOUNS = setOf("he she it they we i you who");

interface Spoken {
  readonly there: readonly Term[];
  readonly source: Side;
  readonly span: Span;
}

function isSpeaker(who: readonly Term[], { there, source, span }: Spoken): boolean {
  const spoken = inside(there, [span]);
  if (spoken.every((o) => !o.telling)) return true;
  const keys = spoken.flatMap((o) => o.keys);
  return who.some((t) => spoken.some((o) => isMatch(t, o, { broader: true })) || areTied(source.text, t.keys, keys));
}
