// One post as a document: its words as they stand, and who, when and where beside them.

import type { Via } from "../../core/model/event.ts";
import type { Language } from "../../core/model/reading.ts";
import type { Instant, When } from "../../core/model/time.ts";
import type { ByteSource } from "../bytes.ts";
import type { InputBytes } from "../types.ts";

export interface Post {
  /** Where it stands in the export: "message 12", "line 3". */
  readonly place: string;
  readonly text: string;
  /** What the account is called here: its name if public, else its mark [NA4]. */
  readonly account?: string | undefined;
  readonly title?: string | undefined;
  readonly time?: When | undefined;
  readonly language?: Language | undefined;
  /** Fit to be kept: of a private account no working address. */
  readonly address?: string | undefined;
  /** Of what it repeats or quotes, and what its words lead to. */
  readonly links: readonly string[];
}

/** The post as bytes for the doors. Its original is its words: the rest of the export, with the names in it, is not kept. */
export function postInput(
  post: Post,
  source: Pick<ByteSource, "name" | "via"> & { readonly modified?: Instant },
): InputBytes {
  const { account, title, time, language, address, links } = post;
  const entry = post.place.slice(0, 2_000);
  const via: Via = { ...source.via, door: "archive", within: { name: source.name.slice(0, 2_000), entry } };
  return {
    name: `${source.name}/${entry}`.slice(0, 2_000),
    bytes: new TextEncoder().encode(post.text),
    via,
    as: "plain",
    mediaTypeHint: "text/plain; charset=utf-8",
    known: {
      links,
      ...(account !== undefined && { publisher: account }),
      ...(title !== undefined && { title }),
      ...(time !== undefined && { published: time }),
      ...(language !== undefined && { language }),
      ...(address !== undefined && { address }),
    },
  };
}
