// Private accounts stand under marks: the same account the same mark within a case, and no way back to the name [NA4].

import { createHmac, randomBytes } from "node:crypto";

/** What the marks are made with: random bytes of the case, asked for when the first private account comes. */
export type Salt = () => Uint8Array;

export interface Accounts {
  /** What to call a private account. */
  mark(account: string): string;
  /** An address that leads nowhere, for the post of a private account; the same for the same post. */
  nowhere(address: string): string;
  /** How many private accounts there were. */
  count(): number;
}

/** Marks for texts that are in no case hold for this run alone. */
export function saltOfThisRun(): Salt {
  const salt = randomBytes(32);
  return () => salt;
}

export function accountsWith(salt: Salt): Accounts {
  const marks = new Map<string, string>();
  const hmac = (kind: string, words: string, length: number) =>
    createHmac("sha256", salt()).update(`${kind}\n${words}`).digest("hex").slice(0, length);
  return {
    mark(account) {
      const known = marks.get(account);
      if (known !== undefined) return known;
      const mark = `private account ${hmac("account", account, 12)}`;
      marks.set(account, mark);
      return mark;
    },
    // ".invalid" is no domain and never will be (RFC 2606).
    nowhere: (address) => `https://post.invalid/${hmac("post", address, 32)}`,
    count: () => marks.size,
  };
}
