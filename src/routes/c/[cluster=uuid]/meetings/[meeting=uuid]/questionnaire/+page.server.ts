import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { listCountedRounds } from '#domain/responses/counted-rounds.server.ts';
import { listRoundChoices } from '#domain/responses/round-choices.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { arranges, leads, meeting } = await parent();
  if (!arranges) error(404, accessText[locals.locale].not_found);
  const mayPlan = leads && meeting.state !== 'cancelled';
  const found = await locals.inCluster(params.cluster, async (scope) => ({
    rounds: await listCountedRounds(scope, params.meeting),
    choices: mayPlan ? await listRoundChoices(scope, params.meeting) : [],
  }));
  return { ...found, mayPlan, today: dayOf(locals.now) };
};
