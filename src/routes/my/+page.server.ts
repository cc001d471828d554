import { fail, redirect } from '@sveltejs/kit';
import { addressIn } from '#domain/members/address.ts';
import { changePerson } from '#domain/members/change-person.server.ts';
import { endSession } from '#domain/members/end-session.server.ts';
import { landingOf } from '#domain/members/landing.ts';
import { requestAddress } from '#domain/members/move-address.server.ts';
import { forgetSessionCookie } from '#domain/members/session-cookie.ts';
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
  end: async ({ locals, request, cookies, url }) => {
    const form = await request.formData();
    const sessionId = String(form.get('session') ?? '');
    const { ended, isThis } = await locals.asPerson(
      async (scope) => ({
        isThis: (await listOwnSessions(scope)).some((one) => one.sessionId === sessionId && one.isThis),
        ended: await endSession(scope, sessionId),
      }),
      form,
    );
    if (!ended.done) return fail(409, { of: 'session', refusal: ended.reason });
    // Who logs out here has no page of their own any more.
    if (isThis) {
      forgetSessionCookie(cookies, url.protocol === 'https:');
      redirect(303, '/sign-in');
    }
    return { saved: 'end' };
  },
};
