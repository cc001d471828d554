import { findCprNumbers } from './cpr.ts';
import type { FileRefusalReason } from './file-refusal.ts';

/**
 * The text that was pasted, to stand in its field again after a refusal; null when a CPR number stands anywhere in it,
 * for such a text is answered to nobody, not even to whoever sent it.
 */
export function pastedAgain(text: string, reason: FileRefusalReason, today: string): string | null {
  return reason === 'cpr' || findCprNumbers(text, today).length > 0 ? null : text;
}
