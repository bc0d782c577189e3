import type { AssessedActor } from "../core/model/assessment.ts";
import { useLanguage } from "./asked.ts";

/** A name as the interface's language has it: an actor's own Arabic name, where the case or the gazetteer gives one; else as it is. */
export function useSpelling({ actors }: { readonly actors: readonly AssessedActor[] }): (name: string) => string {
  const language = useLanguage();
  if (language === "en") return (name) => name;
  return (name) => actors.find((a) => a.name === name)?.arabicName ?? name;
}
