// Kinds of file that are told apart so that the refusal can say what to do.

export interface Refused {
  readonly what: string;
  readonly instead: string;
  /** Any of these, byte for byte, at the start. */
  readonly starts?: readonly string[];
  /** And this somewhere in the first 4,096 bytes. */
  readonly holds?: RegExp;
  /** How its text begins. */
  readonly text?: RegExp;
  /** And its name ends so. */
  readonly endings?: readonly string[];
}

const AS_TEXT = "Save its text as .txt or .md, or the page as .html, and add that.";
const PICTURE = "Pictures are not read. Add a text that describes it.";
const UNPACK = "Unpack it and add the files or the folder.";

/** In order: the first that fits is named. */
export const REFUSED: readonly Refused[] = [
  {
    what: "an Excel workbook",
    instead: "Save the sheet as CSV (UTF-8) and import that.",
    starts: ["PK\x03\x04"],
    holds: /xl\/|workbook/,
  },
  {
    what: "an OpenDocument file",
    instead: "Save it as plain text or CSV (UTF-8).",
    starts: ["PK\x03\x04"],
    holds: /mimetypeapplication\/vnd\.oasis/,
  },
  { what: "an e-book", instead: AS_TEXT, starts: ["PK\x03\x04"], holds: /mimetypeapplication\/epub/ },
  { what: "a part of a ZIP archive", instead: "Put its parts together and add the whole.", starts: ["PK\x07\x08"] },
  {
    what: "a compressed file or archive",
    instead: UNPACK,
    starts: ["\x1f\x8b", "7z\xbc\xaf\x27\x1c", "Rar!\x1a\x07", "\xfd7zXZ\x00", "BZh", "\x28\xb5\x2f\xfd"],
  },
  {
    what: "an old Office file, or one with a password",
    instead: "Open it and save it as .docx without a password, as plain text, or a sheet as CSV (UTF-8).",
    starts: ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
  },
  {
    what: "a picture",
    instead: PICTURE,
    starts: ["\x89PNG\r\n", "\xff\xd8\xff", "GIF87a", "GIF89a", "II*\x00", "MM\x00*", "BM\x00", "8BPS"],
  },
  { what: "a picture", instead: PICTURE, starts: ["RIFF"], holds: /^RIFF[\s\S]{4}WEBP/ },
  {
    what: "a picture",
    instead: PICTURE,
    text: /^<svg\b/i,
  },
  {
    what: "sound or video",
    instead: "Sound and video are not read. Add a transcript.",
    starts: [
      "ID3",
      "OggS",
      "fLaC",
      "\x1aE\xdf\xa3",
      "RIFF",
      "\x00\x00\x00\x18ftyp",
      "\x00\x00\x00\x1cftyp",
      "\x00\x00\x00\x20ftyp",
    ],
  },
  {
    what: "a database",
    instead: "If it is a case, name it first on the command line; a case is no document of another one.",
    starts: ["SQLite format 3\x00"],
  },
  {
    what: "a program",
    instead: "It holds no text of a report.",
    starts: ["\x7fELF", "MZ\x90\x00", "\xca\xfe\xba\xbe", "\x00asm"],
  },
  { what: "rich text (RTF)", instead: "Save it as plain text (UTF-8) and add that.", text: /^\{\\rtf/ },
  {
    what: "XML",
    instead: AS_TEXT,
    text: /^<\?xml(?![\s\S]*<html)/i,
  },
  {
    what: "JSON",
    instead:
      "Of JSON, Telegram exports, JSON feeds and JSON lines are read. Add the texts themselves, or lines with a map.",
    text: /^[[{]/,
    endings: ["json", "jsonl", "ndjson", "geojson", "stix"],
  },
  {
    what: "a table",
    instead: "Records come in with `import`; a table of posts needs a map of its columns (--map).",
    text: /^./,
    endings: ["csv", "tsv"],
  },
];
