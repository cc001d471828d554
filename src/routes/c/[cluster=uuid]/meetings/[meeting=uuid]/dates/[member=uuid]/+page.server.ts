import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { castVotes } from '#domain/polls/cast-votes.server.ts';
import { datesPageText } from '#domain/polls/dates-page.text.ts';
import { findOverview } from '#domain/polls/overview.server.ts';
import { votesIn } from '#domain/polls/votes.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { arranges, frame, meeting } = await parent();
  const overview = arranges
    ? await locals.inCluster(params.cluster, (scope) => findOverview(scope, params.meeting))
    : null;
  const member = overview?.asked.find(({ memberId }) => memberId === params.member);
  if (!overview || !member) error(404, accessText[locals.locale].not_found);
  const above = `/c/${params.cluster}/meetings/${meeting.meetingId}/dates`;
  const crumbs = [...(frame.crumbs ?? []), { href: above, label: datesPageText[locals.locale].title }];
  return { overview, member, today: dayOf(locals.now), frame: { ...frame, crumbs } };
};

export const actions: Actions = {
  save: async ({ locals, params, request }) => {
    const form = await request.formData();
    const typed = votesIn(form);
    const cast = await locals.inCluster(
      params.cluster,
      (scope) => castVotes(scope, params.meeting, typed),
      form,
    );
    if (!cast.done && cast.reason !== 'confirm_again') return fail(409, { refusal: cast.reason, typed });
    redirect(303, `/c/${params.cluster}/meetings/${params.meeting}/dates?saved`);
  },
};
