import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { parseQuestionnaire } from './questionnaire.ts';
import { findOwnQuestionnaire } from './questionnaires.server.ts';

/**
 * Changes some fields of a questionnaire of the cluster's own; they are checked with the rest. `seenAt` is when it was
 * changed last as the writer saw it: what somebody else changed meanwhile is not written over. No round changes by it.
 */
export const changeQuestionnaire = command(
  { permission: 'questionnaire.write', event: 'questionnaire.changed' },
  async (
    scope: ClusterScope,
    ownQuestionnaireId: string,
    change: Readonly<Record<string, unknown>>,
    seenAt: Date,
  ) => {
    const own = await findOwnQuestionnaire(scope, ownQuestionnaireId);
    if (!own) return refused('no_such_questionnaire');
    if (own.endedAt) return refused('questionnaire_ended');
    const reading = parseQuestionnaire({ ...own.content, ...change });
    if ('problems' in reading) return refused('questionnaire_broken');
    const written = await scope.db
      .updateTable('ownQuestionnaire')
      .set({ content: JSON.stringify(reading.questionnaire), changedAt: scope.now })
      .where('ownQuestionnaireId', '=', ownQuestionnaireId)
      .where('changedAt', '=', seenAt)
      .executeTakeFirst();
    return written.numUpdatedRows > 0n ? done : refused('changed_meanwhile');
  },
);
