import { sql } from 'kysely';
import type { Answer } from '#domain/questionnaires/question.ts';
import type { SystemScope } from '#platform/scope.server.ts';
import type { Changes, Pairs } from './change.ts';
import { changesOf } from './changes.ts';
import type { RoundResult } from './result.ts';

type Round = { questionnaireRoundId: string; followsId: string | null };

/** What has changed since the round before, as far as it may be shown; null without one that was counted. */
export async function comparedWithBefore(
  scope: SystemScope,
  round: Round,
  after: RoundResult,
): Promise<Changes | null> {
  if (!round.followsId) return null;
  const earlier = await scope.db
    .selectFrom('questionnaireResult')
    .select('result')
    .where('questionnaireRoundId', '=', round.followsId)
    .where('party', '=', after.party)
    .executeTakeFirst();
  if (!earlier) return null;
  const before = earlier.result as unknown as RoundResult;
  return changesOf({ before, after, pairs: await findPairs(scope, round, after.party) });
}

/** What the same code answered to the same question in both rounds. A code that was used twice in one pairs nothing. */
async function findPairs(
  { db }: SystemScope,
  { followsId, questionnaireRoundId }: Round,
  party: string,
): Promise<Pairs> {
  const { rows } = await sql<{ key: string; before: Answer; after: Answer }>`
    with once as (
      select questionnaire_round_id, question_key, pair_tag, (array_agg(answer))[1] as answer from anonymous_answer
      where questionnaire_round_id in (${followsId}::uuid, ${questionnaireRoundId}::uuid) and party = ${party} and pair_tag is not null
      group by questionnaire_round_id, question_key, pair_tag having count(*) = 1)
    select b.question_key as key, b.answer as before, a.answer as after
    from once b join once a on a.pair_tag = b.pair_tag and a.question_key = b.question_key
    where b.questionnaire_round_id = ${followsId}::uuid and a.questionnaire_round_id = ${questionnaireRoundId}::uuid
    order by b.pair_tag`.execute(db);
  const grouped = Map.groupBy(rows, ({ key }) => key);
  return new Map([...grouped].map(([key, all]) => [key, all.map(({ after, before }) => [before, after])]));
}
