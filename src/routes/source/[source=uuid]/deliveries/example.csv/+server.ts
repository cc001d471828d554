import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { listNumbers } from '#domain/deliveries/delivering.server.ts';
import { dayAt } from '#domain/deliveries/delivery.ts';
import { exampleDeliveryFile } from '#domain/deliveries/example-file.ts';
import type { RequestHandler } from './$types';

/** The example file, in an example world only, for whoever wants to look at it first. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const numbers = await locals.asSource(params.source, async (scope) =>
    scope.isExample ? listNumbers(scope, scope.sourceId, dayAt(scope.now)) : null,
  );
  if (!numbers) error(404, accessText[locals.locale].not_found);
  const { name, text } = exampleDeliveryFile(numbers.map(({ number }) => number));
  return new Response(`\ufeff${text}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
};
