import type { Span } from "../model/span.ts";

/** ", which has held the hills since spring,": an aside between a subject and its verb. */
const ASIDE =
  /,\s(?:which|who|whose|where|an?|the|formerly|led|based|founded|known|one|reached|speaking|fighting|once|long)\s[^,;:.]{2,90},\s(?:(?:also|then|later|again|on|has|have|had|\p{Ll}+ly|\p{Lu}\p{Ll}+day)\s){0,3}$/u;
const ASIDE_ARABIC = /،\s(?:الذي|التي|الذين|وهو|وهي|وهم|خصم|حليف|فرع|إحدى|أحد)\s[^،؛:.]{2,90}،\s(?:\S{1,12}\s){0,2}$/u;

/** The end of the words that a cue goes with: before the aside that stands between them, else the cue's own start. */
export function pastAside(text: string, sentence: Span, cue: Span): number {
  const before = text.slice(sentence.start, cue.start);
  const aside = ASIDE.exec(before) ?? ASIDE_ARABIC.exec(before);
  return aside === null ? cue.start : sentence.start + aside.index;
}
