import { sourceOf } from "../../../src/ingest/bytes.ts";
import type { PostMap } from "../../../src/ingest/posts/map.ts";
import { readDocument } from "../../../src/ingest/read-document.ts";
import { type InputBytes, LIMITS, type Limits, type ReadDocument } from "../../../src/ingest/types.ts";
import { unpacked, unpackingOf } from "../../../src/ingest/unpack.ts";
import { input } from "../fixtures.ts";

export interface Came {
  readonly inputs: readonly InputBytes[];
  readonly documents: readonly ReadDocument[];
  /** Of problems: code and message. */
  readonly problems: readonly (readonly [code: string, message: string])[];
}

export const SALT = () => new Uint8Array(32).fill(7);

interface Given {
  readonly limits: Partial<Limits>;
  readonly map: PostMap;
  readonly salt: () => Uint8Array;
  readonly charset: string;
}

/** Everything that comes of one file: the inputs in it, what they were read as, and every problem on the way. */
export async function through(
  name: string,
  content: string | Uint8Array,
  { limits = {}, map, salt = SALT, charset }: Partial<Given> = {},
): Promise<Came> {
  const inputs: InputBytes[] = [];
  const documents: ReadDocument[] = [];
  const problems: [string, string][] = [];
  const unpacking = unpackingOf({ ...LIMITS, ...limits }, { salt, ...(map !== undefined && { map }) }, charset);
  for await (const inside of unpacked(sourceOf(input(name, content)), unpacking)) {
    if ("addresses" in inside) throw new Error("addresses");
    if ("problem" in inside) {
      problems.push([inside.problem.code, inside.problem.message]);
      continue;
    }
    inputs.push(inside.input);
    const read = await readDocument(inside.input, { limits });
    if ("document" in read) documents.push(read.document);
    const told = "document" in read ? read.document.problems : read.problems;
    problems.push(...told.map((p) => [p.code, p.message] as [string, string]));
  }
  return { inputs, documents, problems };
}

export const codesOf = (came: Came) => came.problems.map(([code]) => code);
