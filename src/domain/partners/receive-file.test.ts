import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { aMeeting } from '#domain/meetings/meetings.fixtures.ts';
import { aCluster } from '#test/build.ts';
import { NOW, newId } from '#test/world.ts';
import { keepSlides, takeBackSlides, takeOutSlides } from './keep-file.server.ts';
import { type FilePurpose, isLongerThan, KEPT } from './kept-file.ts';
import { listOwnFiles, listSlides, openFile } from './kept-files.server.ts';
import { aGuest } from './partners.fixtures.ts';
import { receiveForm } from './receive-file.server.ts';

const folder = await mkdtemp(join(tmpdir(), 'slides-'));
process.env.DATA_DIR = folder;
afterAll(() => rm(folder, { recursive: true }));
const waiting = () => readdir(join(folder, 'spool')).catch(() => []);

const PDF = Buffer.from('%PDF-1.7\nhej');
const EDGE = 'x-edge';

/** A form with a file that is made as it is sent, so that nobody holds it whole; tells how much was asked for. */
function streamed(first: Buffer, megabytes: number, name = 'oplæg.pdf') {
  const sent = { megabytes: 0 };
  const megabyte = Buffer.alloc(1024 * 1024, 32);
  const head = `--${EDGE}\r\nContent-Disposition: form-data; name="what"\r\n\r\nMad\r\n--${EDGE}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`;
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(Buffer.concat([Buffer.from(head), first])),
    pull(stream) {
      if (sent.megabytes < megabytes) {
        sent.megabytes += 1;
        return stream.enqueue(megabyte);
      }
      stream.enqueue(Buffer.from(`\r\n--${EDGE}--\r\n`));
      stream.close();
    },
  });
  const headers = { 'content-type': `multipart/form-data; boundary=${EDGE}` };
  const request = new Request('http://localhost/', {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  } as RequestInit);
  return { request, sent };
}

const receive = (bytes: Buffer, name = 'oplæg.pdf', purpose: FilePurpose = 'slides') =>
  receiveForm(streamed(bytes, 0, name).request, purpose, NOW);

test('a file of a kind that is taken arrives under a clean name, and nothing waits on disk after it', async () => {
  const { file, form } = await receive(PDF, '../Oplæg.pdf');
  expect(file).toMatchObject({ name: 'Oplæg.pdf', mediaType: 'application/pdf', bytes: PDF });
  expect(form.get('what')).toBe('Mad');
  expect(await waiting()).toEqual([]);
});

test.each([
  ['a page that calls itself a PDF', Buffer.from('<html><script>')],
  ['a programme that calls itself a PDF', Buffer.from('MZ\x90\0\x03\0\0\0\x04')],
  ['a file of three letters', Buffer.from('%PD')],
])('%s is refused, and nothing is written', async (_, bytes) => {
  expect((await receive(bytes)).file).toBe('file_wrong_kind');
  expect(await waiting()).toEqual([]);
});

test('a file of 300 MB is refused while it streams: neither memory nor disk fills, and what was typed is there', async () => {
  const before = process.memoryUsage().rss;
  let most = 0;
  const watching = setInterval(async () => {
    most = Math.max(most, process.memoryUsage().rss - before);
  }, 5);
  const { request } = streamed(PDF, 300);
  const { file, form } = await receiveForm(request, 'slides', NOW);
  clearInterval(watching);
  expect(file).toBe('file_too_large');
  expect(form.get('what')).toBe('Mad');
  expect(await waiting()).toEqual([]);
  expect(most).toBeLessThan(150 * 1024 * 1024);
});

test('a file of another kind is not written to disk, however large it is', async () => {
  const { request } = streamed(Buffer.from('<html>..'), 60);
  const watched: number[] = [];
  const watching = setInterval(async () => watched.push((await waiting()).length), 2);
  expect((await receiveForm(request, 'slides', NOW)).file).toBe('file_wrong_kind');
  clearInterval(watching);
  expect(await waiting()).toEqual([]);
});

test('a receipt may be a picture and slides may not; a receipt is smaller', async () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
  expect((await receive(png, 'bilag.png', 'receipt')).file).toMatchObject({ mediaType: 'image/png' });
  expect((await receive(png, 'bilag.png', 'slides')).file).toBe('file_wrong_kind');
  const { request } = streamed(PDF, 11);
  expect((await receiveForm(request, 'receipt', NOW)).file).toBe('file_too_large');
});

