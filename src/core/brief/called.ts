import type { AssessmentBody } from "../model/assessment.ts";
import { folded } from "./prose.ts";
import type { Wording } from "./wording/wording.ts";

/** What takes an article by its own words, where no text shows it: a ministry, an office, an army. */
const INSTITUTION =
  /\b(?:Ministry|Office|Department|Council|Assembly|Directorate|Agency|Authority|Army|Navy|Police|Government|Command|Commission|Committee|Secretariat|Presidency|Parliament|Prosecutor|Guard|Forces?)$/u;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * How a name stands in a sentence: "the Reed Banner" where the English words that the assessment quotes mostly say so, or where they don't
 * hold the name and it is that of an institution; else as it is.
 */
export function callingBy({ statements, documents }: AssessmentBody): (name: string) => string {
  const english = new Set(documents.filter((d) => d.language === "en").map((d) => d.id));
  const quotes = [...new Set(statements.filter((s) => english.has(s.document)).map((s) => s.quote.quote))];
  const known = new Map<string, string>();
  const called = (name: string): string => {
    if (!/^\p{Lu}/u.test(name) || /^(?:the|an?) /iu.test(name)) return name;
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(the\\s+)?${escaped(name)}(?![\\p{L}\\p{N}])`, "giu");
    const found = quotes.flatMap((q) => [...q.matchAll(pattern)]);
    const withArticle = found.filter((m) => m[1] !== undefined).length;
    const takes = found.length > 0 ? withArticle * 2 >= found.length : INSTITUTION.test(name.split(" of ")[0] ?? "");
    return takes ? `the ${name}` : name;
  };
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const now = called(name);
    known.set(name, now);
    return now;
  };
}

/** A name in the language of the brief: the actor's own name in it, where the assessment gives one; words of ours for nobody or somebody; else as it is. */
export function spellingBy(
  { actors }: Pick<AssessmentBody, "actors">,
  { language, ours }: Pick<Wording, "language" | "ours">,
): (name: string) => string {
  if (language === "en") return (name) => name;
  const plain = (name: string) => folded(name).replace(/^the /u, "");
  const own = new Map(actors.flatMap((a) => (a.arabicName === undefined ? [] : [[plain(a.name), a.arabicName]])));
  return (name) => own.get(plain(name)) ?? ours(name);
}
