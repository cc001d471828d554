import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { dispositionOf } from '#domain/partners/kept-file.ts';
import { exportedWorkbook, findExported } from '#domain/responses/round-results.server.ts';
import type { RequestHandler } from './$types';

/** The same as a workbook, with the changes since the round before where there are any. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const of = url.searchParams.get('of') === 'partner' ? 'partner' : 'member';
  const found = await locals.inCluster(params.cluster, (scope) => findExported(scope, params.round, of));
  if (!found) error(404, accessText[locals.locale].not_found);
  const { bytes, mediaType } = await exportedWorkbook(locals.locale, found);
  return new Response(bytes, {
    headers: {
      'content-type': mediaType,
      'content-disposition': dispositionOf(`${found.result.title}.xlsx`),
    },
  });
};
