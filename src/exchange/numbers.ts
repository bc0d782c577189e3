/** "3 copies": the number with the word for one or for many. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** A share as a count of 100, rounded to 5, to 1 below 5 and above 95; never 0 or 100 [BR4, XP9]. */
export function of100(share: number): string {
  if (share < 0.01) return "< 1";
  if (share > 0.99) return "> 99";
  return String(roundedOf100(share));
}

/** The number that is printed is the number that is drawn. */
export function roundedOf100(share: number): number {
  const p = share * 100;
  if (p < 5 || p > 95) return Math.min(99, Math.max(1, Math.round(p)));
  return Math.round(p / 5) * 5;
}

/** A number to a few significant digits, with a true minus sign. */
export function short(value: number, digits = 3): string {
  const text = Number(value.toPrecision(digits)).toString();
  return text.replace("-", "\u2212");
}

/** A number with the digits that it has, at most twelve. */
export function full(value: number): string {
  return short(value, 12);
}

/** Odds as people say them: "1 to 9", "3 to 1". */
export function oddsInWords(odds: number, to = " to "): string {
  if (!(odds > 0) || odds === Number.POSITIVE_INFINITY) return short(odds);
  return odds >= 1 ? `${short(odds, 2)}${to}1` : `1${to}${short(1 / odds, 2)}`;
}

/** Whole numbers in runs: "2\u20135, 9". */
export function runs(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const out: string[] = [];
  for (let i = 0; i < sorted.length; ) {
    let j = i;
    while (sorted[j + 1] === sorted[j]! + 1) j++;
    out.push(i === j ? String(sorted[i]) : `${sorted[i]}\u2013${sorted[j]}`);
    i = j + 1;
  }
  return out.join(", ");
}

/** "a, b and c". */
export function listed(items: readonly string[], and = " and "): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(and === " and " ? ", " : and)}${and}${items.at(-1)}`;
}
