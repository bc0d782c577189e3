import type { Container } from "./container.ts";

export const ZIP: Container = {
  manifest: {
    name: "zip",
    version: 1,
    mediaType: "application/zip",
    reads:
      "the files in a ZIP archive, each as if it had been given by itself. Names in it are shown and never used as paths; links, NUL bytes and names that lead out are refused",
    extensions: ["zip"],
    needs: [],
    limits: ["archiveBytes", "unpackedBytes", "bytes", "entries", "archives"],
    offers: ["documents"],
  },
  is: (head) => head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06"),
  load: async () => (await import("./zip.ts")).readZip,
};
