import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { rsvpReminderDays } from '#domain/invitations/invitation.ts';
import { invite } from '#domain/invitations/invite.server.ts';
import { listAttendees, turnoutOf } from '#domain/invitations/people.server.ts';
import type { rsvpText } from '#domain/invitations/rsvp.text.ts';
import { takeInvitationBack } from '#domain/invitations/take-invitation-back.server.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { lineIn } from '#domain/meetings/typed.ts';
import { listOnPaper } from '#domain/notices/hand-over-link.server.ts';
import { lettersPageText } from '#domain/notices/letters-page.text.ts';
import { notePhone } from '#domain/notices/note-phone.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SAID = ['invited', 'saved', 'undone', 'phone'] as const;
type Refusal = keyof (typeof rsvpText)['da']['inviting'];

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { arranges, meeting, roles } = await parent();
  if (!arranges) error(404, accessText[locals.locale].not_found);
  const { attendees, paper } = await locals.inCluster(params.cluster, async (scope) => ({
    attendees: await listAttendees(scope, params.meeting),
    paper: await listOnPaper(scope, params.meeting),
  }));
  return {
    attendees,
    paper,
    today: dayOf(locals.now),
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
  phone: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const [practiceId, phone] = [lineIn(form, 'practice'), lineIn(form, 'phone')];
    const noted = await locals.inCluster(
      params.cluster,
      (scope) => notePhone(scope, practiceId, phone),
      form,
    );
    if (noted.done) redirect(303, `${url.pathname}?phone#ring-${practiceId}`);
    const error = lettersPageText[locals.locale].refusal[noted.reason];
    return fail(409, { ringing: { practiceId, phone, error } });
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
