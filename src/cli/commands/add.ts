import { addDocuments } from "../../casework/add.ts";
import { realEffects } from "../../casework/effects.ts";
import { saltOfCase } from "../../casework/salt.ts";
import { type Problem, problem } from "../../core/model/problem.ts";
import { deliver } from "../../ingest/doors/doors.ts";
import { saltOfThisRun } from "../../ingest/posts/accounts.ts";
import { type PostMap, postMap } from "../../ingest/posts/map.ts";
import { readJson, usageError, whoOf, withCase } from "../cases.ts";
import type { Invocation, Run } from "../command.ts";
import { EXIT } from "../exit.ts";
import { doorOptions, exitFor, readOptions } from "../inputs.ts";
import { plural } from "../say-changes.ts";
import { clean } from "../terminal.ts";

/** The columns of tables of posts, as the user wrote them down. */
async function mapOption(invocation: Invocation): Promise<PostMap | undefined> {
  const path = invocation.text.map;
  if (path === undefined) return undefined;
  const map = postMap(await readJson(invocation, path));
  if ("reason" in map) throw usageError(problem("map-unreadable", { name: path, reason: map.reason }));
  return map;
}

export const run: Run = async (invocation) => {
  const { args, world, flags } = invocation;
  const [path = "", ...inputs] = args;
  const dryRun = flags.has("dry-run");
  const who = dryRun ? (invocation.text.who ?? "dry run") : whoOf(invocation, "add");
  return withCase(path, async (open) => {
    const started = Date.now();
    const map = await mapOption(invocation);
    const posts = { salt: dryRun ? saltOfThisRun() : saltOfCase(path), ...(map !== undefined && { map }) };
    const done = await addDocuments(open, deliver(inputs, { ...doorOptions(invocation), posts }), {
      ...readOptions(invocation),
      who,
      dryRun,
      effects: realEffects(),
      signal: world.signal,
      onProgress: (n) =>
        world.progress(`adding   ${n}   ${Math.round(n / Math.max(0.001, (Date.now() - started) / 1000))} a second`),
    });
    world.progress("");
    const interrupted: Problem[] = done.interrupted
      ? [problem("interrupted", { done: plural(done.added.length, "document") })]
      : [];
    const problems = [...done.problems, ...interrupted];
    return {
      schema: "silverblaze/add/1",
      result: {
        head: done.open.head,
        added: done.added,
        refused: problems.filter((p) => p.severity === "error").length,
        dryRun,
      },
      problems,
      exit: done.interrupted ? EXIT.interrupted : exitFor(problems),
      text: () => [
        ...done.added.map((a) => `${dryRun ? "would add" : "added"}  ${clean(a.name)}  ${a.document}`),
        `${plural(done.added.length, "document")} ${dryRun ? "would be added" : "added"}, ${problems.filter((p) => p.severity === "error").length} refused.`,
      ],
    };
  });
};
