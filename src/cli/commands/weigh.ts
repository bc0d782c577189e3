import { assessCase } from "../../casework/assess-case.ts";
import { commit, type OpenCase } from "../../casework/open.ts";
import { type ItemToWeigh, toWeigh } from "../../casework/to-weigh.ts";
import type { Assessment } from "../../core/model/assessment.ts";
import type { JudgedValue } from "../../core/model/event.ts";
import { SURPRISE_RANGES } from "../../core/model/likelihood.ts";
import { ProblemError, problem } from "../../core/model/problem.ts";
import { changed, usageError, whoOf, withCase } from "../cases.ts";
import type { Invocation, Run } from "../command.ts";
import { figureReader } from "../figures.ts";
import { percent } from "../rounded.ts";
import { clean } from "../terminal.ts";

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
  const body = { evidence, explanations: explanation.split("+"), value: judged, who, why };
  const committed = await commit(open, { who, ask: [{ type: "evidence.weighed", body }] });
  if ("problems" in committed) throw new ProblemError(committed.problems);
  return committed.open;
}

/** ".8", "0.8", "1", "80 %": a chance; null where it is none. */
function chanceOf(text: string): number | null {
  const [, number, percent] = /^(\d+(?:\.\d+)?|\.\d+)\s*(%?)$/.exec(text.trim()) ?? [];
  if (number === undefined) return null;
  const chance = Number(number) / (percent === "%" ? 100 : 1);
  return chance <= 1 ? chance : null;
}

/** A word of XP2 (or enough of its beginning to be the only one), a number, or LO..HI. A chance of 0 is refused: it would settle the question for ever [XP9]. */
function judgedOf(text: string): JudgedValue {
  const [low, high, ...more] = text.split("..").map(chanceOf);
  if (low != null && more.length === 0 && high !== null) {
    if (low === 0 || (high ?? low) < low) {
      throw usageError(problem("explanation-value-out-of-range", { what: "The answer", value: text.trim() }));
    }
    return high === undefined ? low : { from: low, to: high };
  }
  const matching = WORDS.filter((w) => w.startsWith(text.trim().toLowerCase()));
  const [only] = matching;
  if (only !== undefined && matching.length === 1) return { word: only };
  throw usageError(problem("explanation-needs-word", { word: text, words: WORDS.join(", ") }));
}

/**
 * One item at a time, the one that could move most first, one explanation after the other in the words of XP2, as long as the person likes:
 * an empty answer is "not weighed", q or the end of input stops. At the end: n of m, and what the answers make of it.
 */
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
  const passed = new Set<string>();
  for (;;) {
    const assessment = await assessed(now, { equalPriors: true });
    const list = toWeigh(now.state, assessment, who);
    const item = list.items.find((i) => !passed.has(i.evidence));
    if (item === undefined) break;
    passed.add(item.evidence);
    world.talk(
      `\n${clean(item.text)}\n${list.answered} of ${list.possible} answers given\n${WORDS.map((w, i) => `${i + 1} ${w}`).join("   ")}\n`,
    );
    const done = await askItem(now, item, { invocation, who });
    now = done.open;
    answered += done.answered;
    if (done.stopped) break;
  }
  const list = toWeigh(now.state, await assessed(now, { equalPriors: true }), who);
  const said = [
    `${answered} weighed; ${list.answered} of ${list.possible} answers given.`,
    ...resultLines(await assessed(now, {}), await assessed(now, { equalPriors: true })),
  ].join("\n");
  return changed("silverblaze/weigh/1", { events: answered, head: now.head, said });
}

/** The explanations of one item that this person has not answered; a word that is none is asked again. */
async function askItem(
  open: OpenCase,
  item: ItemToWeigh,
  { invocation, who }: { readonly invocation: Invocation; readonly who: string },
): Promise<{ readonly open: OpenCase; readonly answered: number; readonly stopped: boolean }> {
  const { world } = invocation;
  let now = open;
  let answered = 0;
  for (const { explanation, text } of item.ask) {
    world.talk(`If this were true, how surprised would you be to see it: ${clean(text)}\n`);
    const judged = await askOne(world);
    if (judged === "stop") return { open: now, answered, stopped: true };
    if (judged === "open") continue;
    now = await weighed(now, { evidence: item.evidence, explanation, judged, who, why: invocation.text.why ?? "" });
    answered++;
  }
  return { open: now, answered, stopped: false };
}

/** One answer: asked again, with what is wrong, until it is one. */
async function askOne(world: Invocation["world"]): Promise<JudgedValue | "open" | "stop"> {
  for (;;) {
    const answer = await world.ask("1 to 5, a number 0 to 1, LO..HI, Enter to leave it open, q to stop: ");
    if (answer === null || answer.trim() === "q") return "stop";
    if (answer.trim() === "") return "open";
    const word = WORDS[Number(answer.trim()) - 1];
    if (word !== undefined) return { word };
    try {
      return judgedOf(answer.trim());
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      for (const p of error.problems) world.talk(`${p.message}\n`);
    }
  }
}

async function assessed(
  open: OpenCase,
  { equalPriors = false }: { readonly equalPriors?: boolean },
): Promise<Assessment> {
  const assessment = await assessCase(open, { asOf: new Date().toISOString(), equalPriors });
  if (assessment === null) throw new ProblemError([problem("interrupted", { done: "the answers are recorded" })]);
  return assessment;
}

/** What the answers make of each question: the leader with its range; without starting chances, with equal ones, and that they are a choice. */
function resultLines(assessment: Assessment, equal: Assessment): string[] {
  return assessment.questions.flatMap((q, i) => {
    const other = equal.questions[i]?.answer;
    const stated = q.answer.is === "weighed";
    const answer = stated ? q.answer : other;
    if (answer?.is !== "weighed") return [];
    const value = figureReader(stated ? assessment : equal);
    const [first] = answer.ranking;
    if (first === undefined) return [];
    const choice = stated ? "" : " with equal starting chances, a choice and nobody’s judgment";
    return [
      `${clean(q.text)} “${clean(first.text)}” leads${choice}: ${percent(value(first.from))} to ${percent(value(first.to))}.`,
    ];
  });
}
