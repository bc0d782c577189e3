// Single keys [WCAG 2.1.4: they can be turned off].

import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { keep, kept } from "./language.ts";

const GO: Readonly<Record<string, string>> = {
  o: "/",
  s: "/sources",
  c: "/compare",
  k: "/check",
  t: "/statements",
  b: "/brief",
  h: "/history",
};

export function keysAreOn(): boolean {
  return kept("keys") !== "off";
}

export function turnKeys(on: boolean): void {
  keep("keys", on ? "on" : "off");
}

/** Whether a key belongs to a field and not to us. */
export function typing(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  return (
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    target?.isContentEditable === true ||
    ["INPUT", "TEXTAREA", "SELECT"].includes(target?.tagName ?? "")
  );
}

/** The keys of every view; a view's own are its own. */
export function useKeys(): void {
  const navigate = useNavigate();
  useEffect(() => {
    let afterG = 0;
    const onKey = (event: KeyboardEvent) => {
      if (!keysAreOn() || typing(event)) return;
      const target = GO[event.key];
      if (event.timeStamp - afterG < 1_500 && target !== undefined) {
        event.preventDefault();
        void navigate({
          to: target,
          search: (old: { asOf?: string }) => (old.asOf === undefined ? {} : { asOf: old.asOf }),
        } as never);
        afterG = 0;
      } else if (event.key === "g") afterG = event.timeStamp;
      else if (event.key === "?") void navigate({ to: "/keys" } as never);
      else if (event.key === "/") {
        const field = document.querySelector<HTMLInputElement>("input[type=search]");
        if (field) {
          event.preventDefault();
          field.focus();
        }
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [navigate]);
}
