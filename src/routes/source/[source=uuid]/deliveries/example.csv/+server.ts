import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { listNumbers } from '#domain/deliveries/delivering.server.ts';
import { dayAt } from '#domain/deliveries/delivery.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import { offeredFile } from '#domain/tryout/example-file.ts';
import type { RequestHandler } from './$types';

/** The example file, in an example world only, for whoever wants to look at it first. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const file = await locals.asSource(params.source, async (scope) => {
    const numbers = await listNumbers(scope, scope.sourceId, dayAt(scope.now));
    const served = new Set(numbers.map(({ number }) => number));
    return scope.isExample ? offeredFile(served, await listIndicators(scope)) : null;
  });
  if (!file) error(404, accessText[locals.locale].not_found);
  return new Response(`\ufeff${file.text}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${file.name}"`,
    },
  });
};
