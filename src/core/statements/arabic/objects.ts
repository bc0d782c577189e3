import { nameWords } from "../../text/name-words.ts";
import type { Draft } from "../draft.ts";
import { mentionsIn } from "../speaker.ts";
import type { Range, View } from "../view.ts";
import { contentEnd, tidyRange } from "./content.ts";
import { afterTime, canBeSubject, groupEnd, isDeed, isWrittenOn, speakerEnd, splitDefinite } from "./groups.ts";
import { draft, voiceOf } from "./made.ts";
import { speakerBefore } from "./speakers.ts";
import { type ArabicCue, participleAt } from "./words.ts";

/** حمّل S O مسؤولية P. */
export function responsible(view: View, cue: ArabicCue): Draft | null {
  if (!cue.cue.takes.has("responsibility")) return null;
  const words = view.lexicon.responsibility.responsibility;
  for (let i = cue.at + (cue.suffixed ? 1 : 2); i < view.tokens.length && i < cue.at + 20; i++) {
    if (!words.has(view.norms[i]!) && !BURDEN.test(view.norms[i]!)) continue;
    const after = cue.suffixed ? tidyRange(view, cue.at + 1, i) : null;
    const both = cue.suffixed ? { subject: after, target: null } : subjectAndObject(view, cue, i);
    // "حملت السلطات المسؤولية لـ«المد»": the group before is who blames.
    const laid = !cue.suffixed && both.subject === null && /^ل/u.test(view.norms[i + 1] ?? "");
    const { subject, target } = laid
      ? { subject: both.target, target: tidyRange(view, i + 1, groupEnd(view, i + 2, view.tokens.length)) }
      : both;
    const content = tidyRange(view, i, contentEnd(view, i));
    return draft(view, cue, {
      frame: "verb-object",
      voice: voiceOf(subject ?? speakerBefore(view, cue), cue),
      content,
      target,
      complement: "responsibility",
    });
  }
  return null;
}

/** What is laid on somebody besides responsibility: وزر, تبعات. */
const BURDEN = /^(?:ال)?(?:وزر|اوزار|تبعه|تبعات|مغبه|عواقب|ذنب|اثم|جريره)$/u;

/** رمى S الكرة في ملعب O. */
export function passesOn(view: View, cue: ArabicCue): Draft | null {
  const { norms } = view;
  const ball = norms.indexOf("الكره", cue.at + 1);
  const apart = ball > cue.at && ball < cue.at + 10 && norms[ball + 1] === "في" && norms[ball + 2] === "ملعب";
  if (cue.cue.lemma !== "رمى" || !apart || ball + 3 >= norms.length) return null;
  const target = tidyRange(view, ball + 3, groupEnd(view, ball + 3, norms.length));
  const made = draft(view, cue, {
    frame: "verb-object",
    voice: voiceOf(tidyRange(view, cue.at + 1, ball) ?? speakerBefore(view, cue), cue),
    content: target,
    target,
    complement: "blame",
  });
  return ball === cue.at + 1 ? { ...made, cue: { from: cue.at, to: ball + 3 } } : made;
}

/** ألقى S باللوم على O في P. */
export function laysBlame(view: View, cue: ArabicCue): Draft | null {
  if (cue.cue.lemma !== "ألقى") return null;
  const { norms } = view;
  const blame = norms.findIndex((n, i) => i > cue.at && i < cue.at + 10 && LAID.test(n));
  const on = blame < 0 ? -1 : norms.findIndex((n, i) => i > blame && i < blame + 6 && n === "علي");
  if (on < 0 || on + 1 >= norms.length) return null;
  const end = groupEnd(view, on + 1, norms.length);
  return draft(view, cue, {
    frame: "verb-object",
    voice: voiceOf(tidyRange(view, cue.at + 1, blame) ?? speakerBefore(view, cue), cue),
    content: tidyRange(view, on + 1, contentEnd(view, on + 1)),
    target: tidyRange(view, on + 1, end),
    complement: "blame",
  });
}

const LAID = /^(?:ب?اللوم|ب?اللائمه|ب?المسؤوليه|ب?التهمه|ب?تبعه)$/u;

const CHARGE = /^(?:ال)?(?:تهمه|تهم|تهما|اتهام|اتهامات|اتهاما|اصابع|انتقاد|انتقادات|لوم)$/u;

