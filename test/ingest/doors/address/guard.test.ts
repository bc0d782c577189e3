import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Network, realNetwork } from "../../../../src/ingest/doors/address/connect.ts";
import { deliverAddress } from "../../../../src/ingest/doors/address/fetch.ts";
import { webAddress, whyNotPublic } from "../../../../src/ingest/doors/address/public.ts";
import { type Delivered, LIMITS } from "../../../../src/ingest/types.ts";
import { localDns } from "./dns.ts";
import { HOSTILE_ADDRESSES, HOSTILE_ANSWERS } from "./hostile-addresses.ts";
import { fakeWeb, PUBLIC_IP } from "./web.ts";

// The canary listens where the guard must never lead; the dialler below the guard is the real one but for the one public address.
let canary: Server;
let canaryPort = 0;
let touched = 0;
beforeAll(async () => {
  canary = createServer((socket) => {
    touched++;
    socket.end("HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nsecret");
  });
  await new Promise<void>((done) => canary.listen(0, "::", done));
  canaryPort = (canary.address() as AddressInfo).port;
});
afterAll(() => new Promise<void>((done) => canary.close(() => done())));

const limits = { ...LIMITS, fetchSeconds: 2 };
const real = (address: string) => address.replaceAll("PORT", String(canaryPort));
const refused = (d: Delivered) => "problem" in d && d.problem.severity === "error";

/** A network whose dialler is the real one, except that the public address leads to the fixture server; every dial is kept. */
function overReal(web: Awaited<ReturnType<typeof fakeWeb>>, resolve: Network["resolve"]): Network {
  const dial: Network["dial"] = (to) => {
    if (to.ip === PUBLIC_IP) return web.network.dial(to);
    web.dialled.push(to);
    return realNetwork.dial(to);
  };
  return { resolve, dial };
}

describe("the guard", () => {
  it("can be seen to fail: without it the canary is reached", async () => {
    const before = touched;
    const socket = realNetwork.dial({ ip: "127.0.0.1", port: canaryPort, secure: false, servername: "" });
    await new Promise<void>((done) => socket.once("close", () => done()).resume());
    expect(touched).toBe(before + 1);
    touched = before;
  });

  it(`lets none of ${HOSTILE_ADDRESSES.length} hostile addresses connect, typed or as a redirect`, async () => {
    let target = "";
    const web = await fakeWeb((_q, r) =>
      r.writeHead(302, { location: encodeURI(target).replaceAll("%25", "%") }).end(),
    );
    const network = overReal(web, async () => [PUBLIC_IP]);
    const let_through: string[] = [];
    for (const address of HOSTILE_ADDRESSES.map(real)) {
      if (!refused(await deliverAddress(address, limits, { network }))) let_through.push(`typed ${address}`);
      target = address.trim();
      const after = await deliverAddress("http://public.example.org/", { ...limits, redirects: 3 }, { network });
      if (!refused(after)) let_through.push(`redirect ${address}`);
    }
    expect(let_through).toEqual([]);
    expect(web.dialled.filter((d) => d.ip !== PUBLIC_IP)).toEqual([]);
    expect(touched).toBe(0);
    await web.close();
  }, 60_000);

  it(`lets none of ${HOSTILE_ANSWERS.length} answers of a name server connect, alone, among public ones, or the second time`, async () => {
    const web = await fakeWeb((q, r) => {
      // Each name changes its answer after the first look-up: the redirect looks it up again.
      if (q.headers.host?.startsWith("changing")) r.writeHead(302, { location: "/again" }).end();
      else r.end("<p>public</p>");
    });
    const dns = await localDns((name, turn) => {
      const [kind = "", n = "0"] = name.split(".");
      const answer = HOSTILE_ANSWERS[Number(n)] ?? PUBLIC_IP;
      if (kind === "alone") return [answer];
      if (kind === "mixed") return [PUBLIC_IP, answer];
      return turn === 0 ? [PUBLIC_IP] : [answer];
    });
    const network = overReal(web, dns.resolve);
    const let_through: string[] = [];
    for (const [n, answer] of HOSTILE_ANSWERS.entries()) {
      for (const kind of ["alone", "mixed", "changing"]) {
        const port = kind === "alone" ? `:${canaryPort}` : "";
        const out = await deliverAddress(`http://${kind}.${n}.example.org${port}/`, limits, { network });
        if (!refused(out)) let_through.push(`${kind} ${answer}`);
      }
    }
    expect(let_through).toEqual([]);
    expect(web.dialled.filter((d) => d.ip !== PUBLIC_IP)).toEqual([]);
    expect(web.asked).toHaveLength(HOSTILE_ANSWERS.length); // the changing names' first pages, and nothing else
    expect(touched).toBe(0);
    const good = await deliverAddress("http://fine.99.example.org/", limits, { network });
    expect("input" in good && new TextDecoder().decode(good.input.bytes)).toBe("<p>public</p>");
    await Promise.all([web.close(), dns.close()]);
  }, 60_000);

  it("takes public addresses, in IPv4 and IPv6, and leaves the fragment at home", () => {
    for (const ip of ["1.1.1.1", "93.184.215.14", "2606:4700::1111", "::ffff:1.1.1.1"])
      expect(whyNotPublic(ip)).toBeNull();
    expect(webAddress("https://Example.ORG/a b?c=d#e")).toMatchObject({
      url: { href: "https://example.org/a%20b?c=d" },
    });
  });
});
