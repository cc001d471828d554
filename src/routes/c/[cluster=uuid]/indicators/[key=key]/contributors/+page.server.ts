import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { nextUnpublished } from '#domain/benchmarks/contributing.ts';
import { listContributing, listDelivered } from '#domain/benchmarks/contributors.server.ts';
import { keyOf, readKey } from '#domain/benchmarks/period-key.ts';
import { requestPublication } from '#domain/benchmarks/request-publication.server.ts';
import { findIndicator } from '#domain/indicators/indicators.server.ts';
import { isServedByKnown } from '#domain/members/cluster-sources.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
  const { frame } = await parent();
  const found = await locals.inCluster(params.cluster, async (scope) => {
    const indicator = await findIndicator(scope, params.key);
    if (!indicator || !scope.roles.some((role) => role === 'coordinator' || role === 'board')) return null;
    const every = await listDelivered(scope);
    const all = every.filter((one) => one.indicatorKey === params.key);
    const delivered = all.find((one) => keyOf(one) === url.searchParams.get('of')) ?? all[0];
    if (!delivered) return null;
    const practices = await listContributing(scope, delivered);
    const next = nextUnpublished(every, delivered);
    return {
      indicator,
      delivered,
      practices,
      isCoordinator: scope.roles.includes('coordinator'),
      mayGetKeys: await isServedByKnown(scope),
      next: next && { ...next, name: (await findIndicator(scope, next.indicatorKey))?.name ?? null },
    };
  });
  if (!found) error(404, accessText[locals.locale].not_found);
  const crumbs = [
    ...(frame.sections ?? []).filter(({ href }) => href === `/c/${params.cluster}/indicators`),
    { href: `/c/${params.cluster}/indicators/${params.key}`, label: found.indicator.name[locals.locale] },
  ];
  return { ...found, frame: { ...frame, crumbs } };
};

export const actions: Actions = {
  publish: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const of = readKey(url.searchParams.get('of'));
    if (!of) error(404, accessText[locals.locale].not_found);
    const subject = { period: of.period, sourceId: of.source.sourceId };
    const asked = await locals.inCluster(
      params.cluster,
      (scope) => requestPublication(scope, params.key, subject),
      form,
    );
    if (!asked.done) return fail(409, { refusal: asked.reason });
    redirect(303, `${url.pathname}?of=${keyOf(of)}`);
  },
};
