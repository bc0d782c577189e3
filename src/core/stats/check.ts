/** Throws a RangeError that names the function, the argument and its value, unless every value is a chance from 0 to 1. */
export function checkShares(where: string, shares: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(shares)) {
    if (!(value >= 0 && value <= 1)) throw new RangeError(`${where}: ${name} is ${value}; give a share from 0 to 1.`);
  }
}

/** Throws a RangeError that names the function, the argument and its value, unless every value is finite and above 0. */
export function checkPositive(where: string, values: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`${where}: ${name} is ${value}; give a finite number above 0.`);
    }
  }
}
