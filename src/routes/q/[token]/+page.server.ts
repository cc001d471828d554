import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { answeringSavedIn } from '#domain/responses/answering.ts';
import { gatherAnswering } from '#domain/responses/answering-page.server.ts';
import { findOwnRoundId } from '#domain/responses/rounds.server.ts';
import { answeringActions } from '../../m/answering-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { token } = params;
  const { isExample, name, page } = await locals.asHolder(token, 'respondent', async (scope) => ({
    isExample: scope.isExample,
    name: scope.name ?? '',
    page: await gatherAnswering(scope, await findOwnRoundId(scope), token),
  }));
  if (!page) error(404, accessText[locals.locale].not_found);
  return {
    page,
    name,
    saved: answeringSavedIn(url.searchParams.get('saved')),
    frame: { place: { href: url.pathname, label: page.clusterName }, isExample },
  };
};

export const actions: Actions = answeringActions({
  enter: ({ locals, params }, work, form) => locals.asHolder(params.token ?? '', 'respondent', work, form),
  roundOf: (_, scope) => findOwnRoundId(scope),
  secretOf: ({ params }) => params.token ?? '',
});
