// One hostile file → the ways in which it can be handed to each door.

import { zipOf } from "../test/ingest/makers/zip.mjs";

const TYPES = {
  html: "text/html",
  htm: "text/html",
  xml: "application/xml",
  pdf: "application/pdf",
  json: "application/json",
  md: "text/markdown",
  warc: "application/warc",
};

export const endingOf = (name) => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
export const typeOf = (name) => TYPES[endingOf(name)] ?? "text/plain";

const latin = (bytes) => Buffer.from(bytes).toString("latin1");
const utf8 = (bytes) => Buffer.from(bytes).toString("utf8");
const attribute = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const cell = (text) => `"${text.replaceAll('"', '""')}"`;

function mailWith(name, bytes) {
  const body = Buffer.from(bytes).toString("base64").replace(/.{76}/g, "$&\r\n");
  return [
    "From: Somebody <somebody@mail.example>",
    "To: desk@mail.example",
    "Subject: The file",
    "Date: Tue, 4 Mar 2031 09:00:00 +0000",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="b0"',
    "",
    "--b0",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "The file is attached.",
    "--b0",
    `Content-Type: ${typeOf(name)}`,
    "Content-Transfer-Encoding: base64",
    `Content-Disposition: attachment; filename="${encodeURIComponent(name)}"`,
    "",
    body,
    "--b0--",
    "",
  ].join("\r\n");
}

function mailBody(bytes) {
  const head =
    "From: Somebody <somebody@mail.example>\r\nTo: desk@mail.example\r\nSubject: The page\r\nMIME-Version: 1.0\r\n";
  return Buffer.concat([Buffer.from(`${head}Content-Type: text/html; charset=utf-8\r\n\r\n`), Buffer.from(bytes)]);
}

function warcWith(name, bytes) {
  const http = Buffer.concat([
    Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${typeOf(name)}\r\nContent-Length: ${bytes.length}\r\n\r\n`),
    Buffer.from(bytes),
  ]);
  const head = [
    "WARC/1.1",
    "WARC-Type: response",
    "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>",
    `WARC-Target-URI: https://archive.example/${encodeURIComponent(name)}`,
    "WARC-Date: 2031-03-04T09:00:00Z",
    "Content-Type: application/http; msgtype=response",
    `Content-Length: ${http.length}`,
  ].join("\r\n");
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), http, Buffer.from("\r\n\r\n")]);
}

function feedWith(texts) {
  const items = texts.map(
    (text, i) =>
      `<item><title>${attribute(text.slice(0, 300))}</title><link>https://feed.example/${i}</link><description>${attribute(text)}</description></item>`,
  );
  return `<rss version="2.0"><channel><title>Feed</title>${items.join("\n")}</channel></rss>`;
}

function telegramWith(texts) {
  const messages = texts.map((text, i) => ({
    id: i + 1,
    type: "message",
    date: "2031-03-04T09:00:00",
    date_unixtime: "1930381200",
    from: text.slice(0, 100),
    from_id: `channel${i}`,
    text: i % 2 === 0 ? text : [{ type: "text_link", text, href: text }],
  }));
  return JSON.stringify({ name: "Channel", type: "public_channel", id: 1, messages });
}

const csvWith = (texts) =>
  `id,time,account,text,address,repostOf\n${texts.map((t, i) => `${i},2031-03-04,${cell(t.slice(0, 200))},${cell(t)},${cell(t.slice(0, 200))},${i - 1}`).join("\n")}\n`;
const linesWith = (texts) =>
  texts
    .map((t, i) => JSON.stringify({ id: i, time: i % 2 ? t.slice(0, 50) : "", account: t, text: t, quoteOf: t }))
    .join("\n");

/** The file through every door that could take it: name of the door, and what is laid down for it. */
export function waysOf({ name, bytes }) {
  const text = utf8(bytes);
  const ways = [
    ["file", name, bytes],
    ["stdin", name, bytes],
    ["address", name, bytes],
    ["zip", `${name}.zip`, zipOf([{ name, data: bytes, packed: true }])],
    ["mail, attached", "letter.eml", mailWith(name, bytes)],
    ["mail, as its page", "page.eml", mailBody(bytes)],
    ["web archive", "crawl.warc", warcWith(name, bytes)],
    ["named .html", "page.html", bytes],
    ["named .csv", "table.csv", bytes],
    ["named .jsonl", "lines.jsonl", bytes],
    ["records", name, bytes],
    ["cut in half", name, bytes.subarray(0, bytes.length >> 1)],
  ];
  if (bytes.length < 1_000_000) {
    ways.push(
      ["feed item", "feed.rss", feedWith([text])],
      ["Telegram message", "result.json", telegramWith([text, latin(bytes)])],
      ["CSV cell", "posts.csv", csvWith([text])],
      ["JSON line", "posts.jsonl", linesWith([text])],
    );
  }
  return ways;
}

/** Texts that stand in a file of tests, each a hostile input of its own. */
export function unitsIn({ name, bytes }) {
  const text = utf8(bytes);
  try {
    const json = JSON.parse(text);
    if (name.endsWith(".test")) return (json.tests ?? json.xmlViolationTests ?? []).map((t) => String(t.input ?? ""));
    if (name === "blns.json") return json;
    if (name === "expect.json") return json.map((t) => t.payload);
  } catch {}
  return name.endsWith(".dat") ? text.split("#data\n").map((t) => t.split("\n#encoding")[0]) : [];
}

const SLICE = 50;

/** Units by the fifty: as pages in a ZIP archive, plain files, items, messages, cells, lines. */
export function waysOfUnits(units) {
  const ways = [];
  for (let i = 0; i < units.length; i += SLICE) {
    const slice = units.slice(i, i + SLICE);
    const page = (t) => `<!doctype html><title>${t}</title><article><h1>${t}</h1><p class="${t}">${t}</p></article>`;
    const zip = (ending, of) => zipOf(slice.map((t, k) => ({ name: `${k}.${ending}`, data: of(t), packed: true })));
    ways.push(
      ["units as pages", `pages-${i}.zip`, zip("html", page)],
      ["units as they are", `texts-${i}.zip`, zip("txt", (t) => t)],
      ["units as feed items", `feed-${i}.rss`, feedWith(slice)],
      ["units as Telegram messages", `result-${i}.json`, telegramWith(slice)],
      ["units as CSV cells", `posts-${i}.csv`, csvWith(slice)],
      ["units as JSON lines", `posts-${i}.jsonl`, linesWith(slice)],
    );
  }
  return ways;
}
