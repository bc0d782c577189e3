// To open and close a file beside SQLite drops the locks that this process holds on it [fcntl(2)], and another process could then
// take itself for the last and clear the log away. SQLite since 3.51 guards against it; we don't lean on that alone.

import { statSync } from "node:fs";

const counts = new Map<string, number>();

/** Notes that a case is open in this thread; the answer takes the note back, once. */
export function noteOpen(file: string): () => void {
  const key = keyOf(file);
  if (key === null) return () => {};
  counts.set(key, (counts.get(key) ?? 0) + 1);
  let noted = true;
  return () => {
    if (noted) counts.set(key, (counts.get(key) ?? 1) - 1);
    noted = false;
  };
}

/** Whether the file is a case that this thread has open: then it must not be opened by other means. */
export function isOpenHere(file: string): boolean {
  const key = keyOf(file);
  return key !== null && (counts.get(key) ?? 0) > 0;
}

function keyOf(file: string): string | null {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? null : `${stat.dev}:${stat.ino}`;
}
