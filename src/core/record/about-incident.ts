import { overlaps } from "../model/span.ts";
import { hoursBetween, type When } from "../model/time.ts";
import { findIncidentWords } from "../text/incident-words.ts";
import type { FoundIncident } from "./incidents.ts";
import type { HeldStatement } from "./input.ts";

/**
 * Whether a statement is about the incident: its sentence names no other time, and it speaks of one attack, not of a number of them
 * ("has claimed at least forty attacks since …"), which is a count and no claim of this one [ST8, SI11].
 */
export function aboutIncident(found: FoundIncident | undefined): (h: HeldStatement) => boolean {
  const attack = found?.when ?? null;
  return ({ document, statement }) => {
    const { counts } = document.reading;
    const here = (datesInAside(document, statement) ?? datesNear(document, statement.sentence.start)).filter(
      (d) => d.when.from !== null && d.when.to !== null,
    );
    const elsewhere = attack !== null && here.length > 0 && here.every((d) => isLongBefore(d.when, attack));
    const series = counts.some((c) => c.of === "attacks" && c.number.to > FEW && overlaps(c.span, statement.sentence));
    return (!elsewhere || meansThisOne(document, statement)) && !series;
  };
}

const HOURS = 24 * 10;

/** Whether a date is more than some days before the attack: a nearer one may be of anything that led up to it. */
function isLongBefore(when: When, attack: When): boolean {
  const hours = hoursBetween(when, attack);
  return hours !== null && hours.from >= HOURS;
}

/** One attack may come in a few parts: "the three explosions". */
const FEW = 4;
const MEANT =
  /\b(?:the|this|that)\s(?:\p{Ll}[\p{Ll}-]*\s){0,2}$|(?<!\p{L})[وفبل]?(?:هذا|هذه|تلك|ذلك)\s(?:ال)?$|(?<!\p{L})[وفب]?ال$|(?<!\p{L})لل$/iu;
const OWN_TIME = /^\s(?:of|in|at|on|near|against|في|على|قرب)\s|^\s(?:that|which|who|الذي|التي)\s/u;

/** "In December the centre had attributed the attack to X": the date is of the saying, and the attack the one already told of. */
function meansThisOne(
  { text }: HeldStatement["document"],
  { act, sentence, cue }: HeldStatement["statement"],
): boolean {
  if (act === "claims-responsibility" || cue === undefined) return false;
  const words = text.slice(cue.span.end, sentence.end);
  const thing = /\b(?:damage|fire|blaze|crash|outage|incident|crime|deaths?)\b|حادث|حريق|جريمة|عملية|ضرر/iu.exec(words);
  const [attack] = findIncidentWords(words, "attack");
  const span = attack?.span ?? (thing === null ? null : { start: thing.index, end: thing.index + thing[0].length });
  if (span === null) return false;
  const { start, end } = span;
  return start < 40 && MEANT.test(words.slice(0, start)) && !OWN_TIME.test(words.slice(end, end + 12));
}

/** A date in a clause on somebody who is named, "the cell, which sent three parcels in 2019", dates nothing else. */
const ASIDE = /, (?:which|who|whose) [^,;:]{0,80}$|(?:التي|الذي|الذين) [^،؛:]{0,80}$/iu;

/** What an aside itself says is of its own date: "the cell, which claimed the parcels of 2019, has said nothing". */
function datesInAside(
  { text, reading }: HeldStatement["document"],
  { cue, sentence }: HeldStatement["statement"],
): HeldStatement["document"]["reading"]["dates"] | null {
  if (cue === undefined) return null;
  const found = ASIDE.exec(text.slice(sentence.start, cue.span.start));
  if (found === null) return null;
  const rest = text.slice(cue.span.end, sentence.end).search(/[,;:،؛]/u);
  const aside = { start: sentence.start + found.index, end: rest < 0 ? sentence.end : cue.span.end + rest };
  const dates = reading.dates.filter((d) => overlaps(d.span, aside));
  return dates.length > 0 ? dates : null;
}

/** The dates of the sentence; where it has none, those of the nearest sentence before it in its paragraph, whose story it continues. */
function datesNear(
  { text, reading }: HeldStatement["document"],
  at: number,
): HeldStatement["document"]["reading"]["dates"] {
  const index = reading.sentences.findIndex((s) => s.start <= at && at < s.end);
  const paragraph = reading.sentences[index]?.paragraph;
  for (let i = index; i >= 0 && reading.sentences[i]?.paragraph === paragraph; i--) {
    const sentence = reading.sentences[i];
    const dates =
      sentence === undefined
        ? []
        : reading.dates.filter(
            (d) => overlaps(d.span, sentence) && !ASIDE.test(text.slice(sentence.start, d.span.start)),
          );
    if (dates.length > 0) return dates;
  }
  return [];
}
