import { randomUUID } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { findCluster } from '#domain/clusters/cluster-home.server.ts';
import { listClusterDeliveries } from '#domain/deliveries/cluster-deliveries.server.ts';
import { openOwnSource } from '#domain/deliveries/open-own-source.server.ts';
import { sourceText } from '#domain/deliveries/source.text.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { seesFigures } = await parent();
  if (!seesFigures) error(404, accessText[locals.locale].not_found);
  return locals.inCluster(params.cluster, async (scope) => ({
    isCoordinator: scope.roles.includes('coordinator'),
    deliveries: await listClusterDeliveries(scope),
    names: Object.fromEntries((await listIndicators(scope)).map(({ key, name }) => [key, name])),
  }));
};

export const actions: Actions = {
  deliver: async ({ locals, params, request }) => {
    const form = await request.formData();
    const opened = await locals.inCluster(
      params.cluster,
      async (scope) => {
        const { name } = await findCluster(scope);
        return openOwnSource(scope, randomUUID(), sourceText.da.ownName(name));
      },
      form,
    );
    if (!opened.done) return fail(409, { refusal: opened.reason });
    redirect(303, `/source/${opened.made.sourceId}/deliveries/new`);
  },
};
