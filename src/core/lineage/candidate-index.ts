import { wordsOf } from "../text/words.ts";
import { postingRings } from "./posting-rings.ts";
import { rareSlots, SLOTS } from "./word-slots.ts";

export interface CandidateOptions {
  /** So many texts back are looked at, fewer where they are long: room is for 64 rare words a text; default 50,000. */
  readonly window?: number;
  /** A word in more of the texts of the window than this finds nobody; default 100. A wider window wants a higher cap. */
  readonly cap?: number;
  /** Rare words that two texts must share; default 4. */
  readonly least?: number;
  /** Of a text at most so many rare words are kept, those that fewest texts of the window have; default 256. */
  readonly kept?: number;
  /** Candidates given for a text, the nearest; default 20. */
  readonly nearest?: number;
}

export interface Candidate {
  /** Of the text added so many calls before, counted from 0. */
  readonly index: number;
  /** Share of the added text's rare words that it has, 0 to 1. */
  readonly score: number;
}

export interface CandidateIndex {
  /** The candidates for a text among those added before it, the nearest first; then the text is in the index. Takes its words where given. */
  readonly add: (text: string | readonly string[]) => readonly Candidate[];
  readonly size: () => number;
}

/** Entries of other texts that are looked at for one, those of the rarest words first. */
const MOST_ENTRIES = 384;
/** Rare words a text of the window has room for, on average. */
const ROOM = 64;

/**
 * An index for archives that grows text by text [LI2]. What it finds depends on the order: a text is held against those before it, and a word's
 * rarity is that of the window at that moment. `assess` and `traceLineage` do not use it. Time and memory for a text depend on the window and
 * the cap, not on how many texts there have been. Throws a RangeError for a limit under 1, and a window of more than 2,000,000.
 */
export function candidateIndex(options: CandidateOptions = {}): CandidateIndex {
  const limits = { window: 50_000, cap: 100, least: 4, kept: 256, nearest: 20, ...options };
  for (const [name, value] of Object.entries(limits))
    if (!(Number.isInteger(value) && value >= 1 && value <= 2_000_000))
      throw new RangeError(`candidateIndex: ${name} is ${value}; give a whole number from 1 to 2,000,000`);
  const slotsOf = rareSlots();
  const postings = windowOf(limits);
  let row = new Int32Array(1024);
  let size = 0;
  return {
    size: () => size,
    add: (text) => {
      const words = typeof text === "string" ? wordsOf(text).map((w) => w.norm) : text;
      if (words.length > row.length) row = new Int32Array(2 * words.length);
      const found = postings.add(row.subarray(0, slotsOf(words, row)), size);
      size++;
      return found;
    },
  };
}

/** The texts of the window by their words. A text stands at its index modulo the window. */
function windowOf({ window, cap, least, kept, nearest }: Required<CandidateOptions>) {
  // One more than the cap, so that a word that falls back to it lists all who hold it.
  const rings = postingRings(SLOTS, cap + 1);
  const most = window * ROOM + kept;
  const slots = new Int32Array(most);
  const [first, count] = [new Int32Array(window), new Int32Array(window)];
  const shared = new Uint16Array(window);
  const holders = new Int32Array(2 * (MOST_ENTRIES + 2 * cap));
  let [next, oldest, inUse] = [0, 0, 0];

  const forgetOldest = () => {
    const at = oldest % window;
    const own = count[at] as number;
    for (let k = 0, place = first[at] as number; k < own; k++) {
      rings.drop(slots[place] as number);
      place = place + 1 === most ? 0 : place + 1;
    }
    inUse -= own;
    oldest++;
  };

  /** The distinct slots, those that fewest texts of the window have first. */
  const rarest = (all: Int32Array): Int32Array => {
    const keys = new Float64Array(all.length);
    for (let k = 0; k < all.length; k++) keys[k] = rings.held(all[k] as number) * SLOTS + (all[k] as number);
    keys.sort();
    let distinct = 0;
    for (let k = 0; k < keys.length; k++)
      if (k === 0 || keys[k] !== keys[k - 1]) all[distinct++] = (keys[k] as number) & (SLOTS - 1);
    return all.subarray(0, distinct);
  };

  /** How many of the texts that share a word there are; each stands in `holders`, and in `shared` with its words. */
  const meet = (own: Int32Array): number => {
    let [met, looked] = [0, 0];
    for (let k = 0; k < own.length && looked <= MOST_ENTRIES; k++) {
      if (rings.held(own[k] as number) > cap) break;
      const until = met + rings.list(own[k] as number, holders, met);
      looked += until - met;
      for (let i = met; i < until; i++) {
        const at = holders[i] as number;
        if (shared[at] === 0) holders[met++] = at;
        shared[at] = (shared[at] as number) + 1;
      }
    }
    return met;
  };

  const match = (own: Int32Array, index: number): readonly Candidate[] => {
    const met = meet(own);
    const here = index % window;
    const found: Candidate[] = [];
    for (let i = 0; i < met; i++) {
      const at = holders[i] as number;
      const both = shared[at] as number;
      shared[at] = 0;
      if (both < least) continue;
      found.push({ index: index - (at < here ? here - at : here - at + window), score: both / own.length });
    }
    return found.sort((x, y) => y.score - x.score || y.index - x.index).slice(0, nearest);
  };

  const insert = (own: Int32Array, index: number): void => {
    const at = index % window;
    first[at] = next;
    count[at] = own.length;
    inUse += own.length;
    for (const slot of own) {
      rings.push(slot, at);
      slots[next] = slot;
      next = next + 1 === most ? 0 : next + 1;
    }
  };

  return {
    /** The candidates of a text, which is then in the window; the oldest leaves it. Writes over the slots handed in. */
    add: (all: Int32Array, index: number): readonly Candidate[] => {
      if (index - oldest >= window) forgetOldest();
      const own = rarest(all);
      const found = match(own, index);
      const few = own.subarray(0, kept);
      while (inUse + few.length > most) forgetOldest();
      insert(few, index);
      return found;
    },
  };
}
