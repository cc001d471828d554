import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { takeRoundBack } from '#domain/responses/plan-round.server.ts';
import type { RoundRefusal } from '#domain/responses/plan-round.text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { leads, round } = await parent();
  if (!leads || (round.state !== 'planned' && round.state !== 'open'))
    error(404, accessText[locals.locale].not_found);
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const told = await locals.inCluster(params.cluster, (scope) => takeRoundBack(scope, params.round), form);
    if (!told.done) return fail(409, { refusal: told.reason as RoundRefusal });
    redirect(303, `/c/${params.cluster}/questionnaires/rounds?takenBack`);
  },
};
