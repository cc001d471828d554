import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { type MailServer, openMailServer } from '#platform/mail.ts';
import { asSystem } from '#platform/scope.server.ts';
import { aCluster, aMember, asPerson, type Somebody } from '#test/build.ts';
import { aToken, NOW, owner, worker } from '#test/world.ts';
import type { LetterKind } from './letter.ts';
import { aPostOffice } from './letters.fixtures.ts';
import { listExampleLetters } from './letters.server.ts';
import { listDue, type PostOffice, sendLetter } from './send-letter.server.ts';
import { writeLetter } from './write-letter.server.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function anOffice(answer?: (address: string) => number | null) {
  const post = await aPostOffice(answer);
  const mail = openMailServer(post.url, 'Klyngerum <klynge@klyngerum.example>');
  closing.push(mail.close, post.close);
  return { post, office: officeOf(mail) };
}

function officeOf(mail: MailServer | null, now = NOW): PostOffice {
  return { database: worker, mail, now, publicUrl: 'https://klynge.example' };
}

async function aLetter(kind: LetterKind, who: Somebody, clusterId?: string, facts = {}): Promise<string> {
  await asPerson(who, (scope) => writeLetter(scope, { kind, personId: who.personId, clusterId, facts }));
  const { letterId } = await owner
    .selectFrom('letter')
    .select('letterId')
    .where('personId', '=', who.personId)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  return letterId;
}

const letterOf = (letterId: string) =>
  owner
    .selectFrom('letter')
    .select(['sentAt', 'failure', 'attempts', 'dueAt', 'messageId'])
    .where('letterId', '=', letterId)
    .executeTakeFirstOrThrow();

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

/** Uses the link that stands in a text, as the sign-in page does; answers whether it let anybody in. */
async function letsIn(text = '', now = NOW): Promise<boolean> {
  const token = /\/sign-in\/([\w-]{43})/.exec(text)?.[1] ?? '';
  return asSystem(owner, { now }, async ({ db }) => {
    const { rows } = await sql<{ who: string | null }>`
      select start_session(${token}, ${aToken()}, '', false, '') as who`.execute(db);
    return rows[0]?.who != null;
  });
}

test('a letter reaches the person in their own language, with a link that lets them in once', async () => {
  const { office, post } = await anOffice();
  const cluster = await aCluster({ name: 'Fjordklyngen' });
  const anna = await aMember(cluster, {
    practiceId: cluster.practices[0]!.practiceId,
    name: 'Anna Ærø Åkjær',
  });
  await owner.updateTable('person').set({ locale: 'en' }).where('personId', '=', anna.personId).execute();
  const id = await aLetter('invitation', anna, cluster.clusterId, { inviter: 'Bo Øster' });

  expect(await sendLetter(office, id)).toEqual({ state: 'sent' });

  const [letter] = post.arrived;
  expect(letter?.to).toEqual([anna.email]);
  expect(letter?.from).toBe(`klynge+${id.replaceAll('-', '')}@klyngerum.example`);
  expect(letter?.mail.from).toMatchObject({ name: 'Klyngerum', address: 'klynge@klyngerum.example' });
  expect(letter?.mail.to).toEqual([{ name: 'Anna Ærø Åkjær', address: anna.email }]);
  expect(letter?.mail.replyTo?.map(({ address }) => address)).toEqual([cluster.coordinator.email]);
  expect(letter?.mail.subject).toBe('Enter Fjordklyngen by 16 March 2026');
  expect(letter?.mail.messageId).toBe((await letterOf(id)).messageId);
  const header = (name: string) => letter?.mail.headers.find(({ key }) => key === name)?.value;
  expect(header('auto-submitted')).toBe('auto-generated');
  expect(letter?.mail.text).toContain('https://klynge.example/sign-in/');
  expect(letter?.mail.html).toContain('https://klynge.example/sign-in/');
  expect(await letsIn(letter?.mail.text, later(13 * 1440))).toBe(true);
  expect(await letsIn(letter?.mail.text, later(13 * 1440))).toBe(false);
});

test('a sent letter is not sent again, by a job that runs twice or by the sweep', async () => {
  const { office, post } = await anOffice();
  const { coordinator } = await aCluster();
  const id = await aLetter('colleague_opened', coordinator);
  await sendLetter(office, id);
  expect(await sendLetter({ ...office, now: later(60) }, id)).toEqual({ state: 'idle' });
  expect(await listDue({ ...office, now: later(60) })).not.toContain(id);
  expect(post.arrived).toHaveLength(1);
});

test('two jobs for the same letter at the same time send it once', async () => {
  const { office, post } = await anOffice();
  const { coordinator } = await aCluster();
  const id = await aLetter('colleague_opened', coordinator);
  const answers = await Promise.all([sendLetter(office, id), sendLetter(office, id), sendLetter(office, id)]);
  expect(answers.filter(({ state }) => state === 'sent')).toHaveLength(1);
  expect(post.arrived).toHaveLength(1);
});

