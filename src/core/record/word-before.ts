/** Whether one of the last three words before a place is such a word; a pattern is of one whole word. */
export function wordBefore(pattern: RegExp, before: string): boolean {
  const words = before.slice(-80).trimEnd().split(/\s+/u);
  return words.slice(-3).some((word) => pattern.test(word));
}
