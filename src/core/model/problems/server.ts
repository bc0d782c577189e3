import type { ProblemKind } from "../problem-kind.ts";

export const serverProblems = {
  "server-fault": {
    severity: "error",
    say: () => "Something went wrong on our side; the terminal says what. Nothing was changed. Open the page again.",
  },
  "server-no-route": {
    severity: "error",
    say: (f) => `There is nothing at ${f.path}. Go back to the overview.`,
  },
  "request-too-big": {
    severity: "error",
    say: (f) => `This is more than the ${f.limit} bytes that a page may send. Use silverblaze add in the terminal.`,
  },
  "nobody-named": {
    severity: "error",
    say: () => "Nobody is named as the one who does this. Give your name or role at the top of the page.",
  },
  "figure-gone": {
    severity: "error",
    say: (f) =>
      `The assessment has no figure ${f.id}. It may have gone with an event since; look at the overview again.`,
  },
  "page-without-key": {
    severity: "error",
    say: () => "This window has no key. Open the address that silverblaze printed when it started.",
  },
  "page-without-server": {
    severity: "error",
    say: () => "The workbench does not answer. See whether silverblaze still runs in its terminal.",
  },
  "port-taken": {
    severity: "error",
    say: (f) => `Port ${f.port} is in use. Give another with --port, or leave it out to have a free one.`,
  },
} satisfies Record<string, ProblemKind>;
