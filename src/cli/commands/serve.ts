import type { Run } from "../command.ts";
import { whenOf } from "../options.ts";
import { serving } from "../serving.ts";

export const run: Run = async (invocation) => {
  const [path = ""] = invocation.args;
  const asOf = invocation.text["as-of"];
  if (asOf !== undefined) whenOf("--as-of", asOf);
  return serving(invocation, { path, asOf });
};
