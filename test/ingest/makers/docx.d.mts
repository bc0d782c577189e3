export type DocxParagraph =
  | string
  | { readonly text: string; readonly heading?: 1 | 2; readonly rightToLeft?: boolean }
  | { readonly table: readonly (readonly string[])[] }
  | { readonly before: string; readonly link: string; readonly to: string; readonly after: string };
export interface DocxProperties {
  readonly title?: string;
  readonly creator?: string;
  readonly modified?: string;
  readonly language?: string;
}
export function docxOf(paragraphs: readonly DocxParagraph[], properties?: DocxProperties): Uint8Array;
