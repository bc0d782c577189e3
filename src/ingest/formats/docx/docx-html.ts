// Runs in the reader's own process: a Word file as HTML, with what its properties say.

import mammoth from "mammoth";
import { fromBufferPromise, type ZipFile } from "yauzl";

export interface DocxHtml {
  readonly html: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** Of all that it unpacks to, in bytes. */
const MOST_UNPACKED = 200_000_000;

/** The file's words as HTML without pictures. Throws for what is broken or locked. */
export async function docxHtml(bytes: Uint8Array): Promise<DocxHtml> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const properties = await propertiesOf(buffer);
  const { value } = await mammoth.convertToHtml(
    { buffer },
    { convertImage: mammoth.images.imgElement(async () => ({ src: "" })), externalFileAccess: false },
  );
  return { html: value, properties };
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

async function propertiesOf(buffer: Buffer): Promise<Readonly<Record<string, string>>> {
  const zip = await fromBufferPromise(buffer, { autoClose: false });
  const said: Record<string, string> = {};
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    if (unpacked > MOST_UNPACKED) throw new Error(`it unpacks to more than ${MOST_UNPACKED} bytes`);
    if (entry.fileName !== "docProps/core.xml" || entry.uncompressedSize > 100_000) continue;
    const xml = await textOf(zip, entry);
    for (const m of xml.matchAll(
      /<(dc:title|dc:creator|dc:language|dcterms:created|dcterms:modified)\b[^<>]*>([^<]*)</g,
    )) {
      said[m[1]!] = m[2]!.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name]!);
    }
  }
  return said;
}

async function textOf(zip: ZipFile, entry: Parameters<ZipFile["openReadStreamPromise"]>[0]): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