test('an address that the mail server refuses is not tried again, and the reason is kept as a code', async () => {
  const { office, post } = await anOffice(() => 550);
  const { coordinator } = await aCluster();
  const id = await aLetter('figures_ready', coordinator);
  expect(await sendLetter(office, id)).toEqual({ state: 'refused', code: 'smtp_550' });
  expect(await letterOf(id)).toMatchObject({ failure: 'smtp_550', sentAt: null });
  expect(await sendLetter({ ...office, now: later(600) }, id)).toEqual({ state: 'idle' });
  expect(post.tries).toHaveLength(1);
});

test('a letter that is turned away for now goes later, under the same Message-ID', async () => {
  let isBusy = true;
  const { office, post } = await anOffice(() => (isBusy ? 451 : null));
  const { coordinator } = await aCluster();
  const id = await aLetter('figures_ready', coordinator);
  expect(await sendLetter(office, id)).toEqual({ state: 'delayed', code: 'smtp_451' });
  expect(await letterOf(id)).toMatchObject({ failure: null, sentAt: null, attempts: 1, dueAt: later(2) });
  expect(await listDue({ ...office, now: later(1) })).not.toContain(id);
  isBusy = false;
  const now = later(3);
  expect(await listDue({ ...office, now })).toContain(id);
  expect(await sendLetter({ ...office, now }, id)).toEqual({ state: 'sent' });
  expect(post.arrived[0]?.mail.messageId).toBe((await letterOf(id)).messageId);
});

test('when nobody answers at the mail server, the letter waits', async () => {
  const mail = openMailServer('smtp://127.0.0.1:1', 'klynge@klyngerum.example');
  closing.push(mail.close);
  const { coordinator } = await aCluster();
  const id = await aLetter('figures_ready', coordinator);
  const sending = await sendLetter(officeOf(mail), id);
  expect(sending).toMatchObject({ state: 'delayed' });
  expect(await letterOf(id)).toMatchObject({ failure: null, sentAt: null, dueAt: later(2) });
});

test('a worker that ends while the mail is on its way sends it once more, and both links work', async () => {
  const { office, post } = await anOffice();
  const { coordinator } = await aCluster();
  const id = await aLetter('invitation', coordinator);
  const lost: MailServer = {
    address: 'klynge@klyngerum.example',
    close: () => undefined,
    send: async (mail) => {
      await office.mail?.send(mail);
      throw new Error('killed');
    },
  };
  await expect(sendLetter({ ...office, mail: lost }, id)).rejects.toThrow('killed');
  await sendLetter({ ...office, now: later(3) }, id);
  expect(post.arrived).toHaveLength(2);
  const [first, second] = post.arrived;
  expect(first?.mail.messageId).toBe(second?.mail.messageId);
  expect(await letsIn(first?.mail.text, later(4))).toBe(true);
  expect(await letsIn(second?.mail.text, later(4))).toBe(true);
});

test('a link to sign in that could not be sent within half an hour is not sent at all', async () => {
  const { office, post } = await anOffice();
  const { coordinator } = await aCluster();
  const id = await aLetter('sign_in', coordinator);
  expect(await sendLetter({ ...office, now: later(31) }, id)).toEqual({ state: 'refused', code: 'too_late' });
  expect(post.arrived).toHaveLength(0);
});

test('a letter to an example person stays on the machine, also where there is a mail server', async () => {
  const { office, post } = await anOffice();
  const cluster = await aCluster({ isExample: true });
  const id = await aLetter('sign_in', cluster.coordinator);
  expect(await sendLetter(office, id)).toEqual({ state: 'sent' });
  expect(post.tries).toHaveLength(0);
  const [letter] = await asSystem(owner, { now: NOW }, (scope) => listExampleLetters(scope, 10));
  expect(letter).toMatchObject({
    letterId: id,
    subject: 'Log ind på Klyngerum inden kl. 11.30',
    sentAt: NOW,
  });
  expect(await letsIn(letter?.body)).toBe(true);
});

test('without a mail server a letter to somebody real waits, and shows in no mailbox', async () => {
  const { coordinator } = await aCluster();
  const id = await aLetter('sign_in', coordinator);
  expect(await sendLetter(officeOf(null), id)).toEqual({ state: 'delayed', code: 'no_mail_server' });
  expect(await letterOf(id)).toMatchObject({ failure: null, sentAt: null });
  const shown = await owner
    .selectFrom('exampleLetter')
    .select('letterId')
    .where('letterId', '=', id)
    .execute();
  expect(shown).toEqual([]);
});

test('a name with line breaks cannot write headers of its own', async () => {
  const { office, post } = await anOffice();
  const cluster = await aCluster();
  const name = 'Anna\r\nBcc: all@example.org';
  const anna = await aMember(cluster, { name, kind: 'consultant' });
  const id = await aLetter('figures_ready', anna, cluster.clusterId);
  await sendLetter(office, id);
  expect(post.arrived[0]?.to).toEqual([anna.email]);
  expect(post.arrived[0]?.mail.headers.map(({ key }) => key)).not.toContain('bcc');
});
