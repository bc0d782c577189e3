import type { BriefLanguage } from "../../model/brief.ts";
import { arabic } from "./arabic.ts";
import { english } from "./english.ts";
import type { Wording } from "./wording.ts";

const WORDINGS: Readonly<Record<BriefLanguage, Wording>> = { en: english, ar: arabic };

/** How a brief's sentences are said in a language; English where the language is none of ours. */
export function wordingOf(language: string): Wording {
  return Object.hasOwn(WORDINGS, language) ? WORDINGS[language as BriefLanguage] : english;
}
