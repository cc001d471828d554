import { type Given, WrongUse } from './verb.ts';

/** The value of an option that must be there. */
export function valueIn({ options }: Given, name: string): string {
  const value = options[name];
  if (!value) throw new WrongUse(`--${name}`);
  return value;
}

/** An option understood by `parse`, or null when it was not given. What makes no sense is wrong use. */
export function optionIn<Value>(
  { options }: Given,
  name: string,
  parse: (text: string) => Value | undefined,
): Value | null {
  const text = options[name];
  if (!text) return null;
  const value = parse(text);
  if (value === undefined) throw new WrongUse(`--${name} ${text}`);
  return value;
}

/** A practice number of six characters; a leading zero that a sheet dropped comes back. */
export function numberIn(text: string): string | undefined {
  const number = (/^\d{4,5}$/.test(text) ? text.padStart(6, '0') : text).toUpperCase();
  return /^[0-9A-Z]{6}$/.test(number) ? number : undefined;
}

/** One of the known words. */
export function oneOf<const Known extends string>(known: readonly Known[]) {
  return (text: string): Known | undefined => known.find((word) => word === text);
}

/** A calendar day, `2027-03-01`. */
export function dayIn(text: string): string | undefined {
  const moment = new Date(`${text}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(moment.getTime());
  return isDay && moment.toISOString().startsWith(text) ? text : undefined;
}

/** A mail address, in small letters. */
export function addressIn(text: string): string | undefined {
  const address = text.toLowerCase();
  return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address) && address.length <= 254 ? address : undefined;
}
