import { type Problem, problem } from "../../core/model/problem.ts";
import { addressOf } from "../fields.ts";
import type { FormatContext } from "./format.ts";

/** The whole http addresses among the links, each once, in order, up to the limit; relative ones need a base. */
export function keptLinks(
  context: FormatContext,
  written: readonly string[],
  base: string | undefined,
): { readonly links: readonly string[]; readonly problems: readonly Problem[] } {
  const links = new Set<string>();
  for (const link of written) {
    const address = addressOf(link, base);
    if (address === undefined || links.has(address)) continue;
    if (links.size >= context.limits.links) {
      const facts = { name: context.name, limit: context.limits.links };
      return { links: [...links], problems: [problem("links-cut", facts)] };
    }
    links.add(address);
  }
  return { links: [...links], problems: [] };
}
