import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { listDelivered } from '#domain/benchmarks/contributors.server.ts';
import { listSpreads } from '#domain/benchmarks/spreads.server.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { seesFigures } = await parent();
  if (!seesFigures) error(404, accessText[locals.locale].not_found);
  return locals.inCluster(params.cluster, async (scope) => ({
    spreads: await listSpreads(scope),
    delivered: scope.roles.includes('coordinator') ? await listDelivered(scope) : [],
    names: Object.fromEntries(
      (await listIndicators(scope)).map((indicator) => [indicator.key, indicator.name]),
    ),
  }));
};
