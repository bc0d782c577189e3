import { makeDemo } from "../../casework/demo.ts";
import { firstScreen } from "../../core/brief/first-screen.ts";
import { BRIEF_LANGUAGES } from "../../core/model/brief.ts";
import { briefText, documentsText } from "../brief-text.ts";
import type { Outcome, Run } from "../command.ts";
import { EXIT } from "../exit.ts";
import { firstScreenText } from "../first-screen.ts";
import { choice, whenOf } from "../options.ts";
import { serving } from "../serving.ts";
import { wrap } from "../terminal.ts";

/** Four days after the invented incident: the follow-up is out. */
const DEMO_AS_OF = "2024-03-09";

export const run: Run = async (invocation) => {
  const dir = invocation.text.dir ?? "silverblaze-demo";
  const asOf = invocation.text["as-of"] ?? DEMO_AS_OF;
  whenOf("--as-of", asOf);
  const served = invocation.flags.has("serve");
  const language = choice(invocation, "lang", BRIEF_LANGUAGES) ?? "en";
  const { assessment, files, problems } = await makeDemo(dir, asOf, { pages: !served, language });
  if (served) return serving(invocation, { path: files[0] ?? "", asOf, assessment });
  return {
    schema: "silverblaze/demo/1",
    result: { files, assessment },
    problems,
    exit: EXIT.done,
    text: (paint, columns) => [
      ...firstScreenText(firstScreen(assessment), paint, columns),
      "",
      ...briefText(assessment.brief, paint, columns),
      ...documentsText(assessment.documents, { paint, columns, language: assessment.brief.language }),
      "",
      "Written:",
      ...files.map((f) => `  ${f}`),
      ...wrap(`Next: silverblaze why ${files[0]}, silverblaze lineage ${files[0]}, or open ${files[1]}.`, columns),
    ],
  } satisfies Outcome;
};
