import { fail, redirect } from '@sveltejs/kit';
import { ownPathIn } from '#domain/members/address.ts';
import { requestSignIn } from '#domain/members/request-sign-in.server.ts';
import { findOneself } from '#domain/members/sessions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  const to = ownPathIn(url.searchParams.get('to'));
  if (!locals.person) redirect(303, `/sign-in?to=${encodeURIComponent(to)}`);
  return { to };
};

export const actions: Actions = {
  default: async ({ locals, request, url, getClientAddress }) => {
    const form = await request.formData();
    const { email } = await locals.asPerson((scope) => findOneself(scope));
    const wish = {
      address: email ?? '',
      client: getClientAddress(),
      target: ownPathIn(url.searchParams.get('to')),
    };
    const asked = await locals.asLink((scope) => requestSignIn(scope, 'sign-in', wish), form);
    return asked.done ? { isSent: true } : fail(429, { refusal: asked.reason });
  },
};
