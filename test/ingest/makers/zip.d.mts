export interface ZipPart {
  readonly name: string;
  readonly data: string | Uint8Array;
  /** Packed by deflate; stored as it is otherwise. */
  readonly packed?: boolean;
  /** The mode of a Unix file, e.g. 0o120777 of a link. */
  readonly mode?: number;
  /** What the directory says of its length, where it lies. */
  readonly saysBytes?: number;
}
export function zipOf(parts: readonly ZipPart[]): Uint8Array;
