import { type Problem, ProblemError, problem } from "../core/model/problem.ts";
import { exactly, instantOf, isInstant, parseIso, type When } from "../core/model/time.ts";
import { usageError } from "./cases.ts";
import type { Invocation } from "./command.ts";

/** A whole number of an option, up to `most`; undefined where it was not given, refused where it is none. `want` says what to give. */
export function numberOption(
  { text }: Pick<Invocation, "text">,
  name: string,
  { want = "a number of an event", most = Number.MAX_SAFE_INTEGER } = {},
): number | undefined {
  const value = text[name];
  if (value === undefined) return undefined;
  const whole = /^\d+$/.test(value);
  if (whole && Number(value) <= most) return Number(value);
  const fault = whole ? `more than ${most}` : "no whole number";
  throw usageError(problem("bad-value", { option: `--${name}`, value, fault, want }));
}

/** Odds above 0; undefined where the option was not given, refused where it is no such number. */
export function oddsOption({ text }: Pick<Invocation, "text">, name: string): number | undefined {
  const value = text[name];
  if (value === undefined) return undefined;
  const odds = Number(value);
  if (value.trim() !== "" && odds > 0 && Number.isFinite(odds)) return odds;
  throw usageError(
    problem("bad-value", { option: `--${name}`, value, fault: "no odds", want: "a number above 0, such as 0.1 or 1" }),
  );
}

/** A day or an instant; refused where it is none. */
export function whenOf(option: string, value: string): When {
  const when = parseIso(value) ?? (isInstant(value) ? exactly(value) : null);
  if (when !== null && when.from !== null) return when;
  throw usageError(
    problem("bad-value", {
      option,
      value,
      fault: "no day or instant",
      want: "an ISO date such as 2031-03-04, or 2031-03-04T18:00Z",
    }),
  );
}

/** The day asked about, as typed; now where left out. */
export function asOfOption({ text }: Pick<Invocation, "text">, now: number = Date.now()): string {
  const value = text["as-of"];
  if (value === undefined) return instantOf(now);
  whenOf("--as-of", value);
  return value;
}

/** A choice among words. */
export function choice<T extends string>(
  { text }: Pick<Invocation, "text">,
  name: string,
  words: readonly T[],
): T | undefined {
  const value = text[name];
  if (value === undefined) return undefined;
  const found = words.find((w) => w === value);
  if (found !== undefined) return found;
  throw usageError(problem("bad-value", { option: `--${name}`, value, fault: "not known", want: words.join(" or ") }));
}

/** Throws every error among the problems at once, as a mistake of usage. */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw Object.assign(new ProblemError(problems), { exit: 2 });
}
