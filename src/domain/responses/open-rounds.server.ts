import { sql } from 'kysely';
import { tellOwnDoing } from '#domain/journal/tell-own-doing.server.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import type { KeyFolder } from '#platform/key-folder.ts';
import type { SystemScope } from '#platform/scope.server.ts';
import { newSealingPair } from '#platform/sealing.ts';
import { findAskedLately } from './asked-lately.server.ts';
import type { RoundPurpose } from './round.ts';
import { findRound } from './rounds.server.ts';

type Round = {
  questionnaireRoundId: string;
  clusterId: string;
  meetingId: string;
  purpose: RoundPurpose;
  isNamed: boolean;
};

/** Opens the rounds whose day has come and asks their respondents. */
export async function openDueRounds(scope: SystemScope, keys: KeyFolder): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select questionnaire_round_id as id from questionnaire_round
    where state = 'planned' and opens_on <= current_day() and closes_on >= current_day() order by 1`.execute(
    scope.db,
  );
  for (const { id } of rows) await openRound(scope, id, keys);
}

/**
 * Opens a round, when its day has come, and asks its respondents. The private half of its key is kept in the folder
 * before the public one stands in the database, so that what is sealed can be opened. One that asks what was asked of
 * the same people lately waits: its page says until when.
 */
export async function openRound(
  scope: SystemScope,
  questionnaireRoundId: string,
  keys: KeyFolder,
): Promise<void> {
  const { rows } = await sql<Round>`
    select r.questionnaire_round_id, r.cluster_id, r.meeting_id, r.purpose, r.is_named
    from questionnaire_round r join meeting m using (meeting_id)
    where r.questionnaire_round_id = ${questionnaireRoundId}::uuid and r.state = 'planned'
      and r.opens_on <= current_day() and r.closes_on >= current_day() and m.state <> 'cancelled' for update of r`.execute(
    scope.db,
  );
  const [round] = rows;
  if (!round || (await isAskedLately(scope, round))) return;
  await open(scope, round, keys);
  const asked = await askWhoIsMissing(scope, round);
  const facts = { people: String(asked) };
  if (asked > 0) await tellOwnDoing(scope, { ...placeOf(round), act: 'questionnaire_opened', facts });
}

// One after another under one lock, so that of two that ask the same the first alone is opened.
async function isAskedLately(
  scope: SystemScope,
  { clusterId, questionnaireRoundId }: Round,
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${clusterId}, 16))`.execute(scope.db);
  const round = await findRound(scope, questionnaireRoundId);
  const on = dayOf(scope.now);
  return round !== null && (await findAskedLately(scope, { clusterId, round, on })) !== null;
}

async function open(
  { db, now }: SystemScope,
  { isNamed, questionnaireRoundId }: Round,
  keys: KeyFolder,
): Promise<void> {
  const pair = isNamed ? null : await newSealingPair();
  if (pair) await keys.keep(questionnaireRoundId, pair.privateKey);
  await db
    .updateTable('questionnaireRound')
    .set({ state: 'open', openedAt: now, publicKey: pair?.publicKey ?? null })
    .where('questionnaireRoundId', '=', questionnaireRoundId)
    .execute();
}

/** Asks those of the open rounds who have joined the cluster, or the partner, since. */
export async function askNewcomers(scope: SystemScope): Promise<void> {
  const { rows } = await sql<Round>`
    select r.questionnaire_round_id, r.cluster_id, r.meeting_id, r.purpose, r.is_named
    from questionnaire_round r join meeting m using (meeting_id)
    where r.state = 'open' and r.closes_on >= current_day() and m.state <> 'cancelled'
    order by r.questionnaire_round_id`.execute(scope.db);
  for (const round of rows) await askWhoIsMissing(scope, round);
}

async function askWhoIsMissing(scope: SystemScope, round: Round): Promise<number> {
  const members = await addMembers(scope, round);
  const people = await addPartnersPeople(scope, round);
  const isEvaluation = round.purpose === 'evaluation';
  for (const { personId } of members)
    await writeMeetingLetter(scope, {
      ...placeOf(round),
      kind: isEvaluation ? 'evaluation' : 'questionnaire',
      questionnaireRoundId: round.questionnaireRoundId,
      to: { personId },
    });
  for (const { respondentId } of people)
    await writeMeetingLetter(scope, {
      ...placeOf(round),
      kind: 'partner_questionnaire',
      questionnaireRoundId: round.questionnaireRoundId,
      to: { respondentId },
    });
  return members.length + people.length;
}

const placeOf = ({ clusterId, meetingId }: Round) => ({ clusterId, meetingId });

// Whoever works in two clinics is asked once.
async function addMembers(
  { db }: SystemScope,
  { questionnaireRoundId }: Round,
): Promise<{ personId: string }[]> {
  const { rows } = await sql<{ personId: string }>`
    with asked as (
      select distinct on (m.person_id) r.cluster_id, r.questionnaire_round_id, m.member_id, m.person_id
      from questionnaire_round r join member m on m.cluster_id = r.cluster_id and m.practice_id is not null and m.valid @> current_day()
      where r.questionnaire_round_id = ${questionnaireRoundId}::uuid
        and case r.asks when 'doctors' then m.kind in ('doctor', 'trainee') when 'everybody' then true
          when 'attendees' then exists (select from attendance a where a.meeting_id = r.meeting_id and a.member_id = m.member_id)
            or not exists (select from attendance a where a.meeting_id = r.meeting_id)
              and exists (select from rsvp s where s.meeting_id = r.meeting_id and s.member_id = m.member_id and s.answer <> 'no')
          else false end
        and not exists (select from respondent p join member same on same.member_id = p.member_id
          where p.questionnaire_round_id = r.questionnaire_round_id and same.person_id = m.person_id)
      order by m.person_id, m.member_id
    ), added as (
      insert into respondent (cluster_id, questionnaire_round_id, member_id, asked_on)
      select cluster_id, questionnaire_round_id, member_id, current_day() from asked
      on conflict do nothing returning member_id)
    select asked.person_id from asked join added using (member_id) order by asked.person_id`.execute(db);
  return rows;
}

async function addPartnersPeople(
  { db }: SystemScope,
  { questionnaireRoundId }: Round,
): Promise<{ respondentId: string }[]> {
  const { rows } = await sql<{ respondentId: string }>`
    insert into respondent (cluster_id, questionnaire_round_id, partner_person_id, asked_on)
    select r.cluster_id, r.questionnaire_round_id, p.partner_person_id, current_day()
    from questionnaire_round r join partner_person p on p.partner_id = r.partner_id and p.ended_at is null and p.email <> ''
    where r.questionnaire_round_id = ${questionnaireRoundId}::uuid
    on conflict do nothing returning respondent_id`.execute(db);
  return rows;
}
