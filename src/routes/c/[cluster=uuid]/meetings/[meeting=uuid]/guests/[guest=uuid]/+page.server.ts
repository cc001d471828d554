import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { addGuest } from '#domain/partners/add-guest.server.ts';
import { cancelGuest } from '#domain/partners/cancel-guest.server.ts';
import { changeGuest, noteGuestAnswer } from '#domain/partners/change-guest.server.ts';
import { guestText } from '#domain/partners/guest.text.ts';
import {
  type BriefTyped,
  briefOf,
  briefShown,
  briefTypedIn,
  type GuestRefusal,
  guestAnswerIn,
  refusalOfInvitation,
  standingOf,
} from '#domain/partners/guest.ts';
import { findGuest } from '#domain/partners/guests.server.ts';
import { inviteGuest } from '#domain/partners/invite-guest.server.ts';
import { listSlots } from '#domain/partners/meeting-package.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SAID = ['saved', 'told', 'invited'] as const;

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { meeting, frame } = await parent();
  const { guest, slots } = await locals.inCluster(params.cluster, async (scope) => ({
    guest: await findGuest(scope, params.guest),
    slots: await listSlots(scope, params.meeting),
  }));
  if (guest?.meetingId !== params.meeting) error(404, accessText[locals.locale].not_found);
  const above = {
    href: `/c/${params.cluster}/meetings/${params.meeting}/guests`,
    label: guestText[locals.locale].title,
  };
  const standing = standingOf(guest);
  return {
    guest,
    slots,
    standing,
    shown: briefShown(guest),
    refusalToInvite: refusalOfInvitation(meeting, guest, dayOf(locals.now)),
    isToldOfChanges: standing === 'asked' || standing === 'comes',
    said: SAID.find((word) => url.searchParams.has(word)) ?? null,
    frame: { ...frame, crumbs: [...frame.crumbs, above] },
  };
};

type Refused = { refusal: GuestRefusal | 'confirm_again'; typed: BriefTyped | null };
const no = (refusal: Refused['refusal'], typed: BriefTyped | null = null) =>
  fail(409, { refusal, typed } satisfies Refused);

export const actions: Actions = {
  change: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const typed = briefTypedIn(form);
    const changed = await locals.inCluster(
      params.cluster,
      async (scope) => {
        const guest = await findGuest(scope, params.guest);
        const brief = briefOf(typed, guest?.heldOn ?? null, dayOf(locals.now));
        return typeof brief === 'string' ? brief : changeGuest(scope, params.guest, brief);
      },
      form,
    );
    if (typeof changed === 'string') return no(changed, typed);
    if (!changed.done) return no(changed.reason, typed);
    redirect(303, `${url.pathname}?${changed.made.isTold ? 'told' : 'saved'}`);
  },
  invite: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const invited = await locals.inCluster(params.cluster, (scope) => inviteGuest(scope, params.guest), form);
    if (!invited.done) return no(invited.reason);
    redirect(303, `${url.pathname}?invited`);
  },
  note: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const answer = guestAnswerIn(form.get('answer')) ?? '';
    const noted = await locals.inCluster(
      params.cluster,
      (scope) => noteGuestAnswer(scope, params.guest, answer),
      form,
    );
    if (!noted.done) return no(noted.reason);
    redirect(303, `${url.pathname}?saved`);
  },
  cancel: async ({ locals, params, request }) => {
    const form = await request.formData();
    const off = await locals.inCluster(params.cluster, (scope) => cancelGuest(scope, params.guest), form);
    if (!off.done) return no(off.reason);
    const told = off.made.isTold ? 'told' : '';
    redirect(303, `/c/${params.cluster}/meetings/${params.meeting}/guests?calledOff=${told}`);
  },
  again: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const person = String(form.get('person') ?? '');
    const added = await locals.inCluster(
      params.cluster,
      (scope) => addGuest(scope, params.guest, params.meeting, person),
      form,
    );
    if (!added.done) return no(added.reason);
    redirect(303, `${url.pathname}?saved`);
  },
};
