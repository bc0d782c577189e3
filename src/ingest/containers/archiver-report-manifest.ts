import type { Container } from "./container.ts";

/** The page that Auto Archiver writes beside what it archived: the address, its own title, and a heading that is always the same. */
const REPORT = /<title>\s{0,9}https?:[^<]{1,2000}<\/title>[\s\S]{0,4000}>\s{0,9}Archived media for\s/i;

/** Whether a page that begins so is such a report. */
export function isArchiverReport(head: string): boolean {
  return REPORT.test(head);
}

export const ARCHIVER_REPORT: Container = {
  manifest: {
    name: "auto-archiver",
    version: 1,
    mediaType: "text/html",
    reads:
      "the report page that Auto Archiver writes of each address: the words it found there as a document, with address, title and time. In a folder, the pages, PDFs and web archives that it saved come with the address that they were archived from; pictures, films and its own records are left out and told",
    extensions: ["html"],
    needs: [],
    limits: ["bytes", "nesting", "elements"],
    offers: ["documents", "address", "title", "published"],
  },
  is: isArchiverReport,
  load: async () => (await import("./archiver-report.ts")).readArchiverReport,
};
