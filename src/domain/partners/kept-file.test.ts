import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { wordsOfSlides } from './file-words.server.ts';
import { cleanedName, dispositionOf, mayBe, mediaTypeOf } from './kept-file.ts';

async function aZip(files: Record<string, string>, isPacked = true): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, words] of Object.entries(files))
    zip.addBuffer(Buffer.from(words), name, { compress: isPacked && name !== 'mimetype' });
  zip.end();
  return Buffer.concat(await Array.fromAsync(zip.outputStream as AsyncIterable<Buffer>));
}

const PPTX = { '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<p/>' };
const ODP = { mimetype: 'application/vnd.oasis.opendocument.presentation', 'content.xml': '<c/>' };

test.each([
  ['a PDF', async () => Buffer.from('%PDF-1.7\n…'), 'application/pdf'],
  ['a PNG', async () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'image/png'],
  ['a JPEG', async () => Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
  [
    'a PowerPoint',
    () => aZip(PPTX),
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ],
  ['an Impress', () => aZip(ODP), 'application/vnd.oasis.opendocument.presentation'],
  ['a PowerPoint with macros', () => aZip({ ...PPTX, 'ppt/vbaProject.bin': 'x' }), 'file_has_macros'],
  ['an Impress with macros', () => aZip({ ...ODP, 'Basic/script.xml': 'x' }), 'file_has_macros'],
  ['a Word document', () => aZip({ 'word/document.xml': '<w/>' }), 'file_wrong_kind'],
  [
    'a text document of OpenDocument',
    () => aZip({ mimetype: 'application/vnd.oasis.opendocument.text' }),
    'file_wrong_kind',
  ],
  ['half a PowerPoint', async () => (await aZip(PPTX)).subarray(0, 60), 'file_broken'],
  ['a page', async () => Buffer.from('<html>%PDF-'), 'file_wrong_kind'],
  ['a programme', async () => Buffer.from('MZ\x90\0'), 'file_wrong_kind'],
  ['nothing', async () => Buffer.alloc(0), 'file_wrong_kind'],
] as const)('%s is known by its content', async (_, bytes, kind) => {
  expect(mediaTypeOf(await bytes())).toBe(kind);
});

test('slides are no receipts, and a picture is no slides', () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]);
  expect([mayBe('slides', png), mayBe('receipt', png)]).toEqual([false, true]);
  expect([mayBe('slides', zip), mayBe('receipt', zip)]).toEqual([true, false]);
});

test.each([
  ['Opioider æøå.pptx', 'application/pdf', 'Opioider æøå.pdf'],
  ['C:\\Brugere\\gerda\\oplæg.pdf', 'application/pdf', 'oplæg.pdf'],
  ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
  ['.htaccess', 'application/pdf', 'htaccess.pdf'],
  ['', 'application/pdf', 'fil.pdf'],
  ['a"b;c\r\nx: y.pdf', 'application/pdf', 'a b c x y.pdf'],
  ['slides\u202efdp.exe', 'application/pdf', 'slides fdp.exe.pdf'],
  ['x'.repeat(300), 'image/png', `${'x'.repeat(120)}.png`],
  ['Bilag.JPEG', 'image/jpeg', 'Bilag.jpg'],
] as const)('the name %j is kept as a name and no more', (name, kind, cleaned) => {
  expect(cleanedName(name, kind)).toBe(cleaned);
});

test('a file is saved under its own name in every browser', () => {
  expect(dispositionOf("Smørrebrød (1)'.pdf")).toBe(
    `attachment; filename="Smoerrebroed (1)'.pdf"; filename*=UTF-8''Sm%C3%B8rrebr%C3%B8d%20%281%29%27.pdf`,
  );
});

const slide = (...runs: string[]) =>
  `<p:sp><a:p>${runs.map((run) => `<a:t>${run}</a:t>`).join('')}</a:p></p:sp>`;

test('the words of slides and notes are read as a reader sees them, also where a word is cut in two', async () => {
  const bytes = await aZip({
    ...PPTX,
    'ppt/slides/slide1.xml': slide('Fru Jensen, 0101', '70-1234'),
    'ppt/notesSlides/notesSlide1.xml': slide('Husk'),
  });
  expect(wordsOfSlides(bytes, mediaTypeOf(bytes) as 'application/pdf')).toBe(
    'Fru Jensen, 010170-1234\n\nHusk\n',
  );
});

test('slides that unpack to more than slides can hold are not unpacked', async () => {
  const bytes = await aZip({ ...PPTX, 'ppt/slides/slide1.xml': 'x'.repeat(21_000_000) });
  expect(bytes.length).toBeLessThan(200_000);
  expect(wordsOfSlides(bytes, mediaTypeOf(bytes) as 'application/pdf')).toBeNull();
});

test.each(['<', '<a:br ', '<text:tab x="'])(
  'slides of nothing but %s are read to their end',
  async (opening) => {
    const bytes = await aZip({ ...PPTX, 'ppt/slides/slide1.xml': opening.repeat(400_000) });
    expect(wordsOfSlides(bytes, mediaTypeOf(bytes) as 'application/pdf')).toContain(opening);
  },
);

test('the words of a diagram on a slide are read too', async () => {
  const bytes = await aZip({ ...PPTX, 'ppt/diagrams/data1.xml': '<a:p><a:t>Fru</a:t><a:t> J</a:t></a:p>' });
  expect(wordsOfSlides(bytes, mediaTypeOf(bytes) as 'application/pdf')).toBe('Fru J\n');
});
