// Events and files that the tests of the store share. Everything named here is invented.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { NewEvent } from "../../src/core/model/event.ts";
import type { Sha256 } from "../../src/core/model/id.ts";
import { addHours, type Instant } from "../../src/core/model/time.ts";
import type { StoreWorld } from "../../src/store/contract.ts";

export const WHO = "desk";

/** A small event with words of its own. */
export function titled(title: string): NewEvent {
  const body = { title, languages: ["en"] as const, purpose: "to test the store", displayWarnings: false };
  return { type: "case.stated", v: 1, who: WHO, body };
}

export function erasing(...sha256s: readonly Sha256[]): NewEvent {
  const body = { sha256s, why: "the witness asked for it", authority: "the editor of the Coast Ledger" };
  return { type: "erased", v: 1, who: WHO, body };
}

export function reading(text: Sha256): NewEvent {
  const body = {
    document: "port-maren-1",
    text,
    offsets: [],
    format: "text",
    formatVersion: 1,
    charset: "utf-8",
    charsetCertainty: 1,
    links: [],
  };
  return { type: "document.read", v: 1, who: WHO, body };
}

/** A world in which each look at the clock is an hour later. */
export function fakeWorld(first: Instant = "2031-03-03T06:00:00.000Z"): StoreWorld {
  let hours = -1;
  return {
    now: () => {
      hours++;
      return addHours(first, hours);
    },
    tool: "test",
    version: "9.9.9",
  };
}

/** A new folder that goes when the test ends. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "silverblaze-store-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The files of a folder that hold the words anywhere in their bytes. */
export function filesWith(path: string, words: string): string[] {
  return readdirSync(path).filter((name) => readFileSync(join(path, name)).includes(words));
}

/** Whole numbers from 0 to below `n`, the same for the same seed (mulberry32). */
export function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * n);
  };
}
