import { commit, type OpenCase } from "../../casework/open.ts";
import { type CaseView, viewCase } from "../../core/case/view.ts";
import type { JudgedValue } from "../../core/model/event.ts";
import { SURPRISE_RANGES } from "../../core/model/likelihood.ts";
import { ProblemError, problem } from "../../core/model/problem.ts";
import { changed, usageError, whoOf, withCase } from "../cases.ts";
import type { Invocation, Run } from "../command.ts";

const WORDS = Object.keys(SURPRISE_RANGES);

export const run: Run = async (invocation) => {
  const [path = "", evidence, explanation, value] = invocation.args;
  const who = whoOf(invocation, "weigh");
  return withCase(path, async (open) => {
    if (evidence === undefined) return asking(open, { invocation, who });
    if (explanation === undefined || value === undefined) {
      throw usageError(
        problem("wrong-arguments", {
          command: "weigh",
          takes: "CASE [EVIDENCE EXPLANATION WORD|P|LO..HI]",
          given: invocation.args.length,
          least: 1,
          most: "4",
        }),
      );
    }
    const judged = judgedOf(value);
    const open2 = await weighed(open, { evidence, explanation, judged, who, why: invocation.text.why ?? "" });
    return changed("silverblaze/weigh/1", {
      events: 1,
      head: open2.head,
      said: `Weighed: ${evidence} under ${explanation}: ${value}.`,
    });
  });
};

interface Weight {
  readonly evidence: string;
  readonly explanation: string;
  readonly judged: JudgedValue;
  readonly who: string;
  readonly why: string;
}

async function weighed(open: OpenCase, { evidence, explanation, judged, who, why }: Weight): Promise<OpenCase> {
  const body = { evidence, explanations: [explanation], value: judged, who, why };
  const committed = await commit(open, { who, ask: [{ type: "evidence.weighed", body }] });
  if ("problems" in committed) throw new ProblemError(committed.problems);
  return committed.open;
}

/** A word of XP2 (or enough of its beginning to be the only one), a number, or LO..HI. */
function judgedOf(text: string): JudgedValue {
  const range = /^(0|1|0?\.\d+)\.\.(0|1|0?\.\d+)$/.exec(text);
  if (range !== null) return { from: Number(range[1]), to: Number(range[2]) };
  if (/^(0|1|0?\.\d+)$/.test(text)) return Number(text);
  const matching = WORDS.filter((w) => w.startsWith(text.trim().toLowerCase()));
  const [only] = matching;
  if (only !== undefined && matching.length === 1) return { word: only };
  throw usageError(problem("explanation-needs-word", { word: text, words: WORDS.join(", ") }));
}

/** One cell at a time, as long as the person likes; an empty answer skips, the end of input stops. */
async function asking(open: OpenCase, { invocation, who }: { readonly invocation: Invocation; readonly who: string }) {
  const { world } = invocation;
  if (!world.interactive) {
    throw usageError(
      problem("missing-option", {
        command: "weigh",
        option: "EVIDENCE EXPLANATION VALUE",
        about: "it asks only on a terminal",
        example: 'silverblaze weigh CASE roster quarrel "would expect it" --who "night desk"',
      }),
    );
  }
  let now = open;
  let answered = 0;
  const words = WORDS.map((w, i) => `${i + 1} ${w}`).join("   ");
  for (const cell of openCells(viewCase(open.state), who)) {
    world.talk(
      `\nIf this were true: ${cell.explanationText}\nhow surprised would you be to see: ${cell.text}?\n${words}\n`,
    );
    const answer = await world.ask("1 to 5, a number 0 to 1, LO..HI, Enter to skip, q to stop: ");
    if (answer === null || answer.trim() === "q") break;
    if (answer.trim() === "") continue;
    const word = WORDS[Number(answer.trim()) - 1];
    const judged = word === undefined ? judgedOf(answer.trim()) : { word };
    now = await weighed(now, {
      evidence: cell.evidence,
      explanation: cell.explanation,
      judged,
      who,
      why: invocation.text.why ?? "",
    });
    answered++;
  }
  return changed("silverblaze/weigh/1", { events: answered, head: now.head, said: `${answered} weighed.` });
}

/** The cells that this person has not weighed, item by item in the order stated. */
function openCells(view: CaseView, who: string) {
  return [...view.evidence.values()].flatMap(({ body: e }) =>
    [...view.explanations.values()].flatMap(({ body: x }) =>
      e.questions.includes(x.question) && !view.weights.has(`${e.evidence}/${x.explanation}/${who}`)
        ? [
            {
              evidence: e.evidence,
              text: e.observed === null ? e.text : `${e.text} (${e.observed})`,
              explanation: x.explanation,
              explanationText: x.text,
            },
          ]
        : [],
    ),
  );
}
