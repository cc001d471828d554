import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decodeText } from './text-decoding.ts';

const TEXTS = [
  'Ydernr;Praksis;Antal\r\n012345;Lægehuset Ærø;12\r\n',
  'Navn;Sted\r\nSøren Åse Østergård;Århus\r\nBjørn;Tårnby\r\n',
  'praksis;år\r\nÅ;1\r\n',
  'Ydernr;Antal\r\n012345;12\r\n',
  'Region Sjælland;opgørelse for første kvartal;blåt område\r\n'.repeat(40),
  'KØBENHAVN;ÆLDRE PÅ ØERNE\r\n',
  'ydernr;tæller;nævner\r\n',
];
const ENCODINGS = [
  ['utf8', 'utf-8'],
  ['win1252', 'windows-1252'],
  ['cp850', 'cp850'],
  ['macroman', 'macintosh'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
] as const;
const isAscii = (text: string) => [...text].every((sign) => sign.charCodeAt(0) < 128);

for (const [written, name] of ENCODINGS) {
  test.each(TEXTS)(`Danish text written as ${name} is read back: %j`, (text) => {
    const decoded = decodeText(iconv.encode(text, written));
    const plain = isAscii(text) && !name.startsWith('utf-16') ? 'utf-8' : name;
    expect(decoded).toEqual({ text, encoding: plain });
  });
}

test.each(['utf8', 'utf-16le', 'utf-16be'])(
  'the byte order mark of %s is no part of the text',
  (encoding) => {
    const bytes = iconv.encode('ydernr;år', encoding, { addBOM: true });
    expect(decodeText(bytes)).toMatchObject({ text: 'ydernr;år' });
  },
);

test('an apostrophe and a dash of Windows do not make it a text of DOS', () => {
  const text = 'klyngen’s tal – “udtræk”;1\r\n';
  expect(decodeText(iconv.encode(text, 'win1252'))).toEqual({ text, encoding: 'windows-1252' });
  const bare = 'klyngen’s tal;1\r\n';
  expect(decodeText(iconv.encode(bare, 'win1252'))).toEqual({ text: bare, encoding: 'windows-1252' });
});

test('the first Danish letter may come late in the file', () => {
  const text = `${'012345;12\r\n'.repeat(60_000)}Kilde: Lægemiddelstyrelsen på Østerbro`;
  expect(decodeText(iconv.encode(text, 'cp850'))).toEqual({ text, encoding: 'cp850' });
});

test('one broken byte does not turn UTF-8 into something else', () => {
  const bytes = Buffer.concat([Buffer.from('Lægehuset på Ærø;12\n'), Buffer.from([0xc3])]);
  expect(decodeText(bytes)).toMatchObject({ encoding: 'utf-8' });
});

test('letters put together from two signs become one', () => {
  const decoded = decodeText(Buffer.from('a\u030ar;ta\u030al'));
  expect(decoded).toMatchObject({ text: 'år;tål' });
});

test('a workbook and other bytes are refused', () => {
  expect(decodeText(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))).toBe('workbook');
  expect(decodeText(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1))).toBe('workbook');
  expect(decodeText(Uint8Array.from({ length: 300 }, (_, i) => (i * 7) % 256))).toBe('not_text');
});

test('an empty file is an empty text', () => {
  expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
});
