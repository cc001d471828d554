import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import type { rsvpText } from '#domain/invitations/rsvp.text.ts';
import { takeNumbersBack, tellVenue } from '#domain/invitations/tell-venue.server.ts';
import { countHeads, findTold } from '#domain/invitations/venue.server.ts';
import { eveningOf, hasChanged, isAbout, lastNumbersOn } from '#domain/invitations/venue.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import type { Actions, PageServerLoad } from './$types';

type Refusal = keyof (typeof rsvpText)['da']['venue'];

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { arranges, meeting } = await parent();
  if (!arranges) error(404, accessText[locals.locale].not_found);
  const { numbers, told } = await locals.inCluster(params.cluster, async (scope) => ({
    numbers: await countHeads(scope, params.meeting),
    told: await findTold(scope, params.meeting),
  }));
  const isFixed = meeting.state === 'reserved' || meeting.state === 'confirmed';
  return {
    numbers,
    told,
    isElsewhere: told !== null && !isAbout(told, eveningOf(meeting)),
    isChanged: told !== null && hasChanged(told, numbers, eveningOf(meeting)),
    isAhead: isFixed && meeting.heldOn !== null && meeting.heldOn >= dayOf(locals.now),
    lastDay: meeting.heldOn && lastNumbersOn(meeting.heldOn, meeting.venueCancelDays),
    said: (['told', 'undone'] as const).find((word) => url.searchParams.has(word)) ?? null,
  };
};

export const actions: Actions = {
  tell: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const told = await locals.inCluster(params.cluster, (scope) => tellVenue(scope, params.meeting), form);
    if (!told.done) return fail(409, { refusal: told.reason as Refusal });
    redirect(303, `${url.pathname}?told`);
  },
  undo: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const round = String(form.get('round') ?? '');
    const undone = await locals.inCluster(
      params.cluster,
      (scope) => takeNumbersBack(scope, params.meeting, round),
      form,
    );
    if (!undone.done) return fail(409, { refusal: undone.reason as Refusal });
    redirect(303, `${url.pathname}?undone`);
  },
};
