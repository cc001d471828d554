import { error, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { answeringSavedIn } from '#domain/responses/answering.ts';
import { gatherAnswering } from '#domain/responses/answering-page.server.ts';
import { draftKeyIn, draftKeyOf, keepDraftKey } from '#domain/responses/draft-key.ts';
import { findDraft } from '#domain/responses/keep-draft.server.ts';
import { answeringActions } from '../../../../m/answering-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ cookies, locals, params, url }) => {
  const brought = draftKeyIn(url);
  if (brought) {
    const draft = await locals.inCluster(params.cluster, (scope) => findDraft(scope, params.round, brought));
    if (draft && draft !== 'elsewhere') keepDraftKey(cookies, url, brought);
    // The address holds the key no longer than it takes to read it.
    redirect(303, url.pathname);
  }
  const secret = draftKeyOf(cookies) ?? crypto.randomUUID();
  const page = await locals.inCluster(params.cluster, (scope) =>
    gatherAnswering(scope, params.round, secret),
  );
  if (!page) error(404, accessText[locals.locale].not_found);
  keepDraftKey(cookies, url, secret);
  return {
    page,
    answersAt: `/c/${params.cluster}/answer`,
    deviceAt: `${url.origin}${url.pathname}?key=${secret}`,
    saved: answeringSavedIn(url.searchParams.get('saved')),
  };
};

export const actions: Actions = answeringActions({
  enter: ({ locals, params }, work, form) => locals.inCluster(params.cluster ?? '', work, form),
  roundOf: ({ params }) => params.round ?? '',
  secretOf: ({ cookies }) => draftKeyOf(cookies) ?? crypto.randomUUID(),
});
