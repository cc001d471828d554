import { expect, test } from 'vitest';
import { findCprNumbersIn } from './chunked-cpr.ts';
import { inventedNumbers } from './cpr.fixtures.ts';
import { findCprNumbers } from './cpr.ts';

const TODAY = '2026-03-02';
const numbers = inventedNumbers(3, true).map(({ ddmmyy, serial }) => `${ddmmyy}-${serial}`);
const text = `titel\r\nydernr;navn;tal\r\n012345;${numbers[0]};1\r\r\n012346;Bo;2\n\n012347;x;${numbers[1]}\r\n${numbers[2]}`;

async function* cutAfter(length: number) {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

test.each([1, 2, 3, 7, 16, 1000])('pieces of %i signs are searched as the whole is', async (length) => {
  const hits = findCprNumbers(text, TODAY);
  expect(hits).toHaveLength(3);
  expect(await findCprNumbersIn(cutAfter(length), TODAY)).toEqual(hits);
});
