import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import { offeredToFjord } from '#domain/tryout/example-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
  if (!locals.demo) error(404, accessText[locals.locale].not_found);
  const indicators = await locals.asLink((scope) => listIndicators(scope));
  const { name, text } = offeredToFjord(indicators);
  return new Response(`\ufeff${text}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
};
