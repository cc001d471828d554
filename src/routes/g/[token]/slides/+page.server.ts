import { randomUUID } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { findGuestPage } from '#domain/partners/guest-page.server.ts';
import { keepSlides } from '#domain/partners/keep-file.server.ts';
import { isLongerThan } from '#domain/partners/kept-file.ts';
import { receiveForm } from '#domain/partners/receive-file.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { page, clusterName, isExample } = await locals.asHolder(params.token, 'guest', async (scope) => ({
    page: await findGuestPage(scope),
    clusterName: scope.clusterName,
    isExample: scope.isExample,
  }));
  if (!page) error(404, accessText[locals.locale].link_over(clusterName));
  return {
    at: `/g/${params.token}`,
    meetingTitle: page.meetingTitle,
    isTooLarge: url.searchParams.get('refused') === 'too_large',
    frame: { place: { href: `/g/${params.token}`, label: clusterName }, isExample },
  };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    // A dead link, and a file that says itself that it is too large, are turned away before it is read.
    const page = await locals.asHolder(params.token, 'guest', findGuestPage);
    if (!page) error(404, accessText[locals.locale].not_found);
    if (isLongerThan('slides', request.headers.get('content-length')))
      return fail(413, { refusal: 'file_too_large' as const });
    const { form, file } = await receiveForm(request, 'slides', locals.now);
    if (file === null) return fail(409, { refusal: 'no_file' as const });
    if (typeof file === 'string') return fail(409, { refusal: file });
    const kept = await locals.asHolder(
      params.token,
      'guest',
      (scope) => keepSlides(scope, randomUUID(), file),
      form,
    );
    if (!kept.done) return fail(409, { refusal: kept.reason });
    redirect(303, `/g/${params.token}?saved=slides#slides`);
  },
};
