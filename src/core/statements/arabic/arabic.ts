import { type Draft, fromCue } from "../draft.ts";
import { spanOf, type View } from "../view.ts";
import { arabicResponsibility } from "./responsibility.ts";
import { arabicVerbs } from "./verbs.ts";
import { bare, complementizer, contentEnd, cueAt, groupEnd, lookUp, phraseHere, tidyRange } from "./words.ts";

/** The statements of others in one Arabic sentence, in the order of their cues; of two on the same words the more special one [ST2]. */
export function arabicDrafts(view: View): Draft[] {
  const out: Draft[] = [];
  const lists = [
    arabicResponsibility(view),
    according(view),
    impersonal(view),
    headline(view),
    arabicVerbs(view),
    nouns(view),
  ];
  for (const draft of lists.flat()) {
    if (out.every((d) => d.cue.to <= draft.cue.from || draft.cue.to <= d.cue.from)) out.push(draft);
  }
  return out.sort((a, b) => a.cue.from - b.cue.from);
}

const COMMA = /^[،,]$/;

/** بحسب S، P and P، بحسب S; also وفقا ل, نقلا عن. */
function according(view: View): Draft[] {
  const out: Draft[] = [];
  for (let i = 0; i < view.tokens.length; i++) {
    const phrase = phraseHere(view.lexicon.according, view.norms, i);
    if (phrase === null || (i > 0 && view.tokens[i - 1]!.pos === "ADP")) continue;
    let from = i + phrase.length;
    if (view.norms[from] === "عن" || view.norms[from] === "الي" || view.norms[from] === "ما") from++;
    if (from >= view.tokens.length) continue;
    const verb = cueAt(view, from);
    if (verb !== null) from++;
    let end = from;
    while (end < view.tokens.length && !/^[،,.؛:]$/.test(view.norms[end]!)) end++;
    const first = i === 0;
    const told = first ? null : relayedClause(view, i, from);
    if (told !== null) {
      out.push(told);
      continue;
    }
    // بحسب ما نقلت S عن Y: Y speaks, S passed it on.
    const an = verb === null ? -1 : view.norms.slice(0, end).indexOf("عن", from + 1);
    const through = an < 0 ? null : tidyRange(view, from, an);
    const start = an < 0 ? from : an + 1;
    const speaker = tidyRange(view, start, first && end === view.tokens.length ? groupEnd(view, start, end) : end);
    const content = first ? tidyRange(view, speaker?.to ?? end, view.tokens.length) : tidyRange(view, 0, i);
    if (speaker === null || content === null) continue;
    out.push({
      view,
      frame: "according-to",
      rule: "ST2",
      cue: { from: i, to: i + phrase.length },
      lemma: bare(view.norms[i]!),
      strength: "neutral",
      act: "says",
      negative: false,
      voice: { is: "words", range: speaker },
      ...(through === null ? {} : { through }),
      content: [spanOf(view, content)],
      quoted: false,
      complement: first ? "first" : "last",
    });
  }
  return out;
}

/** V S نقلا عن Y أن P: Y says P, S passed it on. */
function relayedClause(view: View, i: number, from: number): Draft | null {
  const at = complementizer(view, from, 10);
  if (at === null || at <= from || view.norms.slice(from, at).some((norm) => COMMA.test(norm))) return null;
  const verb = view.norms.findIndex((_, k) => k < i && cueAt(view, k) !== null);
  const speaker = tidyRange(view, from, at);
  const content = tidyRange(view, at + 1, contentEnd(view, at + 1));
  if (verb < 0 || speaker === null || content === null) return null;
  const through = tidyRange(view, verb + 1, i);
  return {
    view,
    frame: "according-to",
    rule: "ST2",
    cue: { from: i, to: from },
    lemma: bare(view.norms[i]!),
    strength: "neutral",
    act: "says",
    negative: false,
    voice: { is: "words", range: speaker },
    ...(through === null ? {} : { through }),
    content: [spanOf(view, content)],
    quoted: false,
    complement: "relayed",
  };
}

const TIME =
  /^(?:يوم|امس|اليوم|مساء|صباح|لاحقا|بعد|ذلك|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد|لنا|له|ايضا|سابقا|من|ب|في)$/u;

/** تبين أن P, من المتوقع أن P: nobody is named [ST5]. */
function impersonal(view: View): Draft[] {
  const out: Draft[] = [];
  for (let i = 0; i < view.tokens.length; i++) {
    const phrase = phraseHere(view.lexicon.impersonal, view.norms, i);
    if (phrase === null) continue;
    const after = i + phrase.length;
    const at = complementizer(view, after, 6);
    if (at === null || !view.norms.slice(after, at).every((norm) => TIME.test(norm))) continue;
    const content = tidyRange(view, at + 1, contentEnd(view, at + 1));
    if (content === null) continue;
    out.push({
      view,
      frame: "impersonal",
      rule: "ST5",
      cue: { from: after - 1, to: after },
      lemma: bare(view.norms[after - 1]!),
      ...phrase.value,
      negative: false,
      voice: { is: "nobody" },
      content: [spanOf(view, content)],
      quoted: false,
      complement: "impersonal",
    });
  }
  return out;
}

/** S: P at the start, where S is an office, a source or a known actor, and no verb stands before the colon. */
function headline(view: View): Draft[] {
  const colon = view.norms.indexOf(":");
  if (colon < 1 || colon > 7) return [];
  for (let i = 0; i < colon; i++) if (cueAt(view, i) !== null || view.quotes[i] !== null) return [];
  const first = view.tokens[0]!;
  const known = view.annotation.mentions.some(
    (m) => m.is === "actor" && m.span.start <= first.start + 2 && m.span.end > first.start,
  );
  if (!view.lexicon.speakers.has(view.norms[0]!) && !known) return [];
  const content = tidyRange(view, colon + 1, view.tokens.length);
  const range = tidyRange(view, 0, colon);
  if (content === null || range === null) return [];
  return [
    {
      view,
      frame: "headline",
      rule: "ST2",
      cue: { from: colon, to: colon + 1 },
      lemma: ":",
      strength: "neutral",
      act: "says",
      negative: false,
      voice: { is: "words", range },
      content: [spanOf(view, content)],
      quoted: view.quotes[colon + 2] != null,
      complement: "colon",
    },
  ];
}

/** اتهامات ب P, تقارير عن P. */
function nouns(view: View): Draft[] {
  const out: Draft[] = [];
  for (let i = 0; i + 1 < view.tokens.length; i++) {
    const cue = lookUp(view.lexicon.nouns, view.norms[i]!);
    if (cue === undefined || view.quotes[i] !== null) continue;
    const next = view.norms[i + 1]!;
    const word = cue.before.find((w) => next === w || (w.length === 1 && next.startsWith(w) && next.length > 3));
    if (word === undefined) continue;
    const from = next === word ? i + 2 : i + 1;
    const end = from < view.tokens.length ? contentEnd(view, from) : from;
    let to = from;
    while (to < end && !COMMA.test(view.norms[to]!)) to++;
    const content = tidyRange(view, from, to);
    if (content === null) continue;
    out.push({
      view,
      ...fromCue(cue),
      frame: "noun-cue",
      rule: "ST2",
      cue: { from: i, to: i + 1 },
      voice: { is: "nobody" },
      content: [spanOf(view, content)],
      quoted: false,
      complement: `noun:${word}`,
    });
  }
  return out;
}
