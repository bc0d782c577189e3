// Lines that stand at the same height on most pages: running heads, feet and page numbers.

import type { Glyphs } from "./layout.ts";

export interface Page {
  readonly number: number;
  readonly glyphs: readonly Glyphs[];
}

const FEWEST_PAGES = 2;

/**
 * The pages without what most of them have at the same height, numbers in it aside; and how many lines were left out. Of two pages only
 * what is outermost on both: two lines alike say less than three.
 */
export function withoutFurniture(pages: readonly Page[]): { readonly pages: readonly Page[]; readonly left: number } {
  if (pages.length < FEWEST_PAGES) return { pages, left: 0 };
  const counts = new Map<string, number>();
  for (const page of pages) for (const key of linesOf(page).keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  let left = 0;
  const kept = pages.map((page) => {
    const dropped = new Set<Glyphs>();
    for (const [key, glyphs] of linesOf(page)) {
      if ((counts.get(key) ?? 0) <= pages.length / 2 || (pages.length === 2 && !isOutermost(glyphs, page))) continue;
      left++;
      for (const g of glyphs) dropped.add(g);
    }
    return { ...page, glyphs: page.glyphs.filter((g) => !dropped.has(g)) };
  });
  return { pages: kept, left };
}

function isOutermost([first]: readonly Glyphs[], { glyphs }: Page): boolean {
  const heights = glyphs.filter((g) => /\S/.test(g.text)).map((g) => Math.round(g.y));
  const y = Math.round(first!.y);
  return heights.every((h) => h <= y) || heights.every((h) => h >= y);
}

function linesOf({ glyphs }: Page): ReadonlyMap<string, readonly Glyphs[]> {
  const rows = new Map<number, Glyphs[]>();
  for (const g of glyphs) {
    const y = Math.round(g.y);
    const row = rows.get(y);
    if (row) row.push(g);
    else rows.set(y, [g]);
  }
  const lines = [...rows].map(([y, row]) => {
    const text = row
      .map((g) => g.text)
      .join("")
      .replace(/\s+/g, "")
      .replace(/\p{N}+/gu, "#");
    return [`${y} ${text}`, row] as const;
  });
  return new Map(lines.filter(([key]) => !/ $/.test(key)));
}
