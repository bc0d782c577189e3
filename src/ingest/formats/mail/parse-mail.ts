import PostalMime, { type Address, type Attachment, type Email } from "postal-mime";
import { type Problem, problem } from "../../../core/model/problem.ts";
import { fieldOf } from "../../fields.ts";
import type { InputBytes } from "../../types.ts";

/** The mail taken apart, or why it can't be. Mails inside it are attachments, and are not opened here. */
export async function parseMail({ name, bytes }: InputBytes): Promise<Email | { readonly problem: Problem }> {
  try {
    return await PostalMime.parse(bytes, {
      forceRfc822Attachments: true,
      maxNestingDepth: 32,
      maxHeadersSize: 1_000_000,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : "it could not be read";
    return { problem: problem("file-broken", { name, reason, instead: "Save its text as .txt and add that." }) };
  }
}

/** Who a mail is from: the name, else the address. */
export function personOf(address: Address | undefined): string | undefined {
  return fieldOf(address?.name) ?? fieldOf(address?.address);
}

export function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === "string") return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}
