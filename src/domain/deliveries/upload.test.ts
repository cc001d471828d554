import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCluster, aSource } from '#test/build.ts';
import { NOW, newId } from '#test/world.ts';
import { inventedNumbers } from './cpr.fixtures.ts';
import { figuresOf, kolFile, stored, twoIndicators, wholeDatabase } from './deliveries.fixtures.ts';
import { MOST_READ_BYTES } from './read-file.server.ts';
import {
  beginDelivery,
  forgetFile,
  type Receipt,
  receiveText,
  receiveUpload,
  sheetOfDraft,
} from './upload.server.ts';

const folder = await mkdtemp(join(tmpdir(), 'upload-'));
process.env.DATA_DIR = folder;
const spoolFolder = join(folder, 'spool');
afterAll(() => rm(folder, { recursive: true }));
beforeAll(twoIndicators);

const text = kolFile([
  ['012345', 12],
  ['012346', 16],
]);
const [person] = inventedNumbers(1, true);
const cpr = `${person!.ddmmyy}-${person!.serial}`;

type Fields = Record<string, string | { name: string; bytes: string | Uint8Array }>;

function formOf(fields: Fields): Request {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new File([value.bytes as BlobPart], value.name));
  }
  return new Request('http://localhost/', { method: 'POST', body: form });
}
const upload = (fields: Fields) => receiveUpload(formOf(fields), NOW);
const file = (bytes: string | Uint8Array, name = 'tal.csv') => ({ file: { name, bytes } });
const reasonOf = (receipt: Receipt) => ('refusal' in receipt ? receipt.refusal.reason : 'received');
const spooled = () => readdir(spoolFolder).catch(() => []);

test('a file is received, and waits on disk without a word of it in clear', async () => {
  const receipt = await upload({ command: 'c', ...file(text), text: '', extracted: '1/2 2026' });
  if ('refusal' in receipt) throw new Error(receipt.refusal.reason);
  const { deliveryId, sheet, upload: kept } = receipt.received;
  expect(kept).toMatchObject({
    fileName: 'tal.csv',
    bytes: Buffer.byteLength(text),
    extractedOn: '2026-02-01',
  });
  expect(sheet.rows).toHaveLength(2);
  expect(receipt.form.get('command')).toBe('c');
  expect(await spooled()).toEqual([deliveryId]);
  const sealed = await readFile(join(spoolFolder, deliveryId));
  for (const piece of ['ydernr', '012345', 'KOL']) expect(sealed.includes(piece)).toBe(false);
  expect(await sheetOfDraft(deliveryId)).toEqual(sheet);
  await forgetFile(deliveryId);
  expect(await sheetOfDraft(deliveryId)).toBeNull();
});

test('pasted text is received like a file', async () => {
  const receipt = await upload({ file: { name: '', bytes: '' }, text: text.replaceAll(';', '\t') });
  if ('refusal' in receipt) throw new Error(receipt.refusal.reason);
  expect(receipt.received.sheet).toMatchObject({ delimiter: '\t', rows: [{ line: 2 }, { line: 3 }] });
  await forgetFile(receipt.received.deliveryId);
});

