/** The same value with its text named at each span in it, as it stands beside values of other texts. */
export function pinned<T>(value: T, text: string): T {
  if (Array.isArray(value)) return value.map((v) => pinned(v, text)) as T;
  if (value === null || typeof value !== "object") return value;
  const named = Object.entries(value).map(([key, v]) => [key, pinned(v, text)]);
  return Object.fromEntries("start" in value && "end" in value ? [["text", text], ...named] : named) as T;
}
