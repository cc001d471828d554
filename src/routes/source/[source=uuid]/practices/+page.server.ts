import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { confirmNumber } from '#domain/deliveries/confirm-number.server.ts';
import { listServed, listServedPractices } from '#domain/deliveries/sources.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { source } = await parent();
  if (!source.isTrusted) error(404, accessText[locals.locale].not_found);
  const { practices, clusters } = await locals.asSource(params.source, async (scope) => ({
    practices: await listServedPractices(scope),
    clusters: await listServed(scope),
  }));
  const wished = url.searchParams.get('cluster');
  const waiting = practices.find(({ isConfirmed, keyMadeAt }) => isConfirmed && !keyMadeAt);
  const shown = clusters.find(({ clusterId }) => clusterId === (wished ?? waiting?.clusterId)) ?? clusters[0];
  return {
    clusters,
    shown: shown ?? null,
    isNoneChosen: url.searchParams.get('refused') === 'none_chosen',
    unconfirmed: practices.filter(({ isConfirmed }) => !isConfirmed).slice(0, SHOWN_NUMBERS),
    practices: practices.filter(
      ({ isConfirmed, clusterId }) => isConfirmed && clusterId === shown?.clusterId,
    ),
  };
};

// The rest follows when these are confirmed.
const SHOWN_NUMBERS = 100;

export const actions: Actions = {
  confirm: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const number = String(form.get('number'));
    const confirmed = await locals.asSource(params.source, (scope) => confirmNumber(scope, number), form);
    if (!confirmed.done) return fail(409, { refusal: confirmed.reason });
    redirect(303, url.pathname);
  },
};
