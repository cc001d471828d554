import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { answerSource } from '#domain/members/answer-source.server.ts';
import { findAskingSource } from '#domain/members/figure-access.server.ts';
import { idIn } from '#domain/members/figure-access.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const practiceId = idIn(url.searchParams.get('practice'));
  const found =
    practiceId &&
    (await locals.inCluster(params.cluster, (scope) => findAskingSource(scope, params.source, practiceId)));
  if (!found) error(404, accessText[locals.locale].not_found);
  const { frame } = await parent();
  const crumbs = frame.sections?.filter(({ href }) => href === `/c/${params.cluster}/practice`) ?? [];
  return { ...found, frame: { ...frame, crumbs } };
};

export const actions: Actions = {
  answer: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const practiceId = idIn(url.searchParams.get('practice'));
    const answer = (['yes', 'no'] as const).find((known) => known === form.get('answer'));
    if (!practiceId || !answer) error(404, accessText[locals.locale].not_found);
    const said = await locals.inCluster(
      params.cluster,
      (scope) => answerSource(scope, params.source, { practiceId, answer }),
      form,
    );
    if (!said.done) return fail(409, { refusal: said.reason });
    const saved = said.made.takenDown > 0 ? 'taken_out' : `said_${answer}`;
    redirect(303, `/c/${params.cluster}/practice?saved=${saved}`);
  },
};
