import { BITS, type CueWord } from "../../text/lexicon.ts";
import { type Draft, fromCue, type Voice } from "../draft.ts";
import { canSpeak, isDeed, isOffice } from "../speaker.ts";
import { type Range, spanOf, tidy } from "../view.ts";
import { type Clause, leftEnd, rangeOf } from "./clause.ts";
import { contentEnd, nounAt } from "./content.ts";
import { subjectOf } from "./subject.ts";
import { voiceOf } from "./verb-cue.ts";

// Verbs that carry a noun cue: "issued a warning", "made the claim", "faces accusations" does not name who accuses.
const CARRIERS = new Set(
  "issue make express voice give have raise repeat release repeat reiterate share offer hold deliver send publish post air state present renew avoid tweet retweet sow level voice echo".split(
    " ",
  ),
);
const OPENS = new Set(
  "whether that if how why who what of about for on against over as from by with to toward towards regarding".split(
    " ",
  ),
);

/** "claims that P", "allegations of P", "doubts about P": who speaks is often lost, and then shown as unstated [ST5]. */
export function nounStatements(clause: Clause, isCueChunk: (c: number) => boolean): Draft[] {
  const { view, chunks } = clause;
  if ((view.holds & BITS.nouns) === 0) return [];
  const out: Draft[] = [];
  chunks.forEach((chunk, c) => {
    if (chunk.kind !== "np") return;
    const cue = view.lexicon.nouns.get(view.norms[chunk.to - 1]!);
    if (cue === undefined || (view.tokens[chunk.to - 1]!.pos === "PROPN" && chunk.from > 1)) return;
    const found = nounAtChunk(clause, { c, cue, isCueChunk });
    if (found !== null) out.push(found);
  });
  return out;
}

interface NounPlace {
  readonly c: number;
  readonly cue: CueWord;
  readonly isCueChunk: (c: number) => boolean;
}

function nounAtChunk(clause: Clause, { c, cue, isCueChunk }: NounPlace): Draft | null {
  const { view, chunks } = clause;
  const at = behindAgent(clause, c, cue);
  const next = chunks[at];
  const word = next === undefined ? undefined : view.norms[next.from];
  if (cue.act === "blames" && !isLaid(clause, c)) return null;
  const infinitive = next?.infinitive === true && word === "to";
  if (cue.act === "denies" && !(word !== undefined && cue.before.includes(word) && !AGENTS.has(word)))
    return denialAlone(clause, { c, cue });
  if (word === undefined || !(cue.before.includes(word) || OPENS.has(word))) return null;
  const from = infinitive || word === "whether" ? next!.from : next!.to;
  const start = infinitive ? at : (clause.chunkOf[from] ?? chunks.length);
  if (start >= chunks.length) return null;
  const clausal = next!.kind === "sub" || infinitive;
  if (!clausal && chunks[start]!.kind === "p") return null;
  // "an answer that calmed the town" is a relative clause.
  if (word === "that" && (chunks[start]!.kind === "vg" || chunks[start]!.kind === "adv")) return null;
  const content =
    clausal || word === "whether"
      ? { from, to: Math.min(contentEnd(clause, from, isCueChunk).to, mainVerb(clause, { c, start })) }
      : phrase(clause, { start, from, isCueChunk });
  const tidied = content === null ? null : tidy(view, content);
  if (tidied === null || (word === "that" && endsInCue(clause, tidied, isCueChunk))) return null;
  const { cueFrom, voice } = speakerOf(clause, { c, noun: cue });
  if (voice.is === "nobody" && THOUGHTS.has(cue.lemma)) return null;
  return {
    view,
    ...fromCue(cue),
    frame: "noun-cue",
    rule: "ST2",
    cue: { from: cueFrom, to: chunks[c]!.to },
    voice,
    content: [spanOf(view, tidied)],
    quoted: false,
    complement: `noun:${infinitive ? "to" : word}:${voice.is}`,
    ...(cue.act === "blames" ? { target: tidied } : {}),
  };
}

