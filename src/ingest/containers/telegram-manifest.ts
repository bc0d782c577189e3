import type { Container } from "./container.ts";

const CHAT =
  /"type"\s{0,9}:\s{0,9}"(?:personal_chat|bot_chat|saved_messages|(?:private|public)_(?:group|supergroup|channel))"/g;
const CHATS = /"(?:chats|left_chats)"\s{0,9}:\s{0,9}\{/g;
const ABOUT = /^\{\s{0,9}"about"\s{0,9}:[^\n]{0,300}Telegram/;
const NEAR = 520;

/** One chat, or a whole account, as Telegram Desktop writes it. */
function isTelegram(head: string): boolean {
  const start = head.replace(/^\xef\xbb\xbf/, "").trimStart();
  if (!start.startsWith("{")) return false;
  const followed = (first: RegExp, then: RegExp) =>
    [...start.slice(0, 3500).matchAll(first)].some(({ 0: words, index }) =>
      then.test(start.slice(index + words.length, index + words.length + NEAR)),
    );
  return followed(CHAT, /"messages"\s{0,9}:/) || followed(CHATS, /"list"\s{0,9}:/) || ABOUT.test(start);
}

export const TELEGRAM: Container = {
  manifest: {
    name: "telegram",
    version: 1,
    mediaType: "application/json",
    reads:
      "result.json of Telegram Desktop, one chat or all: each message with words a document, with its time. Public channels and groups stand by name, all other accounts under marks; what was forwarded from a channel in the same export becomes a link",
    extensions: ["json"],
    needs: [],
    limits: ["exportBytes", "entries", "unpackedBytes"],
    offers: ["documents"],
  },
  is: isTelegram,
  load: async () => (await import("./telegram.ts")).readTelegram,
};
