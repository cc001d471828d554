import { fail, redirect } from '@sveltejs/kit';
import { addressIn } from '#domain/members/address.ts';
import { changePerson } from '#domain/members/change-person.server.ts';
import { endSession } from '#domain/members/end-session.server.ts';
import { landingOf } from '#domain/members/landing.ts';
import { requestAddress } from '#domain/members/move-address.server.ts';
import { findOneself, listOwnPlaces, listOwnSessions } from '#domain/members/sessions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const own = await locals.asPerson(async (scope) => ({
    oneself: await findOneself(scope),
    places: await listOwnPlaces(scope),
    sessions: await listOwnSessions(scope),
  }));
  const landing = landingOf(own.places);
  if (url.searchParams.has('start') && landing !== url.pathname) redirect(303, landing);
  return own;
};

export const actions: Actions = {
  change: async ({ locals, request }) => {
    const form = await request.formData();
    const change = {
      name: String(form.get('name') ?? ''),
      locale: form.get('locale') === 'en' ? ('en' as const) : ('da' as const),
    };
    const changed = await locals.asPerson((scope) => changePerson(scope, scope.personId, change), form);
    return changed.done ? { saved: 'change' } : fail(400, { of: 'name', refusal: changed.reason });
  },
  move: async ({ locals, request }) => {
    const form = await request.formData();
    const typed = String(form.get('email') ?? '');
    const email = addressIn(typed);
    if (!email) return fail(400, { of: 'email', typed, refusal: 'address_malformed' as const });
    const asked = await locals.asPerson((scope) => requestAddress(scope, scope.personId, email), form);
    return asked.done ? { saved: 'move' } : fail(409, { of: 'email', typed, refusal: asked.reason });
  },
  end: async ({ locals, request }) => {
    const form = await request.formData();
    const sessionId = String(form.get('session') ?? '');
    const ended = await locals.asPerson((scope) => endSession(scope, sessionId), form);
    return ended.done ? { saved: 'end' } : fail(409, { of: 'session', refusal: ended.reason });
  },
};
