import { type Problem, problem } from "../model/problem.ts";
import { byCodeUnit } from "../model/span.ts";
import type { HeldStatement, RecordInput } from "./input.ts";

/**
 * The statements that hold: what the rules propose, with each person's decision in its place [CA4]. A rejected one is gone, a mended
 * one stands as mended, one added by hand stands beside them. On the basis "accepted" a proposal nobody decided is left out.
 */
export function heldStatements(input: RecordInput): {
  readonly held: readonly HeldStatement[];
  readonly problems: readonly Problem[];
} {
  const decisions = new Map(input.decisions.map((d) => [d.body.key, d]));
  const proposed = new Set<string>();
  const held: HeldStatement[] = [];
  for (const document of input.documents) {
    for (const statement of document.reading.statements) {
      proposed.add(statement.id);
      const decision = decisions.get(statement.id)?.body;
      if (decision === undefined) {
        if (input.basis === "accepted and proposed") held.push({ document, statement, status: "proposed" });
      } else if (decision.answer !== "rejected" && decision.statement !== undefined) {
        held.push({ document, statement: decision.statement, status: decision.answer });
      }
    }
  }
  const problems: Problem[] = [];
  for (const { body } of input.decisions) {
    if (proposed.has(body.key)) continue;
    if (body.answer !== "added")
      problems.push(problem("decision-unmatched", { key: body.key, answer: body.answer, who: body.who }));
    const document = input.documents.find((d) => body.key.startsWith(`${d.reading.text}:`));
    if (body.statement === undefined || body.answer === "rejected" || document === undefined) continue;
    held.push({ document, statement: body.statement, status: body.answer });
  }
  const order = (h: HeldStatement) => h.document.position;
  held.sort(
    (x, y) =>
      order(x) - order(y) ||
      x.statement.sentence.start - y.statement.sentence.start ||
      byCodeUnit(x.statement.id, y.statement.id),
  );
  return { held, problems };
}
