import type { SentenceOf } from "./telling.ts";

/** Attacks in the plural, as a sum over time tells of them. */
const ATTACKS =
  /\b(?:attacks|bombings|shootings|raids|killings|assaults|strikes|ambushes|blasts|kidnappings|abductions|incidents|violence|insurgency|conflict|breaches|intrusions|explosions)\b|(?<!\p{L})[وفبل]?(?:ال)?(?:هجمات|تفجيرات|عمليات|اعتداءات|اغتيالات|غارات|حوادث|عنف|انفجارات|اختراقات|تمرد)(?!\p{L})/iu;

/** A stretch of time over which they are summed: "in recent weeks", "since 2015", "this year", في الأشهر الأخيرة. */
const OVER_TIME = [
  /\b(?:in|over|during|for|within) (?:the )?(?:recent|past|last) (?:\p{L}{1,12} )?(?:days|weeks|months|years|decades?|year|month)\b/iu,
  /\bsince (?:(?:early|late|mid|the (?:start|beginning|end) of)[ -]?)?(?:\p{L}{3,9} )?(?:19|20)\d\d\b|\bthis year\b|\bdaily\b/iu,
  /\b(?:for|over) (?:more than |nearly |almost |about )?(?:a|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) (?:decades?|years|months)\b/iu,
  /\b(?:frequently|regularly|repeatedly|often)\b/iu,
  /(?<!\p{L})(?:في|خلال|على مدى|منذ) (?:ال)?(?:أيام|أسابيع|أشهر|سنوات|أعوام|شهور|فترة|آونة|سنين|عقود)(?: القليلة)? (?:ال)?(?:أخيرة|ماضية)(?!\p{L})/u,
  /(?<!\p{L})منذ (?:عام |سنة |مطلع |بداية |أواخر |نهاية )?(?:عام )?(?:(?:19|20)\d\d|سنوات|أشهر|أسابيع)|شبه يومي|بشكل متكرر|هذا العام|العام الجاري/u,
];

/** "The country has been hit by a wave of attacks in recent weeks": a sum of many attacks, told of none. */
export function tellsOfMany({ document, sentence }: SentenceOf): boolean {
  const words = document.text.slice(sentence.start, sentence.end);
  return ATTACKS.test(words) && OVER_TIME.some((time) => time.test(words));
}
