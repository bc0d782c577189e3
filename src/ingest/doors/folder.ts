import { join } from "node:path";
import { type Problem, problem } from "../../core/model/problem.ts";
import { byCodeUnit } from "../../core/model/span.ts";
import type { Unpacking } from "../containers/container.ts";
import type { Limits } from "../types.ts";
import type { Inside } from "../unpack.ts";
import { type DiskEffects, deliverFile, diskProblem, realDisk } from "./file.ts";

/**
 * The files of a folder and the folders in it, by the code units of their paths, one at a time. What is left out is told: hidden
 * files, links, files that can't be read; the rest still comes. Documents are called by their path inside the folder.
 */
export async function* deliverFolder(
  root: string,
  unpacking: Unpacking,
  disk: DiskEffects = realDisk,
): AsyncGenerator<Inside> {
  const { limits } = unpacking;
  let taken = 0;
  let told = 0;
  for await (const found of walk(root, limits, disk)) {
    if ("problem" in found) {
      if (found.problem.severity === "error") told++;
      yield found;
      continue;
    }
    if (taken === limits.files) {
      yield { problem: problem("too-many-files", { name: root, limit: limits.files }) };
      return;
    }
    taken++;
    yield* deliverFile({ ...found, via: { door: "folder" }, noLinks: true }, unpacking, disk);
  }
  if (taken + told === 0) yield { problem: problem("folder-empty", { name: root }) };
}

type Found = { readonly path: string; readonly name: string } | { readonly problem: Problem };

interface Folder {
  readonly path: string;
  /** From the root, with "/" at the end; empty for the root. */
  readonly name: string;
  readonly depth: number;
}

async function* walk(root: string, limits: Limits, disk: DiskEffects): AsyncGenerator<Found> {
  const stack: (Folder | { readonly path: string; readonly name: string })[] = [{ path: root, name: "", depth: 0 }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (!("depth" in next)) {
      yield next;
      continue;
    }
    if (next.depth > limits.folders) {
      yield { problem: problem("folders-too-deep", { name: next.path, limit: limits.folders }) };
      continue;
    }
    const listed = await list(next, disk);
    for (const problem of listed.problems) yield { problem };
    stack.push(...listed.entries.reverse());
  }
}

interface Listed {
  readonly entries: (Folder | { readonly path: string; readonly name: string })[];
  readonly problems: readonly Problem[];
}

async function list(folder: Folder, disk: DiskEffects): Promise<Listed> {
  const problems: Problem[] = [];
  const entries: Listed["entries"] = [];
  let names: string[];
  try {
    names = (await disk.readdir(folder.path)).sort(byCodeUnit);
  } catch (error) {
    return { entries, problems: [diskProblem(folder.path, error)] };
  }
  const hidden = names.filter((n) => n.startsWith("."));
  if (hidden.length > 0) {
    problems.push(problem("hidden-files-skipped", { name: folder.path, count: hidden.length, first: hidden[0]! }));
  }
  for (const name of names) {
    if (name.startsWith(".")) continue;
    const path = join(folder.path, name);
    const entry = await disk.lstat(path).catch((error: unknown) => diskProblem(path, error));
    if ("code" in entry) problems.push(entry);
    else if (entry.isSymbolicLink()) problems.push(problem("link-not-followed", { name: path }));
    else if (entry.isDirectory()) entries.push({ path, name: `${folder.name}${name}/`, depth: folder.depth + 1 });
    else entries.push({ path, name: `${folder.name}${name}` });
  }
  return { entries, problems };
}
