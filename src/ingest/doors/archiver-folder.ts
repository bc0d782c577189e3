// A folder that Auto Archiver wrote: what lies beside a report page was archived from the address that the page names.

import { constants } from "node:fs";
import { basename, extname } from "node:path";
import { type ArchiverReport, archiverReport } from "../containers/archiver-report.ts";
import { isArchiverReport } from "../containers/archiver-report-manifest.ts";
import { HEAD } from "../containers/containers.ts";
import type { KnownOfDocument, Limits } from "../types.ts";
import { type DiskEffects, reader } from "./file.ts";

/** What the reports of one folder say of its files. */
export interface ArchivedHere {
  /** Of a file, where it was archived from; undefined where no report names it and there are several. */
  knownOf(path: string): KnownOfDocument | undefined;
  /** Whether the file is a picture, a film or a record of the archiver, and no document. */
  isLeftOut(path: string): boolean;
}

/** Null where no file of the folder is a report. */
export async function archivedIn(
  paths: readonly string[],
  limits: Limits,
  disk: DiskEffects,
): Promise<ArchivedHere | null> {
  const reports: ArchiverReport[] = [];
  for (const path of paths) {
    const report = /\.html?$/i.test(path) ? await reportAt(path, limits, disk) : null;
    if (report !== null) reports.push(report);
  }
  if (reports.length === 0) return null;
  const [only] = reports;
  const knownOf = (path: string) => {
    const named = reports.find((r) => r.files.has(basename(path)));
    return (named ?? (reports.length === 1 ? only : undefined))?.known;
  };
  return { knownOf, isLeftOut: (path) => LEFT_OUT.has(extname(path).toLowerCase()) };
}

const LEFT_OUT = new Set(
  ".png .jpg .jpeg .gif .webp .bmp .avif .heic .mp4 .webm .mkv .mov .m4a .mp3 .ogg .wav .pem .crt .tsr .json .vtt .srt".split(
    " ",
  ),
);

async function reportAt(path: string, limits: Limits, disk: DiskEffects) {
  const file = await disk
    .open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)
    .catch(() => null);
  if (file === null) return null;
  try {
    const found = await file.stat();
    if (!found.isFile()) return null;
    const at = reader(file);
    if (!isArchiverReport(Buffer.from(await at(0, HEAD)).toString("latin1"))) return null;
    const report = await archiverReport({ name: path, via: { door: "folder" }, size: found.size, at }, limits);
    return "problem" in report ? null : report;
  } catch {
    return null;
  } finally {
    await file.close().catch(() => {});
  }
}
