import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { confirmNumber } from '#domain/deliveries/confirm-number.server.ts';
import { listServed, listServedPractices } from '#domain/deliveries/sources.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { source } = await parent();
  if (!source.isTrusted) error(404, accessText[locals.locale].not_found);
  return locals.asSource(params.source, async (scope) => ({
    practices: await listServedPractices(scope),
    clusters: Object.fromEntries((await listServed(scope)).map(({ clusterId, name }) => [clusterId, name])),
  }));
};

export const actions: Actions = {
  confirm: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const number = String(form.get('number'));
    const confirmed = await locals.asSource(params.source, (scope) => confirmNumber(scope, number), form);
    if (!confirmed.done) return fail(409, { refusal: confirmed.reason });
    redirect(303, url.pathname);
  },
};
