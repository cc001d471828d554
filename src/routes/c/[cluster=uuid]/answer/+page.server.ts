import { gatherOwnPage } from '#domain/invitations/own-page.server.ts';
import { savedIn } from '#domain/invitations/own-page.ts';
import { listAskedCounts } from '#domain/own-counts/own-counts.server.ts';
import { listQuestionBoxes } from '#domain/partners/questions.server.ts';
import { listOwnRounds } from '#domain/responses/rounds.server.ts';
import { ownActions } from '../../../m/own-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { page, boxes, counts, rounds } = await locals.inCluster(params.cluster, async (scope) => ({
    page: await gatherOwnPage(scope),
    boxes: await listQuestionBoxes(scope),
    counts: await listAskedCounts(scope),
    rounds: await listOwnRounds(scope),
  }));
  const at = `/c/${params.cluster}/meetings`;
  return {
    page,
    counts,
    rounds,
    questionsAt: Object.fromEntries(boxes.map((meeting) => [meeting, `${at}/${meeting}/questions`])),
    now: locals.now,
    saved: savedIn(url.searchParams.get('saved')),
  };
};

export const actions: Actions = ownActions(({ locals, params }, work, form) =>
  locals.inCluster(params.cluster ?? '', work, form),
);
