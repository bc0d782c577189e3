import type { BriefNote, BriefSection, BriefSentence } from "../model/brief.ts";

/** Sections and notes with the notes numbered from 1 in the order in which they are first cited; notes that nobody cites fall away. */
export function renumbered(
  sections: readonly BriefSection[],
  notes: readonly BriefNote[],
): { readonly sections: readonly BriefSection[]; readonly notes: readonly BriefNote[] } {
  const order = new Map<number, number>();
  const number = (old: number): number => {
    const before = order.get(old);
    if (before !== undefined) return before;
    order.set(old, order.size + 1);
    return order.size;
  };
  const one = (s: BriefSentence): BriefSentence => {
    const cited = s.notes.map(number);
    const parts = s.parts.map((p) => (p.is === "quote" ? { ...p, note: number(p.note) } : p));
    return { ...s, parts, notes: cited.sort((a, b) => a - b) };
  };
  const mended = sections.map((section) => ({ ...section, sentences: section.sentences.map(one) }));
  const kept = notes.flatMap((n) => {
    const now = order.get(n.number);
    return now === undefined ? [] : [{ ...n, number: now }];
  });
  return { sections: mended, notes: kept.sort((a, b) => a.number - b.number) };
}
