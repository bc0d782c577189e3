import type { WholeFormat } from "../whole-format.ts";

export const DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export const DOCX: WholeFormat = {
  manifest: {
    name: "docx",
    version: 1,
    mediaType: DOCX_TYPE,
    reads:
      "the text of a Word file, one paragraph a line, headings and tables told apart; read in a process of its own with little memory and time. Pictures, macros and what it points to are left alone",
    extensions: ["docx", "docm"],
    needs: [],
    limits: ["bytes", "apartSeconds", "apartMegabytes", "nesting", "elements", "links"],
    offers: ["text", "title", "author", "published", "links", "parts"],
  },
  is: (head, { mediaTypeHint = "" }) =>
    head.startsWith("PK\x03\x04") && (mediaTypeHint === DOCX_TYPE || /word\//.test(head)),
  load: async () => (await import("./docx.ts")).readDocx,
};
