/** What a figure's formula does with the figures below it, in their order; shaped names are told by their beginning. */
const FORMULAS: Readonly<Record<string, string>> = {
  sum: "the sum of",
  max: "the largest of",
  min: "the smallest of",
  grounds: "how many there are of",
  documents: "how many documents these words stand in",
  origins: "how many origins the documents of these words rest on",
  middle: "halfway between",
  mean: "the mean of",
  midpoint: "the middle of the range",
  least: "the smallest of",
  lowest: "the smallest of",
  greatest: "the largest of",
  highest: "the largest of",
  difference: "the first less the second",
  "exponential-by-now":
    "of the claims that come, the share that has come after so many hours: exponential, with its scale",
  "weibull-by-now":
    "of the claims that come, the share that has come after so many hours: Weibull, with its scale and shape",
  "lognormal-by-now":
    "of the claims that come, the share that has come after so many hours: lognormal, with its median and \u03c3",
  "loglogistic-by-now":
    "of the claims that come, the share that has come after so many hours: loglogistic, with its scale and shape",
  "exponential-after": "of the claims that come, the share still to come: exponential, hours and scale",
  "weibull-after": "of the claims that come, the share still to come: Weibull, hours, scale and shape",
  "lognormal-after": "of the claims that come, the share still to come: lognormal, hours, median and \u03c3",
  "loglogistic-after": "of the claims that come, the share still to come: loglogistic, hours, scale and shape",
  "jeffreys-mean": "(k + \u00bd) / (n + 1), of k and n",
  "jeffreys-lower": "lower end of the 95 % interval of k among n, Jeffreys",
  "jeffreys-upper": "upper end of the 95 % interval of k among n, Jeffreys",
  "jeffreys-at-least": "one-sided 95 % bound, at least, of k among n",
  "jeffreys-at-most": "one-sided 95 % bound, at most, of k among n",
  "shrunk-mean": "(k + s\u00b7m) / (n + s), m the share of the wider class, of k, n, K, N and s",
  "shrunk-lower": "lower end of the 95 % interval, leaning on the wider class",
  "shrunk-upper": "upper end of the 95 % interval, leaning on the wider class",
  "shrunk-at-least": "one-sided 95 % bound, at least, leaning on the wider class",
  "shrunk-at-most": "one-sided 95 % bound, at most, leaning on the wider class",
  "beta-mean": "a / (a + b)",
  "beta-lower": "lower end of the 95 % interval of Beta(a, b)",
  "beta-upper": "upper end of the 95 % interval of Beta(a, b)",
  "unclaimed-if-did": "1 \u2212 seen \u00d7 share \u00d7 by now",
  "unclaimed-if-not": "1 \u2212 seen \u00d7 false share \u00d7 by now",
  "silence-factor": "(1 \u2212 seen \u00d7 share \u00d7 by now) / (1 \u2212 seen \u00d7 false share \u00d7 by now)",
  "still-to-come": "seen \u00d7 share \u00d7 after / (1 \u2212 seen \u00d7 share \u00d7 by now)",
  "share-of-sum": "the first over the sum of all",
  "share-of-decibans": "the first as a share of all, from their decibans",
  "share-of-decibans-without": "the first as a share of all, from their decibans, with one item taken out",
  "decibans-of-product": "ten times the decimal logarithm of the product of",
  "decibans-of-ratio": "ten times the decimal logarithm of the first over the second",
  "conflict-in-decibans": "how much rarer the item is beside the rest than by itself, in decibans",
  power: "the first to the power of the second",
  "how-many": "how many there are of",
  "strategic-prior": "the share, times what is divided by it",
  "ordinary-prior": "what is divided, less the share that is hidden on purpose",
  "ordinary-prior-with": "what is divided, less the share that is hidden on purpose",
  "ordinary-silence": "the chance of silence of what is not hidden on purpose",
  "average-of-answered": "the mean of the answered chances, by their weights",
  "count-inconsistent": "how many are inconsistent [XP6]",
  "chance-of-fact": "the chance that it would be seen, over the explanations",
  "bits-of-fact": "what its answer would tell, in bits",
  "chance-that-leader-changes": "the chance that its answer puts another first",
};

const SHAPED: readonly (readonly [RegExp, string])[] = [
  [/^point-/, "the first as a share of all, with this reference class, from [XP4]"],
  [/^chance-of-crossing:/, "the chance that its answer takes an explanation over or under the chance worth telling"],
  [/^level-at:/, "the answer at which another explanation would lead, from [XP6]"],
  [/^weighted-inconsistent:/, "the sum of marks times credibility and relevance, of [XP6]"],
  [/^exponent-of-correlation:/, "the exponent of items that go together, from their correlation [XP5]"],
  [/^network-/, "over everything that hangs together, from [XP1]"],
  [/^range-/, "an end of the central 90 % of 10,000 seeded draws from [XP4]"],
  [/^box-/, "the worst or best corner of [XP4]"],
];

/** How a figure is reckoned from those below it, in words. */
export function formulaWords(by: string): string {
  if (Object.hasOwn(FORMULAS, by)) return FORMULAS[by] ?? by;
  return SHAPED.find(([pattern]) => pattern.test(by))?.[1] ?? by.replaceAll("-", " ");
}
