const DAY = '(?:0[1-9]|[12]\\d|3[01]|6[1-9]|[78]\\d|9[01])';
const MONTH = '(?:0[1-9]|1[0-2])';
const DASH = '\\s?[-\\u00ad\\u2010-\\u2015\\u2212]\\s?';
const BLANK = '[ \\u00a0\\u2007\\u2009\\u202f]';
const MASK = '[xX*]{4}(?![xX*])';
const REPLACEMENT = '(?=\\d*[A-Z])(?=[A-Z]*\\d)[A-Z\\d]{4}(?![A-Za-z\\d])';
const FORMATTED = new RegExp(
  `(?<!\\d)(${DAY}${MONTH}\\d\\d)(?:(?:${DASH}|${BLANK})(\\d{4})(?!\\d)|(?:${DASH}|${BLANK})?${MASK}|${DASH}${REPLACEMENT})`,
  'g',
);
const UNFORMATTED = new RegExp(`(?<!\\d|\\d[.,])(${DAY}${MONTH}\\d\\d)(\\d{4})(?!\\d)`, 'g');
const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/**
 * Whether a text holds a CPR number written as such: `DDMMYY-SSSS`, also with a space or any dash, with the
 * last four masked (`DDMMYY-xxxx`), or a replacement number (day + 60, or letters among the last four). The
 * date must exist and, where the century is known, not lie after `today` (ISO date). Modulus 11 is not
 * asked: numbers given since October 2007 need not hold it (cpr.dk).
 */
export function hasFormattedCprNumber(text: string, today: string): boolean {
  for (const match of text.matchAll(FORMATTED)) {
    if (isBirthDate(match[1]!, match[2] ?? null, today)) return true;
  }
  return false;
}

/** What the runs of ten digits in a text look like: whether one has a valid date, and holds modulus 11 too. */
export function unformattedCprNumberIn(text: string, today: string): { holdsModulus11: boolean } | null {
  let found: { holdsModulus11: boolean } | null = null;
  for (const match of text.matchAll(UNFORMATTED)) {
    if (!isBirthDate(match[1]!, match[2]!, today)) continue;
    if (holdsModulus11(match[1]! + match[2]!)) return { holdsModulus11: true };
    found = { holdsModulus11: false };
  }
  return found;
}

// Without serial digits the century is open, and a day of either century counts.
function isBirthDate(ddmmyy: string, serial: string | null, today: string): boolean {
  const day = Number(ddmmyy.slice(0, 2));
  const month = Number(ddmmyy.slice(2, 4));
  const yearOfCentury = Number(ddmmyy.slice(4));
  const birthDay = day > 60 ? day - 60 : day;
  const centuries = serial === null ? [1900, 2000] : [centuryOf(Number(serial[0]), yearOfCentury)];
  return centuries.some((century) => {
    const year = century + yearOfCentury;
    return isDay(year, month, birthDay) && isNotAfter(year, month, birthDay, today);
  });
}

// A day that the month does not have would be one of the next.
function isDay(year: number, month: number, day: number): boolean {
  return new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1;
}

// The seventh digit and the year together give the century: cpr.dk, "Personnummeret i CPR-systemet".
function centuryOf(seventhDigit: number, yearOfCentury: number): number {
  if (seventhDigit <= 3) return 1900;
  if (seventhDigit === 4 || seventhDigit === 9) return yearOfCentury <= 36 ? 2000 : 1900;
  return yearOfCentury <= 57 ? 2000 : 1800;
}

function isNotAfter(year: number, month: number, day: number, today: string): boolean {
  const [thisYear = 0, thisMonth = 0, thisDay = 0] = today.split('-').map(Number);
  return year * 10_000 + month * 100 + day <= thisYear * 10_000 + thisMonth * 100 + thisDay;
}

function holdsModulus11(digits: string): boolean {
  return WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11 === 0;
}
