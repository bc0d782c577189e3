import type { AssessmentBody, ProposedFact } from "../model/assessment.ts";
import { type HeldStatement, quoted } from "./input.ts";

const NAMED = {
  inference: "inference",
  conditional: "conditional",
  forecast: "forecast",
  question: "question",
} as const;

/** Inferences, conditionals, forecasts and questions of the outlets' own voice; an inference with its conclusion, grounds and connective [ST6]. */
export function namedInTexts(held: readonly HeldStatement[]): AssessmentBody["named"] {
  return held.flatMap(({ document, statement }) => {
    const kind = statement.voice === undefined ? undefined : NAMED[statement.voice as keyof typeof NAMED];
    if (kind === undefined) return [];
    const { inference } = statement;
    return [
      {
        kind,
        statement: statement.id,
        quote: quoted(document, statement.sentence),
        ...(inference !== undefined && {
          inference: {
            conclusion: quoted(document, inference.conclusion),
            grounds: inference.grounds.map((g) => quoted(document, g)),
            connective: quoted(document, inference.connective),
          },
        }),
      },
    ];
  });
}

/** What would be worth finding out: the condition that a text names, and what it expects to come, in its own words [ST6]. */
export function proposedFacts(held: readonly HeldStatement[]): readonly ProposedFact[] {
  return held.flatMap(({ document, statement }): readonly ProposedFact[] => {
    const { voice, condition, content, sentence } = statement;
    if (voice === "forecast")
      return [
        { statement: statement.id, kind: voice, fact: quoted(document, content[0] ?? sentence), consequence: null },
      ];
    if (voice !== "conditional") return [];
    const fact = quoted(document, condition?.condition ?? content[0] ?? sentence);
    const consequence = condition?.consequence == null ? null : quoted(document, condition.consequence);
    return [{ statement: statement.id, kind: voice, fact, consequence }];
  });
}