/** وجه S إلى O تهمة P. */
export function charges(view: View, cue: ArabicCue): Draft | null {
  if (cue.cue.lemma !== "وجه") return null;
  const { norms } = view;
  const charge = norms.findIndex((n, i) => i > cue.at && i < cue.at + 18 && CHARGE.test(n));
  if (charge < 0) return null;
  const from = afterTime(view, cue.at + 1, charge);
  const end = speakerEnd(view, from, charge);
  const subject = tidyRange(view, from, end);
  const to = norms.findIndex((n, i) => i >= end && i < charge && n === "الي");
  return draft(view, cue, {
    frame: "verb-object",
    voice: voiceOf(
      subject !== null && canBeSubject(view, subject, cue.agrees) ? subject : speakerBefore(view, cue),
      cue,
    ),
    content: tidyRange(view, to < 0 ? charge : to, contentEnd(view, charge)),
    target: to < 0 ? null : tidyRange(view, to + 1, groupEnd(view, to + 1, charge)),
    complement: "charge",
  });
}

/** وتعده تنصلا: what is judged is written on the verb. */
export function judges(view: View, cue: ArabicCue): Draft | null {
  if (
    !/^(?:عد|اعتبر)$/u.test(cue.cue.lemma.replace(/[\u064B-\u0652]/gu, "")) ||
    !/(?:ه|ها|هم|هما)$/u.test(view.norms[cue.at]!)
  )
    return null;
  const next = view.norms[cue.at + 1];
  if (next === undefined || view.tokens[cue.at + 1]!.pos === "ADP") return null;
  const from =
    /(?:ا|ه)$/u.test(next) && !next.startsWith("ال") && !isSomebody(view, { from: cue.at + 1, to: cue.at + 2 })
      ? cue.at + 1
      : groupEnd(view, cue.at + 1, view.tokens.length);
  const subject = tidyRange(view, cue.at + 1, from);
  const content = from < view.norms.length ? tidyRange(view, from, contentEnd(view, from)) : null;
  return content === null
    ? null
    : draft(view, cue, {
        frame: "verb-object",
        voice: voiceOf(subject ?? speakerBefore(view, cue), cue),
        content,
        complement: "judged",
      });
}

/** أبلغ S O أن P: S, where whom he told follows. */
export function firstOfTwo(view: View, cue: ArabicCue, limit: number): Range | null {
  if (cue.at + 1 >= limit) return null;
  const { subject, target } = subjectAndObject(view, cue, limit);
  return subject !== null && target !== null && canBeSubject(view, subject, cue.agrees) ? subject : null;
}

/** Two noun groups behind the verb: who speaks and whom it is about; one alone is the object, and who speaks is known from before. */
function subjectAndObject(view: View, cue: ArabicCue, to: number): { subject: Range | null; target: Range | null } {
  const from = afterTime(view, cue.at + 1, to);
  // "حملت الوزارة، في بيان صدر مساء، الجماعة مسؤولية": the aside between commas is neither.
  const between = view.norms.slice(from, to);
  const comma = between.indexOf("،");
  if (comma >= 0 && speakerBefore(view, cue) === null) {
    const last = from + between.lastIndexOf("،");
    return { subject: tidyRange(view, from, from + comma), target: tidyRange(view, last + 1, to) };
  }
  let middle = groupEnd(view, from, to);
  // "جهاز الاستخبارات في كارداك": a place belongs to the group before it.
  if (view.norms[middle] === "في" && middle + 2 <= to) middle = Math.min(to, middle + 2);
  const first = tidyRange(view, from, middle);
  const second = tidyRange(view, middle, to);
  // "وطالب الحكومة المركزية": the verb is a man's.
  if (first !== null && !canBeSubject(view, first, cue.agrees))
    return { subject: null, target: tidyRange(view, from, to) };
  if (second === null) {
    const split = splitDefinite(view, from, to);
    if (split < to) return { subject: tidyRange(view, from, split), target: tidyRange(view, split, to) };
  }
  return second === null ? { subject: null, target: first } : { subject: first, target: second };
}