/** "Support the theory that P": a thought that is spoken of, and nobody's statement unless somebody has it. */
const THOUGHTS = new Set(["theory", "hypothesis", "idea", "notion"]);

/** The token of the main verb, where the noun with its "that" is the subject: "claims that S fired *were rejected*"; past all tokens where it is not. */
function mainVerb({ view, chunks }: Clause, { c, start }: { c: number; start: number }): number {
  if (chunks.slice(0, c).some(({ kind }) => kind === "vg")) return view.tokens.length;
  let verbs = 0;
  for (let k = start; k < chunks.length && k < start + 20; k++) {
    const { kind, from, infinitive } = chunks[k]!;
    if (kind === "sub" || kind === "cc" || kind === "p") return view.tokens.length;
    if (kind === "vg" && !infinitive && !/ing$/.test(view.norms[from]!) && ++verbs === 2) return from;
  }
  return view.tokens.length;
}

/** "A charge that S denies": what follows "that" is a relative clause, whose verb has the noun for its object. */
function endsInCue(clause: Clause, { to }: Range, isCueChunk: (c: number) => boolean): boolean {
  const last = clause.chunkOf[to - 1]!;
  return clause.chunks[last]!.kind === "vg" && clause.chunks[last]!.head === to - 1 && isCueChunk(last);
}

const LAYING = new Set(["put", "place", "cast", "lay", "pin", "assign", "heap"]);

/** "Put the blame on X" blames X; "turned the blame on X" and "the blame for it" lay nothing themselves. */
function isLaid({ view, chunks }: Clause, c: number): boolean {
  const verb = chunks[c - 1];
  return verb?.kind === "vg" && LAYING.has(view.tokens[verb.head]!.lemma);
}

const AGENTS = new Set(["by", "from"]);

/** The chunk behind the noun, and behind who speaks: of "claims by residents that P", "that". */
function behindAgent(clause: Clause, c: number, cue: CueWord): number {
  const word = clause.view.norms[clause.chunks[c + 1]?.from ?? -1] ?? "";
  if (word === "of" && isOwned(clause, c)) return c + 3;
  return agent(clause, c) === null || cue.before.includes(word) || cue.act === "denies" ? c + 1 : c + 3;
}

/** "The claim of the column that P": who claims stands after "of", where "that" with its subject follows. */
function isOwned({ view, chunks }: Clause, c: number): boolean {
  return (
    chunks[c + 2]?.kind === "np" &&
    view.norms[chunks[c + 3]?.from ?? -1] === "that" &&
    chunks[c + 3]!.kind === "sub" &&
    chunks[c + 4]?.kind === "np" &&
    canSpeak(view, { from: chunks[c + 2]!.from, to: chunks[c + 2]!.to })
  );
}

/** "denials from the ministry", "the ministry's denial": who denies is known, what is not given [ST9]. */
function denialAlone(clause: Clause, { c, cue }: { c: number; cue: CueWord }): Draft | null {
  const { view, chunks } = clause;
  const { cueFrom, voice } = speakerOf(clause, { c, noun: cue });
  const known = voice.is === "words" ? voice : voiceOf(modifier(clause, c));
  if (known.is !== "words") return null;
  return {
    view,
    ...fromCue(cue),
    frame: "noun-cue",
    rule: "ST9",
    cue: { from: cueFrom, to: chunks[c]!.to },
    voice: known,
    content: [],
    quoted: false,
    complement: "noun:alone",
  };
}

/** "Interior Ministry denials": the name before the noun in its own group. */
function modifier(clause: Clause, c: number): Range | null {
  const { tokens } = clause.view;
  const { from, to } = clause.chunks[c]!;
  let first = to - 1;
  while (first > from && tokens[first - 1]!.pos === "PROPN") first--;
  return first < to - 1 ? { from: first, to: to - 1 } : null;
}

