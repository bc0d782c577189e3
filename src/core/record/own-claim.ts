import { isOfAnEvent } from "./doers.ts";
import type { HeldStatement } from "./input.ts";

const OURS = /\b(?:our|ours|us)\b/iu;
const THEIRS = /\b(?:their|your|his|its)\b|['’]s\b/iu;

/** Whether what somebody owns up to was done to others: "the encryption of their servers", "the raid", not "the breach of our systems". */
export function isDoneToOthers(words: string): boolean {
  return !OURS.test(words) && (THEIRS.test(words) || isOfAnEvent(words));
}

/** "We take responsibility for the raid" in the text's own words: its publisher claims; as it stands where the publisher is not known [ST9]. */
export function ownClaim(h: HeldStatement): HeldStatement {
  const { document, statement } = h;
  const { speaker, act, polarity, content, voice } = statement;
  if (act !== "claims-responsibility" || polarity === "negative" || voice !== undefined) return h;
  if (speaker.is !== "outlet" || speaker.span === undefined || document.publisher === null) return h;
  const words = content.map((c) => document.text.slice(c.start, c.end)).join(" ");
  if (!isDoneToOthers(words)) return h;
  return { ...h, statement: { ...statement, speaker: { ...speaker, is: "named", label: document.publisher } } };
}
