import { expect, test } from 'vitest';
import { numbersFile } from './numbers-file.ts';

test('numbers keep their zeros, and no name becomes a formula or another column', () => {
  const file = numbersFile({ number: 'Ydernummer', name: 'Praksis' }, [
    { number: '001234', name: 'Lægerne på Ærø' },
    { number: '001235', name: '=HYPERLINK("x")' },
    { number: '001236', name: 'Bo; Ida' },
    { number: '001237', name: ' ＝1+1' },
    { number: '001238', name: 'a\r\n=1' },
  ]);
  expect(file).toBe(
    '\uFEFFYdernummer;Praksis\r\n001234;Lægerne på Ærø\r\n001235;"\'=HYPERLINK(""x"")"\r\n001236;"Bo; Ida"\r\n001237;\' ＝1+1\r\n001238;a =1\r\n',
  );
});