const workbook = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]);
test.each<[string, Fields, string]>([
  ['nothing', { file: { name: '', bytes: '' }, text: ' \n' }, 'no_file'],
  ['a file and a text', { ...file(text), text }, 'both_given'],
  ['an empty file', file(''), 'empty'],
  ['blank lines', file('\n\n;;\n'), 'empty'],
  ['a workbook', file(workbook, 'tal.xlsx'), 'workbook'],
  ['a workbook under another name', file(workbook, 'tal.csv'), 'workbook'],
  ['a PDF under another name', file('%PDF-1.7\n1 0 obj;2\n3;4\n', 'tal.csv'), 'not_text'],
  ['a picture', file(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])), 'not_text'],
  ['a quotation mark that is never closed', file(`a;b\n1;"2\n${'3;4\n'.repeat(5)}`), 'broken_quotes'],
  ['a letter', file('Kære klynge\n\nVi ses på torsdag.\n'), 'one_column'],
  ['figures without names of columns', file('012345;12;400\n012346;16;400'), 'no_header'],
  ['a text in the place of a name', file(`ydernr;${'x'.repeat(501)}\n012345;1\n012346;2`), 'no_header'],
  ['names of columns alone', file('ydernr;antal'), 'no_rows'],
  ['a day that does not exist', { ...file(text), extracted: '31-02-2026' }, 'extract_date'],
  ['a day to come', { ...file(text), extracted: '03-03-2026' }, 'extract_date'],
  ['a CPR number in a cell', file(`${text}\n${cpr};KOL;2025;1;2;50,0`), 'cpr'],
  ['a CPR number in a title row', file(`Udtræk for ${cpr}\n${text}`), 'cpr'],
  ['a CPR number in the header', file(text.replace('andel', cpr)), 'cpr'],
  ['a CPR number in the name of the file', file(text, `${cpr}.csv`), 'cpr_in_name'],
  ['a column named CPR', file('cpr-nr;antal\nx;1\ny;2'), 'cpr'],
])('%s is refused, and nothing of it is kept', async (_, fields, reason) => {
  const before = await stored();
  const receipt = await upload(fields);
  expect(reasonOf(receipt)).toBe(reason);
  expect(await spooled()).toEqual([]);
  expect(await stored()).toEqual(before);
});

test.each<[string, BodyInit, string]>([
  ['a form of another kind', 'file=a', 'application/x-www-form-urlencoded'],
  ['no form at all', '{}', 'application/json'],
])('%s is refused', async (_, body, type) => {
  const request = new Request('http://localhost/', {
    method: 'POST',
    body,
    headers: { 'content-type': type },
  });
  expect(reasonOf(await receiveUpload(request, NOW))).toBe('wrong_form');
});

test('a file longer than can be read at once is refused before it is read', async () => {
  const bytes = new Uint8Array(MOST_READ_BYTES + 1).fill(0x3b);
  expect(reasonOf(await upload(file(bytes)))).toBe('too_long');
  expect(await spooled()).toEqual([]);
});

test('a CPR number is told by its place, and stands nowhere at rest', async () => {
  const encodings: Uint8Array[] = [
    Buffer.from(`${text}\n${cpr};KOL;2025;1;2;50,0`),
    Buffer.from(`\ufeff${text}\n${cpr};KOL;2025;1;2;50,0`, 'utf16le'),
    Buffer.from(`${text}\n${cpr};KOL \xe6;2025;1;2;50,0`, 'latin1'),
  ];
  for (const bytes of encodings) {
    const receipt = await upload(file(bytes));
    expect(receipt).toMatchObject({ refusal: { reason: 'cpr', line: 4, column: 1, places: 1 } });
    expect(JSON.stringify(receipt)).not.toContain(person!.serial);
  }
  const all = await wholeDatabase();
  for (const piece of [cpr, cpr.replace('-', '')]) expect(all).not.toContain(piece);
});

test('a file that breaks off on its way leaves nothing behind', async () => {
  const head = '--e\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nydernr;ant';
  const request = new Request('http://localhost/', {
    method: 'POST',
    body: head,
    headers: { 'content-type': 'multipart/form-data; boundary=e' },
  });
  await expect(receiveUpload(request, NOW)).rejects.toThrow();
  expect(await spooled()).toEqual([]);
});

test('a form that is sent twice begins one delivery', async () => {
  const cluster = await aCluster({ practices: 2 });
  const source = await aSource([cluster]);
  const receipts = await Promise.all([0, 1].map(() => upload(file(kolFile(figuresOf(cluster))))));
  const commandId = newId();
  const begun = await Promise.all(
    receipts.map((receipt) => {
      if ('refusal' in receipt) throw new Error(receipt.refusal.reason);
      return source.as((scope) => beginDelivery(scope, receipt.received), { commandId });
    }),
  );
  expect(begun[1]).toEqual(begun[0]);
  expect(
    (await source.as(({ db }) => db.selectFrom('delivery').select('deliveryId').execute()))?.length,
  ).toBe(1);
});

test('the example text is received as if somebody had sent it', async () => {
  const receipt = await receiveText({ name: 'eksempel.csv', text }, new FormData(), NOW);
  expect(receipt).toMatchObject({ received: { upload: { fileName: 'eksempel.csv' } } });
});
