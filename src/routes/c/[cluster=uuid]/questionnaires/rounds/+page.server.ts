import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { listCountedRounds } from '#domain/responses/counted-rounds.server.ts';
import { seesAnswers } from '#domain/responses/seeing.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { roles } = await parent();
  const arranges = roles.some((role) => role === 'coordinator' || role === 'board' || role === 'secretary');
  if (!arranges && !seesAnswers(roles)) error(404, accessText[locals.locale].not_found);
  return {
    arranges,
    seesAnswers: seesAnswers(roles),
    rounds: await locals.inCluster(params.cluster, (scope) => listCountedRounds(scope)),
    today: dayOf(locals.now),
    isTakenBack: url.searchParams.has('takenBack'),
  };
};
