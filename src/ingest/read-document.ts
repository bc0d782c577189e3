// Bytes → a text that every span can be pinned to. The original is not touched.

import { type Problem, problem } from "../core/model/problem.ts";
import { type Decoded, decode } from "./encoding.ts";
import { languageTag } from "./fields.ts";
import type { FormatContext, FormatRead } from "./formats/format.ts";
import { readHtml } from "./formats/html/html.ts";
import { MANIFESTS } from "./formats/manifests.ts";
import { readMarkdown } from "./formats/markdown.ts";
import { readPlain } from "./formats/plain.ts";
import { hiddenCharacters } from "./hidden.ts";
import { declaredCharset, isCaseFile, refusedByBytes, refusedByText, type TextFormat, textFormatOf } from "./sniff.ts";
import { type InputBytes, LIMITS, type Limits, type ReadOptions, type ReadOutcome } from "./types.ts";

/**
 * The text of a document with what its markup says of it, or the reasons why it is refused, all of them named. Never throws
 * on account of the bytes. Needs no disk and no clock but `options.now`.
 */
export async function readDocument(input: InputBytes, options: ReadOptions = {}): Promise<ReadOutcome> {
  const limits: Limits = { ...LIMITS, ...options.limits };
  const refused = refusedBeforeDecoding(input, limits);
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

  const format = textFormatOf(decoded.raw, input.name, input.mediaTypeHint);
  const read = readFormat(format, decoded, contextOf(input, limits, options));
  if (!("text" in read)) return { problems: read.problems };
  if (read.text.trim() === "") return { problems: [problem("text-blank", { name: input.name })] };
  return { document: assembled(input, { format, decoded, read, options }) };
}

function refusedBeforeDecoding({ name, bytes }: InputBytes, limits: Limits): Problem | null {
  if (bytes.length === 0) return problem("file-empty", { name });
  if (bytes.length > limits.bytes) return problem("file-too-big", { name, bytes: bytes.length, limit: limits.bytes });
  if (isCaseFile(bytes)) return problem("is-a-case", { name });
  const kind = refusedByBytes(bytes);
  return kind ? problem("format-not-read", { name, what: kind.what, instead: kind.instead }) : null;
}

function refusedAsText({ name }: InputBytes, decoded: Decoded): Problem | null {
  // A charset that the user named can turn anything into characters; NUL is in no text.
  const nul = decoded.raw.indexOf("\0");
  if (nul !== -1) return problem("binary-file", { name, offset: decoded.startOf(nul) });
  if (decoded.raw.trim() === "") return problem("text-blank", { name });
  const kind = refusedByText(decoded.raw, name);
  return kind ? problem("format-not-read", { name, what: kind.what, instead: kind.instead }) : null;
}

function contextOf(input: InputBytes, limits: Limits, { now, deadline }: ReadOptions): FormatContext {
  const { address } = input.via;
  return {
    name: input.name,
    limits,
    late: () => now !== undefined && deadline !== undefined && now() > deadline,
    ...(address !== undefined && { address }),
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

interface Found {
  readonly format: TextFormat;
  readonly decoded: Decoded;
  readonly read: FormatRead;
  readonly options: ReadOptions;
}

function assembled({ name, known = {} }: InputBytes, { format, decoded, read, options }: Found) {
  const manifest = MANIFESTS[format];
  const { problems, ...said } = read;
  const language = languageTag(options.language) ?? read.language ?? languageTag(known.language);
  const unmapped = decoded.width === "unknown" ? [problem("offsets-unknown", { name, charset: decoded.charset })] : [];
  return {
    ...known,
    ...said,
    links: [...new Set([...(known.links ?? []), ...said.links])],
    format,
    formatVersion: manifest.version,
    mediaType: manifest.mediaType,
    charset: decoded.charset,
    charsetCertainty: decoded.certainty,
    ...(language !== undefined && { language }),
    problems: [...decoded.problems, ...unmapped, ...problems, ...hiddenCharacters(name, read.text)],
  };
}
