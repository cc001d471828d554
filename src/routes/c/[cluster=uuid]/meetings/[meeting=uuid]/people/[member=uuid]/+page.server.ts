import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { giveRsvps } from '#domain/invitations/give-rsvps.server.ts';
import { rsvpsIn } from '#domain/invitations/invitation.ts';
import { listAttendees } from '#domain/invitations/people.server.ts';
import { peoplePageText } from '#domain/invitations/people-page.text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { arranges, frame, meeting, roles } = await parent();
  const attendees = arranges
    ? await locals.inCluster(params.cluster, (scope) => listAttendees(scope, params.meeting))
    : [];
  const member = attendees.find(({ memberId }) => memberId === params.member);
  if (!member) error(404, accessText[locals.locale].not_found);
  const above = `/c/${params.cluster}/meetings/${meeting.meetingId}/people`;
  const crumbs = [...(frame.crumbs ?? []), { href: above, label: peoplePageText[locals.locale].title }];
  const seesNeeds = roles.some((role) => role === 'coordinator' || role === 'secretary');
  return { member, seesNeeds, frame: { ...frame, crumbs } };
};

export const actions: Actions = {
  save: async ({ locals, params, request }) => {
    const form = await request.formData();
    const typed = rsvpsIn(form);
    const given = await locals.inCluster(
      params.cluster,
      (scope) => giveRsvps(scope, params.meeting, typed),
      form,
    );
    if (!given.done && given.reason !== 'confirm_again') return fail(409, { refusal: given.reason, typed });
    redirect(303, `/c/${params.cluster}/meetings/${params.meeting}/people?saved`);
  },
};
