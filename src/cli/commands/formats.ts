import { limitInWords, refusedKinds } from "../../ingest/formats/manifests.ts";
import { ALL_MANIFESTS } from "../../ingest/manifests.ts";
import type { Limits, Manifest } from "../../ingest/types.ts";
import type { Run } from "../command.ts";
import { EXIT } from "../exit.ts";
import { wrap } from "../terminal.ts";

/** A manifest with its limits in words. */
export interface FormatTold {
  readonly name: string;
  readonly version: number;
  readonly mediaType: string;
  readonly extensions: readonly string[];
  readonly reads: string;
  readonly offers: readonly string[];
  readonly limits: readonly string[];
  readonly needs: readonly string[];
}

export interface FormatsResult {
  readonly doors: readonly FormatTold[];
  readonly documents: readonly FormatTold[];
  readonly archives: readonly FormatTold[];
  readonly records: readonly FormatTold[];
  readonly refused: readonly { readonly what: string; readonly instead: string }[];
}

export const run: Run = async () => {
  const result: FormatsResult = {
    doors: ALL_MANIFESTS.doors.map(told),
    documents: ALL_MANIFESTS.documents.map(told),
    archives: ALL_MANIFESTS.archives.map(told),
    records: ALL_MANIFESTS.records.map(told),
    refused: refusedKinds(),
  };
  return {
    schema: "silverblaze/formats/1",
    result,
    problems: [],
    exit: EXIT.done,
    text: (paint, columns) => [
      ...section("WAYS IN", result.doors, { columns, bold: paint.bold }),
      ...section("DOCUMENTS", result.documents, { columns, bold: paint.bold }),
      ...section("WHAT HOLDS SEVERAL DOCUMENTS", result.archives, { columns, bold: paint.bold }),
      ...section("RECORDS (import)", result.records, { columns, bold: paint.bold }),
      paint.bold("REFUSED BY NAME"),
      ...wrap(result.refused.map((r) => r.what).join(", "), columns - 2).map((l) => `  ${l}`),
    ],
  };
};

function told({ name, version, mediaType, extensions, reads, offers, limits, needs }: Manifest): FormatTold {
  return {
    name,
    version,
    mediaType,
    extensions,
    reads,
    offers,
    limits: limits.map((l: keyof Limits) => limitInWords(l)),
    needs,
  };
}

interface Page {
  readonly columns: number;
  readonly bold: (text: string) => string;
}

const NAME = 18;

function section(heading: string, formats: readonly FormatTold[], { columns, bold }: Page): readonly string[] {
  const lines = formats.flatMap(({ name, extensions, reads, limits }) => {
    const endings = extensions.map((e) => `.${e}`).join(" ");
    const about = [`${reads}.`, endings, limits.length > 0 ? `At most ${limits.join(", ")}.` : ""].filter(
      (s) => s !== "",
    );
    const body = about.flatMap((line) => wrap(line, Math.max(30, columns - NAME - 2)));
    return body.map((line, i) => `  ${(i === 0 ? name : "").padEnd(NAME)}${line}`);
  });
  return [bold(heading), ...lines, ""];
}
