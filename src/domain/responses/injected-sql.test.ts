import { type RawBuilder, sql } from 'kysely';
import { expect, test } from 'vitest';
import { aMeeting } from '#domain/meetings/meetings.fixtures.ts';
import { sealTo } from '#platform/sealing.ts';
import { aCluster, giveRole } from '#test/build.ts';
import { aToken, owner } from '#test/world.ts';
import { keepDraft } from './keep-draft.server.ts';
import { answerAs, aRound, daysLater, follow, stateOf } from './responses.fixtures.ts';
import { findResults } from './rounds.server.ts';

/*
 * Somebody has found a way to have the pages run SQL of theirs, as the web login, in the session of a coordinator who
 * is asked as well.
 */
const ANSWERS = { tryg: '4', nummer: 'yes', svaerest: 'Tiden' };

async function aStage() {
  const cluster = await aCluster({ practices: 7 });
  const { meetingId } = await aMeeting(cluster);
  const about = { clusterId: cluster.clusterId, meetingId };
  const doctors = cluster.practices.map(({ doctor }) => doctor);
  const attacker = doctors[6]!;
  await giveRole(cluster.clusterId, 'coordinator', attacker.memberId);
  const open = await aRound(about);
  await follow();
  for (const doctor of doctors.slice(0, 5))
    await answerAs(cluster, doctor, { roundId: open, answers: ANSWERS });
  await cluster.as(doctors[5]!, (scope) => keepDraft(scope, open, aToken(), { answers: ANSWERS, code: '' }));
  const planned = await aRound({ ...about, opensOn: '2026-06-01', closesOn: '2026-06-14' });
  const inject = (statement: RawBuilder<unknown>) =>
    cluster.as(attacker, async ({ db }) => {
      const { numAffectedRows, rows } = await statement.execute(db);
      return rows.length + Number(numAffectedRows ?? 0);
    });
  return { cluster, open, planned, inject, doctors };
}

test('injected SQL reads no answer, and changes nothing of a round but its days', async () => {
  const { inject, open, planned } = await aStage();
  expect(await inject(sql`select from answer_draft`)).toBe(0);
  expect(await inject(sql`select from text_answer`)).toBe(0);
  const set = (round: string, change: RawBuilder<unknown>) =>
    sql`update questionnaire_round set ${change} where questionnaire_round_id = ${round}::uuid`;
  const all = [
    ...['sealed_response', 'anonymous_answer'].map((table) => sql`select from ${sql.table(table)}`),
    set(planned, sql`public_key = ${Buffer.alloc(32)}`),
    set(open, sql`public_key = ${Buffer.alloc(32)}`),
    set(planned, sql`state = 'open'`),
    ...['counted', 'planned', 'taken_back', 'dropped'].map((state) => set(open, sql`state = ${state}`)),
    set(open, sql`is_named = true`),
    set(open, sql`is_wellbeing = true`),
    set(open, sql`definition = '{}'`),
    set(open, sql`asks = 'everybody'`),
    set(open, sql`counted_on = opens_on`),
    set(planned, sql`follows_id = ${open}::uuid`),
    sql`insert into respondent (cluster_id, questionnaire_round_id, member_id, asked_on)
      select cluster_id, ${planned}::uuid, member_id, asked_on from respondent limit 1`,
    sql`update respondent set answered_on = null`,
    sql`delete from respondent`,
    sql`update questionnaire_result set result = '{}'`,
    sql`update text_answer set answer = ''`,
    sql`delete from answer_draft`,
    sql`insert into named_answer select cluster_id, respondent_id, 'tryg', '1', now() from respondent`,
    sql`select move_rounds_with_meeting()`,
    sql`set local role klyngerum_worker`,
  ];
  for (const statement of all)
    await expect(inject(statement)).rejects.toThrow(/permission denied|stands fast/);
});

test.each<[string, (key: Buffer, about: string) => Promise<Buffer> | Buffer]>([
  ['what no key opens', () => Buffer.alloc(200)],
  ['what is no response', (key, about) => sealTo(key, 'null', { about, bytes: 200 })],
  [
    'what the database cannot write',
    (key, about) => {
      const text = JSON.stringify({ party: 'member', code: '', answers: { svaerest: 'a\u0000b' } });
      return sealTo(key, text, { about, bytes: 200 });
    },
  ],
  [
    'answers of other kinds',
    (key, about) => {
      const answers = { tryg: 7, nummer: ['yes'], svaerest: 'x'.repeat(5000), andet: 'x' };
      return sealTo(key, JSON.stringify({ party: 'member', code: 'x', answers }), { about, bytes: 9000 });
    },
  ],
])('injected SQL hands in %s: it holds up nobody, and is no answer', async (_, box) => {
  const { cluster, doctors, inject, open } = await aStage();
  const { publicKey } = await owner
    .selectFrom('questionnaireRound')
    .select('publicKey')
    .where('questionnaireRoundId', '=', open)
    .executeTakeFirstOrThrow();
  await inject(sql`select hand_in_response(${open}::uuid, ${await box(publicKey!, open)})`);
  await follow(daysLater(15));
  expect(await stateOf(open)).toBe('counted');
  const found = await cluster.as(doctors[0]!, (scope) => findResults(scope, open));
  expect(found?.member?.result.questions.map(({ answered }) => answered)).toEqual([5, 5, 5]);
});
