/** Remembers what is dear to compute; may be empty, may be lost, is never trusted to exist [CA1]. Values are plain JSON. */
export interface Memo {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

/** The value under the key, computed and kept when it is not there yet. */
export function remembered<T>(memo: Memo | undefined, key: string, compute: () => T): T {
  const known = memo?.get(key);
  if (known !== undefined) return known as T;
  const value = compute();
  memo?.set(key, value);
  return value;
}
