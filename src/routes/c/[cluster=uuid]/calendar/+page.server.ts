import { fail } from '@sveltejs/kit';
import { endCalendar, findOwnCalendar, makeOwnCalendar } from '#domain/notices/calendars.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.inCluster(params.cluster, async (scope) => ({ calendar: await findOwnCalendar(scope) }));

export const actions: Actions = {
  make: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const made = await locals.inCluster(params.cluster, makeOwnCalendar, form);
    if (!made.done) return fail(409, { refusal: made.reason });
    // Shown in the answer to the form that made it, and nowhere else.
    return { link: `${url.origin}${made.made.path}`, app: `webcal://${url.host}${made.made.path}` };
  },
  end: async ({ locals, params, request }) => {
    const form = await request.formData();
    await locals.inCluster(params.cluster, (scope) => endCalendar(scope, params.cluster), form);
    return { isEnded: true };
  },
};
