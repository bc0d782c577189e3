import { problem } from "../../core/model/problem.ts";
import { exactly, instantOf, type When } from "../../core/model/time.ts";
import { type ByteSource, wholeOf } from "../bytes.ts";
import { decode } from "../encoding.ts";
import { addressOf, fieldOf, isoOfMailTime, languageTag, publishedOf } from "../fields.ts";
import { type Accounts, accountsWith } from "../posts/accounts.ts";
import { isNamedPublic, ownMap, type PostColumn, type PostMap } from "../posts/map.ts";
import { type Post, postInput } from "../posts/post.ts";
import { csvPosts, jsonPosts, type Row, type RowFound } from "../posts/rows.ts";
import type { Delivered } from "../types.ts";
import type { Unpacking } from "./container.ts";

/** The posts of a table. Gone through twice: what a post repeats may stand behind it. */
export async function* readPostTable(
  source: ByteSource,
  { limits, posts, charset }: Unpacking,
): AsyncGenerator<Delivered> {
  const { name } = source;
  const whole = await wholeOf(source, limits.exportBytes);
  if (whole === null) {
    yield { problem: problem("file-too-big", { name, bytes: source.size, limit: limits.exportBytes }) };
    return;
  }
  const named = charset === undefined ? {} : { charset };
  const decoded = decode(whole.bytes, { name, undecodable: limits.undecodable, ...named });
  if ("problem" in decoded) {
    yield decoded;
    return;
  }
  for (const told of decoded.problems) yield { problem: told };
  const json = /^\s*\{/.test(decoded.raw);
  const rows = () => (json ? jsonPosts : csvPosts)({ name, bytes: whole.bytes, decoded });
  const columns = columnsOf(rows());
  const map = mapFor(columns, posts.map);
  if ("missing" in map) {
    const found = columns.slice(0, 40).join(", ").slice(0, 600);
    const facts = { name, what: json ? "JSON lines" : "a table", missing: map.missing, found };
    yield { problem: problem("posts-column-missing", facts) };
    return;
  }
  const accounts = accountsWith(posts.salt);
  const table: Table = { name, map, accounts, places: new Map(), wordless: { reposts: 0, others: 0 } };
  for (const row of rows()) if ("cell" in row && table.places.size < limits.entries) learn(row, table);
  for (const row of rows()) {
    const read = "reason" in row ? row : postOf(row, table);
    if (read === null) continue;
    if ("reason" in read)
      yield { problem: problem("posts-refused", { name, place: `line ${row.line}`, reason: read.reason }) };
    else yield { input: postInput(read, source) };
  }
  const { reposts, others } = table.wordless;
  const kinds = `${reposts} reposts, ${others} others`;
  if (reposts + others > 0) yield { problem: problem("posts-skipped", { name, count: reposts + others, kinds }) };
  if (accounts.count() > 0) yield { problem: problem("accounts-hidden", { name, count: accounts.count() }) };
}

interface Table {
  readonly name: string;
  readonly map: PostMap;
  readonly accounts: Accounts;
  /** Of each post's id and address the address under which it is kept. */
  readonly places: Map<string, string>;
  readonly wordless: { reposts: number; others: number };
}

/** Of CSV the header; of JSON lines all keys of the first rows, for each row may lack some. */
function columnsOf(rows: Generator<RowFound>): readonly string[] {
  const columns = new Set<string>();
  let looked = 0;
  for (const row of rows) {
    if ("columns" in row) for (const column of row.columns) columns.add(column);
    if (++looked === 50) break;
  }
  return [...columns];
}

/** The map the user gave, or our own names of columns; or which column the table lacks. Of JSON lines each row may have others. */
function mapFor(columns: readonly string[], given: PostMap | undefined): PostMap | { readonly missing: string } {
  const own = ownMap(columns);
  if (given === undefined || Object.keys(given.columns).length === 0) {
    return own === null ? { missing: "text" } : { ...own, public: given?.public ?? false };
  }
  const { text } = given.columns;
  if (text === undefined) return { missing: "text" };
  return columns.includes(text) || text.includes(".") ? given : { missing: text };
}

function cellOf(row: Row, { columns }: PostMap, column: PostColumn): string {
  const named = columns[column];
  return named === undefined ? "" : row.cell(named).trim();
}

/** Where a post is kept: at its own address if its account speaks in public, else nowhere, but always the same nowhere. */
function learn(row: Row, { map, accounts, places }: Table): void {
  const id = cellOf(row, map, "id");
  const address = addressOf(cellOf(row, map, "address"));
  const written = address ?? (id === "" ? undefined : id);
  if (written === undefined) return;
  const open = isNamedPublic(cellOf(row, map, "account"), map.public);
  const place = open && address !== undefined ? address : accounts.nowhere(written);
  if (id !== "") places.set(id, place);
  if (address !== undefined) places.set(address, place);
}

function postOf(row: Row, table: Table): Post | { readonly reason: string } | null {
  const { map, accounts, places, name } = table;
  const cell = (column: PostColumn) => cellOf(row, map, column);
  const text = cell("text").replaceAll("\0", "");
  if (text === "") {
    if (cell("repostOf") === "") table.wordless.others++;
    else table.wordless.reposts++;
    return null;
  }
  const when = timeOf(name, cell("time"));
  if ("reason" in when) return when;
  const account = fieldOf(cell("account"));
  const [repost, quote] = [cell("repostOf"), cell("quoteOf")];
  const places_ = [repost, quote].filter((w) => w !== "").map((w) => placeOf(w, table));
  return {
    place: `line ${row.line}`,
    text,
    account: account === undefined || isNamedPublic(account, map.public) ? account : accounts.mark(account),
    title: fieldOf(cell("title")),
    time: when.time,
    language: languageTag(cell("language")),
    address: places.get(addressOf(cell("address")) ?? cell("id")),
    links: places_,
  };
}

/** Where the post that was repeated or quoted is kept; one that the table does not hold may be of a private account. */
function placeOf(written: string, { map, accounts, places }: Table): string {
  const address = addressOf(written);
  const known = places.get(address ?? written);
  if (known !== undefined) return known;
  const named = address === undefined ? [] : new URL(address).pathname.split("/");
  const open =
    address !== undefined &&
    (map.public === true || named.some((step) => step !== "" && isNamedPublic(step, map.public)));
  return open ? address : accounts.nowhere(address ?? written);
}

const TWITTER = /^[A-Z][a-z]{2} ([A-Z][a-z]{2} \d{2}) (\d{2}:\d{2}:\d{2}) ([+-]\d{4}) (\d{4})$/;

/** ISO 8601, the time of a mail, Twitter's ("Tue Mar 04 09:30:00 +0000 2031"), or seconds or milliseconds since 1970. */
function timeOf(name: string, written: string): { readonly time?: When } | { readonly reason: string } {
  if (written === "") return {};
  if (/^\d{9,10}$/.test(written)) return { time: exactly(instantOf(Number(written) * 1_000)) };
  if (/^\d{12,13}$/.test(written)) return { time: exactly(instantOf(Number(written))) };
  const twitter = TWITTER.exec(written);
  const mail =
    twitter === null
      ? written
      : `${twitter[1]!.split(" ").reverse().join(" ")} ${twitter[4]} ${twitter[2]} ${twitter[3]}`;
  const { when } = publishedOf(name, isoOfMailTime(mail));
  return when
    ? { time: when }
    : { reason: `"${written.slice(0, 60)}" is no time in ISO 8601, nor one of a mail, nor seconds since 1970.` };
}