/** The noun group after the preposition, or all of a gerund's clause ("of smuggling arms"). */
function phrase(
  clause: Clause,
  { start, from, isCueChunk }: { start: number; from: number; isCueChunk: (c: number) => boolean },
): Range | null {
  const object = nounAt(clause, start);
  if (object !== null) return { from, to: object.to };
  const kind = clause.chunks[start]!.kind;
  return kind === "vg" || kind === "sub" ? { from, to: contentEnd(clause, from, isCueChunk).to } : null;
}

/** "S's claim", "the ministry denial", "S issued a warning", "claims by S". */
function speakerOf(clause: Clause, { c, noun }: { c: number; noun: CueWord }): { cueFrom: number; voice: Voice } {
  const { view, chunks } = clause;
  const chunk = chunks[c]!;
  const last = chunk.to - 1;
  for (let i = last - 1; i >= chunk.from; i--) {
    const { norm, pos } = view.tokens[i]!;
    if (norm === "'s" || (norm === "'" && pos !== "NOUN")) {
      const own = i === chunk.from && chunks[c - 1]?.kind !== "np";
      const left = own ? null : { from: ownerFrom(clause, i === chunk.from ? c - 1 : c), to: i };
      return { cueFrom: last, voice: voiceOf(left) };
    }
    if (POSSESSIVE.has(norm)) return { cueFrom: last, voice: { is: "words", range: { from: i, to: i + 1 } } };
  }
  const by = agent(clause, c);
  if (by !== null) return { cueFrom: last, voice: voiceOf(by) };
  const carrier = chunks[c - 1];
  const carries = carrier?.kind === "vg" && (noun.act === "blames" || CARRIERS.has(view.tokens[carrier.head]!.lemma));
  if (carries && noun.act !== "accuses") {
    const subject = subjectOf(clause, c - 1);
    // "The blast raised doubts", "the papers raised questions": whose, is not said.
    const unsaid = subject === null || isDeed(view, subject) || isRaised(noun, view.tokens[carrier.head]!.lemma);
    return { cueFrom: last, voice: voiceOf(unsaid ? null : subject) };
  }
  return { cueFrom: last, voice: voiceOf(withIt(clause, c)) };
}

function isRaised(noun: CueWord, carrier: string): boolean {
  return noun.act === "doubts" && (carrier === "raise" || carrier === "give");
}

/** "S stirred anger with a claim that P": who did so by saying it. */
function withIt(clause: Clause, c: number): Range | null {
  const { view, chunks } = clause;
  if (view.norms[chunks[c - 1]?.from ?? -1] !== "with") return null;
  for (let k = c - 2; k > 0 && k > c - 6; k--) {
    if (chunks[k]!.kind === "p" || chunks[k]!.kind === "sub") return null;
    if (chunks[k]!.kind !== "vg") continue;
    const subject = view.tokens[chunks[k]!.head]!.pos === "VERB" ? subjectOf(clause, k) : null;
    return subject !== null && canSpeak(view, subject) && !isDeed(view, subject) ? subject : null;
  }
  return null;
}

/** Where the owner starts: "the Ministry of Defence's denial" from the ministry on, "the reasons for Harun's denial" at Harun. */
function ownerFrom(clause: Clause, c: number): number {
  const { chunks, view } = clause;
  const left = chunks[leftEnd(clause, c)]!;
  const { norm, pos } = view.tokens[left.to - 1]!;
  return pos === "PROPN" || isOffice(view, norm) ? left.from : chunks[c]!.from;
}

const POSSESSIVE = new Set(["my", "your", "his", "her", "its", "our", "their"]);

/** "claims by residents that", "fears among voters of": who, between the noun and its content. */
function agent(clause: Clause, c: number): Range | null {
  const { view, chunks } = clause;
  const next = chunks[c + 1];
  const owned = view.norms[next?.from ?? -1] === "of" && isOwned(clause, c);
  if (next?.kind !== "adp" || !(owned || ["by", "from", "among"].includes(view.norms[next.from]!))) return null;
  return chunks[c + 2]?.kind === "np" ? rangeOf(clause, c + 2, c + 3) : null;
}
