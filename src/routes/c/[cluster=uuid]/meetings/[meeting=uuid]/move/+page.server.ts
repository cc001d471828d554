import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import type { ChangeRefusal } from '#domain/meetings/change-refusal.text.ts';
import { isFixedAhead } from '#domain/meetings/meeting.ts';
import type { MeetingDay } from '#domain/meetings/meeting-wish.ts';
import { findMeeting } from '#domain/meetings/meetings.server.ts';
import { moveMeeting, takeMoveBack } from '#domain/meetings/move-meeting.server.ts';
import { reserveMeeting } from '#domain/meetings/reserve-meeting.server.ts';
import { dayIn, lineIn } from '#domain/meetings/typed.ts';
import { timeIn } from '#domain/meetings/wall-time.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { arranges, meeting } = await parent();
  if (!arranges) error(404, accessText[locals.locale].not_found);
  return { isFirst: !isFixedAhead(meeting) };
};

type Refused = { step: 'ask'; field: 'day' | 'time' | ''; refusal: ChangeRefusal; day: string; time: string };

function whenIn(form: FormData, today: string): MeetingDay | Refused {
  const typed = { step: 'ask' as const, day: lineIn(form, 'day'), time: lineIn(form, 'time') };
  const [heldOn, startsAt] = [dayIn(form, 'day', today), timeIn(typed.time)];
  if (!heldOn) return { ...typed, field: 'day', refusal: 'day_not_understood' };
  return startsAt ? { heldOn, startsAt } : { ...typed, field: 'time', refusal: 'time_not_understood' };
}

export const actions: Actions = {
  move: async ({ locals, params, request }) => {
    const form = await request.formData();
    const when = whenIn(form, dayOf(locals.now));
    if ('refusal' in when) return fail(400, when);
    const moved = await locals.inCluster(
      params.cluster,
      (scope) => moveMeeting(scope, params.meeting, when),
      form,
    );
    const typed = { day: lineIn(form, 'day'), time: lineIn(form, 'time') };
    if (!moved.done)
      return fail(409, { step: 'ask', field: 'day', refusal: moved.reason, ...typed } as Refused);
    return { step: 'moved' as const, ...moved.made, to: when };
  },
  reserve: async ({ locals, params, request }) => {
    const form = await request.formData();
    const when = whenIn(form, dayOf(locals.now));
    if ('refusal' in when) return fail(400, when);
    const reserved = await locals.inCluster(
      params.cluster,
      (scope) => reserveMeeting(scope, params.meeting, when),
      form,
    );
    const typed = { day: lineIn(form, 'day'), time: lineIn(form, 'time') };
    if (!reserved.done)
      return fail(409, { step: 'ask', field: 'day', refusal: reserved.reason, ...typed } as Refused);
    redirect(303, `/c/${params.cluster}/meetings/${params.meeting}?saved#deadlines`);
  },
  undo: async ({ locals, params, request }) => {
    const form = await request.formData();
    const from = {
      heldOn: dayIn(form, 'from-day', dayOf(locals.now)),
      startsAt: timeIn(lineIn(form, 'from-time').slice(0, 5)),
    };
    const { heldOn, startsAt } = from;
    if (!heldOn || !startsAt) error(404, accessText[locals.locale].not_found);
    const back = await locals.inCluster(
      params.cluster,
      async (scope) => {
        const taken = await takeMoveBack(scope, params.meeting, lineIn(form, 'round'), { heldOn, startsAt });
        return { ...taken, now: await findMeeting(scope, params.meeting) };
      },
      form,
    );
    if (!back.done)
      return fail(409, { step: 'ask', field: '', refusal: back.reason, day: '', time: '' } as Refused);
    return { step: 'undone' as const };
  },
};
