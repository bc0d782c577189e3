import { dropCache } from "../../casework/cache.ts";
import { eraseBlobs } from "../../casework/erase.ts";
import { isSha256 } from "../../core/model/id.ts";
import { ProblemError, problem } from "../../core/model/problem.ts";
import { usageError, whoOf, withCase } from "../cases.ts";
import type { Invocation, Run } from "../command.ts";
import { EXIT } from "../exit.ts";
import { plural } from "../say-changes.ts";

export const run: Run = async (invocation) => {
  const [path = "", ...sha256s] = invocation.args;
  const who = whoOf(invocation, "erase");
  const { why, authority } = needed(invocation);
  const wrong = sha256s.filter((s) => !isSha256(s));
  if (wrong.length > 0) {
    throw usageError(
      ...wrong.map((value) =>
        problem("bad-value", {
          option: "SHA256",
          value,
          fault: "no SHA-256",
          want: "64 hexadecimal digits, as history --json gives them",
        }),
      ),
    );
  }
  if (!(await confirmed(invocation, sha256s.length))) throw usageError(problem("needs-yes", { command: "erase" }));
  return withCase(path, async (open) => {
    const done = await eraseBlobs(open, sha256s, { who, why, authority });
    if ("problems" in done) throw new ProblemError(done.problems);
    dropCache(path);
    return {
      schema: "silverblaze/erase/1",
      result: { events: 1, head: done.open.head, erased: done.erased },
      problems: [],
      exit: EXIT.done,
      text: () => [
        `${plural(done.erased.length, "blob")} erased; hash, reason and chain remain, and the cache is gone:`,
        ...done.erased.map((s) => `  ${s}`),
        "Exports and copies made earlier still hold the words: they are yours to find.",
      ],
    };
  });
};

function needed({ text }: Invocation): { readonly why: string; readonly authority: string } {
  const { why = "", authority = "" } = text;
  const example = "silverblaze erase CASE SHA256 --why 'court order 12/31' --authority 'district court' --who editor";
  const missing = [
    ...(why.trim() === ""
      ? [
          problem("missing-option", {
            command: "erase",
            option: "--why",
            about: "the reason stays in the case",
            example,
          }),
        ]
      : []),
    ...(authority.trim() === ""
      ? [problem("missing-option", { command: "erase", option: "--authority", about: "on whose authority", example })]
      : []),
  ];
  if (missing.length > 0) throw usageError(...missing);
  return { why, authority };
}

async function confirmed({ flags, world }: Invocation, count: number): Promise<boolean> {
  if (flags.has("yes")) return true;
  if (!world.interactive) return false;
  return (await world.ask(`Erase ${plural(count, "blob")} for good? Type yes: `))?.trim() === "yes";
}
