import { redirect } from '@sveltejs/kit';
import { endSession } from '#domain/members/end-session.server.ts';
import { forgetSessionCookie } from '#domain/members/session-cookie.ts';
import { listOwnSessions } from '#domain/members/sessions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
  default: async ({ locals, cookies, url }) => {
    if (locals.person) {
      await locals.asPerson(async (scope) => {
        const own = (await listOwnSessions(scope)).find((session) => session.isThis);
        return own && endSession(scope, own.sessionId);
      });
    }
    forgetSessionCookie(cookies, url.protocol === 'https:');
    redirect(303, '/');
  },
};
