import { problem } from "../../core/model/problem.ts";
import { type ByteSource, wholeOf } from "../bytes.ts";
import { bytesOf, parseMail } from "../formats/mail/parse-mail.ts";
import type { Delivered } from "../types.ts";
import type { Unpacking } from "./container.ts";

/** The mail itself, then what is attached to it; pictures that its HTML shows are left alone. */
export async function* readMailbag(source: ByteSource, { limits }: Unpacking): AsyncGenerator<Delivered> {
  const { name } = source;
  const input = await wholeOf(source, limits.bytes);
  if (input === null) {
    yield { problem: problem("file-too-big", { name, bytes: source.size, limit: limits.bytes }) };
    return;
  }
  yield { input: { ...input, whole: true } };
  const mail = await parseMail(input);
  if ("problem" in mail) return;
  for (const [i, attachment] of mail.attachments.entries()) {
    if (attachment.related && /^(?:image|font|text\/css)/.test(attachment.mimeType)) continue;
    const entry = (attachment.filename ?? `attachment ${i + 1}`).slice(0, 2_000);
    const within = { name: name.slice(0, 2_000), entry };
    yield {
      input: {
        name: `${name}/${entry}`.slice(0, 2_000),
        bytes: bytesOf(attachment),
        via: { ...source.via, door: "archive", within },
        mediaTypeHint: attachment.mimeType,
      },
    };
  }
}
