import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { confirmVenue, findVenuePage } from '#domain/invitations/confirm-venue.server.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { venue, isExample } = await locals.asHolder(params.token, 'venue', async (scope) => ({
    venue: await findVenuePage(scope),
    isExample: scope.isExample,
  }));
  if (!venue) error(404, accessText[locals.locale].not_found);
  const isOver = venue.heldOn === null || venue.heldOn < dayOf(locals.now);
  return { venue, isOver, frame: { place: { href: url.pathname, label: venue.clusterName }, isExample } };
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const actions: Actions = {
  confirm: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const told = String(form.get('told') ?? '');
    if (!UUID.test(told)) return fail(409, { refusal: 'numbers_changed' as const });
    const confirmed = await locals.asHolder(
      params.token,
      'venue',
      (scope) => confirmVenue(scope, told),
      form,
    );
    if (!confirmed.done) return fail(409, { refusal: 'numbers_changed' as const });
    redirect(303, url.pathname);
  },
};
