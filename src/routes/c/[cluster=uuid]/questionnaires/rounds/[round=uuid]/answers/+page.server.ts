import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { listNamedAnswers } from '#domain/responses/round-page.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { coordinates, round } = await parent();
  if (!coordinates || !round.isNamed || round.state === 'planned')
    error(404, accessText[locals.locale].not_found);
  return {
    given: await locals.inCluster(params.cluster, (scope) => listNamedAnswers(scope, params.round)),
  };
};
