import type { Sheet } from './letter-sheet.ts';

/** A letter that can be handed to the mail server: to whom, in which words, and what goes with it. */
export type ReadyLetter = {
  letterId: string;
  messageId: string;
  personId: string | null;
  name: string;
  address: string;
  isExample: boolean;
  sheet: Sheet;
  replyTo?: { name: string; address: string } | undefined;
  unsubscribeUrl?: string | undefined;
  calendar?: { method: 'REQUEST' | 'CANCEL'; file: string } | undefined;
};
