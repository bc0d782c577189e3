export interface Answer {
  readonly address: string;
  readonly status?: number;
  readonly type?: string;
  readonly body: string | Uint8Array;
  /** Of the payload, where the record should lie. */
  readonly digest?: string;
}
export function warcOf(
  answers: readonly Answer[],
  options?: { readonly packed?: boolean; readonly date?: string },
): Uint8Array;
export function waczOf(
  answers: readonly Answer[],
  options?: { readonly tampered?: boolean; readonly date?: string },
): Uint8Array;
