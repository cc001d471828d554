import { command } from '#domain/access/command.server.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { remind } from './remind.server.ts';
import { isAnswerable } from './round.ts';
import { findRound, listRespondents } from './rounds.server.ts';

/**
 * Reminds those who have not answered a round, and nobody else; whoever was asked or reminded today is left in peace.
 * Answers how many were.
 */
export const remindRound = command(
  { permission: 'questionnaire_round.remind', event: 'questionnaire_round.reminded' },
  async (scope: ClusterScope, questionnaireRoundId: string) => {
    const round = await findRound(scope, questionnaireRoundId);
    if (!round) return refused('no_such_round');
    const today = dayOf(scope.now);
    if (!isAnswerable(round, today)) return refused('round_not_open');
    const silent = (await listRespondents(scope, questionnaireRoundId)).filter(
      ({ answeredOn, askedOn, remindedOn }) => !answeredOn && askedOn < today && (remindedOn ?? '') < today,
    );
    if (silent.length === 0) return refused('nobody_to_remind');
    const ids = silent.map(({ respondentId }) => respondentId);
    return made({ people: await remind(scope, { ...round, clusterId: scope.clusterId }, ids) });
  },
);
