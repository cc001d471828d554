import { listDeliveries } from '#domain/deliveries/deliveries.server.ts';
import { mayWait } from '#domain/deliveries/delivery.ts';
import { listPublishing, listServed, listServedPractices } from '#domain/deliveries/sources.server.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import { listOrdersOfSource } from '#domain/orders/orders.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.asSource(params.source, async (scope) => {
    const deliveries = await listDeliveries(scope);
    const practices = await listServedPractices(scope);
    const indicators = await listIndicators(scope);
    return {
      clusters: await listServed(scope),
      drafts: deliveries.filter(
        (one) => one.state === 'draft' && one.isOwn && mayWait(one.startedAt, scope.now),
      ),
      deliveries: deliveries.filter(({ state }) => state !== 'draft'),
      published: await listPublishing(scope),
      orders: await listOrdersOfSource(scope),
      unconfirmed: practices.filter(({ isConfirmed }) => !isConfirmed).length,
      withoutKey: practices.filter(({ isConfirmed, keyMadeAt }) => isConfirmed && !keyMadeAt).length,
      names: Object.fromEntries(indicators.map(({ key, name }) => [key, name])),
    };
  });
