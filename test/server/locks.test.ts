import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newCase } from "../../src/casework/open.ts";
import { cookieName, HEADERS } from "../../src/server/locks.ts";
import { type Served, serveCase } from "../../src/server/serve.ts";
import { openStore } from "../../src/store/store.entry.ts";

const folder = mkdtempSync(join(tmpdir(), "silverblaze-server-"));
const path = join(folder, "harbour.silverblaze");
let served: Served;

beforeAll(async () => {
  const store = await openStore(path, { create: true });
  await newCase(store, "desk", { title: "Harbour", languages: ["en"], purpose: "test", displayWarnings: false });
  await store.close();
  served = await serveCase(path);
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Reply {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

/** A request as any program on this machine can make it: each header as given, Host too. */
function ask(method: string, target: string, headers: Record<string, string>, body?: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port: served.port, method, path: target, headers, setHost: false });
    sent.once("response", (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.once("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.once("error", reject);
    sent.end(body);
  });
}

const host = () => `127.0.0.1:${served.port}`;
const key = () => `${cookieName(served.port)}=${served.token}`;
const ours = () => ({ host: host(), cookie: key(), "sec-fetch-site": "same-origin" });

describe("the locks of the workbench", () => {
  it("let our own page through", async () => {
    expect((await ask("GET", "/api/case", ours())).status).toBe(200);
    const post = { ...ours(), origin: `http://${host()}`, "content-type": "application/json" };
    const undone = { who: "desk", seen: 1, ask: [{ type: "undone", body: { seqs: [1], why: "" } }] };
    expect((await ask("POST", "/api/commands", post, JSON.stringify(undone))).status).toBe(200);
    const twice = await ask("POST", "/api/commands", post, JSON.stringify(undone));
    expect(twice.status).toBe(400);
    expect(twice.body).toContain("undone already");
  });

  it("refuse 30 hostile names of this host, with the key in hand", async () => {
    const { port } = served;
    const names = [
      "evil.example",
      `evil.example:${port}`,
      `127.0.0.1.evil.example:${port}`,
      `localhost.evil.example:${port}`,
      `evil.example@127.0.0.1:${port}`,
      "127.0.0.1",
      "localhost",
      "127.0.0.1:80",
      `127.0.0.1:${port + 1}`,
      `127.0.0.2:${port}`,
      `127.1:${port}`,
      `0.0.0.0:${port}`,
      `0:${port}`,
      `2130706433:${port}`,
      `0x7f000001:${port}`,
      `LOCALHOST:${port}`,
      `localhost.:${port}`,
      `127.0.0.1.:${port}`,
      `[::]:${port}`,
      `[::ffff:127.0.0.1]:${port}`,
      `[0:0:0:0:0:0:0:1]:${port}`,
      `::1:${port}`,
      `127.0.0.1:${port}/`,
      `127.0.0.1:${port}, evil.example`,
      `127.0.0.1:${port}#`,
      ` 127.0.0.1:0${port}`,
      `127.0.0.1:0${port}`,
      `127.0.0.1.nip.io:${port}`,
      `metadata.google.internal`,
      "x",
    ];
    expect(new Set(names).size).toBe(30);
    for (const name of names) {
      const reply = await ask("GET", "/api/case", { ...ours(), host: name });
      expect([400, 403], name).toContain(reply.status); // 400: node refuses what is no host at all
      expect(reply.body, name).not.toContain("Harbour");
    }
  });

  it("refuse 48 mixes of method, content type and origin from elsewhere, with the key in hand", async () => {
    const from: Record<string, string>[] = [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "cross-site", origin: "http://evil.example" },
      { origin: "http://evil.example" },
      { origin: "null" },
      { origin: `http://127.0.0.1:${served.port + 1}` },
      { origin: `https://127.0.0.1:${served.port}` },
      { "sec-fetch-site": "none", origin: "http://evil.example" },
    ];
    let asked = 0;
    for (const method of ["GET", "POST"]) {
      for (const type of ["application/json", "text/plain", "application/x-www-form-urlencoded"]) {
        for (const headers of from) {
          asked++;
          const target = method === "GET" ? "/api/case" : "/api/commands";
          const all = { host: host(), cookie: key(), "content-type": type, ...headers };
          const reply = await ask(method, target, all, method === "POST" ? "{}" : undefined);
          expect(reply.status, `${method} ${type} ${JSON.stringify(headers)}`).toBe(403);
        }
      }
    }
    expect(asked).toBe(48);
  });

  it("refuse a POST that does not say where it comes from, other methods, and everything without the key", async () => {
    const bare = { host: host(), cookie: key(), "content-type": "application/json" };
    expect((await ask("POST", "/api/commands", bare, "{}")).status).toBe(403);
    for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"]) {
      expect((await ask(method, "/api/case", ours())).status, method).toBe(403);
    }
    for (const target of ["/", "/api/case", "/api/events", "/assets/index.js", "/brief", "/open"]) {
      expect((await ask("GET", target, { host: host(), "sec-fetch-site": "same-origin" })).status, target).toBe(401);
    }
    const wrong = `${cookieName(served.port)}=${"A".repeat(served.token.length)}`;
    expect((await ask("GET", "/api/case", { ...ours(), cookie: wrong })).status).toBe(401);
    expect((await ask("GET", "/open/wrong", { host: host() })).status).toBe(401);
  });

  it("turn the printed address into a cookie that scripts can't read and other sites can't send", async () => {
    const reply = await ask("GET", `/open/${served.token}`, { host: host(), "sec-fetch-site": "cross-site" });
    expect(reply.status).toBe(303);
    expect(reply.headers.location).toBe("/");
    expect(String(reply.headers["set-cookie"])).toMatch(/HttpOnly/i);
    expect(String(reply.headers["set-cookie"])).toMatch(/SameSite=Strict/i);
  });

  it("put every header on every answer: pages, data, refusals, what is not there, faults", async () => {
    const replies = [
      await ask("GET", "/", ours()),
      await ask("GET", "/api/case", ours()),
      await ask("GET", "/api/nothing", ours()),
      await ask("GET", "/assets/../../package.json", ours()),
      await ask("GET", "/api/case", { ...ours(), host: "evil.example" }),
      await ask("GET", "/api/case", { host: host() }),
      await ask("POST", "/api/commands", { ...ours(), origin: `http://${host()}` }, "{not json"),
      await ask("POST", "/api/commands", { ...ours(), origin: `http://${host()}` }, '{"who":"x"}'),
      await ask("GET", `/open/${served.token}`, { host: host() }),
    ];
    for (const { headers, status, body } of replies) {
      for (const [name, value] of Object.entries(HEADERS))
        expect(headers[name.toLowerCase()], `${status} ${name}`).toBe(value);
      expect(body).not.toMatch(/\bat .*\.[jt]s:\d+/); // no stack
    }
    expect(HEADERS["Content-Security-Policy"]).not.toContain("unsafe");
    expect(replies.map((r) => r.status)).not.toContain(0);
  });

  it("serve no file outside the pages", async () => {
    for (const target of [
      "/assets/..%2f..%2fpackage.json",
      "/assets/%2e%2e/%2e%2e/package.json",
      "/assets/....//x.js",
      "/../../package.json",
    ]) {
      const reply = await ask("GET", target, ours());
      expect(reply.body, target).not.toContain('"silverblaze"');
    }
  });
});
