import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { packed } from './packed.ts';

const TEXT = '<p>Praksisser på Sjælland og i Ærøskøbing</p>'.repeat(100);
const page = (text: string, type = 'text/html') =>
  new Response(text, { status: 409, headers: { 'content-type': type, etag: '"a"' } });

test('a page is packed for whoever takes that, with its status and headers', async () => {
  const answer = await packed(page(TEXT), 'br, gzip;q=0.9');
  const body = Buffer.from(await answer.arrayBuffer());
  expect(gunzipSync(body).toString()).toBe(TEXT);
  expect(body.length).toBeLessThan(TEXT.length / 5);
  expect(Object.fromEntries(answer.headers)).toEqual({
    'content-encoding': 'gzip',
    'content-length': String(body.length),
    'content-type': 'text/html',
    etag: '"a"',
    vary: 'accept-encoding',
  });
  expect(answer.status).toBe(409);
});

test.each([
  ['for whoever takes no gzip', TEXT, 'text/html', 'br'],
  ['for whoever says nothing', TEXT, 'text/html', null],
  ['when it is short', '<p>Kort</p>', 'text/html', 'gzip'],
  ['when it is no page', TEXT, 'text/csv', 'gzip'],
])('it goes as it is %s', async (_, text, type, accepted) => {
  const answer = await packed(page(text, type), accepted);
  expect(answer.headers.get('content-encoding')).toBeNull();
  expect(await answer.text()).toBe(text);
});
