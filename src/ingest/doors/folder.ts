import { join } from "node:path";
import { type Problem, problem } from "../../core/model/problem.ts";
import { byCodeUnit } from "../../core/model/span.ts";
import type { Unpacking } from "../containers/container.ts";
import type { Limits } from "../types.ts";
import type { Inside } from "../unpack.ts";
import { type ArchivedHere, archivedIn } from "./archiver-folder.ts";
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
    const { archived, ...file } = found;
    const known = archived?.knownOf(found.path);
    const order = { ...file, via: { door: "folder" }, noLinks: true, ...(known !== undefined && { known }) } as const;
    yield* deliverFile(order, unpacking, disk);
  }
  if (taken + told === 0) yield { problem: problem("folder-empty", { name: root }) };
}

interface FoundFile {
  readonly path: string;
  readonly name: string;
  /** Of a folder that Auto Archiver wrote, what its reports say. */
  readonly archived?: ArchivedHere;
}

type Found = FoundFile | { readonly problem: Problem };

interface Folder {
  readonly path: string;
  /** From the root, with "/" at the end; empty for the root. */
  readonly name: string;
  readonly depth: number;
}

async function* walk(root: string, limits: Limits, disk: DiskEffects): AsyncGenerator<Found> {
  const stack: (Folder | FoundFile)[] = [{ path: root, name: "", depth: 0 }];
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
    const { entries, problem: left } = await withReports(next.path, listed.entries, { limits, disk });
    if (left !== undefined) yield { problem: left };
    stack.push(...[...entries].reverse());
  }
}

/** The entries with what Auto Archiver's reports among them say; its pictures, films and records are left out, and counted. */
async function withReports(
  name: string,
  entries: Listed["entries"],
  { limits, disk }: { readonly limits: Limits; readonly disk: DiskEffects },
): Promise<{ readonly entries: Listed["entries"]; readonly problem?: Problem }> {
  const paths = entries.flatMap((e) => ("depth" in e ? [] : [e.path]));
  const archived = await archivedIn(paths, limits, disk);
  if (archived === null) return { entries };
  const left = paths.filter((p) => archived.isLeftOut(p));
  const kept = entries.filter((e) => !left.includes(e.path)).map((e) => ("depth" in e ? e : { ...e, archived }));
  if (left.length === 0) return { entries: kept };
  return { entries: kept, problem: problem("archived-media-skipped", { name, count: left.length, first: left[0]! }) };
}

interface Listed {
  readonly entries: (Folder | FoundFile)[];
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
