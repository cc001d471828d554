import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { answeringSavedIn } from '#domain/responses/answering.ts';
import { gatherAnswering } from '#domain/responses/answering-page.server.ts';
import { answeringActions } from '../../../answering-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { token } = params;
  const { isExample, name, page } = await locals.asMember(token, async (scope) => ({
    isExample: scope.isExample,
    name: scope.name ?? '',
    page: await gatherAnswering(scope, params.round, token),
  }));
  if (!page) error(404, accessText[locals.locale].not_found);
  return {
    page,
    name,
    ownPage: `/m/${token}`,
    saved: answeringSavedIn(url.searchParams.get('saved')),
    frame: { place: { href: `/m/${token}`, label: page.clusterName }, isExample },
  };
};

export const actions: Actions = answeringActions({
  enter: ({ locals, params }, work, form) => locals.asMember(params.token ?? '', work, form),
  roundOf: ({ params }) => params.round ?? '',
  secretOf: ({ params }) => params.token ?? '',
});
