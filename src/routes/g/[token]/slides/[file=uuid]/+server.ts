import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { findGuestPage } from '#domain/partners/guest-page.server.ts';
import { dispositionOf } from '#domain/partners/kept-file.ts';
import { openFile } from '#domain/partners/kept-files.server.ts';
import type { RequestHandler } from './$types';

/** A file of the guest's own, to be saved again. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const file = await locals.asHolder(params.token, 'guest', async (scope) => {
    const page = await findGuestPage(scope);
    return page && openFile(scope, page.meetingId, params.file);
  });
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
