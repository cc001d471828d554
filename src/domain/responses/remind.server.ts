import { sql } from 'kysely';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import type { ClusterScope, SystemScope } from '#platform/scope.server.ts';

type Round = { questionnaireRoundId: string; clusterId: string; meetingId: string };

/** Reminds those who are named of a round, and of them alone those who have still not answered; how many they were. */
export async function remind(
  scope: SystemScope | ClusterScope,
  { clusterId, meetingId, questionnaireRoundId }: Round,
  silent: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ respondentId: string; personId: string | null }>`
    with reminded as (
      update respondent set reminded_on = current_day()
      where questionnaire_round_id = ${questionnaireRoundId}::uuid and respondent_id = any(${silent}::uuid[]) and answered_on is null
      returning respondent_id, member_id)
    select r.respondent_id, m.person_id from reminded r left join member m on m.member_id = r.member_id
    order by r.respondent_id`.execute(scope.db);
  for (const { personId, respondentId } of rows)
    await writeMeetingLetter(scope, {
      kind: personId ? 'questionnaire_reminder' : 'partner_questionnaire_reminder',
      clusterId,
      meetingId,
      questionnaireRoundId,
      to: personId ? { personId } : { respondentId },
    });
  return rows.length;
}
