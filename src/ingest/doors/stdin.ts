import { problem } from "../../core/model/problem.ts";
import { joined } from "../bytes.ts";
import type { Delivered, Limits } from "../types.ts";

/** What comes in on a stream as one document, or a refusal as soon as it is longer than the limit. */
export async function deliverStream(
  stream: AsyncIterable<Uint8Array | string>,
  limits: Limits,
  name = "stdin",
): Promise<Delivered> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
      length += bytes.length;
      if (length > limits.bytes)
        return { problem: problem("file-too-big", { name, bytes: length, limit: limits.bytes }) };
      chunks.push(bytes);
    }
  } catch (error) {
    return {
      problem: problem("file-unreadable", { name, reason: error instanceof Error ? error.message : "it broke off" }),
    };
  }
  return { input: { name, bytes: joined(chunks, length), via: { door: "stdin" } } };
}