/** V S ب P, V S O ب P, V S من P. */
export function prepositional(view: View, cue: ArabicCue): Draft | null {
  if (cue.cue.prepositions.length === 0) return null;
  const at = prepositionAt(view, cue);
  if (at === null) return null;
  const passive = blamedOn(view, cue, at);
  if (passive !== null) return passive;
  const attached = view.norms[at]!.length > 1 && !cue.cue.prepositions.includes(view.norms[at]!);
  const from = attached ? at : at + 1;
  if (from >= view.tokens.length) return null;
  const content = tidyRange(view, from, contentEnd(view, from));
  if (content === null || !isOnlyWith(view, cue, content)) return null;
  const addressed = cue.cue.takes.has("addressee");
  const suffixed = cue.suffixed === true;
  const both =
    addressed && !suffixed
      ? subjectAndObject(view, cue, at)
      : { subject: subjectOrBefore(view, cue, at), target: null };
  // One group alone: whom it accuses, but who demands.
  const { act } = cue.cue;
  const alone =
    both.subject === null &&
    both.target !== null &&
    canBeSubject(view, both.target, cue.agrees) &&
    !isAudience(view, cue, both.target);
  const demands = alone && (act === "demands" || act === "threatens" || act === "says");
  const subject = (demands ? both.target : both.subject) ?? (addressed ? speakerBefore(view, cue) : null);
  // "عزت البلدية الحريق إلى تماس": what is explained belongs to it.
  if (
    cue.cue.act !== "blames" &&
    cue.cue.takes.has("object") &&
    cue.cue.prepositions.includes("الي") &&
    (subject !== null || isOwned(view, cue.at + 1))
  ) {
    const whole = tidyRange(
      view,
      subject !== null && subject.to > cue.at ? subject.to : cue.at + 1,
      contentEnd(view, from),
    );
    return draft(view, cue, { frame: "verb-object", voice: voiceOf(subject, cue), content: whole, complement: "prep" });
  }
  // "نسبت الشرطة التفجير إلى عصابة": whom it blames stands after the preposition.
  const laidOn = act === "blames" && view.norms[at] === "الي";
  const target = laidOn
    ? tidyRange(view, at + 1, groupEnd(view, at + 1, view.tokens.length))
    : demands
      ? null
      : both.target;
  if (cue.cue.lemma === "اشتبه" && (subject === null || !isSomebody(view, subject))) return null;
  // Whom it accuses belongs to what is said: "اتهم S | O ب P".
  const accusing = act === "accuses" && target !== null && target.from > cue.at && target.from < content.from;
  const whole = accusing ? { from: target.from, to: content.to } : content;
  return draft(view, cue, {
    frame: "verb-object",
    voice: voiceOf(subject, cue),
    content: whole,
    target,
    complement: "prep",
  });
}

/** نُسب الهجوم إلى X: an attack blames nobody, so the verb is a passive and who blames is not named. */
function blamedOn(view: View, cue: ArabicCue, at: number): Draft | null {
  const { things } = view.lexicon.responsibility;
  if (cue.cue.act !== "blames") return null;
  const before = speakerBefore(view, cue);
  const isThing = before !== null && things.has(view.norms[before.from]!);
  if (!isThing && !things.has(view.norms[cue.at + 1] ?? "")) return null;
  if (before !== null && !isThing && isSomebody(view, before)) return null;
  const target = tidyRange(view, at + 1, groupEnd(view, at + 1, view.tokens.length));
  const content = isThing ? before : tidyRange(view, cue.at + 1, at);
  return draft(view, cue, { frame: "passive", voice: { is: "nobody" }, content, target, complement: "passive" });
}

/** Whether a verb that is a cue with some objects only has one of them. */
function isOnlyWith({ norms }: View, { cue }: ArabicCue, content: Range): boolean {
  const { only } = cue;
  if (only === undefined) return true;
  return norms.slice(content.from, content.from + 2).some((norm) => {
    const plain = norm.replace(/(?:ه|ها|هم|هما)$/u, "");
    return [norm, plain].some((w) => {
      const open = [w, w.replace(/^ب(?:ال)?/u, ""), w.replace(/^ال/u, "")];
      return open.some((o) => only.has(o) || only.has(`${o}ه`) || (o.endsWith("ت") && only.has(`${o.slice(0, -1)}ه`)));
    });
  });
}

