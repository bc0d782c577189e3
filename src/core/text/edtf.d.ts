declare module "edtf" {
  /** A parsed EDTF value; `min` and `max` are milliseconds, infinite or null where open. Throws on what is not EDTF. */
  export default function edtf(text: string): {
    readonly type: string;
    readonly min: number | null;
    readonly max: number | null;
  };
}
