import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { releaseTexts } from '#domain/responses/release-texts.server.ts';
import { listTextAnswers } from '#domain/responses/rounds.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { coordinates, round } = await parent();
  if (!coordinates || round.state !== 'counted') error(404, accessText[locals.locale].not_found);
  return {
    texts: await locals.inCluster(params.cluster, (scope) => listTextAnswers(scope, params.round)),
    isSaved: url.searchParams.has('saved'),
  };
};

export const actions: Actions = {
  default: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const released = form.getAll('show').map(String);
    const told = await locals.inCluster(
      params.cluster,
      (scope) => releaseTexts(scope, params.round, released),
      form,
    );
    if (!told.done) return fail(409, { refusal: told.reason, released });
    redirect(303, `${url.pathname}?saved`);
  },
};
