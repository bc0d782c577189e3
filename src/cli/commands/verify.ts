import { verifyCase } from "../../casework/verify-case.ts";
import { openStore } from "../../store/store.entry.ts";
import type { Run } from "../command.ts";
import { EXIT } from "../exit.ts";
import { clean, wrap } from "../terminal.ts";

export const run: Run = async (invocation) => {
  const [path = ""] = invocation.args;
  const { world } = invocation;
  const store = await openStore(path);
  try {
    const { checks, problems, head } = await verifyCase(store, (done, all) =>
      world.progress(done === all ? "" : `checking   ${done} / ${all}`),
    );
    const holds = checks.every((c) => c.ok);
    return {
      schema: "silverblaze/verify/1",
      result: { holds, head, checks },
      problems,
      exit: holds ? EXIT.done : EXIT.found,
      text: (paint, columns) => [
        holds ? `${path} holds: nothing was changed since it was recorded.` : paint.bold(`${path} does not hold.`),
        ...checks.flatMap((c) => wrap(clean(`${c.ok ? "ok " : "NOT"}  ${c.name}: ${c.detail}`), columns, "     ")),
        ...(head === null ? [] : [`Head: event ${head.seq}, ${head.hash}`]),
        ...wrap(
          "Integrity is not truth: this shows that nothing was altered after recording, not that what was recorded is so.",
          columns,
        ),
      ],
    };
  } finally {
    await store.close();
  }
};
