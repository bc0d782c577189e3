// Who sits here: a name or a role, kept in this browser, recorded with what is decided.

import { useSyncExternalStore } from "react";
import { keep, kept } from "./language.ts";

const listeners = new Set<() => void>();

export function you(): string {
  return kept("you") ?? "";
}

export function setYou(name: string): void {
  keep("you", name);
  for (const listener of listeners) listener();
}

export function useYou(): string {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, you);
}
