/**
 * Whether a practice number, six characters, can only be an invented one: 9001xx to 9009xx, which no practice
 * has, or a letter and five digits, as practices in England are numbered. Danish numbers are digits alone.
 */
export function isExampleNumber(number: string): boolean {
  return /^900[1-9]\d{2}$/.test(number) || /^[A-Z]\d{5}$/.test(number);
}
