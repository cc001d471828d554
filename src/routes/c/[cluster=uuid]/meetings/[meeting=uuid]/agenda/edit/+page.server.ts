import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { listAgenda } from '#domain/meetings/agenda.server.ts';
import { type AgendaPageRefusal, agendaText } from '#domain/meetings/agenda.text.ts';
import { type AgendaItem, minutesOver } from '#domain/meetings/agenda.ts';
import { refusalOfPlanning } from '#domain/meetings/meeting.ts';
import { agendaWishIn, lineIn } from '#domain/meetings/typed.ts';
import {
  addToAgenda,
  placeOnAgenda,
  putBackOnAgenda,
  takeOffAgenda,
} from '#domain/meetings/write-agenda.server.ts';
import { listMembers } from '#domain/members/members.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { arranges, meeting, frame } = await parent();
  if (!arranges || refusalOfPlanning(meeting)) error(404, accessText[locals.locale].not_found);
  const at = `/c/${params.cluster}/meetings/${params.meeting}`;
  const above = { href: `${at}/agenda`, label: agendaText[locals.locale].title };
  return locals.inCluster(params.cluster, async (scope) => {
    const agenda = await listAgenda(scope, params.meeting);
    return {
      agenda,
      over: minutesOver(agenda, meeting.minutes),
      members: (await listMembers(scope)).map(({ memberId, name }) => ({ memberId, name })),
      isSaved: url.searchParams.has('saved'),
      frame: { ...frame, crumbs: [...(frame.crumbs ?? []), above] },
    };
  });
};

type Typed = ReturnType<typeof typedIn>;
type Refused = { refusal: AgendaPageRefusal; typed: Typed | null };

function typedIn(form: FormData) {
  return { ...agendaWishIn(form), minutes: lineIn(form, 'minutes'), place: lineIn(form, 'place') };
}

/** The place that was typed, counted from 1, or null for last. */
const placeIn = (form: FormData) =>
  /^\d{1,3}$/.test(lineIn(form, 'place')) ? Number(lineIn(form, 'place')) : null;

export const actions: Actions = {
  add: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const added = await locals.inCluster(
      params.cluster,
      (scope) => addToAgenda(scope, params.meeting, agendaWishIn(form), placeIn(form)),
      form,
    );
    if (!added.done) return fail(409, { refusal: added.reason, typed: typedIn(form) } as Refused);
    redirect(303, `${url.pathname}?saved#a-${added.made.agendaItemId}`);
  },
  place: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const [id, at] = [lineIn(form, 'agenda-item'), Number(lineIn(form, 'at'))];
    const to = form.get('to');
    const place = to === 'up' ? at - 1 : to === 'down' ? at + 1 : (placeIn(form) ?? at);
    const placed = await locals.inCluster(
      params.cluster,
      (scope) => placeOnAgenda(scope, params.meeting, id, place),
      form,
    );
    if (!placed.done) return fail(409, { refusal: placed.reason, typed: null } as Refused);
    redirect(303, `${url.pathname}#a-${id}`);
  },
  remove: async ({ locals, params, request }) => {
    const form = await request.formData();
    const id = lineIn(form, 'agenda-item');
    const outcome = await locals.inCluster(
      params.cluster,
      async (scope) => {
        const agenda = await listAgenda(scope, params.meeting);
        const at = agenda.findIndex(({ agendaItemId }) => agendaItemId === id);
        const off = await takeOffAgenda(scope, params.meeting, id);
        return { off, was: agenda[at] ?? null, place: at + 1 };
      },
      form,
    );
    if (!outcome.off.done) return fail(409, { refusal: outcome.off.reason, typed: null } as Refused);
    // The answer itself holds what was taken off, since nothing else does any more.
    return { removed: outcome.was, place: outcome.place };
  },
  undo: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const [agendaItemId, place] = [lineIn(form, 'agenda-item'), placeIn(form) ?? 1];
    const notes = String(form.get('notes') ?? '').replace(/\r\n?/g, '\n');
    const item: AgendaItem = { ...agendaWishIn(form), agendaItemId, ownerName: '', notes };
    const back = await locals.inCluster(
      params.cluster,
      (scope) => putBackOnAgenda(scope, params.meeting, item, place),
      form,
    );
    if (!back.done) return fail(409, { refusal: back.reason, typed: null } as Refused);
    redirect(303, `${url.pathname}?saved#a-${agendaItemId}`);
  },
};
