import type { Manifest } from "../types.ts";

const door = (
  name: string,
  reads: string,
  limits: Manifest["limits"],
  offers: readonly string[] = ["documents"],
): Manifest => ({
  name,
  version: 1,
  mediaType: "",
  reads,
  extensions: [],
  needs: [],
  limits,
  offers,
});

/** The ways in. */
export const DOORS: readonly Manifest[] = [
  door("file", "a file; a link that you name is followed", ["bytes", "archiveBytes"]),
  door(
    "folder",
    "the files of a folder and of the folders in it, by the code units of their paths; hidden files and links are left out and told",
    ["files", "folders", "bytes", "archiveBytes"],
  ),
  door("stdin", "- for standard input, one document or archive", ["bytes"]),
  door(
    "address",
    "http and https addresses, or a file that lists them, with --fetch: each host is named before it is asked, only public addresses are connected to, the answer is kept byte for byte with its headers",
    ["fetchSeconds", "redirects", "bytes"],
    ["documents", "headers", "final address", "time of the fetch", "WARC record"],
  ),
];
