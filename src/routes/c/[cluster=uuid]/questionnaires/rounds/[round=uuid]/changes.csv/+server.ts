import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { dispositionOf } from '#domain/partners/kept-file.ts';
import { changesCsv } from '#domain/responses/change-export.text.ts';
import { exportText } from '#domain/responses/export.text.ts';
import { findExported } from '#domain/responses/round-results.server.ts';
import type { RequestHandler } from './$types';

/** What has changed since the round before, as a file for a spreadsheet. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const of = url.searchParams.get('of') === 'partner' ? 'partner' : 'member';
  const found = await locals.inCluster(params.cluster, (scope) => findExported(scope, params.round, of));
  if (!found?.changes) error(404, accessText[locals.locale].not_found);
  return new Response(changesCsv(locals.locale, found.changes), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': dispositionOf(
        `${found.result.title}, ${exportText[locals.locale].sheets.changes}.csv`,
      ),
    },
  });
};
