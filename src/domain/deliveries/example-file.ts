/** The invented practices: 14 of the first example cluster and 22 of the second. */
export const EXAMPLE_NUMBERS: readonly string[] = [...numbersFrom(900101, 14), ...numbersFrom(900201, 22)];

const NAME = 'eksempel-1-halvaar-2026.csv';
const TITLE = 'Eksempeltal til Klyngerum: opdigtede, ingen rigtig praksis';
const HEADER = 'ydernr;indikator;periode;tæller;nævner;andel';
const PERIOD = '1. halvår 2026';
/** A practice so small that its figures say nothing certain. */
const SMALL = '900112';
const FEWEST_TOLD = 5;

type Share = { name: string; share: number; spread: number };

// Shares as they lie in the examples of the indicators' files; `spread` is how much practices differ beyond chance.
const LONG_TERM: Share = { name: 'Langtidsbrugere af opioid', share: 0.36, spread: 0.03 };
const HIGH_DOSE: Share = { name: 'Høj dosis opioid', share: 0.095, spread: 0.02 };
const INHALED: Share = { name: 'ICS hos KOL-patienter', share: 0.6, spread: 0.04 };

/**
 * A file as a Danish data source sends it, with invented figures of the first half of 2026: title row,
 * semicolons, decimal comma, counts below five written `<5`. The same every time. With `numbers`, only the rows
 * of these practices.
 */
export function exampleDeliveryFile(numbers: Iterable<string> = EXAMPLE_NUMBERS): {
  name: string;
  text: string;
} {
  const wanted = new Set(numbers);
  const rows = EXAMPLE_NUMBERS.filter((number) => wanted.has(number)).flatMap(rowsOf);
  return { name: NAME, text: `${[TITLE, '', HEADER, ...rows].join('\r\n')}\r\n` };
}

// Who is on a high dose is counted among the long-term users, and they among all users of opioids.
function rowsOf(number: string): string[] {
  const chance = chanceFrom(Number(number));
  const between = (fewest: number, most: number) => fewest + Math.floor(chance() * (most - fewest));
  const users = number === SMALL ? 26 : between(220, 520);
  const copd = number === SMALL ? 11 : between(45, 190);
  const longTerm = countedOf(users, LONG_TERM, chance);
  return [
    rowOf(number, LONG_TERM, longTerm, users),
    rowOf(number, HIGH_DOSE, countedOf(longTerm, HIGH_DOSE, chance), longTerm),
    rowOf(number, INHALED, countedOf(copd, INHALED, chance), copd),
  ];
}

function rowOf(number: string, { name }: Share, counted: number, patients: number): string {
  const told = counted < FEWEST_TOLD ? ['<5', patients, ''] : [counted, patients, percent(counted, patients)];
  return [number, name, PERIOD, ...told].join(';');
}

// Three throws of the dice about the mean for the practice, then one for each patient.
function countedOf(patients: number, { share, spread }: Share, chance: () => number): number {
  const deviation = Math.sqrt(spread * share * (1 - share));
  const own = share + deviation * 2 * (chance() + chance() + chance() - 1.5);
  return Array.from({ length: patients }, chance).filter((luck) => luck < own).length;
}

function percent(counted: number, patients: number): string {
  return ((100 * counted) / patients).toFixed(1).replace('.', ',');
}

function numbersFrom(first: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => String(first + i));
}

/** Mulberry32: numbers from 0 to 1 that are always the same for the same seed. */
function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
