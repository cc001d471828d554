import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import { findOrderOfSource } from '#domain/orders/orders.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.asSource(params.source, async (scope) => {
    const order = await findOrderOfSource(scope, params.order);
    if (!order) error(404, accessText[locals.locale].not_found);
    const known = await listIndicators(scope);
    const indicators = known.filter(({ key }) => order.indicators.includes(key));
    return { order, indicators };
  });
