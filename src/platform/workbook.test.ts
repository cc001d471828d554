import { expect, test, vi } from 'vitest';
import { fromBuffer } from 'yauzl';
import { workbookOf } from './workbook.ts';

/** The files within an XLSX file, by name. */
function filesIn(bytes: Uint8Array): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (problem, zip) => {
      if (problem) return reject(problem);
      const files = new Map<string, string>();
      zip.on('entry', ({ fileName }: { fileName: string }) => read(fileName));
      zip.on('end', () => resolve(files));
      const read = (name: string) => {
        zip.openReadStream(entries.get(name)!, async (wrong, stream) => {
          if (wrong) return reject(wrong);
          const parts: Buffer[] = [];
          for await (const part of stream) parts.push(part as Buffer);
          files.set(name, Buffer.concat(parts).toString('utf8'));
          zip.readEntry();
        });
      };
      const entries = new Map<string, Parameters<typeof zip.openReadStream>[0]>();
      zip.prependListener('entry', (entry: Parameters<typeof zip.openReadStream>[0]) =>
        entries.set(entry.fileName, entry),
      );
      zip.readEntry();
    });
  });
}

const HOSTILE = ['=1+1', "+cmd|' /C calc'!A0", '-2+3', '@SUM(A1)', '\t=1', '<b>&"', 'æøå\u0000'];

test('words are words in a workbook, whatever they begin with, and numbers are numbers', async () => {
  const rows = [...HOSTILE.map((text) => [text, 1.5]), ['tom', null]];
  const bytes = await workbookOf([
    { name: 'Svar: [1/2]', columns: ['Svar', 'Andel'], rows, widths: [30, 10] },
  ]);
  const files = await filesIn(bytes);
  const sheet = files.get('xl/worksheets/sheet1.xml')!;
  expect(sheet).not.toMatch(/<f[ >]/);
  expect(sheet).toMatch(/<v>1\.5<\/v>/);
  const all = [...files.values()].join('');
  expect(all).toContain('=1+1');
  expect(all).toContain('&lt;b&gt;&amp;');
  expect(all).not.toContain('\u0000');
  expect(files.get('xl/workbook.xml')).toContain('name="Svar   1 2"');
});

test('each sheet has its own rows', async () => {
  const sheet = (name: string) => ({ name, columns: ['A'], rows: [[`i ${name}`]], widths: [10] });
  const files = await filesIn(await workbookOf([sheet('Om'), sheet('Svar')]));
  expect([...files.keys()].filter((name) => name.startsWith('xl/worksheets/sheet'))).toHaveLength(2);
});

test('the same sheets are the same bytes, whenever they are asked for', async () => {
  const sheets = [{ name: 'Svar', columns: ['Svar'], rows: [['Ja', 5]], widths: [10] }];
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T08:00:00Z') });
  const first = await workbookOf(sheets);
  vi.setSystemTime(new Date('2027-03-02T09:10:20Z'));
  const later = await workbookOf(sheets);
  vi.useRealTimers();
  expect(Buffer.from(later).equals(Buffer.from(first))).toBe(true);
});
