import type { ProblemKind } from "../problem-kind.ts";

/** Trouble with the place where a case lives: opening it, writing to it, and what `verify` finds. */
export const storeProblems = {
  "case-missing": {
    severity: "error",
    say: (f) => `There is no case at ${f.path}. Check the name, or make one with \`silverblaze new ${f.path}\`.`,
  },
  "case-exists": {
    severity: "error",
    say: (f) => `${f.path} exists already, and nothing was changed. Give another name, or open it.`,
  },
  "case-leftovers": {
    severity: "error",
    say: (f) =>
      `${f.path} can't be made: ${f.left} is left of an earlier case of that name and may hold its last events. Move it away, or give another name.`,
  },
  "case-name-unusable": {
    severity: "error",
    say: (f) => `A case can't be kept at ${JSON.stringify(f.path)}: ${f.reason}. Give another name.`,
  },
  "not-a-case": {
    severity: "error",
    say: (f) => `${f.path} is not a case: ${f.reason}. Give the file that \`silverblaze new\` made.`,
  },
  "made-by-newer-version": {
    severity: "error",
    say: (f) =>
      `${f.path} was made by a newer version${f.by === null ? "" : ` (${f.by})`}: its layout is ${f.layout}, this version knows ${f.known}. Nothing was changed. Install the newer version.`,
  },
  "case-corrupt": {
    severity: "error",
    say: (f) =>
      `${f.path} is damaged: ${f.detail}. Keep the file as it is, run \`silverblaze verify\` on it, and go back to a copy that verifies.`,
  },
  "case-read-only": {
    severity: "error",
    say: (f) =>
      `${f.path} can't be written to: ${f.reason}. Nothing was changed. Get the right to write there, or copy the case to a folder of your own.`,
  },
  "case-unreadable": {
    severity: "error",
    say: (f) => `${f.path} can't be read: ${f.reason}. Check the rights on the file and on its folder.`,
  },
  "store-busy": {
    severity: "error",
    say: (f) =>
      `${f.path} is in use: ${f.holder} held it for the ${f.waitedSeconds} s that we waited. Nothing was changed${f.unfinished === true ? ", but the bytes of what was erased may still be in the file" : ""}. Try again when it is done.`,
  },
  "disk-full": {
    severity: "error",
    say: (f) =>
      `There is no room left for ${f.path}. This change was not recorded; everything acknowledged before it is kept. Make room and try again.`,
  },
  "store-failed": {
    severity: "error",
    say: (f) => `${f.path} could not be read or written (${f.detail}). Check the disk and try again.`,
  },
  "store-closed": {
    severity: "error",
    say: (f) => `${f.path} was closed before this was asked of it. Open it again.`,
  },
  "store-not-built": {
    severity: "error",
    say: (f) => `Cases in ${f.kind} are not built yet in this version. Use a case file.`,
  },
  "binding-missing": {
    severity: "error",
    say: (f) =>
      `A case file needs the package better-sqlite3 and its compiled part, which could not be loaded (${f.detail}). Install a C++ toolchain (Debian: build-essential and python3; macOS: xcode-select --install; Windows: Visual Studio Build Tools), then run \`npm rebuild better-sqlite3\`.`,
  },
  "erased-before": {
    severity: "error",
    say: (f) =>
      `The bytes ${f.sha256} were erased from this case${f.at === null ? "" : ` on ${f.at}`} and are not taken in again. Leave them out; if it is a note of your own, word it differently.`,
  },
  "body-not-json": {
    severity: "error",
    say: (f) =>
      `The ${f.type} event can't be recorded: ${f.where} is ${f.found}, which JSON can't hold. Give text, a finite number, true, false, null, a list or an object.`,
  },
  "blob-too-large": {
    severity: "error",
    say: (f) =>
      `A part of ${f.bytes} bytes does not fit into a case; the limit is ${f.limit}. Split it, or leave it out.`,
  },
  "pages-damaged": {
    severity: "error",
    say: (f) => `The pages of the file are damaged: ${f.detail}. Go back to a copy that verifies.`,
  },
  "blob-damaged": {
    severity: "error",
    say: (f) =>
      `The bytes kept under ${f.sha256} are not those that were put there: their SHA-256 is now ${f.found}. Go back to a copy that verifies.`,
  },
  "blob-missing": {
    severity: "error",
    say: (f) =>
      `The ${f.what} of event ${f.seq} (${f.type}), ${f.sha256}, is gone, and no event says that it was erased. Go back to a copy that verifies.`,
  },
  "chain-broken": {
    severity: "error",
    say: (f) => `The chain breaks at event ${f.seq}: ${f.detail}. Go back to a copy that verifies.`,
  },
  "head-ahead": {
    severity: "error",
    say: (f) =>
      `The head kept in ${f.path} says event ${f.keptSeq} (${f.keptHash}), but ${f.found}. Events were cut off or changed, or this is an older copy of the case. Look for the newer copy; if you went back to this one on purpose, move ${f.path} away and open the case again.`,
  },
  "head-unreadable": {
    severity: "error",
    say: (f) =>
      `The head kept in ${f.path} can't be read (${f.reason}), so a cut tail could not be seen. Compare the last event with an export, then move ${f.path} away and open the case again.`,
  },
  "head-behind": {
    severity: "note",
    say: (f) =>
      `The head kept in ${f.path} is ${f.events} events behind the case. That happens when a run is cut off; it is put right at the next change.`,
  },
  "head-elsewhere-differs": {
    severity: "error",
    say: (f) =>
      `${f.from} says that event ${f.seq} was ${f.hash}, but ${f.found}. Events were cut off or changed after that. Look for the copy that holds it.`,
  },
  "erased-without-reason": {
    severity: "error",
    say: (f) =>
      `The bytes ${f.sha256} were erased${f.at === null ? "" : ` on ${f.at}`}, but no event says why and on whose authority. Ask who works on this case.`,
  },
  "erase-unfinished": {
    severity: "error",
    say: (f) =>
      `The bytes ${f.sha256} should be erased (event ${f.seq ?? "unknown"}), but ${f.left}. Run \`silverblaze erase\` on them again.`,
  },
  "quote-differs": {
    severity: "error",
    say: (f) =>
      `${f.where} quotes ${JSON.stringify(f.quote)}, but the text ${f.text} has ${f.found === null ? "no such place" : JSON.stringify(f.found)} at ${f.start} to ${f.end}. Go back to a copy that verifies.`,
  },
} satisfies Record<string, ProblemKind>;
