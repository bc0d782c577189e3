import { readFileSync } from "node:fs";
import { findStatements } from "../../../src/core/statements.entry.ts";

/** The cue, which of several from 1, and whom the pronoun that speaks stands for; null where a reader can't tell. */
type Link = readonly [cue: string, at: number, whom: string | null];

const goldOf = (name: string): readonly { readonly text: string; readonly links: readonly Link[] }[] =>
  JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), "utf8"));

export interface Links {
  readonly pronouns: number;
  /** Linked to somebody, of those a statement was found for. */
  readonly made: number;
  readonly right: number;
  readonly left: number;
  readonly missed: number;
  readonly wrong: readonly string[];
}

/** The links made from pronouns that speak, against whom a reader takes them for [ST5]. */
export function linksMade(name: string): Links {
  let [pronouns, made, right, left, missed] = [0, 0, 0, 0, 0];
  const wrong: string[] = [];
  for (const { text, links } of goldOf(name)) {
    const { statements } = findStatements({ text, language: "en" });
    for (const [cue, at, whom] of links) {
      pronouns++;
      const place = placeOf(text, cue, at);
      const found = statements.find((s) => s.cue !== undefined && s.cue.span.start <= place && place < s.cue.span.end);
      const { speaker } = found ?? {};
      if (speaker === undefined) missed++;
      else if (speaker.span === undefined || text.slice(speaker.span.start, speaker.span.end) === speaker.label) left++;
      else {
        made++;
        if (whom !== null && (speaker.label ?? "").includes(whom)) right++;
        else wrong.push(`${text} – ${cue} ${at}: ${speaker.label}, not ${whom}`);
      }
    }
  }
  return { pronouns, made, right, left, missed, wrong };
}

function placeOf(text: string, cue: string, at: number): number {
  const found = [...text.matchAll(new RegExp(`\\b${cue}\\b`, "g"))][at - 1];
  if (found === undefined) throw new Error(`${cue} ${at} is not in: ${text}`);
  return found.index;
}
