// Web archives made by hand: WARC 1.1 (ISO 28500) and WACZ 1.1.1.

import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { zipOf } from "./zip.mjs";

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** One record; `digest` of its payload where the record should lie. */
function record({ type, address, date, contentType, block, payload, digest }) {
  const lines = [
    "WARC/1.1",
    `WARC-Type: ${type}`,
    `WARC-Record-ID: <urn:uuid:${sha256(`${type}${address}`).slice(0, 8)}-0000-4000-8000-000000000000>`,
    ...(address ? [`WARC-Target-URI: ${address}`] : []),
    `WARC-Date: ${date}`,
    `Content-Type: ${contentType}`,
    ...(payload ? [`WARC-Payload-Digest: ${digest ?? `sha256:${sha256(payload)}`}`] : []),
    `Content-Length: ${block.length}`,
  ];
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`), block, Buffer.from("\r\n\r\n")]);
}

/** A WARC file with the answers of these addresses; each record packed by itself where `packed`. */
export function warcOf(answers, { packed = false, date = "2031-03-04T09:00:00Z" } = {}) {
  const info = record({
    type: "warcinfo",
    date,
    contentType: "application/warc-fields",
    block: Buffer.from("software: made by hand\r\n"),
  });
  const records = answers.map(({ address, status = 200, type = "text/html; charset=utf-8", body, digest }) => {
    const payload = Buffer.from(body);
    const head = `HTTP/1.1 ${status} OK\r\nContent-Type: ${type}\r\nContent-Length: ${payload.length}\r\n\r\n`;
    const block = Buffer.concat([Buffer.from(head), payload]);
    const contentType = "application/http; msgtype=response";
    return record({ type: "response", address, date, contentType, block, payload, digest });
  });
  const all = [info, ...records].map((r) => (packed ? gzipSync(r) : r));
  return new Uint8Array(Buffer.concat(all));
}

/** A collection around a WARC file: its list of files with their hashes; `tampered` changes the archive after the list was made. */
export function waczOf(answers, { tampered = false, ...options } = {}) {
  const warc = warcOf(answers, { packed: true, ...options });
  const pages = `{"format":"json-pages-1.0","id":"pages"}\n${answers.map((a, i) => JSON.stringify({ id: String(i), url: a.address })).join("\n")}\n`;
  const files = [
    ["archive/data.warc.gz", warc],
    ["pages/pages.jsonl", Buffer.from(pages)],
  ];
  const list = JSON.stringify({
    profile: "data-package",
    wacz_version: "1.1.1",
    resources: files.map(([path, bytes]) => ({
      name: path.split("/").at(-1),
      path,
      hash: `sha256:${sha256(bytes)}`,
      bytes: bytes.length,
    })),
  });
  const digest = JSON.stringify({ path: "datapackage.json", hash: `sha256:${sha256(Buffer.from(list))}` });
  const inside = tampered ? warcOf([...answers, answers[0]], { packed: true, ...options }) : warc;
  return zipOf([
    { name: "archive/data.warc.gz", data: inside },
    { name: "pages/pages.jsonl", data: pages },
    { name: "datapackage.json", data: list },
    { name: "datapackage-digest.json", data: digest },
  ]);
}
