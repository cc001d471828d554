import { error, fail } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { lookAtFigures } from '#domain/benchmarks/look-at-figures.server.ts';
import { keyOf } from '#domain/benchmarks/period-key.ts';
import { findReference, listOwnFigures, listSpreads } from '#domain/benchmarks/spreads.server.ts';
import { findHome } from '#domain/clusters/cluster-home.server.ts';
import { findIndicator } from '#domain/indicators/indicators.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
  const { seesFigures, frame } = await parent();
  const found = await locals.inCluster(params.cluster, async (scope) => {
    const indicator = await findIndicator(scope, params.key);
    if (!indicator) return null;
    const spreads = await listSpreads(scope, params.key);
    const beside = [];
    for (const spread of spreads)
      beside.push({ spread, reference: await findReference(scope, indicator, spread) });
    return {
      indicator,
      spreads: beside,
      home: await findHome(scope),
      isCoordinator: scope.roles.includes('coordinator'),
    };
  });
  if (!found || !seesFigures) error(404, accessText[locals.locale].not_found);
  const crumbs = [frame.sections?.[1]].filter((section) => section !== undefined);
  const chosen =
    found.spreads.find(({ spread }) => keyOf(spread) === url.searchParams.get('of')) ??
    found.spreads[0] ??
    null;
  return { ...found, chosen: chosen && keyOf(chosen.spread), frame: { ...frame, crumbs } };
};

export const actions: Actions = {
  show: async ({ locals, params, request }) => {
    const form = await request.formData();
    const shown = await locals.inCluster(
      params.cluster,
      async (scope) => {
        const look = await lookAtFigures(scope, params.key);
        return look.done ? { own: await listOwnFigures(scope, params.key) } : { refusal: look.reason };
      },
      form,
    );
    return 'refusal' in shown ? fail(409, shown) : shown;
  },
};
