import { describe, expect, it } from "vitest";
import { telegramAccount, telegramChat, telegramFile } from "../makers/telegram.mjs";
import { codesOf, SALT, through } from "./through.ts";

const STATEMENT = "The harbour office says that two guards were killed at Port Maren.";

const channel = telegramChat("public_channel", "Maren Harbour News", 4100, [
  { id: 1, text: "", type: "service", action: "create_channel", actor: "Maren Harbour News" },
  { id: 2, from: "Maren Harbour News", from_id: "channel4100", text: STATEMENT },
  {
    id: 3,
    from: "Maren Harbour News",
    from_id: "channel4100",
    text: [
      "More at ",
      { type: "text_link", text: "the office's page", href: "https://harbour.example/note" },
      " and ",
      { type: "link", text: "maren.example/2" },
      { type: "bold", text: ". Nobody has claimed it." },
    ],
  },
  { id: 4, from: "Maren Harbour News", from_id: "channel4100", photo: "photos/1.jpg", text: "" },
]);
const group = telegramChat("private_supergroup", "Neighbours", 4200, [
  { id: 7, from: "Ada Brook", from_id: "user77", forwarded_from: "Maren Harbour News", text: STATEMENT },
  { id: 8, from: "Ada Brook", from_id: "user77", text: "I heard it from here." },
  { id: 9, from: "Ben Reed", from_id: "user78", text: "So did I." },
]);

describe("an export of Telegram Desktop", () => {
  it("one public channel: each message with words is a document with its time, account and links", async () => {
    const came = await through("result.json", telegramFile(channel));
    expect(came.documents.map((d) => d.text)).toEqual([
      STATEMENT,
      "More at the office's page and maren.example/2. Nobody has claimed it.",
    ]);
    const [first, second] = came.documents;
    expect(first).toMatchObject({
      publisher: "Maren Harbour News",
      published: { edtf: "2031-03-04T08:01:00Z" },
      address: "https://t.me/c/4100/2",
    });
    expect(second?.links).toEqual(["https://harbour.example/note", "https://maren.example/2"]);
    expect(came.inputs[0]?.via).toEqual({
      door: "archive",
      within: { name: "result.json", entry: "message 2" },
    });
    expect(came.problems).toEqual([
      ["posts-skipped", expect.stringContaining("1 service messages, 1 messages without words (photo)")],
    ]);
  });

  it("[NA4] private accounts stand under marks: their names reach neither documents nor originals", async () => {
    const came = await through("result.json", telegramAccount([channel, group]));
    expect(came.documents).toHaveLength(5);
    const kept = JSON.stringify([came.documents, came.inputs.map((i) => [i, Buffer.from(i.bytes).toString()])]);
    for (const name of ["Ada Brook", "Ben Reed", "user77", "Neighbours", "4200"]) expect(kept).not.toContain(name);
    const [, , ada, adaAgain, ben] = came.documents.map((d) => d.publisher);
    expect(ada).toMatch(/^private account [0-9a-f]{12}$/);
    expect(adaAgain).toBe(ada);
    expect(ben).not.toBe(ada);
    expect(codesOf(came)).toContain("accounts-hidden");
  });

  it("[NA4] the marks are the same in a case and others in another", async () => {
    const of = async (salt: () => Uint8Array) =>
      (await through("result.json", telegramFile(group), { salt })).documents.map((d) => d.publisher);
    expect(await of(SALT)).toEqual(await of(SALT));
    expect(await of(() => new Uint8Array(32).fill(8))).not.toEqual(await of(SALT));
  });

  it("what was forwarded from a channel in the same export links to it", async () => {
    const came = await through("result.json", telegramAccount([channel, group]));
    const forwarded = came.documents[2];
    expect(forwarded?.text).toBe(STATEMENT);
    expect(forwarded?.links).toEqual(["https://t.me/c/4100/2"]);
    expect(forwarded?.address).toMatch(/^https:\/\/post\.invalid\/[0-9a-f]{32}$/);
  });

  it("an account that the map names as public stands by name", async () => {
    const came = await through("result.json", telegramFile(group), {
      map: { columns: {}, public: ["@ada brook"] },
    });
    expect(came.documents.map((d) => d.publisher?.replace(/[0-9a-f]{12}$/, "…"))).toEqual([
      "Ada Brook",
      "Ada Brook",
      "private account …",
    ]);
  });

  it("older exports without date_unixtime are known to the day", async () => {
    const old = telegramChat("public_channel", "Maren Harbour News", 4100, [{ id: 2, text: STATEMENT }]);
    const file = telegramFile(old).replace(/\s*"date_unixtime": "\d+",/, "");
    const [document] = (await through("result.json", file)).documents;
    expect(document?.published?.edtf).toBe("2031-03-04");
  });

  it("broken or odd: what is there is told, nothing is thrown", async () => {
    const cut = telegramFile(channel).slice(0, 900);
    expect(codesOf(await through("result.json", cut))).toEqual(["archive-broken"]);
    const odd = telegramFile({
      name: 7,
      type: "public_channel",
      id: {},
      messages: [1, null, { id: "x", text: { a: 1 } }, { id: 2, text: ["a", 3, null, { type: "link", text: 4 }] }],
    });
    const came = await through("result.json", odd);
    expect(came.documents.map((d) => d.text)).toEqual(["a"]);
  });
});
