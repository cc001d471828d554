import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '#platform/database.ts';
import type { MailServer } from '#platform/mail.ts';
import { asSystem, type SystemScope } from '#platform/scope.server.ts';
import { gatherDigests, settleGathered } from './digests.server.ts';
import { letterFootText, letterText } from './letter.text.ts';
import { isKnown, linkOf, nextTry, pathOf, refusalOfSending, targetIn } from './letter.ts';
import { type Sheet, sheetOf } from './letter-sheet.ts';
import {
  type Addressee,
  findAddressee,
  type Letter,
  listDueLetters,
  type MeetingLetter,
} from './letters.server.ts';
import { findReplyTo } from './meeting-addressee.server.ts';
import { isMeetingLetter } from './meeting-letter.ts';
import { prepareMeetingLetter } from './prepare-meeting-letter.server.ts';
import type { ReadyLetter } from './ready-letter.ts';

/** Where letters are sent from: the worker's login, the mail server if there is one, the moment, and our address. */
export type PostOffice = { database: Database; mail: MailServer | null; now: Date; publicUrl: string };

/** What became of a letter. `idle`: there was nothing to do for it now. The code says why it did not go. */
export type Sending = { state: 'sent' | 'idle' } | { state: 'refused' | 'delayed'; code: string };

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

/** The ids of the letters that are due now, digests among them, the longest waiting first, at most so many. */
export function listDue({ database, now }: PostOffice, most = 500): Promise<string[]> {
  return asSystem(database, { now }, async (scope) => {
    await gatherDigests(scope);
    return listDueLetters(scope, most);
  });
}

async function prepare(
  scope: SystemScope,
  office: PostOffice,
  letterId: string,
): Promise<ReadyLetter | Sending> {
  const claimed = await claim(scope, letterId);
  if (!claimed) return { state: 'idle' };
  const ready = isMeetingLetter(claimed.kind)
    ? await prepareMeetingLetter(scope, claimed as MeetingLetter, {
        publicUrl: office.publicUrl,
        sender: office.mail?.address ?? '',
      })
    : await prepareOwnLetter(scope, office, claimed as Letter);
  if ('refusal' in ready) return settle(scope, letterId, ready.refusal);
  return ready.isExample ? keep(scope, ready) : ready;
}

async function prepareOwnLetter(
  scope: SystemScope,
  office: PostOffice,
  letter: Letter,
): Promise<ReadyLetter | { refusal: string }> {
  const refusal = isKnown(letter.kind) ? refusalOfSending(letter, scope.now) : 'unknown_kind';
  if (refusal) return { refusal };
  const addressee = await findAddressee(scope, letter);
  if (!addressee) return { refusal: 'no_address' };
  const { address, isExample, name, personId } = addressee;
  const { letterId, messageId } = letter;
  const sheet = await write(scope, office, letter, addressee);
  const replyTo = await findReplyTo(scope, { clusterId: letter.clusterId, replyToId: null });
  return { letterId, messageId, personId, name, address, isExample, sheet, replyTo };
}

type Claimed = (Omit<Letter, 'kind'> | Omit<MeetingLetter, 'kind'>) & { kind: string };

// The first try is made at once, also when the clock of whoever wrote the letter runs a little ahead.
async function claim(scope: SystemScope, letterId: string): Promise<Claimed | null> {
  const { rows } = await sql<Claimed>`
    update letter set attempts = attempts + 1
    where letter_id = ${letterId} and sent_at is null and failure is null and recalled_at is null and not is_for_digest
      and (attempts = 0 and due_at <= written_at or due_at <= ${scope.now})
    returning letter_id, kind, person_id, email, cluster_id, meeting_id, guest_id, figure_order_id, questionnaire_round_id, respondent_id, reply_to_id, facts, message_id,
      written_at, attempts`.execute(scope.db);
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
  { letterId, name, personId, sheet: { subject, text } }: ReadyLetter,
): Promise<Sending> {
  await scope.db
    .insertInto('exampleLetter')
    .values({ letterId, personId, addressee: name, subject, body: text, sentAt: scope.now })
    .execute();
  return settle(scope, letterId, null);
}

async function hand({ mail }: PostOffice, ready: ReadyLetter): Promise<Sending> {
  if (!mail) return { state: 'delayed', code: 'no_mail_server' };
  const { address, calendar, letterId, messageId, name, replyTo, sheet, unsubscribeUrl } = ready;
  const returnTag = letterId.replaceAll('-', '');
  const parts = { replyTo, unsubscribeUrl, calendar };
  return mail.send({ messageId, to: { name, address }, returnTag, ...sheet, ...parts });
}

async function settle(scope: SystemScope, letterId: string, failure: string | null): Promise<Sending> {
  await scope.db
    .updateTable('letter')
    .set(failure ? { failure } : { sentAt: scope.now })
    .where('letterId', '=', letterId)
    .execute();
  await settleGathered(scope, letterId, failure);
  return failure ? { state: 'refused', code: failure } : { state: 'sent' };
}
