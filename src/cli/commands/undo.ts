import { commit } from "../../casework/open.ts";
import { ProblemError, problem } from "../../core/model/problem.ts";
import { changed, usageError, whoOf, withCase } from "../cases.ts";
import type { Run } from "../command.ts";

export const run: Run = async (invocation) => {
  const [path = "", ...numbers] = invocation.args;
  const who = whoOf(invocation, "undo");
  const wrong = numbers.filter((n) => !/^[1-9]\d*$/.test(n));
  if (wrong.length > 0) {
    throw usageError(
      ...wrong.map((value) =>
        problem("bad-value", {
          option: "SEQ",
          value,
          fault: "no event's number",
          want: "numbers as silverblaze history shows them",
        }),
      ),
    );
  }
  const seqs = numbers.map(Number);
  return withCase(path, async (open) => {
    const committed = await commit(open, {
      who,
      ask: [{ type: "undone", body: { seqs, why: invocation.text.why ?? "" } }],
    });
    if ("problems" in committed) throw new ProblemError(committed.problems);
    return changed("silverblaze/undo/1", {
      events: 1,
      head: committed.open.head,
      said: `Undone: ${seqs.join(", ")}. To redo, undo event ${committed.open.head.seq}.`,
    });
  });
};
