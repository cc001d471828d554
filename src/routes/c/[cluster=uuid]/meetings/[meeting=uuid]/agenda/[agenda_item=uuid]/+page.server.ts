import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { listAgenda } from '#domain/meetings/agenda.server.ts';
import { type AgendaPageRefusal, agendaText } from '#domain/meetings/agenda.text.ts';
import { refusalOfPlanning } from '#domain/meetings/meeting.ts';
import { agendaWishIn, lineIn } from '#domain/meetings/typed.ts';
import { changeAgendaItem } from '#domain/meetings/write-agenda.server.ts';
import { listMembers } from '#domain/members/members.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { arranges, meeting, frame } = await parent();
  const found = await locals.inCluster(params.cluster, async (scope) => {
    const agenda = await listAgenda(scope, params.meeting);
    return {
      agendaItem: agenda.find(({ agendaItemId }) => agendaItemId === params.agenda_item) ?? null,
      members: (await listMembers(scope)).map(({ memberId, name }) => ({ memberId, name })),
    };
  });
  const { agendaItem } = found;
  if (!arranges || refusalOfPlanning(meeting) || !agendaItem) error(404, accessText[locals.locale].not_found);
  const at = `/c/${params.cluster}/meetings/${params.meeting}/agenda/edit`;
  const above = { href: at, label: agendaText[locals.locale].editing.title };
  return { ...found, agendaItem, frame: { ...frame, crumbs: [...(frame.crumbs ?? []), above] } };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const changed = await locals.inCluster(
      params.cluster,
      (scope) => changeAgendaItem(scope, params.meeting, params.agenda_item, agendaWishIn(form)),
      form,
    );
    if (!changed.done) {
      const typed = { ...agendaWishIn(form), minutes: lineIn(form, 'minutes') };
      return fail(409, { refusal: changed.reason as AgendaPageRefusal, typed });
    }
    const at = `/c/${params.cluster}/meetings/${params.meeting}/agenda/edit`;
    redirect(303, `${at}?saved#a-${params.agenda_item}`);
  },
};
