import { type ExportFormat, exportAssessment, recordExport } from "../../casework/export-case.ts";
import { problem } from "../../core/model/problem.ts";
import { assessing } from "../assessing.ts";
import { namesCase, withCase } from "../cases.ts";
import type { Outcome, Run } from "../command.ts";
import { exitFor } from "../inputs.ts";
import { choice } from "../options.ts";

const FORMATS: readonly ExportFormat[] = ["md", "html", "json"];

export const run: Run = async (invocation) => {
  const { text, args } = invocation;
  const ending = text.output?.split(".").at(-1);
  const format = choice(invocation, "format", FORMATS) ?? FORMATS.find((f) => f === ending) ?? "md";
  const { assessment, problems } = await assessing(invocation);
  const [path = ""] = args;
  const isCase = await namesCase(path);
  const { content, head, unrecorded } = isCase
    ? await withCase(path, async (open) => {
        const made = await exportAssessment(assessment, format, open.head);
        const after = await recordExport(open, {
          who: text.who ?? "command line",
          format,
          content: made,
          assessment,
        }).catch(() => null);
        return { content: made, head: after?.head ?? open.head, unrecorded: after === null };
      })
    : { content: await exportAssessment(assessment, format, null), head: null, unrecorded: false };
  const own = () => content;
  return {
    schema: "silverblaze/export/1",
    result: { files: [{ name: text.output ?? null, format, content }], head },
    problems: [...problems, ...(unrecorded ? [problem("export-unrecorded", { path })] : [])],
    exit: exitFor(problems),
    text: () => [content.replace(/\n$/, "")],
    writes: own,
  } satisfies Outcome;
};
