/** What the process says when it ends; docs/reference/cli.md has the same table. */
export const EXIT = {
  done: 0,
  ourFault: 1,
  usage: 2,
  refused: 3,
  found: 4,
  busy: 5,
  limit: 6,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
