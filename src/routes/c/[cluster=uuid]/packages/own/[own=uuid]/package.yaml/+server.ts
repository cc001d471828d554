import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { writtenPackage } from '#domain/packages/package-file.ts';
import { findPackage } from '#domain/packages/packages.server.ts';
import type { RequestHandler } from './$types';

/** One of the cluster's own packages, as the one file that another cluster can take in. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const found = await locals.inCluster(params.cluster, (scope) =>
    findPackage(scope, { ownPackageId: params.own }),
  );
  if (!found) error(404, accessText[locals.locale].not_found);
  return new Response(writtenPackage(found), {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${found.key}.yaml"`,
    },
  });
};
