import type { WholeFormat } from "../whole-format.ts";

export const PDF: WholeFormat = {
  manifest: {
    name: "pdf",
    version: 2,
    mediaType: "application/pdf",
    reads:
      "the text of a PDF, column by column, one paragraph a line, words cut at a line's end put together; read in a process of its own with little memory and time. Scans without text and locked files are refused by that name; nothing it points to is loaded",
    extensions: ["pdf"],
    needs: [],
    limits: ["bytes", "pages", "apartSeconds", "apartMegabytes"],
    offers: ["text", "title", "author", "published", "links", "language", "parts"],
  },
  is: (head) => /^(?:\xef\xbb\xbf)?\s{0,64}%PDF-/.test(head),
  load: async () => (await import("./pdf.ts")).readPdf,
};
