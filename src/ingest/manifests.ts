// Everything that can come in, from the manifest of each; `silverblaze formats` and docs/reference/formats.md are made of it.

import { CONTAINERS } from "./containers/containers.ts";
import { DOORS } from "./doors/manifests.ts";
import { MANIFESTS, RECORD_MANIFESTS } from "./formats/manifests.ts";
import { WHOLE_FORMATS } from "./formats/whole.ts";
import type { Manifest } from "./types.ts";

/** In the order of the page. A mail is a document, and holds some. */
export const ALL_MANIFESTS: Readonly<Record<"doors" | "documents" | "archives" | "records", readonly Manifest[]>> = {
  doors: DOORS,
  documents: [...Object.values(MANIFESTS), ...WHOLE_FORMATS.map((f) => f.manifest)],
  archives: CONTAINERS.map((c) => c.manifest).filter((m) => m.name !== "mail"),
  records: Object.values(RECORD_MANIFESTS),
};
