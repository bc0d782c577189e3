import { loadTexts, type OpenCase } from "../casework/open.ts";
import type { Texts } from "../core/case/decide.ts";

/** The words of the case's texts, for checking quotes. */
export async function textsOf(open: OpenCase): Promise<Texts> {
  const texts = await loadTexts(open);
  return (id) => (Object.hasOwn(texts, id) ? (texts[id] ?? null) : null);
}
