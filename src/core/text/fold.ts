// Folding for look-up only: what is printed is always the text's own words.

const ARABIC_MARKS = /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u0640]/g;
const ALEF = /[\u0622\u0623\u0625\u0671]/g;
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
const PLAIN = /^[\x00-\x7F]*$/;
const ARABIC = /[\u0600-\u06FF]/;

/**
 * The word as look-ups spell it: lower case, straight quotes, no invisible characters; Arabic without marks and tatweel, alef forms
 * as ا, ى as ي, ة as ه, and Arabic or Persian digits as 0 to 9.
 */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  const straight = lower
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(/[‘’‚‛ʼ′]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‐‑]/g, "-");
  return ARABIC.test(straight) ? foldArabic(straight) : straight;
}

/** Arabic letters folded: marks and tatweel out, أإآٱ to ا, ى to ي, ة to ه, digits to 0 to 9. */
export function foldArabic(word: string): string {
  return westernDigits(word.replace(ARABIC_MARKS, "").replace(ALEF, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه"));
}

/** Arabic-Indic and Persian digits as 0 to 9, one for one, so that offsets stay. */
export function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (d) => String.fromCharCode(48 + (d.charCodeAt(0) & 15)));
}

/** The folded word without accents (`é` as `e`), for names that are spelt both ways. */
export function withoutAccents(folded: string): string {
  if (PLAIN.test(folded) || ARABIC.test(folded)) return folded;
  return folded
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .normalize("NFC");
}
