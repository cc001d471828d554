import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { meetingText } from '#domain/meetings/meeting.text.ts';
import { countAskable, listAskablePartners } from '#domain/responses/askable.server.ts';
import { planChosenRound } from '#domain/responses/plan-chosen-round.server.ts';
import type { RoundRefusal } from '#domain/responses/plan-round.text.ts';
import { usualDays } from '#domain/responses/round.ts';
import { findRoundChoice } from '#domain/responses/round-choices.server.ts';
import { type TypedRound, typedOf, typedRoundIn } from '#domain/responses/round-wish.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { frame, leads, meeting } = await parent();
  if (!leads) error(404, accessText[locals.locale].not_found);
  const what = url.searchParams.get('what') ?? 'package';
  const found = await locals.inCluster(params.cluster, async (scope) => ({
    chosen: await findRoundChoice(scope, params.meeting, what),
    askable: { people: await countAskable(scope), partners: await listAskablePartners(scope) },
  }));
  const { chosen } = found;
  if (!chosen) error(404, accessText[locals.locale].not_found);
  const asks = chosen.purpose === 'evaluation' ? ('attendees' as const) : ('doctors' as const);
  const days = usualDays(meeting.heldOn, dayOf(locals.now), chosen.days);
  const at = `/c/${params.cluster}/meetings/${params.meeting}/questionnaire`;
  const above = { href: at, label: meetingText[locals.locale].pages.questionnaire };
  return {
    ...{ what, chosen, askable: found.askable },
    value: typedOf({ asks, partnerId: null, isNamed: false, ...days }),
    frame: { ...frame, crumbs: [...(frame.crumbs ?? []), above] },
  };
};

type Refused = { refusal: RoundRefusal; typed: TypedRound };

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const typed = typedRoundIn(form);
    const what = String(form.get('what') ?? '');
    const planned = await locals.inCluster(
      params.cluster,
      (scope) => planChosenRound(scope, params.meeting, { what, typed }),
      form,
    );
    if (!planned.done) return fail(409, { refusal: planned.reason, typed } satisfies Refused);
    redirect(303, `/c/${params.cluster}/questionnaires/rounds/${planned.made.questionnaireRoundId}?planned`);
  },
};
