import { describe, expect, test } from 'vitest';
import { pageOfTooLarge, proxiesOf, refusalOfBody, SPOKEN, speakFor, takeOneClick } from './web-request.ts';

type Headers = Parameters<typeof speakFor>[0];

function spoken(
  headers: Headers,
  { publicUrl = 'http://127.0.0.1:3000', remote = '192.0.2.9', proxies = [] as string[] } = {},
) {
  const told = { ...headers };
  speakFor(told, remote, { publicUrl, proxies: proxiesOf(proxies) });
  return told;
}

const originOf = (headers: Headers) => `${headers[SPOKEN.protocol]}://${headers[SPOKEN.host]}`;

describe('the address that was spoken to', () => {
  test.each([
    ['the installation’s own', 'http://127.0.0.1:3000', '127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['the machine under another name', 'http://127.0.0.1:3000', 'localhost:3000', 'http://localhost:3000'],
    ['the machine in IPv6', 'http://127.0.0.1:3000', '[::1]:3000', 'http://[::1]:3000'],
    ['another port is another site', 'http://127.0.0.1:3000', 'localhost:4000', 'http://127.0.0.1:3000'],
    [
      'a name that was led to this machine',
      'http://127.0.0.1:3000',
      'evil.example:3000',
      'http://127.0.0.1:3000',
    ],
    ['none', 'http://127.0.0.1:3000', undefined, 'http://127.0.0.1:3000'],
    ['a proxy in between', 'https://klynge.example.dk', '127.0.0.1:3000', 'https://klynge.example.dk'],
    [
      'a public address is only itself',
      'https://klynge.example.dk',
      'localhost',
      'https://klynge.example.dk',
    ],
    [
      'https without a proxy’s word',
      'https://klynge.example.dk',
      'klynge.example.dk',
      'https://klynge.example.dk',
    ],
  ])('%s', (_title, publicUrl, host, expected) => {
    expect(originOf(spoken({ host }, { publicUrl }))).toBe(expected);
  });

  test('what a client claims is taken out', () => {
    const claims = {
      forwarded: 'host=evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-port': '444',
      'x-forwarded-for': '10.0.0.1',
      'x-real-ip': '10.0.0.1',
      [SPOKEN.protocol]: 'https',
      [SPOKEN.host]: 'evil.example',
      [SPOKEN.address]: '10.0.0.1',
    };
    expect(spoken({ host: '127.0.0.1:3000', ...claims })).toEqual({
      host: '127.0.0.1:3000',
      [SPOKEN.protocol]: 'http',
      [SPOKEN.host]: '127.0.0.1:3000',
      [SPOKEN.address]: '192.0.2.9',
    });
  });
});

describe('one click in a mail program', () => {
  const token = 'a'.repeat(43);
  const taken = (method: string, path: string, headers: Headers = {}) => {
    const told = spoken(
      { host: 'klynge.example.dk', ...headers },
      { publicUrl: 'https://klynge.example.dk' },
    );
    takeOneClick(method, path, told);
    return told;
  };

  test('counts as a form of ours, and carries nobody’s session', () => {
    const headers = taken('POST', `/u/${token}`, { cookie: 'session=x' });
    expect(headers.origin).toBe('https://klynge.example.dk');
    expect(headers.cookie).toBeUndefined();
  });

  test.each([
    ['GET', `/u/${token}`],
    ['POST', `/u/${token}/more`],
    ['POST', `/u/short`],
    ['POST', `/m/${token}`],
    ['POST', '/sign-out'],
  ])('and nothing else does: %s %s', (method, path) => {
    const headers = taken(method, path, { cookie: 'session=x', origin: 'https://evil.example' });
    expect(headers).toMatchObject({ origin: 'https://evil.example', cookie: 'session=x' });
  });
});

describe('who speaks', () => {
  const proxies = ['10.0.0.2', '10.1.0.0/16', 'fd00::/8'];
  test.each([
    ['without a proxy', '192.0.2.9', undefined, [], '192.0.2.9'],
    ['nobody’s word is taken unasked', '192.0.2.9', '198.51.100.7', [], '192.0.2.9'],
    ['a proxy’s word is taken', '10.0.0.2', '198.51.100.7', proxies, '198.51.100.7'],
    ['a stranger’s is not', '192.0.2.9', '198.51.100.7', proxies, '192.0.2.9'],
    ['through two proxies', '10.0.0.2', '198.51.100.7, 10.1.3.4', proxies, '198.51.100.7'],
    [
      'what stands before the visitor is the visitor’s own claim',
      '10.0.0.2',
      '10.1.9.9, 198.51.100.7',
      proxies,
      '198.51.100.7',
    ],
    ['a proxy that says nothing', '10.0.0.2', undefined, proxies, '10.0.0.2'],
    ['a proxy that says no address', '10.0.0.2', 'unknown', proxies, '10.0.0.2'],
    ['in IPv6', 'fd00::1', '2001:db8::7', proxies, '2001:db8::7'],
    ['IPv4 written as IPv6', '::ffff:10.0.0.2', '198.51.100.7', proxies, '198.51.100.7'],
  ])('%s', (_title, remote, forwarded, trusted, expected) => {
    const headers = { 'x-forwarded-for': forwarded };
    expect(spoken(headers, { remote, proxies: trusted })[SPOKEN.address]).toBe(expected);
  });
});

describe('a body', () => {
  const KB = 1024;
  test.each([
    ['none', '/', {}, null],
    ['a form', '/sign-in', { 'content-length': String(512 * KB) }, null],
    ['too long a form', '/sign-in', { 'content-length': String(512 * KB + 1) }, 413],
    ['of a length untold', '/sign-in', { 'transfer-encoding': 'chunked' }, 411],
    ['a delivery', '/source/1/deliveries/upload?x', { 'content-length': String(200 * KB * KB) }, null],
    [
      'a delivery of a length untold',
      '/source/1/deliveries/upload',
      { 'transfer-encoding': 'chunked' },
      null,
    ],
    ['too large a delivery', '/source/1/deliveries/upload', { 'content-length': String(202 * KB * KB) }, 413],
    ['a form beside the upload', '/source/1/deliveries/new', { 'content-length': String(KB * KB) }, 413],
    ['slides from a guest', '/g/token/slides', { 'content-length': String(30 * KB * KB) }, null],
    ['slides of 300 MB', '/g/token/slides', { 'content-length': String(300 * KB * KB) }, 413],
    ['another form of a guest', '/g/token', { 'content-length': String(KB * KB) }, 413],
    ['a receipt', '/c/1/meetings/2/money/new?x', { 'content-length': String(9 * KB * KB) }, null],
    ['the list of expenses', '/c/1/meetings/2/money?/out', { 'content-length': String(KB * KB) }, 413],
    ['deliveries in a query are no delivery', '/?to=/deliveries', { 'content-length': String(KB * KB) }, 413],
  ])('%s', (_title, path, headers, expected) => {
    expect(refusalOfBody(path, headers)).toBe(expected);
  });
});

test.each([
  ['/g/token/slides', '/g/token/slides?refused=too_large#errors'],
  ['/c/1/meetings/2/money/new?/enter', '/c/1/meetings/2/money/new?refused=too_large#errors'],
  ['/source/1/deliveries/upload', '/source/1/deliveries/new?refused=too_large#errors'],
  ['/g/token', null],
])('who sends too much to %s is led to %s', (address, page) => {
  expect(pageOfTooLarge(address)).toBe(page);
});