function subjectOrBefore(view: View, cue: ArabicCue, at: number): Range | null {
  const from = afterTime(view, cue.at + 1, at);
  let end = speakerEnd(view, from, at);
  // "حذرت السفارة رعاياها من": its own people are whom it warns.
  const group = groupEnd(view, from, end);
  if (group < end && group > from && /(?:ها|هم|ه)$/u.test(view.norms[group]!)) end = group;
  const { things } = view.lexicon.responsibility;
  const lays = cue.cue.prepositions.includes("الي") && (cue.cue.act === "blames" || cue.cue.takes.has("object"));
  while (lays && end > from + 1 && (things.has(view.norms[end - 1]!) || view.norms[end - 1] === "ما")) end--;
  if (lays) {
    const own = groupEnd(view, from, end);
    end = own === end ? splitDefinite(view, from, end) : own;
  }
  if (lays && isOwned(view, from)) return speakerBefore(view, cue);
  const range = tidyRange(view, from, end);
  const speaks = range !== null && canBeSubject(view, range, cue.agrees) && !isAudience(view, cue, range);
  return speaks ? range : speakerBefore(view, cue);
}

/** "وعزت تأخرها إلى": what is its own is explained, and explains nothing. */
function isOwned({ norms, lexicon }: View, i: number): boolean {
  const head = /^(\p{L}{3,})(?:ها|هم)$/u.exec(norms[i] ?? "")?.[1];
  return head !== undefined && ![head, `${head.slice(0, -1)}ه`].some((word) => lexicon.speakers.has(word));
}

const APPEALS = new Set(["دعا", "حذر", "حث", "ناشد", "نصح", "نبه"]);
const AUDIENCE =
  /^(?:السكان|الاهالي|السياح|الركاب|العائلات|الاسر|الجمهور|رعاياه|رعاياها|مواطنيه|مواطنيها|انصاره|انصارها)$/u;

/** "ودعا السكان إلى": those to whom he goes on speaking. */
function isAudience(view: View, cue: ArabicCue, range: Range | null): boolean {
  return range !== null && cue.joined && APPEALS.has(cue.cue.lemma) && AUDIENCE.test(view.norms[range.from]!);
}

const REACH = 22;

/** The token of the verb's preposition: a word of its own, or ب and ل written on the next. */
function prepositionAt(view: View, cue: ArabicCue): number | null {
  const { norms } = view;
  for (let i = cue.at + 1; i < norms.length && i < cue.at + REACH; i++) {
    const norm = norms[i]!;
    if (/^[.؛;:]$/.test(norm)) return null;
    if (/^[،,]$/.test(view.norms[i - 1]!) && /^(?:وال\p{L}+|الذي|التي)$/u.test(norm)) return null;
    if (i > cue.at + 1 && participleAt(view, i) !== undefined) return null;
    for (const preposition of cue.cue.prepositions) {
      if (norm === preposition && view.norms[i + 1] !== "لسان") return i;
      if (preposition.length === 1 && norm.startsWith(preposition) && isWrittenOn(view, i)) return i;
    }
  }
  return null;
}

/** V S O: a denial, a confirmation, a condemnation of something named. */
export function object(view: View, cue: ArabicCue): Draft | null {
  const { takes, act } = cue.cue;
  const blames = act === "accuses" && takes.has("addressee");
  if ((!takes.has("object") && !blames) || cue.at + 1 >= view.tokens.length || !opensClause(view, cue)) return null;
  // "يؤيد ذلك أن": what a fact shows.
  if (/^(?:ذلك|هذا)$/u.test(view.norms[cue.at + 1]!) && view.lexicon.complementizers.has(view.norms[cue.at + 2] ?? ""))
    return null;
  const from = afterTime(view, cue.at + 1, view.tokens.length);
  const end = withoutMarks(view, from, contentEnd(view, from));
  const before = subjectInFront(view, cue);
  const behind = before === null ? objectFirst(view, cue, { from, to: end }) : null;
  if (behind !== null) return behind;
  const middle = before !== null ? from : subjectEnd(view, cue, { from, to: end });
  const subject = before ?? tidyRange(view, from, middle);
  const rest = tidyRange(view, pastAside(view, middle, end), end);
  const whole = rest ?? (before === null ? subject : null);
  const content = blames && whole !== null ? accused(view, whole) : whole;
  if (content === null || !isOnlyWith(view, cue, content)) return null;
  const alone = rest === null || subject === null;
  // "يعتبر هذا التفجير الأحدث": is held to be, by nobody.
  if (act === "believes" || act === "assesses") {
    if (subject !== null && !alone && !isSomebody(view, subject)) return null;
    if (alone && /^[وف]?[يت]/u.test(view.norms[cue.at]!) && speakerBefore(view, cue) === null) return null;
  }
  const voice = voiceOf(alone ? speakerBefore(view, cue) : subject, cue);
  const target = blames ? content : null;
  const made = draft(view, cue, { frame: "verb-object", voice, content, target, complement: "object" });
  // أعلن الحداد: done by saying so, and nothing is told.
  if (cue.cue.lemma === "أعلن" && PERFORMED.test(view.norms[content.from]!)) return null;
  // رفض التعليق: a refusal to speak denies nothing.
  return cue.cue.lemma === "رفض" && TO_SPEAK.test(view.norms[content.from]!) ? { ...made, act: "says" } : made;
}

