import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type DoorOptions, deliver } from "../../../src/ingest/doors/doors.ts";
import { realDisk } from "../../../src/ingest/doors/file.ts";

const root = mkdtempSync(join(tmpdir(), "silverblaze-doors-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function folder(name: string, files: Readonly<Record<string, string>>): string {
  const path = join(root, name);
  mkdirSync(path, { recursive: true });
  for (const [file, words] of Object.entries(files)) {
    mkdirSync(join(path, file, ".."), { recursive: true });
    writeFileSync(join(path, file), words);
  }
  return path;
}

/** What came, short: a document's name, or a problem's code. */
async function through(args: readonly string[], options?: DoorOptions): Promise<string[]> {
  const out: string[] = [];
  for await (const d of deliver(args, options)) out.push("input" in d ? d.input.name : d.problem.code);
  return out;
}

describe("the doors", () => {
  it("a file is its bytes, untouched, under its own name", async () => {
    const path = join(folder("one", { "a.txt": "a\r\nb" }), "a.txt");
    for await (const d of deliver([path])) {
      expect(d).toMatchObject({ input: { name: "a.txt", via: { door: "file" } } });
      expect("input" in d && new TextDecoder().decode(d.input.bytes)).toBe("a\r\nb");
      expect("input" in d && d.input.modified).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
    }
  });

  it("a folder gives its files in the order of their code units, folders too; hidden files and links are told and left out", async () => {
    const path = folder("many", {
      "b.txt": "b",
      "B.txt": "B",
      "a/z.txt": "z",
      "a/y.txt": "y",
      "é.txt": "e",
      ".git/config": "x",
      ".b": "",
    });
    symlinkSync("/etc/hostname", join(path, "c.txt"));
    symlinkSync(path, join(path, "loop"));
    expect(await through([path])).toEqual([
      "hidden-files-skipped",
      "link-not-followed",
      "link-not-followed",
      "B.txt",
      "a/y.txt",
      "a/z.txt",
      "b.txt",
      "é.txt",
    ]);
  });

  it("one file that can't be had stops none of the others", async () => {
    const path = folder("bad", { "a.txt": "a", "big.txt": "x".repeat(100), "z.txt": "z" });
    execFileSync("mkfifo", [join(path, "pipe")]);
    const missing = join(root, "nowhere.txt");
    expect(await through([missing, path], { limits: { bytes: 10 } })).toEqual([
      "file-missing",
      "a.txt",
      "file-too-big",
      "file-not-regular",
      "z.txt",
    ]);
  });

  it("a link that the user names is followed", async () => {
    const path = folder("links", { "a.txt": "a" });
    symlinkSync(join(path, "a.txt"), join(path, "b.txt"));
    expect(await through([join(path, "b.txt")])).toEqual(["b.txt"]);
    symlinkSync(join(path, "c.txt"), join(path, "c.txt"));
    expect(await through([join(path, "c.txt")])).toEqual(["link-not-followed"]);
  });

  it("a device or pipe neither hangs nor fills the memory", async () => {
    const path = folder("devices", {});
    execFileSync("mkfifo", [join(path, "pipe")]);
    expect(await through([join(path, "pipe"), "/dev/zero"])).toEqual(["file-not-regular", "file-not-regular"]);
  });

  it("more files than the limit are named, after those within it; folders too deep are left out", async () => {
    const path = folder("count", { "a.txt": "a", "b.txt": "b", "c.txt": "c" });
    expect(await through([path], { limits: { files: 2 } })).toEqual(["a.txt", "b.txt", "too-many-files"]);
    const deep = folder("deep", { "a.txt": "a", "x/b.txt": "b", "x/y/c.txt": "c" });
    expect(await through([deep], { limits: { folders: 1 } })).toEqual(["a.txt", "x/b.txt", "folders-too-deep"]);
  });

  it("an empty folder says so", async () => {
    expect(await through([folder("empty", {})])).toEqual(["folder-empty"]);
    expect(await through([folder("hidden", { ".a": "" })])).toEqual(["hidden-files-skipped", "folder-empty"]);
  });

  it("a disk that fails is named, and the file is closed", async () => {
    const path = join(folder("eio", { "a.txt": "a" }), "a.txt");
    let closed = 0;
    const disk = {
      ...realDisk,
      open: async (p: string, flags: number) => {
        const file = await realDisk.open(p, flags);
        const close = file.close.bind(file);
        return Object.assign(file, {
          read: () => Promise.reject(Object.assign(new Error("io"), { code: "EIO" })),
          close: () => {
            closed++;
            return close();
          },
        });
      },
    };
    expect(await through([path], { disk: disk as typeof realDisk })).toEqual(["file-unreadable"]);
    expect(closed).toBe(1);
  });

  it("a file or folder without permission is named", async () => {
    const path = folder("closed", { "a.txt": "a" });
    const denied = () => Promise.reject(Object.assign(new Error("denied"), { code: "EACCES" }));
    const disk = { ...realDisk, open: denied, readdir: denied };
    expect(await through([join(path, "a.txt"), path], { disk })).toEqual(["file-unreadable", "file-unreadable"]);
  });

  it("standard input is one document, up to the limit", async () => {
    const stream = (...chunks: string[]) =>
      (async function* () {
        for (const c of chunks) yield new TextEncoder().encode(c);
      })();
    expect(await through(["-"], { stdin: stream("a", "b") })).toEqual(["stdin"]);
    expect(await through(["-"], { stdin: stream("aaa", "bbb"), limits: { bytes: 5 } })).toEqual(["file-too-big"]);
  });

  it("addresses are refused before anything is fetched", async () => {
    expect(await through(["https://ledger.example/a", "HTTP://x.example", "file:///etc/passwd", "gopher://x"])).toEqual(
      ["address-needs-fetch", "address-needs-fetch", "address-not-read", "address-not-read"],
    );
  });

  it("names with NUL or beyond the system's length are named as missing or unreadable", async () => {
    expect(await through([`a\0b`, "x".repeat(5000)])).toEqual(["file-unreadable", "file-unreadable"]);
  });
});
