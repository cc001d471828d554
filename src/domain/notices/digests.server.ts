import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { messageIdOf } from '#platform/message-id.ts';
import type { SystemScope } from '#platform/scope.server.ts';
import type { Locale } from '#ui/format.ts';
import type { LetterFacts } from './letter.ts';
import type { MeetingLetter } from './letters.server.ts';
import { meetingLetterText } from './meeting-letter.text.ts';
import { refusalOfMeetingLetter } from './meeting-letter-refusal.ts';
import { findSituation } from './meeting-situation.server.ts';
import { findTold } from './meeting-told.server.ts';
import { minutesUntilMorning } from './morning.ts';

const DAYS_BETWEEN = 7;

/**
 * Gathers what waits for a digest into one letter per person, for everybody who has had none in seven days. A thing
 * that waits alone goes as itself in its place, since its subject says what to do. Answers how many people get one.
 */
export async function gatherDigests(scope: SystemScope): Promise<number> {
  const { rows } = await sql<{ personId: string; clusterId: string }>`
    select distinct on (l.person_id) l.person_id, l.cluster_id from letter l
    where l.is_for_digest and l.digest_id is null and l.sent_at is null and l.failure is null and l.recalled_at is null
      and l.person_id is not null and l.cluster_id is not null and l.due_at <= ${scope.now}
      and not exists (select from letter d where (d.kind = 'digest' or d.digest_id = d.letter_id) and d.person_id = l.person_id
        and d.failure is null and coalesce(d.sent_at, d.due_at) > ${scope.now}::timestamptz - make_interval(days => ${DAYS_BETWEEN}::int))
    order by l.person_id, l.due_at, l.letter_id`.execute(scope.db);
  for (const { clusterId, personId } of rows) await gather(scope, personId, clusterId);
  return rows.length;
}

async function gather(scope: SystemScope, personId: string, clusterId: string): Promise<void> {
  const waiting = await listWaiting(scope, personId);
  const [only] = waiting;
  const isAlone = waiting.length === 1 && only !== undefined;
  const digestId = isAlone ? only : await writeDigest(scope, personId, clusterId);
  await scope.db
    .updateTable('letter')
    .set({ digestId, ...(isAlone && { isForDigest: false, dueAt: inTheMorning(scope.now) }) })
    .where('letterId', 'in', waiting)
    .execute();
}

function inTheMorning(now: Date): Date {
  return new Date(now.getTime() + minutesUntilMorning(now) * 60_000);
}

async function listWaiting({ db, now }: SystemScope, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('letter')
    .select('letterId')
    .where('personId', '=', personId)
    .where('isForDigest', '=', true)
    .where('digestId', 'is', null)
    .where('sentAt', 'is', null)
    .where('failure', 'is', null)
    .where('recalledAt', 'is', null)
    .where('dueAt', '<=', now)
    .forUpdate()
    .execute();
  return rows.map(({ letterId }) => letterId);
}

async function writeDigest({ db, now }: SystemScope, personId: string, clusterId: string): Promise<string> {
  const letterId = randomUUID();
  const times = { writtenAt: now, dueAt: inTheMorning(now) };
  await db
    .insertInto('letter')
    .values({ letterId, kind: 'digest', personId, clusterId, messageId: messageIdOf(letterId), ...times })
    .execute();
  return letterId;
}

/**
 * The lines of a letter: of a digest what each letter in it asks, of the week ahead what its facts say. What a digest
 * need not tell any more is marked with the reason.
 */
export async function listLines(
  scope: SystemScope,
  letter: MeetingLetter,
  locale: Locale,
): Promise<string[]> {
  if (letter.kind !== 'digest') return linesIn(letter.facts);
  const lines: string[] = [];
  for (const told of await listGathered(scope, letter.letterId)) {
    const refusal = refusalOfMeetingLetter(told.kind, await findSituation(scope, told));
    if (refusal) await drop(scope, told.letterId, refusal);
    else lines.push(await lineOf(scope, told, locale, letter.clusterId));
  }
  return lines;
}

function linesIn({ line1, line2, line3 }: LetterFacts): string[] {
  return [line1, line2, line3].filter((line): line is string => Boolean(line));
}

// From the first try of the digest on, what it tells can not be recalled.
async function listGathered({ db }: SystemScope, digestId: string): Promise<MeetingLetter[]> {
  const { rows } = await sql<MeetingLetter>`
    update letter set attempts = attempts + 1
    where digest_id = ${digestId} and sent_at is null and failure is null and recalled_at is null
    returning letter_id, kind, person_id, cluster_id, meeting_id, guest_id, figure_order_id, questionnaire_round_id, respondent_id, reply_to_id, facts, message_id, written_at, attempts`.execute(
    db,
  );
  return rows.sort((one, other) => one.writtenAt.getTime() - other.writtenAt.getTime());
}

async function lineOf(
  scope: SystemScope,
  letter: MeetingLetter,
  locale: Locale,
  clusterId: string,
): Promise<string> {
  const told = await findTold(scope, letter, locale);
  const { subject } = meetingLetterText[locale][letter.kind]({ ...told, name: '', lines: [] });
  const line = [subject, saidWith(letter, told.topic.answer)].filter(Boolean).join('. ');
  return letter.clusterId === clusterId ? line : `${told.cluster}: ${line}`;
}

// That something became of a topic, or that a vote has a result, says nothing without what it was.
function saidWith({ facts, kind }: MeetingLetter, answer: string): string {
  if (kind === 'topic_vote_result') return facts.line1 ?? '';
  return kind === 'topic_outcome' ? answer : '';
}

async function drop({ db }: SystemScope, letterId: string, failure: string): Promise<void> {
  await db.updateTable('letter').set({ failure }).where('letterId', '=', letterId).execute();
}

/** Marks what a digest told of as it went with the digest itself. */
export async function settleGathered(
  { db, now }: SystemScope,
  digestId: string,
  failure: string | null,
): Promise<void> {
  await db
    .updateTable('letter')
    .set(failure ? { failure } : { sentAt: now })
    .where('digestId', '=', digestId)
    .where('sentAt', 'is', null)
    .where('failure', 'is', null)
    .where('recalledAt', 'is', null)
    .execute();
}
