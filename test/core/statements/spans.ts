/** What does not hold of the places in a result: each must lie in its text, and where words stand beside a place they are the words there. */
export function faultsIn(result: unknown, texts: ReadonlyMap<string | undefined, string>): readonly string[] {
  const out: string[] = [];
  visit(result, "", (value, path) => {
    if (typeof value.start === "number" && typeof value.end === "number") {
      const text = texts.get(typeof value.text === "string" ? value.text : undefined);
      if (text === undefined) out.push(`${path}: of no text`);
      else out.push(...placeFaults(value as unknown as Place, text).map((fault) => `${path}: ${fault}`));
    }
    if (typeof value.quote !== "string") return;
    const place = (value.span ?? value) as Partial<Place> & { readonly text?: string };
    if (typeof place.start !== "number") return;
    const text = texts.get(place.text) ?? "";
    if (text.slice(place.start, place.end) !== value.quote) out.push(`${path}: another quote`);
  });
  return out;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function placeFaults({ start, end }: Place, text: string): readonly string[] {
  const whole = Number.isInteger(start) && Number.isInteger(end);
  if (!whole || start < 0 || start >= end || end > text.length) return [`${start} to ${end} of ${text.length}`];
  return splits(text, start) || splits(text, end) ? [`${start} to ${end} cuts a character in two`] : [];
}

/** Whether a place lies between the two halves of one character. */
function splits(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}

type Visit = (value: Readonly<Record<string, unknown>>, path: string) => void;

function visit(value: unknown, path: string, see: Visit): void {
  if (value === null || typeof value !== "object") return;
  if (!Array.isArray(value)) see(value as Readonly<Record<string, unknown>>, path);
  for (const [key, child] of Object.entries(value)) visit(child, `${path}/${key}`, see);
}
