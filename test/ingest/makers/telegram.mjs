// Exports as Telegram Desktop writes them, with invented chats.

const message = (m, i) => ({
  type: "message",
  date: "2031-03-04T09:00:00",
  date_unixtime: String(Date.UTC(2031, 2, 4, 8, i) / 1_000),
  ...m,
});

/** One chat. */
export function telegramChat(type, name, id, messages) {
  return { name, type, id, messages: messages.map(message) };
}

/** As the file stands: indented by one space. */
export function telegramFile(chat) {
  return JSON.stringify(chat, null, 1);
}

/** The export of a whole account. */
export function telegramAccount(chats) {
  return telegramFile({
    about: "Here is the data you requested. Telegram Desktop wrote it.",
    personal_information: { user_id: 1, first_name: "Nobody" },
    chats: { about: "This page lists all chats from this export.", list: chats },
    left_chats: { about: "None.", list: [] },
  });
}
