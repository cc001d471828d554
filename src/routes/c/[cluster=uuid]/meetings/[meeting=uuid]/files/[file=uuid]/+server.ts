import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { dispositionOf } from '#domain/partners/kept-file.ts';
import { openFile } from '#domain/partners/kept-files.server.ts';
import type { RequestHandler } from './$types';

/** A file of the meeting, to be saved: slides for everybody of the cluster, a receipt for those who pay. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const file = await locals.inCluster(params.cluster, (scope) =>
    openFile(scope, params.meeting, params.file),
  );
  if (!file) error(404, accessText[locals.locale].not_found);
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(file.bytes.length),
      'content-disposition': dispositionOf(file.name),
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
};
