import { type Problem, problem } from "../core/model/problem.ts";
import type { Traits } from "../core/model/silence.ts";
import { FEATURE_NAMES, featureOf } from "../core/silence/class-query.ts";
import type { Invocation } from "./command.ts";

/** The features of `--feature country=SY`, later ones over earlier, and what of them is not understood. */
export function featureOptions({ lists }: Pick<Invocation, "lists">): {
  readonly traits: Traits;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const read = (lists.feature ?? []).map((given): Traits => {
    const [name = "", ...rest] = given.split("=");
    const found = featureOf(name, rest.join("="));
    if (found !== null) return found;
    const want = `${FEATURE_NAMES.join(", ")}, as in country=SY, insider=yes, killed=2`;
    problems.push(problem("bad-value", { option: "--feature", value: given, fault: "not understood", want }));
    return {};
  });
  return { traits: Object.assign({}, ...read) as Traits, problems };
}
