import { afterEach, describe, expect, it } from "vitest";
import { deliverAddress } from "../../../../src/ingest/doors/address/fetch.ts";
import { deliver } from "../../../../src/ingest/doors/doors.ts";
import { LIMITS } from "../../../../src/ingest/types.ts";
import { fakeWeb, type Web } from "./web.ts";

let web: Web | undefined;
afterEach(async () => {
  await web?.close();
  web = undefined;
});

const CHANNELS = [
  "https://t.me/ambercolumn",
  "http://t.me/s/ambercolumn/41",
  "https://T.ME/ambercolumn",
  "https://t.me./ambercolumn",
  "https://t.me:8443/ambercolumn",
  "https://ambercolumn.t.me/",
  "https://telegram.me/ambercolumn",
  "https://telegram.dog/ambercolumn",
  "https://t%2Eme/ambercolumn",
  "https://ｔ.ｍｅ/ambercolumn",
  "http://ambercolumnambercolumn.onion/",
];

describe("[CO2] an address of a channel", () => {
  it.each(CHANNELS)("%s is not asked, nor its name looked up, and the problem says why", async (address) => {
    web = await fakeWeb((_q, r) => r.end("<p>words</p>"));
    const codes: string[] = [];
    for await (const d of deliver([address], { fetch: { network: web.network } })) {
      codes.push("problem" in d ? d.problem.code : "had");
      if ("problem" in d) expect(d.problem.message).toMatch(/channels of messengers are not asked.*Telegram Desktop/);
    }
    expect(codes).toEqual(["address-of-channel"]);
    expect([web.asked, web.resolved, web.dialled]).toEqual([[], [], []]);
  });

  it("is refused where a redirect leads to it too", async () => {
    web = await fakeWeb((_q, r) => r.writeHead(302, { location: "https://t.me/ambercolumn" }).end());
    const had = await deliverAddress("http://short.example.org/a", LIMITS, { network: web.network });
    expect("problem" in had && had.problem.code).toBe("address-of-channel");
    expect(web.resolved).toEqual(["short.example.org"]);
  });

  it("pages about channels, and hosts that only look alike, are asked", async () => {
    web = await fakeWeb((_q, r) => r.end("<p>words</p>"));
    for (const address of ["http://at.me/x", "http://t.media/x", "http://news.example.org/t.me/x"]) {
      expect("input" in (await deliverAddress(address, LIMITS, { network: web.network })), address).toBe(true);
    }
  });
});
