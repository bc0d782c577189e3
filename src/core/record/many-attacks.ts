import type { SentenceOf } from "./telling.ts";

/** Attacks in the plural, as a sum over time tells of them. */
const ATTACKS =
  /\b(?:attacks|bombings|shootings|raids|killings|assaults|strikes|ambushes|blasts|kidnappings|abductions|incidents|violence|insurgency|conflict|breaches|intrusions|explosions)\b|(?<!\p{L})[وفبل]?(?:ال)?(?:هجمات|تفجيرات|عمليات|اعتداءات|اغتيالات|غارات|حوادث|عنف|انفجارات|اختراقات|تمرد)(?!\p{L})/iu;

/** A stretch of time over which they are summed: "in recent weeks", "since 2015", "this year", في الأشهر الأخيرة. */
const OVER_TIME =
  /\b(?:in|over|during|for|within) (?:the )?(?:recent|past|last) (?:\p{L}+ )?(?:days|weeks|months|years|decades?|year|month)\b|\bsince (?:(?:early|late|mid|the (?:start|beginning|end) of) ?-?)?(?:\p{L}+ )?(?:19|20)\d\d\b|\b(?:so far )?this year\b|\b(?:almost |near[ -])?daily\b|\b(?:for|over) (?:more than |nearly |almost |about )?(?:a|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:decades?|years|months)\b|\bin recent (?:weeks|months|years|days)\b|\b(?:frequently|regularly|repeatedly|often)\b|(?<!\p{L})(?:في|خلال|على مدى|منذ) (?:ال)?(?:أيام|أسابيع|أشهر|سنوات|أعوام|شهور|فترة|آونة|سنين|عقود)(?: القليلة)? (?:ال)?(?:أخيرة|ماضية|مقبلة)(?!\p{L})|(?<!\p{L})منذ (?:عام |سنة |مطلع |بداية |أواخر |نهاية |سنوات|أشهر|أسابيع|\p{L}{3,9} )?(?:عام )?(?:(?:19|20)\d\d|سنوات|أشهر|أسابيع)|شبه يومي|بشكل متكرر|هذا العام|العام الجاري/iu;

/** "The country has been hit by a wave of attacks in recent weeks": a sum of many attacks, told of none. */
export function tellsOfMany({ document, sentence }: SentenceOf): boolean {
  const words = document.text.slice(sentence.start, sentence.end);
  return ATTACKS.test(words) && OVER_TIME.test(words);
}
