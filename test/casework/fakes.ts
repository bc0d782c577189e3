import type { CaseworkEffects } from "../../src/casework/effects.ts";
import type { Delivered } from "../../src/ingest/types.ts";

/** A clock that moves a minute at each look, and ids that count. */
export function fakeEffects(prefix = "doc"): CaseworkEffects {
  let minute = 0;
  let id = 0;
  return {
    now: () => `2031-03-04T18:${String(minute++ % 60).padStart(2, "0")}:00.000Z`,
    newId: () => `${prefix}-${++id}`,
  };
}

export function file(name: string, text: string): Delivered {
  return { input: { name, bytes: new TextEncoder().encode(text), via: { door: "file" } } };
}

export const WIRE = `Published: 2031-03-03 09:10 UTC
Publisher: Maren Wire

Two guards killed at Port Maren post

Two guards were killed on 3 March 2031 when a gunman opened fire at a coast guard post in Port Maren, the Interior Ministry said.

No group has claimed responsibility for the attack. A harbour officer said that two guards had quarrelled that morning.
`;
