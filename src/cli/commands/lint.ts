import { isBrief } from "../../core/brief/is-brief.ts";
import { lintBrief } from "../../core/brief/lint.ts";
import type { Brief } from "../../core/model/brief.ts";
import { ProblemError, problem } from "../../core/model/problem.ts";
import { assessing } from "../assessing.ts";
import { namesCase, readJson } from "../cases.ts";
import type { Outcome, Run } from "../command.ts";
import { EXIT } from "../exit.ts";
import { plural } from "../say-changes.ts";
import { clean, wrap } from "../terminal.ts";

export const run: Run = async (invocation) => {
  const [path = ""] = invocation.args;
  const brief = (await namesCase(path))
    ? (await assessing(invocation)).assessment.brief
    : briefIn(await readJson(invocation, path), path);
  const findings = lintBrief(brief);
  return {
    schema: "silverblaze/lint/1",
    result: { findings },
    problems: [],
    exit: findings.length > 0 ? EXIT.found : EXIT.done,
    text: (paint, columns) => [
      findings.length === 0
        ? "Nothing found: every figure has its grounds, and words match the numbers."
        : `${plural(findings.length, "finding")}:`,
      ...findings.flatMap((f) =>
        wrap(clean(`${f.code}  ${f.message}`), columns, "  ").map((l, i) => (i === 0 ? paint.differ(l) : l)),
      ),
    ],
  } satisfies Outcome;
};

/** A brief by itself, in an assessment, or in the envelope of either. */
function briefIn(json: unknown, path: string): Brief {
  const outer = json as { readonly result?: unknown; readonly brief?: unknown } | null;
  const inner = (outer?.result ?? outer) as { readonly brief?: unknown } | null;
  const candidate = inner?.brief ?? inner;
  if (!isBrief(candidate)) {
    throw new ProblemError([
      problem("not-an-assessment", {
        path,
        want: "brief",
        example: "silverblaze export CASE --format json -o brief.json",
      }),
    ]);
  }
  return candidate;
}
