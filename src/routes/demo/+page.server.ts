import { randomBytes } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { setSessionCookie } from '#domain/members/session-cookie.ts';
import { landingOf, wishIn } from '#domain/tryout/door.ts';
import { openDoor } from '#domain/tryout/open-door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  if (!locals.demo) error(404, accessText[locals.locale].not_found);
  return { frame: { isBroad: true } };
};

export const actions: Actions = {
  default: async ({ cookies, locals, request, url }) => {
    const form = await request.formData();
    const wish = wishIn(form);
    if (!locals.demo || !wish) error(404, accessText[locals.locale].not_found);
    const token = randomBytes(32).toString('base64url');
    const opened = await locals.asLink((scope) => openDoor(scope, wish.door, token), form);
    if (!opened.done) return fail(409, { notMade: true });
    setSessionCookie(cookies, token, null, url.protocol === 'https:');
    redirect(303, landingOf(wish.door, wish.aim, opened.made));
  },
};