test('slides that hold a CPR number are refused, in their words and in their name', async () => {
  const zip = new ZipFile();
  const slide = '<a:p><a:t>Fru J, 010170-1234</a:t></a:p>';
  for (const [name, words] of [
    ['[Content_Types].xml', '<Types/>'],
    ['ppt/presentation.xml', '<p/>'],
    ['ppt/slides/slide1.xml', slide],
  ] as const)
    zip.addBuffer(Buffer.from(words), name);
  zip.end();
  const bytes = Buffer.concat(await Array.fromAsync(zip.outputStream as AsyncIterable<Buffer>));
  expect((await receive(bytes, 'oplæg.pptx')).file).toBe('file_holds_cpr');
  expect((await receive(PDF, '010170-1234.pdf')).file).toBe('file_holds_cpr');
});

test('a form without a file holds none, and what is no form is refused', async () => {
  const form = new FormData();
  form.append('file', new File([], ''));
  const empty = new Request('http://localhost/', { method: 'POST', body: form });
  expect((await receiveForm(empty, 'slides', NOW)).file).toBeNull();
  const none = new Request('http://localhost/', { method: 'POST', body: 'a=b' });
  expect((await receiveForm(none, 'slides', NOW)).file).toBe('wrong_form');
});

test('the length that a request tells is enough to refuse it', () => {
  expect(isLongerThan('slides', String(300 * 1024 * 1024))).toBe(true);
  expect(isLongerThan('slides', String(KEPT.slides.mostBytes))).toBe(false);
  expect(isLongerThan('slides', null)).toBe(false);
});

const FILE = { name: 'oplæg.pdf', mediaType: 'application/pdf' as const, bytes: PDF };

async function aGuestWithSlides() {
  const cluster = await aCluster();
  const meeting = await aMeeting(cluster);
  const guest = await aGuest(meeting);
  const keptFileId = newId();
  await guest.as((scope) => keepSlides(scope, keptFileId, FILE));
  return { cluster, meeting, guest, keptFileId };
}

test('the same file sent twice is kept once, the eleventh file not at all', async () => {
  const { guest } = await aGuestWithSlides();
  const keep = (name: string, bytes = PDF) =>
    guest.as((scope) => keepSlides(scope, newId(), { ...FILE, name, bytes }));
  await keep('oplæg.pdf');
  expect(await guest.as(listOwnFiles)).toHaveLength(1);
  for (let number = 2; number <= 10; number++) await keep(`${number}.pdf`);
  expect(await keep('11.pdf')).toEqual({ done: false, reason: 'too_many_files' });
  expect(await guest.as(listOwnFiles)).toHaveLength(10);
});

test('members fetch the slides; another guest, another meeting and another cluster do not', async () => {
  const { cluster, meeting, guest, keptFileId } = await aGuestWithSlides();
  const member = cluster.practices[1]!.doctor;
  const { meetingId } = meeting;
  const opened = await cluster.as(member, (scope) => openFile(scope, meetingId, keptFileId));
  expect(opened).toMatchObject({ name: 'oplæg.pdf', mediaType: 'application/pdf' });
  expect(await cluster.as(member, (scope) => listSlides(scope, meetingId))).toMatchObject([
    { name: 'oplæg.pdf', guestName: 'Gerda Gæst', bytes: PDF.length },
  ]);
  expect(await guest.as((scope) => openFile(scope, meetingId, keptFileId))).not.toBeNull();
  const other = await aGuest(meeting, { name: 'Otto Anden' });
  expect(await other.as((scope) => openFile(scope, meetingId, keptFileId))).toBeNull();
  const strangers = await aCluster();
  expect(
    await strangers.as(strangers.coordinator, (scope) => openFile(scope, meetingId, keptFileId)),
  ).toBeNull();
  const elsewhere = await aMeeting(cluster);
  expect(await cluster.as(member, (scope) => openFile(scope, elsewhere.meetingId, keptFileId))).toBeNull();
});

test('a guest takes a file of their own out again, another guest does not, and those who arrange may', async () => {
  const { cluster, meeting, guest, keptFileId } = await aGuestWithSlides();
  const other = await aGuest(meeting, { name: 'Otto Anden' });
  expect(await other.as((scope) => takeBackSlides(scope, keptFileId))).toMatchObject({ done: false });
  expect(await guest.as((scope) => takeBackSlides(scope, keptFileId))).toMatchObject({ done: true });
  const again = newId();
  await guest.as((scope) => keepSlides(scope, again, FILE));
  expect(await cluster.as(cluster.coordinator, (scope) => takeOutSlides(scope, again))).toMatchObject({
    done: true,
  });
  expect(await guest.as(listOwnFiles)).toEqual([]);
});
