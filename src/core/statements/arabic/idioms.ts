import type { Draft, Voice } from "../draft.ts";
import type { View } from "../view.ts";
import { contentEnd, tidyRange } from "./content.ts";
import { speakerEnd } from "./groups.ts";
import { draft } from "./made.ts";
import { speakerOf } from "./speakers.ts";
import type { ArabicCue } from "./words.ts";

/** What only some words beside a verb make of it: the statement, or null where they are not there. */
export function idiom(view: View, cue: ArabicCue): Draft | null {
  return claimsForSelf(view, cue) ?? listsVictim(view, cue) ?? seesIn(view, cue);
}

/** "عصابة «X»", "حساب يسمي نفسه «X»": X, who claims. */
function byName({ norms }: View, voice: Voice): Voice {
  if (voice.is !== "words" || norms[voice.range.to - 1] !== '"') return voice;
  const open = norms.indexOf('"', voice.range.from);
  const to = voice.range.to - 1;
  return open + 1 < to ? { is: "words", range: { from: open + 1, to } } : voice;
}

const SELF = /^(?:نفس|ذات)(?:ه|ها|هم|هما)$/u;

/** نسب S P إلى نفسه, نسب إلى نفسه P: a claim of responsibility [ST4]. */
function claimsForSelf(view: View, cue: ArabicCue): Draft | null {
  const { norms } = view;
  if (cue.cue.lemma !== "نسب") return null;
  const to = norms.findIndex(
    (norm, i) => i > cue.at && i < cue.at + 14 && norm === "الي" && SELF.test(norms[i + 1] ?? ""),
  );
  if (to < 0) return null;
  const thing = (i: number) => view.lexicon.responsibility.things.has(norms[i]!);
  let from = cue.at + 1;
  while (from < to && !thing(from)) from++;
  if (from === to) from = speakerEnd(view, cue.at + 1, to);
  const own = from >= to;
  const content = own ? tidyRange(view, to + 2, contentEnd(view, to + 2)) : tidyRange(view, from, to + 2);
  const voice = speakerOf(view, cue, own ? to : from);
  const made = draft(view, cue, { frame: "verb-object", voice, content, complement: "self" });
  return { ...made, act: "claims-responsibility", object: "responsibility", voice: byName(view, made.voice) };
}

const LIST = /^(?:ال)?(?:لائحه|قائمه|سجل)$/u;

/** أضافت العصابة اسم O إلى لائحة ضحاياها: a claim of responsibility by those who extort [ST4]. */
function listsVictim(view: View, cue: ArabicCue): Draft | null {
  const { norms } = view;
  if (cue.cue.lemma !== "أضاف") return null;
  const list = norms.findIndex((norm, i) => i > cue.at && i < cue.at + 14 && LIST.test(norm));
  if (list < 0 || !/^ضحايا(?:ه|ها|هم)$/u.test(norms[list + 1] ?? "")) return null;
  const name = norms.indexOf("اسم", cue.at + 1);
  const from = name > cue.at && name < list ? name : cue.at + 1;
  const made = draft(view, cue, {
    frame: "verb-object",
    voice: speakerOf(view, cue, from),
    content: tidyRange(view, from, contentEnd(view, from)),
    complement: "victim",
  });
  return { ...made, act: "claims-responsibility", object: "responsibility", voice: byName(view, made.voice) };
}

/** رأى S فيه P: what he takes it for. */
function seesIn(view: View, cue: ArabicCue): Draft | null {
  const { norms } = view;
  if (cue.cue.lemma !== "رأى") return null;
  const at = norms.findIndex((norm, i) => i > cue.at && i < cue.at + 6 && /^فيه(?:ا|م|ما)?$/u.test(norm));
  if (at < 0 || at + 1 >= norms.length || view.lexicon.complementizers.has(norms[at + 1]!)) return null;
  const content = tidyRange(view, at + 1, contentEnd(view, at + 1));
  return draft(view, cue, { frame: "verb-object", voice: speakerOf(view, cue, at), content, complement: "seen" });
}
