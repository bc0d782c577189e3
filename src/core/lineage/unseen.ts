import type { UnseenOrigin } from "../model/lineage.ts";
import { byCodeUnit } from "../model/span.ts";
import type { Speaker } from "../model/statement.ts";
import { fold } from "../text/fold.ts";
import type { Node } from "./sketch.ts";

type Citation = UnseenOrigin["citedBy"][number];

/** Sources that the documents cite by name or role and that are not among their publishers [LI6], each once, by actor id or folded name. */
export function unseenOrigins(nodes: readonly Node[]): readonly UnseenOrigin[] {
  const found = new Map<string, { name: string; actor?: string; citedBy: Citation[] }>();
  const seen = publishersOf(nodes);
  for (const { id, text } of nodes) {
    const { info, reading } = text.read;
    const own = new Set(Array.from(text.sentences.index, (i) => reading.sentences[i]?.start));
    for (const statement of reading.statements) {
      if (!own.has(statement.sentence.start)) continue;
      for (const speaker of [statement.speaker, ...(statement.relays ?? [])]) {
        const name = citedName(speaker, info.text);
        if (name === null || seen.has(bare(name)) || (speaker.actor !== undefined && seen.has(speaker.actor))) continue;
        const key = speaker.actor === undefined ? bare(name) : `@${speaker.actor}`;
        const known = found.get(key) ?? {
          name,
          ...(speaker.actor === undefined ? {} : { actor: speaker.actor }),
          citedBy: [],
        };
        const { start, end } = speaker.span ?? statement.cue?.span ?? statement.sentence;
        known.citedBy.push({ document: id, statement: statement.id, span: { start, end } });
        found.set(key, known);
      }
    }
  }
  return [...found.entries()].sort(([x], [y]) => byCodeUnit(x, y)).map(([, origin]) => origin);
}

/** Publishers by folded name, and by actor id where a document names its own publisher in its text. */
function publishersOf(nodes: readonly Node[]): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const { text } of nodes) if (text.read.info.publisher !== undefined) seen.add(bare(text.read.info.publisher));
  for (const { text } of nodes) {
    const { reading, info } = text.read;
    for (const m of reading.mentions)
      if (m.is === "actor" && seen.has(bare(info.text.slice(m.span.start, m.span.end)))) seen.add(m.id);
  }
  return seen;
}

function citedName(speaker: Speaker, text: string): string | null {
  if (speaker.is !== "named" && speaker.is !== "role") return null;
  const name = speaker.label ?? (speaker.span === undefined ? "" : text.slice(speaker.span.start, speaker.span.end));
  return name.trim() === "" ? null : name;
}

function bare(name: string): string {
  return fold(name.trim()).replace(/^(?:the|a|an)\s+/, "");
}
