import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { decideWhoSees } from '#domain/members/decide-who-sees.server.ts';
import { listPracticePages } from '#domain/members/figure-access.server.ts';
import { savedIn } from '#domain/members/figure-access.text.ts';
import { idIn } from '#domain/members/figure-access.ts';
import { openFigures } from '#domain/members/open-figures.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const practices = await locals.inCluster(params.cluster, listPracticePages);
  if (practices.length === 0) error(404, accessText[locals.locale].not_found);
  return { practices, saved: savedIn(url.searchParams.get('saved')) };
};

export const actions: Actions = {
  open: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const memberId = idIn(form.get('member'));
    const typed = String(form.get('key') ?? '').slice(0, 80);
    if (!memberId) error(404, accessText[locals.locale].not_found);
    const opened = await locals.inCluster(
      params.cluster,
      (scope) => openFigures(scope, memberId, typed),
      form,
    );
    if (!opened.done) return fail(409, { of: memberId, typed, refusal: opened.reason });
    redirect(303, `${url.pathname}?saved=opened`);
  },
  decide: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const practiceId = idIn(form.get('practice'));
    if (!practiceId) error(404, accessText[locals.locale].not_found);
    const ticked = form.getAll('sees');
    const wish = { trainees: ticked.includes('trainees'), staff: ticked.includes('staff') };
    const decided = await locals.inCluster(
      params.cluster,
      (scope) => decideWhoSees(scope, practiceId, wish),
      form,
    );
    if (!decided.done) return fail(409, { of: practiceId, typed: '', refusal: decided.reason });
    redirect(303, `${url.pathname}?saved=decided`);
  },
};
