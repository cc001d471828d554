import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { setLastDay } from '#domain/responses/plan-round.server.ts';
import type { RoundRefusal } from '#domain/responses/plan-round.text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { leads, standing } = await parent();
  if (!leads || standing !== 'open') error(404, accessText[locals.locale].not_found);
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const told = await locals.inCluster(
      params.cluster,
      (scope) => setLastDay(scope, params.round, null),
      form,
    );
    if (!told.done) return fail(409, { refusal: told.reason as RoundRefusal });
    redirect(303, `/c/${params.cluster}/questionnaires/rounds/${params.round}?closing`);
  },
};
