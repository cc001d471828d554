import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '#platform/database.ts';
import type { MailServer } from '#platform/mail.ts';
import { asSystem, type SystemScope } from '#platform/scope.server.ts';
import { letterFootText, letterText } from './letter.text.ts';
import { isKnown, linkOf, nextTry, pathOf, refusalOfSending, targetIn } from './letter.ts';
import { type Sheet, sheetOf } from './letter-sheet.ts';
import { type Addressee, findAddressee, type Letter, listDueLetters } from './letters.server.ts';

/** Where letters are sent from: the worker's login, the mail server if there is one, the moment, and our address. */
export type PostOffice = { database: Database; mail: MailServer | null; now: Date; publicUrl: string };

/** What became of a letter. `idle`: there was nothing to do for it now. The code says why it did not go. */
export type Sending = { state: 'sent' | 'idle' } | { state: 'refused' | 'delayed'; code: string };
type Ready = { letter: Letter; addressee: Addressee; sheet: Sheet };

/**
 * Sends a letter that is due. It is first put off to a later try, and its link becomes valid, in a transaction of
 * their own: whatever ends this process, the letter goes again under the same Message-ID, and both its links work.
 * A letter to an example person never leaves the machine.
 */
export async function sendLetter(office: PostOffice, letterId: string): Promise<Sending> {
  const ready = await asSystem(office.database, { now: office.now }, (scope) =>
    prepare(scope, office, letterId),
  );
  if ('state' in ready) return ready;
  const sending = await hand(office, ready);
  if (sending.state === 'delayed') return sending;
  const failure = 'code' in sending ? sending.code : null;
  await asSystem(office.database, { now: office.now }, (scope) => settle(scope, letterId, failure));
  return sending;
}

/** The ids of the letters that are due now, the longest waiting first, at most so many. */
export function listDue({ database, now }: PostOffice, most = 500): Promise<string[]> {
  return asSystem(database, { now }, (scope) => listDueLetters(scope, most));
}

async function prepare(scope: SystemScope, office: PostOffice, letterId: string): Promise<Ready | Sending> {
  const letter = await claim(scope, letterId);
  if (!letter) return { state: 'idle' };
  const refusal = isKnown(letter.kind) ? refusalOfSending(letter, scope.now) : 'unknown_kind';
  if (refusal) return settle(scope, letterId, refusal);
  const addressee = await findAddressee(scope, letter);
  if (!addressee) return settle(scope, letterId, 'no_address');
  const sheet = await write(scope, office, letter, addressee);
  return addressee.isExample ? keep(scope, letter, addressee, sheet) : { letter, addressee, sheet };
}

// The first try is made at once, also when the clock of whoever wrote the letter runs a little ahead.
async function claim(scope: SystemScope, letterId: string): Promise<Letter | null> {
  const { rows } = await sql<Letter & { attempts: number }>`
    update letter set attempts = attempts + 1
    where letter_id = ${letterId} and sent_at is null and failure is null and (attempts = 0 or due_at <= ${scope.now})
    returning letter_id, kind, person_id, email, cluster_id, facts, message_id, written_at, attempts`.execute(
    scope.db,
  );
  const letter = rows[0];
  if (!letter) return null;
  await scope.db
    .updateTable('letter')
    .set({ dueAt: nextTry(letter.attempts, scope.now) })
    .where('letterId', '=', letterId)
    .execute();
  return letter;
}

async function write(
  scope: SystemScope,
  { publicUrl }: PostOffice,
  letter: Letter,
  { locale, personId, told }: Addressee,
): Promise<Sheet> {
  const link = linkOf(letter.kind);
  const target = targetIn(letter.facts, letter.clusterId);
  const until = new Date(scope.now.getTime() + (link?.minutes ?? 0) * 60_000);
  const token = randomBytes(32).toString('base64url');
  if (link)
    await sql`insert into sign_in_link (token_hash, person_id, purpose, target, expires_at)
      values (hash_of(${token}), ${personId}, ${link.purpose}, ${target}, ${until})`.execute(scope.db);
  const url = new URL(pathOf(letter.kind, token, target), publicUrl).href;
  const writing = letterText[locale][letter.kind]({ ...told, until });
  return sheetOf(locale, { ...writing, foot: letterFootText[locale](new URL(url).host) }, url);
}

async function keep(
  scope: SystemScope,
  { letterId }: Letter,
  { personId }: Addressee,
  { subject, text }: Sheet,
): Promise<Sending> {
  await scope.db
    .insertInto('exampleLetter')
    .values({ letterId, personId, subject, body: text, sentAt: scope.now })
    .execute();
  return settle(scope, letterId, null);
}

async function hand({ mail }: PostOffice, { letter, addressee, sheet }: Ready): Promise<Sending> {
  if (!mail) return { state: 'delayed', code: 'no_mail_server' };
  const { address, name } = addressee;
  return mail.send({ messageId: letter.messageId, to: { name, address }, ...sheet });
}

async function settle(scope: SystemScope, letterId: string, failure: string | null): Promise<Sending> {
  await scope.db
    .updateTable('letter')
    .set(failure ? { failure } : { sentAt: scope.now })
    .where('letterId', '=', letterId)
    .execute();
  return failure ? { state: 'refused', code: failure } : { state: 'sent' };
}
