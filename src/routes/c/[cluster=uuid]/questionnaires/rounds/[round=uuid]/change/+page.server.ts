import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { countAskable, listAskablePartners } from '#domain/responses/askable.server.ts';
import { changeChosenRound } from '#domain/responses/plan-chosen-round.server.ts';
import type { RoundRefusal } from '#domain/responses/plan-round.text.ts';
import { type TypedRound, typedOf, typedRoundIn } from '#domain/responses/round-wish.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { leads, round } = await parent();
  if (!leads || round.state !== 'planned') error(404, accessText[locals.locale].not_found);
  const askable = await locals.inCluster(params.cluster, async (scope) => ({
    people: await countAskable(scope),
    partners: await listAskablePartners(scope),
  }));
  return { askable, value: typedOf(round) };
};

type Refused = { refusal: RoundRefusal; typed: TypedRound };

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const typed = typedRoundIn(form);
    const told = await locals.inCluster(
      params.cluster,
      (scope) => changeChosenRound(scope, params.round, typed),
      form,
    );
    if (!told.done) return fail(409, { refusal: told.reason, typed } satisfies Refused as Refused);
    redirect(303, `/c/${params.cluster}/questionnaires/rounds/${params.round}?saved`);
  },
};
