/** Why a table is no CSV from a line on, in words. */
export function csvReason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "CSV_QUOTE_NOT_CLOSED") return "a quotation mark is opened and never closed";
  if (code === "CSV_INVALID_CLOSING_QUOTE" || code === "INVALID_OPENING_QUOTE")
    return "a quotation mark stands inside a cell";
  return code === "CSV_MAX_RECORD_SIZE" ? "a row has more than 1,000,000 characters" : "the cells can't be told apart";
}
