import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { arranges } from '#domain/partners/arranging.ts';
import { resumePartner } from '#domain/partners/end-partner.server.ts';
import { byKind, isFound } from '#domain/partners/partner.ts';
import { listPartners } from '#domain/partners/partners.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { roles } = await parent();
  if (!arranges(roles)) error(404, accessText[locals.locale].not_found);
  const search = (url.searchParams.get('q') ?? '').trim().slice(0, 100);
  const all = await locals.inCluster(params.cluster, listPartners);
  const partners = all.filter(({ isEnded }) => !isEnded);
  const found = partners.filter((partner) => isFound(partner, search));
  const ended = all.filter(({ isEnded }) => isEnded).map(({ partnerId, name }) => ({ partnerId, name }));
  return {
    search,
    isEmpty: partners.length === 0,
    groups: byKind(found),
    count: found.length,
    ended,
    justEnded: ended.find(({ partnerId }) => partnerId === url.searchParams.get('ended')) ?? null,
    isResumed: url.searchParams.has('resumed'),
  };
};

export const actions: Actions = {
  resume: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const partner = String(form.get('partner') ?? '');
    const resumed = await locals.inCluster(params.cluster, (scope) => resumePartner(scope, partner), form);
    if (!resumed.done) return fail(409, { refusal: resumed.reason });
    redirect(303, `${url.pathname}?resumed`);
  },
};
