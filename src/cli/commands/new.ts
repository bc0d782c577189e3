import { basename } from "node:path";
import { newCase } from "../../casework/open.ts";
import { openStore } from "../../store/store.entry.ts";
import { changed, whoOf } from "../cases.ts";
import type { Run } from "../command.ts";

export const run: Run = async (invocation) => {
  const [path = ""] = invocation.args;
  const who = whoOf(invocation, "new");
  const title = invocation.text.title ?? basename(path).replace(/\.silverblaze$/, "");
  const store = await openStore(path, { create: true });
  try {
    const open = await newCase(store, who, {
      title,
      languages: ["en", "ar"],
      purpose: invocation.text.purpose ?? "",
      displayWarnings: false,
    });
    return changed("silverblaze/new/1", {
      events: 1,
      head: open.head,
      said: `${path} is a new case, "${title}". Next: silverblaze add ${path} FILES…`,
    });
  } finally {
    await store.close();
  }
};
