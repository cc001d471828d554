import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { dispositionOf } from '#domain/partners/kept-file.ts';
import { resultCsv } from '#domain/responses/result-export.text.ts';
import { findExported } from '#domain/responses/round-results.server.ts';
import type { RequestHandler } from './$types';

/** The counts of a round as a file for a spreadsheet, with what the page shows and nothing more. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const of = url.searchParams.get('of') === 'partner' ? 'partner' : 'member';
  const found = await locals.inCluster(params.cluster, (scope) => findExported(scope, params.round, of));
  if (!found) error(404, accessText[locals.locale].not_found);
  return new Response(resultCsv(locals.locale, found), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': dispositionOf(`${found.result.title}.csv`),
    },
  });
};
