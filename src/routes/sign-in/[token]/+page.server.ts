import { fail, redirect } from '@sveltejs/kit';
import { deviceIn } from '#domain/members/device.ts';
import { readSessionCookie, setSessionCookie } from '#domain/members/session-cookie.ts';
import { findLink } from '#domain/members/sessions.server.ts';
import { startSession } from '#domain/members/start-session.server.ts';
import type { Actions, PageServerLoad } from './$types';

const DAYS = 30;

export const load: PageServerLoad = async ({ locals, params }) => {
  const link = await locals.asLink((scope) => findLink(scope, params.token));
  return { link: link?.purpose === 'sign_in' ? { name: link.personName } : null };
};

export const actions: Actions = {
  default: async ({ locals, params, request, cookies, url, getClientAddress }) => {
    const form = await request.formData();
    const isShared = form.get('device') === 'shared';
    const device = {
      name: deviceIn(request.headers.get('user-agent') ?? ''),
      client: getClientAddress(),
      isShared,
      oldToken: readSessionCookie(cookies),
    };
    const opened = await locals.asLink(async (scope) => {
      const link = await findLink(scope, params.token);
      return {
        target: link?.target ?? '/my',
        start: await startSession(scope, 'link', params.token, device),
      };
    }, form);
    if (!opened.start.done) return fail(409, { refusal: opened.start.reason });
    setSessionCookie(cookies, opened.start.made.token, isShared ? null : DAYS, url.protocol === 'https:');
    redirect(303, ['/', '/my'].includes(opened.target) ? '/my?start' : opened.target);
  },
};
