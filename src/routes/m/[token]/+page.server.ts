import { gatherOwnPage } from '#domain/invitations/own-page.server.ts';
import { savedIn } from '#domain/invitations/own-page.ts';
import { listAskedCounts } from '#domain/own-counts/own-counts.server.ts';
import { listQuestionBoxes } from '#domain/partners/questions.server.ts';
import { listOwnRounds } from '#domain/responses/rounds.server.ts';
import { ownActions } from '../own-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { clusterName, isExample, boxes, ...own } = await locals.asMember(params.token, async (scope) => ({
    clusterName: scope.clusterName,
    isExample: scope.isExample,
    name: scope.name ?? '',
    page: await gatherOwnPage(scope),
    boxes: await listQuestionBoxes(scope),
    counts: await listAskedCounts(scope),
    rounds: await listOwnRounds(scope),
    clusterId: scope.clusterId,
  }));
  return {
    ...own,
    questionsAt: Object.fromEntries(
      boxes.map((meeting) => [meeting, `${url.pathname}/questions/${meeting}`]),
    ),
    now: locals.now,
    saved: savedIn(url.searchParams.get('saved')),
    frame: { place: { href: url.pathname, label: clusterName }, isExample },
  };
};

export const actions: Actions = ownActions(({ locals, params }, work, form) =>
  locals.asMember(params.token ?? '', work, form),
);
