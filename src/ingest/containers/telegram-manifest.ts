import type { Container } from "./container.ts";

/** One chat, or a whole account, as Telegram Desktop writes it. */
const CHAT =
  /^(?:\xef\xbb\xbf)?\s{0,100}\{[\s\S]{0,3000}?"type"\s{0,9}:\s{0,9}"(?:personal_chat|bot_chat|saved_messages|(?:private|public)_(?:group|supergroup|channel))"[\s\S]{0,500}?"messages"\s{0,9}:/;
const ACCOUNT =
  /^(?:\xef\xbb\xbf)?\s{0,100}\{[\s\S]{0,3500}?"(?:chats|left_chats)"\s{0,9}:\s{0,9}\{[\s\S]{0,500}?"list"\s{0,9}:|^(?:\xef\xbb\xbf)?\s{0,100}\{\s{0,9}"about"\s{0,9}:[^\n]{0,300}Telegram/;

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
  is: (head) => CHAT.test(head) || ACCOUNT.test(head),
  load: async () => (await import("./telegram.ts")).readTelegram,
};
