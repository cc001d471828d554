import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { closeAccess } from '#domain/members/close-access.server.ts';
import { confirmColleague } from '#domain/members/confirm-colleague.server.ts';
import { findColleague } from '#domain/members/figure-access.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const found = await locals.inCluster(params.cluster, (scope) => findColleague(scope, params.member));
  if (!found) error(404, accessText[locals.locale].not_found);
  const { frame } = await parent();
  const crumbs = frame.sections?.filter(({ href }) => href === `/c/${params.cluster}/practice`) ?? [];
  return { ...found, frame: { ...frame, crumbs } };
};

export const actions: Actions = {
  confirm: async ({ locals, params, request }) => {
    const form = await request.formData();
    const confirmed = await locals.inCluster(
      params.cluster,
      (scope) => confirmColleague(scope, params.member),
      form,
    );
    if (!confirmed.done) return fail(409, { refusal: confirmed.reason });
    redirect(303, `/c/${params.cluster}/practice?saved=confirmed`);
  },
  close: async ({ locals, params, request }) => {
    const form = await request.formData();
    const closed = await locals.inCluster(params.cluster, (scope) => closeAccess(scope, params.member), form);
    if (!closed.done) return fail(409, { refusal: closed.reason });
    redirect(303, `/c/${params.cluster}/practice?saved=closed`);
  },
};
