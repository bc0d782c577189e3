import { commit } from "../../casework/open.ts";
import { asksOf } from "../../casework/state-items.ts";
import { ProblemError } from "../../core/model/problem.ts";
import { changed, readJson, whoOf, withCase } from "../cases.ts";
import type { Run } from "../command.ts";
import { plural } from "../say-changes.ts";
import { textsOf } from "../texts-of.ts";

export const run: Run = async (invocation) => {
  const [path = "", file = ""] = invocation.args;
  const who = whoOf(invocation, "state");
  const json = await readJson(invocation, file);
  const { ask, problems } = asksOf(json, {
    who,
    ...(invocation.text.why !== undefined && { why: invocation.text.why }),
  });
  if (problems.length > 0) throw new ProblemError(problems);
  return withCase(path, async (open) => {
    const committed = await commit(open, { who, ask }, await textsOf(open));
    if ("problems" in committed) throw new ProblemError(committed.problems);
    const said = `${plural(committed.events.length, "thing")} stated: ${[...new Set(committed.events.map((e) => e.type))].join(", ")}.`;
    return changed("silverblaze/state/1", { events: committed.events.length, head: committed.open.head, said });
  });
};
