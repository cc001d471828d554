import { expect, test } from 'vitest';
import { readMultipart } from './multipart.ts';

const EDGE = 'x-edge';
const request = (body: BodyInit | ReadableStream, type = `multipart/form-data; boundary=${EDGE}`) =>
  new Request('http://localhost/', {
    method: 'POST',
    body,
    headers: { 'content-type': type },
    duplex: 'half',
  } as RequestInit);

const bytesOf = async ({ fileName, chunks }: { fileName: string; chunks: AsyncIterable<Uint8Array> }) => {
  const read: Uint8Array[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return { fileName, text: Buffer.concat(read).toString() };
};

function formOf(fields: Record<string, string | [string, string]>): Request {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new File([value[1]], value[0]));
  }
  return new Request('http://localhost/', { method: 'POST', body: form });
}

test('a file and the fields around it arrive, with the letters of its name', async () => {
  const read = await readMultipart(
    formOf({ command: 'c1', file: ['Opioider æøå.csv', 'ydernr;antal\n'], text: '' }),
    bytesOf,
  );
  if (typeof read === 'string') throw new Error(read);
  expect(read.taken).toEqual({ fileName: 'Opioider æøå.csv', text: 'ydernr;antal\n' });
  expect([...read.form]).toEqual([
    ['command', 'c1'],
    ['text', ''],
  ]);
});

test('a form without a file has taken none', async () => {
  const read = await readMultipart(formOf({ text: 'ydernr;antal' }), bytesOf);
  expect(read).toMatchObject({ taken: null });
});

test.each([
  ['another kind of form', request('a=b', 'application/x-www-form-urlencoded')],
  ['a form without its edge', request('a', 'multipart/form-data')],
  [
    'two files',
    (() => {
      const form = new FormData();
      form.append('file', new File(['a'], 'a.csv'));
      form.append('file', new File(['b'], 'b.csv'));
      return new Request('http://localhost/', { method: 'POST', body: form });
    })(),
  ],
  ['a field too many', formOf(Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`f${i}`, 'x'])))],
])('%s is refused', async (_, sent) => {
  expect(await readMultipart(sent, bytesOf)).toBe('wrong_form');
});

test('a field that is too long is refused, and is not cut in silence', async () => {
  expect(await readMultipart(formOf({ text: 'x'.repeat(101) }), bytesOf, 100)).toBe('too_large');
});

test('a form that breaks off in the middle of its file fails on both sides', async () => {
  const head = `--${EDGE}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n`;
  let seen: unknown;
  const reading = readMultipart(request(`${head}ydernr;an`), (part) =>
    bytesOf(part).catch((problem: unknown) => {
      seen = problem;
      throw problem;
    }),
  );
  await expect(reading).rejects.toThrow(Error);
  expect(seen).toBeInstanceOf(Error);
});

test('when the file cannot be taken, the form fails and does not hang', async () => {
  const reading = readMultipart(formOf({ file: ['a.csv', 'x'.repeat(500_000)] }), async ({ chunks }) => {
    for await (const _ of chunks) throw new Error('the disk is gone');
  });
  await expect(reading).rejects.toThrow('the disk is gone');
});

test('what is not taken is passed over', async () => {
  const read = await readMultipart(
    formOf({ file: ['a.csv', 'x'.repeat(500_000)], after: 'b' }),
    async ({ chunks }) => {
      for await (const _ of chunks) return 'enough';
      return 'nothing';
    },
  );
  expect(read).toMatchObject({ taken: 'enough' });
});
