import { findCprNumbers } from './cpr.ts';

/**
 * Whether the name of a file holds a CPR number. A name that only says CPR holds none; the columns in it are
 * asked about that word.
 */
export function holdsCprNumber(fileName: string, today: string): boolean {
  return findCprNumbers(`fil ${fileName.replace(/\.\w{1,5}$/, '')}`, today).length > 0;
}
