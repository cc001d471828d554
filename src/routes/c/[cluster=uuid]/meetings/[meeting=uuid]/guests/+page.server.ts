import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { isAhead } from '#domain/meetings/meeting.ts';
import { refusalOfInvitation, standingOf } from '#domain/partners/guest.ts';
import { listGuests } from '#domain/partners/guests.server.ts';
import { inviteGuests } from '#domain/partners/invite-guest.server.ts';
import { takeOutSlides } from '#domain/partners/keep-file.server.ts';
import { listSlides } from '#domain/partners/kept-files.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { arranges, meeting } = await parent();
  if (!arranges) error(404, accessText[locals.locale].not_found);
  const { guests, slides } = await locals.inCluster(params.cluster, async (scope) => ({
    guests: await listGuests(scope, params.meeting),
    slides: await listSlides(scope, params.meeting),
  }));
  const today = dayOf(locals.now);
  const told = Number(/^\d{1,2}$/.exec(url.searchParams.get('invited') ?? '')?.[0] ?? 0);
  return {
    guests: guests.map(({ guestId, name, title, partnerName, slotTitle, mustAttend, email, ...traces }) => ({
      guestId,
      name,
      title,
      partnerName,
      slotTitle,
      mustAttend,
      hasAddress: email !== '',
      standing: standingOf(traces),
    })),
    waiting: guests.filter((guest) => !refusalOfInvitation(meeting, guest, today)).length,
    slides,
    isAhead: isAhead(meeting),
    invited: told,
    isTakenOut: url.searchParams.has('out'),
    isCalledOff: url.searchParams.get('calledOff'),
  };
};

export const actions: Actions = {
  inviteAll: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const invited = await locals.inCluster(
      params.cluster,
      (scope) => inviteGuests(scope, params.meeting),
      form,
    );
    if (!invited.done) return fail(409, { refusal: invited.reason });
    redirect(303, `${url.pathname}?invited=${invited.made.guests}`);
  },
  takeOut: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const file = String(form.get('file') ?? '');
    const taken = await locals.inCluster(params.cluster, (scope) => takeOutSlides(scope, file), form);
    if (!taken.done) redirect(303, url.pathname);
    redirect(303, `${url.pathname}?out`);
  },
};
