import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { keyOf } from '#domain/benchmarks/period-key.ts';
import { findReference, listSpreads } from '#domain/benchmarks/spreads.server.ts';
import { findIndicator } from '#domain/indicators/indicators.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
  const { frame } = await parent();
  const found = await locals.inCluster(params.cluster, async (scope) => {
    const indicator = await findIndicator(scope, params.key);
    const spreads = indicator ? await listSpreads(scope, params.key) : [];
    const spread = spreads.find((one) => keyOf(one) === url.searchParams.get('of')) ?? spreads[0];
    if (!indicator || !spread) return null;
    return { indicator, spread, reference: await findReference(scope, indicator, spread) };
  });
  if (!found) error(404, accessText[locals.locale].not_found);
  return { ...found, frame: { ...frame, isBare: true } };
};
