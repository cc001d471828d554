/** Invented CPR numbers, made at run time from a seed; none is written down anywhere. */
export type InventedNumbers = { ddmmyy: string; serial: string }[];

const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/** `count` different numbers of people born 1930–1999, with or without a valid modulus 11. */
export function inventedNumbers(count: number, holdsModulus11: boolean, seed = 1): InventedNumbers {
  const next = randomFrom(seed);
  const made = new Map<string, InventedNumbers[number]>();
  while (made.size < count) {
    const day = two(1 + next(28));
    const month = two(1 + next(12));
    const ddmmyy = `${day}${month}${30 + next(70)}`;
    const serial = String(next(4000)).padStart(4, '0');
    if (modulus11(ddmmyy + serial) === holdsModulus11) made.set(ddmmyy + serial, { ddmmyy, serial });
  }
  return [...made.values()];
}

/** A generator of whole numbers below a bound, always the same for the same seed. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

function modulus11(digits: string): boolean {
  return WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11 === 0;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
