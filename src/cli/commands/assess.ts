import { assessmentPage } from "../../casework/pages.ts";
import { firstScreen } from "../../core/brief/first-screen.ts";
import { briefMarkdown } from "../../exchange/brief-markdown.ts";
import { assessing } from "../assessing.ts";
import { briefText, documentsText } from "../brief-text.ts";
import type { Outcome, Run } from "../command.ts";
import { firstScreenText } from "../first-screen.ts";
import { exitFor } from "../inputs.ts";

export const run: Run = async (invocation) => {
  const { assessment, problems } = await assessing(invocation);
  return {
    schema: "silverblaze/assess/1",
    result: assessment,
    problems: [...problems, ...assessment.problems],
    exit: exitFor(problems),
    text: (paint, columns) => [
      ...firstScreenText(firstScreen(assessment), paint, columns),
      "",
      ...briefText(assessment.brief, paint, columns),
      ...documentsText(assessment.documents, { paint, columns, language: assessment.brief.language }),
    ],
    page: () => assessmentPage(assessment),
    forms: { md: () => briefMarkdown(assessment.brief, assessment.documents) },
  } satisfies Outcome;
};
