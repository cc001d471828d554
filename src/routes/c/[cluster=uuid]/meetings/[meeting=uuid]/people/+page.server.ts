import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { rsvpReminderDays } from '#domain/invitations/invitation.ts';
import { invite } from '#domain/invitations/invite.server.ts';
import { listAttendees, turnoutOf } from '#domain/invitations/people.server.ts';
import type { rsvpText } from '#domain/invitations/rsvp.text.ts';
import { takeInvitationBack } from '#domain/invitations/take-invitation-back.server.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import type { Actions, PageServerLoad } from './$types';

const SAID = ['invited', 'saved', 'undone'] as const;
type Refusal = keyof (typeof rsvpText)['da']['inviting'];

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { arranges, meeting, roles } = await parent();
  if (!arranges) error(404, accessText[locals.locale].not_found);
  const attendees = await locals.inCluster(params.cluster, (scope) => listAttendees(scope, params.meeting));
  return {
    attendees,
    turnout: turnoutOf(attendees),
    seesNeeds: roles.some((role) => role === 'coordinator' || role === 'secretary'),
    isAhead: meeting.heldOn !== null && meeting.heldOn >= dayOf(locals.now),
    reminders: meeting.heldOn && rsvpReminderDays(meeting.heldOn),
    said: SAID.find((word) => url.searchParams.has(word)) ?? null,
  };
};

export const actions: Actions = {
  invite: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const sent = await locals.inCluster(params.cluster, (scope) => invite(scope, params.meeting), form);
    if (!sent.done) return fail(409, { refusal: sent.reason as Refusal });
    redirect(303, `${url.pathname}?invited`);
  },
  undo: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const round = String(form.get('round') ?? '');
    const undone = await locals.inCluster(
      params.cluster,
      (scope) => takeInvitationBack(scope, params.meeting, round),
      form,
    );
    if (!undone.done) return fail(409, { refusal: undone.reason as Refusal });
    redirect(303, `${url.pathname}?undone`);
  },
};
