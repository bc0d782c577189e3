export interface Drawn {
  /** From the left and from the foot, in points. */
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly text: string;
}
export type Info = Readonly<Partial<Record<"Title" | "Author" | "CreationDate", string>>>;
export function pdfOf(pages: readonly (readonly Drawn[])[], info?: Info): Uint8Array;
export function visualPdf(pages: readonly (readonly Drawn[])[], info?: Info): Uint8Array;
export function lockedPdf(pages: readonly (readonly Drawn[])[]): Uint8Array;
export function scannedPdf(pages: number): Uint8Array;
