import { expect, test } from 'vitest';
import { inventedNumbers } from './cpr.fixtures.ts';
import type { FileRefusalReason } from './file-refusal.ts';
import { pastedAgain } from './pasted-text.ts';

const [person] = inventedNumbers(1, true);
const cpr = `${person!.ddmmyy}-${person!.serial}`;
const TODAY = '2026-11-22';
const text = 'ydernr;tal\n900101;4\n';

test.each<FileRefusalReason>(['one_column', 'both_given', 'extract_date', 'delivered_before'])(
  'what was pasted comes back after %s',
  (reason) => {
    expect(pastedAgain(text, reason, TODAY)).toBe(text);
  },
);

test.each<FileRefusalReason>(['cpr', 'both_given', 'extract_date'])(
  'a text with a CPR number comes back after nothing, also not after %s',
  (reason) => {
    expect(pastedAgain(`${text}900102;${cpr}\n`, reason, TODAY)).toBeNull();
  },
);

test('what the file reader took for a CPR number does not come back, whatever else is thought of it', () => {
  expect(pastedAgain(text, 'cpr', TODAY)).toBeNull();
});
