// Light stems: what is left of a word when its inflection is cut off. Only for comparing words with words, never for print.

const VOWEL = /[aeiouy]/;

/** What every word ends in that any step below changes. */
const ENDS: ReadonlySet<string> = new Set("s e y i ed ng on nt er or sm ic al ul ll ou".split(" "));

/**
 * The stem of an English word in lower case after Porter (1980), "An algorithm for suffix stripping", Program 14(3);
 * words of one or two letters stay whole.
 */
export function stemEnglish(word: string): string {
  if (word.length < 3 || !(ENDS.has(word.slice(-1)) || ENDS.has(word.slice(-2)))) return word;
  return dropFinal(dropSuffix(renameSuffix(cutInflection(word))));
}

/** The word with each letter as v (vowel) or c (consonant); `y` after a consonant is a vowel. */
function shape(word: string): string {
  let out = "";
  for (const letter of word) {
    if (letter === "y") out += out.endsWith("c") ? "v" : "c";
    else out += VOWEL.test(letter) ? "v" : "c";
  }
  return out;
}

/** Porter's m: how often a consonant run follows a vowel run. */
function measure(word: string): number {
  return shape(word).match(/vc/g)?.length ?? 0;
}

function hasVowel(word: string): boolean {
  return shape(word).includes("v");
}

function endsShort(word: string): boolean {
  return /cvc$/.test(shape(word)) && !/[wxy]$/.test(word);
}

function cutInflection(word: string): string {
  let w = word.replace(/(ss|i)es$/, "$1").replace(/([^s])s$/, "$1");
  const eed = /^(.*)eed$/.exec(w);
  if (eed?.[1] !== undefined) {
    if (measure(eed[1]) > 0) w = `${eed[1]}ee`;
  } else {
    const stem = /^(.*?)(?:ed|ing)$/.exec(w)?.[1];
    if (stem !== undefined && hasVowel(stem)) w = mendEnd(stem);
  }
  return w.length > 2 && w.endsWith("y") && hasVowel(w.slice(0, -1)) ? `${w.slice(0, -1)}i` : w;
}

function mendEnd(stem: string): string {
  if (/(at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (/([^aeioulsz])\1$/.test(stem)) return stem.slice(0, -1);
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

const RENAMED: readonly (readonly [string, string])[] = [
  ["ational", "ate"],
  ["ization", "ize"],
  ["iveness", "ive"],
  ["fulness", "ful"],
  ["ousness", "ous"],
  ["tional", "tion"],
  ["biliti", "ble"],
  ["entli", "ent"],
  ["ousli", "ous"],
  ["ation", "ate"],
  ["alism", "al"],
  ["aliti", "al"],
  ["iviti", "ive"],
  ["enci", "ence"],
  ["anci", "ance"],
  ["izer", "ize"],
  ["abli", "able"],
  ["alli", "al"],
  ["ator", "ate"],
  ["logi", "log"],
  ["eli", "e"],
  ["icate", "ic"],
  ["ative", ""],
  ["alize", "al"],
  ["iciti", "ic"],
  ["ical", "ic"],
  ["ness", ""],
  ["ful", ""],
];

/** Porter's steps 2 and 3, each at most once. */
function renameSuffix(word: string): string {
  let w = word;
  for (let round = 0; round < 2; round++) {
    const found = RENAMED.find(([suffix]) => w.endsWith(suffix));
    if (found === undefined) return w;
    const stem = w.slice(0, w.length - found[0].length);
    if (measure(stem) === 0) return w;
    w = stem + found[1];
  }
  return w;
}

const DROPPED = /(?:ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|(?<=[st])ion|al|er|ic|ou)$/;

function dropSuffix(word: string): string {
  const at = word.search(DROPPED);
  return at >= 0 && measure(word.slice(0, at)) > 1 ? word.slice(0, at) : word;
}

function dropFinal(word: string): string {
  let w = word;
  if (w.endsWith("e")) {
    const stem = w.slice(0, -1);
    const m = measure(stem);
    if (m > 1 || (m === 1 && !endsShort(stem))) w = stem;
  }
  return w.endsWith("ll") && measure(w) > 1 ? w.slice(0, -1) : w;
}

const ARABIC_PREFIX = /^(?:وال|بال|كال|فال|ولل|لل|ال|و(?=....))/;
const ARABIC_SUFFIX = /(?:هما|كما|ها|هم|هن|نا|ان|ات|ون|ين|يه|تم|وا|ه|ي)$/;

/**
 * The stem of a folded Arabic word: at most one article or conjunction and two endings cut off, three letters left at least.
 * After Larkey, Ballesteros and Connell (2007), "Light stemming for Arabic information retrieval".
 */
export function stemArabic(word: string): string {
  const prefix = ARABIC_PREFIX.exec(word)?.[0] ?? "";
  let w = word.length - prefix.length >= 3 ? word.slice(prefix.length) : word;
  for (let round = 0; round < 2; round++) {
    const suffix = ARABIC_SUFFIX.exec(w)?.[0];
    if (suffix === undefined || w.length - suffix.length < 3) return w;
    w = w.slice(0, w.length - suffix.length);
  }
  return w;
}
