import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cli } from "../cli/world.ts";
import { read, root } from "./markdown.ts";

const dir = mkdtempSync(join(tmpdir(), "silverblaze-conduct-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe("[CO8] a protected source", () => {
  const stated = JSON.parse(read("examples/demo/case.json")) as readonly {
    readonly state?: string;
    readonly protected?: boolean;
    readonly name?: string;
  }[];
  const names = stated.flatMap((s) => (s.state === "source" && s.protected === true ? [s.name ?? ""] : []));
  beforeAll(async () => {
    expect((await cli(["demo", "--dir", dir])).exit).toBe(0);
  }, 60_000);

  it("is in the demonstration case, so that these tests can look for its name", async () => {
    expect(names).toHaveLength(1);
    expect((await cli(["history", join(dir, "demo.silverblaze"), "--json"])).out).toContain(names[0]);
  });

  it.each(["md", "html", "json"])("reaches no export: %s", async (format) => {
    const { exit, out, talk } = await cli(["export", join(dir, "demo.silverblaze"), "--format", format]);
    expect(exit).toBe(0);
    expect(out.length).toBeGreaterThan(1_000);
    expect(out + talk).not.toContain(names[0]);
  });

  it("reaches no answer about the texts, and no file that the demonstration writes beside the case", async () => {
    for (const command of ["assess", "statements", "lineage", "explanations"]) {
      const { out, talk } = await cli([command, join(dir, "demo.silverblaze"), "--json"]);
      expect(out + talk, command).not.toContain(names[0]);
    }
    const files = readdirSync(dir).filter((f) => !f.includes(".silverblaze"));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(readFileSync(join(dir, file), "utf8"), file).not.toContain(names[0]);
  });
});

describe("[CO9] nothing leaves the machine", () => {
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter((f) =>
    f.endsWith(".ts"),
  );
  const NETWORK =
    /(?<![\w.-])fetch\(|(?:from|import\(?) *["'](?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/promises)?["']|["']undici["']|\bWebSocket\b/;

  /** Each with the reason why it may. */
  const MAY: Readonly<Record<string, string>> = {
    "ingest/doors/address/connect.ts": "the door of addresses, behind its guard and the user's --fetch",
    "ingest/doors/address/fetch.ts": "the same",
    "ingest/apart/reader-child.ts": "names fetch and WebSocket to take them away",
    "server/serve.ts": "the type of the address on this machine on which it listens",
    "web/api.ts": "asks the server that the page came from",
  };

  it("no file of the program opens a connection or imports what could, but for those that are named", () => {
    expect(sources.length).toBeGreaterThan(100);
    const found = sources.filter((f) => NETWORK.test(readFileSync(join(root, "src", f), "utf8")));
    expect(found.sort()).toEqual(Object.keys(MAY).sort());
  });

  it("the door of addresses is opened by nothing but --fetch", () => {
    const uses = sources.filter((f) => /address\/fetch\.ts"/.test(readFileSync(join(root, "src", f), "utf8")));
    expect(uses).toEqual(["ingest/doors/doors.ts"]);
  });

  it("the test of that sees one", () => {
    for (const line of ["await fetch(url)", 'import { get } from "node:https";', 'import net from "net";']) {
      expect(NETWORK.test(line), line).toBe(true);
    }
  });
});

describe("[CO13] it says what it is not for", () => {
  it("in the README and in SAFETY.md, which goes into the package", () => {
    for (const page of ["README.md", "SAFETY.md"]) expect(read(page)).toContain("## What it is not for");
    expect(JSON.parse(read("package.json")).files).toContain("SAFETY.md");
  });
});
