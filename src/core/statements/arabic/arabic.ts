import type { Draft } from "../draft.ts";
import { mentionsIn } from "../speaker.ts";
import { spanOf, type View } from "../view.ts";
import { according } from "./according.ts";
import { complementizer, contentEnd, tidyRange } from "./content.ts";
import { nouns } from "./nouns.ts";
import { asMeant } from "./own-deed.ts";
import { arabicResponsibility } from "./responsibility.ts";
import { silences } from "./silences.ts";
import { arabicVerbs } from "./verbs.ts";
import { bare, cueAt, phraseHere } from "./words.ts";
import { written } from "./written.ts";

/** The statements of others in one Arabic sentence, in the order of their cues; of two on the same words the more special one [ST2]. */
export function arabicDrafts(view: View): Draft[] {
  const out: Draft[] = [];
  const lists = [
    arabicResponsibility(view),
    according(view),
    silences(view),
    written(view),
    impersonal(view),
    headline(view),
    arabicVerbs(view),
    nouns(view),
  ];
  for (const draft of lists.flat()) {
    const apart = out.every((d) => d.cue.to <= draft.cue.from || draft.cue.to <= d.cue.from);
    // "رد S بالقول إن": the verb has the clause already.
    const again = draft.frame === "noun-cue" && out.some((d) => d.content[0]?.start === draft.content[0]?.start);
    if (apart && !again) out.push(asMeant(draft));
  }
  return out.sort((a, b) => a.cue.from - b.cue.from);
}

const TIME =
  /^(?:يوم|امس|اليوم|مساء|صباح|لاحقا|بعد|ذلك|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد|لنا|له|ايضا|سابقا|من|ب|في)$/u;

/** تبين أن P, من المتوقع أن P: nobody is named [ST5]. */
function impersonal(view: View): Draft[] {
  const out: Draft[] = [];
  for (let i = 0; i < view.tokens.length; i++) {
    const phrase = phraseHere(view.lexicon.impersonal, view.norms, i);
    if (phrase === null || view.quotes[i] !== null) continue;
    const after = i + phrase.length;
    const at = complementizer(view, after, 6);
    // "حين تبين أن": when, in the outlet's own telling.
    if (/^[وف]?(?:حين|عندما|بعدما|كلما|حتي|ان|حيث|لما|ما|مما)$/u.test(view.norms[i - 1] ?? "")) continue;
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
  if (colon < 1 || colon > 9) return [];
  const named = view.norms[0] === '"' && view.norms.indexOf('"', 1) === colon - 1 && colon < 8;
  // "وزير الدفاع لـ«المرفأ»: P": to whom he spoke.
  const to = view.norms.indexOf("ل");
  const end = to > 0 && to < colon ? to : colon;
  for (let i = 0; i < end; i++) if (cueAt(view, i) !== null || (view.quotes[i] !== null && !named)) return [];
  const known = named || mentionsIn(view, view.tokens[0]!).some((m) => m.is === "actor");
  if (!view.lexicon.speakers.has(view.norms[0]!) && !known) return [];
  const content = tidyRange(view, colon + 1, view.tokens.length);
  const range = tidyRange(view, 0, end);
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
