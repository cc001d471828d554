import { sql } from 'kysely';
import { tellOwnDoing } from '#domain/journal/tell-own-doing.server.ts';
import type { KeyFolder } from '#platform/key-folder.ts';
import type { SystemScope } from '#platform/scope.server.ts';
import { askNewcomers, openDueRounds } from './open-rounds.server.ts';
import { remind } from './remind.server.ts';
import { REMIND_DAYS } from './round.ts';

/**
 * What rounds do by themselves but for being counted: they open on their day, ask who has joined since, and remind
 * those who have not answered a few days before the last. Done twice, it comes to the same.
 */
export async function followRounds(scope: SystemScope, keys: KeyFolder): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('klyngerum.questionnaires', 0))`.execute(scope.db);
  await openDueRounds(scope, keys);
  await askNewcomers(scope);
  await remindThoseDue(scope);
}

/** Forgets the keys of rounds that are over: nothing is left that they open, but in copies of the database. */
export async function forgetKeys({ db }: SystemScope, keys: KeyFolder): Promise<void> {
  const kept = await keys.list();
  if (kept.length === 0) return;
  const { rows } = await sql<{ id: string }>`
    select questionnaire_round_id as id from questionnaire_round
    where questionnaire_round_id = any(${kept}::uuid[]) and state in ('counted', 'dropped', 'taken_back')`.execute(
    db,
  );
  for (const { id } of rows) await keys.forget(id);
}

type Round = { questionnaireRoundId: string; clusterId: string; meetingId: string };

// Whoever was asked within the last days has not had time yet.
async function remindThoseDue(scope: SystemScope): Promise<void> {
  const { rows } = await sql<Round & { silent: string[] }>`
    select r.questionnaire_round_id, r.cluster_id, r.meeting_id, array_agg(p.respondent_id order by p.respondent_id) as silent
    from questionnaire_round r join respondent p using (questionnaire_round_id) join meeting m on m.meeting_id = r.meeting_id
    where r.state = 'open' and m.state <> 'cancelled' and r.closes_on >= current_day() and r.closes_on - ${REMIND_DAYS}::int <= current_day()
      and p.answered_on is null and p.reminded_on is null and p.asked_on + ${REMIND_DAYS}::int <= current_day()
    group by 1, 2, 3 order by 1`.execute(scope.db);
  for (const { silent, ...round } of rows) {
    const { clusterId, meetingId } = round;
    await remind(scope, round, silent);
    const facts = { people: String(silent.length) };
    await tellOwnDoing(scope, { clusterId, meetingId, act: 'respondents_reminded', facts });
  }
}
