import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { listEvaluations, trendOfMeetings } from '#domain/responses/evaluations.server.ts';
import { roundListText } from '#domain/responses/round-list.text.ts';
import { seesAnswers } from '#domain/responses/seeing.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { frame, roles } = await parent();
  if (!seesAnswers(roles)) error(404, accessText[locals.locale].not_found);
  const found = await locals.inCluster(params.cluster, (scope) => listEvaluations(scope));
  const above = {
    href: `/c/${params.cluster}/questionnaires/rounds`,
    label: roundListText[locals.locale].title,
  };
  return {
    meetings: found.map(({ result, ...meeting }) => ({
      ...meeting,
      respondents: result?.respondents ?? null,
    })),
    trends: trendOfMeetings(found),
    frame: { ...frame, crumbs: [above] },
  };
};
