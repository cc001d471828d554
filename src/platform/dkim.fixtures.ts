import { createHash, createVerify, type KeyObject } from 'node:crypto';

/** What a receiver finds in the signature of a mail (RFC 6376): its tags, and whether it holds with a public key. */
export type Signature = { tags: Record<string, string>; holds: boolean };

/** Checks the signature of a mail by its own lights, with the one way of writing both parts that we sign with. */
export function signatureOf(raw: string, key: KeyObject): Signature {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const headers = head
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map(
      (line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1)] as const,
    );
  const written = headers.find(([name]) => name === 'dkim-signature')?.[1] ?? '';
  const tags = Object.fromEntries(
    written.split(';').map((tag) => [tag.slice(0, tag.indexOf('=')).trim(), tag.slice(tag.indexOf('=') + 1)]),
  );
  const bodyHash = createHash('sha256')
    .update(relaxedBody(rest.join('\r\n\r\n')))
    .digest('base64');
  const named = (tags.h ?? '').split(':').map((name) => name.trim().toLowerCase());
  const signed = named.flatMap((name) => {
    const value = headers.findLast(([one]) => one === name)?.[1];
    return value === undefined ? [] : [`${name}:${relaxed(value)}\r\n`];
  });
  const own = `dkim-signature:${relaxed(written.replace(/\bb=[^;]*/, 'b='))}`;
  const holds = createVerify('RSA-SHA256')
    .update(signed.join('') + own)
    .verify(key, (tags.b ?? '').replace(/\s/g, ''), 'base64');
  return { tags, holds: holds && bodyHash === (tags.bh ?? '').replace(/\s/g, '') };
}

const relaxed = (value: string) => value.replace(/\s+/g, ' ').trim();

function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''));
  return `${lines.join('\r\n').replace(/(\r\n)+$/, '')}\r\n`;
}
