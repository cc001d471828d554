import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { aPostOffice } from '#domain/notices/letters.fixtures.ts';
import { signatureOf } from './dkim.fixtures.ts';
import { addressOf, type Mail, openMailServer, returnAddress } from './mail.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const MAIL: Mail = {
  messageId: '<one@klynge.example>',
  to: { name: 'Anna Ærø', address: 'anna@klinik.example' },
  subject: 'Svar på 1 ting inden fredag: mødedato',
  text: 'Til Anna Ærø, fordi …\n\nBlåbærgrød.\n',
  html: '<p>Til Anna Ærø</p>',
  returnTag: '0123456789abcdef0123456789abcdef',
  unsubscribeUrl: 'https://klynge.example/u/token',
};

const PAIR = generateKeyPairSync('rsa', { modulusLength: 2048 });

async function sent(mail: Mail, isSigned = true) {
  const post = await aPostOffice();
  const folder = mkdtempSync(join(tmpdir(), 'kr-dkim-'));
  const keyFile = join(folder, 'key.pem');
  writeFileSync(keyFile, PAIR.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const key = { domain: 'klyngerum.example', selector: 'k2027', keyFile };
  const server = openMailServer(post.url, 'Klyngerum <klynge@klyngerum.example>', isSigned ? key : null);
  closing.push(server.close, post.close, () => rmSync(folder, { recursive: true }));
  expect(await server.send(mail)).toEqual({ state: 'sent' });
  return post.arrived[0]!;
}

test('a signed mail holds against the key of the domain, and not when a word of it is changed', async () => {
  const { raw } = await sent(MAIL);
  const key = createPublicKey(PAIR.publicKey.export({ type: 'spki', format: 'pem' }));
  const { holds, tags } = signatureOf(raw, key);
  expect(holds).toBe(true);
  expect(tags).toMatchObject({ d: 'klyngerum.example', s: 'k2027', a: 'rsa-sha256' });
  expect(signatureOf(raw.replace('One-Click', 'Two-Click'), key).holds).toBe(false);
  expect(signatureOf(raw.replace(/(Subject: .)/, '$1x'), key).holds).toBe(false);
  expect(signatureOf(`${raw}more`, key).holds).toBe(false);
});

test('the signature covers sender, subject, answer and the way to end such mails', async () => {
  const { raw } = await sent({ ...MAIL, replyTo: { name: 'Bo', address: 'bo@klinik.example' } });
  const { tags } = signatureOf(raw, PAIR.publicKey);
  const covered = (tags.h ?? '').toLowerCase().split(':');
  for (const name of [
    'from',
    'to',
    'subject',
    'message-id',
    'reply-to',
    'list-unsubscribe',
    'list-unsubscribe-post',
  ])
    expect(covered).toContain(name);
});

test('without a key nothing is signed', async () => {
  const { raw } = await sent(MAIL, false);
  expect(raw).not.toMatch(/DKIM-Signature/i);
});

test.each([
  ['klynge@example.dk', 'klynge+tag@example.dk'],
  ['klynge+mail@example.dk', 'bounce+tag@example.dk'],
  [`${'x'.repeat(62)}@example.dk`, 'bounce+tag@example.dk'],
])('what cannot be delivered from %s comes back to %s', (address, back) => {
  expect(returnAddress(address, 'tag')).toBe(back);
});

test('the address of a sender is read with and without a name', () => {
  expect(addressOf('Klyngen <klynge@example.dk>')).toBe('klynge@example.dk');
  expect(addressOf('klynge@example.dk')).toBe('klynge@example.dk');
});
