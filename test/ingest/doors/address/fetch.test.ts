import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { WARCParser } from "warcio";
import { deliverAddress } from "../../../../src/ingest/doors/address/fetch.ts";
import { deliver } from "../../../../src/ingest/doors/doors.ts";
import { type Delivered, LIMITS } from "../../../../src/ingest/types.ts";
import { fakeWeb, type Names, PUBLIC_IP, type Web } from "./web.ts";

let web: Web | undefined;
afterEach(async () => {
  await web?.close();
  web = undefined;
});

const PAGE = "<!doctype html><title>Harbour fire</title><p>The harbour office burned on Tuesday.</p>";

async function serve(listener: Parameters<typeof fakeWeb>[0], names?: Names): Promise<Web> {
  web = await fakeWeb(listener, names);
  return web;
}

function had(delivered: Delivered) {
  if ("problem" in delivered) throw new Error(delivered.problem.message);
  return delivered.input;
}

function codeOf(delivered: Delivered): string {
  return "problem" in delivered ? delivered.problem.code : `had ${delivered.input.name}`;
}

describe("an address", () => {
  it("[CO9] is not fetched without consent, and not looked up either", async () => {
    const { network, resolved } = await serve((_q, r) => r.end(PAGE));
    const out: Delivered[] = [];
    for await (const d of deliver(["http://harbour.example.org/fire"], {})) out.push(d);
    expect(out.map(codeOf)).toEqual(["address-needs-fetch"]);
    expect(resolved).toEqual([]);
    for await (const d of deliver(["http://harbour.example.org/fire"], { fetch: { network } })) out.push(d);
    expect(out.map(codeOf)).toEqual(["address-needs-fetch", "had http://harbour.example.org/fire"]);
  });

  it("names its host before the look-up, and each host that a redirect leads to", async () => {
    const order: string[] = [];
    const { network } = await serve((q, r) => {
      if (q.url === "/old") r.writeHead(301, { location: "http://new.example.org/page#part" }).end("moved");
      else r.end(PAGE);
    });
    const watched = {
      ...network,
      resolve: (h: string) => {
        order.push(`look up ${h}`);
        return network.resolve(h);
      },
    };
    const input = had(
      await deliverAddress("http://old.example.org/old", LIMITS, {
        network: watched,
        onHost: (h) => order.push(`named ${h}`),
      }),
    );
    expect(order).toEqual([
      "named old.example.org",
      "look up old.example.org",
      "named new.example.org",
      "look up new.example.org",
    ]);
    expect(input.via).toMatchObject({
      door: "address",
      address: "http://old.example.org/old",
      finalAddress: "http://new.example.org/page",
      redirects: ["http://old.example.org/old"],
      status: 200,
    });
  });

  it("is kept as it came over the wire: a WARC record that another reader reads, its digests right", async () => {
    const packed = gzipSync(PAGE);
    const { network } = await serve((_q, r) => {
      r.writeHead(200, {
        "content-type": "text/html; charset=utf-8",
        "content-encoding": "gzip",
        "set-cookie": "id=1",
      });
      r.write(packed.subarray(0, 20));
      r.end(packed.subarray(20));
    });
    const at = Date.UTC(2031, 2, 4, 9, 30);
    const input = had(await deliverAddress("http://harbour.example.org/fire", LIMITS, { network, now: () => at }));
    expect(new TextDecoder().decode(input.bytes)).toBe(PAGE);
    expect(input.mediaTypeHint).toBe("text/html; charset=utf-8");
    expect(input.captured).toBe("2031-03-04T09:30:00.000Z");
    expect(input.via.headers).not.toHaveProperty("set-cookie");

    const bytes = input.record!;
    const record = (await WARCParser.parse([bytes]))!;
    expect(record.warcType).toBe("response");
    expect(record.warcTargetURI).toBe("http://harbour.example.org/fire");
    expect(record.warcHeaders.headers.get("WARC-IP-Address")).toBe(PUBLIC_IP);
    expect(record.httpHeaders?.headers.get("set-cookie")).toBe("id=1");
    expect(await record.contentText()).toBe(PAGE);
    const raw = Buffer.from(bytes).toString("latin1");
    const block = raw.slice(raw.indexOf("\r\n\r\n") + 4, -4);
    expect(block).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*Transfer-Encoding: chunked/i);
    expect(raw).toContain(
      `WARC-Block-Digest: sha256:${createHash("sha256").update(Buffer.from(block, "latin1")).digest("hex")}`,
    );
  });

  it("sends no cookie, no credential and no referrer, not even after a redirect that sets one", async () => {
    const sent: string[] = [];
    const { network } = await serve((q, r) => {
      sent.push(...Object.keys(q.headers));
      if (q.url === "/a") r.writeHead(302, { location: "/b", "set-cookie": "id=1" }).end();
      else r.end(PAGE);
    });
    had(await deliverAddress("http://a.example.org/a", LIMITS, { network }));
    expect(new Set(sent)).toEqual(new Set(["host", "connection", "accept", "accept-encoding", "user-agent"]));
  });

  it("is refused when it is too long, packed too well, too slow, leads on for ever, or answers with an error", async () => {
    const { network } = await serve((q, r) => {
      if (q.url === "/long") r.end("x".repeat(70_000 + 1_001));
      else if (q.url === "/bomb") r.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("y".repeat(5_000_000)));
      else if (q.url === "/slow") r.write("a");
      else if (q.url === "/again") r.writeHead(302, { location: "/again" }).end();
      else if (q.url === "/odd") r.writeHead(200, { "content-encoding": "zstd-9" }).end("?");
      else r.writeHead(404).end("no");
    });
    const limits = { ...LIMITS, bytes: 1_000, fetchSeconds: 1, redirects: 3 };
    const codes: Record<string, string> = {};
    for (const path of ["long", "bomb", "slow", "again", "odd", "gone"]) {
      codes[path] = codeOf(await deliverAddress(`http://h.example.org/${path}`, limits, { network }));
    }
    expect(codes).toEqual({
      long: "file-too-big",
      bomb: "address-failed",
      slow: "address-failed",
      again: "address-redirects",
      odd: "address-failed",
      gone: "address-answered",
    });
  });

  it("stops when the user interrupts", async () => {
    const { network } = await serve((_q, r) => r.write("a"));
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    const out = await deliverAddress("http://h.example.org/", LIMITS, { network, signal: stop.signal });
    expect("problem" in out && out.problem.message).toContain("interrupted");
  });
});

describe("a list of addresses", () => {
  it("is a text that holds addresses and nothing else; one that is fetched is a text like any other", async () => {
    const list = "# links\n\nhttp://a.example.org/1\r\nhttps://b.example.org/2\nhttp://a.example.org/1\n";
    const { network, asked } = await serve((_q, r) => r.end("http://c.example.org/never\n"), {
      "b.example.org": [["10.0.0.1"]],
    });
    const out: Delivered[] = [];
    const stdin = (async function* () {
      yield list;
    })();
    for await (const d of deliver(["-"], { stdin, fetch: { network } })) out.push(d);
    expect(out.map(codeOf)).toEqual(["had http://a.example.org/1", "address-refused"]);
    expect(asked).toEqual(["a.example.org/1"]);
  });
});
