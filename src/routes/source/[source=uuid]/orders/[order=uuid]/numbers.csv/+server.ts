import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { numbersFile } from '#domain/orders/numbers-file.ts';
import { findOrderOfSource } from '#domain/orders/orders.server.ts';
import { ordersText } from '#domain/orders/orders.text.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) =>
  locals.asSource(params.source, async (scope) => {
    const order = await findOrderOfSource(scope, params.order);
    if (!order) error(404, accessText[locals.locale].not_found);
    return new Response(numbersFile(ordersText[locals.locale].source, order.numbers), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="ydernumre.csv"',
      },
    });
  });
