/** A table by two numbers of 32 bits, open addressing; a Map would have to make a number object or a string of every key. */
export function letterTable<T>() {
  let size = 0;
  let mask = (1 << 14) - 1;
  let [highs, lows] = [new Int32Array(mask + 1), new Int32Array(mask + 1)];
  let values: (T | undefined)[] = new Array(mask + 1).fill(undefined);
  const placeOf = (high: number, low: number) => {
    let at = (high ^ Math.imul(low, 0x9e3779b1)) & mask;
    while (values[at] !== undefined && (highs[at] !== high || lows[at] !== low)) at = (at + 1) & mask;
    return at;
  };
  const put = (high: number, low: number, value: T) => {
    const at = placeOf(high, low);
    highs[at] = high;
    lows[at] = low;
    values[at] = value;
  };
  const grow = () => {
    const old = { highs, lows, values };
    mask = mask * 2 + 1;
    highs = new Int32Array(mask + 1);
    lows = new Int32Array(mask + 1);
    values = new Array(mask + 1).fill(undefined);
    old.values.forEach((value, i) => {
      if (value !== undefined) put(old.highs[i] as number, old.lows[i] as number, value);
    });
  };
  return {
    get: (high: number, low: number): T | undefined => values[placeOf(high, low)],
    set: (high: number, low: number, value: T): void => {
      put(high, low, value);
      if (++size > mask / 2) grow();
    },
  };
}
