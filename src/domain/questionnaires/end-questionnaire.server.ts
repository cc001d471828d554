import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { findOwnQuestionnaire } from './questionnaires.server.ts';

/** Takes a questionnaire of the cluster's own away. Rounds that ask with it go on; it can be taken back. */
export const endQuestionnaire = command(
  { permission: 'questionnaire.write', event: 'questionnaire.ended' },
  async (scope: ClusterScope, ownQuestionnaireId: string) => {
    if (!(await findOwnQuestionnaire(scope, ownQuestionnaireId))) return refused('no_such_questionnaire');
    await setEnd(scope, ownQuestionnaireId, scope.now);
    return done;
  },
);

/** Takes a questionnaire that was taken away back. */
export const resumeQuestionnaire = command(
  { permission: 'questionnaire.write', event: 'questionnaire.resumed' },
  async (scope: ClusterScope, ownQuestionnaireId: string) => {
    if (!(await findOwnQuestionnaire(scope, ownQuestionnaireId))) return refused('no_such_questionnaire');
    await setEnd(scope, ownQuestionnaireId, null);
    return done;
  },
);

async function setEnd({ db }: ClusterScope, ownQuestionnaireId: string, endedAt: Date | null): Promise<void> {
  await db
    .updateTable('ownQuestionnaire')
    .set({ endedAt })
    .where('ownQuestionnaireId', '=', ownQuestionnaireId)
    .where('endedAt', endedAt ? 'is' : 'is not', null)
    .execute();
}
