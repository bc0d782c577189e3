// The formats of records, each in its own file. `import`, `silverblaze formats` and docs/reference/formats.md are made from their manifests.

import { acled } from "./acled.ts";
import { dsat } from "./dsat.ts";
import { eurepoc } from "./eurepoc.ts";
import { gtd } from "./gtd.ts";
import { foldColumn, type Header } from "./header.ts";
import { ownFormat } from "./own.ts";
import { ransomware } from "./ransomware.ts";
import type { Layout, RecordFormat } from "./types.ts";
import { ucdpGed } from "./ucdp-ged.ts";

/** The formats that a table may be in, those of others first: our own needs only three columns. */
export const TABLE_FORMATS: readonly RecordFormat[] = [gtd, dsat, eurepoc, acled, ucdpGed];
export const JSON_FORMATS: readonly RecordFormat[] = [ransomware];

/** Every format of records by name. */
export const RECORD_FORMATS: readonly RecordFormat[] = [ownFormat(), ...TABLE_FORMATS, ...JSON_FORMATS];

/** The first layout of a format whose columns are all there; null if none is. */
export function layoutOf({ manifest }: RecordFormat, columns: ReadonlySet<string>): Layout | null {
  return manifest.layouts.find((l) => l.columns.every((c) => columns.has(foldColumn(c)))) ?? null;
}

/** The format that a header shows; our own where none of the others is. */
export function formatOf(header: Header, codedAfter: readonly string[]): RecordFormat {
  const columns = new Set(header.at.keys());
  return TABLE_FORMATS.find((f) => layoutOf(f, columns) !== null) ?? ownFormat(codedAfter);
}
