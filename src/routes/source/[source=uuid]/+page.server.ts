import { listDeliveries } from '#domain/deliveries/deliveries.server.ts';
import { listPublishing, listServed, listServedPractices } from '#domain/deliveries/sources.server.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.asSource(params.source, async (scope) => {
    const deliveries = await listDeliveries(scope);
    const practices = await listServedPractices(scope);
    const indicators = await listIndicators(scope);
    return {
      clusters: await listServed(scope),
      drafts: deliveries.filter(({ state, isOwn }) => state === 'draft' && isOwn),
      deliveries: deliveries.filter(({ state }) => state !== 'draft'),
      published: await listPublishing(scope),
      unconfirmed: practices.filter(({ isConfirmed }) => !isConfirmed).length,
      withoutKey: practices.filter(({ isConfirmed, keyMadeAt }) => isConfirmed && !keyMadeAt).length,
      names: Object.fromEntries(indicators.map(({ key, name }) => [key, name])),
    };
  });
