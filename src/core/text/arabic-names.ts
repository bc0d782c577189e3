import table from "../data/arabic-names.json" with { type: "json" };

const all: ReadonlyMap<string, string> = new Map(
  [table.classes, table.notes, table.lags].flatMap((names) => Object.entries(names)),
);

/** The Arabic for the name or the note of a shipped reference class, or the name of a shipped law of delays; null where it is none of them. */
export function arabicName(english: string): string | null {
  return all.get(english) ?? null;
}
