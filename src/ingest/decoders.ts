// Decoders of characters: Node's own, and by table where it has none or a wrong one.

// 0x80 to 0x9F by the WHATWG table. Node 20's TextDecoder gives C1 controls there: it takes windows-1252 for ISO-8859-1.
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";
/** 0x80 to 0xFF by Unicode's table of Apple's Arabic encoding (ARABIC.TXT); what it has twice, for either direction, is one character. */
const MAC_ARABIC =
  "Ä\xa0ÇÉÑÖÜáàâäں«çéèêëí…îïñó»ôö÷úùûü !\"#$٪&'()*+،-./٠١٢٣٤٥٦٧٨٩:؛<=>؟❊ءآأؤإئابةتثجحخدذرزسشصضطظعغ[\\]^_ـفقكلمنهوىيًٌٍَُِّْپٹچەڤگڈڑ{|}ژے";

/** By name, the characters from 0x80 on; what a table does not reach is ISO-8859-1. */
const TABLES: Readonly<Record<string, string>> = { "windows-1252": WINDOWS_1252, "x-mac-arabic": MAC_ARABIC };
const MAC_ARABIC_NAMES: ReadonlySet<string> = new Set(["x-mac-arabic", "mac-arabic", "macarabic", "mac_arabic"]);

/** The usual name of a charset, the WHATWG's where it has one; null if it can't be read here. */
export function charsetLabel(charset: string): string | null {
  if (MAC_ARABIC_NAMES.has(charset.trim().toLowerCase())) return "x-mac-arabic";
  try {
    return new TextDecoder(charset).encoding;
  } catch {
    return null;
  }
}

/** Characters from bytes that come in pieces; `end` gives what is left. */
export interface Pieces {
  add(bytes: Uint8Array): string;
  end(): string;
}

/** A decoder of that charset, which must be one that can be read. A mark at the start is left out. */
export function piecesIn(charset: string): Pieces {
  const table = TABLES[charset];
  if (table !== undefined) return { add: (bytes) => byTable(bytes, table), end: () => "" };
  const decoder = new TextDecoder(charset);
  return { add: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

/** The characters of bytes without a mark; undecodable ones are U+FFFD. */
export function charactersIn(charset: string, bytes: Uint8Array): string {
  const table = TABLES[charset];
  return table === undefined ? new TextDecoder(charset, { ignoreBOM: true }).decode(bytes) : byTable(bytes, table);
}

/** One character a byte. */
function byTable(bytes: Uint8Array, table: string): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return latin1.replace(/[\x80-\xff]/g, (c) => table[c.charCodeAt(0) - 0x80] ?? c);
}