const PERFORMED = /^(?:ال)?(?:حاله|حداد|اضراب|حرب|طوارئ|نفير|عطله|استنفار|حظر|هدنه|ترشحه|استقالته|استقالتها|ولاءه)$/u;
const TO_SPEAK = /^(?:ال)?(?:تعليق|تعقيب|رد|افصاح|كشف|ادلاء|حديث|اجابه|تصريح|خوض)$/u;

/** Whom alone somebody accuses, without what is told of him: "مجموعة X | التي تقفل الطرق", "X، خصم Y | ، والكتيبة". */
function accused(view: View, { from, to }: Range): Range {
  for (let i = from + 1; i < to; i++) {
    const norm = view.norms[i]!;
    const leaves = /^[،,]$/.test(norm) && /^(?:و|في|بلا|من|دون|علي|بعد|قبل|منذ)/u.test(view.norms[i + 1] ?? "");
    if (leaves || /^(?:الذي|التي|الذين|اللذين)$/u.test(norm)) return { from, to: i };
  }
  return { from, to };
}

/** "والميناء ينفي التقصير", "عصابة تزعم السطو": somebody right in front of the verb. */
function subjectInFront(view: View, cue: ArabicCue): Range | null {
  if (cue.joined) return null;
  const range = speakerBefore(view, cue);
  if (range === null || range.to < cue.at - 3 || range.to > cue.at) return null;
  return isSomebody(view, range) ? range : null;
}

/** "ونفى ذلك متحدث", "نفى هذه الاتهامات مدير المصنع": what is pointed at stands before who speaks. */
function objectFirst(view: View, cue: ArabicCue, { from, to }: Range): Draft | null {
  const { norms } = view;
  if (!/^(?:ذلك|هذا|هذه|تلك)$/u.test(norms[from] ?? "")) return null;
  let at = from + 1;
  while (at < to && at < from + 3 && norms[from] !== "ذلك" && norms[at]!.startsWith("ال")) at++;
  if (at >= to || !isSomebody(view, { from: at, to: at + 1 })) return null;
  const subject = tidyRange(view, at, speakerEnd(view, at, to));
  const content = tidyRange(view, from, at);
  return subject === null || content === null
    ? null
    : draft(view, cue, { frame: "verb-object", voice: voiceOf(subject, cue), content, complement: "object" });
}

/** Where the subject ends and the object begins; at `from` where all is object. */
function subjectEnd(view: View, cue: ArabicCue, { from, to }: Range): number {
  if (!canBeSubject(view, { from, to }, cue.agrees)) return from;
  const { only } = cue.cue;
  if (only !== undefined) {
    const found = view.norms.findIndex(
      (n, i) => i > from && i < Math.min(to, from + 9) && only.has(n.replace(/^ال/u, "")),
    );
    if (found > 0) return found;
  }
  let middle = groupEnd(view, from, to);
  // "وزير النقل في مارفيك نادر تلمود": a place within the speaker's words.
  if (
    view.norms[middle] === "في" &&
    view.norms[middle + 2] !== undefined &&
    !view.norms[middle + 1]!.startsWith("بيان")
  )
    return Math.max(middle, speakerEnd(view, from, nextComma(view, from, to) ?? middle));
  // رفض الوزير الكشف عن: the group ran on into the object.
  if (middle === to || view.tokens[middle]!.pos === "ADP") middle = splitDefinite(view, from, middle);
  return middle;
}

