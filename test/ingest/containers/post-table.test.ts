import { describe, expect, it } from "vitest";
import { postMap } from "../../../src/ingest/posts/map.ts";
import { encode, utf16 } from "../fixtures.ts";
import { codesOf, through } from "./through.ts";

const CSV = `id,time,account,text,language,repostOf,quoteOf,address
1,2031-03-04T08:00:00Z,MarenWire,Two guards were killed at Port Maren.,en,,,https://x.example/MarenWire/1
2,2031-03-04 09:00,ada_b,Terrible.,en,,1,https://x.example/ada_b/2
3,1930372200,ben,Two guards were killed at Port Maren.,,1,,https://x.example/ben/3
4,4 March,ben,The bridge is shut.,,,,
5,2031-03-04T10:00:00Z,ben,,,1,,
`;
const known = { columns: {}, public: ["@marenwire"] };

describe("a table of posts", () => {
  it("in our own columns needs no map; what can't be read is refused by its line, with the reason", async () => {
    const came = await through("posts.csv", CSV);
    expect(came.documents.map((d) => [d.text, d.published?.edtf, d.language])).toEqual([
      ["Two guards were killed at Port Maren.", "2031-03-04T08:00:00Z", "en"],
      ["Terrible.", "2031-03-04", "en"],
      ["Two guards were killed at Port Maren.", "2031-03-04T06:30:00Z", undefined],
    ]);
    expect(came.problems.map(([, message]) => message).join("\n")).toContain(
      'posts.csv, line 5: "4 March" is no time in ISO 8601, nor one of a mail, nor seconds since 1970.',
    );
    expect(codesOf(came)).toEqual(["posts-refused", "posts-skipped", "accounts-hidden"]);
    expect(came.problems[1]?.[1]).toContain("1 reposts, 0 others");
  });

  it("[NA4] accounts that are not named as public stand under marks, and their addresses lead nowhere", async () => {
    const came = await through("posts.csv", CSV, { map: known });
    const [wire, ada, ben] = came.documents;
    expect(wire).toMatchObject({ publisher: "MarenWire", address: "https://x.example/MarenWire/1" });
    expect(ada?.publisher).toMatch(/^private account [0-9a-f]{12}$/);
    expect(ada?.address).toMatch(/^https:\/\/post\.invalid\//);
    const kept = JSON.stringify([came.documents, came.inputs]);
    for (const name of ["ada_b", "ben"]) expect(kept).not.toContain(name);
    expect(ben?.publisher).not.toBe(ada?.publisher);
  });

  it("reposts and quotes are links to where the post they repeat is kept", async () => {
    const [wire, ada, ben] = (await through("posts.csv", CSV, { map: known })).documents;
    expect(ada?.links).toEqual([wire?.address]);
    expect(ben?.links).toEqual([wire?.address]);
    const [hidden, quoting] = (await through("posts.csv", CSV)).documents;
    expect(hidden?.address).toMatch(/^https:\/\/post\.invalid\//);
    expect(quoting?.links).toEqual([hidden?.address]);
  });

  it("a repost that stands before its original links to it too; one whose original is elsewhere keeps an address of a public account", async () => {
    const rows = `id,account,text,repostOf,address
2,ben,"Guards, two, were killed.",1,
1,MarenWire,"Guards, two, were killed.",,https://x.example/MarenWire/1
3,ben,Elsewhere.,https://x.example/MarenWire/9,
4,ben,Private.,https://x.example/cora/9,
`;
    const came = await through("posts.csv", rows, { map: known });
    expect(came.documents[0]?.links).toEqual(["https://x.example/MarenWire/1"]);
    expect(came.documents[2]?.links).toEqual(["https://x.example/MarenWire/9"]);
    expect(came.documents[3]?.links[0]).toMatch(/^https:\/\/post\.invalid\//);
  });

  it("JSON lines with a map: columns by path, the same rules", async () => {
    const lines = [
      { id_str: "1", user: { name: "MarenWire" }, full_text: "Two guards\nwere killed.", created: 1930377600000 },
      { id_str: "2", user: { name: "ada_b" }, full_text: "Is it true?", quoted: "1" },
    ];
    const map = postMap({ id: "id_str", account: "user.name", text: "full_text", time: "created", quoteOf: "quoted" });
    if ("reason" in map) throw new Error(map.reason);
    const text = `${lines.map((l) => JSON.stringify(l)).join("\n")}\nnot json\n[1]\n`;
    const came = await through("posts.jsonl", text, { map });
    expect(came.documents.map((d) => d.text)).toEqual(["Two guards\nwere killed.", "Is it true?"]);
    expect(came.documents[0]?.published?.edtf).toBe("2031-03-04T08:00:00Z");
    expect(came.documents[1]?.links).toEqual([came.documents[0]?.address]);
    expect(came.problems.slice(0, 2).map(([, m]) => m)).toEqual([
      "posts.jsonl, line 3: It is no JSON object.",
      "posts.jsonl, line 4: It is no JSON object.",
    ]);
  });

  it.each([
    ["Tue Mar 04 09:30:00 +0000 2031", "2031-03-04T09:30:00Z"],
    ["Tue, 4 Mar 2031 09:30:00 GMT", "2031-03-04T09:30:00Z"],
    ["04/03/2031", undefined],
  ])("a time as %s is %s", async (written, edtf) => {
    const came = await through("posts.csv", `time,account,text\n"${written}",a,One.\n`);
    expect(came.documents.map((d) => d.published?.edtf)).toEqual(edtf === undefined ? [] : [edtf]);
  });

  it("a map that does not fit the table is told with the columns that there are", async () => {
    const map = postMap({ text: "body" });
    if ("reason" in map) throw new Error(map.reason);
    const came = await through("posts.csv", CSV, { map });
    expect(codesOf(came)).toEqual(["posts-column-missing"]);
    expect(came.problems[0]?.[1]).toContain('without a column "body"');
    expect(came.problems[0]?.[1]).toContain("id, time, account, text");
  });

  it.each([
    ["semicolons and a mark", `\ufeffid;account;text\n1;MarenWire;One; two`.replace("One; two", '"One; two"')],
    ["tabs", "id\taccount\ttext\n1\tMarenWire\tOne; two"],
  ])("CSV with %s", async (_, text) => {
    const came = await through("posts.csv", text, { map: known });
    expect(came.documents.map((d) => [d.publisher, d.text])).toEqual([["MarenWire", "One; two"]]);
  });

  it("a table in windows-1256 or UTF-16 is read as one; a guess is told, and the charset that the user names goes first", async () => {
    const words =
      "قتل حارسان في ميناء مارن امس، وقالت وزارة الداخلية إن التحقيق مستمر ولم تعلن أي جهة مسؤوليتها عن الهجوم";
    const wide = await through("posts.csv", utf16(`id,account,text\n1,a,${words}\n`, "le", true));
    expect(wide.documents.map((d) => d.text)).toEqual([words]);
    const old = encode(`id,account,text\n1,a,${words}\n`, "windows-1256");
    const guessed = await through("posts.csv", old);
    expect(guessed.documents.map((d) => d.text)).toEqual([words]);
    expect(codesOf(guessed)).toContain("charset-guessed");
    const named = await through("posts.csv", old, { charset: "windows-1256" });
    expect(named.documents.map((d) => d.text)).toEqual([words]);
    expect(codesOf(named)).not.toContain("charset-guessed");
  });

  it("a row longer than the others is refused by its line, and so is one with a broken quote", async () => {
    const came = await through("posts.csv", `id,account,text\n1,a,One.\n2,a,Two.,extra\n3,a,Three.\n4,a,"Four`);
    expect(came.documents.map((d) => d.text)).toEqual(["One.", "Three."]);
    expect(codesOf(came)).toEqual(["posts-refused", "posts-refused", "accounts-hidden"]);
  });
});

describe("a map of columns", () => {
  it.each([
    [[], "no JSON object"],
    [{ body: "text" }, '"body" is none of'],
    [{ text: 1 }, '"text" is none of'],
    [{ text: "a", public: [1] }, '"public" is none of'],
  ])("%j is refused", (written, reason) => {
    expect(postMap(written)).toMatchObject({ reason: expect.stringContaining(reason) });
  });
});
