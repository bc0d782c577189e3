// Bytes → a text that every span can be pinned to. The original is not touched.

import { type Problem, problem } from "../core/model/problem.ts";
import { containerOf, HEAD } from "./containers/containers.ts";
import { POST_TABLE } from "./containers/post-table-manifest.ts";
import { withoutPlaces } from "./decoded.ts";
import { type Decoded, decode } from "./encoding.ts";
import { languageTag } from "./fields.ts";
import type { FormatContext, FormatRead } from "./formats/format.ts";
import { readHtml } from "./formats/html/html.ts";
import { MANIFESTS } from "./formats/manifests.ts";
import { readMarkdown } from "./formats/markdown.ts";
import { readPlain } from "./formats/plain.ts";
import { wholeFormatOf } from "./formats/whole.ts";
import type { WholeFormat } from "./formats/whole-format.ts";
import { hiddenCharacters } from "./hidden.ts";
import { declaredCharset, isCaseFile, refusedByBytes, refusedByText, type TextFormat, textFormatOf } from "./sniff.ts";
import {
  type InputBytes,
  LIMITS,
  type Limits,
  type Manifest,
  type ReadDocument,
  type ReadOptions,
  type ReadOutcome,
} from "./types.ts";

/**
 * The text of a document with what its markup says of it, or the reasons why it is refused, all of them named. Never throws
 * on account of the bytes. Needs no disk and no clock but `options.now`.
 */
export async function readDocument(input: InputBytes, options: ReadOptions = {}): Promise<ReadOutcome> {
  const limits: Limits = { ...LIMITS, ...options.limits };
  const refused = refusedBeforeDecoding(input, limits);
  if (refused) return { problems: [refused] };

  const whole = input.as === undefined ? wholeFormatOf(input) : null;
  return whole ? readWhole(input, whole, { limits, options }) : readCharacters(input, { limits, options });
}

interface Reading {
  readonly limits: Limits;
  readonly options: ReadOptions;
}

async function readWhole(input: InputBytes, { manifest, load }: WholeFormat, reading: Reading): Promise<ReadOutcome> {
  const read = await (await load())(input, contextOf(input, reading));
  if (!("text" in read)) return { problems: read.problems };
  if (read.text.trim() === "") return { problems: [problem("text-blank", { name: input.name })] };
  return { document: assembled(input, { manifest, decoded: withoutPlaces(""), read, ...reading }) };
}

function readCharacters(input: InputBytes, reading: Reading): ReadOutcome {
  const { limits, options } = reading;
  const refused = input.as === undefined ? refusedByLook(input) : null;
  if (refused) return { problems: [refused] };
  const declared = declaredCharset(input.bytes, input.mediaTypeHint);
  const decoded = decode(input.bytes, {
    name: input.name,
    undecodable: limits.undecodable,
    ...(options.charset !== undefined && { charset: options.charset }),
    ...(declared !== undefined && { declared }),
  });
  if ("problem" in decoded) return { problems: [decoded.problem] };
  const unfit = refusedAsText(input, decoded);
  if (unfit) return { problems: [unfit] };

  const format = formatOf(input, decoded);
  const read = readFormat(format, decoded, contextOf(input, reading));
  if (!("text" in read)) return { problems: read.problems };
  if (read.text.trim() === "") return { problems: [problem("text-blank", { name: input.name })] };
  const document = assembled(input, { manifest: MANIFESTS[format], decoded, read, ...reading });
  const unmapped =
    decoded.width === "unknown" ? [problem("offsets-unknown", { name: input.name, charset: decoded.charset })] : [];
  return { document: { ...document, problems: [...decoded.problems, ...unmapped, ...document.problems] } };
}

function formatOf({ as, name, mediaTypeHint }: InputBytes, decoded: Decoded): TextFormat {
  if (as !== undefined) return as === "plain" ? "plain" : "html";
  return textFormatOf(decoded.raw, name, mediaTypeHint);
}

function refusedBeforeDecoding({ name, bytes }: InputBytes, limits: Limits): Problem | null {
  if (bytes.length === 0) return problem("file-empty", { name });
  if (bytes.length > limits.bytes) return problem("file-too-big", { name, bytes: bytes.length, limit: limits.bytes });
  return isCaseFile(bytes) ? problem("is-a-case", { name }) : null;
}

function refusedByLook(input: InputBytes): Problem | null {
  const { name, bytes } = input;
  const several = containerOf(bytes.subarray(0, HEAD), input);
  // A table or lines are characters, and refused as such with better advice.
  const kind =
    refusedByBytes(bytes) ?? (several === null || several === POST_TABLE ? null : severalIn(several.manifest.name));
  return kind ? problem("format-not-read", { name, what: kind.what, instead: kind.instead }) : null;
}

function severalIn(kind: string) {
  return { what: `${kind}, which holds several documents`, instead: "Add it by its file, which is then unpacked." };
}

function refusedAsText({ name, as }: InputBytes, decoded: Decoded): Problem | null {
  // A charset that the user named can turn anything into characters; NUL is in no text.
  const nul = decoded.raw.indexOf("\0");
  if (nul !== -1) return problem("binary-file", { name, offset: decoded.startOf(nul) });
  if (decoded.raw.trim() === "") return problem("text-blank", { name });
  const kind = as === undefined ? refusedByText(decoded.raw, name) : null;
  return kind ? problem("format-not-read", { name, what: kind.what, instead: kind.instead }) : null;
}

function contextOf(input: InputBytes, { limits, options: { now, deadline } }: Reading): FormatContext {
  const address = input.known?.address ?? input.via.finalAddress ?? input.via.address;
  return {
    name: input.name,
    limits,
    late: () => now !== undefined && deadline !== undefined && now() > deadline,
    ...(address !== undefined && { address }),
    ...(input.as !== undefined && { fragment: true }),
  };
}

function readFormat(
  format: TextFormat,
  decoded: Decoded,
  context: FormatContext,
): FormatRead | { readonly problems: readonly Problem[] } {
  if (context.late()) return { problems: [problem("out-of-time", { name: context.name })] };
  switch (format) {
    case "html":
      return readHtml(decoded, context);
    case "markdown":
      return readMarkdown(decoded, context);
    case "plain":
      return readPlain(decoded, context);
  }
}

interface Found extends Reading {
  readonly manifest: Manifest;
  readonly decoded: Pick<Decoded, "charset" | "certainty">;
  readonly read: FormatRead;
}

/** What stands around a document fills what it does not say of itself. */
function assembled({ name, as, known = {} }: InputBytes, { manifest, decoded, read, options }: Found): ReadDocument {
  const { problems, ...said } = read;
  const language = languageTag(options.language) ?? read.language ?? languageTag(known.language);
  // A piece that an archive handed over says less of itself than the archive does.
  const facts = as === undefined ? { ...known, ...said } : { ...said, ...known };
  return {
    ...facts,
    links: [...new Set([...(known.links ?? []), ...said.links])],
    format: manifest.name,
    formatVersion: manifest.version,
    mediaType: manifest.mediaType,
    charset: decoded.charset,
    charsetCertainty: decoded.certainty,
    ...(language !== undefined && { language }),
    problems: [...problems, ...hiddenCharacters(name, read.text)],
  };
}
