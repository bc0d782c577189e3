// Which columns of somebody's table of posts hold what.

/** Our columns of a post. */
export const POST_COLUMNS = [
  "id",
  "time",
  "account",
  "text",
  "title",
  "language",
  "repostOf",
  "quoteOf",
  "address",
] as const;
export type PostColumn = (typeof POST_COLUMNS)[number];

export interface PostMap {
  readonly columns: Readonly<Partial<Record<PostColumn, string>>>;
  /** Accounts that speak in public: all, or these; the others stand under marks [NA4]. */
  readonly public: boolean | readonly string[];
}

/** A map as somebody wrote it, or why it can't be used. One that only names public accounts goes with exports that need no columns. */
export function postMap(written: unknown): PostMap | { readonly reason: string } {
  if (typeof written !== "object" || written === null || Array.isArray(written))
    return { reason: "it is no JSON object" };
  const columns: Partial<Record<PostColumn, string>> = {};
  let open: PostMap["public"] = false;
  for (const [key, value] of Object.entries(written)) {
    const column = POST_COLUMNS.find((c) => c === key);
    if (key === "public" && isPublic(value)) open = value;
    else if (column !== undefined && typeof value === "string" && value !== "") columns[column] = value;
    else return { reason: `"${key.slice(0, 60)}" is none of ${POST_COLUMNS.join(", ")}, public, or has no fit value` };
  }
  return { columns, public: open };
}

/** Whether the account is named as public; a leading @ and capitals make no difference. */
export function isNamedPublic(account: string, open: PostMap["public"]): boolean {
  if (typeof open === "boolean") return open;
  const plain = (name: string) => name.replace(/^@/, "").toLowerCase();
  return open.some((name) => plain(name) === plain(account));
}

function isPublic(value: unknown): value is PostMap["public"] {
  return typeof value === "boolean" || (Array.isArray(value) && value.every((v) => typeof v === "string"));
}

/** The map of a table whose columns bear our own names, or null: words, and who, when or where. */
export function ownMap(columns: readonly string[]): PostMap | null {
  const own = POST_COLUMNS.filter((c) => columns.includes(c));
  const told = own.includes("text") && own.some((c) => c === "time" || c === "account" || c === "address");
  return told ? { columns: Object.fromEntries(own.map((c) => [c, c])), public: false } : null;
}
