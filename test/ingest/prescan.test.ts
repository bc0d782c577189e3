import { describe, expect, it } from "vitest";
import { prescan } from "../../src/ingest/prescan.ts";

describe("the charset that a page names", () => {
  it.each([
    ['<meta charset="windows-1256">', "windows-1256"],
    ["<META\n CHARSET = 'koi8-r' >", "koi8-r"],
    ['<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-6">', "iso-8859-6"],
    ['<meta content="text/html; charset=iso-8859-6" name="content-type">', undefined],
    ['<!-- <meta charset="koi8-r"> --><meta charset="windows-1256">', "windows-1256"],
    ['<!--><meta charset="koi8-r">', "koi8-r"],
    ['<p title="x><meta charset=koi8-r>"><meta charset=windows-1256>', "windows-1256"],
    ['<meta charset="nonsense"><meta charset="koi8-r">', "koi8-r"],
    ['<meta charset="koi8-r', undefined],
    ["<metacharset=koi8-r>", undefined],
    ["charset=koi8-r", undefined],
    ["<".repeat(16_000), undefined],
  ])("%s", (head, charset) => {
    expect(prescan(head)).toBe(charset);
  });
});
