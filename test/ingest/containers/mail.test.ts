import { describe, expect, it } from "vitest";
import { codesOf, through } from "./through.ts";

const HEAD =
  "From: Harbour Office <office@harbour.example>\r\nTo: desk@mail.example\r\nSubject: Statement\r\nDate: Tue, 4 Mar 2031 09:00:00 +0100\r\nMIME-Version: 1.0\r\n";
const WORDS = "Two guards were killed at the post on Monday evening.";
const MAIL = `${HEAD}Content-Type: multipart/mixed; boundary="b0"\r\n\r\n--b0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${WORDS}\r\n--b0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: attachment; filename="../../note.txt"\r\n\r\nNobody has claimed it.\r\n--b0--\r\n`;

describe("a mail", () => {
  it("gives its words with subject, sender and time, and what is attached as documents of their own", async () => {
    const came = await through("letter.eml", MAIL);
    expect(came.documents.map((d) => d.text.trim())).toEqual([WORDS, "Nobody has claimed it."]);
    expect(came.documents[0]).toMatchObject({
      title: "Statement",
      author: "Harbour Office",
      published: { edtf: "2031-03-04T08:00:00Z" },
    });
    expect(came.inputs[1]?.via.within?.name).toBe("letter.eml");
  });

  it("whose HTML alone has millions of characters is refused by its size", async () => {
    const long = `${HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n${`${"<p>Words.</p>".repeat(70)}\r\n`.repeat(4_000)}`;
    expect(codesOf(await through("long.eml", long))).toEqual(["file-too-big"]);
  });

  it("without words is refused as blank, and not as a page", async () => {
    expect(codesOf(await through("empty.eml", `${HEAD}\r\n`))).toEqual(["text-blank"]);
  });
});
