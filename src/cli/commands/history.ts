import { undoneSeqs } from "../../core/case/view.ts";
import { withCase } from "../cases.ts";
import type { Run } from "../command.ts";
import { EXIT } from "../exit.ts";
import { numberOption } from "../options.ts";
import { clean, table } from "../terminal.ts";

export const run: Run = async (invocation) => {
  const [path = ""] = invocation.args;
  const atSeq = numberOption(invocation, "at-seq");
  return withCase(path, async (open) => {
    const gone = undoneSeqs(open.state);
    const events = (await open.store.read(0))
      .filter((e) => atSeq === undefined || e.seq <= atSeq)
      .map((e) => ({ ...e, undone: gone.has(e.seq) }));
    return {
      schema: "silverblaze/history/1",
      result: { head: open.head, events },
      problems: open.state.problems,
      exit: EXIT.done,
      text: (_paint, columns) => [
        ...table(
          [
            { head: "event", right: true },
            { head: "recorded" },
            { head: "who" },
            { head: "what" },
            { head: "", grows: true },
          ],
          events.map((e) => [
            String(e.seq),
            `${e.at.slice(0, 10)} ${e.at.slice(11, 16)}`,
            e.who,
            e.type,
            `${e.undone ? "(undone) " : ""}${clean(gist(e.body))}`,
          ]),
          columns,
        ),
        `Head: event ${open.head.seq}, ${open.head.hash}.`,
      ],
    };
  });
};

/** What an event is about, in its own words: the first that tells. */
function gist(body: unknown): string {
  if (body === null) return "(erased)";
  const b = body as Record<string, unknown>;
  for (const key of [
    "title",
    "label",
    "name",
    "text",
    "document",
    "evidence",
    "question",
    "class",
    "actor",
    "key",
    "set",
    "why",
    "seqs",
  ]) {
    const value = b[key];
    if (typeof value === "string" && value !== "") return value;
    if (Array.isArray(value)) return value.join(", ");
    const names = (value as { readonly id?: unknown; readonly name?: unknown } | null | undefined) ?? {};
    if (typeof names.name === "string") return names.name;
    if (typeof names.id === "string") return names.id;
  }
  return "";
}
