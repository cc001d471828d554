import { gatherOwnPage } from '#domain/invitations/own-page.server.ts';
import { savedIn } from '#domain/invitations/own-page.ts';
import { ownActions } from '../../../m/own-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  page: await locals.inCluster(params.cluster, gatherOwnPage),
  now: locals.now,
  saved: savedIn(url.searchParams.get('saved')),
});

export const actions: Actions = ownActions(({ locals, params }, work, form) =>
  locals.inCluster(params.cluster ?? '', work, form),
);
