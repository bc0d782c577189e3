import { readWord, wordsOf } from "../text/words.ts";
import { letterTable } from "./letter-table.ts";
import { RARE } from "./sketch.ts";
import { shippedWeights, type WordWeights } from "./weights.ts";

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

/** Words are kept under as many numbers; two that fall on one number count as one word, which lets a chance candidate through. */
const SLOTS = 1 << 20;
/** Spellings that are looked up without being read again. */
const MOST_REMEMBERED = 1 << 18;
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
  let size = 0;
  return {
    size: () => size,
    add: (text) => {
      const slots = slotsOf(typeof text === "string" ? wordsOf(text).map((w) => w.norm) : text);
      const found = postings.add(slots, size);
      size++;
      return found;
    },
  };
}

/** The slots of a text's rare words, perhaps some twice. */
function rareSlots(weights: WordWeights = shippedWeights()): (words: readonly string[]) => readonly number[] {
  let remembered = letterTable<number>();
  let size = 0;
  const read = (word: string): number => {
    const { stem } = readWord(word);
    return weights.of(stem) >= RARE ? slotOf(stem) : -1;
  };
  return (words) => {
    const slots: number[] = [];
    for (const word of words) {
      let [high, low] = [0x811c9dc5 | 0, 7];
      for (let i = 0; i < word.length; i++) {
        const c = word.charCodeAt(i);
        high = Math.imul(high ^ c, 0x01000193);
        low = (Math.imul(low, 31) + c) | 0;
      }
      let slot = remembered.get(high, low);
      if (slot === undefined) {
        slot = read(word);
        if (++size > MOST_REMEMBERED) [remembered, size] = [letterTable<number>(), 1];
        remembered.set(high, low, slot);
      }
      if (slot >= 0) slots.push(slot);
    }
    return slots;
  };
}

/** FNV-1a, stirred once more, cut to the slots. */
function slotOf(stem: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < stem.length; i++) hash = Math.imul(hash ^ stem.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) & (SLOTS - 1);
}

/** Columns of a slot: its newest entry, how many texts of the window have it, and the text that last named it. */
const [NEWEST, HELD, NAMED, SLOT_WIDTH] = [0, 1, 2, 4];
/** Columns of an entry: its text, the entry of the slot before it, its slot. */
const [TEXT, BEFORE, SLOT, ENTRY_WIDTH] = [0, 1, 2, 3];

/** The texts of the window by their words: each slot leads to its newest entry, each entry to the one before. */
function windowOf({ window, cap, least, kept, nearest }: Required<CandidateOptions>) {
  const slots = new Int32Array(SLOTS * SLOT_WIDTH).fill(-1);
  for (let s = HELD; s < slots.length; s += SLOT_WIDTH) slots[s] = 0;
  const most = window * ROOM + kept;
  const entries = new Int32Array(most * ENTRY_WIDTH).fill(-1);
  const [first, count] = [new Int32Array(window), new Int32Array(window)];
  const shared = new Uint16Array(window);
  const heldBy = (slot: number) => slots[slot * SLOT_WIDTH + HELD] as number;
  let [next, oldest, inUse] = [0, 0, 0];

  const forgetOldest = () => {
    const at = oldest % window;
    for (let k = 0; k < (count[at] as number); k++) {
      const entry = ((first[at] as number) + k) % most;
      const slot = entries[entry * ENTRY_WIDTH + SLOT] as number;
      slots[slot * SLOT_WIDTH + HELD] = heldBy(slot) - 1;
      if (slots[slot * SLOT_WIDTH + NEWEST] === entry) slots[slot * SLOT_WIDTH + NEWEST] = -1;
      entries[entry * ENTRY_WIDTH + SLOT] = -1;
    }
    inUse -= count[at] as number;
    oldest++;
  };

  const rarest = (all: readonly number[], index: number): number[] => {
    const once: number[] = [];
    for (const slot of all) {
      if (slots[slot * SLOT_WIDTH + NAMED] === index) continue;
      slots[slot * SLOT_WIDTH + NAMED] = index;
      once.push(heldBy(slot) * SLOTS + slot);
    }
    const sorted = new Float64Array(once).sort();
    for (let k = 0; k < once.length; k++) once[k] = (sorted[k] as number) % SLOTS;
    return once;
  };

  const match = (own: readonly number[], index: number): readonly Candidate[] => {
    const touched: number[] = [];
    let looked = 0;
    for (const slot of own) {
      const held = heldBy(slot);
      if (held === 0) continue;
      if (held > cap || looked > MOST_ENTRIES) break;
      let entry = slots[slot * SLOT_WIDTH + NEWEST] as number;
      // A link to an entry that has been used again leads to another slot, or to a newer text: the chain ends there.
      for (let last = index; entry >= 0 && entries[entry * ENTRY_WIDTH + SLOT] === slot; looked++) {
        const text = entries[entry * ENTRY_WIDTH + TEXT] as number;
        if (text >= last || text < oldest) break;
        last = text;
        const at = text % window;
        if (shared[at] === 0) touched.push(text);
        shared[at] = (shared[at] as number) + 1;
        entry = entries[entry * ENTRY_WIDTH + BEFORE] as number;
      }
    }
    const found: Candidate[] = [];
    for (const text of touched) {
      const both = shared[text % window] as number;
      if (both >= least) found.push({ index: text, score: both / own.length });
      shared[text % window] = 0;
    }
    return found.sort((x, y) => y.score - x.score || y.index - x.index).slice(0, nearest);
  };

  const insert = (own: readonly number[], index: number): void => {
    first[index % window] = next;
    count[index % window] = own.length;
    for (const slot of own) {
      entries[next * ENTRY_WIDTH + TEXT] = index;
      entries[next * ENTRY_WIDTH + BEFORE] = slots[slot * SLOT_WIDTH + NEWEST] as number;
      entries[next * ENTRY_WIDTH + SLOT] = slot;
      slots[slot * SLOT_WIDTH + NEWEST] = next;
      slots[slot * SLOT_WIDTH + HELD] = heldBy(slot) + 1;
      next = next + 1 === most ? 0 : next + 1;
    }
  };

  return {
    /** The candidates of a text, which is then in the window; the oldest leaves it. */
    add: (all: readonly number[], index: number): readonly Candidate[] => {
      if (index - oldest >= window) forgetOldest();
      const own = rarest(all, index);
      const found = match(own, index);
      if (own.length > kept) own.length = kept;
      while (inUse + own.length > most) forgetOldest();
      insert(own, index);
      inUse += own.length;
      return found;
    },
  };
}
