import { membershipText } from '#domain/members/membership.text.ts';
import { zipOf } from '#platform/zip.ts';
import { expenseText } from './expense.text.ts';
import type { Expense } from './expense.ts';
import { type Attendee, attendanceFile, expenseFile, numbered } from './plo.ts';

/** All that goes to PLO after one meeting. */
export type Bundle = {
  head: { clusterName: string; title: string; heldOn: string };
  attendees: readonly Attendee[];
  expenses: readonly Expense[];
};

/**
 * The bundle for PLO as a ZIP in one stream: who was there, what it cost, and the receipts. The files are Danish
 * whatever the reader's language, since PLO reads them. Receipts are asked for one by one, when their turn comes.
 */
export function ploBundle(
  { head, attendees, expenses }: Bundle,
  readReceipt: (keptFileId: string) => Promise<Uint8Array>,
  at: Date,
): ReadableStream<Uint8Array> {
  const people = { ...membershipText.da.kinds, visitor: expenseText.da.visitor };
  const texts = [
    attendanceFile(head, attendees, { people }),
    expenseFile(head, expenses, { kinds: expenseText.da.kinds }),
  ].map(({ name, text }) => ({ name, read: async () => Buffer.from(text) }));
  const receipts = numbered(expenses).flatMap(({ receipt, fileName }) =>
    receipt && fileName
      ? [{ name: fileName, read: () => readReceipt(receipt.keptFileId), isPackedAlready: true }]
      : [],
  );
  return zipOf([...texts, ...receipts], at);
}