function nextComma({ norms }: View, from: number, to: number): number | null {
  for (let i = from; i < to && i < from + 12; i++) if (norms[i] === "،") return i;
  return null;
}

/** "، أمس الثلاثاء،" between subject and object is neither; the aside's end, or `at` where there is none. */
function pastAside(view: View, at: number, end: number): number {
  const { norms } = view;
  // "على لسان أحد ضباطها": through whom, and not what.
  if (norms[at] === "علي" && norms[at + 1] === "لسان" && at + 2 < end) return groupEnd(view, at + 2, end);
  if (norms[at] !== "،") {
    if (norms[at] !== "في" && norms[at] !== "خلال" && norms[at] !== "عبر") return at;
    // "أكدت الشرطة في بيان مقتضب مقتل اثنين": the object begins with a deed.
    for (let i = at + 2; i < end && i < at + 8; i++) if (opensObject(view, i)) return i;
    for (let i = at + 1; i < end && i < at + 14; i++) if (norms[i] === "،") return i + 1 < end ? i + 1 : at;
    return at;
  }
  for (let i = at + 1; i < end && i < at + 14; i++) if (norms[i] === "،") return i + 1;
  return at;
}

function opensObject({ norms, lexicon }: View, i: number): boolean {
  return isDeed(norms[i]!) || lexicon.responsibility.things.has(norms[i]!) || lexicon.nouns.has(norms[i]!);
}

function isSomebody(view: View, range: Range): boolean {
  const head = view.norms[range.from]!;
  const { speakers } = view.lexicon;
  const known = [head, head.replace(/^[وف]/u, ""), head.replace(/^[وف]?ال/u, "")];
  return (
    known.some((word) => speakers.has(word) || nameWords.groupHeads.has(word)) ||
    head === '"' ||
    mentionsIn(view, view.tokens[range.from]!).some((m) => m.is === "actor")
  );
}

/** وهو اتهام نفاه زعيمها: what is denied stands before, as the object written on the verb. */
export function deniedIt(view: View, cue: ArabicCue): Draft | null {
  if (cue.cue.act !== "denies" || !/(?:ه|ها|هم)$/u.test(view.norms[cue.at]!)) return null;
  const subject = tidyRange(view, cue.at + 1, groupEnd(view, cue.at + 1, view.tokens.length));
  return subject === null
    ? null
    : draft(view, cue, { frame: "verb-object", voice: voiceOf(subject, cue), content: null, complement: "object" });
}

function withoutMarks({ tokens }: View, from: number, end: number): number {
  let to = end;
  while (to > from && tokens[to - 1]!.pos === "PUNCT" && !/^[")]$/.test(tokens[to - 1]!.norm)) to--;
  return to;
}

const DAY = /^(?:الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد|امس|اليوم|لاحقا|ايضا|بدوره|بدورها|المقابل)$/u;

const OPENERS = new Set(
  "لكنه لكنها لكن ولكن قد وقد كان وكان كانت وكانت كما بينما فيما حيث ان ثم غير الا اذ لم لن لا ما انه انها".split(" "),
);

/** At the start of a sentence or clause, where a verb is no noun. */
function opensClause(view: View, cue: ArabicCue): boolean {
  const before = view.norms[cue.at - 1];
  if (cue.at === 0 || cue.joined || OPENERS.has(before ?? "")) return true;
  if (before === "،" || before === "," || before === ":" || before === '"' || DAY.test(before ?? "")) return true;
  // A present form, or a feminine or plural past one, is no noun.
  const norm = view.norms[cue.at]!;
  const from = afterTime(view, cue.at + 1, view.tokens.length);
  if (from < view.tokens.length && isSomebody(view, { from, to: from + 1 })) return true;
  const subject = speakerBefore(view, cue);
  if (subject !== null && subject.to <= cue.at && subject.to >= cue.at - 2 && isSomebody(view, subject)) return true;
  return /^[يت]/u.test(norm) && cue.agrees !== undefined ? cue.at < 8 : /(?:ت|وا)$/u.test(norm) && cue.at < 8;
}
