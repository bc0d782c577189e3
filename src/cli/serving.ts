import type { Assessment } from "../core/model/assessment.ts";
import { problem } from "../core/model/problem.ts";
import { serveCase } from "../server/serve.ts";
import { usageError } from "./cases.ts";
import type { Invocation, Outcome } from "./command.ts";
import { EXIT } from "./exit.ts";
import { numberOption } from "./options.ts";

export interface ServedCase {
  readonly path: string;
  readonly asOf?: string | undefined;
  /** Made of the case just now, as of that day. */
  readonly assessment?: Assessment;
}

/** Serves a case until the user stops it, and says where to look. */
export async function serving(invocation: Invocation, { path, asOf, assessment }: ServedCase): Promise<Outcome> {
  const { world } = invocation;
  const port =
    numberOption(invocation, "port", {
      want: "a port from 1 to 65535, or leave it out for any free one",
      most: 65535,
    }) ?? 0;
  const served = await serveCase(path, {
    port,
    ...(asOf !== undefined && { asOf }),
    ...(assessment && { assessment }),
    onFault: (error) => world.talk(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
  }).catch((error: unknown) => {
    const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    throw taken ? usageError(problem("port-taken", { port })) : error;
  });
  // With --json the one answer comes at the end: the address is talk until then.
  (invocation.flags.has("json") ? world.talk : world.out)(`${served.address}\n`);
  world.talk(
    "Open this address in a browser. It carries the key; other programs and sites are kept out. Ctrl-C ends it.\n",
  );
  await new Promise<void>((done) => {
    if (world.signal.aborted) done();
    else world.signal.addEventListener("abort", () => done(), { once: true });
  });
  await served.close();
  const result = { address: served.address };
  return { schema: "silverblaze/serve/1", result, problems: [], exit: EXIT.done, text: () => [] };
}
