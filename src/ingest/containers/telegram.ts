import { problem } from "../../core/model/problem.ts";
import { exactly, instantOf, type When } from "../../core/model/time.ts";
import { type ByteSource, wholeOf } from "../bytes.ts";
import { addressOf, fieldOf, publishedOf } from "../fields.ts";
import { type Accounts, accountsWith } from "../posts/accounts.ts";
import { isNamedPublic, type PostMap } from "../posts/map.ts";
import { type Post, postInput } from "../posts/post.ts";
import type { Delivered } from "../types.ts";
import type { Unpacking } from "./container.ts";

/** The messages of an export of Telegram Desktop. */
export async function* readTelegram(source: ByteSource, { limits, posts }: Unpacking): AsyncGenerator<Delivered> {
  const { name } = source;
  const whole = await wholeOf(source, limits.exportBytes);
  if (whole === null) {
    yield { problem: problem("file-too-big", { name, bytes: source.size, limit: limits.exportBytes }) };
    return;
  }
  const chats = chatsIn(JSON.parse(new TextDecoder().decode(whole.bytes)));
  const accounts = accountsWith(posts.salt);
  const forwards = channelWords(chats);
  const skipped = new Map<string, number>();
  for (const [i, chat] of chats.entries()) {
    for (const message of chat.messages) {
      const kind = whyNoPost(message);
      if (kind !== null) skipped.set(kind, (skipped.get(kind) ?? 0) + 1);
      else {
        const id = Number(message.id);
        const place = chats.length === 1 ? `message ${id}` : `chat ${i + 1}/message ${id}`;
        const around = { chat, accounts, forwards, place, name, open: posts.map?.public ?? false };
        yield { input: postInput(postOf(message, around), source) };
      }
    }
  }
  const left = [...skipped.values()].reduce((a, b) => a + b, 0);
  const kinds = [...skipped].map(([kind, n]) => `${n} ${kind}`).join(", ");
  if (left > 0) yield { problem: problem("posts-skipped", { name, count: left, kinds }) };
  if (accounts.count() > 0) yield { problem: problem("accounts-hidden", { name, count: accounts.count() }) };
}

type Message = Readonly<Record<string, unknown>>;

interface Chat {
  readonly name: string | undefined;
  readonly type: string;
  readonly id: string;
  readonly messages: readonly Message[];
}

function isObject(x: unknown): x is Readonly<Record<string, unknown>> {
  return typeof x === "object" && x !== null && !Array.isArray(x);
}

function listOf(x: unknown): readonly unknown[] {
  return Array.isArray(x) ? x : [];
}

/** One chat, or the lists of those the account is in and has left. */
function chatsIn(json: unknown): readonly Chat[] {
  if (!isObject(json)) return [];
  const lists = [json.chats, json.left_chats].flatMap((c) => (isObject(c) ? listOf(c.list) : []));
  return [...(Array.isArray(json.messages) ? [json] : []), ...lists].filter(isObject).map((c) => ({
    name: fieldOf(typeof c.name === "string" ? c.name : undefined),
    type: String(c.type ?? ""),
    id: String(c.id ?? "").slice(0, 40),
    messages: listOf(c.messages).filter(isObject),
  }));
}

function whyNoPost(message: Message): string | null {
  if (message.type === "service") return "service messages";
  if (wordsOf(message.text).trim() !== "") return null;
  const media = typeof message.media_type === "string" ? message.media_type : message.photo ? "photo" : "file";
  return `messages without words (${/^[a-z_]{1,30}$/.test(media) ? media : "other"})`;
}

/** Text is a string, or a list of strings and marked stretches. */
function wordsOf(text: unknown): string {
  if (typeof text === "string") return text.replaceAll("\0", "");
  return listOf(text)
    .map((piece) =>
      typeof piece === "string" ? piece : isObject(piece) && typeof piece.text === "string" ? piece.text : "",
    )
    .join("")
    .replaceAll("\0", "");
}

function linksOf(text: unknown): readonly string[] {
  return listOf(text).flatMap((piece) => {
    if (!isObject(piece)) return [];
    const href = piece.type === "text_link" ? piece.href : piece.type === "link" ? piece.text : undefined;
    const address = typeof href === "string" ? addressOf(/^https?:/i.test(href) ? href : `https://${href}`) : undefined;
    return address === undefined ? [] : [address];
  });
}

const isPublic = ({ type }: Chat) =>
  type === "public_channel" || type === "public_supergroup" || type === "public_group";

function addressIn(chat: Chat, id: unknown): string {
  return `https://t.me/c/${encodeURIComponent(chat.id)}/${Number(id)}`;
}

/** Where each public channel said what, by its name and words: the first time. */
function channelWords(chats: readonly Chat[]): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const chat of chats) {
    if (chat.type !== "public_channel") continue;
    for (const message of chat.messages) {
      const key = `${chat.name}\n${wordsOf(message.text)}`;
      if (message.forwarded_from === undefined && !places.has(key)) places.set(key, addressIn(chat, message.id));
    }
  }
  return places;
}

interface Around {
  readonly chat: Chat;
  readonly accounts: Accounts;
  readonly forwards: ReadonlyMap<string, string>;
  readonly place: string;
  readonly name: string;
  readonly open: PostMap["public"];
}

function postOf(message: Message, { chat, accounts, forwards, place, name, open }: Around): Post {
  const text = wordsOf(message.text);
  const from = fieldOf(typeof message.from === "string" ? message.from : undefined);
  const who = String(message.from_id ?? from ?? chat.id);
  // A channel speaks with its own voice; everybody else is a person until somebody says otherwise.
  const ofChannel =
    chat.type === "public_channel" ||
    (isPublic(chat) && who.startsWith("channel")) ||
    isNamedPublic(from ?? chat.name ?? "", open);
  const address = addressIn(chat, message.id);
  const origin =
    typeof message.forwarded_from === "string" ? forwards.get(`${message.forwarded_from}\n${text}`) : undefined;
  return {
    place,
    text,
    account: ofChannel ? (from ?? chat.name) : accounts.mark(who),
    time: timeOf(message, name),
    address: ofChannel ? address : accounts.nowhere(address),
    links: [...(origin === undefined ? [] : [origin]), ...linksOf(message.text)],
  };
}

/** Older exports give the exporter's local time alone. */
function timeOf(message: Message, name: string): When | undefined {
  const seconds =
    typeof message.date_unixtime === "string" && /^\d{1,11}$/.test(message.date_unixtime)
      ? Number(message.date_unixtime)
      : null;
  if (seconds !== null) return exactly(instantOf(seconds * 1_000));
  return typeof message.date === "string" ? publishedOf(name, message.date).when : undefined;
}
